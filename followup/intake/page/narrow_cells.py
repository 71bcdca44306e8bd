"""Marks where the lines of a narrow cell may end inside a word, without a hyphen.

That a word has no room is for the page to tell; whether two pieces are one word is for `broken_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from followup.intake.page.hyphens import PERHAPS
from followup.intake.page.lines import Line

NEAR = 3.0
CAPITAL = 1.3


class _Widths(dict[str, float]):
    """How wide signs are to an ordinary letter: the few that tell, and any other once it has been asked for."""

    def __missing__(self, sign: str) -> float:
        self[sign] = CAPITAL if sign.isupper() else 1
        return self[sign]


WIDTHS = _Widths(
    dict.fromkeys("ijl", 0.45)
    | dict.fromkeys("tfI -.,()", 0.55)
    | dict.fromkeys("æmM", 1.6)
    | {"ø": 1.1, "r": 0.65, "w": 1.35}
)
SLACK = 1.0
"""Points by which a sign may stand off the edge of its own box."""

NARROW = 24
"""Points between the words of a column and the next, when no word has room for a letter more."""
PADDING = 12
"""Points that cells leave empty on both sides of where they meet."""
LEAST_LETTER, LEAST_ENDS = 5, 2
_STOPS = ".,;:!?)"

MOST_WIDE = max(WIDTHS.values()) / min(WIDTHS.values())
"""How much wider than its line's letters on the whole any sign can be."""


def column_edges(cells: Sequence[Sequence[Line]], after: float) -> tuple[float, float]:
    """Where the words of a column without drawn lines begin, and where its width ends them: 0 where nothing tells.

    `after` is where the next column begins, 0 for the last.
    """
    lines = [line for cell in cells for line in cell if line.height != line.number]
    right = max((line.segments[-1].right for line in lines), default=0)
    left = min((line.segments[0].left for line in lines), default=0)
    return left, max(right, after - PADDING) if 0 < after - right < NARROW else _wall(cells, right)


def _wall(cells: Sequence[Sequence[Line]], right: float) -> float:
    """Where a column ends, told by several lines that go on below and reach as far as any; 0 where none tell."""
    ends = [line.segments[-1].right for cell in cells for line in cell[:-1]]
    return right if sum(1 for end in ends if right - end < LEAST_LETTER) >= LEAST_ENDS else 0


def with_breaks(lines: Sequence[Line], left: float, right: float) -> list[Line]:
    """The lines of a cell between two edges, with a mark where a word too long for it may be broken without a sign."""
    marked = list(lines)
    for index, (line, after) in enumerate(pairwise(lines)):
        if _is_broken(line, after, left, right):
            marked[index] = line._replace(text=line.text + PERHAPS)
    return marked


def _is_broken(line: Line, after: Line, left_edge: float, right_edge: float) -> bool:
    """Say whether a line may end inside a word: its next letter has no room, nor has the whole word on any line."""
    left, right = line.segments[0].left, line.segments[-1].right
    room = right_edge - (left - left_edge) - right
    if not -NEAR < room < (right - left) / len(line.text) * MOST_WIDE + SLACK:
        return False
    halves = line.text.split()[-1:] + [word.rstrip(_STOPS) for word in after.text.split()[:1]]
    if len(halves) < 2 or not all(halves) or not all(_is_word(half) for half in halves) or not halves[1][0].islower():
        return False
    sign = (right - left) / _signs(line.text)
    return (
        -NEAR < room < sign * _signs(halves[1][0]) + SLACK
        and sign * _signs("".join(halves)) + SLACK > room + right - left
    )


def _signs(text: str) -> float:
    """How many ordinary letters are as wide as a text, as most types draw them."""
    return sum(map(WIDTHS.__getitem__, text))


def _is_word(half: str) -> bool:
    return half[-1] not in "-/" and half.replace("-", "").replace("/", "").isalpha()
