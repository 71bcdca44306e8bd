"""What several dates of one field are together: a stretch, each year's months, or one that came instead of another."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from followup.domain.when.cadence import Cadence, yearly_with
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.period import Dates, Shape, Weight, from_to

__all__ = ["as_stretch", "each_year", "moved_to", "without_former"]


_MONTHS_APART = re.compile(r"[^\W\d]+\.?\s?/\s?[^\W\d]+\.?$")
"""Two months with a slash between, as "mars/september"; next to each other ("mars/april") they are a stretch."""


def each_year(found: list[Dated]) -> Cadence | None:
    """Of "i februari och i september": far from each other and without a year they are each year's."""
    one = found[0] if len(found) == 1 else None
    if one is None or one.mode is not Mode.IN or one.is_either:
        return None
    if one.dates.shape is not Shape.LIST and not (one.dates.shape is Shape.STRETCH and _MONTHS_APART.match(one.words)):
        return None
    by = yearly_with(one.dates)
    months = sorted({int(value) for value in dict(by or ()).get("BYMONTH", "").split(",") if value})
    gaps = [later - earlier for earlier, later in pairwise([*months, *(month + 12 for month in months[:1])])]
    is_apart = len(months) > 1 and min(gaps) > 1
    return Cadence("year", by=by or (), notes=(*one.notes, "several")) if is_apart else None


def as_stretch(dates: list[Dated], year: int | None) -> list[Dated]:
    """Makes one of "start v 36, klart v 50": two ends without a year."""
    if len(dates) != 2 or year is not None or any(one.dates.is_placed for one in dates):
        return dates
    first, last = dates
    if first.mode not in (Mode.FROM, Mode.START) or last.mode in (Mode.FROM, Mode.START, Mode.AFTER, Mode.BEFORE):
        return dates
    both = from_to(first.dates.periods[0], last.dates.periods[-1])
    return [
        replace(first, dates=both, mode=Mode.IN, notes=(*first.notes, "from"), words=f"{first.words} – {last.words}")
    ]


def moved_to(found: Dated) -> Dated:
    """The date that something is moved to: of "flyttat från maj till oktober" the last one."""
    if found.opening not in ("från", "from", "fra") or found.dates.shape is not Shape.STRETCH:
        return found
    last = Dates((found.dates.periods[-1],))
    return replace(found, dates=last, mode=Mode.IN)


def without_former(found: list[Dated]) -> list[Dated]:
    """Leaves out the date as it was before, and the weekday beside a date, where the date itself is said too."""
    current = [one for one in found if one.mode is not Mode.FORMER] or found
    sure = [one for one in current if not (one.weight is Weight.ALONE and "counted-from-reference" in one.dates.notes)]
    return sure or current
