"""Turns pages of a PDF whose words run up or down the page, as landscape pages are often stored.

Where a page only says that it is to be shown turned, and its words run across all the same, it is left alone.
"""

from __future__ import annotations

from collections import Counter
from math import pi
from typing import Any, TypeAlias

Raw: TypeAlias = Any
"""A document or page of pypdfium2, which carries no types."""

ASKED = 20
"""How many signs, evenly over the page, are asked which way they run."""


def page_upright(document: Raw, index: int) -> Raw:
    """The page of that index (from 0), with its words running across where nearly all run another way."""
    page = document[index]
    quarters = _quarters(page) if page.get_rotation() else 0
    if not quarters:
        return page
    _turn(page, quarters)
    page.close()
    return document[index]


def _quarters(page: Raw) -> int:
    """How many quarters of a turn against the clock bring most signs upright."""
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    count = words.count_chars()
    places = range(0, count, max(1, count // ASKED))
    turns = Counter(round(pdfium.FPDFText_GetCharAngle(words.raw, place) / (pi / 2)) % 4 for place in places)
    words.close()
    return max(turns, key=turns.__getitem__, default=0)


def _turn(page: Raw, quarters: int) -> None:
    """Turn what is drawn, and take back what the page says of being shown turned."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_mediabox()
    width, height = right - left, top - bottom
    matrix = {
        1: (0, 1, -1, 0, height, 0),
        2: (-1, 0, 0, -1, width, height),
        3: (0, -1, 1, 0, 0, width),
    }[quarters]
    pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
    page.set_rotation(0)
    shown = (width, height) if quarters == 2 else (height, width)
    page.set_mediabox(0, 0, *shown)
