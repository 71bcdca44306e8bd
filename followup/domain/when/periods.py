"""Periods longer than a day: months, weeks, quarters, tertials, half-years, terms, seasons and years."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.days import day
from followup.domain.when.lexicon import Found
from followup.domain.when.names import MONTHS, SEASONS, TERMS, WEEKDAYS, WEEKDAYS_SHORT
from followup.domain.when.numbered import numbered_unit
from followup.domain.when.period import Part, Period, Weight
from followup.domain.when.tokens import Tokens, tokenize
from followup.domain.when.years import full_year, relative_year, with_year

__all__ = [
    "GENITIVES",
    "iso_month",
    "month",
    "month_of",
    "season",
    "term",
    "week",
    "week_of",
    "year",
    "year_first",
]

_WEEK_WORDS = frozenset(("v", "vecka", "veckan", "veckorna", "week", "wk", "uge", "uke", "w", "weeks", "kalendervecka"))


def month_of(number: int, weight: Weight = Weight.ALONE) -> Period:
    """A calendar month, the year not said yet."""
    return Period(
        Kind.MONTH,
        lambda year: windows.month(year, number),
        part=Part((("BYMONTH", str(number)),)),
        weight=weight,
    )


def month(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "maj 2026", "dec. 2025", "maj-26", "maj månad 2026"; no year said is possible."""
    found = MONTHS.at(tokens, index)
    if not found:
        return None
    number, after = found
    if tokens.word(after) == "." and tokens.glued(after):
        after += 1
    if tokens.word(after) in ("månad", "month"):
        after += 1
    return with_year(tokens, month_of(number), after, short=True)


_OF_A_PAPER = frozenset(("nr", "no", "nummer", "number", "dnr", "diarienr", "ärende", "sak", "case"))


