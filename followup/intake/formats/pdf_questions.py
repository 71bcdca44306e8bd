"""The questions that pdfium is asked of every line: where signs stand, how large and how heavy they are.

ctypes looks closely at each value that it hands over, which takes four times as long as these answers do. Here they
are asked without that look: the one who asks hands over a page's own handle and whole numbers, and nothing else.
The answers come so soon that other threads are not let in for them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

Raw: TypeAlias = Any
"""A handle or a function of pdfium; the library carries no types."""


class Questions(NamedTuple):
    """What is asked of a sign, by the handle of its page's text and its index (from 0), and of what is drawn."""

    origin: Callable[[Raw, int, Raw, Raw], int]
    """Writes the left edge and the line that it stands on where the last two point (doubles)."""
    size: Callable[[Raw, int], float]
    weight: Callable[[Raw, int], int]
    boxes: Callable[[Raw, int, int], int]
    """Counts the boxes around as many signs, -1 for all that follow, and remembers them."""
    edges: Callable[[Raw, int, Raw, Raw, Raw, Raw], int]
    """Writes the left, upper, right and lower edge of the box of that number, of those last counted."""
    object: Callable[[Raw, int], Raw]
    """What is drawn on a page, by the page's handle and its index (from 0)."""
    kind: Callable[[Raw], int]
    bounds: Callable[[Raw, Raw, Raw, Raw, Raw], int]
    """Writes the left, lower, right and upper edge of what is drawn (single floats)."""


@lru_cache(maxsize=1)
def questions() -> Questions:
    """The questions, made when a PDF is first read."""
    import pypdfium2.raw as pdfium

    return Questions(
        origin=_unchecked(pdfium.FPDFText_GetCharOrigin, ctypes.c_int),
        size=_unchecked(pdfium.FPDFText_GetFontSize, ctypes.c_double),
        weight=_unchecked(pdfium.FPDFText_GetFontWeight, ctypes.c_int),
        boxes=_unchecked(pdfium.FPDFText_CountRects, ctypes.c_int),
        edges=_unchecked(pdfium.FPDFText_GetRect, ctypes.c_int),
        object=_unchecked(pdfium.FPDFPage_GetObject, pdfium.FPDF_PAGEOBJECT),
        kind=_unchecked(pdfium.FPDFPageObj_GetType, ctypes.c_int),
        bounds=_unchecked(pdfium.FPDFPageObj_GetBounds, ctypes.c_int),
    )


def _unchecked(function: Raw, answer: Raw) -> Raw:
    """The same function, without the types of what it is given."""
    return ctypes.cast(function, ctypes.PYFUNCTYPE(answer))
