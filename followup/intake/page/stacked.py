"""Puts forms together whose labels stand above their values, a row of labels and a row of values by turns.

A form of several such pairs of rows is one action; the same labels again begin the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from followup.intake.blocks import Cell, Row
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label, told_field

MOST_ROWS = 400
Pairs = list[tuple[Cell, Cell]]


def unstacked(rows: Sequence[Row], mapping: Mapping[str, Field]) -> Sequence[Row]:
    """The rows as a table with one head, where they are pairs of labels and values; else as they are."""
    labels = [index for index, row in enumerate(rows[:MOST_ROWS]) if _fields(row, mapping)]
    is_by_turns = all(later - earlier == 2 for earlier, later in pairwise(labels))
    if len(labels) < 2 or not is_by_turns or labels[-1] != len(rows) - 2:
        return rows
    forms = _forms([(rows[index], rows[index + 1]) for index in labels], mapping)
    heads = [[label.text for label, _ in form] for form in forms]
    if any(head != heads[0] for head in heads) or len(forms) == len(labels):
        return rows
    head = Row(tuple(label for label, _ in forms[0]), rows[labels[0]].source)
    step = len(labels) // len(forms)
    sources = [rows[index + 1].source for index in labels[::step]]
    made = [Row(tuple(value for _, value in form), source) for form, source in zip(forms, sources, strict=True)]
    return [*rows[: labels[0]], head, *made]


def _fields(row: Row, mapping: Mapping[str, Field]) -> list[Field]:
    """The fields that a row's cells name, if all that hold words do and they are two at least."""
    texts = [cell.text for cell in row.cells if cell.text.strip() and not cell.merged]
    fields = [told_field(text, mapping) or field_of_label(text, marked=True) for text in texts]
    return [field for field in fields if field] if len(fields) > 1 and all(fields) else []


def _forms(pairs: Sequence[tuple[Row, Row]], mapping: Mapping[str, Field]) -> list[Pairs]:
    """The labels with their values in forms; a label that the form has already begins the next."""
    forms: list[Pairs] = []
    seen: set[Field] = set()
    for labels, values in pairs:
        named = set(_fields(labels, mapping))
        if not forms or named & seen:
            forms.append([])
            seen = set()
        seen |= named
        cells = [*values.cells, *[Cell()] * len(labels.cells)]
        forms[-1] += [(label, cells[place]) for place, label in enumerate(labels.cells) if label.text.strip()]
    return forms
