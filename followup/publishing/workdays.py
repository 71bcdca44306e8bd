"""Which days people work on: what decides on which day of a window a reminder stands.

A day that the plan names stands as it is, work or not: no day is invented outside its window.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES = ("public", "eves", "weekdays", "any")
"""Days off: weekends and Swedish public holidays; midsummer's, Christmas and New Year's eve too; weekends; none."""

_FRIDAY, _SATURDAY = 4, 5
_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))
_GOOD_FRIDAY, _EASTER_MONDAY, _ASCENSION = -2, 1, 39
"""Days after Easter Sunday."""
_ONE_DAY = timedelta(days=1)


class Workdays:
    """The working days by one of the rules; an unknown rule is read as the first."""

    def __init__(self, rule: str = "public") -> None:
        """Choose the rule."""
        self._rule = rule
        self._found: dict[tuple[date, date, bool], date] = {}

    def is_working(self, day: date) -> bool:
        """Say whether people work on that day."""
        if self._rule == "any":
            return True
        if day.weekday() >= _SATURDAY or self._rule == "weekdays":
            return day.weekday() < _SATURDAY
        return day not in holidays(day.year) and (self._rule != "eves" or day not in eves(day.year))

    def first(self, start: date, end: date) -> date:
        """Give the first working day of a window (inclusive); its first day if it has none."""
        return self._searched(start, end, forwards=True)

    def last(self, start: date, end: date) -> date:
        """Give the last working day of a window (inclusive); its last day if it has none."""
        return self._searched(start, end, forwards=False)

    def _searched(self, start: date, end: date, *, forwards: bool) -> date:
        key = (start, end, forwards)
        if key not in self._found:
            days = _days(start, end) if forwards else _days(end, start)
            self._found[key] = next(filter(self.is_working, days), start if forwards else end)
        return self._found[key]


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    """Give the Swedish public holidays of a year that may be a weekday (lag 1989:253 om allmänna helgdagar).

    The others are always a Saturday or a Sunday.
    """
    from dateutil.easter import easter

    moving = (easter(year) + timedelta(days=days) for days in (_GOOD_FRIDAY, _EASTER_MONDAY, _ASCENSION))
    return frozenset((*(date(year, month, day) for month, day in _FIXED), *moving))


@lru_cache(maxsize=256)
def eves(year: int) -> frozenset[date]:
    """Give the eves of a year that are as Sundays to those who work (semesterlag 1977:480, 3 a §)."""
    midsummer = next(day for number in range(19, 26) if (day := date(year, 6, number)).weekday() == _FRIDAY)
    return frozenset((midsummer, date(year, 12, 24), date(year, 12, 31)))


def _days(start: date, end: date) -> Iterable[date]:
    step = _ONE_DAY if start <= end else -_ONE_DAY
    return (start + step * number for number in range(abs((end - start).days) + 1))
