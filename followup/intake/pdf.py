"""Reads the text layer of a PDF (pypdfium2) with positions: lines, headings by their type, drawn tables.

It asks pdfium as little as possible: one call for a page's text, a few for each line. A page without text
gives nothing; no picture is read, no link followed, no script run.
"""

from __future__ import annotations

import ctypes
import re
import statistics
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeAlias

from followup.intake.blocks import Reading
from followup.intake.fields import Field
from followup.intake.healing import stands_alone
from followup.intake.layout import blocks_of
from followup.intake.lines import Gap, Line, Segment, drop_furniture
from followup.intake.refusals import IntakeRefused
from followup.intake.rulings import Grid, Rule, find_grids

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

MOST_PAGES = 600
LEAST_TEXT = 20
COLUMN_GAP = 0.9
THIN = 3.0
_RUNS = re.compile(r"[^\r\n]+")
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words drawn in one go, heights downwards from the top of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    size: float
    bold: bool


def read_pdf(data: bytes, mapping: Mapping[str, Field]) -> Reading:
    """The blocks of a PDF.

    Raises:
        IntakeRefused: encrypted, damaged, without text, or longer than MOST_PAGES.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) in {4, 5}
        raise IntakeRefused("intake.encrypted" if is_locked else "intake.damaged") from error
    try:
        return _read(document, mapping)
    except pypdfium2.PdfiumError as error:
        raise IntakeRefused("intake.damaged") from error
    finally:
        document.close()


def _read(document: Raw, mapping: Mapping[str, Field]) -> Reading:
    if len(document) > MOST_PAGES:
        raise IntakeRefused("intake.too_many_pages", most=MOST_PAGES)
    pages: list[list[Line]] = []
    grids: dict[int, list[Grid]] = {}
    for number, page in enumerate(document, 1):
        runs = _runs(page)
        lines = _lines(runs, number)
        if any(len(line.segments) > 1 for line in lines):
            grids[number] = find_grids(_rules(page))
        pages.append(lines)
        page.close()
    if sum(len(line.text) for page in pages for line in page) < LEAST_TEXT:
        raise IntakeRefused("intake.no_text")
    kept = drop_furniture([page for page in _levelled(pages) if page], stands_alone)
    return Reading(blocks_of(kept, grids, mapping))


def _runs(page: Raw) -> list[_Run]:
    """What is drawn on a page, in pdfium's order."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    whole: str = text_page.get_text_range()
    height = page.get_height()
    found: list[_Run] = []
    for match in _RUNS.finditer(whole):
        start, count = match.start(), match.end() - match.start()
        boxes = _boxes(text_page.raw, start, count, height)
        if boxes:
            size = pdfium.FPDFText_GetFontSize(text_page.raw, start)
            bold = pdfium.FPDFText_GetFontWeight(text_page.raw, start) >= 600
            found.extend(_worded(text_page, match.group(0), boxes, height, (size, bold)))
    text_page.close()
    return found


Box = tuple[float, float, float, float]


def _boxes(raw: Raw, start: int, count: int, height: float) -> list[Box]:
    import pypdfium2.raw as pdfium

    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    boxes: list[Box] = []
    for index in range(pdfium.FPDFText_CountRects(raw, start, count)):
        pdfium.FPDFText_GetRect(raw, index, left, top, right, bottom)
        boxes.append((left.value, height - top.value, right.value, height - bottom.value))
    return boxes


def _worded(text_page: Raw, text: str, boxes: list[Box], height: float, style: tuple[float, bool]) -> Iterator[_Run]:
    """The boxes with their words: joined where they touch on one line, else asked for one by one."""
    joined = _joined_boxes(boxes, style[0])
    if len(joined) == 1:
        words = _clean(text)
        if words:
            yield _Run(*joined[0], words, *style)
        return
    for box in joined:
        words = _clean(
            text_page.get_text_bounded(box[0] - 0.5, height - box[3] - 0.5, box[2] + 0.5, height - box[1] + 0.5)
        )
        if words:
            yield _Run(*box, words, *style)


