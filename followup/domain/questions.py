"""Questions about an action on a day: late, soon, which round waits. Computed from today, never stored.

An action is late after the last day of its window, and only while it is planned or in progress. A follow-up waits
from the first day of its window and is late after the last; a round held earlier answers for those missed before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from followup.domain.actions import Result, Status
from followup.domain.people import holder_on
from followup.domain.rules import Window, windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.domain.actions import Action, Occasion, Plan, Round
    from followup.domain.people import Owner
    from followup.domain.snapshot import Snapshot

SOON_DAYS = 30
"""An open action whose last day is this many days away, or fewer, is due soon."""
OCCASION_DAYS = 30
"""The days that a round opened by an occasion may take before it is late."""
OPEN = frozenset({Status.PLANNED, Status.IN_PROGRESS})
OVER = frozenset({Status.DROPPED, Status.CLOSED})
OCCASION_KEY = "occasion:"
EXTRA_KEY = "extra:"
"""What the keys of rounds outside the series begin with."""


@dataclass(frozen=True, slots=True)
class RoundDue:
    """A round that waits or will: its scheduled window, the window in force (the agreed one if moved), its cause."""

    key: str
    scheduled: Window
    start: date
    end: date
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """The last round held: the day and what it found."""

    on: date
    result: Result


@dataclass(frozen=True, slots=True)
class Standing:
    """How one action stands on one day. `days_left` counts to the last day of the window; negative is late."""

    overdue: bool
    due_soon: bool
    days_left: int | None
    next: RoundDue | None
    last: Held | None
    follow_up_due: bool
    follow_up_overdue: bool


def standing(snapshot: Snapshot, action: Action, today: date) -> Standing:
    """Say how the action stands today."""
    left = days_left(action, today)
    coming = next_round(snapshot, action, today)
    waits = coming is not None and coming.start <= today
    late = coming is not None and coming.end < today
    return Standing(
        overdue=left is not None and left < 0,
        due_soon=left is not None and 0 <= left <= SOON_DAYS,
        days_left=left,
        next=coming,
        last=last_held(snapshot.rounds_of.get(action.id, ())),
        follow_up_due=waits and not late,
        follow_up_overdue=late,
    )


def days_left(action: Action, today: date) -> int | None:
    """Count the days to the last day of the action's window; None when it has none or is no longer being done."""
    last = action.due.end
    if last is None or action.status not in OPEN:
        return None
    return last.toordinal() - today.toordinal()


def last_held(rounds: Iterable[Round]) -> Held | None:
    """Give the round held last, whatever its schedule; skipped rounds were not held."""
    held = [Held(one.held_on, one.result) for one in rounds if one.held_on and one.result is not Result.SKIPPED]
    return max(held, key=lambda one: one.on, default=None)


def next_round(snapshot: Snapshot, action: Action, today: date) -> RoundDue | None:
    """Give the round that waits longest, or else the next to come; None when nothing is followed up any more."""
    return next(iter(sorted(waiting(snapshot, action, today), key=lambda due: (due.end, due.key))), None)


def waiting(snapshot: Snapshot, action: Action, today: date) -> Iterator[RoundDue]:
    """Give the rounds that nobody held yet: the next of the series, and one for each occasion."""
    if action.status in OVER:
        return
    touched = snapshot.rounds_of.get(action.id, ())
    series = _next_of_series(snapshot.plans[action.plan], action, touched, today)
    if series:
        yield series
    yield from _opened(snapshot.occasions_of.get(action.plan, ()), action, touched)


def _next_of_series(plan: Plan, action: Action, touched: tuple[Round, ...], today: date) -> RoundDue | None:
    settled = max((one.window_end for one in touched if one.result and is_of_series(one.key)), default=None)
    for window in windows(action.rule, action.first, begins(plan, today)):
        if settled is None or window.end > settled:
            return _in_force(window, touched)
    return None


def is_of_series(key: str) -> bool:
    """Say whether a round's key names a window of the rule, not an occasion's or an extra round."""
    return not key.startswith((OCCASION_KEY, EXTRA_KEY))


