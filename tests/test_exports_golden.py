"""What each format makes of the same plan, byte by byte; running this file as a program writes the golden ones anew."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from exports import csv, html, ics, json, mail, markdown, xlsx
from exports.sheet import Address, Calendar
from sample_sheets import CALENDAR, EVENT, SHEET

GOLDEN = Path(__file__).parent / "golden"
LETTER = mail.Letter(
    Address("Ivar Lund", "ivar.lof@exempel.se"),
    Address("Signe Ahl", "signe.ahl@exempel.se"),
    datetime(2026, 11, 22, 8, 15, tzinfo=UTC),
    "Reminder: A1 is followed up in December",
    "Hej!\n\nUppföljningen av A1 står nu i din kalender.\n",
)
DOCUMENT = {"schema": "prov/1", "today": date(2026, 11, 21), "actions": [{"label": "A1", "due": None, "late": True}]}


def table_part() -> bytes:
    """The table inside the workbook; how it is packed depends on the machine's compression."""
    with zipfile.ZipFile(io.BytesIO(xlsx.render(SHEET))) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def made() -> dict[str, bytes]:
    return {
        "plan.ics": ics.render(CALENDAR),
        "empty.ics": ics.render(Calendar("Tom", "sv")),
        "request.eml": mail.render_request(LETTER, EVENT, "sv"),
        "cancel.eml": mail.render_cancel(LETTER, replace(EVENT, sequence=1), "sv"),
        "plan.csv": csv.render(SHEET),
        "plan-excel.csv": csv.render(SHEET, excel=True),
        "plan.md": markdown.render(SHEET),
        "plan.html": html.render(SHEET),
        "plan-table.xml": table_part(),
        "plan.json": json.render_json(DOCUMENT, pretty=True),
        "plan.ndjson": json.render_ndjson([DOCUMENT, DOCUMENT]),
    }


@pytest.mark.parametrize("name", made())
def test_the_same_plan_is_the_same_bytes(name: str) -> None:
    assert made()[name] == (GOLDEN / name).read_bytes()


def test_every_golden_file_is_made_by_something() -> None:
    assert {file.name for file in GOLDEN.iterdir() if not file.name.startswith(".")} == set(made())


if __name__ == "__main__":
    for name, data in made().items():
        (GOLDEN / name).write_bytes(data)
