"""Parts a line of a PDF in the pieces that stand in columns on it, each with its own words and place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from ctypes import byref, c_double
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from followup.intake.formats.pdf_questions import questions
from followup.intake.formats.pdf_runs import BLANK, BOLD, COLUMN_GAP, Run, run_of

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

BEARING = 0.3
"""How far, in parts of the type's size, a sign may be drawn from where it stands."""

_WORD = re.compile(r"\S+")
_MARGIN = 0.5
"""Points by which words may reach out of the box that pdfium tells of them."""


class _Box(NamedTuple):
    """The edges of drawn words in the page's own points, which run upwards."""

    left: float
    bottom: float
    right: float
    top: float


_Piece: TypeAlias = tuple[float, float, float, str]
"""The left and right edge of words, the line that they stand on, and the words."""


def lines_in_pieces(
    text_page: Raw, lines: Sequence[tuple[int, str]], top: float, cleaned: Callable[[str], str]
) -> list[Run]:
    """The pieces of lines, those joined that stand close together.

    Each line is told by the index of its first sign on the page and its words, which `cleaned` makes fit to be
    read; `top` is the page's height in points.
    """
    asked, raw, found = questions(), text_page.raw, []
    origin, size_of, weight_of, count_of, edges = asked.origin, asked.size, asked.weight, asked.boxes, asked.edges
    across, up = byref(_across), byref(_up)
    for start, text in lines:
        count = count_of(raw, start, len(text))
        if not count:
            continue
        origin(raw, start, across, up)
        base, size, bold = _up.value, size_of(raw, start), weight_of(raw, start) >= BOLD
        pieces: Sequence[_Piece]
        if count > 1:
            pieces = _pieces(text_page, start, text, _boxes(raw, count), base, size)
        else:
            edges(raw, 0, *_edges)
            pieces = ((_left.value, _right.value, base, text),)
        for left, right, own, said in pieces:
            if words := cleaned(said):
                found.append(run_of((left, right, top - own, words, size, bold)))
    return found


def _boxes(raw: Raw, count: int) -> list[_Box]:
    """The boxes of the line whose signs have just been counted."""
    edges, boxes = questions().edges, []
    for index in range(count):
        edges(raw, index, *_edges)
        boxes.append(_Box(_left.value, _bottom.value, _right.value, _top.value))
    return boxes


def _pieces(text_page: Raw, start: int, text: str, boxes: Sequence[_Box], base: float, size: float) -> Sequence[_Piece]:
    """The pieces of a line, whose first sign stands on `base`."""
    groups = _groups(boxes, size)
    if len(groups) == 1:
        return [(boxes[0].left, boxes[-1].right, base, text)]
    told = _told_by_words(text_page.raw, start, text, groups, base, size * BEARING)
    return told or [
        (
            group[0].left,
            group[-1].right,
            _base_of(text_page.raw, group[0], base, size),
            _words_in(text_page, group, size),
        )
        for group in groups
    ]


def _told_by_words(
    raw: Raw, start: int, text: str, groups: Sequence[Sequence[_Box]], base: float, margin: float
) -> list[_Piece] | None:
    """The pieces that the groups are, told by where each word begins; None where that does not tell.

    pdfium hands over boxes in the order of the text, so that each group follows the one before. To ask it for
    the words in a box takes a look at every sign on the page.
    """
    spans = [(group[0].left, group[-1].right) for group in groups]
    if any(after[0] - margin <= before[1] and after[1] >= before[0] - margin for before, after in pairwise(spans)):
        return None
    origin = questions().origin
    across, up = byref(_across), byref(_up)
    begins, bases = [0], [base]
    left, right = spans[0]
    for word in _WORD.finditer(text):
        origin(raw, start + word.start(), across, up)
        if left - margin <= _across.value <= right:
            continue
        left, right = spans[len(begins)]
        if not left - margin <= _across.value <= right:
            return None
        begins.append(word.start())
        bases.append(_up.value)
        if len(begins) == len(spans):
            words = [text[begin:end] for begin, end in pairwise([*begins, len(text)])]
            return [(*span, own, said) for span, own, said in zip(spans, bases, words, strict=True)]
    return None


def _base_of(raw: Raw, box: _Box, base: float, size: float) -> float:
    """The line that words stand on, where pdfium counts as one line what stands at several heights in columns."""
    import pypdfium2.raw as pdfium

    if box.bottom <= base + size * 0.3 and box.top >= base + size * 0.2:
        return base
    index = pdfium.FPDFText_GetCharIndexAtPos(raw, box.left + 1, (box.bottom + box.top) / 2, 3, 3)
    if index < 0:
        return box.bottom
    questions().origin(raw, index, byref(_across), byref(_up))
    return _up.value


def _words_in(text_page: Raw, boxes: Sequence[_Box], size: float) -> str:
    """The words of pieces that stand close together, a blank between them where there is room for one."""
    words, last = "", boxes[0]
    for box in boxes:
        edges = (box.left - _MARGIN, box.bottom - _MARGIN, box.right + _MARGIN, box.top + _MARGIN)
        words += (" " if box.left - last.right > size * BLANK else "") + text_page.get_text_bounded(*edges)
        last = box
    return words


_left, _top, _right, _bottom, _across, _up = (c_double() for _ in range(6))
_edges = tuple(map(byref, (_left, _top, _right, _bottom)))


def _groups(boxes: Sequence[_Box], size: float) -> list[list[_Box]]:
    """The boxes of one line in groups that stand close together."""
    groups: list[list[_Box]] = []
    for box in boxes:
        last = groups[-1][-1] if groups else None
        if last and -size < box.left - last.right < size * COLUMN_GAP and _beside(box, last, size):
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


def _beside(box: _Box, last: _Box, size: float) -> bool:
    return min(abs(box.bottom - last.bottom), abs(box.top - last.top)) < size * 0.3
