"""Each room as it is painted, beside a picture that was looked at: 120 by 40 cells, a made-up plan, one day.

A room that is meant to look otherwise is painted anew with `pytest tests/test_tui_snapshots.py --snapshot-update`, and the
pictures that change are looked at before they are kept.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from builders import TODAY, a_plan
from documents_typed import a_document
from followup.domain.actions import Result, Status
from followup.domain.commands import MoveTo, RecordRound
from followup.publishing.calendar_report import CalendarFile, CalendarReport, Line, Unplaced
from test_tui_register import open_house, settle
from tui_desk import MemoryDesk, NoCalendars

KEYS = {
    "today": "1",
    "register": "2",
    "action": "2 down 3",
    "people": "4",
    "year": "5",
    "areas": "6",
    "meeting": "7 enter space",
    "log": "8",
    "import": "i",
    "export": "e",
}
"""What is pressed until each room stands as it is painted."""


class Picture(SingleFileSnapshotExtension):
    """A file of its own for each picture, that anything which shows SVG can open."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


class DrawnUp(NoCalendars):
    """Calendars that are always drawn up alike."""

    def export_folder(self, folder: str, **_: object) -> Any:
        late = Line("A1", "due", TODAY, "A1 senast mars 2026: Chefens ansvar skrivs in i arbetsordningen.")
        yearly = Line("A2", "follow-up", date(2026, 11, 1), "A2 uppföljning: Planen läggs fram.", recurs=True)
        chief = CalendarFile("m-chef", "Ingemar Öfverstedt", "~/followup/owner-chef.ics", 2, True, (late, yearly))
        told = CalendarFile("m-ahl", "Tove Ahlqvist", "~/followup/owner-ahl.ics", 1, False)
        return CalendarReport("~/followup", True, (chief, told), (Unplaced("B1", "due", "Snarast"),), ())


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home with one document in it, in a place whose clock goes by UTC."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    a_document(tmp_path, "handlingsplan.md")
    yield tmp_path
    monkeypatch.undo()
    time.tzset()


def a_desk(language: str) -> MemoryDesk:
    desk = MemoryDesk(a_plan(), language)
    desk.calendars = DrawnUp()  # type: ignore[assignment]  # what is drawn up is always alike
    desk.do(MoveTo("d3", Status.IN_PROGRESS, "Två nya saknar introduktion"))
    desk.do(RecordRound("d3", Result.PARTLY, "Listan finns men används inte"))
    desk.do(MoveTo("a2", Status.DONE, "Beslutad på personalmötet"))
    desk.undo()
    return desk


def without_fonts(picture: str) -> str:
    """Leave out where fonts may be fetched: pictures are to be looked at without a network."""
    return re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)


@pytest.mark.parametrize("room", KEYS)
async def test_each_room_looks_as_it_did(room: str, snapshot: SnapshotAssertion, at_home: Path) -> None:
    async with open_house(a_desk("sv"), (120, 40), room="") as pilot:
        await pilot.press(*KEYS[room].split())
        await settle(pilot)
        if room == "import":
            await pilot.press(*"hand", "tab", "enter")
            await settle(pilot)
        picture = without_fonts(pilot.app.export_screenshot(title="followup"))
        assert str(at_home) not in picture
        assert picture == snapshot(extension_class=Picture)
