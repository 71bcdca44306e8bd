"""A weekday, a week or a day by its place in a month: "sista fredagen i maj 2026"."""

from __future__ import annotations

from datetime import timedelta

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.lexicon import Found
from followup.domain.when.names import MONTHS, WEEKDAYS
from followup.domain.when.numbers import ordinal
from followup.domain.when.period import Part, Period
from followup.domain.when.tokens import Tokens
from followup.domain.when.years import with_year

__all__ = ["of_month"]

_OF = frozenset(("i", "in", "of", "av", "under", "på", "för"))


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


_WEEKS = frozenset(("veckan", "arbetsveckan", "arbetsvecka", "vecka", "week", "uge", "uke", "uken", "ugen"))


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
    if not 1 <= abs(number) <= len(workdays):
        raise ValueError("no such working day in the month")
    found = workdays[number - 1 if number > 0 else number]
    return found, found
