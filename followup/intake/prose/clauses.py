"""What a clause of prose tells of an action besides what is done: who answers for it, until when, how it is checked.

A clause that tells more than that is left to be what is done, or what is lacking.
"""

from __future__ import annotations

import re

from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners
from followup.intake.prose.days_inside import day_within
from followup.intake.sentences import sentence_told
from followup.intake.wordlists import words

LONGEST_OWNER = 8
NAME = r"(?:[A-ZÅÄÖÆØ][\w.-]*\w|[a-zåäöæø-]{4,}|[Tt]\.?f\.?|[Bb]itr\.)"
_CHECKS = (
    r"kollas|mäts|reported|rapporteras|diskuteras|tas upp|tar upp|drøftes|audited|monitors?|revideras"
    r"|följs (?:därefter |sedan |även "
    r"|också )?upp|följas upp|uppföljs|kontrolleras|kontrollerar|kontrollerer|går gjennom|gör stickprov"
    r"|går igenom|gås igenom|checks?"
    r"|utvärderas|stäms av|stämmas av|ses (?:därefter |sedan |även )?över|redovisas|återrapporteras|följer upp"
    r"|stämmer av|utvärderar|redovisar|återrapporterar|follow(?:s|ed)? (?:this |it )?up|review(?:s|ed)?|evaluated"
    r"|reports? back|følges op|følges opp|følger op|følger opp|evalueres|evaluerer|gennemgås|gjennomgås"
)
_SPLIT = re.compile(
    r"(?P<sign>[,;]\s+(?:(?:och|samt|and|og|som|which|der)\s+)?"
    r"(?=(?i:klart?|färdigt?|senast|due|by|before|innan|före|ansvarig\w*|responsible|ansvarlig)\b"
    rf"|(?:{NAME}\s+){{1,4}}(?:ansvarar|är ansvarig|har ansvaret|is responsible|er ansvarlig)\b"
    r"|(?i:han|hon|hen|de|he|she|they)\s+(?:följer upp|stämmer av|will review|reviews)\b"
    r"|(?i:ska(?:l|ll)? (?:vara|være)|is to be|will be) (?:klar|färdig|færdig|ferdig|done|ready|completed?)\w*\b)"
    r"|[,;]\s+(?:och|samt|and|og)\s+(?=(?:\w+\s+){1,2}(?:gäller|gjelder|gælder|applies)\b)"
    rf"|,?\s+(?:och|samt|and|og)\s+(?=(?:{NAME}\s+){{1,4}}(?:följer upp|stämmer av|utvärderar|kontrollerar"
    rf"|reviews|will review"
    r"|følger op|følger opp)\b)"
    r"|,?\s+(?:och|og|and)\s+(?=(?:\w+\s+){0,2}(?:ska(?:ll)?|skal|will|is to) (?:vara|være|be) (?:klar|färdig"
    r"|ferdig|færdig"
    r"|ready|complete)\w*\b)"
    r"|,?\s+(?:och|samt|and|og)\s+(?=(?:(?:därefter|sedan|then|derefter|deretter|der|den|det|dette|detta|this|it|de"
    rf"|jag|vi|I|we|jeg)\s+)?(?:ska |skal |will (?:be )?)?(?:{_CHECKS})\b))"
)
"""Where a clause begins that tells who, when or how it is checked, after the one that tells what."""
_CHECKED = re.compile(
    r"(?i)^(?P<who>(?:[\w.-]+,?\s+){0,7}?)(?P<verb>(?:ska(?:ll)? |will (?:be )?|is |skal |to be )?"
    rf"(?:{_CHECKS}))\s+(?:hur (?:det|arbetet) går\s+|how (?:it|this) (?:works|goes|is going)\s+"
    r"|(?:det|detta|dette|it|this)\s+)?(?P<how>\S.*)$"
)
_CHECKING = re.compile(
    r"(?i)^(?:(?:en\s+|an?\s+)?(?:första\s+|first\s+|første\s+)?(?:utvärdering(?:en)?|avstämning(?:en)?"
    r"|uppföljning(?:en)?"
    r"|opfølgning(?:en)?|oppfølging(?:en)?|evaluering(?:en)?|follow-up|review)\s+"
    r"(?:av\s+\w+\s+|of\s+\w+\s+)?(?:görs|sker|hålls|planeras|genomförs|blir|sker|finder sted|skjer|gjøres"
    r"|foretages|will take place|takes place"
    r"|is planned|will be held))\s+(?=\S)"
)
_REPORTED = re.compile(
    r"(?i)^(?:återrapport(?:ering)?|återkoppling|redovisning|rapport(?:ering)?|stickprov|kontroll|check|report)\b"
    r"(?:\s+(?:till|i|på|vid|av|to|at)\s+(?:\S+\s+){1,3}?)?(?:\s+(?:sker|görs|hålls|is given))?\s+(?=\S)"
)
"""What is told or looked at again, and when ("Återrapport till rådet i juni")."""
_LABELLED = re.compile(r"^([^:.]{2,40}):\s+(?=\S)")
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS}) | {
    Field.START,
    Field.FIRST,
}
_ANSWERS = re.compile(
    r"(?i)^(?:(?:huvud)?ansvarig(?:a)?|responsible|ansvarlig(?:e)?)\s+(?:för|for)\s+[^.]{3,60}?\s+(?:är|is|er"
    r"|blir)\s+(?=\S)(?!.*\s(?:är|is|er)\s)"
    r"|^(?:det|detta|för det|för detta)\s+ansvarar\s+(?=\S)"
    r"|^(?:huvudansvarig|ytterst ansvarig)\s+(?:är|blir)\s+(?=\S)"
    r"|^(?:ansvaret|responsibility)(?:\s+(?:för|for)\s+[^.]{3,60}?)?\s+"
    r"(?:ligger\s+(?:på|hos)|vilar\s+på|har|åligger|lies with|rests with)\s+(?=\S)"
)
_LED = re.compile(
    r"(?i)^(?:\w{4,}(?:en|et|n|t)(?=\s+(?:leds|drivs|samordnas|ledes)\s)"
    r"|arbetet|åtgärden|detta|det|this(?: work)?|the work|arbeidet|arbejdet|tiltaket|dette)\s+"
    r"(?:leds|drivs|sköts|utförs|samordnas|genomförs|ägs|görs|will be (?:led|done|taken forward)|is led|ledes"
    r"|utføres|varetages)\s+"
    r"(?:av|by|af)\s+(?P<who>[^.]{3,70})$"
)
_DONE_BY = re.compile(
    r"(?i)^(?:\S+\s+){0,6}?(?:ska(?:ll)?|beräknas|bör|skal|bør|planeras|förväntas|should|will|is to|are to|must"
    r"|er|är)\s+"
    r"(?:vara\s+|være\s+|be\s+)?(?:helt\s+|fully\s+)?"
    r"(?:klar[at]?|färdig[at]?|genomför[dt]a?|slutför[dt]a?|införd[at]?|infört|på plats|i drift|i bruk|ferdig"
    r"|færdig[et]?"
    r"|klart|gennemført|gjennomført|på plass|completed?|in place|done|finished|ready)\s+(?P<when>.+)$"
)
_HAPPENS = re.compile(
    r"(?i)^(?:(?:detta|det|åtgärden|arbetet|this|it|the work|dette|arbejdet|arbeidet)\s+"
    r"|\w+\s+(?=(?:gäller|gjelder|gælder)\b))?"
    r"(?:gäller|sker|genomförs|påbörjas|startar|inleds|börjar|införs|träder i kraft|gjelder|gælder|iværksættes"
    r"|starter"
    r"|starts|begins|applies|will start|will begin|skal skje|skal ske)\s+(?P<when>.+)$"
)
_ACTIVE = re.compile(
    r"(?i)(?:ska(?:ll)? |will |skal )?"
    r"(?:följer upp|stämmer av|utvärderar|redovisar|återrapporterar|kontrollerar|kontrollerer|går gjennom"
    r"|gör stickprov|går igenom"
    r"|tar upp|monitors?\b|checks?\b"
    r"|follow(?!ed)|review(?!ed)|følger|evaluerer)"
)
_TAKES = re.compile(
    r"^(?P<who>(?:[\w.-]+,?\s+){1,6}?)(?:ansvarar|är ansvarig|har ansvaret|har ansvar|tar ansvar|is responsible"
    r"|er ansvarlig)\s+(?:för(?:\s+att)?|for|that)\s+(?!(?:det|detta|den|this|it|that)\b)(?=\S)"
)
"""Who answers for what: the sentence tells both, so it is what will be done."""
_IS_TAKER = re.compile(
    r"(?i)(?:(?:huvud)?ansvarige?a?|ansvarlige?|responsible|lead)\s+(?:är|er|is|blir|bliver)\s+"
    r"(?P<who>[^,.;]{3,60}),\s+(?:som|who|der)\s"
)
"""Who answers for it, and what he or she does besides."""
_BY = re.compile(r"(?i)\s+(?:av|by|af)\s+(?P<who>[^,.]{3,60})$")
_AND = re.compile(r"(?i)\s(?:och|samt|and|og)\s")
"""Between two things that somebody does, of which only the second is a check."""
_BEFORE = frozenset({"by", "before", "innan", "före", "senast"})
_OURSELVES = frozenset({"vi", "we", "man", "der", "detta", "det", "den", "it", "this", "dette"})
_I = frozenset({"jag", "i", "jeg"})
_NOBODY = words("vi du ni jag man alla varje respektive kliniken enheten avdelningen verksamheten mottagningen") | {
    "the department",
    "the clinic",
    "afdelingen",
    "avdelingen",
    "klinikken",
}
"""Words that stand where somebody would and name nobody who could be asked."""
_TITLED = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+[A-ZÅÄÖÆØ]")
_READY = re.compile(r"(?i)^(?:klara?|färdiga?|ferdig|færdig|ready|done)\s+(?=\S)")
"""What is said of a thing that will be done, before the day ("klar före sommaren"): beside a day it tells no status."""
_PRONOUNS = frozenset({"han", "hon", "hen", "de", "he", "she", "they"})