def _joined_boxes(boxes: list[Box], size: float) -> list[Box]:
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last and _same_line(last, box) and -size < box[0] - last[2] < size * COLUMN_GAP:
            joined[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            joined.append(box)
    return joined


def _same_line(one: Box, other: Box) -> bool:
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _clean(text: str) -> str:
    """Words without control marks; pdfium's mark for a hyphen at a line's end is a hyphen."""
    text = text.replace("\x02", "-").replace("\ufffe", "-").replace("\u00a0", " ")
    if text.isascii():
        return " ".join(_UNPRINTED.sub(" ", text).split())
    return " ".join(unicodedata.normalize("NFC", _UNPRINTED.sub(" ", text)).split())


def _lines(runs: Sequence[_Run], page: int) -> list[Line]:
    """The runs in lines from the top, each with what parts it from the line before."""
    rows = _rows(runs)
    heights = [_foot(row) for row in rows]
    steps = [lower - upper for upper, lower in pairwise(heights)]
    usual = _usual_step(steps)
    lines: list[Line] = []
    for index, row in enumerate(rows):
        gap = Gap.STEP if index and steps[index - 1] <= usual * 1.35 else Gap.PARAGRAPH
        segments = _segments(row)
        text = "  ".join(segment.text for segment in segments)
        middle = sum(run.top + run.bottom for run in row) / (2 * len(row))
        level = max(round(run.size * 10) for run in row) * (2 if all(run.bold for run in row) else -2)
        lines.append(Line(text, gap, page, index + 1, level, segments, middle))
    return lines


def _usual_step(steps: Sequence[float]) -> float:
    """The commonest distance between lines of a paragraph."""
    real = [round(step, 1) for step in steps if step > 4]
    if not real:
        return 14.0
    common = statistics.multimode([round(step) for step in real])
    return min(common)


def _foot(row: Sequence[_Run]) -> float:
    return max(row, key=lambda run: run.right - run.left).bottom


def _rows(runs: Sequence[_Run]) -> list[list[_Run]]:
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda each: (each.top + each.bottom) / 2):
        last = rows[-1][-1] if rows else None
        if last and _same_line(
            (last.left, last.top, last.right, last.bottom), (run.left, run.top, run.right, run.bottom)
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _segments(row: Sequence[_Run]) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    for run in row:
        last = segments[-1] if segments else None
        if last and run.left - last.right < run.size * COLUMN_GAP:
            between = "" if run.left - last.right < run.size * 0.12 else " "
            segments[-1] = Segment(last.left, run.right, last.text + between + run.text)
        else:
            segments.append(Segment(run.left, run.right, run.text))
    return tuple(segments)


def _levelled(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Lines whose type is larger or bolder than the body's get a heading's level (1 the largest), others 0."""
    sizes = [abs(line.level) // 2 for page in pages for line in page for _ in range(max(1, len(line.text) // 20))]
    body = statistics.median_low(sizes) if sizes else 0
    bold_share = sum(1 for page in pages for line in page if line.level > 0) / max(1, sum(map(len, pages)))
    return [[replace(line, level=_level(line, body, bold_counts=bold_share < 0.4)) for line in page] for page in pages]


def _level(line: Line, body: int, *, bold_counts: bool) -> int:
    size, bold = abs(line.level) // 2, line.level > 0
    if len(line.text) > 110 or len(line.segments) > 1:
        return 0
    for level, factor in ((1, 1.5), (2, 1.25), (3, 1.1)):
        if size >= body * factor:
            return level
    return 9 if bold and bold_counts and not line.text.endswith((".", ",")) else 0


def _rules(page: Raw) -> list[Rule]:
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
    for index in range(min(2_000, pdfium.FPDFPath_CountSegments(drawn))):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        pdfium.FPDFPathSegment_GetPoint(segment, across, up)
        point = (across.value, height - up.value)
        if last and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            box = (min(last[0], point[0]), min(last[1], point[1]), max(last[0], point[0]), max(last[1], point[1]))
            if box[2] - box[0] < THIN or box[3] - box[1] < THIN:
                yield _thin(box)
        last = point
