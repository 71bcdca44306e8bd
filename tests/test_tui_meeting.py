"""A meeting goes through what is due with somebody and ends in minutes: what changed, what was said, who takes what home."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from builders import TODAY, a_plan
from followup.clock import Clock
from followup.desk.papers import Papers
from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from followup.domain.snapshot import Snapshot
from followup.phrases.book import Phrases
from followup.tui.dialogs.words import WordsDialog
from followup.tui.rooms.meeting import MeetingRoom
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.outline import Outline
from test_tui_register import HOSTILE, open_house, screen_text, settle, toasts
from tui_desk import MemoryDesk


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def the_room(pilot: Pilot[int]) -> MeetingRoom:
    return pilot.app.screen_stack[0].query_one(MeetingRoom)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    ("language", "words"), [("sv", ("Allt som är aktuellt", "Med en person")), ("en", ("All that is due", "One area"))]
)
async def test_it_asks_what_the_meeting_is_about(language: str, words: tuple[str, ...], size: tuple[int, int]) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size, "7") as pilot:
        text = screen_text(pilot)
        for word in (*words, "Signe Åkerlund", "C. Handledning och bedömning"):
            assert word in text


async def test_a_meeting_with_one_person_goes_through_what_that_person_owns() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="7") as pilot:
        outline = the_room(pilot).query_one(Outline)
        outline.cursor = next(n for n, one in enumerate(outline.entries) if one.key == "m-chef")
        await press(pilot, "enter")
        text = screen_text(pilot)
        assert "Ingemar Öfverstedt  ·  0 av" in text
        assert " A1 " in text


async def test_status_note_and_tick_count_as_gone_through_and_minutes_end_it(tmp_path: Path) -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="7 enter") as pilot:
        assert "0 av" in screen_text(pilot)
        await press(pilot, "m", "3", "enter")
        assert desk.now.actions["a1"].status is Status.DONE
        assert "1 av" in screen_text(pilot)
        await press(pilot, "down", "c")
        dialog = pilot.app.screen
        assert isinstance(dialog, WordsDialog)
        dialog.query_one("#words", TextArea).text = "Planen tas upp på [nästa] personalmöte."
        await press(pilot, "ctrl+s")
        assert "Planen tas upp på [nästa]" in screen_text(pilot)
        await press(pilot, "down", "space")
        assert "3 av" in screen_text(pilot)
        await press(pilot, "escape")
        assert any("Mötet pågår" in said for said in toasts(pilot))
        await press(pilot, "w")
        pilot.app.screen.query_one("#words", Input).value = str(tmp_path / "möte")
        await press(pilot, "enter")
        assert "Vad gäller mötet?" in screen_text(pilot)
    text = (tmp_path / "möte" / "protokoll-2026-05-12.md").read_text(encoding="utf-8")
    assert "# Protokoll: Allt som är aktuellt" in text
    assert "Status på A1" in text
    assert "personalmöte" in text
    assert "Att göra: Signe Åkerlund" in text
    page = (tmp_path / "möte" / "protokoll-2026-05-12.html").read_text(encoding="utf-8")
    assert "Planen tas upp på [nästa] personalmöte." in page


async def test_a_field_is_changed_at_the_meeting() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "7 enter enter") as pilot:
        assert the_room(pilot).query_one(FieldList).has_focus
        await press(pilot, "down", "down", "down", "down", "enter")
        assert isinstance(pilot.app.screen, WordsDialog)
        pilot.app.screen.query_one("#words", Input).value = "juni 2027"
        pilot.app.screen.query_one("#why", Input).value = "Sagt på mötet"
        await press(pilot, "ctrl+s")
        assert desk.now.actions["a1"].due.text == "juni 2027"
        assert "1 av" in screen_text(pilot)
        await press(pilot, "escape")
        assert the_room(pilot).query_one(Outline).has_focus


async def test_nothing_lost_is_left_without_asking() -> None:
    async with open_house(MemoryDesk(a_plan()), (80, 24), "7 enter escape") as pilot:
        assert "Vad gäller mötet?" in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


async def test_minutes_that_cannot_be_written_leave_the_meeting_open(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    async with open_house(MemoryDesk(a_plan()), keys="7 enter space w") as pilot:
        pilot.app.screen.query_one("#words", Input).value = str(tmp_path / "fil" / "mapp")
        await press(pilot, "enter")
        assert "1 av" in screen_text(pilot)
        assert toasts(pilot)


async def test_where_nothing_is_due_it_says_so() -> None:
    async with open_house(MemoryDesk(Snapshot()), (80, 24), "7 enter space c w m") as pilot:
        assert "Det finns inget att ta upp" in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 1


def test_what_was_undone_at_the_meeting_is_not_in_the_minutes() -> None:
    desk = MemoryDesk(a_plan())
    desk.do(MoveTo("a1", Status.DONE, "Sagt för tidigt"))
    desk.undo()
    desk.do(MoveTo("a2", Status.DONE, "Beslutad i mars"))
    papers = Papers(Phrases("sv"), Clock(TODAY))
    text = papers.minutes("md", desk.now, "Allt", ("a1", "a2"), {}, desk.history()).decode()
    assert "Sagt för tidigt" not in text
    assert "Beslutad i mars" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_minutes_show_peoples_words_as_they_are(text: str) -> None:
    papers = Papers(Phrases("en"), Clock(date(2026, 5, 12)))
    for form in ("md", "html"):
        written = papers.minutes(form, a_plan(), text, ("a1",), {"a1": text}, ()).decode()
        assert "<script" not in written
        assert not any(ord(letter) < 32 and letter != "\n" for letter in written)
