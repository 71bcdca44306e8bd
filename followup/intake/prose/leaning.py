"""Weighs whether a sentence tells of something done or of how it stands, by the forms of its words.

A modal, a passive in the present, an infinitive, somebody who acts and a day to come speak for doing; what reviewers
found, a word of lack, the past tense and a verb of being speak for stating. It knows no subject matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.prose.lacking import SAID, is_found, lacks
from followup.intake.prose.promises import is_decided
from followup.intake.wordlists import words

_MODALS = words("ska skall will shall must skal vil måste bör") | {"ska'"}
_GOING = re.compile(
    r"(?i)\b(?:(?:kommer|avser|planerar|tänker)\s+(?:\w+\s+){0,3}?att|kommer til å"
    r"|is to|are to|is going to|are going to)\s"
)
_TO_DO = re.compile(
    r"(?:\w|\)),?\s+to\s+(?!(?:the|a|an|our|be (?:seen|heard)|date|all|each|trainees?|this|that)\b)[a-z]{2,}"
)
"""Somebody or something "to" do or be done, as English minutes have it ("Tom to set up a rota")."""
_VERBS = re.compile(
    r"(?i)\b(?:do|does|did|is|are|was|were|be|has|have|had|can|could|should|may|must|not|able|how|what"
    r"|whom?|when|where|want|wish"
    r"|access|\w+ed)\b"
)
"""Words before "to" that make it no order: something else is said of whoever stands first."""
_INFINITIVE = re.compile(r"^(?:(?:[Aa]tt|[Aa]t|Å|å|[Tt]o)\s+\w+|[A-ZÅÄÖ][a-zåäö]*a(?:\s+\w+)?)\b")
_NO_INFINITIVE = words(
    "alla båda samtliga extra bra några många flera andra egna nya dessa våra era deras inga vilka samma hela övriga"
    " gamla stora lokala enda tredje första andra data tema schema rutina era klara vissa kliniska"
)
_PASSIVE = re.compile(r"\s(?P<verb>[a-zåäöæø-]{1,}s)\b")
_GENITIVE = re.compile(
    r"(?:en|et|na|ns|or|ar|er|are|ning|ing|ion|ent|ant|ee|ic|ist|ack|tet|het|land|år|dag|it|on|us|is|ss"
    r"|as(?<!nas|las|kas|gas|das|sas|ras|tas|ras|tas|vas|nas))s$"
)
_NO_PASSIVES = words(
    """
    finns saknas behövs krävs tycks anses känns upplevs trivs lyckas minns hoppas bedöms beskrivs uppges hos dess alls
    deras kurs plats oss vars tills annars dels minst redan också fortfarande hans hennes sms pass glas hals vars dels
    findes mangles synes opleves kræves kreves finnes trives gis ofs als its this was is has does us plus thus less
    access process business status campus focus across always perhaps previous various serious class press
    """
)
_PAST = re.compile(r"(?:\w{3,}(?:ade|ades)|\w{2,}[^aeiouyåäöæø]te(?:s)?|\w{2,}[rndl]des?|\w{3,}(?:ede|edes|ede))$")
_STRONG_PAST = words(
    "gick tog blev var hade fick kom sa höll gav skrev låg stod såg fann framkom framgick ble blev hadde fikk tok gikk"
    " sagde sa fandt lå stod was were had went took gave told said found raised heard felt did påpekte mente pekte"
)
_NO_PAST = words("både hade bede skede rede inte delte efte senaste bästa flesta närmaste enda beslutade")
_BEING = words("är is are er ligger står råder finns finnes findes saknas saknar saknade mangler lacks lack upplevs")
_HAVING = words(
    "har have has tycker anser menar upplever känner vet varierar behöver behövs kan can cannot do does mener synes"
    " oplever opplever ønsker önskar kender kjenner hinner räcker beror"
)
_FIRST_PERSON = words("vi we jag jeg")
_RECEIVING = re.compile(r"(?i)\b(?:så att|so that|vilket|därför att|eftersom|because|slik at|så at|which)\b")
_MEETING = re.compile(
    r"(?i)^(?:nästa|näste?a?|neste|næste|next|nytt|ny)\s+\S*(?:möte|mötet|møte|møde|meeting|forum|träff"
    r"|sammanträde|apt|råd)"
)
_ASIDES = re.compile(
    r"\([^()]*\)|(?i:\b(?:inte|ikke|no)\s+(?:längre|længere|lenger|longer)\b(?:[^.]*?\sutan\b)?)|(?i:\bvar(?:t|je)?\s+(?:annan|annat|\w*tredje|\w*fjärde|\w*femte|\w*sjätte|\w+(?:nde"
    r"|nte)|\d+(?::e)?)\b)"
)
"""What is aside, what is to be no longer, and how often: "var" is then no verb."""
_PERFECT = re.compile(
    r"(?i)\b(?:har|have|has)\s+(?:\w+\s+){0,2}?(?:\w{2,}(?:at|it|ats|its|tt|tts|ed)|(?!helt|allt|enkelt)\w{2,}[lkp]t|lagt|gjort|satt|fått"
    r"|tagit|made|set|begun|put)\b"
    r"|\b(?:är|er|is|are)\s+(?:nu|nå|now)\s+\w+"
)
"""What has been done: beside what is lacking it is done about it."""
_ENGLISH_PASSIVE = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+)?[a-z]{3,}ed\s+(?:to|from|by|into|for|as)\b")
"""What is done to something ("The session is moved to Fridays"), which says how it is to be as well as how it is."""
_COURTESY = re.compile(
    r"(?i)^(?:(?:vi|jag|we|i|jeg)\s+)?(?:(?:\w+\s+)?(?:vill|would like to|vil gerne"
    r"|vil gjerne)\s+)?(?:tack\w*|thank\w*|takk\w*|tak\b|hör (?:gärna )?av|ser fram|look forward|hoppas|hope|välkom\w*"
    r"|welcome|best|kind|regards|hälsning\w*|hej\w*|hi\b|dear|kære|kjære|mvh|(?:med )?vänlig\w*|venlig\w*"
    r"|vennlig\w*|yours|ses\b"
    r"|här (?:är|kommer|följer)|her (?:er|kommer|følger)|here (?:is|are)|bifog\w*|attached|enclosed|vedlagt|vedhæft\w*"
    r"|(?:jag|vi|i|we|jeg) (?:sammanfattar|redogör|beskriver|bifogar|återkommer|summari[sz]e|enclose"
    r"|vedlegger|opsummerer|oppsummerer)"
    r"|säg till|please let|let me know|si fra|sig til)\b"
    r"|^(?:\S+\s+){1,3}?(?:tackar|thanks?|takker)\s(?:för|the|for|er|you|granskarna)\b"
)
"""Words to whoever reads, and of the paper itself."""
_UNDERWAY = re.compile(
    r"(?i)\b(?:på (?:väg|gång|vej|vei)|under (?:arbete|upphandling|framtagande|utarbetande|udarbejdelse|utarbeidelse"
    r"|arbeid|införande)|underway|in (?:progress|hand))\b"
)
"""What is being done, though a verb of being says so."""
_AS_YET = re.compile(
    r"(?i)\b(?:i dag|idag|today|currently|at present|hittills|hittil|hidtil|för närvarande|i nuläget"
    r"|i dagsläget|for tiden)\b"
    r"|,\s(?:men|but)\s"
)
"""Words that set how it stands apart from how it is to be."""
_FURTHER = re.compile(r",?\s(?:och|and|og)\s(?=\w+\s(?:får|skal?|may|shall|must|må|bör)\b)")
"""What else is to be: a ban in it is no lack."""
_SINCE = re.compile(r"(?i)(?:sedan|since|siden)\s+(?:den\s+)?[\w.]+")
"""Since when something is otherwise: it has been done."""
_OURS = re.compile(r"(?i)(?:\S+\s+){0,2}?(?:vi|we)\b")
"""Who writes takes it on ("We will stop …"), which is more than that something should be."""
_THERE = re.compile(r"(?i)^(?:det (?:finns|råder|finnes|findes|är|er)|der (?:er|findes)|there (?:is|are|was|were))\b")
"""How a sentence begins that only says that something is."""


def is_courtesy(sentence: str) -> bool:
    """Say whether a sentence is only to whoever reads, or asks something."""
    return _COURTESY.match(sentence) is not None or sentence.rstrip().endswith("?")


def is_meeting(sentence: str) -> bool:
    """Say whether words only tell when people meet again ("Nästa möte 17 november")."""
    return _MEETING.match(sentence) is not None


@lru_cache(maxsize=16384)
def lean(sentence: str) -> float:
    """How much a sentence's forms speak for doing (above nought) or stating (below); its doer and day not counted."""
    if is_meeting(sentence) or is_courtesy(sentence) or is_found(sentence) or SAID.match(sentence):
        return -4.0
    if _THERE.match(sentence):
        return -2.0
    if is_decided(sentence):
        return 3.0
    main = _ASIDES.sub("", _RECEIVING.split(sentence, maxsplit=1)[0] or sentence)
    folded = [word.strip(".,;:!?()\"”'").casefold() for word in main.split()]
    doing = _doing(main, folded)
    return doing - _stating(main, folded, is_doing=doing >= 2)


