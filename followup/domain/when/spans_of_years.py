"""Years that do not begin in January: school years, financial years, terms of office."""

from __future__ import annotations

from datetime import date

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.period import Period
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import full_year, year_pair

__all__ = ["financial_year", "school_year"]

_SCHOOL_YEARS: Lexicon[bool] = Lexicon(
    {
        True: "läsåret|läsår|skolåret|studieåret|arbetsåret|skoleåret|academic year|the academic year|school year"
        "|the school year|training year|the training year"
    }
)
_FINANCIAL_YEARS: Lexicon[bool] = Lexicon(
    {True: "financial year|the financial year|fiscal year|the fiscal year|fy|tax year|the tax year"}
)


def school_year(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "läsåret 2026/27", "2026/27" alone; "mandatperioden 2026–2030"."""
    named = _SCHOOL_YEARS.at(tokens, index)
    pair = year_pair(tokens, named[1] if named else index)
    if pair and (named or tokens.word(index + 1) == "/"):
        period = Period(Kind.RANGE, windows.school_year).in_year(pair[0][0])
        return period if named else period.noting("uncertain"), pair[1]
    if named:
        said = full_year(tokens, named[1])
        period = Period(Kind.RANGE, windows.school_year)
        return (period.in_year(said), named[1] + 1) if said else (period, named[1])
    return _mandate(tokens, index)


def financial_year(tokens: Tokens, index: int) -> Found[Period]:
    """Reads "financial year 2026/27", "FY 2026-27", "the financial year": 1 April to 31 March, as the NHS counts."""
    named = _FINANCIAL_YEARS.at(tokens, index)
    if not named:
        return None
    pair = year_pair(tokens, named[1])
    if pair:
        return Period(Kind.RANGE, _from_april).in_year(pair[0][0]), pair[1]
    said = full_year(tokens, named[1])
    period = Period(Kind.RANGE, _from_april, notes=("uncertain",))
    return (period.in_year(said), named[1] + 1) if said else (period, named[1])


def _from_april(year: int) -> windows.Window:
    return date(year, 4, 1), date(year + 1, 3, 31)


def _mandate(tokens: Tokens, index: int) -> Found[Period]:
    """A term of office runs from 15 October of the election year to 14 October four years later."""
    first, last = full_year(tokens, index + 1), full_year(tokens, index + 3)
    if tokens.word(index) not in ("mandatperioden", "mandatperiod") or first is None or last is None:
        return None

    def window(_: int) -> windows.Window:
        return date(first, 10, 15), date(last, 10, 14)

    return Period(Kind.RANGE, window, first, notes=("uncertain",)), index + 4
