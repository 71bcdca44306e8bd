"""Parts what pdfium takes for one piece of text where an upright line of a table is drawn through it.

Cells that are filled to their edges leave less room between them than words have; only what is drawn tells them apart.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup.intake.formats.pdf_runs import Run, run_of
from followup.intake.formats.pdf_words import Page
from followup.intake.page.rulings import Grid

EDGE = 2.0
"""Points by which a piece must reach over a line, so that no sign's own width is taken for words."""


def parted_runs(page: Page, runs: Sequence[Run], grids: Sequence[Grid]) -> list[Run]:
    """The runs of a page, those that reach over upright lines in parts."""
    edges = sorted({at for grid in grids for at in grid.columns})
    parted: list[Run] = []
    for run in runs:
        if bisect(edges, run[0] + EDGE) == bisect(edges, run[1] - EDGE):
            parted.append(run)
        else:
            cuts = _cuts(run, grids)
            parted.extend(_parts(page, run, cuts) if cuts else (run,))
    return parted


def _cuts(run: Run, grids: Sequence[Grid]) -> list[float]:
    """Where upright lines go through a run."""
    left, right, height, _, size, _ = run
    begin, end, middle = left + EDGE, right - EDGE, height - size * 0.3
    for grid in grids:
        if grid.rows[0] < middle < grid.rows[-1]:
            rules = (rule for held in grid.uprights.values() for rule in held)
            crossed = {rule.left for rule in rules if begin < rule.left < end and rule.top <= middle <= rule.bottom}
            return sorted(crossed)
    return []


def _parts(page: Page, run: Run, cuts: Sequence[float]) -> Iterator[Run]:
    """The words on each side of each cut; the run as it is where pdfium finds other words there."""
    edges = [run.left - EDGE, *cuts, run.right + EDGE]
    found = [
        (max(left, run.left), min(right, run.right), page.words_between(left, right, run.height, run.size))
        for left, right in pairwise(edges)
    ]
    if _bare("".join(words for _, _, words in found)) != _bare(run.text):
        yield run
        return
    for left, right, words in found:
        if words:
            yield run_of((left, right, run.height, words, run.size, run.bold))


def _bare(text: str) -> str:
    return "".join(text.split())
