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

_TICKS = words("x ✓ ✔ ✅ ☑ ☒ ja yes ok ja. v √")
_NO = words("nej no nei - – ☐ □ ej")
_OPENING = re.compile(
    r"(?i)^(?:(?:följs|följer) upp|uppföljning(?:en)?(?: sker| görs)?|uppföljs|avstämning|utvärderas|stäms av"
    r"|follow(?:ed)?[- ]up|review(?:ed)?|opfølgning|oppfølging)\b[:\s]*(?:i|den|under|senast|in|on|by|ved)?\s+(?=\S)"
)
_SHARE = re.compile(
    r"(?i)(?:ca\s+|cirka\s+)?(100|\d{1,2})\s*(?:%|procent|percent|pct)(?:\s+(?:klart?|done|complete|färdigt?))?"
)
MOST_DATE_WORDS = 6
_ANY_DAY = date(2000, 1, 1)
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


@dataclass(frozen=True, slots=True)
class Status:
    """A status field understood: the code, the day it says, and its words where they say more."""

    code: str = ""
    since: date | None = None
    note: str = ""
    doubts: tuple[Doubt, ...] = ()


def one_line(text: str) -> str:
    """The words with every run of blanks and line breaks as one blank."""
    return " ".join(text.split())


def read_due(said: str, reference: date) -> Due:
    """When it must be done; an empty field is no date and a doubt."""
    text = one_line(said)
    found = read(text, reference, in_date_field=True)
    return Due(replace(found.when, text=text), found.status, _due_doubts(found, text))


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
    r"(?i)\b(?:till|senast|före|innan|i|under|efter|by|before|in|until|senest|inden|innen|den|v\.?|vecka)\s+(?=\S)"
)


def is_dated_or_open(said: str) -> bool:
    """Say whether the words are a date, or "snarast" and its like, and nothing else."""
    found = read(one_line(said), _ANY_DAY, in_date_field=True)
    return found.kind == Kind.OPEN or is_dated(said, _ANY_DAY)


def date_in(said: str) -> str:
    """The words at the end of a sentence that are a date ("till 15 mars 2027"), empty where none is."""
    text = one_line(said).rstrip(".!")
    ends = (text[lead.start() :] for lead in _LEADS.finditer(text))
    return next((words for words in ends if len(words.split()) <= MOST_DATE_WORDS and is_dated(words, _ANY_DAY)), "")


def is_dated(said: str, reference: date) -> bool:
    """Say whether the words are a date and nothing else."""
    found = read(one_line(said), reference, in_date_field=True)
    return bool(found.start or found.end) and "other-words" not in found.notes and found.kind != "recurrence"


def read_follow_up(said: str, first_words: str, reference: date) -> FollowUp:
    """How it is followed up: cadence, first time, triggers.

    `first_words` stand where a field of its own tells the first time.
    """
    if not one_line(said) and read(one_line(first_words), reference, in_date_field=True).rule:
        said, first_words = first_words, ""
    text = one_line(said)
    found = read(text, reference, in_date_field=True)
    found = _each_year(_after_the_measure(found, text), text, reference)
    first = _first(found)
    doubts = _follow_up_doubts(found, text) if text else ()
    if one_line(first_words):
        told = read_due(first_words, reference)
        first = told.when
        doubts = tuple(replace(each, field="first") for each in told.doubts)
        text = f"{text}; {told.when.text}" if text else told.when.text
    return FollowUp(text, found.rule, first, found.triggers, doubts)


_AFTERWARDS = re.compile(r"(?i)\b(?:efter|after|etter)\s+(?:ca\s+|cirka\s+)?\w+\s+\w+\.?$")


def _after_the_measure(found: Reading, text: str) -> Reading:
    """A follow-up "efter tre månader" as counted from the measure, which no reader can place on a day."""
    if "counted-from-reference" not in found.notes or not _AFTERWARDS.search(text) or found.rule:
        return found
    return replace(found, kind="trigger", start=None, end=None, triggers=(text,), notes=("after-event",))


