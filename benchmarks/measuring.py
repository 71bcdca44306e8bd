"""Times of whole processes and of calls, and the line that a ratio is printed as.

What is compared is run in turns, in one go, so that a busy machine is busy for both; the first turn only warms up.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

TURNS = 15
HEAD = f"{'':56}{'measured':>12}{'reference':>12}{'ratio':>8}{'budget':>8}"

Work = Callable[[], float]
"""Does something once and gives the milliseconds that it took."""


@dataclass(frozen=True)
class Row:
    """What was measured beside its reference, both in milliseconds; no `budget` where none was set."""

    name: str
    measured: float
    reference: float
    budget: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the reference it takes."""
        return self.measured / self.reference

    def __str__(self) -> str:
        told = f"{self.name:56}{self.measured:9.1f} ms{self.reference:9.1f} ms{self.ratio:8.2f}"
        if self.budget is None:
            return told
        return f"{told}{self.budget:8.2f}  {'ok' if self.ratio <= self.budget else 'OVER'}"


@dataclass(frozen=True)
class Amount:
    """So much of something, in a unit of two letters, which may be no more than a budget."""

    name: str
    amount: float
    unit: str
    budget: float

    def __str__(self) -> str:
        verdict = "ok" if self.amount <= self.budget else "OVER"
        return f"{self.name:56}{self.amount:9.1f} {self.unit}{'':20}{self.budget:8.0f}  {verdict}"


def medians(*works: Work, turns: int = TURNS) -> list[float]:
    """Give the median of each, run in turns."""
    taken = [[work() for work in works] for _ in range(turns + 1)][1:]
    return [median(times) for times in zip(*taken, strict=True)]


def program(*words: str) -> list[str]:
    """Give the command line of the installed program."""
    installed = Path(sys.executable).with_name("followup")
    return [str(installed), *words] if installed.exists() else [sys.executable, "-m", "followup", *words]


def surroundings(**more: str) -> dict[str, str]:
    """Give an environment in which compiled modules are kept, as after an installation, and nothing is set for us."""
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FOLLOWUP_")}
    return {name: value for name, value in kept.items() if name not in left_out} | more


def process(command: Sequence[str], **more: str) -> Work:
    """Give the work of running a command to its end, its output thrown away.

    Raises:
        subprocess.CalledProcessError: when done, if the command fails.
    """
    environment = surroundings(**more)

    def once() -> float:
        begun = perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        return (perf_counter() - begun) * 1000

    return once


def call(function: Callable[[], object]) -> Work:
    """Give the work of calling a function; what garbage there was before is no part of it."""

    def once() -> float:
        gc.collect()
        begun = perf_counter()
        function()
        return (perf_counter() - begun) * 1000

    return once


def told(rows: Iterator[Row | Amount]) -> None:
    """Print rows as they come."""
    for row in rows:
        print(row, flush=True)
