"""Dates in the user's words: a day, a window as it was written, and how far away it is."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from followup.domain.dates import Kind

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.dates import When
    from followup.phrases.book import Phrases


_TERMS = {(1, 6): "spring", (7, 12): "autumn"}
"""The terms by the first and the last of their months."""
_SHORT = 10
"""So many letters need no shorter words."""


def day_words(day: date, phrases: Phrases) -> str:
    """Give a day as "31 maj 2026"."""
    return phrases("date.day", day=day.day, month=phrases(f"month.{day.month}"), year=day.year)


def window_words(start: date, end: date, phrases: Phrases) -> str:
    """Give a window in as few words as say it: a day, a whole month, or from – to."""
    if start == end:
        return day_words(start, phrases)
    if _is_month(start, end):
        return phrases("date.month", month=phrases(f"month.{start.month}"), year=start.year)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return phrases("date.range", start=_month_words(start, phrases), end=_month_words(end, phrases))
    return phrases("date.range", start=day_words(start, phrases), end=day_words(end, phrases))


def short_window_words(start: date, end: date, phrases: Phrases) -> str:
    """Give a window as few letters as a list has room for: "maj 2026", "1 nov – 1 dec 2026"."""
    if _is_month(start, end):
        return window_words(start, end, phrases)
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    first, last = (f"{'' if whole else f'{day.day} '}{phrases(f'month_short.{day.month}')}" for day in (start, end))
    if start == end:
        return f"{first} {start.year}"
    first += f" {start.year}" if start.year != end.year else ""
    return phrases("date.range", start=first, end=f"{last} {end.year}")


def shortest_window_words(start: date, end: date, phrases: Phrases) -> str:
    """Give a window as a narrow column has room for: "okt 2027", "–juni 2026" for one that ends then, an ISO day."""
    if start == end:
        return end.isoformat()
    ends = _month_words(end, phrases) if end.day == monthrange(end.year, end.month)[1] else end.isoformat()
    return ends if _is_month(start, end) else f"–{ends}"


def _is_month(start: date, end: date) -> bool:
    same = (start.year, start.month) == (end.year, end.month)
    return same and start.day == 1 and end.day == monthrange(end.year, end.month)[1]


def _month_words(day: date, phrases: Phrases) -> str:
    return phrases("date.month", month=phrases(f"month_short.{day.month}"), year=day.year)


def when_words(when: When, phrases: Phrases) -> str:
    """Give a date as it was written; a month in the small letters of running text."""
    if when.text:
        return when.text
    if when.kind in (Kind.NONE, Kind.OPEN) or not when.first_day:
        return ""
    return window_words(when.first_day, when.end or when.first_day, phrases)


def shortest_when_words(when: When, phrases: Phrases) -> str:
    """Give a date as a narrow column has room for: a month or a term short, a day as ISO, else as it was written."""
    if when.kind is Kind.DAY and when.end:
        return when.end.isoformat()
    if when.kind is Kind.MONTH and when.end:
        said = _month_words(when.end, phrases)
        return said[:1].upper() + said[1:] if when.text[:1].isupper() else said
    if when.kind is Kind.TERM and when.start and when.end and len(when.text) > _SHORT:
        term = _TERMS.get((when.start.month, when.end.month))
        return phrases(f"date.{term}_short", year=when.end.year) if term else when_words(when, phrases)
    return when_words(when, phrases)


def distance_words(day: date, today: date, phrases: Phrases) -> str:
    """Say how far away a day is: "i morgon", "om 3 veckor", "för 2 månader sedan"."""
    days = day.toordinal() - today.toordinal()
    near = {0: "date.today", 1: "date.tomorrow", -1: "date.yesterday"}.get(days)
    if near:
        return phrases(near)
    unit, number = _unit(abs(days))
    return phrases.count(f"date.{'in' if days > 0 else 'ago'}_{unit}", number)


def _unit(days: int) -> tuple[str, int]:
    if days < 14:
        return "days", days
    if days < 60:
        return "weeks", round(days / 7)
    if days < 700:
        return "months", round(days / 30.44)
    return "years", round(days / 365.25)
