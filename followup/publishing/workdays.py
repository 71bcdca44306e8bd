"""Which days people work on: what decides on which day of a window a reminder stands.

A day that the plan names stands as it is, work or not: no day is invented outside its window.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

RULES = ("public", "eves", "weekdays", "any")
"""Days off: weekends and Swedish public holidays; midsummer's, Christmas and New Year's eve too; weekends; none."""

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class Workdays:
    """The working days by one of the rules; an unknown rule is read as the first."""

    def __init__(self, rule: str = "public") -> None:
        """Choose the rule; holidays are read when the first day is asked about."""
        self._rule = rule
        self._off: Any = None
        self._found: dict[tuple[date, date, bool], date] = {}

    def is_working(self, day: date) -> bool:
        """Say whether people work on that day."""
        if self._rule == "any":
            return True
        return day.weekday() < _SATURDAY and (self._rule == "weekdays" or day not in self._holidays())

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

    def _holidays(self) -> Any:  # noqa: ANN401 - the library's own mapping, imported only when days are asked about
        if self._off is None:
            from holidays.countries.sweden import Sweden

            categories = ("public", "de_facto") if self._rule == "eves" else ("public",)
            self._off = Sweden(include_sundays=False, categories=categories)
        return self._off


def _days(start: date, end: date) -> Iterable[date]:
    step = _ONE_DAY if start <= end else -_ONE_DAY
    return (start + step * number for number in range(abs((end - start).days) + 1))
