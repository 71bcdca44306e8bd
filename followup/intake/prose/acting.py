"""Finds who a sentence says does something: as its subject, after "av", as the one who is given it to do.

A verb is known by where it stands and how it ends, never by a list of what people do; only verbs of being, having and
receiving are set apart, since whoever is their subject does nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from followup.intake.owners.kinds import ends_in_role, kind_of
from followup.intake.prose.clauses import taker_of, without_article
from followup.intake.prose.leaning import is_past
from followup.intake.prose.people_told import Names, is_crowd, is_somebody
from followup.intake.wordlists import words

MOST_SUBJECT = 8
_MYSELF = re.compile(r"\b(?:[Jj]ag|I|[Jj]eg)\b")
LONGEST_SHORT = 6
_WORD = re.compile(r"\S+")
_MODALS = words("ska skall will shall skal vil would måste") | {"to"}
_AGREEING = re.compile(
    r"(?i)^(?:åtog sig|har åtagit sig|har tagit på sig|lovade|har lovat|has agreed|agreed|has offered|har påbörjat"
    r"|har börjat|har inlett|har fått i uppdrag|har i uppdrag|fick i uppdrag|får i uppdrag"
    r"|får till uppgift|ges i uppdrag"
    r"|has begun|has started|has been asked|kommer (?:\w+ )?att|kommer til å|is to|are to|is going to|får ansvar"
    r"|har begynt|har fått|tar på sig)\b"
)
_RECEIVING = words(
    "få ha kunna erbjudas vara have receive be få ha være kunne tilbydes tilbys ges bli blive attend get genomgå"
)
_NO_DOING = words(
    """
    är har var under efter eller över per får kan bör er tycker menar anser saknar påpekar noterar mangler mener etter
    over other after never their for our number year sker hver hvert år gånger når når før clear klar upplever vet
    känner behöver blir finner varierar ligger står kommer hinner önskar ønsker oplever opplever for der her när där
    här för måste oftare sällan mycket mer fler flera timmar veckor månader terminer kurser klinikker läkare
    föreslår foreslår tror hoppas tillhör avser gäller börjar startar pågår ingår omfattar innehåller varar kostar
    krever kräver hever dager
    uker uger vår hösttermin weather however whether further together later either neither another
    """
)
_ENGLISH_S = re.compile(r"[a-z]{2,}[^s\W]s$")
_AGENT = re.compile(
    r"\s(?:[a-zåäöæø]{2,}s|(?:is|be|are|blir|bliver|er)\s+\w+|[a-z]+(?:ed|ten)(?=\s+(?:\w+\s+){0,3}?by\s))"
    r"\s+(?:\w+\s+){0,5}?(?:av|by|af)\s+"
    r"(?P<who>[^.,;]{2,80}?)"
    r"(?=[.,;)]|$|(?<!tillsammans)(?<!samråd)(?<!together)(?<!sammen)\s+(?:med|with)\b|\s+(?:till|senast|före|innan"
    r"|under|i|by|before|in|inden|innen|och(?!\s[A-ZÅÄÖ])|som|så|för|vid|på|hos|at|each|every|varje|from"
    r"|från|and(?!\s[A-ZÅÄÖ])|og(?!\s[A-ZÆØÅ])|efter|until"
    r"|senest|fra|ved|during|within|inom|minst)\b)"
)
_GIVEN = re.compile(r"(?i)^(?:att\s+)?(?:ge|uppdra åt|be)\s+(?P<who>(?:[\w.-]+\s+){1,5}?)(?:i uppdrag\s+)?att\s")
_DECISION = re.compile(
    r"(?i)^(?:it was (?:agreed|decided)|(?:det )?(?:beslut(?:ades|ar|ade)?|bestämdes|enades om)"
    r"|det (?:blev|ble|er) (?:besluttet|aftalt|bestemt|vedtatt|avtalt|enighet om|enighed om)|[\w ]{3,30}?"
    r" (?:beslutade|beslöt|enades om|bestämde|agreed|decided|vedtok|besluttede)),?\s+(?:att|that|at|å)\s+"
)
_LEADING = re.compile(r"(?i)^(?:(?:att|at|that|och|men|dock|därför|därutöver|dessutom|sedan|därefter)\s+)")
_TOPIC = re.compile(r"^[^:.!?]{2,80}:\s+(?=\S)")
_A_THING = re.compile(r"[a-zåäöæø](?:an|en|et|na|ande|ing|ion|er|or|ar)$")
"""How nouns end that begin a sentence; a name that ends so is somebody where it is known."""
_PERFECT = re.compile(r"(?i)(?:har|have|has)\s+\w+(?:at|it|tt|ed)\b|(?:is|are)\s+\w+ing\b")
_ENGLISH = re.compile(r"\s(?:the|a|an|of|with|each|every|this|it)\s")
_ONLY_MANY = re.compile(r"(?i)(?:all|alla|alle|fler|flera|många|two|three|två|tre|samtliga|varje|every|each|some|many)")
_PLACE = re.compile(r"\s(?:som|en|ett|all|till|för|i|på|med|om|av|vid|for|of|in|on|to|ved|til|med|af)\s")
_BETWEEN_NAMES = re.compile(r"\s(?:och|and|og|&|\+)\s|[/,+&]")


def doer(sentence: str, names: Names = frozenset(), sender: str = "") -> str:
    """Who does what a sentence tells, empty where it names nobody."""
    return taker_of(sentence) or actor(sentence, names, sender) or agent(sentence, names)


def agent(sentence: str, names: Names) -> str:
    """Who something is done by, in the passive ("tas fram av Bo Lind till den 1 februari")."""
    found = _AGENT.search(sentence)
    who = without_article(found["who"]) if found else ""
    return who if who and is_somebody(who, names) else ""


@lru_cache(maxsize=16384)
def actor(sentence: str, names: Names = frozenset(), sender: str = "", *, is_line: bool = True) -> str:
    """Who a sentence says does something, as its subject."""
    bare = _LEADING.sub("", _DECISION.sub("", _TOPIC.sub("", sentence)))
    given = _GIVEN.match(bare)
    if given and is_somebody(given["who"], names):
        return given["who"].strip()
    told = list(islice(_WORD.finditer(bare), MOST_SUBJECT))
    for place in range(1, len(told)):
        rest = bare[told[place].start() :]
        subject = bare[: told[place].start()].strip()
        if _acts(rest, subject) and _may_be_subject(
            subject, rest, names, is_line=is_line and _is_name_here(subject, rest)
        ):
            return _named(subject, sender)
    return ""


def _named(subject: str, sender: str) -> str:
    bare = without_article(subject)
    if not sender:
        return "" if _MYSELF.fullmatch(bare) else bare.rstrip(",")
    return _MYSELF.sub(sender, bare).rstrip(",")


def _may_be_subject(subject: str, rest: str, names: Names, *, is_line: bool) -> bool:
    if subject[-1:] in ".:;–-" or ":" in subject or _ONLY_MANY.fullmatch(subject):
        return False
    place = _PLACE.search(subject)
    if place and not ends_in_role(subject[: place.start()]):
        return False
    lone = without_article(subject)
    following = rest.split(maxsplit=1)[0].strip(",.")
    if (
        " " not in lone
        and following != "leder"
        and kind_of(following) == "r"
        and is_somebody(f"{subject} {rest.split(maxsplit=1)[0]}", names)
    ):
        return False
    is_named = " " not in subject or _BETWEEN_NAMES.search(subject) is not None
    return is_somebody(subject, names, is_marked=is_line and is_named)


def _is_name_here(subject: str, rest: str) -> bool:
    """Say whether an unknown word may be a name: a short one before a verb of doing, or one with no noun's ending."""
    is_short = len(subject) <= LONGEST_SHORT and _is_present(rest.split(" ", 1)[0])
    return is_short or not _A_THING.search(subject)


def _acts(rest: str, subject: str) -> bool:
    """Say whether words begin with a verb of doing."""
    first = rest.split(" ", 1)[0].strip(",.;:")
    if _AGREEING.match(rest) or _PERFECT.match(rest):
        return True
    if first in _MODALS:
        after = rest.split(" ", 2)[1:2]
        return bool(after) and after[0].strip(".,").casefold() not in _RECEIVING
    is_english = _ENGLISH_S.fullmatch(first) is not None and _ENGLISH.search(rest) is not None
    return _is_present(first) or (is_english and not is_crowd(subject) and is_somebody(subject, frozenset()))


def _is_present(word: str) -> bool:
    is_nordic = len(word) >= 3 and word.endswith("r") and word.isalpha() and word.islower()
    return is_nordic and word not in _NO_DOING and not is_past(word)
