"""A day at the screens, and another: what is opened is closed again, and memory stays as it was.

The short form runs with all tests; `make torture` gives 20,000 commands and prints what they took.
"""

from __future__ import annotations

import gc
import os
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.scrollbar import ScrollBar
from textual.widget import Widget
from textual.widgets._toast import Toast

from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from test_tui_register import look, open_house, settle
from test_tui_two_hands import a_desk, path
from torture import IS_LONG, report

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from followup.desk import Desk

__all__ = ["path"]

MOST_THREADS = min(32, (os.cpu_count() or 1) + 4) + 1
"""The event loop's own workers (`concurrent.futures.ThreadPoolExecutor`), and itself."""

PASSING = (ScrollBar, Toast)

COMMANDS = 20_000 if IS_LONG else 24
OPEN_FILES = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="the system does not tell which files are open")

CHANGES = ("m 2 enter", "m 3 enter", "u", "u", "ctrl+r", "ctrl+r", "u", "u")
"""What is done again and again: eight change sets, after which all is as it was."""

CHANGES_A_TURN = 12 if IS_LONG else 1

TOUR = (
    *("enter escape", "/ k u r s enter", "escape / ctrl+u enter", "question_mark escape"),
    *("1", "3", "4", "5", "6", "8", "9", "i", "escape", "2"),
)
"""What comes between: one action whole, a filter, the sheet of keys, every room."""


def kept() -> Counter[str]:
    """What is alive: open files, widgets of each kind but those that come and go by themselves."""
    gc.collect()
    widgets = Counter(type(one).__name__ for one in gc.get_objects() if is_shown(one))
    return widgets + Counter(files=len(list(OPEN_FILES.iterdir())))


def is_shown(one: object) -> bool:
    return issubclass(type(one), Widget) and not issubclass(type(one), PASSING)


def memory() -> int:
    """Give the memory that the process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 // 1_000_000


async def change(pilot: Pilot[int]) -> None:
    """Press the keys of all changes, each when the one before has had its effect, which takes no clock."""
    for key in " ".join(CHANGES).split():
        pilot.app.simulate_key(key)
        for _ in range(6):
            await pilot._wait_for_screen()
            await pilot.app.workers.wait_for_complete()


async def tour(pilot: Pilot[int]) -> None:
    for keys in TOUR:
        await pilot.press(*keys.split())
        await settle(pilot)


async def work(pilot: Pilot[int], mine: Desk, other: Desk, until: int) -> None:
    """Go round until the plan has so many change sets; somebody else writes too."""
    turn = 0
    while mine.snapshot().revision < until:
        for _ in range(CHANGES_A_TURN):
            before = mine.snapshot().revision
            await change(pilot)
            assert mine.snapshot().revision == before + len(CHANGES)
        await tour(pilot)
        turn += 1
        last = list(other.snapshot().actions)[-1]
        other.do(MoveTo(last, Status.IN_PROGRESS if turn % 2 else Status.PLANNED, f"Turn {turn}"))
        look(pilot)
        await settle(pilot)
    pilot.app.clear_notifications()
    await settle(pilot)


async def test_a_long_day_at_the_screens_leaves_nothing_open(path: Path) -> None:
    mine, other = a_desk(path, "Signe"), a_desk(path, "Urban")
    async with open_house(mine, (100, 30)) as pilot:
        await work(pilot, mine, other, COMMANDS // 3)
        before, held = kept(), memory()
        await work(pilot, mine, other, COMMANDS)
        after = kept()
        grown = memory() - held
        made = mine.snapshot().revision
        threads = threading.active_count()
        report(
            f"{made} change sets in one process of the screens: {held} MB after a third of them, {grown:+} MB at the end; "
            f"{after['files']} files and {threads} threads, {after.total() - after['files']} widgets, then as at the end"
        )
    other.close()
    assert after == before
    assert threads <= MOST_THREADS
    assert not IS_LONG or grown < held // 10