def iso_month(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "2026-05", "2026/05", "202605", "05/2026"."""
    whole = tokens.word(index)
    if tokens.word(index - 1 - (tokens.word(index - 1) == ".")) in _OF_A_PAPER:
        return None  # "nr 12/2026"
    if len(whole) == 6 and tokens.is_number(index) and whole[:2] == "20" and 1 <= int(whole[4:]) <= 12:
        return month_of(int(whole[4:])).in_year(int(whole[:4])), index + 1
    glued = tokens.glued(index + 1) and tokens.glued(index + 2)
    if not glued or tokens.word(index + 1) not in ("-", "/", "."):
        return None
    year_, number = full_year(tokens, index), tokens.digits(index + 2, 2, 2)
    if year_ is None or number is None:
        year_, number = full_year(tokens, index + 2), tokens.digits(index, 1, 2)
    if year_ is None or number is None or (number > 12 and year_ % 100 < number):
        return None
    return month_of(number).in_year(year_), index + 3


def week(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "v 12 2026", "v. 29", "vecka 12", "2026-W12", "v.2612"; ISO weeks."""
    weekday = WEEKDAYS.at(tokens, index) or WEEKDAYS_SHORT.at(tokens, index)
    is_weekend = tokens.word(index) in _WEEKENDS
    start = weekday[1] if weekday else index + is_weekend + (is_weekend and tokens.word(index + 1) in _OF_WEEK)
    number = _week_number(tokens, start)
    if not number:
        return None
    found, after = number
    if found > 99:
        period = week_of(found % 100).in_year(2000 + found // 100)
    else:
        period, after = with_year(tokens, week_of(found), after, short=not tokens.glued(after))
    if is_weekend:
        return replace(period, kind=Kind.RANGE, window=lambda year: _weekend(period.placed(year)), part=Part()), after
    return (_weekday_of(period, weekday[0]), after) if weekday else (period, after)


_WEEKENDS = frozenset(("helgen", "helg", "veckohelgen", "weekend", "weekenden", "helga", "helgen"))
_OF_WEEK = frozenset(("i", "in", "of", "av", ","))


def _weekend(week_: windows.Window) -> windows.Window:
    """The Saturday and Sunday of a week."""
    return week_[1] - timedelta(days=1), week_[1]


def week_of(number: int) -> Period:
    """An ISO week, the year not said yet."""
    by = (("BYWEEKNO", str(number)),)
    return Period(Kind.WEEK, lambda year: windows.week(year, number), part=Part(by))


def _week_number(tokens: Tokens, index: int) -> Found[int]:
    if tokens.word(index) not in _WEEK_WORDS:
        return None
    after = index + 1
    if tokens.word(after) in (".", ":") or (tokens.word(after) in _WEEK_WORDS):
        after += 1
    if tokens.word(after) == ".":
        after += 1
    number = tokens.digits(after, 1, 2)
    if number is None:
        number = tokens.digits(after, 4, 4) if tokens.word(index) == "v" else None
    return (number, after + 1) if number is not None else None


def _weekday_of(period: Period, weekday: int) -> Period:
    """Reads "tisdag v. 12": one day of the week."""

    def window(year: int) -> windows.Window:
        return windows.nth_weekday(period.placed(year), weekday, 1)

    return Period(Kind.DAY, window, period.year, period.until_year)


def term(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "HT 2026", "ht26", "HT-26", "höstterminen 2026"."""
    found = TERMS.at(tokens, index)
    if not found:
        return None
    name, after = found
    if tokens.word(after) == "." and tokens.glued(after):
        after += 1
    period = Period(Kind.TERM, lambda year: windows.term(year, name))
    return with_year(tokens, period, after, short=True)


def season(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "våren 2027", "hösten", "vintern 2026/27", "sensommaren"; "vår" alone is also "our"."""
    found = SEASONS.at(tokens, index)
    if not found:
        return _third_of_season(tokens, index)
    name, after = found
    definite = len(tokens.word(index)) > 4 or name in ("autumn", "summer")
    weight = Weight.SURE if definite else Weight.ALONE
    period = Period(Kind.SEASON, lambda year: windows.season(year, name), weight=weight)
    placed, end = with_year(tokens, period, after, short=True)
    if not placed.is_placed and tokens.word(index) in GENITIVES:
        placed, end = _year_behind(tokens, period, after) or (placed, end)
    lone_winter = name == "winter" and placed.year is not None and placed.until_year is None
    return (placed.noting("uncertain") if lone_winter else placed), end


GENITIVES = frozenset(("höstens", "vårens", "sommarens", "vinterns", "forårets", "efterårets", "høstens"))
_MOST_BETWEEN = 3
_EDGES = frozenset(("slut", "början", "start", "mitt", "utgång", "inledning", "avslutning", "udgang", "utgang"))
"""What is a part of the season, and read as one."""


def _year_behind(tokens: Tokens, period: Period, index: int) -> Found[Period]:
    """The year of "höstens studierektorsmöte 2027", which stands behind what the season has."""
    for place in range(index, index + _MOST_BETWEEN + 1) if tokens.word(index) not in _EDGES else ():
        said = full_year(tokens, place)
        if said is not None and place > index:
            return period.in_year(said), place + 1
        if not tokens.is_word(place):
            return None
    return None


def _third_of_season(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "sensommaren 2027", "senhösten", "försommaren": the first or last third."""
    word = tokens.word(index)
    for prefix, number in (("sen", 3), ("för", 1), ("tidig", 1), ("hög", 2)):
        stem = tokenize(word.removeprefix(prefix), tokens.reference) if word.startswith(prefix) else None
        name = SEASONS.at(stem, 0) if stem and len(stem) else None
        if name:
            return with_year(tokens, _season_third(name[0], number), index + 1, short=True)
    return None


def _season_third(name: str, number: int) -> Period:
    return Period(Kind.SEASON, lambda year: windows.third(windows.season(year, name), number))


_YEAR_NAMES = frozenset(
    ("år", "året", "kalenderåret", "verksamhetsåret", "budgetåret", "räkenskapsåret", "regnskabsåret", "regnskapsåret")
) | {"year", "budsjettåret", "driftsåret", "kalenderår", "verksamhetsår", "budgetår", "räkenskapsår"}


def year(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "2026", "år 2026", "verksamhetsåret 2027", "nästa år", "innevarande år"."""
    named = tokens.word(index) in _YEAR_NAMES
    after = index + 1 if named else index
    relative = relative_year(tokens, index)
    if relative:
        return _year_of(relative[0], Weight.SURE).noting("counted-from-reference"), relative[1]
    said = full_year(tokens, after)
    if said is None:
        return None
    return _year_of(said, Weight.SURE if named else Weight.ALONE), after + 1


def _year_of(number: int, weight: Weight) -> Period:
    return Period(Kind.YEAR, windows.year, number, weight=weight)


def year_first(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "2026 HT", "2026-Q2", "2026-W12", "2026, maj": the year before its period."""
    start = index + 1 if tokens.word(index) in ("år", "year") else index
    said = full_year(tokens, start)
    if said is None:
        return None
    after = start + 1
    if tokens.word(after) in (":", ",") or (tokens.word(after) == "-" and tokens.glued(after + 1)):
        after += 1
    spaced = tokens.word(after) in ("-", "–") and not tokens.glued(after)
    unit = numbered_unit(tokens, after + 1) or term(tokens, after + 1) if spaced else None
    if unit and not unit[0].is_placed:
        return unit[0].in_year(said), unit[1]
    for production in (week, numbered_unit, term, season, month, _day_by_number):
        found = production(tokens, after)
        if found and not found[0].is_placed:
            return found[0].in_year(said), found[1]
    return None


def _day_by_number(tokens: Tokens, index: int) -> Found[Period]:
    """A day that begins with its number: "31 maj", never a weekday alone."""
    return day(tokens, index) if tokens.is_number(index) else None
