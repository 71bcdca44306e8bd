"""What stands in a calendar, before any words: which day, which series, whose, and the window that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from followup.domain.questions import owners_on
from followup.present.owners import long_owner
from followup.publishing.series import Track

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.domain.people import Owner
    from followup.domain.questions import OwnerNow
    from followup.domain.snapshot import Snapshot
    from followup.publishing.workdays import Workdays

DUE = "due"
FOLLOW_UP = "follow-up"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Owners:
    """Who owns something on a day: all with their roles, in words, and the ids of the people among them."""

    all: tuple[OwnerNow, ...]
    words: str
    people: frozenset[str]

    @classmethod
    def of(cls, owners: tuple[OwnerNow, ...]) -> Owners:
        """Give the owners with their words."""
        words = "; ".join(long_owner(owner) for owner in owners) or "–"
        return cls(owners, words, frozenset(owner.person for owner in owners if owner.person))


class Entry(NamedTuple):
    """One thing in a calendar, single or a series; `kind` and `slot` name it within its action, for ever.

    `start`..`end` (inclusive) is the window that the title names and `words` what the plan calls it, "" where the
    program says it. `until` is the last day of a series that ends. `trigger` is the event that opened the round.
    `warning` tells that this is an early warning, so many days before what it warns of.
    """

    action: Action
    kind: str
    slot: str
    day: date
    owners: Owners
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
    _found: dict[tuple[int, date], Owners] = field(default_factory=dict)
    _changes: dict[int, tuple[date, ...]] = field(default_factory=dict)
    _known: dict[tuple[OwnerNow, ...], Owners] = field(default_factory=dict)

    def owners_on(self, owners: tuple[Owner, ...], day: date) -> Owners:
        """Say who owns it on that day; what is past and still open belongs to those of today.

        `owners` are an action's own: they are known again by being the same object, as long as the snapshot lives.
        The same people are the same object.
        """
        asked = max(day, self.today) if self.changes(owners) else self.today
        key = (id(owners), asked)
        found = self._found.get(key)
        if found is None:
            now = owners_on(self.snapshot, owners, asked)
            found = self._found[key] = self._known.setdefault(now, Owners.of(now))
        return found

    def changes(self, owners: tuple[Owner, ...]) -> tuple[date, ...]:
        """Give the days after today from which a role among the owners has another holder, or none."""
        known = self._changes.get(id(owners))
        if known is None:
            roles = [owner.role for owner in owners if owner.role and not owner.person]
            held = [one for role in roles for one in self.snapshot.holdings_of.get(role, ())]
            begun = {one.start for one in held if one.start}
            ended = {one.end + _ONE_DAY for one in held if one.end and one.end < date.max}
            known = self._changes[id(owners)] = tuple(sorted(day for day in begun | ended if day > self.today))
        return known
