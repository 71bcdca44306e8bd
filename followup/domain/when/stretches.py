"""One period, or several joined: "maj – juni 2026", "mellan maj och juni", "v 42–44", "3, 7 och 14 okt"."""

from __future__ import annotations

from dataclasses import replace

from followup.domain.dates import Kind
from followup.domain.when.any_period import period
from followup.domain.when.holidays import holiday
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.period import Dates, Period, Shape, Weight, fixed, from_to
from followup.domain.when.shared_units import LIST_SIGNS, LONGEST_LIST, shared
from followup.domain.when.tokens import Tokens

__all__ = ["dates"]

_STRETCH: Lexicon[str] = Lexicon(
    {
        "to": "-|–|- -|till|till och med|t.o.m.|t.o.m|tom|tom.|to|until|through|thru|till och med den|til"
        "|fram till|til og med|t.o.m. den|- >|→|/|og til|och till|t o m"
    }
)
_BETWEEN = frozenset(("mellan", "between", "mellem", "mellom"))
_AND = frozenset(("och", "and", "og", "-", "–", "till"))
_ARTICLES = frozenset(("den", "i", "under", "the", "in"))


def dates(tokens: Tokens, index: int) -> Found[Dates]:
    """One period, a stretch of two, or a list."""
    between = tokens.word(index) in _BETWEEN and not holiday(tokens, index)
    start = index + 1 if between else index
    short = shared(tokens, start)
    if short:
        return short
    now = _from_now(tokens, start)
    first = now or period(tokens, start)
    if not first:
        return None
    if between:
        return _joined(tokens, first[0], first[1]) if tokens.word(first[1]) in _AND else None
    stretch = _stretch(tokens, first[0], first[1])
    if not stretch and now:
        return None
    return stretch or _list(tokens, first[0], first[1])


def _from_now(tokens: Tokens, index: int) -> Found[Period]:
    """Reads the start of "nu–maj 2027": the reference day, where a stretch begins with it."""
    if tokens.word(index) not in ("nu", "now", "idag") or not _STRETCH.at(tokens, index + 1):
        return None
    today = (tokens.reference, tokens.reference)
    return fixed(Kind.DAY, today, "counted-from-reference"), index + 1


def _joined(tokens: Tokens, first: Period, sign: int) -> Found[Dates]:
    second = period(tokens, _past_article(tokens, sign + 1))
    return (from_to(first, second[0]), second[1]) if second else None


def _past_article(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.word(index) in _ARTICLES else index


def _stretch(tokens: Tokens, first: Period, index: int) -> Found[Dates]:
    sign = _STRETCH.at(tokens, index)
    if not sign or (tokens.word(index) == "/" and not tokens.glued(index + 1)):
        return None
    second = period(tokens, _past_article(tokens, sign[1]))
    if not second:
        return _years(tokens, first, sign[1])
    return from_to(first, second[0]), second[1]


def _years(tokens: Tokens, first: Period, index: int) -> Found[Dates]:
    """Reads "2026–27" is two years; what else follows the dash is no stretch."""
    short = tokens.digits(index, 2, 2)
    if first.kind is not Kind.YEAR or first.year is None or short is None or not tokens.glued(index):
        return None
    last = first.year // 100 * 100 + short
    return (from_to(first, replace(first, year=last)), index + 1) if last > first.year else None


def _list(tokens: Tokens, first: Period, index: int) -> tuple[Dates, int]:
    """More periods after commas and "och"; alone the first."""
    periods, end = [first], index
    while len(periods) < LONGEST_LIST:
        after = end
        while tokens.word(after) in LIST_SIGNS and after - end < 2:
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
