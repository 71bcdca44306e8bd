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


_Piece: TypeAlias = tuple[float, float, float, float, str]
"""The left, lower, right and upper edge of words, and the words; the heights are those of its first box."""


def lines_in_pieces(
    text_page: Raw, lines: Sequence[tuple[int, str]], top: float, cleaned: Callable[[str], str]
) -> list[Run]:
    """The pieces of lines, those joined that stand close together.

    Each line is told by the index of its first sign on the page and its words, which `cleaned` makes fit to be
    read; `top` is the page's height in points.
    """
    raw, found = text_page.raw, []
    asked = questions()
    origin, size_of, weight_of, count_of, edges = asked.origin, asked.size, asked.weight, asked.boxes, asked.edges
    across, up = byref(_across), byref(_up)
    for start, text in lines:
        count = count_of(raw, start, len(text))
        if not count:
            continue
        origin(raw, start, across, up)
        base, size, bold = _up.value, size_of(raw, start), weight_of(raw, start) >= BOLD
        if count > 1:
            pieces = _pieces(text_page, start, text, count, size)
        else:
            edges(raw, 0, *_edges)
            pieces = ((_left.value, _bottom.value, _right.value, _top.value, text),)
        for left, bottom, right, upper, said in pieces:
            is_level = bottom <= base + size * 0.3 and upper >= base + size * 0.2
            own = base if is_level else _base_of(raw, left, (bottom + upper) / 2, base)
            if words := cleaned(said):
                found.append(run_of((left, right, top - own, words, size, bold)))
    return found


def _pieces(text_page: Raw, start: int, text: str, count: int, size: float) -> Sequence[_Piece]:
    """The pieces of a line whose signs have just been counted in more than one box."""
    boxes = []
    edges = questions().edges
    for index in range(count):
        edges(text_page.raw, index, *_edges)
        boxes.append(_Box(_left.value, _bottom.value, _right.value, _top.value))
    groups = _groups(boxes, size)
    said = [text] if len(groups) == 1 else _words(text_page, start, text, groups, size)
    return [
        (group[0].left, group[0].bottom, group[-1].right, group[0].top, words)
        for group, words in zip(groups, said, strict=True)
    ]


def _words(text_page: Raw, start: int, text: str, groups: Sequence[Sequence[_Box]], size: float) -> Sequence[str]:
    """The words of each group of a line's boxes."""
    told = _told_by_words(text_page.raw, start, text, groups, size * BEARING)
    return told or [_words_in(text_page, group, size) for group in groups]


def _told_by_words(
    raw: Raw, start: int, text: str, groups: Sequence[Sequence[_Box]], margin: float
) -> list[str] | None:
    """The words of each group, told by where each word begins; None where that does not tell.

    pdfium hands over boxes in the order of the text, so that each group follows the one before. To ask it for
    the words in a box takes a look at every sign on the page.
    """
    spans = [(group[0].left - margin, group[-1].right) for group in groups]
    if any(after[0] <= before[1] and after[1] >= before[0] for before, after in pairwise(spans)):
        return None
    origin = questions().origin
    across, up = byref(_across), byref(_up)
    begins = [0]
    left, right = spans[0]
    for word in _WORD.finditer(text):
        origin(raw, start + word.start(), across, up)
        if left <= _across.value <= right:
            continue
        left, right = spans[len(begins)]
        if not left <= _across.value <= right:
            return None
        begins.append(word.start())
        if len(begins) == len(spans):
            return [text[begin:end] for begin, end in pairwise([*begins, len(text)])]
    return None


def _base_of(raw: Raw, left: float, middle: float, otherwise: float) -> float:
    """The line that the sign stands on that is drawn at a place, where it is not that of the line's first."""
    import pypdfium2.raw as pdfium

    index = pdfium.FPDFText_GetCharIndexAtPos(raw, left + 1, middle, 3, 3)
    if index < 0:
        return otherwise
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
