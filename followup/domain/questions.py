"""Questions about an action on a day: late, soon, which round waits. Computed from today, never stored.

An action is late after the last day of its window, and only while it is planned or in progress. A follow-up waits
from the first day of its window and is late after the last; a round held earlier answers for those missed before it.
Answers are made by the thousand, hence named tuples: a frozen dataclass takes three times as long to make.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from followup.domain.actions import Result, Status
from followup.domain.people import holder_on
from followup.domain.rules import Window, windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.domain.actions import Action, Occasion, Plan, Round
    from followup.domain.dates import When
    from followup.domain.people import Owner
    from followup.domain.snapshot import Snapshot

SOON_DAYS = 30
"""An open action whose last day is this many days away, or fewer, is due soon."""
OCCASION_DAYS = 30
"""The days that a round opened by an occasion may take before it is late."""
OPEN = frozenset({Status.PLANNED, Status.IN_PROGRESS})
OVER = frozenset({Status.DROPPED, Status.CLOSED})
_NOT_HELD = frozenset({Result.NONE, Result.SKIPPED})
OCCASION_KEY = "occasion:"
EXTRA_KEY = "extra:"
"""What the keys of rounds outside the series begin with."""


class RoundDue(NamedTuple):
    """A round that waits or will: its scheduled window, the window in force (the agreed one if moved), its cause."""

    key: str
    scheduled: Window
    start: date
    end: date
    occasion: str = ""


class Held(NamedTuple):
    """The last round held: the day and what it found."""

    on: date
    result: Result


class Standing(NamedTuple):
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
        left is not None and left < 0,
        left is not None and 0 <= left <= SOON_DAYS,
        left,
        coming,
        last_held(snapshot.rounds_of.get(action.id, ())),
        waits and not late,
        late,
    )


def days_left(action: Action, today: date) -> int | None:
    """Count the days to the last day of the action's window; None when it has none or is no longer being done."""
    last = action.due.end
    if last is None or action.status not in OPEN:
        return None
    return last.toordinal() - today.toordinal()


def last_held(rounds: Iterable[Round]) -> Held | None:
    """Give the round held last, whatever its schedule; skipped rounds were not held."""
    last: Held | None = None
    for one in rounds:
        if one.held_on and one.result not in _NOT_HELD and (last is None or one.held_on > last.on):
            last = Held(one.held_on, one.result)
    return last


def next_round(snapshot: Snapshot, action: Action, today: date) -> RoundDue | None:
    """Give the round that waits longest, or else the next to come; None when nothing is followed up any more."""
    if not action.triggers and action.id not in snapshot.rounds_of and action.status not in OVER:
        return _first_after(snapshot.plans[action.plan], action, None)
    found = waiting(snapshot, action, today)
    return min(found, key=_by_end) if len(found) > 1 else found[0] if found else None


def _by_end(due: RoundDue) -> tuple[date, str]:
    return due.end, due.key


def waiting(snapshot: Snapshot, action: Action, today: date) -> list[RoundDue]:
    """Give the rounds that nobody held yet: the next of the series, those moved before it, one for each occasion."""
    if action.status in OVER:
        return []
    touched = snapshot.rounds_of.get(action.id, ())
    series = _next_of_series(snapshot.plans[action.plan], action, touched)
    if not action.triggers:
        return series
    happened = (one for one in snapshot.occasions_of.get(action.plan, ()) if one.on_day <= today)
    return [*series, *_opened(happened, action, touched)]


def _next_of_series(plan: Plan, action: Action, touched: tuple[Round, ...]) -> list[RoundDue]:
    """Give the first window that nobody settled or moved, after those that were moved: these do not move the series."""
    if not touched:
        first = _first_after(plan, action, None)
        return [first] if first else []
    found: list[RoundDue] = []
    for due in _unsettled(plan, action, touched):
        found.append(due)
        if due.end == due.scheduled.end and due.start == due.scheduled.start:
            break
    return found


def _first_after(plan: Plan, action: Action, after: date | None) -> RoundDue | None:
    """Give the first window of the action's rule that ends after a day, the same for all that share rule and first."""
    begin = None if action.first.is_dated else begins(plan, action)
    return _scheduled(action.rule, action.first, begin, after)