def clauses_of(sentence: str) -> list[tuple[str, str]]:
    """The clauses of a sentence, each with the sign or word that ties it to the one before (the first with none)."""
    pieces: list[tuple[str, str]] = []
    start, sign = 0, ""
    for match in _SPLIT.finditer(sentence):
        pieces.append((sign, sentence[start : match.start()]))
        start, sign = match.end(), match.group(0)
    return [*pieces, (sign, sentence[start:])]


def fields_told(clause: str, told: dict[Field, str]) -> dict[Field, str]:
    """The fields that a clause tells, where it tells nothing else; `told` is what the action has already."""
    bare = clause.strip().rstrip(".")
    if bare.split(" ", 1)[0].casefold() in _BEFORE and is_dated_or_open(bare):
        return {Field.DUE: bare}
    return label_told(bare) or _check_told(bare, told) or _owner_told(bare) or _day_told(bare) or _sentence_told(clause)


def label_told(bare: str) -> dict[Field, str]:
    """The field that a label before a colon names in the middle of prose ("Ansvarig: Anna Ek")."""
    labelled = _LABELLED.match(bare)
    field = field_of_label(labelled.group(1), marked=True) if labelled else None
    return {field: bare[labelled.end() :]} if labelled and field in _TELLING else {}


def _sentence_told(clause: str) -> dict[Field, str]:
    field, said = sentence_told(clause.strip())
    if field is Field.DUE and is_dated_or_open(bare := _READY.sub("", said)):
        return {field: bare}
    return {field: without_article(said) if field is Field.RESPONSIBLE else said} if field else {}


