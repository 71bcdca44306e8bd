"""Follow-up rules: the windows a rule gives on demand, counted from the anchor, never from the previous one.

A rule is an RFC 5545 RRULE value without dates ("FREQ=MONTHLY;INTERVAL=6") or "N/term" (each term, 1 January-30 June
and 1 July-31 December, divided into N windows). 31 January + 1 month + 1 month is not 31 January + 2 months:
hence each window is the anchor plus k steps, and the k for a later day is found by arithmetic. Nothing is stored and
no day is invented: a rule that cannot be placed, or is none that is known, gives no windows.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from followup.domain.dates import Kind, When
from followup.domain.rule_parts import rule_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.rule_parts import RuleParts

_LAST_YEAR = 9000
_LAST_DAY = date(_LAST_YEAR, 1, 1).toordinal()
_ONE_DAY = timedelta(days=1)


class Window(NamedTuple):
    """A stretch of days, both ends inclusive; `key` is the same for the same window of a rule, always."""

    key: str
    start: date
    end: date


def add_months(day: date, months: int) -> date:
    """Give the day that many months later (or earlier); a day the month lacks becomes the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, _month_length(year, month + 1)))


def _month_length(year: int, month: int) -> int:
    """Count the days of a month; the standard library's way imports the names of all months first."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def is_placed(rule: str, first: When) -> bool:
    """Say whether the rule's windows can be known: it has a first time, or says its month, weekday or term itself."""
    parts = rule_parts(rule)
    return bool(first.first_day or (parts and parts.says_when))


def counted_from(rule: str, first: When, day: date) -> When:
    """Give the first time; where none was said and the rule can do without, it counts from that day on."""
    if first.is_dated or not is_placed(rule, first):
        return first
    return When(Kind.RANGE, day, None, first.text)


def windows(rule: str, first: When, begin: date | None, after: date | None = None) -> Iterator[Window]:
    """Give the rule's windows in order, from its first; `begin` stands in for a first time that was not said.

    With `after`, only those that end after that day; the others cost nothing. A single follow-up (no rule) gives its
    one window. Endless for a rule: take what is needed.
    """
    start = first.start or first.end
    if not rule:
        return _single(start, first.end, after)
    parts = rule_parts(rule)
    anchor = start or begin
    if parts is None or anchor is None or not (start or parts.says_when) or (first.end or anchor).year >= _LAST_YEAR:
        return iter(())
    floor = anchor if after is None or after < anchor else after + _ONE_DAY
    if parts.per_term:
        return _terms(parts.per_term, floor)
    if start is None or _says_other_days(parts, start):
        return _said(parts, anchor, floor)
    return _steps(parts, start, first.end or start, after)


def _single(start: date | None, end: date | None, after: date | None) -> Iterator[Window]:
    end = end or start
    if start and end and (after is None or end > after):
        yield Window(start.isoformat(), start, end)


def _says_other_days(parts: RuleParts, start: date) -> bool:
    """Say whether the rule's own days are more, or others, than the first time and steps from it."""
    return bool(
        parts.by_day
        or parts.by_month_day
        or parts.by_week
        or (parts.by_month and not (parts.yearly and parts.by_month == (start.month,)))
    )


