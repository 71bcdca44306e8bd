"""Import taken back: reading is stopped, what was put right is undone, and what was told of a heading is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents_typed import HEADS, a_desk_that_remembers, a_document, a_real_desk, a_table
from followup.desk import Desk
from followup.domain.dates import Kind
from followup.domain.stopping import StoppedError
from followup.tui.errands import ReadDocument
from followup.tui.rooms.reading import WIDE, running_bar
from test_tui_export import until
from test_tui_import import correct, press, read, the_note, the_room
from test_tui_register import open_house, screen_text, settle, toasts

ODD = (*HEADS[:3], "Deadlinje-x", *HEADS[4:])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_real_desk(tmp_path)


class Gate:
    """Lets a method of the desk begin, and end when it is opened; keeps what ended it otherwise than by itself."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self.open, self._work = Event(), work
        self.ended: list[Exception] = []

    def __call__(self, *asked: Any, **more: Any) -> Any:
        assert self.open.wait(60)
        try:
            return self._work(*asked, **more)
        except StoppedError as stopped:
            self.ended.append(stopped)
            raise


@given(st.integers(0, 200))
def test_the_bar_is_as_wide_at_every_step_and_has_a_part_that_runs(step: int) -> None:
    bar = running_bar(step)
    assert len(bar) == WIDE
    assert "━" in bar.strip("─")
    assert bar != running_bar(step + 1)


@pytest.mark.parametrize(
    ("language", "words", "stopped"),
    [
        ("sv", "Läser plan.md   Esc stannar", "Läsningen av plan.md är avbruten"),
        ("en", "Reading plan.md   Esc stops", "The reading of plan.md is stopped"),
    ],
)
async def test_reading_shows_that_it_goes_on_and_esc_stops_it(
    tmp_path: Path, language: str, words: str, stopped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_real_desk(tmp_path, language)
    gate = Gate(desk.documents.read)
    monkeypatch.setattr(desk.documents, "read", gate)
    async with open_house(desk, (80, 24), "i") as pilot:
        the_room(pilot).query_one("#path").value = str(a_document(tmp_path))  # type: ignore[attr-defined]  # a line
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, words)
        bar = the_note(pilot).split()[0]
        for _ in range(200):
            await pilot.pause(0.02)
            if the_note(pilot).split()[0] != bar:
                break
        assert the_note(pilot).split()[0] != bar
        await pilot.press("escape")
        assert stopped in screen_text(pilot)
        gate.open.set()
        await settle(pilot)
        assert stopped in screen_text(pilot)
        assert len(gate.ended) == 1
        assert not the_room(pilot)._reviewing
        assert not the_room(pilot).is_busy
        await read(pilot, tmp_path / "plan.md")
        assert the_room(pilot)._reviewing


async def test_storing_goes_on_when_esc_is_pressed_and_is_done_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(desk.documents.accept)
    monkeypatch.setattr(desk.documents, "accept", gate)
    async with open_house(desk, (80, 24), "i") as pilot:
        await read(pilot, a_document(tmp_path))
        await pilot.press("a", "a")
        await until(pilot, "Sparar …")
        await pilot.press("escape")
        await until(pilot, "Det sparas just nu")
        gate.open.set()
        await settle(pilot)
        assert len(desk.snapshot().plans) == 1
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


async def test_u_takes_back_what_was_done_in_the_review_step_by_step(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path))
        begun = the_room(pilot)._review
        await press(pilot, "o")
        await correct(pilot, "due", "VT 2028")
        assert "inget är oklart" in screen_text(pilot)
        await press(pilot, "g", "space", "u")
        assert "tas inte med" not in screen_text(pilot)
        assert the_room(pilot)._review.draft.actions[1].due.kind is Kind.TERM  # type: ignore[union-attr]  # is read
        await press(pilot, "u")
        assert "? 1 oklar sak" in screen_text(pilot)
        assert the_room(pilot)._review == begun
        await press(pilot, "u")
        assert any("Inget är rättat här" in said for said in toasts(pilot))
        assert desk.history() == ()


async def test_what_was_told_of_a_heading_can_be_told_otherwise_and_forgotten(tmp_path: Path) -> None:
    desk = a_desk_that_remembers(tmp_path)
    document = a_document(tmp_path, text=a_table(heads=ODD))
    desk.documents.read(str(document), {"Deadlinje-x": "ignore"})
    async with open_house(desk, (80, 24), "i") as pilot:
        await read(pilot, document)
        assert "Maj 2027" not in screen_text(pilot).split("────")[0]
        await press(pilot, "m")
        assert "Deadlinje-x: Inget av detta" in screen_text(pilot)
        await press(pilot, "enter", "3", "enter")
        assert "Maj 2027" in screen_text(pilot).split("────")[0]
        assert desk.remembered("forms") == [{"Deadlinje-x": "due"}]
        await press(pilot, "m", "enter", "end", *["down"] * 9)
        assert "Glöm det som sagts" in screen_text(pilot)
        await press(pilot, "enter")
        assert desk.remembered("forms") == []
        assert "Maj 2027" not in screen_text(pilot).split("────")[0]
        await press(pilot, "m")
        assert "Vad står under ”Deadlinje-x”?" in screen_text(pilot)


async def test_what_a_stopped_document_lacks_says_nothing_of_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_real_desk(tmp_path)
    gate = Gate(desk.documents.read)
    monkeypatch.setattr(desk.documents, "read", gate)
    (tmp_path / "ingen.txt").write_text("Hej på er", encoding="utf-8")
    async with open_house(desk, (80, 24), "i") as pilot:
        room = the_room(pilot)
        room.begin(ReadDocument(str(tmp_path / "ingen.txt")))
        await until(pilot, "Läser ingen.txt")
        await pilot.press("escape")
        room.begin(ReadDocument(str(a_document(tmp_path))))
        await until(pilot, "Läser plan.md")
        gate.open.set()
        await until(pilot, "3 åtgärder")
        assert room._reviewing
        assert "ingen.txt" not in screen_text(pilot)


async def test_a_document_that_is_still_read_when_another_is_chosen_or_all_is_left_is_read_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_real_desk(tmp_path)
    gate = Gate(desk.documents.read)
    monkeypatch.setattr(desk.documents, "read", gate)
    first, second = (ReadDocument(str(a_document(tmp_path, name))) for name in ("ett.md", "två.md"))
    async with open_house(desk, (80, 24), "i") as pilot:
        the_room(pilot).begin(first)
        await until(pilot, "Läser ett.md")
        the_room(pilot).begin(second)
        assert (first.watch.stopping, second.watch.stopping) == (True, False)
        await until(pilot, "Läser två.md")
    gate.open.set()
    assert second.watch.stopping
