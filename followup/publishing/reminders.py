"""What each owner is reminded of: deadlines, follow-ups and early warnings, as entries without words.

Nothing that is over gives an entry, and nothing without a date: a day that nobody said is never invented.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from followup.domain.actions import Status
from followup.domain.dates import Kind, When
from followup.domain.questions import OVER, RoundDue, begins, coming_rounds
from followup.domain.rules import windows
from followup.publishing.entries import DUE, FOLLOW_UP, Diary, Entry
from followup.publishing.segments import segments
from followup.publishing.series import shifted, tracks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.domain.actions import Action, Round
    from followup.publishing.series import Track

UNDONE = frozenset({Status.PLANNED, Status.IN_PROGRESS, Status.PAUSED})
ALL_ROUNDS = "rounds"
ONE_ROUND = "round/"


def entries_of(diary: Diary, action: Action, warnings: Iterable[int] = ()) -> Iterator[Entry]:
    """Give the entries of one action, with a warning of its own so many days before each, as asked."""
    for entry in (*_deadline(diary, action), *_follow_ups(diary, action)):
        yield entry
        for days in warnings:
            yield from _warnings(diary, entry, days)


def _deadline(diary: Diary, action: Action) -> Iterator[Entry]:
    end = action.due.end
    if end is None or action.status not in UNDONE:
        return
    start = action.due.start or end
    day = diary.workdays.last(start, end)
    owners = diary.owners_on(action.responsible, day)
    yield Entry(action, DUE, DUE, day, owners, start, end, action.due.text)


def _follow_ups(diary: Diary, action: Action) -> Iterator[Entry]:
    if action.status in OVER:
        return
    touched = diary.snapshot.rounds_of.get(action.id, ())
    begin = begins(diary.snapshot.plans[action.plan], action)
    recurring = tracks(action.rule, action.first, begin)
    excluded = _excluded(diary, action, begin, touched) if recurring and touched else ()
    for track in recurring:
        yield from _series(diary, action, track, excluded)
    if touched or action.plan in diary.snapshot.occasions_of:
        yield from _single_rounds(diary, action, touched, is_series=bool(recurring))
    elif not recurring:
        for due in _untouched(action.rule, action.first.start, action.first.end, begin, diary.horizon):
            yield _round(diary, action, due, None)


def _single_rounds(diary: Diary, action: Action, touched: tuple[Round, ...], *, is_series: bool) -> Iterator[Entry]:
    """Give the rounds that stand alone: all that no series says, those moved out of it, those that an event opened."""
    moved = {one.key: one.agreed for one in touched if one.agreed.is_dated and not one.result}
    last = max([diary.horizon, *(day for one in moved.values() if (day := one.first_day))])
    for due in coming_rounds(diary.snapshot, action, diary.today, last if action.rule else date.max):
        if due.occasion or _is_moved(due) or not is_series:
            yield _round(diary, action, due, moved.get(due.key))


@lru_cache(maxsize=4096)
def _untouched(rule: str, start: date | None, end: date | None, begin: date, last: date) -> tuple[RoundDue, ...]:
    """Give the rounds of a rule that nobody has touched, as scheduled: many actions share a rule and a first time."""
    first = When(Kind.RANGE, start, end, "") if start or end else When.no_date()
    found = takewhile(lambda window: not rule or window.start <= last, windows(rule, first, begin))
    return tuple(RoundDue(window.key, window, window.start, window.end) for window in found)


def _is_moved(due: RoundDue) -> bool:
    return (due.start, due.end) != (due.scheduled.start, due.scheduled.end)


def _round(diary: Diary, action: Action, due: RoundDue, agreed: When | None) -> Entry:
    """Give the entry of one round, on the first working day of the window in force.

    One that an event opened stands on its last: the first is the day of the event, which is past when it is told.
    """
    end = max(due.start, due.end)
    opened = bool(due.occasion) and agreed is None
    day = diary.workdays.last(due.start, end) if opened else diary.workdays.first(due.start, end)
    owners = diary.owners_on(action.follow_up_responsible, day)
    slot = ALL_ROUNDS if not action.rule and not due.occasion else ONE_ROUND + due.key
    trigger = diary.snapshot.occasions[due.occasion].trigger if due.occasion else ""
    first = action.first.text if due.start == action.first.first_day else ""
    words = agreed.text if agreed else first
    return Entry(action, FOLLOW_UP, slot, day, owners, due.start, end, words, trigger=trigger)


def _series(diary: Diary, action: Action, track: Track, excluded: tuple[date, ...]) -> Iterator[Entry]:
    slot = f"{ALL_ROUNDS}/{track.slot}" if track.slot else ALL_ROUNDS
    for part in segments(diary, action.follow_up_responsible, track):
        days = tuple(day for day in excluded if part.covers(day) and track.slot in ("", f"{day.month:02}"))
        name = f"{slot}/{part.since}" if part.since else slot
        entry = Entry(
            action, FOLLOW_UP, name, part.first, part.owners, part.first, part.first, "", part.rule, part.until, days
        )
        if entry.covers_anything():
            yield entry


def _excluded(diary: Diary, action: Action, begin: date, touched: tuple[Round, ...]) -> tuple[date, ...]:
    """Give the days of a rule that are answered for, or were moved to another day."""
    last = max(one.window_end for one in touched)
    due = coming_rounds(diary.snapshot, action, diary.today, last)
    open_days = {one.scheduled.start for one in due if not _is_moved(one)}
    own = takewhile(lambda day: day <= last, (window.start for window in windows(action.rule, action.first, begin)))
    return tuple(day for day in own if day not in open_days)


def _warnings(diary: Diary, entry: Entry, days: int) -> Iterator[Entry]:
    """Give the early warnings of an entry as entries of their own; the days of a series one by one if they must."""
    warning = entry._replace(kind=f"warning-{days}", slot=f"{entry.kind}/{entry.slot}", warning=days)
    ahead = timedelta(days=days)
    if not entry.rule:
        yield warning._replace(day=entry.day - ahead)
        return
    track = shifted(entry.track, days)
    if track:
        until = entry.until - ahead if entry.until else None
        excluded = tuple(day - ahead for day in entry.excluded)
        yield warning._replace(day=track.first, rule=track.rule, until=until, excluded=excluded)
        return
    last = min(entry.until or diary.horizon, diary.horizon)
    for day in entry.track.days(last):
        if day not in entry.excluded:
            slot = f"{warning.slot}/{day}"
            yield warning._replace(slot=slot, day=day - ahead, rule="", until=None, excluded=(), start=day, end=day)