def _steps(parts: RuleParts, start: date, end: date, after: date | None) -> Iterator[Window]:
    """Give the windows from `start`..`end` on; the first of them, which is asked for most, without reckoning."""
    if after is None:
        yield Window(start.isoformat(), start, end)
    step = _month_steps if parts.months else _day_steps
    yield from step(parts.months or parts.days, start, end, after or end)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_steps(months: int, start: date, end: date, after: date) -> Iterator[Window]:
    """Give the windows that end after a day, counted from `start`..`end`; one of whole months stays of whole months."""
    whole = start.day == 1 and (end + _ONE_DAY).day == 1
    span = _month_number(end) - _month_number(start) + 1
    behind = _month_number(after) - _month_number(end)
    for step in count(max(-(-behind // months), 0) * months, months):
        begins = add_months(start, step)
        if begins.year >= _LAST_YEAR:
            return
        ends = add_months(begins, span) - _ONE_DAY if whole else add_months(end, step)
        if ends > after:
            yield Window(begins.isoformat(), begins, ends)


def _day_steps(days: int, start: date, end: date, after: date) -> Iterator[Window]:
    length = end - start
    behind = 0 if after < end else ((after - end).days // days + 1) * days
    for ordinal in range(start.toordinal() + behind, _LAST_DAY, days):
        begins = date.fromordinal(ordinal)
        yield Window(begins.isoformat(), begins, begins + length)


def _terms(parts: int, floor: date) -> Iterator[Window]:
    for half in range(floor.year * 2 + (floor.month > 6), _LAST_YEAR * 2):
        for window in _term_windows(half, parts):
            if window.end >= floor:
                yield window


def _term_windows(half: int, parts: int) -> Iterator[Window]:
    year, autumn = divmod(half, 2)
    begins = date(year, 7 if autumn else 1, 1)
    length = (date(year, 12, 31) if autumn else date(year, 6, 30)).toordinal() - begins.toordinal() + 1
    for part in range(parts):
        start = begins + timedelta(days=length * part // parts)
        end = begins + timedelta(days=length * (part + 1) // parts - 1)
        yield Window(f"{year}-{'HT' if autumn else 'VT'}-{part + 1}", start, end)


def _said(parts: RuleParts, anchor: date, floor: date) -> Iterator[Window]:
    """Give the windows that the rule says itself: "den första måndagen i varje månad", "varje mars"."""
    for period in _periods(parts, anchor, floor):
        for start, end in _stretches(parts, period):
            if end >= floor:
                yield Window(start.isoformat(), start, end)


def _periods(parts: RuleParts, anchor: date, floor: date) -> Iterator[date]:
    """Give the first day of each year, month or week that counts, from the anchor's or a little before the floor."""
    if parts.days:
        begins = anchor.toordinal() - (anchor.weekday() if parts.by_day else 0)
        behind = max(floor.toordinal() - begins, 0) // parts.days * parts.days
        yield from (date.fromordinal(ordinal) for ordinal in range(begins + behind, _LAST_DAY, parts.days))
        return
    first = anchor.year * 12 if parts.yearly else _month_number(anchor)
    behind = max((_month_number(floor) - first) // parts.months - 1, 0) * parts.months
    for number in range(first + behind, _LAST_YEAR * 12, parts.months):
        yield date(number // 12, number % 12 + 1, 1)


def _stretches(parts: RuleParts, period: date) -> Iterator[tuple[date, date]]:
    """Give the days, or the whole weeks or months, that the rule says of one period, in order."""
    if parts.days:
        days = [period + timedelta(days=weekday) for _, weekday in parts.by_day] or [period]
        yield from ((day, day) for day in days if parts.by_month == () or day.month in parts.by_month)
    elif parts.by_week:
        yield from _weeks(period.year, parts.by_week)
    else:
        for begin, end in _scopes(parts, period):
            yield from _in_scope(parts, begin, end)


def _weeks(year: int, numbers: tuple[int, ...]) -> Iterator[tuple[date, date]]:
    for number in numbers:
        monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=number - 1)
        if (monday + timedelta(days=3)).year == year:
            yield monday, monday + timedelta(days=6)


def _scopes(parts: RuleParts, period: date) -> Iterator[tuple[date, date]]:
    """Give the months in which the rule's days are sought; the whole year for "the last Friday of the year"."""
    if parts.yearly and not parts.by_month and not parts.by_month_day:
        yield date(period.year, 1, 1), date(period.year, 12, 31)
        return
    said = parts.by_month or (range(1, 13) if parts.yearly else (period.month,))
    for month in said if parts.yearly else [each for each in said if each == period.month]:
        yield date(period.year, month, 1), date(period.year, month, _month_length(period.year, month))


def _in_scope(parts: RuleParts, begin: date, end: date) -> Iterator[tuple[date, date]]:
    if parts.by_month_day:
        length = end.day
        day = parts.by_month_day if parts.by_month_day > 0 else length + 1 + parts.by_month_day
        yield (begin.replace(day=min(max(day, 1), length)),) * 2
    elif parts.by_day:
        yield from ((day, day) for day in sorted(_weekdays_in(parts, begin, end)))
    else:
        yield begin, end


def _weekdays_in(parts: RuleParts, begin: date, end: date) -> Iterator[date]:
    for which, weekday in parts.by_day:
        first = begin.toordinal() + (weekday - begin.weekday()) % 7
        found = range(first, end.toordinal() + 1, 7)
        chosen = found if not which else found[which - 1 : which] if which > 0 else found[which:][:1]
        yield from (date.fromordinal(ordinal) for ordinal in chosen)
