"""One period, or several joined: "maj – juni 2026", "mellan maj och juni", "v 42–44", "3, 7 och 14 okt"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from followup.domain.dates import Kind
from followup.domain.when.days import day, day_of
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import MONTHS
from followup.domain.when.numbers import ordinal
from followup.domain.when.period import Dates, Period, Shape, Weight
from followup.domain.when.periods import (
    iso_month,
    month,
    numbered,
    numbered_unit,
    school_year,
    season,
    term,
    week,
    week_of,
    year,
    year_first,
)
from followup.domain.when.relative import period_from_reference
from followup.domain.when.specials import holiday, of_month, part, school_break, term_edge, turn
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import full_year, year_after

__all__ = ["dates", "period"]

_STRETCH: Lexicon[str] = Lexicon(
    {
        "to": "-|–|- -|till|till och med|t.o.m.|t.o.m|tom|tom.|to|until|through|thru|till och med den|til"
        "|fram till|til og med|t.o.m. den|- >|→|/|og til|och till|t o m"
    }
)
_LIST = frozenset((",", "och", "eller", "samt", "&", "and", "or", "og", "+", "respektive", "resp"))
_BETWEEN = frozenset(("mellan", "between", "mellem", "mellom"))
_AND = frozenset(("och", "and", "og", "-", "–", "till"))
_ARTICLES = frozenset(("den", "i", "under", "the", "in"))
_DASHES = frozenset(("-", "–", "/"))
_LONGEST_LIST = 12


def period(tokens: Tokens, index: int) -> Found[Period]:
    """One period of any kind, the most telling form first."""
    for production in _PERIODS:
        found = production(tokens, index)
        if found:
            return found
    return part(tokens, index, period)


_PERIODS: tuple[Callable[[Tokens, int], Found[Period]], ...] = (
    holiday,
    of_month,
    day,
    iso_month,
    year_first,
    school_year,
    term_edge,
    period_from_reference,
    week,
    numbered_unit,
    term,
    turn,
    school_break,
    season,
    month,
    year,
)


def dates(tokens: Tokens, index: int) -> Found[Dates]:
    """One period, a stretch of two, or a list."""
    between = tokens.word(index) in _BETWEEN
    start = index + 1 if between else index
    short = _days_sharing_a_month(tokens, start) or _shared_unit(tokens, start)
    if short:
        return short
    first = period(tokens, start)
    if not first:
        return None
    if between:
        return _joined(tokens, first[0], first[1]) if tokens.word(first[1]) in _AND else None
    return _stretch(tokens, first[0], first[1]) or _list(tokens, first[0], first[1])


def _joined(tokens: Tokens, first: Period, sign: int) -> Found[Dates]:
    second = period(tokens, _past_article(tokens, sign + 1))
    return (_from_to(first, second[0]), second[1]) if second else None


def _past_article(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.word(index) in _ARTICLES else index


def _stretch(tokens: Tokens, first: Period, index: int) -> Found[Dates]:
    sign = _STRETCH.at(tokens, index)
    if not sign or (tokens.word(index) == "/" and not tokens.glued(index + 1)):
        return None
    second = period(tokens, _past_article(tokens, sign[1]))
    if not second:
        return _years(tokens, first, sign[1])
    return _from_to(first, second[0]), second[1]


def _years(tokens: Tokens, first: Period, index: int) -> Found[Dates]:
    """Reads "2026–27" is two years; what else follows the dash is no stretch."""
    short = tokens.digits(index, 2, 2)
    if first.kind is not Kind.YEAR or first.year is None or short is None or not tokens.glued(index):
        return None
    last = first.year // 100 * 100 + short
    return (_from_to(first, replace(first, year=last)), index + 1) if last > first.year else None


def _from_to(first: Period, last: Period) -> Dates:
    """A stretch; "nov–feb 2026/27" gives the first year to the start and the second to the end."""
    if last.year is not None and last.until_year is not None and first.year is None:
        return Dates((first.in_year(last.year), last.in_year(last.until_year)), Shape.STRETCH)
    return Dates((first, last), Shape.STRETCH)


def _list(tokens: Tokens, first: Period, index: int) -> tuple[Dates, int]:
    """More periods after commas and "och"; alone the first."""
    periods, end = [first], index
    while len(periods) < _LONGEST_LIST:
        after = end
        while tokens.word(after) in _LIST and after - end < 2:
            after += 1
        following = period(tokens, _past_article(tokens, after)) if after > end else None
        if not following or not _alike(first, following[0]):
            break
        periods.append(following[0])
        end = following[1]
    if len(periods) == 1:
        return Dates((first,)), end
    return Dates(tuple(periods), Shape.LIST), end


def _alike(first: Period, other: Period) -> bool:
    """A list is of one kind; a bare number that follows a comma may be anything."""
    return other.kind is first.kind and not (other.kind is Kind.YEAR and other.weight is Weight.ALONE)


def _days_sharing_a_month(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "1–5 juni 2026", "3, 7 och 14 okt", "1-5/6 2026"."""
    numbers: list[int] = []
    is_list = False
    after = index + 1 if tokens.word(index) == "den" else index
    while len(numbers) < _LONGEST_LIST:
        counted = ordinal(tokens, after, dotted=True)
        number = tokens.digits(after, 1, 2)
        if not counted and number is None:
            return None
        numbers.append(counted[0] if counted else number or 0)
        after = counted[1] if counted else after + 1
        sign = tokens.word(after)
        if MONTHS.at(tokens, after) or sign == "/":
            break
        if sign not in _DASHES and sign not in _LIST and sign != "till":
            return None
        is_list = is_list or sign in _LIST
        after += 2 if tokens.word(after + 1) in ("och", "den") else 1
    return _with_shared_month(tokens, numbers, after, is_list) if len(numbers) > 1 else None


