"""From a key to its paint, while moving and paging through the list, and while typing a filter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.measuring import Row
from benchmarks.paint import screens, words_of
from benchmarks.plans import kept
from benchmarks.terminal import Terminal

DOWN, UP, PAGE_DOWN, PAGE_UP, END, HOME = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~", b"\x1b[F", b"\x1b[H"
MOVES = {
    "moving": (DOWN,) * 6 + (UP,) * 6,
    "paging": (PAGE_DOWN, PAGE_UP, END, HOME) * 2,
}
"""Keys that end where they began, and each move the cursor even among thirteen: what moves nothing paints nothing."""
REGISTER = b"2"
TURNS = 4
SETTLED = 3.0
"""Seconds of quiet after which everything has been read."""
APART = 0.2


def rows(folder: Path) -> Iterator[Row]:
    """Measure the same keys among thirteen, ten thousand and a hundred thousand actions."""
    with ExitStack() as stack:
        few, many, most = (stack.enter_context(_settled(kept(folder, size))) for size in (13, 10_000, 100_000))
        for name, keys in MOVES.items():
            of_few, of_many, of_most = _medians((few, many, most), keys)
            yield Row(f"key to paint, {name}, 10,000 actions / 13", of_many, of_few, budget=2)
            yield Row(f"key to paint, {name}, 100,000 actions / 13", of_most, of_few, budget=2)


def _settled(database: Path) -> Terminal:
    """Start the screens, let them read everything, and go to the register."""
    terminal = Terminal(screens(database))
    terminal.until(words_of(database))
    terminal.rest(SETTLED)
    terminal.press(REGISTER)
    terminal.rest(APART)
    return terminal


def _medians(terminals: tuple[Terminal, ...], keys: tuple[bytes, ...]) -> list[float]:
    taken: list[list[float]] = [[] for _ in terminals]
    for _ in range(TURNS):
        for terminal, times in zip(terminals, taken, strict=True):
            times += [_press(terminal, key) for key in keys]
    return [median(times) for times in taken]


def _press(terminal: Terminal, key: bytes) -> float:
    taken = terminal.press(key)
    terminal.rest(APART)
    return taken
