"""A recurrence: the cadence with the dates beside it, as a rule and a first time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from followup.domain.dates import Kind
from followup.domain.when import windows
from followup.domain.when.cadence import MONTHS_IN, Cadence, yearly_with
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.period import Dates, Shape
from followup.domain.when.placing import Placed, place
from followup.domain.when.reading import RECURRENCE, Reading

__all__ = ["recurring"]

_FIRST_MODES = (Mode.FIRST, Mode.FROM, Mode.START, Mode.AFTER)
_UNTIL_WORDS = frozenset(("till", "t", "tom", "until", "through", "fram", "frem", "til", "thru", "up"))


def recurring(
    rest: Reading, cadences: Sequence[Cadence], dates: Sequence[Dated], reference: date, *, then: bool
) -> Reading:
    """The reading of a cadence and the dates said with it.

    Dates without a year become the rule's months and days where the rule is yearly; a date with its year, or
    one that "först" or "från och med" leads in, is the first time. `then` says that "därefter" was said.
    """
    ahead = [one for one in dates if one.mode is not Mode.FORMER]
    cadence, left = _with_parts(_merged(cadences), ahead, then=then)
    rule, notes = cadence.rule()
    until = [one for one in left if _is_until(one)]
    notes = (*rest.notes, *cadence.notes, *notes, *_several(cadences, rule))
    found = replace(rest, kind=RECURRENCE, rule=rule)
    try:
        notes += tuple(f"until:{place(one, reference, None).end}" for one in until)
        first = _in_month(_first([one for one in left if one not in until], cadence, reference), cadence)
    except ValueError as invalid:
        return _noted(found, *notes, str(invalid))
    if not first:
        return _noted(found, *notes)
    return _noted(replace(found, first=first.when, start=first.start, end=first.end), *notes, *first.notes)


def _noted(found: Reading, *notes: str) -> Reading:
    return replace(found, notes=tuple(dict.fromkeys(notes)))


def _merged(cadences: Sequence[Cadence]) -> Cadence:
    """One of "varje vecka" and "på torsdagar": a weekly rhythm and its weekday are one; else the first that is said."""
    first = cadences[0]
    for other in cadences[1:2]:
        if first.unit == other.unit == "week" and bool(first.by) != bool(other.by):
            return replace(first, interval=max(first.interval, other.interval), by=first.by or other.by)
        if first.anchor and other.anchor and {first.anchor[0].kind, other.anchor[0].kind} == {Kind.SEASON}:
            return Cadence("term")  # "varje höst och varje vår"
        if first == Cadence("year") and other.is_yearly and other.interval == 1 and (other.by or other.anchor):
            return other  # "annually each March": the year says nothing new
    return first


def _has_halves_yearly(cadences: Sequence[Cadence]) -> bool:
    """True for "vår och höst varje år": the year says nothing new."""
    return cadences[0].unit == "term" and cadences[1] == Cadence("year")


def _several(cadences: Sequence[Cadence], rule: str) -> tuple[str, ...]:
    """A note where the text says two different rhythms: the first one is kept."""
    if len(cadences) == 2 and (_has_halves_yearly(cadences) or _merged(cadences) is not cadences[0]):
        return ()
    months = cadences[0].months
    agrees = all(one.rule()[0] in (rule, "") or (months and one.months == months) for one in cadences)
    return () if agrees or len(cadences) == 1 else ("several-cadences",)


def _with_parts(cadence: Cadence, dates: Sequence[Dated], *, then: bool) -> tuple[Cadence, list[Dated]]:
    """The cadence with its months and days, and the dates left over."""
    rest = []
    is_then_first = then and not any(found.dates.is_placed for found in dates)
    for found in dates:
        is_part = not (found.mode in _FIRST_MODES or found.is_first or found.dates.is_placed or is_then_first)
        is_stretch = found.dates.shape is Shape.STRETCH and not (cadence.unit != "year" and "/" in found.words)
        by = yearly_with(found.dates) if is_part and not is_stretch else None
        fitted = _fitted(cadence, by) if by else _spread(cadence, found) if is_part else None
        if fitted is None:
            rest.append(found)
        else:
            cadence = fitted.noting(*found.notes, *(("by",) if found.mode is Mode.BY else ()))
    return cadence, rest


def _fitted(cadence: Cadence, by: tuple[tuple[str, str], ...]) -> Cadence | None:
    """The cadence in those months or on those days, where it is yearly or they are as many as its count."""
    values = dict(by)
    if cadence.is_yearly and not (set(values) & set(dict(cadence.by))):
        return replace(cadence, by=(*cadence.by, *by))
    named = len(values.get("BYMONTH", values.get("BYWEEKNO", "")).split(","))
    months = MONTHS_IN.get(cadence.unit)
    if not months or cadence.by or cadence.interval * named * months != 12 * cadence.count:
        return None
    return replace(cadence, unit="year", interval=1, count=1, by=by)


def _spread(cadence: Cadence, found: Dated) -> Cadence | None:
    """Of "Q1 och Q3 varje år": evenly spread over the year, so as many times in it."""
    periods = found.dates.periods
    months = sorted(period.window(2027)[0].month for period in periods)
    step = 12 // len(periods)
    even = all(later - earlier == step for earlier, later in pairwise(months))
    if found.dates.shape is not Shape.LIST or not cadence.is_yearly or not even or step * len(periods) != 12:
        return None
    dates = Dates((periods[0],))
    return replace(cadence, count=len(periods), anchor=cadence.anchor or (dates, found.words))


def _in_month(first: Placed | None, cadence: Cadence) -> Placed | None:
    """The first time, where only its year is said ("i oktober, första gången 2027"): the rule tells the rest."""
    if first is None or first.kind is not Kind.YEAR or first.start is None:
        return first
    if cadence.anchor:
        dates = cadence.anchor[0].in_year(first.start.year)
        start, end = dates.window(first.start)
        return replace(first, kind=dates.kind, start=start, end=end)
    months = dict(cadence.by).get("BYMONTH", "")
    if not months or len(cadence.by) > 1:
        return first
    start, end = windows.months(first.start.year, int(months.split(",")[0]), 1)
    return replace(first, kind=Kind.MONTH, start=start, end=end)


def _is_behind(first: Placed, reference: date) -> bool:
    """Say whether "årligen i början av året" tells of a part of the year that is over already."""
    return "counted-from-reference" in first.notes and first.end is not None and first.end < reference


def _next_year(first: Placed) -> Placed:
    start, end = (day and windows.add_months(day, 12) for day in (first.start, first.end))
    return replace(first, start=start, end=end)


def _is_until(found: Dated) -> bool:
    """Say whether a date only tells how long it goes on ("fram till juni 2027", "until summer 2027")."""
    return found.mode in (Mode.BY, Mode.BEFORE) and found.opening in _UNTIL_WORDS and not found.is_first


def _first(firsts: Sequence[Dated], cadence: Cadence, reference: date) -> Placed | None:
    """The first time said, one that "först" leads in before any other; else what "varje höst" is anchored in."""
    led = sorted(firsts, key=lambda one: not (one.is_first or one.mode in _FIRST_MODES))
    if led:
        found = led[0]
        mode = Mode.IN if found.mode in (Mode.FROM, Mode.START, Mode.FINISH, Mode.FORMER) else found.mode
        first = place(replace(found, mode=mode), reference, None)
        return _next_year(first) if cadence.is_yearly and _is_behind(first, reference) else first
    if cadence.anchor is None:
        return None
    dates, words = cadence.anchor
    return Placed(dates.kind, *dates.window(reference), ("year-assumed",), words)
