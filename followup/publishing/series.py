"""Follow-up rules as recurrences that every calendar reads alike, or as single days where none says the same.

The domain's windows are the truth: a recurrence is used only if its days are the first days of those windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from exports.recurrence import days_of, outlook_rule
from followup.domain.dates import Kind, When
from followup.domain.rules import Window, windows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_LONGEST_STEP = timedelta(days=366)
_STEPS = frozenset({"FREQ", "INTERVAL"})
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NEVER_LAST = 27
"""The last day of the month that is never the month's last."""
_TOO_LONG = 1000
_COMPARED = 26
"""Windows that are compared before a recurrence is trusted: past a leap year and each month of the year."""


@dataclass(frozen=True, slots=True)
class Track:
    """Days that recur by one rule, from the first; `slot` tells apart the tracks of one follow-up rule."""

    slot: str
    first: date
    rule: str

    def days(self, last: date) -> list[date]:
        """Give the days until `last`, inclusive, in order."""
        return sorted(days_of(self.rule, self.first, last))

    def on_or_after(self, day: date) -> date:
        """Give the first of its days that is not before `day`."""
        if day <= self.first:
            return self.first
        span = _LONGEST_STEP
        while True:
            later = [one for one in self.days(day + span) if one >= day]
            if later:
                return later[0]
            span *= 2


def tracks(rule: str, first: When, begin: date) -> tuple[Track, ...]:
    """Give the recurrences that together say the rule, one for each month it names; none if they cannot say it."""
    if not rule or rule.endswith("/term"):
        return ()
    start = first.first_day
    return _tracks(rule, start, first.end, begin if start is None else start)


@lru_cache(maxsize=16384)
def _tracks(rule: str, start: date | None, end: date | None, begin: date) -> tuple[Track, ...]:
    stepping = _stepping(rule, start) if start and start.day <= _NEVER_LAST else ""
    if start and stepping:
        return (Track("", start, stepping),)
    first = When(Kind.RANGE, start, end, "") if start else When.no_date()
    known = list(islice(windows(rule, first, begin), _COMPARED))
    if not known:
        return ()
    months = sorted({window.start.month for window in known}) if _names_months(rule) else [0]
    found = [
        _track(_in_month(rule, month), f"{month:02}" if month else "", _of_month(known, month)) for month in months
    ]
    return tuple(track for track in found if track) if all(found) else ()


def _stepping(rule: str, start: date) -> str:
    """Give a rule that only steps from its first day, completed; "" for another. Every month has such a day."""
    said = dict(part.partition("=")[::2] for part in rule.split(";"))
    step = int(said.get("INTERVAL", "1"))
    frequency, every = said.get("FREQ", ""), f";INTERVAL={step}" if step > 1 else ""
    if said.keys() - _STEPS or not 1 <= step < _TOO_LONG:
        return ""
    days = {
        "YEARLY": f";BYMONTH={start.month};BYMONTHDAY={start.day}",
        "MONTHLY": f";BYMONTHDAY={start.day}",
        "WEEKLY": f";BYDAY={_WEEKDAYS[start.weekday()]}",
        "DAILY": "",
    }
    return f"FREQ={frequency}{every}{days[frequency]}" if frequency in days else ""


def shifted(track: Track, days: int) -> Track | None:
    """Give the track that lies that many days before another, always; `None` if no rule says it."""
    known = track.days(track.first + timedelta(days=366 * 5))
    before = [Window("", day - timedelta(days=days), day) for day in known]
    return _track(track.rule, track.slot, before)


def _names_months(rule: str) -> bool:
    return any(part.startswith("BYMONTH=") and "," in part for part in rule.split(";"))


def _in_month(rule: str, month: int) -> str:
    parts = (f"BYMONTH={month}" if month and part.startswith("BYMONTH=") else part for part in rule.split(";"))
    return ";".join(parts)


def _of_month(known: list[Window], month: int) -> list[Window]:
    return [window for window in known if month in (0, window.start.month)]


def _track(rule: str, slot: str, known: Sequence[Window]) -> Track | None:
    """Give the track whose days are the first days of these windows: by what the rule says, or by its steps alone."""
    bare = ";".join(part for part in rule.split(";") if part.partition("=")[0] in _STEPS)
    days = [window.start for window in known]
    for said in dict.fromkeys((rule, bare)):
        completed = _completed(said, days[0])
        if completed and sorted(days_of(completed, days[0], days[-1])) == days:
            return Track(slot, days[0], completed)
    return None


def _completed(rule: str, first: date) -> str:
    try:
        return outlook_rule(rule, first)
    except ValueError:
        return ""
