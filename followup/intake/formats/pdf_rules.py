"""The lines that a page of a PDF draws: tables are told by them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, TypeAlias

from followup.intake.formats.pdf_questions import questions
from followup.intake.page.rulings import Rule

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

Box = tuple[float, float, float, float]
THIN = 3.0
_left, _bottom, _right, _top = (ctypes.c_float() for _ in range(4))
_bounds = tuple(map(ctypes.byref, (_left, _bottom, _right, _top)))
MOST_SEGMENTS = 2_000


def rules_of(page: Raw) -> list[Rule]:
    """The level and upright lines drawn on a page."""
    import pypdfium2.raw as pdfium

    raw, height = page.raw, page.get_height()
    object_of, kind_of = questions().object, questions().kind
    rules: list[Rule] = []
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        drawn = object_of(raw, index)
        if kind_of(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_path_rules(drawn, height))
    return rules


def _path_rules(drawn: Raw, height: float) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    questions().bounds(drawn, *_bounds)
    box = (_left.value, height - _top.value, _right.value, height - _bottom.value)
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
