"""Understands one action's words: area, dates, owners, follow-up, status; whatever is unsure becomes a doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from followup.domain.dates import When
from followup.domain.drafts import Doubt, DraftAction
from followup.domain.people import WrittenOwner
from followup.intake.areas import read_area
from followup.intake.dating import (
    FollowUp,
    is_about_time,
    is_dated,
    is_dated_or_open,
    one_line,
    read_due,
    read_follow_up,
)
from followup.intake.fields import Field
from followup.intake.grades import grade_of, split_grade
from followup.intake.owners.reading import read_owners
from followup.intake.prose.checkers import PARTS, apart
from followup.intake.records import Record
from followup.intake.statuses import Status, read_status, told_in_note

_CODED_NUMBER = re.compile(r"^\s*([A-ZÅÄÖ])\s*[.:-]?\s*[1-9]\d{0,2}\s*$")
Owners = tuple[WrittenOwner, ...]
_UNTOLD = Status()


@dataclass(frozen=True, slots=True)
class Expected:
    """What the document's actions have as a rule: only then is a missing one a doubt."""

    area: bool
    requirement: bool


def understand(record: Record, reference: date, expected: Expected) -> DraftAction:
    """The action that a record's words tell of; missing years count from `reference`."""
    day = date(record.year, 1, 1) if record.year else reference
    due_words, owner_words = _due_and_owner(record, day)
    due = read_due(due_words, day)
    follow_up, checkers, checker_words, checker_doubts = _follow_up(record, day)
    owners, owner_doubts = read_owners(owner_words, "responsible")
    status = _status(record, due.status, due.when, date(record.year, 12, 31) if record.year else day)
    code, name, grade = _area(record)
    doubts = (*due.doubts, *owner_doubts, *follow_up.doubts, *checker_doubts, *status.doubts)
    return DraftAction(
        area_code=code,
        area_name=name,
        requirement=requirement_of(record),
        measure=record.get(Field.MEASURE),
        due=due.when,
        responsible=owners,
        responsible_text=one_line(record.get(Field.RESPONSIBLE)),
        follow_up_text=follow_up.text,
        rule=follow_up.rule,
        first=follow_up.first,
        triggers=follow_up.triggers,
        follow_up_responsible=checkers,
        follow_up_responsible_text=one_line(checker_words),
        status=status.code,
        status_since=status.since,
        status_note=status.note,
        doubts=(*_untold(doubts, record), *_missing(record, owners, expected, has_area=bool(code or name))),
        source=record.source,
        area_grade=grade,
    )


def _untold(doubts: tuple[Doubt, ...], record: Record) -> tuple[Doubt, ...]:
    """The doubts, without that a year is assumed where the rows above tell it."""
    return tuple(doubt for doubt in doubts if not (record.year and doubt.code == "year-assumed"))


def requirement_of(record: Record) -> str:
    """The requirement, or the goal or the background where that is what the document states."""
    return record.get(Field.REQUIREMENT) or record.get(Field.GOAL) or record.get(Field.BACKGROUND)


def _area(record: Record) -> tuple[str, str, str]:
    """The area's letter, name and grade, each "" where it is not told."""
    text, grade = split_grade(record.get(Field.AREA))
    code, name = read_area(text)
    told = record.get(Field.GRADE)
    numbered = _CODED_NUMBER.match(record.get(Field.NUMBER))
    return numbered.group(1) if numbered and not code else code, name, grade_of(told) or grade


def _due_and_owner(record: Record, day: date) -> tuple[str, str]:
    """The words of the date and of the owner, also where one field holds both ("Anna Ek, maj 2027")."""
    due, owner = record.get(Field.DUE), record.get(Field.RESPONSIBLE)
    if due or not owner:
        return _with_start(record, due, day), owner
    parts = [part.strip(" .") for part in PARTS.split(owner) if part.strip(" .")]
    dates = [part for part in parts if any(sign.isalnum() for sign in part) and _is_time(part, day)]
    if not dates or len(parts) == len(dates):
        return "", owner
    kept = owner
    for part in dates:
        kept = kept.replace(part, "")
    return ", ".join(_OF_DUE.sub("", part) if is_dated_or_open(part) else part for part in dates), kept.strip(
        " ,;/–-\n"
    )


_OF_DUE = re.compile(r"(?i)^(?:klart?|färdigt?|done|ferdig|færdig)\s+(?=[^\W\d])")
_BEGINS_DUE = re.compile(r"(?i)^(?:klart?|senast|färdigt?|deadline|frist|due)\b")


def _is_time(part: str, day: date) -> bool:
    if is_dated(part, day) or is_dated_or_open(part):
        return True
    return bool(_BEGINS_DUE.match(part)) and is_about_time(part)


def _with_start(record: Record, due: str, day: date) -> str:
    """The date to be done by; a start of its own is told with it where both are dates."""
    start = record.get(Field.START)
    return due or (start if start and is_dated(start, day) else "")


def _follow_up(record: Record, day: date) -> tuple[FollowUp, Owners, str, tuple[Doubt, ...]]:
    words = record.get(Field.FOLLOW_UP)
    checker_words = record.get(Field.FOLLOW_UP_RESPONSIBLE)
    if not (words or checker_words or record.get(Field.FIRST)):
        return read_follow_up("", "", day), (), "", ()
    if not checker_words and words:
        words, checker_words = apart(words)
    follow_up = read_follow_up(words, record.get(Field.FIRST), day)
    if words != record.get(Field.FOLLOW_UP):
        follow_up = replace(follow_up, text=one_line(record.get(Field.FOLLOW_UP)))
    checkers, doubts = read_owners(checker_words, "follow_up_responsible")
    return follow_up, checkers, checker_words, doubts


def _done_on(state: str, due: When) -> date | None:
    """The day that is told right beside what says that it is done ("Klar 2026-02-10")."""
    return due.end if state == "done" and due.start == due.end else None


def _status(record: Record, beside_date: str, due: When, day: date) -> Status:
    """The status said in its own field, beside the date, or by striking the action out."""
    note = one_line(record.get(Field.NOTE))
    if record.struck:
        return Status("dropped", None, note, (Doubt("status", "struck-out"),))
    told = record.get(Field.STATUS)
    status = read_status(told, day) if told else _UNTOLD
    if not status.code and beside_date:
        status = replace(status, code=beside_date, since=_done_on(beside_date, due), doubts=())
    if note and not status.code:
        noted = told_in_note(note, day)
        status = noted if noted.code else status
    elif note and not status.since:
        noted = told_in_note(note, day)
        status = replace(status, since=noted.since) if noted.code == status.code else status
    return replace(status, note=" · ".join(words for words in (status.note, note) if words)) if note else status


def _missing(record: Record, owners: Owners, expected: Expected, *, has_area: bool) -> tuple[Doubt, ...]:
    missing = (
        ("responsible", "responsible-missing", not owners and not record.get(Field.RESPONSIBLE)),
        ("area", "area-missing", expected.area and not has_area),
        ("requirement", "requirement-missing", expected.requirement and not requirement_of(record)),
    )
    told = tuple(Doubt(*each) for each in record.doubts)
    return (*told, *(Doubt(field, code) for field, code, is_missing in missing if is_missing))
