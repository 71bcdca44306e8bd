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
from followup.intake.healing import is_content
from followup.intake.layout import blocks_of
from followup.intake.lines import Gap, Line, Segment, drop_furniture
from followup.intake.pdf_rules import rules_of
from followup.intake.refusals import IntakeRefused
from followup.intake.rulings import Grid, find_grids

Raw: TypeAlias = Any
"""A handle of pdfium; the library carries no types."""

MOST_PAGES = 600
LEAST_TEXT = 20
COLUMN_GAP = 0.9
_RUNS = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_UNPRINTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words drawn in one go; the line they stand on is `height` below the top of the page."""

    left: float
    right: float
    height: float
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
            grids[number] = find_grids(rules_of(page))
        pages.append(lines)
        page.close()
    if sum(len(line.text) for page in pages for line in page) < LEAST_TEXT:
        raise IntakeRefused("intake.no_text")
    kept = drop_furniture([page for page in _levelled(pages) if page], is_content)
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
            style = _Style(_baseline(text_page.raw, start, height), size, bold)
            found.extend(_worded(text_page, match.group(0), boxes, height, style))
    text_page.close()
    return found


@dataclass(frozen=True, slots=True)
class _Style:
    """Where a line's words stand and how large and bold they are."""

    height: float
    size: float
    bold: bool


Box = tuple[float, float, float, float]


def _baseline(raw: Raw, index: int, height: float) -> float:
    import pypdfium2.raw as pdfium

    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(raw, index, across, up)
    return height - up.value


def _boxes(raw: Raw, start: int, count: int, height: float) -> list[Box]:
    import pypdfium2.raw as pdfium

    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    boxes: list[Box] = []
    for index in range(pdfium.FPDFText_CountRects(raw, start, count)):
        pdfium.FPDFText_GetRect(raw, index, left, top, right, bottom)
        boxes.append((left.value, height - top.value, right.value, height - bottom.value))
    return boxes


def _worded(text_page: Raw, text: str, boxes: list[Box], height: float, style: _Style) -> Iterator[_Run]:
    """The boxes with their words: joined where they touch on one line, else asked for one by one."""
    joined = _joined_boxes(boxes, style.size)
    if len(joined) == 1:
        words = _clean(text)
        if words:
            yield _run(joined[0], words, style)
        return
    for box in joined:
        words = _clean(
            text_page.get_text_bounded(box[0] - 0.5, height - box[3] - 0.5, box[2] + 0.5, height - box[1] + 0.5)
        )
        if words:
            yield _run(box, words, style)


def _run(box: Box, words: str, style: _Style) -> _Run:
    return _Run(box[0], box[2], style.height, words, style.size, style.bold)


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
    steps = [lower[0].height - upper[0].height for upper, lower in pairwise(rows)]
    usual = _usual_step(steps)
    lines: list[Line] = []
    for index, row in enumerate(rows):
        gap = Gap.STEP if index and steps[index - 1] <= usual * 1.3 else Gap.PARAGRAPH
        segments = _segments(row)
        text = "  ".join(segment.text for segment in segments)
        size = max(run.size for run in row)
        level = round(size * 10) * (2 if all(run.bold for run in row) else -2)
        lines.append(Line(text, gap, page, index + 1, level, segments, row[0].height - size * 0.35))
    return lines


def _usual_step(steps: Sequence[float]) -> float:
    """The commonest distance between lines of a paragraph."""
    real = [round(step, 1) for step in steps if step > 4]
    if not real:
        return 14.0
    common = statistics.multimode([round(step) for step in real])
    return min(common)


def _rows(runs: Sequence[_Run]) -> list[list[_Run]]:
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda each: each.height):
        if rows and run.height - rows[-1][0].height < 0.4 * run.size:
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
