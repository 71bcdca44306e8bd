"""From the lines of an extraction to the blocks that the author wrote.

Joins what only the width of the page has broken, keeps what the author has broken: a blank line, a line that
ends long before the margin, a bullet, a label, a heading. It never changes a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup.intake.areas import read_area_heading
from followup.intake.blocks import Block, heading, item, paragraph
from followup.intake.fields import Field
from followup.intake.heading_words import TITLES
from followup.intake.headings import field_of_label
from followup.intake.hyphens import join
from followup.intake.lines import Gap, Line

NARROWEST = 60
NARROWEST_CELL = 12
_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣·∙*–—-]|\uf0b7|o(?=\s{2,}))\s+(?=\S)")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|\d{1,2}\.\d{1,2}\.?|[a-z]\))\s+(?=\S)")
_MARKED = re.compile(r"^(.{2,70}?)\s*[:?](?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?:;][\"”')\]]*$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(?=\S)")
_PLAN_WORDS = frozenset(title for title in TITLES if " " not in title)
_CAPITALS = re.compile(r"^[^a-zåäöæøéü]*[A-ZÅÄÖÆØ]{3}[^a-zåäöæøéü]*$")


@dataclass(slots=True)
class _Piece:
    """A block in the making."""

    lines: list[Line]
    text: str
    kind: str = "paragraph"
    level: int = 0


def heal(lines: Sequence[Line], known: frozenset[str]) -> tuple[Block, ...]:
    """The headings, paragraphs and list items that the lines are; `known` are the document's words."""
    width = _width(lines, NARROWEST)
    pieces: list[_Piece] = []
    for line in _whole_labels(lines):
        text = line.text.strip()
        if pieces and _continues(pieces[-1], line, text, width):
            _append(pieces[-1], line, text, known)
        else:
            pieces.append(_begin(line, text))
    return tuple(_block(piece) for piece in pieces)


def heal_cell(lines: Sequence[Line], known: frozenset[str]) -> str:
    """The words of a table's cell, its paragraphs and bullets on lines of their own; nothing in it is a heading."""
    width = _width(lines, NARROWEST_CELL)
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        words = line.text.strip()
        is_new = line.gap is Gap.PARAGRAPH or bool(_BULLET.match(words))
        if before is None or is_new or _broke_early(before.text.strip(), words, width):
            text += ("\n" if text else "") + words
        else:
            text = join(text, words, known)
    return text.replace("\u00ad", "")


def _width(lines: Sequence[Line], narrowest: int) -> int:
    lengths = sorted(len(line.text.strip()) for line in lines)
    return max(narrowest, lengths[int(len(lengths) * 0.9)]) if lengths else narrowest


def _whole_labels(lines: Sequence[Line]) -> list[Line]:
    """Lines, with a label that was broken over two of them made whole."""
    whole: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if whole and line.gap is Gap.STEP and text[:1].islower() and _is_label_of_two(whole[-1].text, text):
            last = whole[-1]
            whole[-1] = replace(last, text=f"{last.text.rstrip()} {text}")
        else:
            whole.append(line)
    return whole


def _is_label_of_two(first: str, second: str) -> bool:
    if len(first) > 60 or len(second) > 60 or first.rstrip().endswith((":", "?", ".")):
        return False
    both = f"{first.strip()} {second}"
    return field_of_label(both) is not None or (both.endswith(":") and field_of_label(both, marked=True) is not None)


def stands_alone(text: str) -> bool:
    """Say whether a line is a label or an area's heading and nothing else."""
    return field_of_label(text, marked=text.rstrip().endswith((":", "?"))) is not None or is_area_line(text)


def is_content(line: Line) -> bool:
    """Say whether a line is no running head however often it recurs: a label, an area's heading, a table's head."""
    if stands_alone(line.text):
        return True
    heads = sum(1 for segment in line.segments if field_of_label(segment.text, marked=True))
    return len(line.segments) > 1 and heads * 2 >= len(line.segments)


