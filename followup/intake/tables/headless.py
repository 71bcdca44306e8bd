"""Tables that go on where another ended, without its head: under the next area's heading, or after a page of text.

A head is lent to a table of as many columns whose days stand where the head says; other tables keep what they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.intake.blocks import Block, Row
from followup.intake.dating import is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.heads import is_form
from followup.intake.tables.columns import Columns, read_columns

LEAST_COLUMNS = 3


def with_lent_heads(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> list[Block]:
    """The blocks, each table without a head given that of the one before it, where its days stand in the same place."""
    whole: list[Block] = []
    head: tuple[Row, ...] = ()
    columns: Columns | None = None
    for block in blocks:
        own = read_columns(block.rows, mapping) if block.rows else None
        if own:
            columns, head = own, _head_of(block.rows, own, mapping)
        is_rest = own is None and columns is not None and _goes_on(block.rows, head, columns, mapping)
        whole.append(block._replace(rows=(*head, *block.rows)) if is_rest else block)
    return whole


def _head_of(rows: Sequence[Row], columns: Columns, mapping: Mapping[str, Field]) -> tuple[Row, ...]:
    """The one row or two that name the columns, without what stands above them."""
    alone = rows[columns.first_row - 1 : columns.first_row]
    named = read_columns((*alone, *rows[columns.first_row :]), mapping)
    is_alone = named is not None and len(named.fields) >= len(columns.fields)
    return tuple(alone if is_alone else rows[max(columns.first_row - 2, 0) : columns.first_row])


def _goes_on(rows: Sequence[Row], head: Sequence[Row], columns: Columns, mapping: Mapping[str, Field]) -> bool:
    """Say whether the rows of a table without a head stand under the columns of another."""
    width = len(head[-1].cells)
    if not rows or width < LEAST_COLUMNS or any(len(row.cells) != width for row in rows) or is_form(rows, mapping):
        return False
    days = [row.texts[column].strip() for row in rows for column in columns.of(Field.DUE)]
    filled = [text for text in days if text]
    return bool(filled) and sum(map(is_dated_or_open, filled)) * 2 > len(filled)
