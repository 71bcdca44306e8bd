"""Turns blocks into what a reader's eye meets: titles, areas, headings, labels with their words, tables.

The gathering of actions (`forms`) hears these and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from typing import NamedTuple

from followup.intake.areas import read_area_heading
from followup.intake.blocks import Block, Row, Shape
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.labels.heads import has_head, is_form, is_plan_title, loose_field, upright
from followup.intake.labels.splitting import LONGEST_LINE, Piece, split_labels
from followup.intake.page.stacked import unstacked
from followup.intake.sentences import sentences_of, split_sentences
from followup.intake.statuses import read_status


class Sign(StrEnum):
    """What an event is."""

    TITLE = "title"
    AREA = "area"
    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    END = "end"


class Event(NamedTuple):
    """One thing met in the document; `field` for a label, `rows` for a table with a head."""

    sign: Sign
    text: str = ""
    field: Field | None = None
    wording: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    page: int = 1
    source: str = ""


_NUMBERED = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z]\)|\((?:[a-z]|\d{1,2})\)|§\s*\d{1,3}\.?)\s+")
_COUNTED = re.compile(
    r"(?i)^\s*(åtgärd|aktivitet|action|tiltak|tiltag|handling|insats|punkt)\s*(?:nr\.?\s*)?\d{1,3}\b\s*[:.–—-]?\s*"
)


_ANY_DAY = date(2000, 1, 1)
LEAST_OF_PASSAGE = 3
_CLOSING = re.compile(
    r"(?i)\s*(?:vid (?:protokollet|pennan)|justera(?:s|t|re)\b"
    r"|(?:med )?(?:vänliga?|venlig|vennlig) (?:hälsning|hilsen)|hälsningar|mvh\b"
    r"|(?:kind|best|warm) regards|yours sincerely|hör av (?:dig|er)\b)"
)
"""Lines that end a paper: what stands below them is whose it is, and no action's."""
_BOX = re.compile(r"^\s*(?:([☑☒✓✔✅])|(☐|□)|\[([ xX])\])\s*")


def unboxed(text: str) -> tuple[str, str]:
    """The words of an item without the box before them, and "x" for one that is ticked, "–" for an empty one."""
    box = _BOX.match(text)
    if not box:
        return text, ""
    ticked = bool(box.group(1)) or (box.group(3) or "").casefold() == "x"
    return text[box.end() :], "x" if ticked else "–"


_PARAGRAPH, _TABLE, _HEADING, _POINT, _ITEM = Shape.PARAGRAPH, Shape.TABLE, Shape.HEADING, Shape.POINT, Shape.ITEM
_TEXT, _LISTED = Sign.TEXT, Sign.ITEM
_event = partial(tuple.__new__, Event)
"""Asked of every block: a name of the module is found four times as fast as a member of its enumeration."""


