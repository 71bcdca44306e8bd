"""Lengths of time: "tre månader", "14 dagar", "ett halvår", "1,5 år"; in whole months and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from followup.domain.when import windows
from followup.domain.when.cadence import MONTHS_IN
from followup.domain.when.lexicon import Found
from followup.domain.when.names import UNITS
from followup.domain.when.numbers import cardinal, decimal_after, span_of_numbers
from followup.domain.when.tokens import Tokens

__all__ = ["Length", "length", "length_of"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in whole months and days."""

    months: int
    days: int
    is_spanned: bool = False  # "3–6 månader": the longer one
    workdays: int = 0  # Monday to Friday; public holidays are not known here

    @property
    def iso(self) -> str:
        """ISO 8601: "P3M", "P14D", "P2W" is written in days."""
        years, months = divmod(self.months, 12)
        if self.days or self.workdays:
            return f"P{self.days or self.workdays}D"
        return "P" + (f"{years}Y" if years and not months else f"{self.months}M")

    def after(self, day: date) -> date:
        """The day this long after `day`.

        Raises:
            ValueError, OverflowError: beyond the calendar.
        """
        return windows.add_workdays(windows.add_months(day, self.months) + timedelta(days=self.days), self.workdays)

    def before(self, day: date) -> date:
        """The day this long before `day`; raises as `after` does."""
        return windows.add_months(day, -self.months) - timedelta(days=self.days)


def length(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "tre månader", "14 dagar", "ett halvår", "1,5 år", "ett och ett halvt år", "3–6 månader"."""
    half = _halves(tokens, index)
    if half:
        return half
    numbers = span_of_numbers(tokens, index) or _one_before(tokens, index)
    if not numbers:
        return None
    (low, high), after = numbers
    after += 1 if tokens.word(after) in ("hela", "st", "hel") else 0
    unit = UNITS.at(tokens, after)
    days = _days(tokens.word(after), high)
    if days:
        return Length(0, days, low != high), after + 1
    if unit and tokens.slice(after, unit[1]) == "D":
        return None  # "3D"
    if not unit or low == 0:
        return None  # "0–2 år" tells of how old or how many, and of no time to come
    return length_of(unit[0], high, is_spanned=low != high), unit[1]


def _one_before(tokens: Tokens, index: int) -> Found[tuple[int, int]]:
    """The one that is not said of "halvår efter start"."""
    unit = UNITS.at(tokens, index) if tokens.word(index) in ("halvår", "kvartal") else None
    return ((1, 1), index) if unit and tokens.word(unit[1]) in ("efter", "från", "etter") else None


def _days(word: str, count: int) -> int:
    """The days in units that are no calendar's own: whole days of hours ("48 timmar"), fortnights; else 0."""
    if word in ("timmar", "tim", "hours"):
        return 0 if count % 24 else count // 24
    return 14 * count if word in ("fortnight", "fortnights") else 0


def length_of(unit: str, count: int, *, is_spanned: bool = False) -> Length:
    """So many of a unit."""
    if unit == "weekday":
        return Length(0, 0, is_spanned, count)
    if unit in MONTHS_IN:
        return Length(MONTHS_IN[unit] * count, 0, is_spanned)
    return Length(0, count * (7 if unit == "week" else 1), is_spanned)


def _halves(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "1,5 år", "1½ år", "ett halvt år", "ett och ett halvt år", "två och ett halvt år"."""
    if tokens.word(index) in ("ett", "et", "half") and tokens.word(index + 1) in ("halvt", "a"):
        unit = UNITS.at(tokens, index + 2)
        return (Length(6, 0), unit[1]) if unit and unit[0] == "year" else None
    whole, after = _whole_and_half(tokens, index)
    unit = UNITS.at(tokens, after) if whole is not None else None
    if whole is None or not unit or unit[0] not in ("year", "month"):
        return None
    return (Length(whole * 12 + 6, 0), unit[1]) if unit[0] == "year" else (Length(whole, 15), unit[1])


def _whole_and_half(tokens: Tokens, index: int) -> tuple[int | None, int]:
    if tokens.is_number(index) and decimal_after(tokens, index):
        half = tokens.word(index + 2) == "5"
        return (tokens.digits(index, 1, 2) if half else None), index + 3
    number = cardinal(tokens, index)
    if not number:
        return None, index
    whole, after = number
    if tokens.word(after) == "½":
        return whole, after + 1
    joined = tokens.word(after) in ("och", "and", "og")
    if joined and tokens.word(after + 1) in ("ett", "en", "et", "a"):
        half = tokens.word(after + 2) in ("halvt", "halv", "half")
        return (whole, after + 3) if half else (None, index)
    return None, index
