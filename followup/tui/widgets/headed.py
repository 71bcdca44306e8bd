"""Where things stand in a list with headings between them: places count things, lines count headings too."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Headed:
    """So many things, with headings before some of them; quick however many there are of both."""

    def __init__(self, things: int, breaks: Sequence[tuple[int, str]] = ()) -> None:
        """Take how many things there are, and the place before which each heading stands with its words, in order."""
        self._things = things
        self._words = [words for _, words in breaks]
        self._firsts = [first for first, _ in breaks]
        self._heads = [first + number for number, first in enumerate(self._firsts)]

    def __len__(self) -> int:
        """Give how many lines there are."""
        return self._things + len(self._heads)

    def line_of(self, place: int) -> int:
        """Give the line on which the thing at a place stands."""
        return place + bisect_right(self._firsts, place)

    def place_at(self, line: int) -> int | None:
        """Give the place of the thing on a line, None for a heading and beyond the last."""
        before = bisect_right(self._heads, line)
        is_heading = before > 0 and self._heads[before - 1] == line
        return None if is_heading or line - before >= self._things else line - before

    def heading_at(self, line: int) -> str:
        """Give the words of the heading on a line, "" where there is none."""
        before = bisect_right(self._heads, line)
        return self._words[before - 1] if before and self._heads[before - 1] == line else ""
