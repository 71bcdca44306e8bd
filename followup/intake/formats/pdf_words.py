"""What pdfium tells of a page: the words drawn on it, where they stand, how large and bold they are.

It is asked as little as possible: one call for a page's text, a handful for each line. Everything else about
a PDF is read from these values without the library.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from followup.intake.formats.pdf_questions import questions
from followup.intake.formats.printed_signs import LINE_END, clean, is_tidy

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

COLUMN_GAP = 0.9
"""Two pieces on one line stand in columns when more than this much of the type's size is between them."""

BLANK = 0.12
"""A gap of more than this much of the type's size is a blank between words."""

BOLD = 600
_LINES = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")


LONGEST_HEADING = 80
USUAL_SIZE = 11.0


class Run(NamedTuple):
    """Words drawn in one go; the line they stand on is `height` points below the top of the page."""

    left: float
    right: float
    height: float
    text: str
    size: float
    bold: bool


_run = partial(tuple.__new__, Run)
"""A run of its six values; of the thousands on the lines of a document none is asked for their names."""


class _Box(NamedTuple):
    """The edges of drawn words in the page's own points, which run upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Page:
    """A page whose text has been asked for.

    A page of plain lines is read at once and let go, which is cheaper than keeping it; of others it is asked what
    stands where only if they matter.
    """

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self._text_page = raw.get_textpage()
        self.text: str = self._text_page.get_text_range()
        self._tidy = is_tidy(self.text)
        self._lines = list(_tidy_lines(self.text) if self._tidy else _untidy_lines(self.text))
        self._plain = self._plain_lines()
        self.is_in_columns = self._plain is None or stand_beside(self._plain)
        if not self.is_in_columns:
            self._text_page.close()
            raw.close()

    def runs(self) -> list[Run]:
        """What is drawn on the page, in pdfium's order."""
        if self._plain is not None:
            return self._plain
        top = self.raw.get_height()
        return [run for start, line in self._lines for run in _line_in_pieces(self._text_page, start, line, top)]

    def _plain_lines(self) -> list[Run] | None:
        """The lines, if each is drawn in one piece."""
        raw = self._text_page.raw
        if _piece_count(raw) > len(self._lines):
            return None
        return _whole_lines(raw, self._lines, self.raw.get_height(), str.strip if self._tidy else clean)


def stand_beside(runs: Sequence[Run]) -> bool:
    """Say whether two pieces stand beside each other anywhere on the page, as in a table."""
    return len({round(run.height) for run in runs}) < len(runs)


def _tidy_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a text in which there is nothing to clean, and the index of its first sign."""
    start = 0
    for line in text.split(LINE_END):
        if line:
            yield start, line
        start += len(line) + len(LINE_END)


def _untidy_lines(text: str) -> Iterator[tuple[int, str]]:
    return ((match.start(), match.group()) for match in _LINES.finditer(text))


def _piece_count(raw: Raw) -> int:
    """How many pieces pdfium parts the page's words into; as many as lines where nothing stands in columns."""
    import pypdfium2.raw as pdfium

    count: int = pdfium.FPDFText_CountRects(raw, 0, -1)
    return count


def _whole_lines(raw: Raw, lines: Sequence[tuple[int, str]], top: float, cleaned: Callable[[str], str]) -> list[Run]:
    """Lines that are drawn in one piece each.

    Where they end is guessed from their length, and the type of those too long for a heading is not asked.
    """
    origin, size_of, weight_of = questions()
    found: list[Run] = []
    across, up = ctypes.byref(_across), ctypes.byref(_up)
    for start, line in lines:
        words = cleaned(line)
        if not words:
            continue
        origin(raw, start, across, up)
        left, length = _across.value, len(words)
        if length > LONGEST_HEADING:
            size, bold = USUAL_SIZE, False
        else:
            size, bold = size_of(raw, start), weight_of(raw, start) >= BOLD
            bold = bold and weight_of(raw, start + len(line.rstrip()) - 1) >= BOLD
        found.append(_run((left, left + length * size * 0.5, top - _up.value, words, size, bold)))
    return found


def _line_in_pieces(text_page: Raw, start: int, text: str, top: float) -> Iterator[Run]:
    """A line by its pieces, joined where they stand close together."""
    boxes = _boxes(text_page.raw, start, len(text))
    if not boxes:
        return
    _, base = _origin(text_page.raw, start)
    size, bold = _type(text_page.raw, start, "")
    groups = _groups(boxes, size)
    for group in groups:
        words = clean(text if len(groups) == 1 else _words_in(text_page, group, size))
        if words:
            own = base if _stands_on(group[0], base, size) else _base_of(text_page.raw, group[0], base)
            yield Run(group[0].left, group[-1].right, top - own, words, size, bold)


def _stands_on(box: _Box, base: float, size: float) -> bool:
    """Say whether words stand on a line, where pdfium counts as one what stands half a line apart in two columns."""
    return box.bottom <= base + size * 0.3 and box.top >= base + size * 0.2


def _base_of(raw: Raw, box: _Box, otherwise: float) -> float:
    """The line that the first sign in a box stands on."""
    import pypdfium2.raw as pdfium

    index = pdfium.FPDFText_GetCharIndexAtPos(raw, box.left + 1, (box.bottom + box.top) / 2, 3, 3)
    return _origin(raw, index)[1] if index >= 0 else otherwise


def _type(raw: Raw, index: int, words: str) -> tuple[float, bool]:
    """The size of the type, and whether it is bold: not asked of lines too long for a heading."""
    import pypdfium2.raw as pdfium

    size: float = pdfium.FPDFText_GetFontSize(raw, index)
    return size, len(words) <= LONGEST_HEADING and pdfium.FPDFText_GetFontWeight(raw, index) >= BOLD


def _words_in(text_page: Raw, boxes: Sequence[_Box], size: float) -> str:
    """The words of pieces that stand close together, a blank between them where there is room for one."""
    words, last = "", boxes[0]
    for box in boxes:
        piece = text_page.get_text_bounded(box.left - 0.5, box.bottom - 0.5, box.right + 0.5, box.top + 0.5)
        words += (" " if box.left - last.right > size * BLANK else "") + piece
        last = box
    return words


_left, _top, _right, _bottom, _across, _up = (ctypes.c_double() for _ in range(6))


def _boxes(raw: Raw, start: int, count: int) -> list[_Box]:
    import pypdfium2.raw as pdfium

    boxes: list[_Box] = []
    for index in range(pdfium.FPDFText_CountRects(raw, start, count)):
        pdfium.FPDFText_GetRect(raw, index, _left, _top, _right, _bottom)
        boxes.append(_Box(_left.value, _bottom.value, _right.value, _top.value))
    return boxes


def _origin(raw: Raw, index: int) -> tuple[float, float]:
    """Where a sign stands: its left edge and the line under it, in the page's own points."""
    import pypdfium2.raw as pdfium

    pdfium.FPDFText_GetCharOrigin(raw, index, _across, _up)
    return _across.value, _up.value


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
