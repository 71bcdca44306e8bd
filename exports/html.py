"""Write a sheet as one HTML page: a paper for a meeting that also reads well on a screen.

One file: its style is in it, it asks nothing of any network, and it runs nothing (a policy in the page says so too).
Every text is escaped. What is late or soon is told by a sign and by the words in the row, never by colour alone.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import groupby

from exports.page_style import STYLE
from exports.sheet import SYMBOL, Card, Cell, Column, Fact, Row, Sheet, Tone
from exports.text import clean

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(sheet: Sheet) -> bytes:
    """Give the page, UTF-8: title, facts, sums, the table with its groups, cards."""
    return "\n".join([*_beginning(sheet), *_body(sheet), "</main>", "</body>", "</html>", ""]).encode()


def _beginning(sheet: Sheet) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_literal(sheet.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_literal(sheet.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"


def _body(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{_literal(sheet.title)}</h1>"
    yield from _facts(sheet.facts, "facts")
    yield "</header>"
    yield from _facts(sheet.summary, "summary")
    if sheet.columns:
        yield from _table(sheet)
    for card in sheet.cards:
        yield from _card(card)


def _facts(facts: Iterable[Fact], kind: str) -> Iterator[str]:
    """Give a list of terms and what they say; nothing at all if there are none."""
    items = [
        f'<div class="{fact.tone}">'
        f"<dt>{_literal(fact.label)}</dt><dd>{_sign(fact.tone)}{_literal(fact.value)}</dd></div>"
        for fact in facts
    ]
    if items:
        yield f'<dl class="{kind}">'
        yield from items
        yield "</dl>"


def _table(sheet: Sheet) -> Iterator[str]:
    if not sheet.rows:
        yield f'<p class="empty">{_literal(sheet.empty)}</p>'
        return
    yield "<table>"
    yield "<thead>"
    yield f"<tr>{''.join(_title(column) for column in sheet.columns)}</tr>"
    yield "</thead>"
    for group, rows in groupby(sheet.rows, key=lambda row: row.group):
        yield from _group(group, rows, sheet.columns)
    yield "</table>"


def _title(column: Column) -> str:
    return f'<th scope="col"{_wide(column)}>{_literal(column.title)}</th>'


def _group(group: str, rows: Iterable[Row], columns: tuple[Column, ...]) -> Iterator[str]:
    """Give the rows under one heading, as a body of its own so that the heading is not left behind on a page."""
    yield "<tbody>"
    if group:
        yield f'<tr class="group"><th colspan="{len(columns)}" scope="rowgroup">{_literal(group)}</th></tr>'
    for row in rows:
        yield _row(row, columns)
    yield "</tbody>"


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    """Give a row whose first cell names it, with the sign of its tone."""
    signs = (_sign(row.tone), *[""] * len(row.cells))
    cells = [
        f'<td data-title="{_literal(column.title)}"{_wide(column)}>{sign}{_cell(cell)}</td>'
        for column, sign, cell in zip(columns, signs, row.cells, strict=False)
    ]
    return f'<tr class="{row.tone}">{"".join(cells)}</tr>'


def _wide(column: Column) -> str:
    return ' class="wide"' if column.wide else ""


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        day = cell.isoformat()[:10]
        return f'<time datetime="{day}">{day}</time>'
    return str(cell) if isinstance(cell, int) else _literal(cell)


def _card(card: Card) -> Iterator[str]:
    yield f'<article class="{card.tone}">'
    yield f"<h2>{_sign(card.tone)}{_literal(card.heading)}</h2>"
    yield from _facts(card.facts, "facts")
    for paragraph in card.paragraphs:
        yield f"<p>{_literal(paragraph)}</p>"
    yield "</article>"


def _sign(tone: Tone) -> str:
    """Give the sign of a tone, which a screen reader passes over, for the words say it."""
    return f'<span class="sign" aria-hidden="true">{SYMBOL[tone]}</span>' if SYMBOL[tone] else ""


def _literal(text: str) -> str:
    """Give a text as it reads; line breaks are kept by the style."""
    return escape(clean(text))
