"""Gathers actions from a table with a head: one row an action, with what the rows around it lend it.

Rows that group ("A. Verksamheten", "År 2026"), sum up, repeat the head or continue the row above are no actions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from followup.intake.areas import read_area_heading
from followup.intake.blocks import Cell, Row
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.labels.splitting import Piece, split_labels
from followup.intake.records import Record
from followup.intake.tables.columns import Columns, read_columns
from followup.intake.tables.side_rows import is_beside_the_point

_YEAR = re.compile(r"(?i)^\s*(?:år|year|året)?\s*(20\d\d)\s*$")
_BETWEEN = {
    Field.RESPONSIBLE: "\n",
    Field.FOLLOW_UP_RESPONSIBLE: "\n",
    Field.FOLLOW_UP: ". ",
    Field.DUE: " ",
    Field.FIRST: " ",
}


@dataclass(slots=True)
class _Above:
    """What the rows above lend to a row."""

    area: str = ""
    requirement: str = ""
    year: int | None = None
    records: list[Record] = field(default_factory=list)


def read_grid(rows: Sequence[Row], area: str, mapping: Mapping[str, Field]) -> tuple[list[Record], tuple[str, ...]]:
    """The actions of a table and the heads that named no field; `area` is the heading above the table."""
    columns = read_columns(rows, mapping)
    if columns is None:
        return [], ()
    if _is_timetable(rows[columns.first_row :], columns):
        return [], ()
    above = _Above(area=area)
    for row in rows[: columns.first_row - 1]:
        _lend(row, mapping, above)
    for row in rows[columns.first_row :]:
        _take(row, columns, above)
    body = rows[columns.first_row :]
    unknown = tuple(head for index, head in columns.unknown if _has_words(body, index))
    _take_numbers(above.records)
    return (_led_to(above.records) if columns.is_agenda else above.records), unknown


_COUNT = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")


def _take_numbers(records: list[Record]) -> None:
    """Take the numbers that count the rows off the words of a column in which they go upwards from one."""
    for name in (Field.REQUIREMENT, Field.MEASURE):
        texts = list(dict.fromkeys(record.get(name) for record in records))
        counts = [match.group(1) for text in texts if (match := _COUNT.match(text))]
        if len(texts) > 1 and counts == [str(number) for number in range(1, len(texts) + 1)]:
            for record in records:
                record.words[name] = _COUNT.sub("", record.get(name))


def _led_to(records: list[Record]) -> list[Record]:
    """The points of minutes that led to something to do: those with an owner or a day, where others have them."""
    told = [record for record in records if record.get(Field.DUE) or record.get(Field.RESPONSIBLE)]
    return told or records


_CLOCK = re.compile(r"(?i)^(?:kl\.?\s*)?\d{1,2}[.:]\d\d\b(?!\.?\s*(?:19|20)\d\d)(?:\s*[-–]|$)")


def _is_timetable(rows: Sequence[Row], columns: Columns) -> bool:
    """Say whether the dates are times of the day: a programme, in which nothing is to be followed up."""
    times = [row.texts[index] for row in rows for index in columns.of(Field.DUE) if index < len(row.texts)]
    filled = [text for text in times if text.strip()]
    return bool(filled) and sum(1 for text in filled if _CLOCK.match(text.strip())) * 2 > len(filled)


def _lend(row: Row, mapping: Mapping[str, Field], above: _Above) -> None:
    """Take what a row above the head says of all the rows below: "Krav: …", "Område B"."""
    cells = [cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged]
    pairs = split_labels(cells[0], mapping) if len(cells) == 1 else []
    if len(cells) == 2:
        pairs = [(told_field(cells[0], mapping) or field_of_label(cells[0], marked=True), cells[1], cells[0])]
    for name, text, _ in pairs:
        if name in {Field.REQUIREMENT, Field.GOAL} and text:
            above.requirement = text
        elif name is Field.AREA and text:
            above.area = text
    if len(cells) == 1 and read_area_heading(cells[0]):
        above.area = cells[0]


def _has_words(rows: Sequence[Row], index: int) -> bool:
    return any(index < len(row.cells) and row.cells[index].text.strip() for row in rows)


def _take(row: Row, columns: Columns, above: _Above) -> None:
    texts = {text.strip() for text in row.texts if text.strip()}
    if not texts or is_beside_the_point(row, columns):
        return
    if len(texts) == 1 and _is_group(row, columns):
        _group(texts.pop(), above)
        return
    words = _words(row, columns)
    if _continues(row, words, columns, above):
        _extend(above.records[-1], row, columns)
        return
    if words.get(Field.AREA):
        above.area = words[Field.AREA]
    if any(sign.isalnum() for sign in words.get(Field.MEASURE, "")):
        above.records.append(_record(row, words, columns, above))
    if words.get(Field.REQUIREMENT):
        above.requirement = words[Field.REQUIREMENT]


def _is_group(row: Row, columns: Columns) -> bool:
    """A row whose only words stand across it, or in its first column without being a whole measure."""
    filled = [index for index, cell in enumerate(row.cells) if cell.text.strip()]
    text = row.cells[filled[0]].text.strip()
    if len(filled) > 1 or read_area_heading(text) or _YEAR.match(text):
        return True
    if filled[0] in columns.of(Field.MEASURE):
        return filled[0] == 0 and len(text.split()) <= 6 and not text.endswith(".")
    return filled[0] not in columns.fields or columns.fields[filled[0]] in {Field.NUMBER, Field.AREA, Field.REQUIREMENT}


def _group(text: str, above: _Above) -> None:
    year = _YEAR.match(text)
    if year:
        above.year = int(year.group(1))
    elif not text.rstrip(".").isdigit() and not _labelled(text, above):
        above.area = text
        above.requirement = ""


def _labelled(text: str, above: _Above) -> bool:
    """Take what a row across the table says under a label ("Krav: …", "Uppföljning: …"); False where it has none."""
    pieces = split_labels(text, {})
    name, said, _ = pieces[0]
    if name in _OF_ONE and said and above.records:
        _tell_more(above.records[-1], pieces)
        return True
    if name not in {Field.REQUIREMENT, Field.GOAL, Field.BACKGROUND} or not said:
        return False
    above.requirement = said
    return True


_OF_ONE = frozenset(
    {Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.DUE, Field.RESPONSIBLE, Field.STATUS, Field.NOTE}
)
"""What a row across the table tells of the action above it."""


def _tell_more(record: Record, pieces: Sequence[Piece]) -> None:
    """Give a record what labels in a row below it say; "Ansvarig" after "Uppföljning" is who follows up."""
    names = [name for name, _, _ in pieces]
    for place, (name, said, _) in enumerate(pieces):
        is_checker = name is Field.RESPONSIBLE and Field.FOLLOW_UP in names[:place]
        field_told = Field.FOLLOW_UP_RESPONSIBLE if is_checker else name
        if field_told and said and not record.get(field_told):
            record.words[field_told] = said


def _words(row: Row, columns: Columns) -> dict[Field, str]:
    words: dict[Field, str] = {}
    for index, name in columns.fields.items():
        text = row.cells[index].text.strip() if index < len(row.cells) else ""
        text = f"{text} %" if index in columns.shares and text.isdecimal() else text
        if text and text != words.get(name) and not (index in columns.former and _told_elsewhere(row, columns, index)):
            words[name] = words[name] + _BETWEEN.get(name, "\n\n") + text if name in words else text
    ticked = [head for index, head in columns.states if index < len(row.cells) and row.cells[index].text.strip()]
    if len(ticked) == 1:
        words[Field.STATUS] = ticked[0]
    return words


def _told_elsewhere(row: Row, columns: Columns, index: int) -> bool:
    """Say whether another column of the same field holds words."""
    others = (each for each in columns.of(columns.fields[index]) if each != index and each < len(row.cells))
    return any(row.cells[each].text.strip() for each in others)


def _own(row: Row, columns: Columns, name: Field) -> bool:
    """Say whether the row has words of its own in a field, not lent by a merged cell."""
    return any(
        row.cells[index].text.strip() and not row.cells[index].merged
        for index in columns.of(name)
        if index < len(row.cells)
    )


def _continues(row: Row, words: Mapping[Field, str], columns: Columns, above: _Above) -> bool:
    if not above.records:
        return False
    if _is_rest(row, words):
        return True
    if _own(row, columns, Field.MEASURE):
        return words[Field.MEASURE][0].islower() and set(words) <= {Field.MEASURE, Field.AREA}
    if words.get(Field.MEASURE):
        return not any(_own(row, columns, name) for name in (Field.NUMBER, Field.REQUIREMENT))
    return not any(_own(row, columns, name) for name in (Field.NUMBER, Field.AREA, Field.REQUIREMENT))


def _is_rest(row: Row, words: Mapping[Field, str]) -> bool:
    """Say whether the first row after a page break is what did not fit of the row before it."""
    if not row.turned or words.get(Field.NUMBER) or words.get(Field.DUE):
        return False
    broken = sum(1 for text in words.values() if not text[0].isupper() and not text[0].isdigit())
    return broken * 2 >= len(words)


def _extend(record: Record, row: Row, columns: Columns) -> None:
    for index, name in columns.fields.items():
        cell = row.cells[index] if index < len(row.cells) else Cell()
        if cell.text.strip() and not cell.merged:
            before = record.get(name)
            between = " " if row.turned or cell.text.strip()[0].islower() else _BETWEEN.get(name, "\n")
            record.words[name] = before + between + cell.text.strip() if before else cell.text.strip()


def _is_new(row: Row, columns: Columns, *, is_same: bool) -> bool:
    """Say whether a row begins something of its own: another area, or a number that stands before the requirement."""
    numbers, needs = columns.of(Field.NUMBER), columns.of(Field.REQUIREMENT)
    is_counted = bool(numbers and needs) and numbers[0] < needs[0] and _own(row, columns, Field.NUMBER)
    return is_counted or (_own(row, columns, Field.AREA) and not is_same)


def _record(row: Row, words: dict[Field, str], columns: Columns, above: _Above) -> Record:
    is_same = bool(above.records) and words.get(Field.AREA) == above.records[-1].get(Field.AREA)
    if not words.get(Field.AREA) and above.area:
        words[Field.AREA] = above.area
    if not words.get(Field.REQUIREMENT) and above.requirement and not _is_new(row, columns, is_same=is_same):
        words[Field.REQUIREMENT] = above.requirement
    return Record(words, row.source, struck=_is_struck(row, columns), year=above.year, is_row=True)


def _is_struck(row: Row, columns: Columns) -> bool:
    """Say whether what is to be done is struck out, or all of the row is."""
    measures = [row.cells[index] for index in columns.of(Field.MEASURE) if index < len(row.cells)]
    filled = [cell for cell in measures if cell.text.strip()] or [cell for cell in row.cells if cell.text.strip()]
    return all(cell.struck for cell in filled)
