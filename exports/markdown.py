"""Write a sheet as Markdown (CommonMark with GitHub's tables), to be pasted into a mail, a wiki or minutes.

Every text of a user is escaped, so that it reads as it was written and never becomes a link, a heading or HTML.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from exports.sheet import SYMBOL, Card, Cell, Fact, Row, Sheet, Tone
from exports.text import clean

_SPECIAL = re.compile(r"[\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|(?<!\S)#")
_MARKER_AT_START = re.compile(r"^(\d*)([+\-=.)])")


def render(sheet: Sheet) -> bytes:
    """Give the sheet as a document: title, facts, sums, one table for each group, cards."""
    blocks = [
        f"# {inline(sheet.title)}",
        _list(sheet.facts),
        _sums(sheet.summary),
        *_tables(sheet),
        *(block for card in sheet.cards for block in _card(card)),
    ]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def inline(text: str) -> str:
    """Give a cleaned text on one line that Markdown shows as it is."""
    return "<br>".join(_literal(line) for line in clean(text).split("\n"))


def _literal(line: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", line)


def _paragraph(text: str) -> str:
    """Give running text whose lines stay lines and never begin a list or underline a heading."""
    lines = [_MARKER_AT_START.sub(r"\1\\\2", _literal(line), count=1) for line in clean(text).split("\n") if line]
    return "\\\n".join(lines)


def _list(facts: Iterable[Fact]) -> str:
    return "\n".join(f"- **{inline(fact.label)}:** {_toned(fact.tone, inline(fact.value))}" for fact in facts)


def _sums(facts: Iterable[Fact]) -> str:
    """Give the sums on one line: a second list would run together with the first."""
    return " · ".join(f"**{_toned(fact.tone, inline(fact.value))}** {inline(fact.label)}" for fact in facts)


def _toned(tone: Tone, text: str) -> str:
    return f"{SYMBOL[tone]} {text}".strip()


def _tables(sheet: Sheet) -> Iterator[str]:
    """Give a heading and a table for each group, in the order of the rows."""
    if not sheet.rows and sheet.columns:
        yield _paragraph(sheet.empty)
    for group, rows in groupby(sheet.rows, key=lambda row: row.group):
        if group:
            yield f"## {inline(group)}"
        yield _table(sheet, rows)


def _table(sheet: Sheet, rows: Iterable[Row]) -> str:
    titles = [inline(column.title) for column in sheet.columns]
    lines = [titles, ["---"] * len(titles), *(_line(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _line(row: Row) -> list[str]:
    first, *others = [_cell(cell) for cell in row.cells]
    return [_toned(row.tone, first), *others]


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return inline(cell) if isinstance(cell, str) else _number_or_day(cell)


def _number_or_day(cell: date | int) -> str:
    return str(cell) if isinstance(cell, int) else cell.isoformat()[:10]


def _card(card: Card) -> Iterator[str]:
    yield f"## {_toned(card.tone, inline(card.heading))}"
    yield _list(card.facts)
    yield from map(_paragraph, card.paragraphs)
