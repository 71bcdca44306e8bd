"""Reads CSV and TSV: finds the encoding and the separator, hands over one table.

It keeps every field as written, only the apostrophe that guards a cell against being a formula is taken off, and
days are turned where the file itself tells that the month stands first.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from followup.domain.stopping import Watch
from followup.intake.blocks import Cell, Reading, Row, table
from followup.intake.refusals import IntakeRefused

MOST_ROWS = 20_000
LONGEST_CELL = 131_072
_SEPARATORS = ";\t,"
_MONTH_FIRST = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
MONTHS = 12
_GUARDED = ("'=", "'+", "'-", "'@")


def read_csv(text: str, watch: Watch) -> Reading:
    """The table that the text holds; `watch` is told of each row.

    Raises:
        StoppedError: the one who watches has stopped it.
        IntakeRefused: more rows than a plan can have, or a cell no program would write.
    """
    separator = find_separator(text)
    try:
        rows = list(_rows(csv.reader(io.StringIO(text, newline=""), delimiter=separator), watch))
    except csv.Error as error:
        raise IntakeRefused("intake.damaged") from error
    return Reading((table(_with_plain_days(rows), source=""),))


def _with_plain_days(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, with days as numbers alone tell them where the month stands first ("12/18/2026"), as some tools write.

    Only where some day can be read in no other way, and none can be read with the day first only.
    """
    found = [match for row in rows for text in row.texts for match in _MONTH_FIRST.finditer(text)]
    firsts = {int(match.group(1)) for match in found}
    if not any(int(match.group(2)) > MONTHS for match in found) or max(firsts) > MONTHS:
        return tuple(rows)
    return tuple(Row(tuple(Cell(_plain_day(cell.text)) for cell in row.cells), row.source) for row in rows)


def _plain_day(text: str) -> str:
    return _MONTH_FIRST.sub(lambda day: f"{day[3]}-{int(day[1]):02}-{int(day[2]):02}", text)


def find_separator(text: str) -> str:
    """The separator that gives the most equal rows; a semicolon where nothing tells."""
    sample = text[:20_000]
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return 0
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0
    usual = max(set(wide), key=wide.count)
    return wide.count(usual) / len(widths) * min(usual, 6)


def _rows(reader: Iterable[list[str]], watch: Watch) -> Iterable[Row]:
    for number, row in enumerate(reader, 1):
        watch.step(1)
        if number > MOST_ROWS:
            raise IntakeRefused("intake.too_many_rows", most=MOST_ROWS)
        if any(cell.strip() for cell in row):
            yield Row(tuple(Cell(_unguarded(cell.strip())) for cell in row), str(number))


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_GUARDED) else cell
