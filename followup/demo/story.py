"""The made-up plan, its months counted from today, and what has happened to it so far."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from followup.domain.actions import Result, Status
from followup.domain.commands import MoveTo, RecordRound
from followup.domain.rules import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from followup.domain.commands import Command
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

_MONTH = re.compile(r"\{(-?\d+)\}")
BEGAN = 9
"""The plan was read in so many months ago."""


def document(today: date, phrases: Phrases) -> bytes:
    """Give the plan as a text document whose months lie around today."""
    text = (Path(__file__).parent / f"plan.{phrases.language}.txt").read_text(encoding="utf-8")
    text = text.replace("{Y0}", str(today.year)).replace("{Y1}", str(today.year + 1))
    return _MONTH.sub(lambda found: _month(add_months(today, int(found[1])), phrases), text).encode()


def _month(day: date, phrases: Phrases) -> str:
    words = f"{phrases(f'month.{day.month}')} {day.year}"
    return words[:1].upper() + words[1:]


def happenings(snapshot: Snapshot, today: date, phrases: Phrases) -> Iterator[tuple[date, Command]]:
    """Give what was done since, in order: the day and the command."""
    ids = {action.label: action.id for action in snapshot.actions.values()}
    yield add_months(today, -7), MoveTo(ids["A1"], Status.IN_PROGRESS)
    yield add_months(today, -6), MoveTo(ids["B1"], Status.IN_PROGRESS, phrases("demo.enrolled"))
    yield add_months(today, -4), MoveTo(ids["A1"], Status.DONE, phrases("demo.agreed"))
    yield add_months(today, -3), MoveTo(ids["E1"], Status.DONE)
    yield add_months(today, -2), MoveTo(ids["D1"], Status.IN_PROGRESS, phrases("demo.half"))
    yield add_months(today, -1), RecordRound(ids["A1"], Result.HOLDS, phrases("demo.seen"), held_by="Mira")
    yield add_months(today, -1), MoveTo(ids["C1"], Status.PAUSED, phrases("demo.builders"))
