"""The house in a real terminal: it starts on a real database, leaves the terminal as it was, and keeps quiet about colour."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from builders import TODAY
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import AddAction, MoveTo, NewPlan
from followup.domain.dates import When
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.tui.app import LOOK_EVERY, FollowupApp

pty = pytest.importorskip("pty")

PROGRAM = """
import sys
from datetime import date
from followup.clock import Clock
from followup.desk import Desk
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.tui.app import run
sys.exit(run(Desk(Settings(data=sys.argv[1], language="sv", user="Signe"), Phrases("sv"), Clock(date(2026, 5, 12)))))
"""
LIMIT = 60.0
"""Seconds after which the program is taken to hang."""


@pytest.fixture
def database(tmp_path: Path) -> str:
    place = str(tmp_path / "plan.db")
    desk = a_desk(place)
    desk.do(NewPlan("fjm", "Handlingsplan", "Fjällmottagningen"))
    (plan,) = desk.snapshot().plans
    due = When.on(TODAY)
    desk.do(AddAction(plan, "A", "Ledning", "Introduktionen ska vara två veckor.", "En lista görs.", due))
    desk.close()
    return place


def a_desk(place: str) -> Desk:
    return Desk(Settings(data=place, language="sv", user="Signe"), Phrases("sv"), Clock(TODAY))


class Terminal:
    """The program in a pseudo-terminal: what it writes, and keys to it."""

    def __init__(self, place: str, environment: dict[str, str]) -> None:
        self.written = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30", **environment})
            os.execv(sys.executable, [sys.executable, "-c", PROGRAM, place])  # noqa: S606 - a shell would quote

    def read_until(self, words: bytes) -> bytes:
        """Read until the words have come."""
        end = time.monotonic() + LIMIT
        while words not in self.written and time.monotonic() < end:
            self.written += os.read(self.handle, 65536)
        assert words in self.written
        return self.written

    def end(self) -> int:
        """Read to the end; give the exit status."""
        try:
            while piece := os.read(self.handle, 65536):
                self.written += piece
        except OSError:
            pass
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.handle)
        return status


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_the_terminal_as_it_was(database: str, name: str) -> None:
    terminal = Terminal(database, {})
    terminal.read_until("två veckor".encode())
    os.kill(terminal.pid, getattr(signal, name))
    assert terminal.end() == 0
    assert b"\x1b[?1049l" in terminal.written


def test_q_ends_with_zero(database: str) -> None:
    terminal = Terminal(database, {})
    terminal.read_until("två veckor".encode())
    os.write(terminal.handle, b"q")
    assert terminal.end() == 0


def test_no_color_is_obeyed(database: str) -> None:
    terminal = Terminal(database, {"NO_COLOR": "1"})
    written = terminal.read_until("två veckor".encode())
    os.write(terminal.handle, b"q")
    terminal.end()
    coloured = [
        piece for piece in written.split(b"\x1b[38;2;")[1:] if len(set(piece.split(b"m")[0].split(b";")[:3])) > 1
    ]
    assert coloured == []


async def test_the_whole_way_on_a_real_database(database: str) -> None:
    desk = a_desk(database)
    app = FollowupApp(desk)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        for keys in (["2"], ["m", "3", "enter"], ["l"], ["escape"], ["u"], ["ctrl+r"], ["8"], ["1"]):
            await app.workers.wait_for_complete()
            await pilot.press(*keys)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        (action,) = desk.snapshot().actions.values()
        assert action.status is Status.DONE
        assert [made.kind for made in desk.history(limit=3)] == ["redo", "undo", "do"]
    desk.close()


async def look(app: FollowupApp, pilot: Pilot[int]) -> None:
    """Do at once what the timer does each second."""
    for _ in range(2):
        await app.workers.wait_for_complete()
        await pilot.pause()
        app._look()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_another_process_changes_shows_within_two_seconds(database: str) -> None:
    assert LOOK_EVERY <= 1.0
    mine, theirs = a_desk(database), a_desk(database)
    app = FollowupApp(mine)
    async with app.run_test(size=(100, 30)) as pilot:
        await look(app, pilot)
        (action,) = theirs.snapshot().actions
        theirs.do(MoveTo(action, Status.IN_PROGRESS, "Påbörjad av någon annan"))
        await look(app, pilot)
        shown = app.house.view
        assert shown is not None
        assert shown.snapshot.actions[action].status is Status.IN_PROGRESS
    mine.close()
    theirs.close()