def _with_shared_month(tokens: Tokens, numbers: list[int], index: int, is_list: bool) -> Found[Dates]:
    month_ = MONTHS.at(tokens, index)
    number = tokens.digits(index + 1, 1, 2)
    if month_:
        found, after = month_
    elif number is not None and 1 <= number <= 12 and tokens.glued(index):
        found, after = number, index + 2
    else:
        return None
    after += 1 if tokens.word(after) == "." and tokens.glued(after) else 0
    said = year_after(tokens, after, short=True)
    days = [day_of(found, day_number) for day_number in numbers]
    days = [one.in_year(*said[0]) for one in days] if said else days
    return Dates(tuple(days), Shape.LIST if is_list else Shape.STRETCH), said[1] if said else after


def _shared_unit(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "vecka 42–44", "v. 10, 12 och 14", "Q1-2 2027", "kvartal 1 och 2": the unit said once."""
    first = week(tokens, index) or numbered_unit(tokens, index)
    if not first or first[0].year is not None or first[0].kind is Kind.DAY:
        return _shared_unit_with_short_year(tokens, index)
    return _more_numbers(tokens, first[0], index, first[1])


def _shared_unit_with_short_year(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "v 42-44" also looks like week 42 of year 44: two glued numbers are a stretch."""
    place = index
    while tokens.word(place) and not tokens.is_number(place) and place - index < 4:
        place += 1
    first, last = tokens.digits(place, 1, 2), tokens.digits(place + 2, 1, 2)
    glued = tokens.glued(place + 1) and tokens.glued(place + 2)
    if first is None or last is None or not glued or tokens.word(place + 1) not in ("-", "–"):
        return None
    found = week(tokens, index)
    if not found or found[0].kind is not Kind.WEEK or not first < last <= 53:
        return None
    return _more_numbers(tokens, week_of(first), index, place + 1)


def _more_numbers(tokens: Tokens, first: Period, index: int, after: int) -> Found[Dates]:
    periods, is_list = [first], False
    while len(periods) < _LONGEST_LIST:
        sign = tokens.word(after)
        number = tokens.digits(after + 1, 1, 2)
        joined = sign in _DASHES or sign in _LIST or sign == "till"
        if not joined or number is None or full_year(tokens, after + 1) is not None:
            break
        following = _same_unit(tokens, first, index, number)
        if following is None or tokens.word(after + 2) in ("gånger", "ggr", "/") or MONTHS.at(tokens, after + 2):
            break
        is_list = is_list or sign in _LIST
        periods.append(following)
        after += 2
    if len(periods) == 1:
        return None
    said = year_after(tokens, after)
    placed = _from_to(periods[-2], periods[-1].in_year(*said[0])).periods if said else tuple(periods[-2:])
    shape = Shape.LIST if is_list else Shape.STRETCH
    return Dates((*periods[:-2], *placed), shape), said[1] if said else after


def _same_unit(tokens: Tokens, first: Period, index: int, number: int) -> Period | None:
    if first.kind is Kind.WEEK:
        return week_of(number) if 1 <= number <= 53 else None
    unit = {Kind.QUARTER: "quarter", Kind.HALF_YEAR: "half"}.get(first.kind, "tertial")
    return numbered(unit, number) if 1 <= number <= 4 else None