def _each_year(found: Reading, text: str, reference: date) -> Reading:
    """Several months without a year ("maj och november") as a cadence, with the doubt that they are several."""
    if found.rule or not {"several", "year-assumed"} <= set(found.notes):
        return found
    again = read(f"{text} varje år", reference, in_date_field=True)
    return replace(again, notes=("several",)) if "BYMONTH=" in again.rule and again.first is None else found


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


def read_status(said: str, reference: date) -> Status:
    """The status that a field's words say ("Pågår", "Klart 2025-11", a tick)."""
    said = _ticked(said)
    text = one_line(said)
    parts = [part for part in said.split("\n\n") if part.strip()]
    if len(parts) > 1:
        return _status_of_several([read_status(part, reference) for part in parts], text)
    if not text:
        return Status()
    if text.casefold() in _TICKS:
        return Status("done")
    if text.casefold() in _NO:
        return Status("planned")
    share = _SHARE.fullmatch(_as_percent(text))
    if share:
        return Status(_of_share(int(share.group(1))), None, text)
    found = read(text, reference, in_date_field=True)
    code = found.status or read(_before_numbers(text), reference, in_date_field=True).status
    is_past = found.start is not None and found.start <= reference
    if not code and found.kind == Kind.DAY and is_past and "other-words" not in found.notes:
        code = "done"
    since = _behind(found, reference)
    note = text if not code or len(text.split()) > 1 else ""
    is_said = bool(code) or "status:late" in found.notes
    doubts = () if is_said else (Doubt("status", "status-unclear", text),)
    return Status(code, since if code else None, note, doubts)


def _behind(found: Reading, reference: date) -> date | None:
    """The day since when it is so: one that lies behind, a missing year the last one in which it does."""
    since = found.end or found.start
    if since is None or since <= reference or "year-assumed" not in found.notes:
        return since
    return since.replace(year=since.year - 1, day=min(since.day, 28) if since.month == 2 else since.day)


_BOXES = re.compile(r"(☐|□|\[ ?\]|\( \))|(☑|☒|✓|✔|✅|\[[xX]\]|\([xX]\))")


def _ticked(said: str) -> str:
    """The words after the ticked box of several ("☐ Pågår ☒ Klar"); all words where there are not several."""
    boxes = list(_BOXES.finditer(said))
    ticked = [index for index, box in enumerate(boxes) if box.group(2)]
    if len(boxes) < 2:
        return said
    if len(ticked) != 1:
        return "" if not ticked else said
    start = boxes[ticked[0]].end()
    end = boxes[ticked[0] + 1].start() if ticked[0] + 1 < len(boxes) else len(said)
    is_before = not said[start:end].strip() or bool(said[: boxes[0].start()].strip())
    return (
        said[boxes[ticked[0] - 1].end() if ticked[0] else 0 : boxes[ticked[0]].start()]
        if is_before
        else said[start:end]
    )


def _status_of_several(found: list[Status], text: str) -> Status:
    """The status that several columns say together: the first code, the first day, all the words."""
    code = next((one.code for one in found if one.code), "")
    since = next((one.since for one in found if one.since), None)
    return Status(code, since if code else None, text, () if code else found[0].doubts)


def _as_percent(text: str) -> str:
    """A share between 0 and 1, as sheets hold what they show in percent, as people write it."""
    return f"{round(float(text.replace(',', '.')) * 100)} %" if _FRACTION.fullmatch(text) else text


_FRACTION = re.compile(r"0|1|[01][.,]\d{1,4}")


def _of_share(percent: int) -> str:
    """The status that a share of what is done says."""
    if percent in {0, 100}:
        return "done" if percent else "planned"
    return "in_progress"


def _before_numbers(text: str) -> str:
    return re.split(r"[\d,;(:–]|\s-\s", text, maxsplit=1)[0].strip() or text
