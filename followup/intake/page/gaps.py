"""Tells the rows of a table without drawn lines by the distances between its lines, where a page tells them.

It knows no fields; lines of a text, whose heights are only their numbers, are left as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from followup.intake.page.lines import Gap, Line

LEAST_STEP = 4
"""Points between two lines; less is one line whose words stand a little apart."""
WIDER = 1.3
SLACK = 4
"""Points by which the lines of one column may begin apart."""


def with_gaps(body: Sequence[Line]) -> Sequence[Line]:
    """The lines, with a gap before each that stands farther from the one above than the lines of a cell do.

    Where the lines of most rows are one, the rows' own distance is the commonest, and nothing else tells them apart.
    """
    if any(line.height == line.number or line.gap is Gap.PARAGRAPH for line in body):
        return body
    steps = [after.height - before.height for before, after in pairwise(body) if after.page == before.page]
    least = _column_step(body)
    if not least or max(steps) < least * WIDER:
        return body
    return [
        line._replace(gap=Gap.PARAGRAPH)
        if before and line.page == before.page and line.height - before.height >= least * WIDER
        else line
        for before, line in zip([None, *body], body, strict=False)
    ]


def rows_by_gap(body: Sequence[Line]) -> list[list[Line]]:
    """The lines in lots, a new one after each gap and at the top of a page; one lot where no gap tells.

    Where heights tell, a gap is what is wider than the lines of one column stand apart, whatever the page has usually.
    """
    is_measured = all(line.height != line.number for line in body)
    least = _column_step(body) if is_measured else 0
    lots: list[list[Line]] = []
    for before, line in zip([None, *body], body, strict=False):
        if before is None or line.page != before.page or _is_gap(before, line, least):
            lots.append([line])
        else:
            lots[-1].append(line)
    return lots


def _is_gap(before: Line, line: Line, least: float) -> bool:
    return line.height - before.height >= least * WIDER if least else line.gap is not Gap.STEP


def _column_step(body: Sequence[Line]) -> float:
    """The least distance between two lines of one column; words of others may stand half a line between them."""
    last: dict[tuple[int, int], float] = {}
    steps: list[float] = []
    for line in body:
        for segment in line.segments:
            place = (line.page, round(segment.left / SLACK))
            if place in last and line.height - last[place] > LEAST_STEP:
                steps.append(line.height - last[place])
            last[place] = line.height
    return min(steps, default=0)
