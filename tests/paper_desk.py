"""A desk of paper: commands are decided and applied to a snapshot, with no database, so that rules can be told as stories."""

from __future__ import annotations

from datetime import date
from itertools import count

from builders import TODAY, a_plan
from followup.domain.actions import Action, Round
from followup.domain.changes import Change, Refused
from followup.domain.commands import Command
from followup.domain.decide import decide_all
from followup.domain.questions import Standing, next_round, standing
from followup.domain.snapshot import Snapshot, apply, find_action
from strategies import uuid


class PaperDesk:
    """One user at one plan; `today` may be turned at will."""

    def __init__(self, snapshot: Snapshot | None = None, today: date = TODAY) -> None:
        self.snapshot = snapshot or a_plan()
        self.today = today
        self._ids = count(10**6)

    def decide(self, *commands: Command) -> tuple[Change, ...] | Refused:
        return decide_all(self.snapshot, commands, self.today, lambda: uuid(next(self._ids)))

    def do(self, *commands: Command) -> tuple[Change, ...]:
        """Carry the commands out; the test fails where they are refused."""
        changes = self.decide(*commands)
        assert not isinstance(changes, Refused), changes
        self.snapshot = apply(self.snapshot, changes)
        return changes

    def ask(self, *commands: Command) -> None:
        """Carry the commands out, or leave it where they are refused."""
        changes = self.decide(*commands)
        if not isinstance(changes, Refused):
            self.snapshot = apply(self.snapshot, changes)

    def refused(self, *commands: Command) -> str:
        """Give the code of the refusal; the test fails where the commands are accepted."""
        refused = self.decide(*commands)
        assert isinstance(refused, Refused), refused
        return refused.code

    def action(self, label: str) -> Action:
        found = find_action(self.snapshot, label)
        assert isinstance(found, Action), found
        return found

    def rounds(self, label: str) -> tuple[Round, ...]:
        return self.snapshot.rounds_of.get(self.action(label).id, ())

    def standing(self, label: str, on: date | None = None) -> Standing:
        return standing(self.snapshot, self.action(label), on or self.today)

    def next(self, label: str, on: date | None = None) -> tuple[date, date] | None:
        """Give the window of the round that waits longest, or comes next."""
        due = next_round(self.snapshot, self.action(label), on or self.today)
        return (due.start, due.end) if due else None
