"""Holidays, school breaks, the turn of a year or month, and the beginning, middle or end of a period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import BREAKS, HOLIDAYS, MONTHS, PARTS, WEEKDAYS
from followup.domain.when.numbers import ordinal
from followup.domain.when.period import Part, Period, Weight
from followup.domain.when.periods import term, week, with_year
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import year_after

__all__ = ["holiday", "of_month", "part", "school_break", "term_edge", "turn"]

Production = Callable[[Tokens, int], Found[Period]]

_BREAK_WEEKS = {"sport": (7, 10), "autumn": (44, 44)}
_TURNS: Lexicon[str] = Lexicon(
    {
        "year": "årsskiftet|årsskifte|nyår|nyåret|nyårshelgen|turn of the year|the turn of the year"
        "|årsskiftet år|årsskiftet mellan|new year|nytår|nyttår|årsskiftene",
        "month": "månadsskiftet|månadsskifte|månedsskiftet|skiftet",
        "quarter": "kvartalsskiftet|kvartalsskifte",
        "half": "halvårsskiftet|halvårsskifte|terminsskiftet|terminsskifte",
    }
)
_TERM_EDGES: Lexicon[str] = Lexicon(
    {
        "start": "terminsstart|terminsstarten|terminens start|terminens början|terminsbörjan|start of term"
        "|start of the term|semesterstart|start av terminen|starten av terminen|uppstart av terminen",
        "end": "terminsslut|terminsslutet|terminens slut|terminsavslutning|terminsavslutningen|end of term"
        "|end of the term|slutet av terminen",
    }
)
_EDGE_MONTHS = {("start", "VT"): (1, 1), ("end", "VT"): (6, 1), ("start", "HT"): (7, 2), ("end", "HT"): (12, 1)}
_HALVES: Lexicon[int] = Lexicon(
    {
        1: "första halvan av|första hälften av|första halvan|första hälften|first half of|the first half of"
        "|första halvdelen av",
        2: "andra halvan av|andra hälften av|andra halvan|andra hälften|sista halvan av|second half of"
        "|the second half of|senare halvan av|senare hälften av|sista hälften av",
    }
)
_OF = frozenset(("i", "in", "of", "av", "under", "på", "för"))


def holiday(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "påsk 2027", "midsommar", "mellandagarna"; one day or a few."""
    found = HOLIDAYS.at(tokens, index)
    if not found:
        return None
    name, after = found
    start, end = windows.holiday(2027, name)
    kind = Kind.DAY if start == end else Kind.RANGE
    weight = Weight.ALONE if tokens.word(index) in ("jul", "lucia") else Weight.SURE
    period = Period(kind, lambda year: windows.holiday(year, name), weight=weight)
    return with_year(tokens, period, after, short=True)


