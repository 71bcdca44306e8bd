"""Gives actions the day that only the words of what is done tell, where no label of a day does.

"2. Alla ska ha en utbildningsplan senast 31/12. Ansvarig: handledarna" has a day, and no label for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.intake.dating import date_within
from followup.intake.days_inside import day_within
from followup.intake.fields import Field
from followup.intake.records import Record
from followup.intake.sentences import sentences_of


def with_days_of_measures(records: Sequence[Record]) -> None:
    """Give each record without a day the one in its measure, where most records have none of their own."""
    dated = sum(1 for record in records if record.get(Field.DUE))
    if dated * 2 > len(records) or any(record.is_row for record in records):
        return
    for record in records:
        day = "" if record.get(Field.DUE) or record.get(Field.START) else _day(record.get(Field.MEASURE))
        if day and record.get(Field.RESPONSIBLE):
            record.words[Field.DUE] = day


def _day(measure: str) -> str:
    first = next(iter(sentences_of(measure)), "")
    return date_within(measure) or day_within(first)
