"""Puts what is drawn on the pages of a PDF in lines, and tells headings by their type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from operator import itemgetter

from followup.intake.formats.pdf_runs import BLANK, COLUMN_GAP, LONGEST_HEADING, Run
from followup.intake.page.lines import Gap, Line, Segment, line_of
from followup.intake.page.rulings import Grid

LEAST_STEP = 4
USUAL_STEP = 14.0
FEW_LINES = 10
SLACK = 4
"""Points by which the lines of one column may begin apart."""
WIDE_BLANK = 0.3
"""A gap of more than this much of the type's size is wider than most blanks: an upright line may stand in it."""
_LEVELS = ((1, 1.5), (2, 1.25), (3, 1.1))
_BOLD_LEVEL = 9
_STEP, _PARAGRAPH = Gap.STEP, Gap.PARAGRAPH
"""Asked of every line: a name of the module is found four times as fast as a member of its enumeration."""
_HEIGHT = itemgetter(2)
_segment = partial(tuple.__new__, Segment)
"""A piece of a line, of its three values in order."""


def lines_of_pages(pages: Sequence[Sequence[Run]], grids: Mapping[int, Sequence[Grid]]) -> list[list[Line]]:
    """The lines of each page from its top, each with what parts it from the line before.

    `grids` are the drawn tables by page, from 1: words on both sides of an upright line are never put together.
    """
    body = _body(pages)
    rows = [_rows(runs) for runs in pages]
    usual = _usual_step([step for page in rows if len(page) < FEW_LINES for step in _steps(page)], share=0.7)
    return [list(_lines(page, number, body, usual, grids.get(number, ()))) for number, page in enumerate(rows, 1)]


@dataclass(frozen=True, slots=True)
class _Body:
    """The size of the document's ordinary type, and whether bold is rare enough to tell a heading."""

    size: float
    bold_tells: bool

    @property
    def least(self) -> float:
        """The least size of a heading."""
        return self.size * _LEVELS[-1][1]


def _body(pages: Sequence[Sequence[Run]]) -> _Body:
    letters: dict[float, int] = {}
    bold, total = 0, sum(map(len, pages))
    for _, _, _, text, size, is_bold in chain.from_iterable(pages):
        bold += is_bold
        if len(text) <= LONGEST_HEADING:
            letters[size] = letters.get(size, 0) + len(text)
    return _Body(max(letters, key=letters.__getitem__, default=0), bold_tells=bold < 0.4 * total)


def _steps(rows: Sequence[Sequence[Run]]) -> list[float]:
    """The distances between the lines of a page, those of one column where some stand beside each other."""
    if max(map(len, rows), default=0) > 1:
        return _column_steps(rows) or [lower[0].height - upper[0].height for upper, lower in pairwise(rows)]
    return [lower[0].height - upper[0].height for upper, lower in pairwise(rows)]


def _column_steps(rows: Sequence[Sequence[Run]]) -> list[float]:
    """The least distance from each line up to one that begins where a piece of it does.

    In a table whose words stand in the middle of its rows, the lines of two columns are half a line apart.
    """
    above: dict[int, float] = {}
    steps: list[float] = []
    for row in rows:
        places = [round(run[0] / SLACK) for run in row]
        height = row[0].height
        known = [above[place] for place in places if place in above]
        if known:
            steps.append(height - max(known))
        above.update(dict.fromkeys(places, height))
    return steps


def _lines(
    rows: Sequence[Sequence[Run]], page: int, body: _Body, usual: float, grids: Sequence[Grid]
) -> Iterator[Line]:
    """The lines of a page; `usual` is the step between lines where the page has too few to tell."""
    widest = (usual if len(rows) < FEW_LINES else _usual_step(_steps(rows))) * 1.3
    above, least = float("-inf"), body.least
    for number, row in enumerate(rows, 1):
        left, right, height, text, size, bold = row[0]
        gap = _STEP if height - above <= widest else _PARAGRAPH
        above, level = height, 0
        segments: tuple[Segment, ...] = (_segment((left, right, text)),)
        if len(row) > 1:
            segments = _segments(row, grids)
            text = "  ".join([segment.text for segment in segments])
        if (bold or size >= least) and len(segments) == 1:
            level = _level(row, text, body)
        yield line_of((text, gap, page, number, level, segments, height - size * 0.35))


def _usual_step(steps: Sequence[float], share: float = 1) -> float:
    """The commonest distance between lines of a paragraph, the least of those that are `share` as common."""
    counts = Counter([round(step) for step in steps if step > LEAST_STEP])
    if not counts:
        return USUAL_STEP
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= most * share)


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    above = float("-inf")
    for run in sorted(runs, key=_HEIGHT):
        _, _, height, _, size, _ = run
        if height - above < 0.4 * size:
            rows[-1].append(run)
        else:
            rows.append([run])
            above = height
    return rows if len(rows) == len(runs) else [sorted(row) for row in rows]


def _segments(row: Sequence[Run], grids: Sequence[Grid]) -> tuple[Segment, ...]:
    begin, end, _, words, _, _ = row[0]
    segments: list[Segment] = []
    for left, right, height, text, size, _ in row[1:]:
        gap = left - end
        is_narrow = gap < size * COLUMN_GAP
        if is_narrow and not (
            grids and (gap > size * WIDE_BLANK or not gap) and _are_parted(grids, end, left, height - size * 0.35)
        ):
            words += text if gap < size * BLANK else f" {text}"
        else:
            segments.append(_segment((begin, end, words)))
            begin, words = left, text
        end = right
    return (*segments, _segment((begin, end, words)))


def _are_parted(grids: Sequence[Grid], left: float, right: float, height: float) -> bool:
    """Say whether an upright line is drawn between what ends at `left` and what begins at `right`, at that height."""
    rules = (rule for grid in grids for held in grid.uprights.values() for rule in held)
    return any(left - SLACK < rule.left < right + SLACK and rule.top <= height <= rule.bottom for rule in rules)


def _level(row: Sequence[Run], text: str, body: _Body) -> int:
    """The level of a heading, 1 for the largest type; 0 for ordinary lines."""
    if len(text) > LONGEST_HEADING:
        return 0
    size = max(run.size for run in row)
    for level, factor in _LEVELS:
        if size >= body.size * factor:
            return level
    is_bold = body.bold_tells and row[0].bold and all(run.bold for run in row)
    return _BOLD_LEVEL if is_bold and not text.endswith((".", ",")) else 0