def school_break(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "sportlovet 2027 (v. 9)": the week in brackets decides, for the weeks differ by county."""
    found = BREAKS.at(tokens, index)
    if not found:
        return None
    name, after = found
    period = Period(Kind.RANGE, lambda year: _break_window(year, name), notes=("uncertain",))
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
    if unit == "year":
        return _turn_of_year(tokens, after)
    if unit == "month":
        return _turn_of_month(tokens, after)
    return _turn_of_unit(tokens, after, unit)


def _turning(window_before: Callable[[int], windows.Window]) -> Period:
    """The last day of the window before the turn and the day after it."""

    def window(year: int) -> windows.Window:
        last = window_before(year)[1]
        return last, last + timedelta(days=1)

    return Period(Kind.RANGE, window, part=Part(is_turn=True))


def _turn_of_year(tokens: Tokens, index: int) -> Found[Period]:
    said = year_after(tokens, index, short=True)
    if not said:
        return _turning(windows.year), index
    period = _turning(windows.year).in_year(*said[0])
    return (period if said[0][1] else period.noting("uncertain")), said[1]


def _turn_of_month(tokens: Tokens, index: int) -> Found[Period]:
    first = MONTHS.at(tokens, index)
    if not first:
        return None
    after = first[1]
    if tokens.word(after) in ("/", "-", "–", "och", "till") and MONTHS.at(tokens, after + 1):
        second = MONTHS.at(tokens, after + 1)
        after = second[1] if second else after
    return with_year(tokens, _turning(lambda year: windows.month(year, first[0])), after, short=True)


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


def term_edge(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "terminsstart HT 2026": the month or months in which a term begins or ends; not exact."""
    found = _TERM_EDGES.at(tokens, index)
    if not found:
        return None
    edge, after = found
    after += 1 if tokens.word(after) in ("av", "för", "of", "i", "(") else 0
    named = term(tokens, after)
    if not named:
        return None
    name = "VT" if named[0].window(2027)[0].month == 1 else "HT"
    first, count = _EDGE_MONTHS[(edge, name)]
    period = replace(
        named[0],
        kind=Kind.TERM,
        window=lambda year: windows.months(year, first, count),
        part=Part(is_ending=True),
        notes=("uncertain",),
    )
    return period, named[1]


def part(tokens: Tokens, index: int, whole: Production) -> Found[Period]:
    """Reads "slutet av maj 2026", "tidig vår 2027", "första halvan av juni": a third or half of a period."""
    halves = _HALVES.at(tokens, index)
    thirds = PARTS.at(tokens, index)
    found = halves or thirds
    if not found:
        return None
    after = found[1]
    after += 1 if tokens.word(after) in ("den", "the", "på", "i", "av") else 0
    inner = whole(tokens, after)
    if not inner or inner[0].kind is Kind.DAY:
        return None
    cut = windows.half if halves else windows.third
    return _cut(inner[0], cut, found[0], is_ending=not halves and found[0] == 3), inner[1]


def _cut(
    period: Period, cut: Callable[[windows.Window, int], windows.Window], number: int, *, is_ending: bool
) -> Period:
    kept = (Kind.TERM, Kind.SEASON)
    kind = period.kind if period.kind in kept else Kind.RANGE
    inner = period.window
    return replace(
        period,
        kind=kind,
        window=lambda year: cut(inner(year), number),
        part=Part(is_ending=is_ending),
        weight=Weight.SURE,
    )


def of_month(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "sista fredagen i maj 2026", "första veckan i juni", "sista dagen i februari 2027"."""
    counted = ordinal(tokens, index)
    if not counted:
        return None
    number, after = counted
    weekday = WEEKDAYS.at(tokens, after)
    unit = tokens.word(after)
    end = weekday[1] if weekday else after + 1
    month = MONTHS.at(tokens, end + 1) if tokens.word(end) in _OF else MONTHS.at(tokens, end)
    if not month or not (weekday or unit in _UNITS_OF_MONTH):
        return None
    period = _weekday_of_month(month[0], weekday[0], number) if weekday else None
    return with_year(tokens, period or _unit_of_month(month[0], unit, number), month[1], short=True)


_WEEKS = frozenset(("veckan", "vecka", "week", "uge", "uke", "uken", "ugen"))
_WORKDAYS = frozenset(("vardagen", "vardag", "arbetsdagen", "arbetsdag", "helgfria"))
_UNITS_OF_MONTH = _WEEKS | _WORKDAYS | {"dagen", "dag", "day"}
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _weekday_of_month(month: int, weekday: int, number: int) -> Period:
    by = (("BYMONTH", str(month)), ("BYDAY", f"{number}{_CODES[weekday]}"))
    return Period(
        Kind.DAY, lambda year: windows.nth_weekday(windows.month(year, month), weekday, number), part=Part(by)
    )


def _unit_of_month(month: int, unit: str, number: int) -> Period:
    by = (("BYMONTH", str(month)),)
    if unit in _WEEKS:
        return Period(
            Kind.WEEK,
            lambda year: windows.week_of_month(year, month, number),
            part=Part(by),
            notes=("uncertain",),
        )
    if unit in _WORKDAYS:
        return Period(Kind.DAY, lambda year: _workday(year, month, number), part=Part(by))
    return Period(
        Kind.DAY,
        lambda year: _numbered_day(year, month, number),
        part=Part((*by, ("BYMONTHDAY", str(number)))),
    )


def _numbered_day(year: int, month: int, number: int) -> windows.Window:
    start, end = windows.month(year, month)
    found = start + timedelta(days=number - 1) if number > 0 else end + timedelta(days=number + 1)
    if not start <= found <= end:
        raise ValueError("no such day in the month")
    return found, found


def _workday(year: int, month: int, number: int) -> windows.Window:
    """The n-th day of the month that is Monday to Friday; public holidays are not known here."""
    start, end = windows.month(year, month)
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    workdays = [day for day in days if day.weekday() < 5]
    if not -len(workdays) <= number <= len(workdays):
        raise ValueError("no such working day in the month")
    found = workdays[number - 1 if number > 0 else number]
    return found, found