def _doing(main: str, folded: list[str]) -> float:
    future = any(word in _MODALS for word in folded) or _GOING.search(main) is not None
    to_do = _TO_DO.search(main)
    if future and _OURS.match(main):
        return 3.0
    if future or (to_do and not _VERBS.search(main[: to_do.end()])):
        return 2.0
    if is_passive(main) or _UNDERWAY.search(main):
        return 1.5
    if _SINCE.match(main):
        return 1.0
    infinitive = _INFINITIVE.match(main)
    is_plural = (
        infinitive and folded[0].endswith(("na", "liga", "iska", "ella", "ala", "iva", "erade")) and len(folded[0]) > 4
    )
    if infinitive and not is_plural and folded[0] not in _NO_INFINITIVE and len(folded) > 1:
        return 1.5
    speaks = folded[:2] and any(word in _FIRST_PERSON for word in folded[:6])
    return 1.0 if speaks and not set(folded) & _HAVING else 0.0


def is_passive(main: str) -> bool:
    """Say whether a verb in the passive says that something is done ("tas fram", "indføres")."""
    found = (match["verb"] for match in _PASSIVE.finditer(f" {main}"))
    return any(
        verb not in _NO_PASSIVES and not _GENITIVE.search(verb) and len(verb) > 2 and not is_past(verb)
        for verb in found
    )


