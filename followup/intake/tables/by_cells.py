"""Tells by what stands in the cells what a column holds, where its head may mean two things.

"Klart" over days is when it must be done, over ticks whether it is; "Förbättringsområde" over sentences is what is
lacking, over names an area.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from followup.intake.blocks import Row
from followup.intake.dating import is_dated_or_open
from followup.intake.fields import Field
from followup.intake.habits.by_values import SENTENCE, told_by_values
from followup.intake.labels.alike import Fields
from followup.intake.statuses import is_state, is_tick

_MOST = 0.75
"""The least share of a column's filled cells that tells what all of it holds."""
WHOLE = 100
ROWS = 40
"""So many rows are looked at: what a column holds shows in its first."""


def told_by_cells(heads: Sequence[str], fields: Fields, body: Sequence[Row]) -> Fields:
    """The fields of the columns, those that a head leaves open settled by what is in them."""
    first = body[:ROWS]
    told = _with_days(heads, fields, first)
    values = {column: [row.texts[column] for row in first if column < len(row.texts)] for column in told}
    return told_by_values(told, values, dict(enumerate(heads)), SENTENCE - 1)


def states_of(heads: Sequence[str], body: Sequence[Row]) -> dict[int, str]:
    """The columns whose heads are states ("Ej påbörjad", "Pågår", "Klar"), where two or more stand over mere ticks."""
    told = {column: head for column, head in enumerate(heads) if head.strip() and is_state(head)}
    ticked = {column: head for column, head in told.items() if _are_ticks(body, column)}
    return ticked if len(ticked) > 1 and any(_are(body, column, is_tick) for column in ticked) else {}


_PERCENT = re.compile(r"(?i)%|procent|percent|pct")


def shares_of(heads: Sequence[str], fields: Mapping[int, Field], body: Sequence[Row]) -> frozenset[int]:
    """The columns of a status whose heads say per cent, over numbers up to a hundred without that sign."""
    named = [column for column, field in fields.items() if field is Field.STATUS and _PERCENT.search(heads[column])]
    numbers = {
        column: [int(row.texts[column]) for row in body if column < len(row.texts) and row.texts[column].isdecimal()]
        for column in named
    }
    return frozenset(column for column, found in numbers.items() if found and 1 < max(found) <= WHOLE)


def _are_ticks(body: Sequence[Row], column: int) -> bool:
    return all(is_tick(row.texts[column]) for row in body if column < len(row.texts) and row.texts[column].strip())


def _with_days(heads: Sequence[str], fields: Fields, body: Sequence[Row]) -> Fields:
    """A column of days under "Klart" as when it must be done, the one of ticks beside it as how it stands."""
    named = {column: field for column, field in fields.items() if heads[column].strip()}
    days = [one for one, field in named.items() if field is Field.STATUS and _are(body, one, is_dated_or_open)]
    if not days:
        return fields
    ticks = [one for one, field in named.items() if field in {None, Field.DUE} and _are(body, one, is_state)]
    if not ticks or any(field is Field.DUE and one not in ticks for one, field in named.items()):
        return fields
    return {**fields, ticks[0]: Field.STATUS, days[0]: Field.DUE}


def _are(body: Sequence[Row], column: int, is_so: Callable[[str], bool]) -> bool:
    """Say whether most of a column's filled cells are so."""
    texts = [row.texts[column].strip() for row in body if column < len(row.texts) and row.texts[column].strip()]
    return bool(texts) and sum(1 for text in texts if is_so(text)) >= len(texts) * _MOST