def _check_told(bare: str, told: dict[Field, str]) -> dict[Field, str]:
    checking = _CHECKING.match(bare) or _REPORTED.match(bare)
    if checking and is_about_time(bare[checking.end() :]):
        return {Field.FOLLOW_UP: bare}
    checked = _CHECKED.match(bare)
    is_second = checked and _AND.search(checked["who"]) and not are_owners(checked["who"].strip())
    if not checked or is_second or not is_about_time(checked["how"]):
        return {}
    return _checked(checked["who"].strip(), checked["how"], told, is_active=_ACTIVE.match(checked["verb"]) is not None)


def _checked(who: str, how: str, told: dict[Field, str], *, is_active: bool) -> dict[Field, str]:
    found = {Field.FOLLOW_UP: how}
    if who.casefold() in _PRONOUNS or (is_active and not who):
        return found | {Field.FOLLOW_UP_RESPONSIBLE: told.get(Field.RESPONSIBLE, "")}
    if who.casefold() in _I:
        return found | {Field.FOLLOW_UP_RESPONSIBLE: who}
    by = _BY.search(how)
    if by and are_owners(by["who"]):
        return {Field.FOLLOW_UP: how[: by.start()], Field.FOLLOW_UP_RESPONSIBLE: by["who"]}
    is_somebody = is_active and who.casefold() not in _OURSELVES and is_sure(who)
    return found | ({Field.FOLLOW_UP_RESPONSIBLE: without_article(who)} if is_somebody else {})


def _owner_told(bare: str) -> dict[Field, str]:
    answers = _ANSWERS.match(bare)
    who = bare[answers.end() :].removesuffix(" för") if answers else ""
    led = None if who else _LED.match(bare)
    who = led["who"] if led and not day_within(led["who"]) else who
    return {Field.RESPONSIBLE: without_article(who)} if who and are_owners(who) else {}


def _day_told(bare: str) -> dict[Field, str]:
    told = _DONE_BY.match(bare) or _HAPPENS.match(bare)
    return {Field.DUE: told["when"]} if told and is_dated_or_open(told["when"]) else {}


def taker_of(sentence: str) -> str:
    """Who answers for what a sentence tells ("Anna Ek ansvarar för att …"), empty where it tells nobody for certain."""
    takes = _TAKES.match(sentence) or _IS_TAKER.match(sentence)
    return without_article(takes["who"]) if takes and is_sure(takes["who"].strip()) else ""


_ARTICLES = re.compile(r"(?i)^(?:(?:vilket|vilken|vilka|som|which|hvilket|hvilken)\s+)?(?:(?:the|our|vår)\s+)?")


def without_article(who: str) -> str:
    """Somebody's words without the article, or what leads to them, before them ("The college tutor")."""
    return _ARTICLES.sub("", who.strip()).rstrip(",")


def are_owners(said: str) -> bool:
    """Say whether words may be somebody, without a doubt."""
    owners, doubts = read_owners(said)
    return bool(owners) and not doubts and len(said.split()) <= LONGEST_OWNER


def is_sure(said: str) -> bool:
    """Say whether words are somebody for certain: a role, or a first name and a surname."""
    owners, _ = read_owners(said)
    return (
        are_owners(said)
        and said.casefold() not in _NOBODY
        and all(" " in owner.name or ends_in_role(owner.role) or _TITLED.match(said) for owner in owners)
    )
