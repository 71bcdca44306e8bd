"""What stands in a list with headings: its lines, and how wide their columns are. Knows no widget and no colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = ("left", "middle", "brief", "right")
_HEADING = ("text", "middle", "right")
_SIDE = 26
"""The widest that the columns beside the text become, in cells."""
_GAP = 2
_COUNT = 5
"""So many cells may a mere count take, which stays close behind its heading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what it leads to ("" for a heading or a blank), and its words from left to right.

    `tone` is "late", "soon", "done", "quiet" or ""; `key` tells lines with the same target apart. `brief` stands in the
    middle where there is no room for `middle`; the text of a `wide` line begins at the edge, under no column.
    """

    target: str
    left: str
    text: str
    middle: str = ""
    right: str = ""
    sign: str = ""
    tone: str = ""
    heading: bool = False
    key: str = ""
    brief: str = ""
    wide: bool = False

    @property
    def identity(self) -> tuple[str, str]:
        """What the cursor stays on when the list changes."""
        return self.target, self.key


@dataclass(frozen=True, slots=True)
class Sides:
    """How wide the columns beside the text are, in cells, and those of headings that tell something of what follows.

    `even` says that all headings tell it in equally many cells, so that it can stand in columns of its own.
    """

    left: int = 4
    middle: int = 0
    brief: int = 0
    right: int = 0
    heading: tuple[int, ...] = (0, 0, 0)
    even: bool = False

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Sides:
        """Give the widest of each column; of many lines, to be worked out in a thread."""
        lines = [one for one in entries if not one.heading]
        telling = [one for one in entries if one.heading and one.right]
        left, middle, brief, right = (min(_widest(lines, name), _SIDE) for name in _COLUMNS)
        heading = tuple(_widest(telling, name) for name in _HEADING)
        even = all(cell_len(one.right) == heading[-1] for one in telling)
        return cls(left, middle, brief, right, heading, even)


def _widest(entries: Sequence[Entry], column: str) -> int:
    return max((cell_len(getattr(one, column)) for one in entries), default=0)


def heading_parts(entry: Entry, sides: Sides, width: int) -> tuple[str, str, str]:
    """Give a heading, what is urgent in it and what is told beside it, in so many cells; the last two after a gap.

    What is told stands in columns where there is room for all of it; else at the end if it is even, or close behind the
    heading, as much as fits.
    """
    tells = bool(entry.right) and sides.heading[-1] > _COUNT
    if tells and sum(sides.heading) + 2 * _GAP <= width:
        name, urgent, _ = sides.heading
        told = f"  {entry.right}"
        return fitted(entry.text, name), fitted(f"  {entry.middle}", urgent + _GAP) if urgent else "", told
    middle = f"  {entry.middle}" if entry.middle else ""
    beside = cell_len(middle) + _GAP
    room = max(width - beside - cell_len(entry.right), width * 2 // 5)
    text = fitted(entry.text, min(room, cell_len(entry.text)))
    room = max(width - beside - cell_len(text), 0)
    blank = " " * (room - cell_len(entry.right)) if tells and sides.even else ""
    return text, middle, f"  {blank}{fitted(entry.right, min(room, cell_len(entry.right)))}"
