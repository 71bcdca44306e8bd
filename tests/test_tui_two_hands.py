"""Two people at one file: what one wrote while the other's question stood open is told, and never overwritten unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from builders import TODAY
from drafts_of import a_whole_draft
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import AcceptDraft, MoveDue, MoveTo
from followup.domain.dates import Kind, When
from followup.phrases.book import Phrases
from followup.settings import Settings
from test_tui_register import open_house, screen_text, settle


def a_desk(path: Path, user: str, remembers: Path | None = None) -> Desk:
    file = str(remembers / "settings.toml") if remembers else ""
    return Desk(Settings(data=str(path), language="sv", user=user, file=file), Phrases("sv"), Clock(TODAY))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    desk = a_desk(tmp_path / "plans.db", "Signe")
    desk.do(AcceptDraft(a_whole_draft()))
    desk.close()
    return tmp_path / "plans.db"


def first(desk: Desk) -> str:
    return next(iter(desk.snapshot().actions))


def refusal(pilot: Pilot[int]) -> str:
    """What the dialog says was refused."""
    return str(pilot.app.screen.query_one("#refusal", Static).content)


async def test_a_status_that_another_set_meanwhile_is_told_and_asking_again_is_meant(path: Path) -> None:
    mine, other = a_desk(path, "Signe"), a_desk(path, "Urban")
    async with open_house(mine, keys="2 m 2") as pilot:
        other.do(MoveTo(first(other), Status.PAUSED, "Väntar på lokal"))
        await pilot.press("enter")
        await settle(pilot)
        assert "ändrades under tiden till ”Pausad”; ditt ”Pågår” är inte sparat" in refusal(pilot)
        assert other.snapshot().actions[first(other)].status is Status.PAUSED
        await pilot.press("enter")
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
        assert mine.snapshot().actions[first(mine)].status is Status.IN_PROGRESS
    other.close()


async def test_another_field_that_another_changed_meanwhile_is_no_conflict(path: Path) -> None:
    mine, other = a_desk(path, "Signe"), a_desk(path, "Urban")
    may = When(Kind.DAY, TODAY, TODAY, "i dag")
    async with open_house(mine, keys="2 m 2") as pilot:
        other.do(MoveDue(first(other), may, "Brådskar"))
        await pilot.press("enter")
        await settle(pilot)
        assert len(pilot.app.screen_stack) == 1
        now = mine.snapshot().actions[first(mine)]
        assert (now.status, now.due) == (Status.IN_PROGRESS, may)
    other.close()


async def test_words_that_another_rewrote_meanwhile_are_kept(path: Path) -> None:
    mine, other = a_desk(path, "Signe"), a_desk(path, "Urban")
    async with open_house(mine, keys="2 d") as pilot:
        other.do(MoveDue(first(other), When(Kind.DAY, TODAY, TODAY, "i dag"), "Brådskar"))
        pilot.app.screen.query_one("#words", Input).value = "HT 2027"
        pilot.app.screen.query_one("#why", Input).value = "Ny lokal"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "under tiden till ”i dag”; ditt ”HT 2027” är inte sparat" in refusal(pilot)
        assert other.snapshot().actions[first(other)].due.text == "i dag"
    other.close()


async def test_the_next_time_what_others_changed_since_the_last_look_stands_in_today(path: Path) -> None:
    mine, other = a_desk(path, "Signe", path.parent), a_desk(path, "Urban")
    async with open_house(mine, (120, 60), room="") as pilot:
        assert "Senast ändrat" in screen_text(pilot)
        await pilot.press("q")
    mine.close()
    other.do(MoveTo(first(other), Status.PAUSED, "Väntar på lokal"))
    mine = a_desk(path, "Signe", path.parent)
    async with open_house(mine, (120, 60), room="") as pilot:
        lines = [line.strip() for line in screen_text(pilot).split("\n")]
        place = next(n for n, line in enumerate(lines) if line.startswith("Ändrat sedan sist"))
        assert lines[place].split() == ["Ändrat", "sedan", "sist", "1"]
        assert "A1" in lines[place + 1]
    mine.close()
    other.close()
