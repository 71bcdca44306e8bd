"""Reads the text layer of a PDF (pypdfium2): lines by their positions, headings by their type, drawn tables.

No picture is read, no link followed, no script run; a PDF without text is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from followup.domain.stopping import Watch
from followup.intake.blocks import Reading
from followup.intake.fields import Field
from followup.intake.formats.pdf_crossing import parted_runs
from followup.intake.formats.pdf_lines import lines_of_pages
from followup.intake.formats.pdf_rules import rules_of
from followup.intake.formats.pdf_runs import Run, stand_beside
from followup.intake.formats.pdf_turned import page_upright
from followup.intake.formats.pdf_words import Page
from followup.intake.page.layout import blocks_of
from followup.intake.page.lines import drop_furniture, furniture_of
from followup.intake.page.looks import is_content, is_title
from followup.intake.page.plan_start import skipped_pages
from followup.intake.page.rulings import Grid, find_grids
from followup.intake.refusals import IntakeRefused

Raw: TypeAlias = Any
"""A document or page of pypdfium2, which carries no types."""

MOST_PAGES = 600
LEAST_TEXT = 20
LOCKED = frozenset({4, 5})
"""pdfium's codes for a password that is missing and a lock it does not know."""


def read_pdf(data: bytes, mapping: Mapping[str, Field], watch: Watch) -> Reading:
    """The blocks of a PDF; `watch` is told of each page twice: when it is opened and when it is read.

    Raises:
        StoppedError: the one who watches has stopped it.
        IntakeRefused: encrypted, damaged, without text, or longer than MOST_PAGES.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in LOCKED
        raise IntakeRefused("intake.encrypted" if locked else "intake.damaged") from error
    try:
        return _read(document, mapping, watch)
    except pypdfium2.PdfiumError as error:
        raise IntakeRefused("intake.damaged") from error
    finally:
        document.close()


def _read(document: Raw, mapping: Mapping[str, Field], watch: Watch) -> Reading:
    if len(document) > MOST_PAGES:
        raise IntakeRefused("intake.too_many_pages", most=MOST_PAGES)
    opened = [_opened(document, index, watch) for index in range(len(document))]
    if sum(len(page.text.strip()) for page in opened) < LEAST_TEXT:
        raise IntakeRefused("intake.no_text")
    skipped = skipped_pages([page.text for page in opened])
    runs: list[list[Run]] = []
    grids: dict[int, list[Grid]] = {}
    for number, page in enumerate(opened, 1):
        watch.step(1)
        runs.append([] if number - 1 in skipped else page.runs())
        if page.is_in_columns and stand_beside(runs[-1]):
            grids[number] = find_grids(rules_of(page.raw))
            runs[-1] = parted_runs(page, runs[-1], grids[number]) if grids[number] else runs[-1]
    return _blocks(runs, grids, mapping)


def _opened(document: Raw, index: int, watch: Watch) -> Page:
    watch.step(1)
    return Page(page_upright(document, index))


def _blocks(runs: list[list[Run]], grids: Mapping[int, list[Grid]], mapping: Mapping[str, Field]) -> Reading:
    pages = [page for page in lines_of_pages(runs, grids) if page]
    lines = drop_furniture(pages, is_content, is_title)
    return Reading(blocks_of(lines, grids, mapping), running=furniture_of(pages, lines))
