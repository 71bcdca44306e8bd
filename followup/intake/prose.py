"""Reads an action out of a paragraph of prose: what is lacking, what will be done, who does it, until when.

Only for documents that promise actions and have no labels for them. A paragraph is one only if it tells both who and
when, or is a decision that tells one thing about itself; all else stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from followup.intake.dating import date_within, is_about_time, is_dated_or_open
from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.owner_kinds import ends_in_role
from followup.intake.owners import read_owners
from followup.intake.promises import is_decided
from followup.intake.sentences import sentence_told, sentences_of

LONGEST = 700
LONGEST_OWNER = 8
_NAME = r"(?:[A-ZÅÄÖÆØ][\w-]+|[a-zåäöæø-]{4,})"
_CLAUSE = re.compile(
    r"[,;]\s+(?:och\s+|samt\s+|and\s+|og\s+)?(?=(?i:klart?|färdigt?|senast|due|by|before|innan|före|ansvarig\w*|responsible)\b"
    rf"|(?:{_NAME}\s+){{1,4}}(?:ansvarar|är ansvarig|har ansvaret|is responsible|er ansvarlig)\b"
    r"|(?i:han|hon|hen|de|he|she|they)\s+(?:följer upp|stämmer av|will review|reviews)\b)"
)
"""Where a clause begins that tells who or when, after the one that tells what."""
_CHECKED = re.compile(
    r"(?i)^(?P<who>(?:[\w.-]+,?\s+){0,6}?)(?P<verb>(?:ska |will (?:be )?|is |skal )?"
    r"(?:följs upp|följas upp|uppföljs|utvärderas|stäms av|ses över|följer upp|stämmer av|utvärderar"
    r"|follow(?:s|ed)? up|review(?:s|ed)?|følges op|følges opp|følger op|følger opp))\s+"
    r"(?:hur (?:det|arbetet) går\s+|how (?:it|this) (?:works|goes|is going)\s+|(?:det|detta|it|this)\s+)?(?P<how>\S.*)$"
)
_CHECKING = re.compile(
    r"(?i)^(?:utvärdering(?:en)?|avstämning(?:en)?|uppföljning(?:en)?)\s+(?:görs|sker|hålls)\s+(?=\S)"
)
_ANSWERS = re.compile(r"(?i)^(?:ansvarig|responsible)\s+(?:för|for)\s+[^.]{3,60}?\s+(?:är|is)\s+(?=\S)")
_LABELLED = re.compile(r"^[^:.]{1,60}:\s")
_ACTIVE = re.compile(r"(?i)(?:ska |will |skal )?(?:följer upp|stämmer av|utvärderar|follow|review(?!ed)|følger)")
_BY = re.compile(r"(?i)\s+(?:av|by|af)\s+(?P<who>[^,.]{3,60})$")
_BEFORE = frozenset({"by", "before", "innan", "före", "senast"})
_OURSELVES = frozenset({"vi", "jag", "we", "i", "jeg", "man"})
_TAKES = re.compile(
    r"^(?P<who>(?:[\w.-]+,?\s+){1,6}?)(?:ansvarar|är ansvarig|har ansvaret|tar ansvar|is responsible|er ansvarlig)\s+"
    r"(?:för(?:\s+att)?|for|that)\s+(?!(?:det|detta|den|this|it|that)\b)(?=\S)"
)
"""Who answers for what: the sentence tells both, so it is what will be done."""
_PRONOUNS = frozenset({"han", "hon", "hen", "de", "he", "she", "they"})
_LACKING = re.compile(
    r"(?i)\b(?:sakna[rs]|saknades|brister|bristande|inte|aldrig|sällan|ej|få|svår[at]?|otydlig\w*|inställ[dt]\w*"
    r"|ställ(?:s|ts|des) in|föråldra\w+|gamm(?:al|la|alt)|för (?:få|kort\w?|lite[nt]?|låg\w?|lång\w?|sent?)"
    r"|lack(?:s|ed|ing)?|missing|not|never|rarely|seldom|too (?:few|short|little|late|long)|out of date|outdated"
    r"|unclear|should have|mangler|ikke|aldri|sjelden|sjældent)\b"
    r"|^(?:granskarna|inspektörerna|the (?:reviewers|panel|visitors))\b"
)
"""What a sentence says of what is lacking; it stands before what is done about it."""
_MYSELF = re.compile(r"\b(?:[Jj]ag|I|[Jj]eg)\b")
_SENDER = re.compile(r"(?i)^(?:från|from|fra|avsändare|sender)\s*:\s*(?P<who>[^<,;\d(]{3,50})")
_AGENT = re.compile(
    r"\s(?:[a-zåäöæø]{2,}s|(?:is|be|are)\s+\w+)\s+(?:\w+\s+)?(?:av|by|af)\s+(?P<who>(?:[\w-]+\s+){0,3}[A-ZÅÄÖÆØ][\w-]+)"
    r"(?=[.,]|$|\s+(?:till|senast|före|innan|under|i|by|before|in|inden|innen)\b)"
)
"""Who something is done by, in the passive ("tas fram av Bo Lind till den 1 februari")."""
_DOER = re.compile(
    rf"^(?P<who>(?:(?:The|Alla|Samtliga|All|Our)\s+)?{_NAME}(?:[,]?\s+(?:(?:och|and|og)\s+)?{_NAME}){{0,5}},?)\s+"
    r"(?:(?:ska|skall|will|to|skal)\s|(?:tar|gör|skriver|ordnar|sköter|håller|ser|går|bokar|mäter|inför|leder|kontaktar"
    r"|setter|tager|[a-zåäöæø]{3,}(?:erar|mmer|ställer))\s)"
)


def told_in_prose(text: str, sender: str = "") -> dict[Field, str]:
    """The fields that a paragraph of prose tells, with its measure; empty where it tells of no action.

    `sender` is who writes it, where that is told: who says "jag" is that.
    """
    if len(text) > LONGEST:
        return {}
    told: dict[Field, str] = {}
    main: list[str] = []
    for sentence in sentences_of(text):
        for place, clause in enumerate(_CLAUSE.split(sentence)):
            found = {} if not main and _taker(clause) else _fields_of(clause, told)
            if found:
                told = {**found, **told}
            elif place == 0:
                main.append(clause)
            else:
                main[-1:] = [", ".join([*main[-1:], clause])]
    return _action(main, told, sender)


def _fields_of(clause: str, told: dict[Field, str]) -> dict[Field, str]:
    """What a clause tells of an action that is told already: who, when, how it is followed up."""
    bare = clause.strip().rstrip(".")
    if bare.split(" ", 1)[0].casefold() in _BEFORE and is_dated_or_open(bare):
        return {Field.DUE: bare}
    checking = _CHECKING.match(bare)
    if checking and is_about_time(bare[checking.end() :]):
        return {Field.FOLLOW_UP: bare}
    checked = _CHECKED.match(bare)
    if checked and is_about_time(checked["how"]):
        return _checked(
            checked["who"].strip(), checked["how"], told, is_active=_ACTIVE.match(checked["verb"]) is not None
        )
    answers = _ANSWERS.match(bare)
    if answers and _are_owners(bare[answers.end() :]):
        return {Field.RESPONSIBLE: bare[answers.end() :]}
    field, words = sentence_told(clause.strip())
    return {field: words} if field else {}


def _checked(who: str, how: str, told: dict[Field, str], *, is_active: bool) -> dict[Field, str]:
    words = {Field.FOLLOW_UP: how}
    if who.casefold() in _PRONOUNS:
        return words | {Field.FOLLOW_UP_RESPONSIBLE: told.get(Field.RESPONSIBLE, "")}
    by = _BY.search(how)
    if by and _are_owners(by["who"]):
        return {Field.FOLLOW_UP: how[: by.start()], Field.FOLLOW_UP_RESPONSIBLE: by["who"]}
    return words | (
        {Field.FOLLOW_UP_RESPONSIBLE: who} if is_active and who.casefold() not in _OURSELVES and _is_sure(who) else {}
    )


def _action(main: list[str], told: dict[Field, str], sender: str) -> dict[Field, str]:
    """The action that the sentences are, where with what is told beside them they say enough."""
    lacking = list(takewhile(lambda each: _LACKING.search(each) and not is_decided(each), main[:-1]))
    measures = main[len(lacking) :]
    if not measures or _LABELLED.match(measures[0]):
        return {}
    measure = " ".join(measures)
    words = {
        Field.DUE: date_within(measure),
        Field.RESPONSIBLE: _taker(measures[0]) or _doer(measures[0], sender),
    } | told
    words = {field: said for field, said in words.items() if said}
    is_told = {Field.DUE, Field.RESPONSIBLE} <= words.keys() or (is_decided(measure) and bool(words))
    if not is_told or not (is_dated_or_open(words.get(Field.DUE, "snarast")) or date_within(words[Field.DUE])):
        return {}
    return {Field.MEASURE: measure} | ({Field.REQUIREMENT: " ".join(lacking)} if lacking else {}) | words


def _taker(sentence: str) -> str:
    takes = _TAKES.match(sentence)
    return takes["who"].strip() if takes and _is_sure(takes["who"].strip()) else ""


def _doer(sentence: str, sender: str) -> str:
    doer = _DOER.match(_MYSELF.sub(sender, sentence, count=1) if sender else sentence)
    who = re.sub(r"^(?:The|Our)\s+", "", doer["who"]).rstrip(",") if doer else ""
    agent = _AGENT.search(sentence)
    candidates = (who, agent["who"] if agent else "")
    return next((each for each in candidates if each and _is_sure(each)), "")


def sender_of(events: Sequence[Event]) -> str:
    """Who a mail is from, empty where no line tells."""
    found = (_SENDER.match(event.text) for event in events if event.sign is Sign.TEXT)
    return next((match["who"].strip() for match in found if match), "")


def _is_sure(words: str) -> bool:
    """Say whether words are somebody for certain: a role, or a first name and a surname."""
    owners, _ = read_owners(words)
    return _are_owners(words) and all(" " in owner.name or ends_in_role(owner.role) for owner in owners)


def _are_owners(words: str) -> bool:
    owners, doubts = read_owners(words)
    return bool(owners) and not doubts and len(words.split()) <= LONGEST_OWNER


def joined_items(events: Sequence[Event]) -> list[Event]:
    """The events, with items that tell one action between them as one: what is lacking, the decision, its follow-up."""
    joined: list[Event] = []
    for event in events:
        last = joined[-1] if joined else None
        if last is None or last.sign is not Sign.ITEM or event.sign is not Sign.ITEM or not _goes_on(last, event):
            joined.append(event)
        else:
            joined[-1] = last._replace(text=f"{last.text} {event.text}")
    return joined


def _goes_on(last: Event, event: Event) -> bool:
    """Say whether an item is a decision on what the last one says is lacking, or only tells of its decision."""
    if event.level != last.level or last.text[-1:] != ".":
        return False
    if is_decided(event.text):
        return bool(_LACKING.search(last.text)) and len(sentences_of(last.text)) == 1 and not is_decided(last.text)
    decided = any(is_decided(sentence) for sentence in sentences_of(last.text))
    return decided and all(_fields_of(sentence, {}) for sentence in sentences_of(event.text))


_POINT = re.compile(r"^(?:§\s*\d{1,3}\.?|\d{1,2}[.)])\s+(?=[A-ZÅÄÖÆØ])")
LONGEST_POINT = 60
LEAST_POINTS = 2


def with_points_above(events: Sequence[Event]) -> list[Event]:
    """The events, with the numbered lines of an agenda as headings where other items stand below them."""
    points = {index for index, event in enumerate(events) if _is_point(event)}
    below = [index for index in points if index + 1 < len(events) and index + 1 not in points]
    if len(points) < LEAST_POINTS or len(below) * 2 < len(points):
        return list(events)
    return [
        event._replace(sign=Sign.HEADING, text=_POINT.sub("", event.text), level=1) if index in points else event
        for index, event in enumerate(events)
    ]


def _is_point(event: Event) -> bool:
    is_line = event.sign in {Sign.ITEM, Sign.TEXT} and len(event.text) <= LONGEST_POINT
    return is_line and event.text[-1:] not in ".:;?!" and _POINT.match(event.text) is not None