def begins(plan: Plan, today: date) -> date:
    """Say from which day a rule counts when its first time was not said: the document's date, else today's."""
    return plan.document_date or today


def _in_force(window: Window, touched: tuple[Round, ...]) -> RoundDue:
    moved = next((one for one in touched if one.key == window.key and one.agreed.is_dated), None)
    if moved is None:
        return RoundDue(window.key, window, window.start, window.end)
    start = moved.agreed.first_day or window.start
    return RoundDue(window.key, window, start, moved.agreed.end or start)


def _opened(occasions: Iterable[Occasion], action: Action, touched: tuple[Round, ...]) -> Iterator[RoundDue]:
    if not action.triggers:
        return
    settled = {one.occasion for one in touched if one.result}
    for occasion in occasions:
        if occasion.id not in settled and waits_for(action, occasion.trigger):
            window = occasion_window(occasion)
            yield RoundDue(window.key, window, window.start, window.end, occasion.id)


def occasion_window(occasion: Occasion) -> Window:
    """Give the days that a round opened by the occasion may take."""
    last = occasion.on_day + timedelta(days=OCCASION_DAYS)
    return Window(OCCASION_KEY + occasion.id, occasion.on_day, last)


def waits_for(action: Action, trigger: str) -> bool:
    """Say whether one of the action's triggers contains the words named; case and blanks do not matter."""
    named = " ".join(trigger.casefold().split())
    return any(named in " ".join(waited.casefold().split()) for waited in action.triggers)


def coming_rounds(snapshot: Snapshot, action: Action, today: date, until: date) -> tuple[RoundDue, ...]:
    """Give the waiting rounds and the series' later ones that begin no later than `until` (inclusive), in order."""
    found = list(waiting(snapshot, action, today))
    first = next((due for due in found if not due.occasion), None)
    if first is not None:
        plan = snapshot.plans[action.plan]
        touched = snapshot.rounds_of.get(action.id, ())
        for window in windows(action.rule, action.first, begins(plan, today)):
            if window.start > until:
                break
            if window.end > first.scheduled.end:
                found.append(_in_force(window, touched))
    return tuple(sorted((due for due in found if due.start <= until), key=lambda due: (due.start, due.key)))


def round_for(snapshot: Snapshot, action: Action, day: date) -> RoundDue | None:
    """Say which waiting round a follow-up held on that day answers for.

    The latest that has begun (it answers for those missed before it); else the next one, when the day is nearer to it
    than to the one before; else none: an extra round.
    """
    opened = [due for due in waiting(snapshot, action, day) if due.occasion and due.start <= day]
    series = _nearest(coming_rounds(snapshot, action, day, date(day.year + 10, 12, 31)), day)
    if series is not None and series.start <= day:
        return series
    return opened[0] if opened else series


def _nearest(rounds: tuple[RoundDue, ...], day: date) -> RoundDue | None:
    series = [due for due in rounds if not due.occasion]
    begun = [due for due in series if due.start <= day]
    if begun:
        return begun[-1]
    if not series:
        return None
    gaps = [later.start - earlier.start for earlier, later in pairwise(series[:2])]
    near = not gaps or (series[0].start - day) * 2 <= gaps[0]
    return series[0] if near else None


@dataclass(frozen=True, slots=True)
class OwnerNow:
    """An owner as it is on a day: the role's name (or the title), and the person's name, either may be ""."""

    role: str
    name: str
    person: str = ""


def owner_on(snapshot: Snapshot, owner: Owner, day: date) -> OwnerNow:
    """Say who an owner is on that day: a role through its holder, a person as named."""
    role = snapshot.roles[owner.role].name if owner.role else owner.title
    person = owner.person
    if owner.role and not person:
        held = holder_on(snapshot.holdings_of.get(owner.role, ()), owner.role, day)
        person = held.person if held else ""
    return OwnerNow(role, snapshot.people[person].name if person else "", person)


def owners_on(snapshot: Snapshot, owners: Iterable[Owner], day: date) -> tuple[OwnerNow, ...]:
    """Say who they are on that day, in the document's order."""
    return tuple(owner_on(snapshot, owner, day) for owner in owners)