def events_of(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> list[Event]:
    """The events of all blocks in order."""
    events: list[Event] = []
    for block in blocks:
        if block.shape is _PARAGRAPH and not mapping and _is_prose(block.text):
            events.append(_event((_TEXT, block.text, None, "", 0, (), block.page, block.source)))
        elif block.shape is _TABLE:
            events.extend(_table(block, mapping))
        elif block.shape is _HEADING:
            events.extend(_heading(block, mapping))
        elif block.shape is _POINT:
            events.append(Event(Sign.ITEM, block.text, page=block.page, source=block.source))
        else:
            events.extend(_words(block, mapping))
    return events


def _heading(block: Block, mapping: Mapping[str, Field]) -> Iterator[Event]:
    text = block.text.strip()
    counted = _COUNTED.match(text)
    if counted:
        yield _label(block, Field.MEASURE, text[counted.end() :], counted.group(0))
        return
    pieces = split_labels(text, mapping)
    named = field_of_label(text, marked=True)
    told = told_field(text, mapping) or (named if named in ACTION_FIELDS else None)
    if pieces[0][0] or told:
        yield from _labels(block, pieces if pieces[0][0] else [(told, "", text)])
    elif read_area_heading(text):
        yield Event(Sign.AREA, text, level=block.level, page=block.page, source=block.source)
    else:
        sign = Sign.TITLE if is_plan_title(text) else Sign.HEADING
        yield Event(sign, text, level=block.level, page=block.page, source=block.source)


Said = tuple[Sign, str, Field | None, str]
"""What words say by themselves, wherever they stand: an event without its place."""


def _words(block: Block, mapping: Mapping[str, Field]) -> list[Event]:
    is_item = block.shape is _ITEM
    said = _said(block.text, mapping, is_item=is_item) if mapping or is_item else _usually_said(block.text)
    return [
        _event((sign, text, field, wording, block.level if sign is _LISTED else 0, (), block.page, block.source))
        for sign, text, field, wording in said
    ]


@lru_cache(maxsize=4096)
def _usually_said(text: str) -> tuple[Said, ...]:
    """What a paragraph says where nobody has told of labels: the same labels come again and again."""
    return tuple(_said(text, {}, is_item=False))


def _said(text: str, mapping: Mapping[str, Field], *, is_item: bool) -> Iterator[Said]:
    """What a paragraph or an item says: the end of the paper, labels, an area's heading, or just its words."""
    counted = _COUNTED.match(text)
    if _CLOSING.match(text):
        yield Sign.END, "", None, ""
    elif (
        counted
        and not _is_passage(text[counted.end() :], counted.group(1))
        and (counted.end() == len(text) or text[counted.end() - 1 :][:1] in ":. –-")
    ):
        yield _labelled(Field.MEASURE, text[counted.end() :], counted.group(0))
    elif pieces := _pieces(text, mapping, is_item=is_item):
        yield from (_labelled(field or Field.IGNORE, said, wording) for field, said, wording in pieces)
        if is_item and len(pieces) > 1:
            yield Sign.END, "", None, ""
    elif not is_item and read_area_heading(text):
        yield Sign.AREA, text, None, ""
    else:
        yield (Sign.ITEM if is_item else Sign.TEXT), text, None, ""


def _is_passage(text: str, counted: str) -> bool:
    """Say whether a counted point is a passage of prose, and no name of a measure."""
    return counted.casefold() == "punkt" and len(sentences_of(text)) >= LEAST_OF_PASSAGE


def _pieces(text: str, mapping: Mapping[str, Field], *, is_item: bool) -> list[Piece]:
    """The labels that a text begins with, each with its words; none where it begins with none."""
    bare, ticked = unboxed(text) if is_item else (text, "")
    bare = _NUMBERED.sub("", bare) if is_item else bare
    pieces = split_labels(bare, mapping, loose=is_item)
    pieces = _with_sentences(pieces) if is_item and not bare[:1].islower() else pieces
    if pieces[0][0] is None and len(pieces) > 1:
        pieces = [(Field.MEASURE, pieces[0][1], ""), *pieces[1:]]
    if not pieces[0][0]:
        return []
    pieces += [(Field.STATUS, ticked, "")] if ticked and Field.STATUS not in {name for name, _, _ in pieces} else []
    return [(name, _unstopped(name, said), wording) for name, said, wording in pieces]


_MAY_BE_COUNTED = frozenset("åatihpÅATIHP")
"""How the words begin that count actions ("Åtgärd 2", "Tiltak 3")."""


def _is_prose(text: str) -> bool:
    """Say whether a paragraph is too long for a label or a heading and has no mark of a label inside."""
    is_long = len(text) > LONGEST_LINE and ":" not in text and "?" not in text
    return is_long and (len(text) > 2 * LONGEST_LINE or text[0] not in _MAY_BE_COUNTED)


def _with_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with the fields told in plain sentences taken apart, each field once."""
    found: list[Piece] = []
    for field, text, wording in pieces:
        for place, (told, words) in enumerate(split_sentences(text)):
            name = told if told and told not in {each for each, _, _ in found} else None
            if place == 0:
                found.append((field or name, words, wording))
            elif name:
                found.append((name, words, ""))
            else:
                last = found[-1]
                found[-1] = (last[0], f"{last[1]} {words}", last[2])
    is_labelled = any(wording for _, _, wording in pieces)
    telling = {field for field, _, _ in found} & {Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP}
    return found if is_labelled or len(telling) > 1 else list(pieces)


def _unstopped(field: Field | None, words: str) -> str:
    """The words of a short field without the full stop that ends its sentence."""
    is_dated = field in {Field.DUE, Field.START, Field.FIRST, Field.STATUS}
    return words[:-1] if is_dated and words.endswith(".") else words


def _labels(block: Block, pieces: Sequence[Piece]) -> Iterator[Event]:
    for field, text, wording in pieces:
        yield _label(block, field or Field.IGNORE, text, wording)


_CODED = re.compile(r"\s([A-ZÅÄÖ]|\d{1,2})$")


def _label(block: Block, field: Field, text: str, wording: str = "") -> Event:
    sign, text, name, wording = _labelled(field, text, wording)
    return Event(sign, text, name, wording, 0, (), block.page, block.source)


def _labelled(field: Field, text: str, wording: str) -> Said:
    code = _CODED.search(wording) if field is Field.AREA and text else None
    text = f"{code.group(1)}. {text.strip()}" if code else text
    return Sign.LABEL, text.strip(), field, wording.strip()


def _table(block: Block, mapping: Mapping[str, Field]) -> Iterator[Event]:
    rows = upright(unstacked(block.rows, mapping), mapping)
    if has_head(rows, mapping) and not is_form(rows, mapping):
        yield Event(Sign.TABLE, rows=rows, page=block.page, source=block.source)
        return
    is_sure = is_form(rows, mapping)
    for row in block.rows:
        yield from _form_row(row, block, mapping, is_sure=is_sure)


def _is_value(field: Field, words: str) -> bool:
    """Say whether words that might be a label tell a day or how far it has come, beside the label of either."""
    if field is Field.DUE and any(sign.isdigit() for sign in words):
        return True
    return field in {Field.DUE, Field.STATUS} and bool(read_status(words, _ANY_DAY).code)


def _form_row(row: Row, block: Block, mapping: Mapping[str, Field], *, is_sure: bool) -> Iterator[Event]:
    """A row of a form: label and value side by side, perhaps twice; other words as text.

    Where the table is one for sure, the first of two cells names a field as a column's head does.
    """
    cells = [cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged]
    index = 0
    place = Block(_PARAGRAPH, page=block.page, source=row.source or block.source)
    while index < len(cells):
        field = told_field(cells[index], mapping) or field_of_label(cells[index], marked=True)
        following = cells[index + 1] if index + 1 < len(cells) else ""
        if field is None and is_sure and index == 0 and len(cells) == 2:
            field = loose_field(cells[0])
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
