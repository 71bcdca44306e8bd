"""Which days' copies are kept: a pure question, asked with the day that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

__all__ = ["DAILY", "MONTHLY", "WEEKLY", "keep"]

DAILY, WEEKLY, MONTHLY = 7, 8, 12


def keep(days: Iterable[date], today: date) -> set[date]:
    """The days whose copies are kept: the last of each of the newest 7 days, 8 weeks and 12 months that have any.

    Periods without a copy do not count, so that a program left alone for a year throws nothing away when it is started
    again. Days after today are a clock's mistake: they are kept, and push nothing out.
    """
    known = set(days)
    past = sorted((day for day in known if day <= today), reverse=True)
    return {
        *(day for day in known if day > today),
        *past[:DAILY],
        *_last_of_each(past, _week, WEEKLY),
        *_last_of_each(past, _month, MONTHLY),
    }


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _last_of_each(newest_first: list[date], period: Callable[[date], tuple[int, int]], count: int) -> list[date]:
    last: dict[tuple[int, int], date] = {}
    for day in newest_first:
        last.setdefault(period(day), day)
    return list(last.values())[:count]
