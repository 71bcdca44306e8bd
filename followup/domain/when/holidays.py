"""Holidays, school breaks, and the turn of a year, a month or a quarter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import BREAKS, HOLIDAYS, MONTHS
from followup.domain.when.period import Part, Period, Weight, fixed
from followup.domain.when.periods import week
from followup.domain.when.tokens import Tokens, tokenize
from followup.domain.when.years import with_year, year_after

__all__ = ["holiday", "school_break", "turn"]


_BREAK_WEEKS = {"sport": (7, 10), "autumn": (44, 44)}
_TURNS: Lexicon[str] = Lexicon(
    {
        "year": "årsskiftet|årsskifte|turn of the year|the turn of the year|årsskiftet år|årsskiftet mellan"
        "|årsskiftene",
        "new-year": "nyår|nyåret|nyårshelgen|new year|nytår|nyttår",
        "month": "månadsskiftet|månadsskifte|månedsskiftet|skiftet",
        "quarter": "kvartalsskiftet|kvartalsskifte",
        "half": "halvårsskiftet|halvårsskifte|terminsskiftet|terminsskifte",
    }
)


def holiday(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "påsk 2027", "midsommar", "mellandagarna"; one day or a few."""
    found = HOLIDAYS.at(tokens, index)
    if not found:
        return _week_of_holiday(tokens, index)
    name, after = found
    start, end = windows.holiday(2027, name)
    kind = Kind.DAY if start == end else Kind.RANGE
    weight = Weight.ALONE if tokens.word(index) in ("jul", "lucia") else Weight.SURE
    period = Period(kind, lambda year: windows.holiday(year, name), weight=weight)
    return with_year(tokens, period, after, short=True)


_WEEK_ENDINGS = ("veckan", "vecka", "uken", "ugen")


def _week_of_holiday(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "påskveckan 2027", "julveckan": the week that the holiday begins in."""
    word = tokens.word(index)
    ending = next((each for each in _WEEK_ENDINGS if word.endswith(each)), "")
    stem = tokenize(word.removesuffix(ending).rstrip("-"), tokens.reference) if ending and word != ending else None
    named = HOLIDAYS.at(stem, 0) if stem and len(stem) else None
    if not named:
        return None
    name = named[0]
    week_ = Period(Kind.WEEK, lambda year: windows.week_with(windows.holiday(year, name)[0]))
    return with_year(tokens, week_, index + 1, short=True)


def school_break(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "sportlovet 2027 (v. 9)": the week in brackets decides, for the weeks differ by county."""
    found = BREAKS.at(tokens, index)
    if not found:
        return None
    name, after = found
    kind = Kind.WEEK if name == "autumn" else Kind.RANGE
    period = Period(kind, lambda year: _break_window(year, name), notes=("uncertain",))
    period, after = with_year(tokens, period, after)
    bracket = tokens.word(after) in ("(", ",")
    said = week(tokens, after + 1 if bracket else after)
    if not said:
        return period, after
    decided, end = said
    if period.year is not None and decided.year is None:
        decided = decided.in_year(period.year)
    closing = bracket and tokens.word(after) == "(" and tokens.word(end) == ")"
    return decided, end + 1 if closing else end


def _break_window(year: int, name: str) -> windows.Window:
    if name in _BREAK_WEEKS:
        first, last = _BREAK_WEEKS[name]
        return windows.week(year, first)[0], windows.week(year, last)[1]
    if name == "easter":
        return windows.holiday(year, "easter-break")
    return windows.season(year, "summer") if name == "summer" else windows.months(year, 12, 2)


def turn(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "årsskiftet 2026/27", "månadsskiftet maj/juni 2026", "kvartalsskiftet Q1/Q2 2026": two days."""
    found = _TURNS.at(tokens, index)
    if not found:
        return None
    unit, after = found
    if unit in ("year", "new-year"):
        return _turn_of_year(tokens, after, is_into=unit == "new-year")
    if unit == "month":
        return _turn_of_month(tokens, after)
    return _turn_of_unit(tokens, after, unit)


def _turning(window_before: Callable[[int], windows.Window]) -> Period:
    """The last day of the window before the turn and the day after it."""

    def window(year: int) -> windows.Window:
        last = window_before(year)[1]
        return last, last + timedelta(days=1)

    return Period(Kind.RANGE, window, part=Part(is_turn=True))


def _turn_of_year(tokens: Tokens, index: int, *, is_into: bool) -> Found[Period]:
    """The turn at the end of the year said; `is_into` for "nyår 2027", which begins that year."""
    said = year_after(tokens, index, short=True)
    if not said:
        return _turning(windows.year), index
    (year, until), after = said
    if until:
        return _turning(windows.year).in_year(year, until), after
    return _turning(windows.year).in_year(year - is_into).noting("uncertain"), after


def _turn_of_month(tokens: Tokens, index: int) -> Found[Period]:
    first = MONTHS.at(tokens, index)
    if not first:
        told = tokens.word(index - 1) == "månadsskiftet" or tokens.word(index - 2) in ("nästa", "kommande")
        return (_next_turn_of_month(tokens), index) if told else None
    after = first[1]
    if tokens.word(after) in ("/", "-", "–", "och", "till") and MONTHS.at(tokens, after + 1):
        second = MONTHS.at(tokens, after + 1)
        after = second[1] if second else after
    return with_year(tokens, _turning(lambda year: windows.month(year, first[0])), after, short=True)


def _next_turn_of_month(tokens: Tokens) -> Period:
    """The turn at the end of the month that the reference is in."""
    last = windows.month(tokens.reference.year, tokens.reference.month)[1]
    day_after = last + timedelta(days=1) if last < date.max else last
    period = fixed(Kind.RANGE, (last, day_after), "counted-from-reference")
    return replace(period, part=Part(is_turn=True))


def _turn_of_unit(tokens: Tokens, index: int, unit: str) -> Found[Period]:
    """The turn after the first quarter named; of a half-year always 30 June."""
    if unit == "half":
        for _ in range(3):
            index += 1 if tokens.word(index) in ("vt", "ht", "/", "-") else 0
        return with_year(tokens, _turning(lambda year: windows.half_year(year, 1)), index, short=True)
    number = tokens.digits(index + 1, 1, 1)
    if tokens.word(index) not in ("q", "k", "kv") or number is None or not 1 <= number <= 4:
        return None
    after = index + 2
    while tokens.word(after) in ("/", "-", "–", "q", "k", "kv") or tokens.digits(after, 1, 1) is not None:
        after += 1
    return with_year(tokens, _turning(lambda year: windows.quarter(year, number)), after, short=True)
