"""Turns blocks into what a reader's eye meets (`events`): what their words say, and what their place on the page does.

A table with a head stays one; the cells of a form are labels with their values beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial

from followup.intake.blocks import Block, Row, Shape
from followup.intake.events import Event, Sign
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.labels.heads import (
    has_head,
    is_form,
    is_plan_title,
    loose_field,
    may_be_label,
    names_area,
    upright,
)
from followup.intake.labels.splitting import Piece, split_labels
from followup.intake.page.stacked import unstacked
from followup.intake.saying import COUNTED, Said, is_prose, labelled, said_by, usually_said
from followup.intake.statuses import read_status

_ANY_DAY = date(2000, 1, 1)
LEAST_COLUMNS = 3
_PARAGRAPH, _TABLE, _HEADING, _POINT, _ITEM = Shape.PARAGRAPH, Shape.TABLE, Shape.HEADING, Shape.POINT, Shape.ITEM
_TEXT, _LISTED = Sign.TEXT, Sign.ITEM
_event = partial(tuple.__new__, Event)
"""Asked of every block: a name of the module is found four times as fast as a member of its enumeration."""


def events_of(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> list[Event]:
    """The events of all blocks in order."""
    events: list[Event] = []
    longest = 2 * max(map(len, mapping), default=0)
    said_by_words = cache(partial(_said, mapping=mapping)) if mapping else usually_said
    for block in blocks:
        if block.shape is _PARAGRAPH and len(block.text) > longest and is_prose(block.text):
            events.append(_event((_TEXT, block.text, None, "", 0, (), block.page, block.source)))
        elif block.shape is _TABLE:
            events.extend(_table(block, mapping))
        elif block.shape is _HEADING:
            events.extend(_heading(block, mapping))
        elif block.shape is _POINT:
            events.append(Event(Sign.ITEM, block.text, page=block.page, source=block.source))
        elif block.shape is _ITEM:
            events.extend(_words(block, mapping))
        else:
            place = (0, (), block.page, block.source)
            events.extend([_event((*said, *place)) for said in said_by_words(block.text)])
    return events


def _said(text: str, mapping: Mapping[str, Field]) -> tuple[Said, ...]:
    """What a paragraph says where the document has labels of its own, which come again and again."""
    return tuple(said_by(text, mapping, is_item=False))


def _heading(block: Block, mapping: Mapping[str, Field]) -> Iterator[Event]:
    text = block.text.strip()
    counted = COUNTED.match(text)
    if counted:
        yield _label(block, Field.MEASURE, text[counted.end() :], counted.group(0))
        return
    pieces = split_labels(text, mapping)
    named = field_of_label(text, marked=True)
    told = told_field(text, mapping) or (named if named in ACTION_FIELDS else None)
    if pieces[0][0] or told:
        yield from _labels(block, pieces if pieces[0][0] else [(told, "", text)])
    elif names_area(text):
        yield Event(Sign.AREA, text, level=block.level, page=block.page, source=block.source)
    else:
        sign = Sign.TITLE if is_plan_title(text) else Sign.HEADING
        yield Event(sign, text, level=block.level, page=block.page, source=block.source)


def _words(block: Block, mapping: Mapping[str, Field]) -> list[Event]:
    is_item = block.shape is _ITEM
    said = said_by(block.text, mapping, is_item=is_item) if mapping or is_item else usually_said(block.text)
    return [
        _event((sign, text, field, wording, block.level if sign is _LISTED else 0, (), block.page, block.source))
        for sign, text, field, wording in said
    ]


def _labels(block: Block, pieces: Sequence[Piece]) -> Iterator[Event]:
    for field, text, wording in pieces:
        yield _label(block, field or Field.IGNORE, text, wording)


def _label(block: Block, field: Field, text: str, wording: str = "") -> Event:
    sign, text, name, wording = labelled(field, text, wording)
    return Event(sign, text, name, wording, 0, (), block.page, block.source)


def _table(block: Block, mapping: Mapping[str, Field]) -> Iterator[Event]:
    rows = upright(unstacked(block.rows, mapping), mapping)
    if has_head(rows, mapping) and not is_form(rows, mapping):
        yield Event(Sign.TABLE, rows=rows, page=block.page, source=block.source)
        return
    is_sure = is_form(rows, mapping)
    if not is_sure and _is_list(block.rows, mapping):
        return
    for row in block.rows:
        if is_sure or not _is_of_columns(row, mapping):
            yield from _form_row(row, block, mapping, is_sure=is_sure)


def _is_list(rows: Sequence[Row], mapping: Mapping[str, Field]) -> bool:
    """Say whether a table's first row heads columns in which no measure stands, as in a list of versions.

    A form has labels in other rows too, and never only in the middle of its first.
    """
    if not rows:
        return False
    first, *others = [[text.strip() for text in row.texts if text.strip()] for row in rows]
    is_head = len(first) >= LEAST_COLUMNS and all(map(may_be_label, first)) and len(first) == len(rows[0].cells)
    if not is_head or not any(len(texts) >= LEAST_COLUMNS for texts in others):
        return False
    named = [_named(text, mapping) for text in first]
    return any(named[1:]) and not any(_named(text, mapping) for texts in others for text in texts)


def _is_of_columns(row: Row, mapping: Mapping[str, Field]) -> bool:
    """Say whether a row has cells of several columns that nobody knows: they are no running text, and no labels."""
    texts = [cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged]
    return len(texts) >= LEAST_COLUMNS and not any(_named(text, mapping) for text in texts)


def _named(text: str, mapping: Mapping[str, Field]) -> Field | None:
    return told_field(text, mapping) or field_of_label(text, marked=True)


def _is_value(field: Field, words: str) -> bool:
    """Say whether words that might be a label tell a day or how far it has come, beside the label of either."""
    if field is Field.DUE and any(sign.isdigit() for sign in words):
        return True
    return field in {Field.DUE, Field.STATUS} and bool(read_status(words, _ANY_DAY).code)


def _only_counts(cells: Sequence[str], index: int) -> bool:
    """Say whether a cell only counts an action ("Åtgärd nr 1") beside one that has a label of its own."""
    counted = COUNTED.fullmatch(cells[index])
    return counted is not None and split_labels(cells[index + 1], {})[0][0] is not None


def _form_row(row: Row, block: Block, mapping: Mapping[str, Field], *, is_sure: bool) -> Iterator[Event]:
    """A row of a form: label and value side by side, perhaps twice; other words as text.

    Where the table is one for sure, the first of two cells names a field as a column's head does.
    """
    cells = [cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged]
    index = 0
    place = Block(_PARAGRAPH, page=block.page, source=row.source or block.source)
    while index < len(cells):
        label, _, below = cells[index].partition("\n")
        if below.strip() and (above := _named(label.strip(), mapping)):
            yield _label(place, above, below.strip(), label.strip())
            index += 1
            continue
        field = _named(cells[index], mapping)
        following = cells[index + 1] if index + 1 < len(cells) and not _only_counts(cells, index) else ""
        if field is None and is_sure and index == 0 and len(cells) == 2:
            field = loose_field(cells[0]) or (Field.IGNORE if may_be_label(cells[0]) else None)
        if field and not following:
            yield _label(place, field, "", cells[index])
            index += 1
        elif field and (
            (is_sure and len(cells) == 2) or _is_value(field, following) or not field_of_label(following, marked=True)
        ):
            yield _label(place, field, following, cells[index])
            index += 2
        else:
            yield from _words(Block(_PARAGRAPH, cells[index], page=block.page, source=place.source), mapping)
            index += 1
