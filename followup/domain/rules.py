"""Follow-up rules: the windows a rule gives on demand, counted from the anchor, never from the previous one.

A rule is an RFC 5545 RRULE value without dates ("FREQ=MONTHLY;INTERVAL=6") or "N/term" (each term, 1 January-30 June
and 1 July-31 December, divided into N windows). 31 January + 1 month + 1 month is not 31 January + 2 months:
hence each window is the anchor plus k steps. Nothing is stored and no day is invented: a rule that cannot be placed
gives no windows.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.dates import When

_MONTHS = {"MONTHLY": 1, "YEARLY": 12}
_DAYS = {"DAILY": 1, "WEEKLY": 7}
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_LAST_YEAR = 9000
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days, both ends inclusive; `key` is the same for the same window of a rule, always."""

    key: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class _Parts:
    months: int
    days: int
    by_month: tuple[int, ...]
    by_month_day: int
    by_day: str
    per_term: int


@lru_cache(maxsize=512)
def _parts(rule: str) -> _Parts:
    if rule.endswith("/term"):
        return _Parts(0, 0, (), 0, "", max(1, int(rule.partition("/")[0])))
    said = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    step = int(said.get("INTERVAL", "1"))
    by_month = tuple(int(month) for month in said.get("BYMONTH", "").split(",") if month)
    months = _MONTHS.get(said.get("FREQ", ""), 0) * step
    days = _DAYS.get(said.get("FREQ", ""), 0) * step
    return _Parts(months, days, by_month, int(said.get("BYMONTHDAY", "0")), said.get("BYDAY", "")[-2:], 0)


def add_months(day: date, months: int) -> date:
    """Give the day that many months later (or earlier); a day the month lacks becomes the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_placed(rule: str, first: When) -> bool:
    """Say whether the rule's windows can be known: it has a first time, or says its month, weekday or term itself."""
    if first.first_day:
        return True
    parts = _parts(rule)
    return bool(parts.per_term or parts.by_month or parts.by_day)


def windows(rule: str, first: When, begin: date | None) -> Iterator[Window]:
    """Give the rule's windows in order, from its first; `begin` stands in for a first time that was not said.

    A single follow-up (no rule) gives its one window. Endless for a rule: take what is needed.
    """
    if not rule:
        yield from _single(first)
        return
    anchor = first.first_day or begin
    if anchor is None or not is_placed(rule, first):
        return
    parts = _parts(rule)
    if parts.per_term:
        yield from _terms(parts.per_term, anchor)
    elif first.first_day and len(parts.by_month) < 2:
        yield from _steps(parts, anchor, first.end or anchor)
    else:
        yield from _said(parts, anchor)


def _single(first: When) -> Iterator[Window]:
    start = first.first_day
    if start:
        yield Window(start.isoformat(), start, first.end or start)


def _steps(parts: _Parts, start: date, end: date) -> Iterator[Window]:
    whole_months = start.day == 1 and (end + _ONE_DAY).day == 1
    span = (end.year - start.year) * 12 + end.month - start.month + 1
    step = 0
    while start.year + step * max(parts.months, 1) // 12 < _LAST_YEAR:
        begins = _shift(parts, start, step)
        ends = add_months(begins, span) - _ONE_DAY if whole_months and parts.months else _shift(parts, end, step)
        yield Window(begins.isoformat(), begins, ends)
        step += 1


def _shift(parts: _Parts, day: date, step: int) -> date:
    if parts.months:
        return add_months(day, parts.months * step)
    return day + timedelta(days=max(parts.days, 1) * step)


def _terms(count: int, anchor: date) -> Iterator[Window]:
    half = anchor.year * 2 + (anchor.month > 6)
    while half < _LAST_YEAR * 2:
        for window in _term_windows(half, count):
            if window.end >= anchor:
                yield window
        half += 1


def _term_windows(half: int, count: int) -> Iterator[Window]:
    year, autumn = divmod(half, 2)
    begins = date(year, 7 if autumn else 1, 1)
    length = (date(year, 12, 31) if autumn else date(year, 6, 30)).toordinal() - begins.toordinal() + 1
    for part in range(count):
        start = begins + timedelta(days=length * part // count)
        end = begins + timedelta(days=length * (part + 1) // count - 1)
        yield Window(f"{year}-{'HT' if autumn else 'VT'}-{part + 1}", start, end)


def _said(parts: _Parts, anchor: date) -> Iterator[Window]:
    if parts.by_month:
        yield from _months_of_years(parts, anchor)
    elif parts.by_day:
        ahead = (_WEEKDAYS[parts.by_day] - anchor.weekday()) % 7
        yield from _steps(parts, anchor + timedelta(days=ahead), anchor + timedelta(days=ahead))


def _months_of_years(parts: _Parts, anchor: date) -> Iterator[Window]:
    every = max(parts.months // 12, 1)
    for year in range(anchor.year, _LAST_YEAR, every):
        for month in parts.by_month:
            window = _month_window(year, month, parts.by_month_day)
            if window.end >= anchor:
                yield window


def _month_window(year: int, month: int, month_day: int) -> Window:
    last = monthrange(year, month)[1]
    start = date(year, month, min(month_day, last)) if month_day > 0 else date(year, month, 1)
    end = start if month_day > 0 else date(year, month, last)
    return Window(start.isoformat(), start, end)
