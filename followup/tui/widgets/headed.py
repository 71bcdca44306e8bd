"""Where things stand in a list with headings between them: places count things, lines count headings too.

A thing takes one line or several, all things as many; a heading takes one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Headed:
    """So many things, with headings before some of them; quick however many there are of both."""

    def __init__(self, things: int, breaks: Sequence[tuple[int, str]] = (), tall: int = 1) -> None:
        """Take how many things there are, each heading's words with the place it stands before, and a thing's lines."""
        self._things, self._tall = things, tall
        self._words = [words for _, words in breaks]
        self._firsts = [first for first, _ in breaks]
        self._heads = [first * tall + number for number, first in enumerate(self._firsts)]

    def __len__(self) -> int:
        """Give how many lines there are."""
        return self._things * self._tall + len(self._heads)

    def line_of(self, place: int) -> int:
        """Give the first line of the thing at a place."""
        return place * self._tall + bisect_right(self._firsts, place)

    def place_at(self, line: int) -> int | None:
        """Give the place of the thing on a line, None for a heading and beyond the last."""
        before = bisect_right(self._heads, line)
        is_heading = before > 0 and self._heads[before - 1] == line
        place = (line - before) // self._tall
        return None if is_heading or place >= self._things else place

    def part_at(self, line: int) -> int:
        """Give which of its thing's lines a line is, from 0."""
        return (line - bisect_right(self._heads, line)) % self._tall

    def heading_at(self, line: int) -> str:
        """Give the words of the heading on a line, "" where there is none."""
        before = bisect_right(self._heads, line)
        return self._words[before - 1] if before and self._heads[before - 1] == line else ""
