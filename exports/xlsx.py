"""Write a sheet as an Excel workbook: the table first, ready to filter and print, then what is said about it.

Texts stay texts, days are real days, and the same sheet is the same bytes: no stamp of when it was made.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, cast

from openpyxl import Workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports.csv import cells_of, columns_of
from exports.sheet import Cell, Column, Fact, Row, Sheet, Tone
from exports.text import clean, shorten

LONGEST_CELL: Final = 32_767
"""What a cell of Excel holds."""

_LONGEST_TAB = 31
_FORMULA_STARTS = ("=", "+", "-", "@")
_UNFIT_IN_TAB = re.compile(r"[/\\?*\[\]:'\n]+")
_STAMPS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_WIDE, _NARROW, _NARROWEST = 48.0, 26.0, 9.0
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_HEADER = PatternFill("solid", fgColor="1F3A4D")
_FILL: dict[Tone, PatternFill] = {
    "late": PatternFill("solid", fgColor="FBE3E0"),
    "soon": PatternFill("solid", fgColor="FDF1D2"),
    "done": PatternFill("solid", fgColor="E6F0E6"),
}


def render(sheet: Sheet) -> bytes:
    """Give the workbook: a first tab with the table, its columns' titles on top, and one with facts and sums.

    Cards are left out, for they tell the same actions at length. Texts longer than a cell are cut with an ellipsis.
    """
    book = Workbook(write_only=True)
    book.properties.title = clean(sheet.title)
    book.properties.creator = "followup"
    book.properties.language = sheet.language
    name = _tab_name(sheet.title)
    _write_table(_tab(book, name), sheet)
    facts = (*sheet.facts, *sheet.summary)
    if facts:
        _write_facts(_tab(book, f"{name[: _LONGEST_TAB - 4]} (i)"), sheet.title, facts)
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


def _tab(book: Workbook, name: str) -> Worksheet:
    """Give a new tab; one that is only written to behaves as a worksheet in all that is used here."""
    return cast("Worksheet", book.create_sheet(name))


def _tab_name(title: str) -> str:
    """Give a name that Excel takes for a tab: short, and without what it uses in formulas."""
    return _UNFIT_IN_TAB.sub(" ", clean(title))[:_LONGEST_TAB].strip() or "followup"


def _write_table(tab: Worksheet, sheet: Sheet) -> None:
    columns = columns_of(sheet)
    table = [list(cells_of(sheet, row)) for row in sheet.rows]
    for number, column in enumerate(columns):
        letter = get_column_letter(number + 1)
        tab.column_dimensions[letter].width = _width(column, (line[number] for line in table))
    _set_page(tab, len(columns), len(table))
    tab.append([_header(tab, column) for column in columns])
    for row, line in zip(sheet.rows, table, strict=True):
        tab.append([_cell(tab, value, row) for value in line])


def _set_page(tab: Worksheet, columns: int, rows: int) -> None:
    """Keep the titles in sight and on each printed page, A4 lying, as wide as the paper."""
    tab.freeze_panes = "A2"
    tab.print_title_rows = "1:1"
    tab.page_setup.orientation = "landscape"
    tab.page_setup.paperSize = 9
    tab.page_setup.fitToHeight = 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if columns:
        tab.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows + 1}"


def _width(column: Column, cells: Iterable[Cell]) -> float:
    if column.wide:
        return _WIDE
    longest = max((len(line) for cell in (column.title, *cells) for line in str(cell or "").split("\n")), default=0)
    return min(max(longest + 3, _NARROWEST), _NARROW)


def _header(tab: Worksheet, column: Column) -> WorkbookCell:
    cell = _text_cell(tab, column.title)
    cell.font = _HEADER_FONT
    cell.fill = _HEADER
    return cell


def _cell(tab: Worksheet, value: Cell, row: Row) -> WorkbookCell:
    cell = _text_cell(tab, value) if isinstance(value, str) else WriteOnlyCell(tab)
    cell.alignment = _WRAPPED
    if not isinstance(value, str):
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if row.tone in _FILL:
        cell.fill = _FILL[row.tone]
    return cell


def _text_cell(tab: Worksheet, text: str) -> WorkbookCell:
    """Give a cell that holds `text` and never runs it, not even after somebody has edited it."""
    bare = shorten(clean(text), LONGEST_CELL)
    cell = WriteOnlyCell(tab, value=bare or None)
    if bare:
        cell.data_type = "s"
    cell.alignment = _WRAPPED
    if bare.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def _write_facts(tab: Worksheet, title: str, facts: Iterable[Fact]) -> None:
    tab.column_dimensions["A"].width = _NARROW
    tab.column_dimensions["B"].width = _WIDE
    heading = _text_cell(tab, title)
    heading.font = Font(bold=True, size=14)
    heading.alignment = Alignment()
    tab.append([heading])
    for fact in facts:
        tab.append([_text_cell(tab, fact.label), _text_cell(tab, fact.value)])


def _timeless(data: bytes) -> bytes:
    """Give the same workbook without the instants at which it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(buffer, "w") as timeless:
        for name, content in _members(made):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            timeless.writestr(entry, content)
    return buffer.getvalue()


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in archive.namelist():
        content = archive.read(name)
        yield name, _STAMPS.sub(b"", content) if name == "docProps/core.xml" else content
