"""What a page of a PDF has drawn, as values: words in one go, where they stand, how large and bold they are.

Nothing here asks pdfium.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

COLUMN_GAP = 0.9
"""Two pieces on one line stand in columns when more than this much of the type's size is between them."""

BLANK = 0.12
"""A gap of more than this much of the type's size is a blank between words."""

LONGEST_HEADING = 80
USUAL_SIZE = 11.0
BOLD = 600


class Run(NamedTuple):
    """Words drawn in one go; the line they stand on is `height` points below the top of the page."""

    left: float
    right: float
    height: float
    text: str
    size: float
    bold: bool


run_of = partial(tuple.__new__, Run)
"""A run of its six values; of the thousands on the lines of a document none is asked for their names."""


def stand_beside(runs: Sequence[Run]) -> bool:
    """Say whether two pieces stand beside each other anywhere on the page, as in a table."""
    return len({round(run.height) for run in runs}) < len(runs)