@lru_cache(maxsize=16384)
def _scheduled(rule: str, first: When, begin: date | None, after: date | None) -> RoundDue | None:
    """Give the first window of a rule that ends after a day, as scheduled; plans share few rules and first times."""
    window = next(windows(rule, first, begin, after), None)
    return RoundDue(window.key, window, window.start, window.end) if window else None


def _unsettled(plan: Plan, action: Action, touched: tuple[Round, ...]) -> Iterator[RoundDue]:
    """Give the series from its first window that no held round answers for: its own, or one that ended later."""
    held = {one.key: one.window_end for one in touched if one.result and is_of_series(one.key)}
    first = _first_after(plan, action, max(held.values()) if held else None)
    if first is None:
        return
    if first.key not in held:
        yield _in_force(first, touched)
    for window in windows(action.rule, action.first, begins(plan, action), first.end):
        if window.key not in held:
            yield _in_force(RoundDue(window.key, window, window.start, window.end), touched)


def is_of_series(key: str) -> bool:
    """Say whether a round's key names a window of the rule, not an occasion's or an extra round."""
    return not key.startswith((OCCASION_KEY, EXTRA_KEY))


def begins(plan: Plan, action: Action) -> date:
    """Say from which day a rule counts when its first time was not said: the document's date, else the status's."""
    return plan.document_date or action.status_since


def _in_force(due: RoundDue, touched: tuple[Round, ...]) -> RoundDue:
    """Give the round at the date agreed for it, if it was moved."""
    for one in touched:
        if one.key == due.key and one.agreed.is_dated:
            start = one.agreed.first_day or due.start
            return due._replace(start=start, end=one.agreed.end or start)
    return due


def _opened(occasions: Iterable[Occasion], action: Action, touched: tuple[Round, ...]) -> Iterator[RoundDue]:
    settled = {one.occasion for one in touched if one.result}
    for occasion in occasions:
        if occasion.id not in settled and waits_for(action, occasion.trigger):
            window = occasion_window(occasion)
            yield _in_force(RoundDue(window.key, window, window.start, window.end, occasion.id), touched)


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
    found = {due.key: due for due in waiting(snapshot, action, today)}
    if action.status not in OVER:
        found |= {due.key: due for due in _series_until(snapshot, action, until)}
    return tuple(sorted((due for due in found.values() if due.start <= until), key=lambda due: (due.start, due.key)))


def rounds_ahead(snapshot: Snapshot, action: Action, today: date, until: date) -> tuple[RoundDue, ...]:
    """Give the same, but of a series that was missed many times only the first: the next held answers for all."""
    found = coming_rounds(snapshot, action, today, until)
    missed = [due for due in found if due.end < today and not due.occasion]
    return tuple(due for due in found if due not in missed[1:])


def _series_until(snapshot: Snapshot, action: Action, until: date) -> Iterator[RoundDue]:
    touched = snapshot.rounds_of.get(action.id, ())
    series = _unsettled(snapshot.plans[action.plan], action, touched)
    return takewhile(lambda due: due.scheduled.start <= until, series)


def round_for(snapshot: Snapshot, action: Action, day: date) -> RoundDue | None:
    """Say which waiting round a follow-up held on that day answers for.

    An occasion's round, where that is the one that waits longest; else the latest of the series that has begun (it
    answers for those missed before it); else the next one, when the day is nearer to it than to the one before; else
    none: an extra round.
    """
    found = waiting(snapshot, action, day)
    begun = [due for due in found if due.start <= day]
    longest = min(begun, key=_by_end, default=None)
    if longest is not None and longest.occasion:
        return longest
    series = [due for due in _series_until(snapshot, action, day) if due.start <= day] if found else []
    return max(series, key=lambda due: due.scheduled.end) if series else _near(snapshot, action, found, day)


def _near(snapshot: Snapshot, action: Action, found: list[RoundDue], day: date) -> RoundDue | None:
    coming = next((due for due in found if not due.occasion), None)
    if coming is None:
        return None
    after = _first_after(snapshot.plans[action.plan], action, coming.scheduled.end)
    gap = after.scheduled.start - coming.scheduled.start if after else None
    return coming if gap is None or (coming.start - day) * 2 <= gap else None


class OwnerNow(NamedTuple):
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
