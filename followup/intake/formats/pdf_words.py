"""What pdfium tells of a page: the words drawn on it, where they stand, how large and bold they are.

It is asked as little as possible: one call for a page's text, a handful for each line. Everything else about
a PDF is read from these values without the library.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from followup.intake.formats.pdf_pieces import lines_in_pieces
from followup.intake.formats.pdf_questions import questions
from followup.intake.formats.pdf_runs import BOLD, LONGEST_HEADING, USUAL_SIZE, Run, run_of, stand_beside
from followup.intake.formats.printed_signs import LINE_END, clean, is_tidy

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

_LINES = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_across, _up = ctypes.c_double(), ctypes.c_double()


class Page:
    """A page whose text has been asked for.

    A page of plain lines is read at once and let go, which is cheaper than keeping it; of others it is asked what
    stands where only if they matter.
    """

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self._text_page = raw.get_textpage()
        self.text: str = self._text_page.get_text_range()
        tidy = is_tidy(self.text)
        self._cleaned: Callable[[str], str] = str.strip if tidy else clean
        self._lines = list(_tidy_lines(self.text) if tidy else _untidy_lines(self.text))
        self._plain = self._plain_lines()
        self.is_in_columns = self._plain is None or stand_beside(self._plain)
        if not self.is_in_columns:
            self._text_page.close()
            raw.close()

    def runs(self) -> list[Run]:
        """What is drawn on the page, in pdfium's order."""
        if self._plain is not None:
            return self._plain
        return lines_in_pieces(self._text_page, self._lines, self.raw.get_height(), self._cleaned)

    def words_between(self, left: float, right: float, height: float, size: float) -> str:
        """The words of a line, `height` points below the top, that stand between two places across the page."""
        up = self.raw.get_height() - height
        found = self._text_page.get_text_bounded(left=left, bottom=up + size * 0.1, right=right, top=up + size * 0.4)
        return self._cleaned(found.replace(LINE_END, " "))

    def _plain_lines(self) -> list[Run] | None:
        """The lines, if each is drawn in one piece."""
        raw = self._text_page.raw
        if _piece_count(raw) > len(self._lines):
            return None
        return _whole_lines(raw, self._lines, self.raw.get_height(), self._cleaned)


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
    return questions().boxes(raw, 0, -1)


def _whole_lines(raw: Raw, lines: Sequence[tuple[int, str]], top: float, cleaned: Callable[[str], str]) -> list[Run]:
    """Lines that are drawn in one piece each.

    Where they end is guessed from their length, and the type of those too long for a heading is not asked.
    """
    asked = questions()
    origin, size_of, weight_of = asked.origin, asked.size, asked.weight
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
        found.append(run_of((left, left + length * size * 0.5, top - _up.value, words, size, bold)))
    return found
