"""One period of any kind: every production in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable

from followup.domain.when.days import day
from followup.domain.when.holidays import holiday, school_break, turn
from followup.domain.when.lexicon import Found
from followup.domain.when.numbered import numbered_unit
from followup.domain.when.parts import beside, genitive_part, part, term_edge, week_around
from followup.domain.when.period import Period
from followup.domain.when.periods import iso_month, month, season, term, week, year, year_first
from followup.domain.when.relative import period_from_reference
from followup.domain.when.spans_of_years import financial_year, school_year
from followup.domain.when.tokens import Tokens
from followup.domain.when.within_month import of_month

__all__ = ["period"]


def period(tokens: Tokens, index: int) -> Found[Period]:
    """One period of any kind, the most telling form first."""
    led = part(tokens, index, _plain) or beside(tokens, index, _plain) or week_around(tokens, index, _plain)
    return led or _plain(tokens, index)


def _plain(tokens: Tokens, index: int) -> Found[Period]:
    """A period that is no part of another and not counted from another: so nothing here goes round."""
    for production in _PERIODS:
        found = production(tokens, index)
        if found:
            return found
    return None


_PERIODS: tuple[Callable[[Tokens, int], Found[Period]], ...] = (
    holiday,
    of_month,
    week,
    day,
    iso_month,
    year_first,
    school_year,
    financial_year,
    term_edge,
    genitive_part,
    period_from_reference,
    numbered_unit,
    term,
    turn,
    school_break,
    season,
    month,
    year,
)
