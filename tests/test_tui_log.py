"""The log is searched by words and by days, further back than it is shown, and lets go of the search again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from builders import a_plan, many_actions
from followup.domain.actions import Result, Status
from followup.domain.commands import MoveTo, RecordRound
from followup.present.history import ChangeLine, Entry
from followup.tui.app import OF_ALL
from followup.tui.rooms.log import sought
from followup.tui.widgets.outline import Outline
from test_tui_register import HOSTILE, open_house, screen_text, settle
from tui_desk import MemoryDesk


def a_desk(language: str = "sv") -> MemoryDesk:
    desk = MemoryDesk(a_plan(), language)
    desk.do(MoveTo("d3", Status.IN_PROGRESS, "Två nya saknar introduktion"))
    desk.do(RecordRound("a3", Result.HOLDS, "Rådet har mötts"))
    desk.do(MoveTo("b1", Status.DONE, "Rum 14 är klart"))
    return desk


async def search(pilot: Pilot[int], text: str) -> str:
    pilot.app.screen.query_one("#search", Input).value = text
    await pilot.pause()
    await settle(pilot)
    return screen_text(pilot)


@pytest.mark.parametrize(
    ("language", "counted", "nothing"),
    [("sv", "1 av 3 ändringar", "Inget i loggen passar"), ("en", "1 of 3 changes", "Nothing in the log fits")],
)
async def test_words_find_changes_and_esc_shows_them_all_again(language: str, counted: str, nothing: str) -> None:
    async with open_house(a_desk(language), (80, 24), "slash", room="8") as pilot:
        text = await search(pilot, "rum 14")
        assert counted in text
        assert "Två nya" not in text
        assert nothing in await search(pilot, "finns inte")
        await search(pilot, "signe RÅDET")
        await pilot.press("enter")
        assert pilot.app.screen.query_one("#room-log Outline", Outline).has_focus
        assert pilot.app.screen.query_one("#room-log Outline", Outline).current == "a3"
        await pilot.press("escape")
        await settle(pilot)
        assert "Två nya" in screen_text(pilot)
        assert not pilot.app.screen.query_one("#search").display


async def test_days_find_what_changed_between_them() -> None:
    async with open_house(a_desk(), (80, 24), "slash", room="8") as pilot:
        assert "3 av 3" in await search(pilot, "2026-05-12")
        assert "3 av 3" in await search(pilot, "2026-05-01..2026-05-12")
        assert "0 av 3" in await search(pilot, "2026-05-13..")
        assert "1 av 3" in await search(pilot, "..2026-05-12 rum")


async def test_it_is_searched_further_back_than_it_is_shown() -> None:
    desk = MemoryDesk(many_actions(20))
    first = next(iter(desk.now.actions))
    desk.do(MoveTo(first, Status.PAUSED, "Det allra första"))
    for number in range(OF_ALL + 150):
        status = Status.IN_PROGRESS if number % 2 else Status.DONE
        desk.do(MoveTo(first, status, f"Ändring {number}"))
    async with open_house(desk, (80, 24), room="8") as pilot:
        assert f"{OF_ALL} ändringar" in screen_text(pilot)
        await pilot.press("slash", *"allra")
        await settle(pilot)
        assert "Det allra första" in screen_text(pilot)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("", True),
        ("d3 status", True),
        ("PÅGÅR", True),
        ("avslutad klar", False),
        ("2026-05-12", True),
        ("12 maj", True),
        ("13 maj", False),
        ("2026-05-11", False),
        ("2026-05-01..2026-05-12 signe", True),
        ("2026-05-13..", False),
        ("..2026-05-12", True),
        ("..", False),
        ("2026-05..2026-06", False),
    ],
)
def test_all_words_and_all_days_must_fit(text: str, is_found: bool) -> None:
    line = ChangeLine("D3", "Status", "Avslutad", "Pågår")
    at = datetime(2026, 5, 12, 9, tzinfo=UTC)
    said = Entry(
        1, at, "2026-05-12", "12 maj 2026", "09:00", "Signe", "Status på D3", "Två saknas", "”Två saknas”", (line,)
    )
    assert sought(text)(said) is is_found


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_is_sought_is_never_markup(text: str) -> None:
    async with open_house(a_desk(), (80, 24), "slash", room="8") as pilot:
        await search(pilot, text)
        assert "av 3" in screen_text(pilot)
