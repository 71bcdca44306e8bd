"""The year that stands after a month, a week or a term: "2026", "-26", "'26", "2026/27", "nästa år"."""

from __future__ import annotations

from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import MONTHS
from followup.domain.when.period import Period
from followup.domain.when.tokens import Tokens

__all__ = ["YearSaid", "century", "full_year", "relative_year", "with_year", "year_after", "year_pair"]

YearSaid = tuple[int, int | None]
"""The year, and the year after it where a pair was written ("2026/27")."""

_FIRST, _LAST = 1950, 2149
_NEAR = 12
_BEFORE_YEAR = frozenset((",", "år", "year", "of", "av", "anno", "året", "för", "fy"))

_RELATIVE: Lexicon[int] = Lexicon(
    {
        -1: "förra året|föregående år|i fjol|fjolåret|last year|previous year|sidste år|i fjor",
        0: "i år|detta år|innevarande år|samma år|this year|current year|dette år|inneværende år|iår"
        "|det här året|nuvarande år",
        1: "nästa år|nästkommande år|next year|næste år|neste år|till nästa år",
        2: "året efter nästa",
    }
)


def century(short: int) -> int:
    """The year of two digits: 00..69 is 2000..2069, 70..99 is 1970..1999."""
    return 2000 + short if short < 70 else 1900 + short


def full_year(tokens: Tokens, index: int) -> int | None:
    """Four digits that can be a year and are no regulation number ("2015:8")."""
    year = tokens.digits(index, 4, 4)
    if year is None or not _FIRST <= year <= _LAST:
        return None
    follows_colon = tokens.word(index + 1) == ":" and tokens.glued(index + 1)
    return None if follows_colon and tokens.glued(index + 2) and tokens.is_number(index + 2) else year


def year_pair(tokens: Tokens, index: int) -> Found[YearSaid]:
    """Reads "2026/27", "2026–2027", "26/27": two years in a row."""
    first = full_year(tokens, index)
    if first is None:
        short = tokens.digits(index, 2, 2)
        first = century(short) if short is not None else None
    if first is None or tokens.word(index + 1) not in ("/", "-", "–"):
        return None
    for digits, size in ((first + 1, 4), ((first + 1) % 100, 2)):
        if tokens.digits(index + 2, size, size) == digits:
            return (first, first + 1), index + 3
    return None


def relative_year(tokens: Tokens, index: int) -> Found[int]:
    """Reads "nästa år" and "i år": the year counted from the reference."""
    found = _RELATIVE.at(tokens, index)
    return (tokens.reference.year + found[0], found[1]) if found else None


def with_year(tokens: Tokens, period: Period, index: int, *, short: bool = False) -> tuple[Period, int]:
    """The period with the year that follows it, if one does."""
    said = year_after(tokens, index, short=short)
    return (period.in_year(*said[0]), said[1]) if said else (period, index)


def year_after(tokens: Tokens, index: int, *, short: bool = False) -> Found[YearSaid]:
    """The year said at `index`; `short` also takes two digits alone ("HT26")."""
    start = index
    if tokens.word(index) == "(":
        inner = _plain_year(tokens, index + 1, short=short)
        closed = inner is not None and tokens.word(inner[1]) == ")"
        return (inner[0], inner[1] + 1) if inner and closed else None
    while tokens.word(index) in _BEFORE_YEAR and index - start < 2:
        index += 1
    found = _plain_year(tokens, index, short=short and index == start)
    return found or _dashed_year(tokens, start)


def _plain_year(tokens: Tokens, index: int, *, short: bool) -> Found[YearSaid]:
    pair = year_pair(tokens, index)
    if pair and _ends_number(tokens, pair[1]):
        return pair
    year = full_year(tokens, index)
    if year is not None:
        return (year, None), index + 1
    relative = relative_year(tokens, index)
    if relative:
        return (relative[0], None), relative[1]
    return _short_year(tokens, index) if short else None


def _short_year(tokens: Tokens, index: int) -> Found[YearSaid]:
    number = tokens.digits(index, 2, 2)
    if number is None or not _ends_number(tokens, index + 1):
        return None
    year = 2000 + number
    return ((year, None), index + 1) if abs(year - tokens.reference.year) <= _NEAR else None


def _dashed_year(tokens: Tokens, index: int) -> Found[YearSaid]:
    """Reads "-26", "–26", "'26", "/26": the sign stands against the two digits."""
    sign = tokens.word(index)
    if sign not in ("-", "–", "'", "/") or not tokens.glued(index + 1):
        return None
    if sign == "/" and not tokens.glued(index):
        return None
    pair = year_pair(tokens, index + 1)
    if pair and _ends_number(tokens, pair[1]):
        return pair
    year = full_year(tokens, index + 1)
    if year is not None and _ends_number(tokens, index + 2):
        return (year, None), index + 2
    number = tokens.digits(index + 1, 2, 2)
    if number is None or not _ends_number(tokens, index + 2) or MONTHS.at(tokens, index + 2):
        return None
    return (century(number), None), index + 2


def _ends_number(tokens: Tokens, index: int) -> bool:
    """False where more digits hang on: "15/6" is no year 2015."""
    if not tokens.glued(index):
        return True
    joined = tokens.word(index) in ("/", ".", "-", "–", ":", ",")
    return not (joined and tokens.glued(index + 1) and tokens.is_number(index + 1))
