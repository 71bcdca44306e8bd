"""Reads plain text: what somebody typed, copied out of a mail, or what an extraction of a PDF left behind.

It decodes and measures the spacing; `healing` makes the paragraphs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from followup.domain.stopping import Watch
from followup.intake.blocks import Block, Reading
from followup.intake.fields import Field
from followup.intake.formats.markdown import split_tables
from followup.intake.page.layout import blocks_of
from followup.intake.page.lines import (
    EDGE,
    PAGE_OF_ALL,
    Gap,
    Line,
    Segment,
    drop_furniture,
    furniture_of,
    is_page_number,
)
from followup.intake.page.looks import is_content, is_title, stands_alone
from followup.intake.refusals import IntakeRefused

_UNPRINTED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_FILLED = re.compile(r"\S[^\n]*\n?")
MOST_LINES = 60_000
LINES_OF_STEP = 300
_QUOTED = re.compile(r"^(?:>\s?)+")
_SLANTED_LABEL = re.compile(r"(?<!\w)[*_](\w[^*_\n]{0,60}:)[*_]")
_EMPHASISED = re.compile(r"^(\s*)[*_](\S[^*_]*\S)[*_]$")
_PIECES = re.compile(r"\S+(?: \S+)*")
_RULED = re.compile(r"^(?=(?:\s*[-=_~*+─━═]){3})\s*(?:[-=_~*+─━═]{2,}\s*)+$")
_LEADERS = re.compile(r"^(\s*[A-ZÅÄÖÆØ][^.:…_]{1,40}?)\s*(?:\.{3,}|…+|_{3,})\s*(?=[^\s.…_])")
"""A label whose value stands at the end of a row of points."""
_CENTRED_NUMBER = re.compile(r"(?m)^ {15,}(\d{1,3})[ ]*$")
_DAY = re.compile(r"\d{1,2}/\d{1,2}")
"""A day below a label, and a page's number elsewhere."""
PAGE_OF_BLANKS = 3


def read_text(text: str, mapping: Mapping[str, Field], watch: Watch) -> Reading:
    """A text's blocks; `mapping` is what somebody told of its headings.

    `watch` is told of each table, of the lines between two, and of every few hundred lines.

    Raises:
        StoppedError: the one who watches has stopped it.
        IntakeRefused: more lines than a plan can have.
    """
    cleaned = clean(text)
    if len(_FILLED.findall(cleaned)) > MOST_LINES:
        raise IntakeRefused("intake.too_many_rows", most=MOST_LINES)
    blocks: list[Block] = []
    running: list[str] = []
    for part in split_tables(cleaned):
        watch.step(1)
        if isinstance(part, Block):
            blocks.append(part)
            continue
        pages = pages_of(part, watch)
        lines = drop_furniture(pages, is_content, is_title)
        running.extend(furniture_of(pages, lines))
        blocks.extend(blocks_of(lines, {}, mapping, watch))
    return Reading(tuple(blocks), running=tuple(running))


def clean(text: str) -> str:
    """The text without control marks, composed, its line ends as one sign; form feeds kept."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return _SPACES.sub(" ", _UNPRINTED.sub("", text))


def pages_of(text: str, watch: Watch) -> list[list[Line]]:
    """The lines of each page that hold words, each with what separates it from the one before.

    Raises:
        StoppedError: the one who watches has stopped it.
    """
    pages = [_page_lines(page, number, watch) for number, page in enumerate(_with_pages(text).split("\f"), 1)]
    return [page for page in pages if page]


def _with_pages(text: str) -> str:
    """The text with a page break where numbers count its pages: alone in the middle of a line, or "Sida 2 av 9"."""
    if "\f" in text:
        return text
    numbers = [int(match.group(1)) for match in _CENTRED_NUMBER.finditer(text)]
    if numbers and _count_up(numbers):
        return _CENTRED_NUMBER.sub("\f", text)
    rows = text.split("\n")
    numbered = {place: int(match.group(1)) for place, row in enumerate(rows) if (match := PAGE_OF_ALL.search(row))}
    is_counted = len(numbered) > 1 and _count_up(list(numbered.values()))
    breaks = set(_page_starts(rows, list(numbered))) if is_counted else set()
    return "\n".join(f"\f{row}" if place in breaks else row for place, row in enumerate(rows)) if breaks else text


def _count_up(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(1, len(numbers) + 1))


def _page_starts(rows: Sequence[str], numbered: Sequence[int]) -> Iterator[int]:
    """The rows that pages begin with, the first page's left out; `numbered` are those that hold a page's number.

    What stands again above each number in the head of the pages, or below each in their foot, is of the head or foot.
    """
    first, *others = numbered
    if first < EDGE:
        above = next((step for step in range(1, first + 1) if not _are_alike(rows, numbered, -step)), first + 1) - 1
        yield from (place - above for place in others)
    else:
        below = next(step for step in range(1, EDGE + 1) if step == EDGE or not _are_alike(rows, numbered[:-1], step))
        yield from (place + below for place in numbered)


def _are_alike(rows: Sequence[str], places: Sequence[int], step: int) -> bool:
    """Say whether the same words stand so many rows below each of the places."""
    found = {rows[place + step].strip() if place + step < len(rows) else "" for place in places}
    return len(found) == 1 and len(places) > 1


def _page_lines(page: str, number: int, watch: Watch) -> list[Line]:
    rows = [_unmarked(row) for row in page.split("\n")]
    step = 1 if _is_double_spaced(rows) else 0
    found: list[Line] = []
    blanks = 0
    turned = False
    for row_number, row in enumerate(rows, 1):
        if row_number % LINES_OF_STEP == 0:
            watch.step(1)
        if not row.strip() or _RULED.match(row):
            blanks += 1
        elif is_page_number(row) and not (_DAY.fullmatch(row.strip()) and found and stands_alone(found[-1].text)):
            turned, blanks = True, 0
        else:
            gap = Gap.PAGE if turned else _gap(blanks, step)
            found.append(_line(row, gap if found else Gap.PARAGRAPH, number, row_number))
            blanks, turned = 0, False
    return found


def _unmarked(row: str) -> str:
    """A line without the marks of quotation and emphasis."""
    row = _QUOTED.sub("", row).replace("**", "").replace("__", "").expandtabs(8).rstrip()
    row = _LEADERS.sub(r"\1: ", row) if "..." in row or "…" in row or "___" in row else row
    row = _SLANTED_LABEL.sub(r"\1", row) if ":*" in row or ":_" in row else row
    return _EMPHASISED.sub(r"\1\2", row) if row[-1:] in {"*", "_"} else row


def _line(row: str, gap: Gap, page: int, number: int) -> Line:
    pieces = [Segment(found.start(), found.end(), found.group(0)) for found in _PIECES.finditer(row)]
    return Line(row, gap, page, number, 0, tuple(pieces), number)


def _gap(blanks: int, step: int) -> Gap:
    if blanks <= step:
        return Gap.STEP
    return Gap.PAGE if step and blanks >= PAGE_OF_BLANKS else Gap.PARAGRAPH


def _is_double_spaced(rows: Sequence[str]) -> bool:
    """Say whether nearly every line is followed by one blank line, as some extractions leave them."""
    runs = _blank_runs(rows)
    return len(runs) >= 8 and sum(1 for run in runs if run == 1) >= 0.6 * len(runs)


def _blank_runs(rows: Sequence[str]) -> list[int]:
    runs: list[int] = []
    blanks: int | None = None
    for row in rows:
        if row.strip():
            if blanks is not None:
                runs.append(blanks)
            blanks = 0
        elif blanks is not None:
            blanks += 1
    return runs
