"""Periods with a number: quarters, tertials and half-years, by figure or ordinal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.numbers import ordinal
from followup.domain.when.period import Period, Weight
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import with_year, year_after

__all__ = ["numbered", "numbered_unit"]

_NUMBERED: Lexicon[str] = Lexicon(
    {
        "quarter": "q|k|kv|kv.|kvartal|kvartalet|quarter",
        "tertial": "t|tertial|tertialet",
        "half": "h|halvår|halvåret|half-year|half year",
    }
)


_ORDINAL_UNITS: Lexicon[str] = Lexicon(
    {
        "quarter": "kvartalet|kvartal|quarter|kv|kv.|kvartalets",
        "tertial": "tertialet|tertial|tertialen",
        "half": "halvåret|halvår|half-year|halvår av|halvåret av",
    }
)


_UNIT_WINDOWS: dict[str, tuple[Kind, int, Callable[[int, int], windows.Window]]] = {
    "quarter": (Kind.QUARTER, 4, windows.quarter),
    "tertial": (Kind.RANGE, 3, windows.tertial),
    "half": (Kind.HALF_YEAR, 2, windows.half_year),
}


def numbered(unit: str, number: int, weight: Weight = Weight.SURE) -> Period:
    """A quarter, tertial or half-year by its number; its window raises where there is none such."""
    kind, count, window_of = _UNIT_WINDOWS[unit]

    def window(year: int) -> windows.Window:
        if not 1 <= number <= count:
            raise ValueError(f"no {unit} {number}")
        return window_of(year, number)

    return Period(kind, window, weight=weight)


def numbered_unit(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "Q1 2027", "K3 -26", "tertial 2 2026", "H1 2026", "första kvartalet 2027", "andra halvan av 2026"."""
    unit = _NUMBERED.at(tokens, index)
    if unit:
        after = unit[1]
        if tokens.word(after) in ("-", ":") and tokens.glued(after):
            after += 1
        number = tokens.digits(after, 1, 1)
        if number is None:
            return None
        lone = len(tokens.word(index)) == 1 and tokens.word(index) != "q"
        period = numbered(unit[0], number, Weight.ALONE if lone else Weight.SURE)
        found = with_year(tokens, period, after + 1, short=True)
        if unit[0] == "quarter" and found[0].until_year is not None:
            return _of_financial_year(found[0], number), found[1]
        return found if 1 <= number <= _UNIT_WINDOWS[unit[0]][1] or found[0].year is not None else None
    counted = ordinal(tokens, index, dotted=True) or _number_before_year(tokens, index)
    named = _ORDINAL_UNITS.at(tokens, counted[1]) if counted else None
    if not counted or not named:
        return None
    return _ordinal_unit(tokens, named[0], counted[0], named[1])


def _of_financial_year(period: Period, number: int) -> Period:
    """A quarter of a year that begins in April, which two years tell of ("Q4 2026/27" is January to March 2027)."""

    def window(year: int) -> windows.Window:
        return windows.quarter(year + number // 4, number % 4 + 1)

    return replace(period, window=window, notes=(*period.notes, "uncertain"))


def _number_before_year(tokens: Tokens, index: int) -> Found[int]:
    """The number of "1 kv 2027", "2 halvåret 2027"; "1 kvartal" alone is a length."""
    number = tokens.digits(index, 1, 1)
    unit = _ORDINAL_UNITS.at(tokens, index + 1)
    return (number, index + 1) if number and unit and year_after(tokens, unit[1]) else None


def _ordinal_unit(tokens: Tokens, unit: str, number: int, index: int) -> Found[Period]:
    count = _UNIT_WINDOWS[unit][1]
    number = count if number == -1 else number
    if number < 1 or number > count:
        return None
    return with_year(tokens, numbered(unit, number), index, short=True)
