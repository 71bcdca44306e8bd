"""A rule taken apart: how far its steps go and which days it says itself. What is no rule that is known is nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_MONTHS = {"MONTHLY": 1, "YEARLY": 12}
_DAYS = {"DAILY": 1, "WEEKLY": 7}
_FREQUENCIES = frozenset((*_MONTHS, *_DAYS))
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_MOST_PER_TERM = 181
"""The days of the shortest term: no window is shorter than a day."""


class RuleParts(NamedTuple):
    """A rule taken apart: its step in months or in days, and the days that it says itself."""

    months: int = 0
    days: int = 0
    by_month: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_month_day: int = 0
    by_day: tuple[tuple[int, int], ...] = ()
    per_term: int = 0
    yearly: bool = False

    @property
    def says_when(self) -> bool:
        """True where windows are known without a first time."""
        return bool(self.per_term or self.by_month or self.by_week or self.by_month_day or self.by_day)


@lru_cache(maxsize=512)
def rule_parts(rule: str) -> RuleParts | None:
    """Take a rule apart; None for what is no rule."""
    try:
        return _term_parts(rule) if rule.endswith("/term") else _rrule_parts(rule)
    except ValueError:
        return None


def _term_parts(rule: str) -> RuleParts:
    return RuleParts(per_term=min(max(int(rule.partition("/")[0]), 1), _MOST_PER_TERM))


def _rrule_parts(rule: str) -> RuleParts | None:
    said = dict(part.partition("=")[::2] for part in rule.split(";"))
    step = int(said.get("INTERVAL", "1"))
    frequency = said.get("FREQ", "")
    if step < 1 or frequency not in _FREQUENCIES:
        return None
    return RuleParts(
        months=_MONTHS.get(frequency, 0) * step,
        days=_DAYS.get(frequency, 0) * step,
        by_month=_numbers(said.get("BYMONTH", ""), 12),
        by_week=_numbers(said.get("BYWEEKNO", ""), 53),
        by_month_day=int(said.get("BYMONTHDAY", "0")),
        by_day=tuple(sorted({_weekday(day) for day in said.get("BYDAY", "").split(",") if day})),
        yearly=frequency == "YEARLY",
    )


def _numbers(said: str, most: int) -> tuple[int, ...]:
    """Read "3,9" as numbers from 1 to `most`; raises ValueError for others."""
    numbers = tuple(sorted({int(number) for number in said.split(",") if number}))
    if any(not 1 <= number <= most for number in numbers):
        raise ValueError(said)
    return numbers


def _weekday(said: str) -> tuple[int, int]:
    """Read "-1FR" as (-1, 4); without a number it is every such day: 0. Raises ValueError for no weekday."""
    if said[-2:] not in _WEEKDAYS:
        raise ValueError(said)
    return int(said[:-2] or 0), _WEEKDAYS[said[-2:]]