def is_area_line(text: str) -> bool:
    """Say whether a line reads as the heading of an area, with its letter."""
    return read_area_heading(text) is not None


def begins_with_label(text: str) -> bool:
    """Say whether a line begins with a label and a colon or question mark."""
    marked = _MARKED.match(text)
    return bool(marked and field_of_label(marked.group(1), marked=True))


def _begins_with_measure(text: str) -> bool:
    """A measure's own prose may say "Planerade åtgärder: …" at the beginning of a line."""
    marked = _MARKED.match(text)
    return bool(marked and field_of_label(marked.group(1), marked=True) is Field.MEASURE)


def _begin(line: Line, text: str) -> _Piece:
    if field_of_label(text, marked=text.endswith((":", "?"))) is not None:
        return _Piece([line], text, "label")
    marked = _MARKDOWN_HEADING.match(text)
    if marked:
        return _Piece([line], text[marked.end() :].strip(" #"), "heading", len(marked.group(1)))
    if is_area_line(text) or _is_title(text) or line.level:
        return _Piece([line], text, "heading", line.level)
    for mark in (_BULLET, _NUMBER):
        found = mark.match(line.text)
        if found:
            kept = text if mark is _NUMBER else text[len(found.group(0).strip()) :].strip()
            return _Piece([line], kept, "item")
    return _Piece([line], text)


_FACT = re.compile(
    r"(?i)^(?:upprättad|fastställd|reviderad|senast uppdaterad|uppdaterad|version|datum|date|dato|revised|updated)\b"
)


def _is_title(text: str) -> bool:
    words = text.split()
    if len(words) <= 10 and words[0].casefold().rstrip(":") in _PLAN_WORDS and not text.endswith((".", ",")):
        return True
    return 4 <= len(text) <= 70 and bool(_CAPITALS.match(text)) and not text.endswith(".") and text.count(" ") <= 7


def _continues(piece: _Piece, line: Line, text: str, width: int) -> bool:
    if _opens_something(piece, line, text, width) or piece.kind == "label":
        return False
    if piece.kind == "heading":
        return line.gap is Gap.STEP and line.level == piece.level and (text[:1].islower() or line.level > 0)
    if line.level:
        return False
    if line.gap is Gap.PARAGRAPH:
        return False
    if line.gap is Gap.PAGE:
        return not _SENTENCE_END.search(piece.text[-8:]) or text[:1].islower()
    return not _broke_early(piece.lines[-1].text.strip(), text, width)


def _opens_something(piece: _Piece, line: Line, text: str, width: int) -> bool:
    if _FACT.match(text) and len(text) < NARROWEST:
        return True
    if stands_alone(text) or _BULLET.match(line.text) or _is_title(text) or _MARKDOWN_HEADING.match(text):
        return True
    ended = bool(_SENTENCE_END.search(piece.text[-8:])) or line.gap is not Gap.STEP or piece.kind == "label"
    if _NUMBER.match(line.text):
        return ended or piece.kind == "item"
    if not begins_with_label(text):
        return False
    broke = line.gap is not Gap.STEP or piece.kind == "label" or _broke_early(piece.lines[-1].text.strip(), text, width)
    return broke or (ended and not _begins_with_measure(text))


def _broke_early(last: str, text: str, width: int) -> bool:
    if last.endswith(("-", "\u00ad", "/", ",")) or text.startswith("/"):
        return False
    needed = len(last) + 1 + len(text.split(" ", 1)[0])
    if text[:1].islower():
        return needed < width * 0.65
    return needed < width * (0.88 if _SENTENCE_END.search(last[-8:]) else 0.78)


def _append(piece: _Piece, line: Line, text: str, known: frozenset[str]) -> None:
    piece.text = join(piece.text, text, known)
    piece.lines.append(line)


def _block(piece: _Piece) -> Block:
    first = piece.lines[0]
    text = piece.text.replace("\u00ad", "")
    if piece.kind == "heading":
        return heading(text, piece.level, page=first.page, source=first.source)
    return (item if piece.kind == "item" else paragraph)(text, page=first.page, source=first.source)
