"""What stands in a calendar, before any words: which day, which series, whose, and the window that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from followup.domain.questions import owners_on
from followup.publishing.series import Track

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.people import Owner
    from followup.domain.questions import OwnerNow
    from followup.domain.snapshot import Snapshot
    from followup.publishing.workdays import Workdays

DUE = "due"
FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a calendar, single or a series; `kind` and `slot` name it within its action, for ever.

    `start`..`end` (inclusive) is the window that the title names and `words` what the plan calls it, "" where the
    program says it. `until` is the last day of a series that ends. `trigger` is the event that opened the round.
    `warning` tells that this is an early warning, so many days before what it warns of.
    """

    action: Action
    kind: str
    slot: str
    day: date
    owners: tuple[OwnerNow, ...]
    start: date
    end: date
    words: str = ""
    rule: str = ""
    until: date | None = None
    excluded: tuple[date, ...] = ()
    trigger: str = ""
    warning: int = 0

    @property
    def track(self) -> Track:
        """Give the days of a series that does not end."""
        return Track("", self.day, self.rule)

    def covers_anything(self) -> bool:
        """Say whether a day is left: a series without end always has one."""
        if not self.rule:
            return self.day not in self.excluded
        return self.until is None or bool(set(self.track.days(self.until)) - set(self.excluded))


@dataclass(frozen=True)
class Diary:
    """What is asked when reminders are drawn up: the plan, the day it is, the days people work, how far ahead.

    `horizon` is the last day (inclusive) for which days are written one by one where no rule says them.
    """

    snapshot: Snapshot
    today: date
    workdays: Workdays
    horizon: date
    _owners: dict[tuple[tuple[Owner, ...], date], tuple[OwnerNow, ...]] = field(default_factory=dict)

    def owners_on(self, owners: tuple[Owner, ...], day: date) -> tuple[OwnerNow, ...]:
        """Say who owns it on that day; what is past and still open belongs to those of today."""
        key = (owners, max(day, self.today))
        if key not in self._owners:
            self._owners[key] = owners_on(self.snapshot, *key)
        return self._owners[key]
