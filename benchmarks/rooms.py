"""A key in every room among ten thousand actions, a letter in the filter line, and what the screens do at rest."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import sleep

from benchmarks import empty_app
from benchmarks.measuring import Amount, Row
from benchmarks.paint import screens, words_of
from benchmarks.plans import kept
from benchmarks.terminal import Terminal

ROOMS = {
    "Today": b"1",
    "Register": b"2",
    "Action": b"3",
    "People": b"4",
    "Year": b"5",
    "Areas": b"6",
    "Meeting": b"7",
    "Log": b"8",
    "Export": b"e",
}
KEYS = (b"j", b"k") * 2
"""Down and up again: also a short list has room for it."""
TURNS = 5
CHANGES = 1_000
FRAME = 33.0
"""Milliseconds: the filter line has painted again before the next frame."""
SETTLED, APART, AT_REST = 4.0, 0.2, 10
LETTERS = b"handledn"


def rows(folder: Path) -> Iterator[Row | Amount]:
    """Measure each room at ten thousand beside the same at thirteen; then the filter, and rest."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(_opened(kept(folder, size, CHANGES))) for size in (13, 10_000))
        for name, key in ROOMS.items():
            of_few, of_many = _in_room((few, many), key)
            yield Row(f"key to paint, {name}, 10,000 actions / 13", of_many, of_few, budget=2)
        yield Row("a letter in the filter line, 10,000 actions / a frame", _filtering(many), FRAME, budget=1)
        empty = stack.enter_context(Terminal([sys.executable, empty_app.__file__]))
        own, _ = _at_rest(empty)
        for size, terminal in ((13, few), (10_000, many)):
            wakes, busy = _at_rest(terminal)
            yield Amount(f"at rest, {size:,} actions: wakes beyond an empty app's", wakes - own, "/s", 8)
            yield Amount(f"at rest, {size:,} actions: the processor's time", busy, "% ", 1)


def _opened(database: Path) -> Terminal:
    terminal = Terminal(screens(database))
    terminal.until(words_of(database))
    terminal.rest(SETTLED)
    return terminal


def _in_room(terminals: tuple[Terminal, ...], room: bytes) -> list[float]:
    """Go to a room and press keys that move in it, in turns; give the median of each."""
    for terminal in terminals:
        terminal.press(room)
        terminal.rest(SETTLED)
    taken: list[list[float]] = [[] for _ in terminals]
    for _ in range(TURNS):
        for terminal, times in zip(terminals, taken, strict=True):
            times += [_pressed(terminal, key) for key in KEYS]
    for terminal in terminals:
        terminal.press(b"1")
        terminal.rest(APART)
    return [median(times) for times in taken]


def _pressed(terminal: Terminal, key: bytes) -> float:
    taken = terminal.press(key)
    terminal.rest(APART)
    return taken


def _filtering(terminal: Terminal) -> float:
    """Type a word in the register's filter line; give the median of its letters."""
    terminal.press(b"2")
    terminal.press(b"/")
    terminal.rest(SETTLED)
    taken = [_pressed(terminal, bytes((letter,))) for letter in LETTERS]
    return median(taken)


def _at_rest(terminal: Terminal) -> tuple[float, float]:
    """Give how often all threads together woke in a second, and the share of the processor (%) that it took."""
    terminal.rest(SETTLED)
    before = _used(terminal.process)
    sleep(AT_REST)
    after = _used(terminal.process)
    wakes, ticks = (now - then for now, then in zip(after, before, strict=True))
    return wakes / AT_REST, ticks / AT_REST


def _used(process: int) -> tuple[int, int]:
    """Give the voluntary waits of all threads, and the hundredths of a second of work."""
    waits = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        told = (thread / "status").read_text("ascii")
        waits += int(told.partition("\nvoluntary_ctxt_switches:")[2].split()[0])
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return waits, int(fields[11]) + int(fields[12])
