"""A table read back from a spreadsheet or a list of values is the table that was written, cell by cell."""

import csv
import io
import zipfile
from datetime import date, datetime
from typing import cast

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from exports import csv as comma_values
from exports import xlsx
from exports.sheet import Cell, Column, Fact, Row, Sheet, Tone
from exports.text import clean
from hostile_texts import HOSTILE, texts
from sample_sheets import SHEET

cells: st.SearchStrategy[Cell] = st.one_of(texts, st.integers(-(2**31), 2**31), st.dates(date(1900, 3, 1)), st.none())
tones: st.SearchStrategy[Tone] = st.sampled_from(["late", "soon", "calm", "done"])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 4))
    columns = tuple(Column(f"c{number}", draw(texts), draw(st.booleans())) for number in range(width))
    rows = st.builds(Row, st.tuples(*[cells] * width), tones, texts)
    grouping = draw(st.sampled_from([None, Column("area", "Område")]))
    facts = (Fact(draw(texts), draw(texts)),)
    return Sheet("sv", draw(texts), columns, tuple(draw(st.lists(rows, max_size=4))), facts, grouping=grouping)


def expected(sheet: Sheet) -> list[list[Cell]]:
    with_group = sheet.grouping is not None
    return [[*([clean(row.group)] if with_group else []), *map(plain, row.cells)] for row in sheet.rows]


def plain(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell


def as_text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") else text


def parsed(data: bytes, *, excel: bool) -> list[list[str]]:
    text = data.decode("utf-8-sig" if excel else "utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if excel else ",", strict=True))


@given(sheets(), st.booleans())
def test_comma_separated_values_are_the_sheet(sheet: Sheet, excel: bool) -> None:
    header, *lines = parsed(comma_values.render(sheet, excel=excel), excel=excel)
    assert len(header) == len(comma_values.columns_of(sheet))
    assert [[unguarded(cell) for cell in line] for line in lines] == [
        [as_text(cell) for cell in line] for line in expected(sheet)
    ]


@given(sheets())
def test_no_cell_is_a_formula(sheet: Sheet) -> None:
    for row, line in zip(sheet.rows, parsed(comma_values.render(sheet), excel=False)[1:], strict=True):
        for cell, text in zip(comma_values.cells_of(sheet, row), line, strict=True):
            if isinstance(cell, str):
                assert text.lstrip()[:1] not in tuple("=+-@\uff1d\uff0b\uff0d\uff20") or not text


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 70", "-1", "@a", " =1", "\t=1", "\r\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"]
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert comma_values.guarded(text) == "'" + clean(text)


@pytest.mark.parametrize("text", ["a=b", "– streck", "'citat'", "1-2", ""])
def test_what_does_not_is_left_alone(text: str) -> None:
    assert comma_values.guarded(text) == text


def test_programs_get_keys_and_excel_gets_titles_and_everything_quoted() -> None:
    for_programs, for_excel = comma_values.render(SHEET), comma_values.render(SHEET, excel=True)
    assert for_programs.split(b"\r\n")[0] == b"area,label,measure,status,due,responsible,next,days"
    assert for_excel.startswith('\ufeff"Område";"Nr";"Åtgärd";'.encode())
    assert for_programs.endswith(b"\r\n") and for_excel.endswith(b"\r\n")


def tabs(data: bytes) -> list[Worksheet]:
    return [cast("Worksheet", tab) for tab in openpyxl.load_workbook(io.BytesIO(data)).worksheets]


def read_cell(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


@given(sheets())
def test_a_workbook_is_the_sheet(sheet: Sheet) -> None:
    tab = tabs(xlsx.render(sheet))[0]
    _, *lines = tab.iter_rows()
    found = [[read_cell(cell.value) for cell in line] for line in lines]
    assert found == [[cell if cell != "" else None for cell in line] for line in map(list, expected(sheet))]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_text_in_a_workbook(text: str) -> None:
    sheet = Sheet("sv", text, (Column("a", text),), (Row((text,)),), (Fact(text, text),), (Fact(text, text),))
    book = tabs(xlsx.render(sheet))
    for tab in book:
        assert all(cell.data_type in "sn" for row in tab.iter_rows() for cell in row)
    assert book[0]["A2"].value == (clean(text) or None)


def test_a_text_that_looks_like_a_formula_stays_text_when_it_is_edited() -> None:
    cell = tabs(xlsx.render(SHEET))[0]["C5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=SUMMA(A1:A9) skrivs ut som text", "s", True)


def test_days_are_days_and_the_titles_stay_in_sight() -> None:
    tab = tabs(xlsx.render(SHEET))[0]
    assert tab["G2"].is_date and tab["G2"].number_format == "yyyy-mm-dd"
    assert tab.freeze_panes == "A2" and tab.auto_filter.ref == "A1:H6" and tab.print_title_rows == "$1:$1"
    assert tab["C2"].alignment.wrap_text and tab.column_dimensions["C"].width > tab.column_dimensions["B"].width


def test_the_second_tab_tells_what_the_sheet_is_about() -> None:
    book = tabs(xlsx.render(SHEET))
    told = [[cell.value for cell in row] for row in book[1].iter_rows(max_col=2)]
    assert told[0][0] == SHEET.title and ["Studierektor", "Ivar Löf"] in told and ["försenade", "1"] in told


def test_a_workbook_bears_no_stamp_of_when_it_was_made() -> None:
    data = xlsx.render(SHEET)
    assert data == xlsx.render(SHEET)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in archive.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_a_text_longer_than_a_cell_is_cut_with_an_ellipsis() -> None:
    sheet = Sheet("sv", "Lång", (Column("a", "A"),), (Row(("å" * 40_000,)),))
    value = tabs(xlsx.render(sheet))[0]["A2"].value
    assert len(value) == xlsx.LONGEST_CELL and value.endswith("…")


@pytest.mark.parametrize("title", ["", "/\\?*[]:", "'", "x" * 40, "Plan: D/3 [utkast]"])
def test_any_title_names_a_tab(title: str) -> None:
    tab = tabs(xlsx.render(Sheet("sv", title, (Column("a", "A"),), ())))[0]
    assert 0 < len(tab.title) <= 31
