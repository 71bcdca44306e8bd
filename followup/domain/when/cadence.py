"""A cadence: how often, and how that is written as a rule.

The rule is an RFC 5545 RRULE value without dates, or "N/term": each term divided into N windows. Where the
count does not divide the time ("10 gånger per år") the nearest shorter interval is given, marked uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from followup.domain.when.period import Dates

__all__ = ["MONTHS_IN", "Cadence", "Rule", "yearly_with"]

MONTHS_IN = {"month": 1, "quarter": 3, "tertial": 4, "half": 6, "term": 6, "year": 12}
"""Months in each unit that is whole months."""

Rule = tuple[str, tuple[str, ...]]
"""A rule and the notes that its writing gave."""

_WEEKS_IN_YEAR = 52
_PARTS = ("BYMONTH", "BYWEEKNO", "BYMONTHDAY", "BYDAY")


@dataclass(frozen=True, slots=True)
class Cadence:
    """`count` times per `interval` units; a count of 0 says "several".

    `anchor` is the autumn of "varje höst", with its words.
    """

    unit: str
    interval: int = 1
    count: int = 1
    by: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    anchor: tuple[Dates, str] | None = None
    is_said: bool = True  # False: "regelbundet" says no interval

    def noting(self, *notes: str) -> Cadence:
        """The same cadence with more notes."""
        return replace(self, notes=self.notes + notes)

    @property
    def is_yearly(self) -> bool:
        """True for once every so many years: months and days can be added to its rule."""
        return self.unit == "year" and self.count == 1

    def rule(self) -> Rule:
        """The rule, canonically ordered; "" where no interval was said."""
        if not self.is_said or self.count == 0:
            return "", ("no-interval",)
        if self.unit == "term" and self.interval == 1:
            return f"{self.count}/term", ()
        if self.unit in MONTHS_IN:
            return self._of_months(MONTHS_IN[self.unit] * self.interval)
        return self._of_days(self.interval * (7 if self.unit == "week" else 1))

    @property
    def months(self) -> int | None:
        """Whole months between two times, where that is what they are."""
        total = MONTHS_IN.get(self.unit, 0) * self.interval
        return total // self.count if total and self.count and total % self.count == 0 else None

    def _of_months(self, months: int) -> Rule:
        if months % self.count == 0:
            return self._months(months // self.count), ()
        notes = ("uncertain", f"times:{self.count}")
        if self.count < months:
            return self._months(months // self.count), notes
        weeks = months * _WEEKS_IN_YEAR // 12 // self.count
        is_even = self.count * weeks * 12 == months * (48 if months < 12 else _WEEKS_IN_YEAR)
        return _written("WEEKLY", max(weeks, 1), self.by), () if is_even else notes

    def _months(self, step: int) -> str:
        yearly = step % 12 == 0 and not (self.by and self.unit != "year")
        return _written("YEARLY", step // 12, self.by) if yearly else _written("MONTHLY", step, self.by)

    def _of_days(self, days: int) -> Rule:
        if self.unit == "weekday":
            return _written("WEEKLY", 1, (("BYDAY", "MO,TU,WE,TH,FR"),)), ()
        if self.count > 1 and days % self.count:
            return _written("WEEKLY", max(days // 7, 1), self.by), ("uncertain", f"times:{self.count}")
        step = max(days // self.count, 1)
        return (_written("DAILY", step, self.by) if step % 7 else _written("WEEKLY", step // 7, self.by)), ()


def _written(frequency: str, interval: int, by: tuple[tuple[str, str], ...]) -> str:
    parts = [f"FREQ={frequency}"]
    if interval != 1:
        parts.append(f"INTERVAL={interval}")
    values = dict(by)
    parts += [f"{name}={values[name]}" for name in _PARTS if name in values]
    return ";".join(parts)


def yearly_with(dates: Dates) -> tuple[tuple[str, str], ...] | None:
    """The RRULE parts of dates said without a year: months, or days of one number; None where none fit."""
    collected: dict[str, list[str]] = {}
    for period in dates.periods:
        if period.is_placed or not period.part.by:
            return None
        for name, value in period.part.by:
            values = collected.setdefault(name, [])
            values.extend([value] if value not in values else [])
    names = {tuple(name for name, _ in period.part.by) for period in dates.periods}
    single = all(len(values) == 1 for name, values in collected.items() if name not in ("BYMONTH", "BYWEEKNO"))
    if len(names) != 1 or not single:
        return None
    return tuple((name, ",".join(_ordered(values))) for name, values in collected.items())


def _ordered(values: list[str]) -> list[str]:
    return sorted(values, key=int) if all(value.lstrip("-").isdigit() for value in values) else values
