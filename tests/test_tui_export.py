"""Export: what each owner will get is shown before it is written; and the whole walk from an empty machine to a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import a_plan
from documents_typed import a_document, a_real_desk
from followup.desk import Desk
from followup.domain.snapshot import Snapshot
from followup.tui.rooms.exports import ExportRoom
from followup.tui.widgets.path_line import PathLine
from test_tui_register import open_house, screen_text, settle, toasts
from tui_desk import MemoryDesk


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type letter by letter, as a person does."""
    names = {"/": "slash", ".": "full_stop", "-": "minus", "_": "underscore", " ": "space"}
    await press(pilot, *(names.get(letter, letter) for letter in text))


def into(pilot: Pilot[int], folder: Path) -> None:
    pilot.app.screen.query_one(ExportRoom).query_one(PathLine).value = str(folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = a_real_desk(tmp_path)
    desk.accept(desk.read_document(str(a_document(tmp_path)), {}))
    return desk


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_each_owner_will_get_is_shown_and_nothing_is_written(
    desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    out = tmp_path / "ut"
    async with open_house(desk, size, "e") as pilot:
        into(pilot, out)
        await press(pilot, "f", "enter")
        await press(pilot, "n")
        text = screen_text(pilot)
        assert "Lo Berg" in text
        assert "+ A1" in text
        assert not out.exists()


async def test_calendars_are_written_and_the_next_time_there_is_no_news(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    async with open_house(desk, (120, 60), "e") as pilot:
        into(pilot, out)
        await press(pilot, "f", "enter", "w")
        assert len(list(out.glob("owner-*.ics"))) == 3
        assert len(list(out.glob("plan-*.ics"))) == 1
        assert any(str(out) in said for said in toasts(pilot))
        assert f"Skrev till {out}" in screen_text(pilot)
        await press(pilot, "1", "e")
        assert "inget nytt" in screen_text(pilot)


async def test_calendars_can_be_kept_without_texts(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, (120, 60), "e") as pilot:
        assert "Rum 3 görs om" in screen_text(pilot)
        await press(pilot, "v")
        assert "Rum 3 görs om" not in screen_text(pilot)


@pytest.mark.parametrize(
    ("steps", "form", "begins"), [(1, "md", b"#"), (2, "html", b"<!"), (3, "xlsx", b"PK"), (4, "csv", b"\xef\xbb\xbf")]
)
async def test_papers_are_written(desk: Desk, tmp_path: Path, steps: int, form: str, begins: bytes) -> None:
    out = tmp_path / "nya" / "papper"
    async with open_house(desk, (80, 24), "e") as pilot:
        into(pilot, out)
        await press(pilot, "g", *["down"] * steps, "enter", "w")
        path = out / f"handlingsplan-2026-11-22.{form}"
        assert path.read_bytes().startswith(begins)
        assert f".{form}" in screen_text(pilot)


async def test_what_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    async with open_house(desk, (80, 24), "e") as pilot:
        into(pilot, tmp_path / "fil" / "mapp")
        await press(pilot, "g", "down", "enter", "w")
        assert "! " in screen_text(pilot)


@pytest.mark.parametrize("language", ["sv", "en"])
async def test_without_a_plan_it_says_what_to_do(language: str) -> None:
    async with open_house(MemoryDesk(Snapshot(), language), (80, 24), "e w") as pilot:
        assert ("Tryck i" if language == "sv" else "Press i") in screen_text(pilot)


async def test_a_refusal_of_the_desk_is_said() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "e escape") as pilot:
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


async def test_from_an_empty_machine_to_the_first_calendar_reading_nothing_but_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step looks for what the screen says before it does it."""
    home = tmp_path / "hem"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    a_document(home, "handlingsplan.md")
    desk = a_real_desk(tmp_path)
    async with open_house(desk, (80, 24)) as pilot:
        assert "i   läs in den som ni har" in screen_text(pilot)
        await press(pilot, "i")
        assert "Enter Öppna" in screen_text(pilot)
        assert "handlingsplan.md" in screen_text(pilot)
        await type_text(pilot, "h")
        await press(pilot, "tab", "enter")
        assert "3 åtgärder" in screen_text(pilot)
        assert "? 1 oklar sak" in screen_text(pilot)
        assert "o Nästa oklara" in screen_text(pilot)
        await press(pilot, "o")
        assert "Enter Öppna" in screen_text(pilot)
        await press(pilot, "enter", "down", "down", "down")
        assert "Enter Ändra" in screen_text(pilot)
        await press(pilot, "enter", "end", *["backspace"] * len("när alla hunnit"))
        await type_text(pilot, "december 2027")
        assert "→ 2027-12-01 – 2027-12-31 (månad)" in screen_text(pilot)
        assert "Enter Spara" in screen_text(pilot)
        await press(pilot, "enter")
        assert "inget är oklart" in screen_text(pilot)
        assert "a Spara alla" in screen_text(pilot)
        await press(pilot, "a")
        assert "Läste in 3 åtgärder" in screen_text(pilot)
        assert any("Tryck u för att ångra" in said for said in toasts(pilot))
        assert " e " in screen_text(pilot).split("\n")[0]
        await press(pilot, "e")
        assert "~/followup" in screen_text(pilot)
        assert "w Skriv" in screen_text(pilot)
        await press(pilot, "w")
        assert "Skrev till" in screen_text(pilot)
    files = sorted((home / "followup").glob("*.ics"))
    assert len(files) == 4
    assert any("Rum 3" in file.read_text(encoding="utf-8") for file in files)