def _stating(main: str, folded: list[str], *, is_doing: bool) -> float:
    weight = 2.0 if _AS_YET.search(main) else 0.0
    if lacks(main if is_doing else _FURTHER.split(main, maxsplit=1)[0]):
        weight += 0.5 if is_doing else 2.5
    if any(is_past(word) and not _describes(folded, place) for place, word in enumerate(folded)):
        weight += 0.5 if is_doing else 1.5
    if _SINCE.match(main):
        return weight
    is_done_to = _PERFECT.search(main) or _ENGLISH_PASSIVE.search(main) or _UNDERWAY.search(main)
    if not is_doing and any(word in _BEING for word in folded[:8]) and not is_done_to:
        weight += 1.5
    if not is_doing and any(word in _HAVING for word in folded[:6]) and not _PERFECT.search(main):
        weight += 0.5
    return weight


_COUNTING = words("två tre fyra fem alla samtliga nya flera dessa de en ett den det varje några to tre fire alle nye")


def _describes(folded: list[str], place: int) -> bool:
    """Say whether a word like a verb in the past tense stands between a number or article and what it describes."""
    return 0 < place < len(folded) - 1 and folded[place - 1] in _COUNTING


_ENGLISH_PAST = re.compile(
    r"^(?:\S+\s+){1,4}?(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?!agreed"
    r"|need)[a-z]{3,}ed\s+(?:the|a|an|to|on|with|that)\b"
)
_SAYING = re.compile(r"(?i)\s(?:att|at|that|om att)\s")
"""What comes after a verb of saying, and is what was said."""


def is_perfect(main: str) -> bool:
    """Say whether a sentence tells what has been done ("Kliniken har tecknat avtal")."""
    return _PERFECT.search(main) is not None and not lacks(main)


@lru_cache(maxsize=16384)
def is_report(sentence: str) -> bool:
    """Say whether a sentence only tells what was done or said, and nothing that lacks ("Dr Ek summarised it.")."""
    told = [word.strip(".,;:!?()").casefold() for word in _ASIDES.sub("", sentence).split()]
    is_ours = bool(_FIRST_PERSON & set(told[:5])) and _PERFECT.search(sentence) is not None
    is_told = any(map(is_past, told)) or _ENGLISH_PAST.search(sentence) is not None
    says_what = _SAYING.search(sentence) is not None or is_decided(sentence)
    return not lacks(sentence) and not is_found(sentence) and not says_what and (is_ours or is_told)


def is_past(word: str) -> bool:
    """Say whether a word is a verb in the past tense, by its form or as one of the strong ones."""
    if word in _NO_PAST:
        return False
    if word.endswith(("ogs", "avs", "ågs", "icks", "ördes", "jordes", "sattes")) and word[:-1] not in _NO_PAST:
        return True
    return word in _STRONG_PAST or (word.endswith(("ade", "ades", "ede", "edes")) and _PAST.match(word) is not None)
