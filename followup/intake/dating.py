"""Understands the words of dates, follow-ups and statuses through the one grammar of dates.

It keeps the words beside what they mean and doubts what the grammar could not place; it invents no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from followup.domain.dates import Kind, When
from followup.domain.drafts import Doubt
from followup.domain.when import Reading
from followup.domain.when import read as read_afresh
from followup.intake.wordlists import words

_OPENING = re.compile(
    r"(?i)^(?:(?:följs|följer) upp|uppföljning(?:en)?(?: sker| görs)?|uppföljs|avstämning|utvärderas|stäms av"
    r"|follow(?:ed)?[- ]up|review(?:ed)?|opfølgning|oppfølging)\b[:\s]*(?:i|den|under|senast|in|on|by|ved)?\s+(?=\S)"
)
MOST_DATE_WORDS = 6
_ANY_DAY = date(2025, 1, 1)
"""Only says whether words are a date; a year of two figures ("ht 26") is read near it."""
_GUESSED = frozenset({"uncertain", "several"})


@lru_cache(maxsize=4096)
def read(text: str, reference: date, *, in_date_field: bool = False) -> Reading:
    """The grammar's reading, remembered: plans say the same words for many actions."""
    return read_afresh(text, reference, in_date_field=in_date_field)


@dataclass(frozen=True, slots=True)
class Due:
    """A date field understood: the date with its words, and a status that stood among them."""

    when: When
    status: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The words of a follow-up understood."""

    text: str
    rule: str
    first: When
    triggers: tuple[str, ...]
    doubts: tuple[Doubt, ...]


_NOTHING_TOLD = FollowUp("", "", When.no_date(), (), ())


def one_line(text: str) -> str:
    """The words with every run of blanks and line breaks as one blank."""
    return " ".join(text.split())


def read_due(said: str, reference: date) -> Due:
    """When it must be done; an empty field is no date and a doubt."""
    text = one_line(said)
    found = read(text, reference, in_date_field=True)
    return Due(found.when, found.status, _due_doubts(found, text))


def _due_doubts(found: Reading, text: str) -> tuple[Doubt, ...]:
    if found.kind == Kind.NONE and not found.status:
        return (Doubt("due", "date-missing", text),)
    if found.kind in {"not-a-date", "trigger", "recurrence"}:
        return (Doubt("due", "date-not-understood", text),)
    return _assumptions("due", found, text)


def _assumptions(field: str, found: Reading, text: str) -> tuple[Doubt, ...]:
    if "year-assumed" in found.notes:
        return (Doubt(field, "year-assumed", text),)
    return (Doubt(field, "date-uncertain", text),) if _GUESSED & set(found.notes) else ()


def is_about_time(said: str) -> bool:
    """Say whether the grammar finds a date, a cadence or an event in the words."""
    found = read(one_line(said), _ANY_DAY)
    return found.kind != "not-a-date" or bool(found.triggers)


_LEADS = re.compile(
    r"(?i)\b(?:från och med|från|fr\.?\s?o\.?\s?m\.?|from|till|senast|före|innan|i|under|efter|no later than"
    r"|fra og med|fra|frå|innan|pr\.?|by"
    r"|before|in"
    r"|until|senest|inden|innen|den|v\.?|vecka)\s+(?=\S)"
)


def is_dated_or_open(said: str) -> bool:
    """Say whether the words are a date, or "snarast" and its like, and nothing else."""
    found = read(one_line(said), _ANY_DAY, in_date_field=True)
    return found.kind == Kind.OPEN or is_dated(said, _ANY_DAY)


MODAL = "may "
"""In a sentence an English month has a capital."""


def date_within(said: str) -> str:
    """The first words inside a sentence that are a date ("Från mars 2027 deltar …"), empty where none are.

    A length ("görs om till två veckor") is taken for a date only where no other stands.
    """
    text = one_line(said).rstrip(".!")
    leads = (lead.start() for lead in _LEADS.finditer(text) if not text.startswith(MODAL, lead.start()))
    found = [words for start in leads if (words := _longest_date(text[start:]))]
    found = [words for words in found if not _LENGTH.match(words)] or found
    days = (words for words in found if "counted-from-reference" not in read(words, _ANY_DAY).notes)
    return next(days, found[0] if found else "")


_LENGTH = re.compile(
    r"(?i)(?:(?:från|fra|from)\s+\S+\s+)?(?:till|til|to)\s+\S+\s+(?:timmar|dagar|veckor|månader|hours|days|weeks|months|dage|dager|uger|uker|måneder)"
)
"""How long something becomes ("förlängs till tre veckor från februari"), which tells no day."""


def _longest_date(text: str) -> str:
    following = text.split()[:MOST_DATE_WORDS]
    candidates = (" ".join(following[:count]).rstrip(".,;)") for count in range(len(following), 1, -1))
    ended = (words for words in candidates if words.rpartition(" ")[2].casefold() not in _GO_ON)
    return next((words for words in ended if is_dated(words, _ANY_DAY)), "")


_GO_ON = words(
    "every each eller med och and or og for för som på i att alla varje hver the av by af in at till til hos"
    " är har ska får blir var is are will has er skal får"
)
"""Words that no date ends with: what follows them is about something else."""


def is_dated(said: str, reference: date) -> bool:
    """Say whether the words are a date and nothing else."""
    found = read(one_line(said), reference, in_date_field=True)
    return bool(found.start or found.end) and "other-words" not in found.notes and found.kind != "recurrence"


def read_follow_up(said: str, first_words: str, reference: date) -> FollowUp:
    """How it is followed up: cadence, first time, triggers.

    `first_words` stand where a field of its own tells the first time.
    """
    if not said and not first_words:
        return _NOTHING_TOLD
    if not one_line(said) and read(one_line(first_words), reference, in_date_field=True).rule:
        said, first_words = first_words, ""
    text = one_line(said)
    found = read(text, reference, in_date_field=True)
    found = _each_year(_after_the_measure(found, text), text, reference)
    first = _first(_earliest(found, text, reference))
    doubts = _follow_up_doubts(found, text) if text else ()
    if one_line(first_words):
        told = read_due(first_words, reference)
        first = told.when
        doubts = tuple(replace(each, field="first") for each in told.doubts)
        text = f"{text}; {told.when.text}" if text else told.when.text
    return FollowUp(text, found.rule, first, tuple(map(_event, found.triggers)), doubts)


_OF_SEVERAL = re.compile(r"(?i)\b(?:och|eller|alternativt|samt|and|or|og|t\.ex|e\.g|f\.eks)\b")


def _event(trigger: str) -> str:
    """An event without what a comma sets apart from it: how it is followed up ("Vid terminsslut, stickprov")."""
    event, _, rest = trigger.partition(", ")
    return trigger if _OF_SEVERAL.search(rest) else event


_AFTERWARDS = re.compile(r"(?i)\b(?:efter|after|etter)\s+(?:ca\s+|cirka\s+)?\w+\s+\w+\.?$")


def _after_the_measure(found: Reading, text: str) -> Reading:
    """A follow-up "efter tre månader" as counted from the measure, which no reader can place on a day."""
    afterwards = _AFTERWARDS.search(text)
    if "counted-from-reference" not in found.notes or not afterwards or found.rule:
        return found
    triggers = (*found.triggers, afterwards[0]) if found.triggers else (text,)
    return replace(found, kind="trigger", start=None, end=None, triggers=triggers, notes=("after-event",))


def _each_year(found: Reading, text: str, reference: date) -> Reading:
    """Several months without a year ("maj och november") as a cadence, with the doubt that they are several."""
    if found.rule or not {"several", "year-assumed"} <= set(found.notes):
        return found
    again = read(f"{text} varje år", reference, in_date_field=True)
    return replace(again, notes=("several",)) if "BYMONTH=" in again.rule and again.first is None else found


_BETWEEN = re.compile(r"(?i)[,;/]|\.\s|\s(?:och|samt|and|og|resp\.?)\s")


def _earliest(found: Reading, text: str, reference: date) -> Reading:
    """Of several days to follow up on ("1 mars 2027 och 1 september 2027") the first; the doubt tells of the others."""
    if found.rule or found.first is not None or "several" not in found.notes:
        return found
    parts = [part.strip() for part in _BETWEEN.split(text)]
    times = [read(part, reference, in_date_field=True) for part in parts if part and is_dated(part, reference)]
    return next((one for one in times if one.start and one.start == found.start), found)


def _first(found: Reading) -> When:
    if found.first is not None:
        return found.first
    if found.start or found.end:
        return replace(found.when, text=_OPENING.sub("", one_line(found.text)))
    return When.no_date()


def _follow_up_doubts(found: Reading, text: str) -> tuple[Doubt, ...]:
    placed = found.rule or found.start or found.end or found.triggers or found.kind in {Kind.OPEN, Kind.NONE}
    if not placed:
        return (Doubt("follow_up", "cadence-unclear", text),)
    return _assumptions("first", found, text)
