"""A hundred thousand actions with a million changes in the journal, beside a thousand: times, and the memory it takes.

What is looked at or changed alone must not feel how much else there is; a whole dump grows with it, but fits in memory.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.edit import desk_at, editing
from benchmarks.measuring import Amount, Row, medians, process, program, surroundings
from benchmarks.paint import paint, screens, words_of
from benchmarks.plans import TODAY, kept
from benchmarks.terminal import Terminal

SIZES = ((1_000, 0), (100_000, 1_000_000))
BUDGET = 4
MOST_MEGABYTES = 600
TURNS = 7
SETTLED = 6.0
"""Seconds without a paint after which a room is taken to have all that it shows."""


def rows(folder: Path) -> Iterator[Row | Amount]:
    """Measure what people wait for, then the largest dumps."""
    few, many = (kept(folder, *size) for size in SIZES)
    yield from _waits(few, many)
    yield _edit(few, many)
    for words in (("status", "--format", "json"), ("agenda",), ("log", "--limit", "100")):
        yield _memory(f"followup {' '.join(words)}, 100,000 actions", _peak(command(many, *words)))
    whole = folder / "whole.json"
    exported = _peak(command(many, "export", "json", "--complete", "--out", str(whole)))
    yield _memory("followup export json --complete, 100,000 actions", exported)
    yield _memory("the screens, every room and a filter, 100,000 actions", _screens(many))


def _memory(name: str, megabytes: float) -> Amount:
    return Amount(name, megabytes, "MB", MOST_MEGABYTES)


def _screens(database: Path) -> float:
    """Walk through the rooms and filter; give the most memory that it took, in megabytes."""
    with Terminal(screens(database)) as terminal:
        terminal.until(words_of(database))
        terminal.rest(SETTLED)
        for key in (b"2", b"4", b"5", b"6", b"8", b"2", b"/", b"k"):
            terminal.press(key)
            terminal.rest(SETTLED)
        told = Path(f"/proc/{terminal.process}/status").read_text("ascii")
        return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def _waits(few: Path, many: Path) -> Iterator[Row]:
    key = _some_key(few)
    for name, words in (("one plan's status", ("--plan", key, "status")), ("one action", ("show", f"{key}/A1"))):
        of_many, of_few = medians(process(command(many, *words)), process(command(few, *words)), turns=TURNS)
        yield Row(f"{name}, 100,000 actions / 1,000", of_many, of_few, budget=BUDGET)
    of_many, of_few = medians(paint(many), paint(few), turns=TURNS)
    yield Row("first paint, 100,000 actions / 1,000", of_many, of_few, budget=BUDGET)


def _edit(few: Path, many: Path) -> Row:
    desks = [desk_at(path) for path in (many, few)]
    of_many, of_few = medians(*map(editing, desks), turns=TURNS * 3)
    for desk in desks:
        desk.close()
    return Row("an edit, 100,000 actions / 1,000", of_many, of_few, budget=BUDGET)


def _some_key(database: Path) -> str:
    """Give the key of a plan that every size has, and that has an action A1."""
    connection = sqlite3.connect(database)
    asked = 'SELECT p."key" FROM plan p JOIN action a ON a.plan_id = p.id WHERE a.label = ? ORDER BY p."key"'
    key: str = connection.execute(asked, ("A1",)).fetchone()[0]
    connection.close()
    return key


def command(database: Path, *words: str) -> list[str]:
    """Give the command line of the program at a database."""
    return program("--data", str(database), "--today", str(TODAY), "--lang", "sv", *words)


def _peak(words: Sequence[str]) -> float:
    """Run a command to its end; give the most memory it held, in megabytes."""
    running = subprocess.Popen(words, env=surroundings(), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, words)
    return used.ru_maxrss / 1024
