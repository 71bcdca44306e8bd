"""Which field each column of a table holds, where one row or two name them.

A second "Ansvarig" after "Uppföljning" is who follows up; "Klart" beside a date column is a status.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup.intake.blocks import Row
from followup.intake.dating import is_dated_or_open
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.alike import told_apart
from followup.intake.labels.headings import field_of_head, field_of_label, key_of
from followup.intake.labels.heads import head_field, head_index
from followup.intake.tables.by_cells import shares_of, states_of, told_by_cells
from followup.intake.wordlists import words

_FORMER = words("original originally initial ursprunglig ursprungligt tidigare opprinnelig oprindelig")
_POINTS = words("ärende ärenden sak punkt agenda dagordning dagsorden agendapunkt sakspunkt")


@dataclass(frozen=True, slots=True)
class Columns:
    """The field of each column (by index), the row where the actions begin, and heads that name none themselves.

    `is_agenda` tells of minutes, whose points need not lead to anything; `former` are the columns of dates as they
    were at first, which count only where no other tells a date; `states` the columns whose head is a status of its
    own ("Pågår", "Klar"), which a tick in a cell says of the row; `shares` those of bare numbers that are per cent.
    """

    fields: Mapping[int, Field]
    first_row: int
    unknown: tuple[tuple[int, str], ...]
    head_keys: frozenset[str]
    is_agenda: bool = False
    former: frozenset[int] = frozenset()
    states: tuple[tuple[int, str], ...] = ()
    shares: frozenset[int] = frozenset()

    def of(self, field: Field) -> list[int]:
        """The indexes of the columns that hold a field."""
        return [index for index, each in self.fields.items() if each is field]


def read_columns(rows: Sequence[Row], mapping: Mapping[str, Field]) -> Columns | None:
    """The columns of a table that has a head, or None."""
    index = head_index(rows, mapping)
    if index is None:
        return None
    heads, first_row = _heads(rows, index, mapping)
    named = {column: head_field(head, mapping) for column, head in enumerate(heads) if head.strip()}
    told = _with_dates(told_apart(heads, _without_timestamps(named, rows[first_row:])), rows[first_row:])
    fields = told_by_cells(heads, told, rows[first_row:])
    fields = _with_remarks(_with_needs(heads, fields, rows[first_row:]))
    states = dict(states_of(heads, rows[first_row:]))
    known = {column: field for column, field in fields.items() if field in ACTION_FIELDS and column not in states}
    unknown = tuple(
        (column, head)
        for column, head in enumerate(heads)
        if head.strip() and told.get(column) is None and column not in states
    )
    keys = frozenset(key_of(head) for head in rows[index].texts if head.strip())
    is_agenda = "§" in rows[index].texts or bool(keys & _POINTS)
    former = frozenset(column for column, head in enumerate(heads) if _FORMER & set(key_of(head).split()))
    shares = shares_of(heads, known, rows[first_row:])
    return Columns(known, first_row, unknown, keys, is_agenda, former, tuple(states.items()), shares)


def _heads(rows: Sequence[Row], index: int, mapping: Mapping[str, Field]) -> tuple[list[str], int]:
    """The words of the head, of two rows together where that names more, and the row after it."""
    alone = list(rows[index].texts)
    best, first_row = alone, index + 1
    if index + 1 < len(rows) and (_is_head_row(rows[index + 1]) or _parts_spans(rows[index], rows[index + 1])):
        below = _stacked(rows[index].texts, rows[index + 1].texts)
        if _named(below, mapping) > _named(best, mapping):
            best, first_row = below, index + 2
    if best is alone and index > 0 and (_is_head_row(rows[index - 1]) or _is_tied(rows[index - 1], rows[index])):
        above = _stacked(rows[index - 1].texts, rows[index].texts)
        if _named(above, mapping) > _named(best, mapping):
            best = above
    return best, first_row


def _is_head_row(row: Row) -> bool:
    filled = [cell.text for cell in row.cells if cell.text.strip() and not cell.merged]
    return len(filled) >= 2 and all(field_of_label(text, marked=True) for text in filled)


def _parts_spans(above: Row, below: Row) -> bool:
    """Say whether a row names what stands below the cells of a head that reach over several columns, and little else.

    One of its words may be unknown ("%"): the spans tell that the row is a head.
    """
    spans = {cell.text for cell in above.cells if cell.merged}
    cells = [
        each for each in zip(above.cells, below.cells, strict=False) if each[1].text.strip() and not each[1].merged
    ]
    named = [bool(field_of_label(lower.text, marked=True)) for upper, lower in cells if upper.text in spans]
    others = [lower.text for upper, lower in cells if upper.text not in spans]
    return len(named) >= LEAST_PARTS and all(named) and all(len(text) <= LONGEST_UNIT for text in others)


LEAST_PARTS, LONGEST_UNIT = 2, 12
"""Signs of what may stand below a head that names a column already ("%", "ja/nej")."""


def _is_tied(above: Row, below: Row) -> bool:
    """Say whether a cell of the row above reaches down into the row below: the two are one head."""
    pairs = zip(above.cells, below.cells, strict=False)
    return any(lower.merged and upper.text.strip() and lower.text == upper.text for upper, lower in pairs)


def _stacked(above: Sequence[str], below: Sequence[str]) -> list[str]:
    width = max(len(above), len(below))
    pairs = zip([*above, *[""] * width], [*below, *[""] * width], strict=False)
    return [upper if lower in {"", upper} else f"{upper} {lower}".strip() for upper, lower in list(pairs)[:width]]


def _named(heads: Sequence[str], mapping: Mapping[str, Field]) -> int:
    return len({field for head in heads if (field := head_field(head, mapping)) in ACTION_FIELDS})


def _with_needs(heads: Sequence[str], fields: dict[int, Field | None], body: Sequence[Row]) -> dict[int, Field | None]:
    """Columns with one of areas or requirements ("Område/krav") as the latter, where areas have rows of their own."""
    if Field.REQUIREMENT in fields.values() or not any(_runs_across(row) or _stands_alone(row, fields) for row in body):
        return fields
    both = {
        column
        for column, field in fields.items()
        if field is Field.AREA and any(field_of_head(part) is Field.REQUIREMENT for part in heads[column].split("/"))
    }
    return {column: Field.REQUIREMENT if column in both else field for column, field in fields.items()}


def _with_remarks(fields: dict[int, Field | None]) -> dict[int, Field | None]:
    """A column of remarks right before the measures as what is needed, where no other tells it."""
    told = set(fields.values())
    places = [column for column, field in fields.items() if field is Field.MEASURE]
    before = min(places, default=0) - 1
    if fields.get(before) is not Field.NOTE or told & {Field.REQUIREMENT, Field.GOAL, Field.BACKGROUND}:
        return fields
    return {**fields, before: Field.REQUIREMENT}


def _runs_across(row: Row) -> bool:
    return len(row.cells) > 1 and len(set(row.texts)) == 1 and any(cell.merged for cell in row.cells)


def _stands_alone(row: Row, fields: Mapping[int, Field | None]) -> bool:
    """Say whether nothing of a row is filled in but the name of an area."""
    filled = [column for column, text in enumerate(row.texts) if text.strip()]
    return len(filled) == 1 and fields.get(filled[0]) is Field.AREA


LEAST_ROWS, LEAST_SHARE = 2, 0.75


def _with_dates(fields: dict[int, Field | None], body: Sequence[Row]) -> dict[int, Field | None]:
    """Columns with the first that holds days as the date to be done by, where no head names such a one ("Plan")."""
    if Field.DUE in fields.values() or Field.MEASURE not in fields.values():
        return fields
    for column in (column for column, field in fields.items() if field in {None, Field.IGNORE, Field.GOAL}):
        texts = [row.texts[column] for row in body if column < len(row.texts) and row.texts[column].strip()]
        dated = sum(1 for text in texts if is_dated_or_open(text))
        if len(texts) >= LEAST_ROWS and dated >= len(texts) * LEAST_SHARE:
            return {**fields, column: Field.DUE}
    return fields


_TIMESTAMP = re.compile(r"\d[T ](?!00[:.]00)\d{1,2}[:.]\d\d")
_TIMES = frozenset({Field.DUE, Field.START})
_DAYS = _TIMES | {Field.FOLLOW_UP, Field.FIRST}


def _without_timestamps(fields: dict[int, Field | None], body: Sequence[Row]) -> dict[int, Field | None]:
    """Columns without those that hold when a row was written, as forms on the web note it, where another holds days."""
    times = [column for column, field in fields.items() if field is None or field in _DAYS]
    stamped = [
        column for column in times if _are_timestamps([row.texts[column] for row in body if column < len(row.texts)])
    ]
    if not any(fields[column] is Field.DUE for column in times if column not in stamped):
        stamped = [column for column in stamped if fields[column] not in {*_TIMES, None}]
    return {column: Field.IGNORE if column in stamped else field for column, field in fields.items()}


def _are_timestamps(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text.strip()]
    return bool(filled) and all(_TIMESTAMP.search(text) for text in filled)
