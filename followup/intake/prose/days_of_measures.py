"""Gives actions the day that only the words of what is done tell, where no label of a day does.

"2. Alla ska ha en utbildningsplan senast 31/12. Ansvarig: handledarna" has a day, and no label for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.prose.clauses import fields_told
from followup.intake.prose.days_inside import day_within, is_day_of, led_day
from followup.intake.prose.pieces import again
from followup.intake.prose.tails import sentence_fields
from followup.intake.records import Record
from followup.intake.sentences import sentences_of

_CHECKED = re.compile(
    r"(?i)[,;.]\s+(?:och\s+|samt\s+|and\s+|og\s+)?(?=(?:följs upp|uppfölj|stäms av|avstämning|utvärder|followed up"
    r"|follow-up|review|følges op|opfølgning|oppfølging|evaluer))"
)


_NOBODY_KNOWN: frozenset[str] = frozenset()
_BOUND = re.compile(r"(?i)(?:från|fr\.?o\.?m|fra|from|senast|senest|innan|inden|innen|no later)\b")


def with_days_of_measures(records: Sequence[Record]) -> None:
    """Give each record without a day the one in its measure, where most records have none of their own.

    Where most have, only a day that the measure is from, or is to be done by, is one.
    """
    if any(record.is_row for record in records):
        return
    dated = sum(1 for record in records if record.get(Field.DUE))
    for record in records:
        day = "" if record.get(Field.DUE) or record.get(Field.START) else _day(record.get(Field.MEASURE))
        is_sure = dated * 2 <= len(records) or _BOUND.match(day) is not None
        who = record.get(Field.RESPONSIBLE)
        if day and is_sure and who and not day_within(who):
            record.words[Field.DUE] = day


def with_checks_of_days(records: Sequence[Record]) -> None:
    """Take apart a day, or somebody, and how it is followed up, where both are one ("1 mars, avstämning i maj")."""
    for record in [each for each in records if not each.get(Field.FOLLOW_UP)]:
        who, *asides = _CHECKED.split(record.get(Field.RESPONSIBLE), maxsplit=1)
        if asides and is_about_time(asides[0]):
            record.words |= {Field.RESPONSIBLE: who, Field.FOLLOW_UP: asides[0]}
        who, _, often = record.get(Field.RESPONSIBLE).rpartition(", ")
        if who and not record.get(Field.FOLLOW_UP) and again(often):
            record.words |= {Field.RESPONSIBLE: who, Field.FOLLOW_UP: often}
        _take_checks(record)
        day, *checks = _CHECKED.split(record.get(Field.DUE), maxsplit=1)
        if checks and is_dated_or_open(day) and not record.get(Field.FOLLOW_UP) and is_about_time(checks[0]):
            record.words |= {Field.DUE: day, Field.FOLLOW_UP: checks[0]}


def _take_checks(record: Record) -> None:
    """Take the sentences after somebody's that tell how it is followed up for what they tell."""
    first, *others = sentences_of(record.get(Field.RESPONSIBLE)) or [""]
    told = [fields_told(each, {}) or sentence_fields(each, _NOBODY_KNOWN, {}) for each in others]
    if others and all(told) and not record.get(Field.FOLLOW_UP):
        record.words[Field.RESPONSIBLE] = first
        for found in told:
            record.words |= {field: said for field, said in found.items() if said and not record.get(field)}


def _day(measure: str) -> str:
    first = next(iter(sentences_of(measure)), "")
    day = led_day(measure) or day_within(first)
    return day if day and is_day_of(measure, day) else ""
