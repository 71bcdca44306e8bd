"""Numbers that share what is said once: "1–5 juni", "3, 7 och 14 okt", "vecka 42–44", "Q1-2 2027"."""

from __future__ import annotations

from followup.domain.dates import Kind
from followup.domain.when.lexicon import Found
from followup.domain.when.names import MONTHS
from followup.domain.when.numbered import numbered, numbered_unit
from followup.domain.when.numbers import ordinal
from followup.domain.when.numeric_days import day_of
from followup.domain.when.period import Dates, Period, Shape, from_to
from followup.domain.when.periods import week, week_of
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import full_year, year_after

__all__ = ["LIST_SIGNS", "LONGEST_LIST", "shared"]

LIST_SIGNS = frozenset((",", "och", "eller", "el", "samt", "&", "and", "or", "og", "+", "respektive", "resp"))
"""Between the members of a list."""
LONGEST_LIST = 12
"""Members; more are not read."""
_DASHES = frozenset(("-", "–", "/"))
_TO = frozenset(("till", "til", "to", "tom", "until"))


def shared(tokens: Tokens, index: int) -> Found[Dates]:
    """Several days of one month, or several weeks or quarters, named once."""
    return _days_sharing_a_month(tokens, index) or _shared_unit(tokens, index)


_LONG_STRETCH = 8


_NEAR = 3


def _days_sharing_a_month(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "1–5 juni 2026", "3, 7 och 14 okt", "1-5/6 2026"."""
    numbers: list[int] = []
    is_list = False
    after = index + 1 if tokens.word(index) == "den" else index
    while len(numbers) < LONGEST_LIST:
        counted = ordinal(tokens, after, dotted=True)
        number = tokens.digits(after, 1, 2)
        if not counted and number is None:
            return None
        numbers.append(counted[0] if counted else number or 0)
        after = counted[1] if counted else after + 1
        sign = tokens.word(after)
        if MONTHS.at(tokens, after) or sign == "/":
            break
        if sign not in _DASHES and sign not in LIST_SIGNS and sign not in _TO:
            return None
        is_list = is_list or sign in LIST_SIGNS
        after += 2 if tokens.word(after + 1) in ("och", "den") else 1
    shape = Shape.LIST if is_list else Shape.STRETCH
    return _with_shared_month(tokens, numbers, after, shape) if len(numbers) > 1 else None


def _with_shared_month(tokens: Tokens, numbers: list[int], index: int, shape: Shape) -> Found[Dates]:
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
    return Dates(tuple(days), shape), said[1] if said else after


def _shared_unit(tokens: Tokens, index: int) -> Found[Dates]:
    """Reads "vecka 42–44", "v. 10, 12 och 14", "Q1-2 2027", "kvartal 1 och 2": the unit said once."""
    first = week(tokens, index) or numbered_unit(tokens, index)
    if not first or first[0].year is not None or first[0].kind is Kind.DAY:
        return _shared_unit_with_short_year(tokens, index)
    return _more_numbers(tokens, first[0], first[1])


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
    if not found or found[0].kind is not Kind.WEEK or not first < last <= 53 or _is_rather_year(tokens, first, last):
        return None
    return _more_numbers(tokens, week_of(first), place + 1)


def _is_rather_year(tokens: Tokens, first: int, last: int) -> bool:
    """True for "v12-27": week 12 of 2027, not sixteen weeks."""
    return last - first > _LONG_STRETCH and abs(2000 + last - tokens.reference.year) <= _NEAR


def _more_numbers(tokens: Tokens, first: Period, after: int) -> Found[Dates]:
    periods, is_list = [first], False
    while len(periods) < LONGEST_LIST:
        sign = tokens.word(after)
        number = tokens.digits(after + 1, 1, 2)
        joined = sign in _DASHES or sign in LIST_SIGNS or sign in _TO
        if not joined or number is None or full_year(tokens, after + 1) is not None:
            break
        following = _same_unit(first, number)
        if following is None or tokens.word(after + 2) in ("gånger", "ggr", "/") or MONTHS.at(tokens, after + 2):
            break
        is_list = is_list or sign in LIST_SIGNS
        periods.append(following)
        after += 2
    if len(periods) == 1:
        return None
    said = year_after(tokens, after)
    placed = from_to(periods[-2], periods[-1].in_year(*said[0])).periods if said else tuple(periods[-2:])
    shape = Shape.LIST if is_list else Shape.STRETCH
    return Dates((*periods[:-2], *placed), shape), said[1] if said else after


def _same_unit(first: Period, number: int) -> Period | None:
    if first.kind is Kind.WEEK:
        return week_of(number) if 1 <= number <= 53 else None
    unit = {Kind.QUARTER: "quarter", Kind.HALF_YEAR: "half"}.get(first.kind, "tertial")
    return numbered(unit, number) if 1 <= number <= 4 else None
