"""One edit, from the command to the new snapshot: at ten thousand actions and a million rows of journal, and at none.

Both desks sit in this process, warmed as the screens warm theirs, and take turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Row, Work, call, medians
from benchmarks.plans import TODAY, kept
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from followup.phrases.book import Phrases
from followup.settings import Settings

TURNS = 40
JOURNAL = 1_000_000


def rows(folder: Path) -> Iterator[Row]:
    """Measure a change of status, and its undoing."""
    many, few = (desk_at(kept(folder, *size)) for size in ((10_000, JOURNAL), (13, 0)))
    for name, of_many, of_few in (
        ("edit", editing(many), editing(few)),
        ("undo", _undoing(many), _undoing(few)),
    ):
        measured, reference = medians(of_many, of_few, turns=TURNS)
        yield Row(f"{name}, 10,000 actions and 1,000,000 changes / 13", measured, reference, budget=1.5)
    many.close()
    few.close()


def desk_at(database: Path) -> Desk:
    """Sit down at a database, with all read and ready to write."""
    desk = Desk(Settings(data=str(database), language="sv", user="Made Up"), Phrases("sv"), Clock(TODAY))
    desk.snapshot()
    desk.warm()
    return desk


def editing(desk: Desk) -> Work:
    """Give the work of moving one action on, another one each time."""
    open_ones = [
        one.id for one in desk.snapshot().actions.values() if one.status in (Status.PLANNED, Status.IN_PROGRESS)
    ]
    actions = cycle(open_ones)

    def edit() -> None:
        action = desk.snapshot().actions[next(actions)]
        status = Status.PLANNED if action.status is Status.IN_PROGRESS else Status.IN_PROGRESS
        outcome = desk.do(MoveTo(action.id, status))
        if outcome.refused is not None:
            raise ValueError(outcome.refused.code)

    return call(edit)


def _undoing(desk: Desk) -> Work:
    def undo() -> None:
        outcome = desk.undo()
        if outcome.refused is not None:
            raise ValueError(outcome.refused.code)

    return call(undo)
