"""What somebody else wrote never runs: every way in against every way out, with every text in each cell.

Text is cleaned where it comes in, and escaped again where it goes out; here neither is trusted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from followup.domain.texts import clean
from followup.tui.app import FollowupApp
from hostile_ways import (
    OBEYED,
    TEXTS,
    TODAY,
    WAYS_IN,
    book_is_text,
    calendars_are_calendars,
    cells_are_cells,
    desk_at,
    json_is_json,
    markdown_is_text,
    page_is_a_page,
    text_is_text,
)
from shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

FILLED: dict[str, Path] = {}

WAYS_OUT: dict[str, tuple[tuple[str, ...], Callable[[bytes], None]]] = {
    "status": (("status",), text_is_text),
    "status json": (("status", "--format", "json"), json_is_json),
    "status ndjson": (("status", "--format", "ndjson"), json_is_json),
    "status csv": (("status", "--format", "csv"), cells_are_cells),
    "status csv for Excel": (("status", "--format", "csv", "--excel"), cells_are_cells),
    "status md": (("status", "--format", "md"), markdown_is_text),
    "status html": (("status", "--format", "html"), page_is_a_page),
    "status xlsx": (("export", "xlsx", "--out", "-"), book_is_text),
    "log": (("log",), text_is_text),
    "log json": (("log", "--format", "json"), json_is_json),
    "log csv": (("log", "--format", "csv"), cells_are_cells),
    "log md": (("log", "--format", "md"), markdown_is_text),
    "agenda": (("agenda",), text_is_text),
    "agenda json": (("agenda", "--format", "json"), json_is_json),
    "agenda csv": (("agenda", "--format", "csv"), cells_are_cells),
    "agenda md": (("agenda", "--format", "md"), markdown_is_text),
    "people": (("people",), text_is_text),
    "people json": (("people", "--format", "json"), json_is_json),
    "people csv": (("people", "--format", "csv"), cells_are_cells),
    "check": (("check",), text_is_text),
    "doctor": (("doctor",), text_is_text),
    "everything": (("export", "json", "--complete"), json_is_json),
}
SHOWN: dict[str, Callable[[bytes], None]] = {
    "text": text_is_text,
    "json": json_is_json,
    "md": markdown_is_text,
    "html": page_is_a_page,
}


@pytest.fixture
def filled(way_in: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database that the texts came into by one way."""
    if way_in not in FILLED:
        FILLED[way_in] = tmp_path_factory.mktemp("hostile")
        WAYS_IN[way_in](FILLED[way_in])
    return FILLED[way_in]


@pytest.fixture
def shell(filled: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(filled, capsysbinary, monkeypatch, today=TODAY.isoformat())


WIDEST = {"typing", "a strange database"}
"""The ways by which every text comes into every field: there all is looked at, elsewhere samples."""
every_way_in = pytest.mark.parametrize("way_in", WAYS_IN)


@every_way_in
@pytest.mark.parametrize("way_out", WAYS_OUT)
def test_what_came_in_goes_out_as_text(way_out: str, shell: Shell) -> None:
    words, judge = WAYS_OUT[way_out]
    told = shell(*words)
    assert told.code == 0 or words == ("doctor",), told.err
    text_is_text(told.talk)
    judge(told.data)


@every_way_in
@pytest.mark.parametrize("form", SHOWN)
def test_each_action_is_shown_as_text(form: str, way_in: str, shell: Shell, filled: Path) -> None:
    desk = desk_at(filled)
    snapshot = desk.snapshot()
    desk.close()
    keys = {action.id: snapshot.plans[action.plan].key for action in snapshot.actions.values()}
    for action in list(snapshot.actions.values())[:: 1 if way_in in WIDEST else 8]:
        told = shell("show", f"{keys[action.id]}/{action.label}", "--format", form)
        assert told.code == 0, told.err
        SHOWN[form](told.data)


@every_way_in
def test_calendars_hold_only_what_is_theirs(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "kalendrar"
    told = shell("export", "ics", "--out", str(folder))
    text_is_text(told.talk + told.data)
    assert told.code == 0, told.err
    assert calendars_are_calendars(folder, tmp_path) > 0
    assert {path.parent for path in folder.rglob("*.ics")} == {folder}


@every_way_in
async def test_the_screen_shows_text_and_obeys_none(way_in: str, filled: Path) -> None:
    app = FollowupApp(desk_at(filled))
    times = 6 if way_in in WIDEST else 1
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        for key in ("", "2", *["down", "enter", "escape"] * times, "end", "enter", "escape"):
            if key:
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            strips = app.screen._compositor.render_strips(app.screen.size)
            text = "\n".join(segment.text for strip in strips for segment in strip)
            found = OBEYED.search(text.replace("\n", ""))
            assert found is None, found


def test_what_was_typed_can_be_read_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if "typing" not in FILLED:
        FILLED["typing"] = tmp_path_factory.mktemp("hostile")
        WAYS_IN["typing"](FILLED["typing"])
    told = Shell(FILLED["typing"], capsysbinary, monkeypatch)("status", "--format", "json")
    kept = [action["measure"] for action in told.json["actions"]]
    assert kept == [clean(text) for text in TEXTS.values()]
