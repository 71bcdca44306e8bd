"""The lines that a page of a PDF draws: tables are told by them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, TypeAlias

from followup.intake.page.rulings import Rule

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

Box = tuple[float, float, float, float]
THIN = 3.0
MOST_SEGMENTS = 2_000


def rules_of(page: Raw) -> list[Rule]:
    """The level and upright lines drawn on a page."""
    import pypdfium2.raw as pdfium

    height = page.get_height()
    rules: list[Rule] = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_path_rules(drawn, height))
    return rules


def _path_rules(drawn: Raw, height: float) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
    box = (left.value, height - top.value, right.value, height - bottom.value)
    if box[2] - box[0] < THIN or box[3] - box[1] < THIN:
        yield _thin(box)
    elif _is_stroked(drawn):
        yield from _edges(box) if pdfium.FPDFPath_CountSegments(drawn) <= 5 else _drawn_segments(drawn, height)


def _thin(box: Box) -> Rule:
    left, top, right, bottom = box
    if right - left < bottom - top:
        middle = (left + right) / 2
        return Rule(middle, top, middle, bottom)
    middle = (top + bottom) / 2
    return Rule(left, middle, right, middle)


def _edges(box: Box) -> list[Rule]:
    left, top, right, bottom = box
    return [
        Rule(left, top, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, left, bottom),
        Rule(right, top, right, bottom),
    ]


def _is_stroked(drawn: Raw) -> bool:
    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return bool(stroke.value)


def _drawn_segments(drawn: Raw, height: float) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    across, up = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(min(MOST_SEGMENTS, pdfium.FPDFPath_CountSegments(drawn))):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        pdfium.FPDFPathSegment_GetPoint(segment, across, up)
        point = (across.value, height - up.value)
        if last and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            box = (min(last[0], point[0]), min(last[1], point[1]), max(last[0], point[0]), max(last[1], point[1]))
            if box[2] - box[0] < THIN or box[3] - box[1] < THIN:
                yield _thin(box)
        last = point
