"""The screens' first useful paint: from the start until the text of an action stands on the terminal."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import empty_app
from benchmarks.measuring import Row, medians, program
from benchmarks.plans import TODAY, kept
from benchmarks.terminal import Terminal

SHORTEST = 5
TURNS = 9


def rows(folder: Path) -> Iterator[Row]:
    """Measure thirteen actions beside the empty program, and many beside thirteen."""
    empty = partial(_first_paint, [sys.executable, empty_app.__file__], re.compile(empty_app.HEAD.encode()))
    few, many, most = (paint(kept(folder, actions)) for actions in (13, 10_000, 100_000))
    of_few, of_many, of_most, of_empty = medians(few, many, most, empty, turns=TURNS)
    yield Row("first paint, 13 actions / an empty table", of_few, of_empty, budget=1.25)
    yield Row("first paint, 10,000 actions / 13", of_many, of_few, budget=1.3)
    yield Row("first paint, 100,000 actions / 13", of_most, of_few, budget=2)


def paint(database: Path) -> partial[float]:
    """Give the work of starting the screens on a database."""
    return partial(_first_paint, screens(database), words_of(database))


def screens(database: Path) -> list[str]:
    """Give the command line of the screens."""
    return program("--data", str(database), "--today", str(TODAY), "--lang", "sv")


def words_of(database: Path) -> re.Pattern[bytes]:
    """Give what matches the beginning of any action: its first long word."""
    connection = sqlite3.connect(database)
    found = {row[0].split()[0] for row in connection.execute("SELECT requirement FROM action")}
    connection.close()
    return re.compile(b"|".join(re.escape(word.encode()) for word in sorted(found) if len(word) >= SHORTEST))


def _first_paint(command: list[str], pattern: re.Pattern[bytes]) -> float:
    with Terminal(command) as terminal:
        return terminal.until(pattern)
