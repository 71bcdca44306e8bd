"""A period as it was said: perhaps without its year; and how the year is found.

A missing year counts from the reference: the first such period that ends on or after it. A year said
elsewhere in the same expression wins. In a stretch the end is placed first, then the start before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from followup.domain.dates import Kind
from followup.domain.when.windows import Window

__all__ = ["Dates", "Part", "Period", "Shape", "Weight", "fixed", "from_to"]

_YEARS_AHEAD = 10


class Weight(IntEnum):
    """How surely the words are a date when other words stand beside them."""

    ALONE = 0  # only when nothing else stands there: "2026", "5.9", "maj"
    LAST = 1  # also after other words, not before them: "APT 12/3"
    SURE = 2


class Shape(IntEnum):
    """How several periods hang together."""

    ONE = 0
    STRETCH = 1
    LIST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """What a period gives a yearly rule: RRULE parts such as ("BYMONTH", "3"); and its turns."""

    by: tuple[tuple[str, str], ...] = ()
    is_turn: bool = False  # the turn between two periods: two days
    is_ending: bool = False  # "slutet av": before it means before it is over


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its window in a year, the year where said, and how sure it is."""

    kind: Kind
    window: Callable[[int], Window]
    year: int | None = None
    until_year: int | None = None
    part: Part = Part()
    notes: tuple[str, ...] = ()
    weight: Weight = Weight.SURE
    has_no_year: bool = False  # counted from the reference, so a year never applies

    def in_year(self, year: int, until: int | None = None) -> Period:
        """The same period with its year said, which makes it sure."""
        return replace(self, year=year, until_year=until, weight=Weight.SURE)

    def noting(self, *notes: str) -> Period:
        """The same period with more notes."""
        return replace(self, notes=self.notes + notes)

    @property
    def is_placed(self) -> bool:
        """True when no year has to be assumed."""
        return self.has_no_year or self.year is not None

    def placed(self, year: int) -> Window:
        """The window, in `year` where none was said.

        Raises:
            ValueError: no such window in that year.
        """
        return self.window(self.year if self.year is not None else year)

    def first_ending_from(self, day: date) -> Window:
        """The first window that ends on or after `day`; the said year where there is one."""
        if self.is_placed:
            return self.placed(day.year)
        for year in range(max(day.year - 1, 1), min(day.year + _YEARS_AHEAD, 9999)):
            window = self._window_or_none(year)
            if window and window[1] >= day:
                return window
        raise ValueError("no such window in any near year")

    def last_starting_by(self, day: date) -> Window:
        """The last window that starts on or before `day`; the said year where there is one."""
        if self.is_placed:
            return self.placed(day.year)
        for year in range(min(day.year, 9998), max(day.year - _YEARS_AHEAD, 0), -1):
            window = self._window_or_none(year)
            if window and window[0] <= day:
                return window
        raise ValueError("no such window in any near year")

    def _window_or_none(self, year: int) -> Window | None:
        try:
            return self.window(year)
        except (ValueError, OverflowError):
            return None


def fixed(kind: Kind, window: Window, *notes: str) -> Period:
    """A period that is already placed: "idag", "denna vecka"."""
    return Period(kind, lambda _: window, notes=notes, has_no_year=True)


@dataclass(frozen=True, slots=True)
class Dates:
    """One period, a stretch from one to another, or a list of them."""

    periods: tuple[Period, ...]
    shape: Shape = Shape.ONE

    @property
    def kind(self) -> Kind:
        """The period's own precision; several make a range."""
        return self.periods[0].kind if self.shape is Shape.ONE else Kind.RANGE

    @property
    def notes(self) -> tuple[str, ...]:
        """Every period's notes; a list says that it is one."""
        own = tuple(note for period in self.periods for note in period.notes)
        return own + (("several",) if self.shape is Shape.LIST else ())

    @property
    def weight(self) -> Weight:
        """The surest period's weight; two years joined are more than one number."""
        if self.shape is Shape.STRETCH and self.periods[0].kind is Kind.YEAR:
            return Weight.LAST
        return max(period.weight for period in self.periods)

    @property
    def year(self) -> int | None:
        """The year said, where one was."""
        said = [period.year for period in self.periods if period.year is not None]
        return said[-1] if said else None

    @property
    def is_placed(self) -> bool:
        """True when some period needs no assumed year: the others follow it."""
        return any(period.is_placed for period in self.periods)

    def in_year(self, year: int) -> Dates:
        """The same dates, the last one in `year` unless a year was said."""
        if self.is_placed:
            return self
        return replace(self, periods=(*self.periods[:-1], self.periods[-1].in_year(year)))

    def window(self, reference: date, *, back: bool = False) -> Window:
        """The window from the first day to the last; `back` places a missing year in the past.

        Raises:
            ValueError: a part of it does not exist, or it would end before it starts.
        """
        last = self.periods[-1]
        if self.shape is Shape.LIST and not self.is_placed and not back:
            return _hull([period.first_ending_from(reference) for period in self.periods])
        if not last.is_placed and self.is_placed:
            return self._forward(reference)
        windows = [last.last_starting_by(reference) if back else last.first_ending_from(reference)]
        for period in reversed(self.periods[:-1]):
            windows.append(period.last_starting_by(windows[-1][0]))
        if self.shape is Shape.STRETCH and windows[-1][0] > windows[0][1]:
            raise ValueError("ends before it starts")
        return _hull(windows)

    def _forward(self, reference: date) -> Window:
        """A year said on an earlier period only: the later ones follow it."""
        windows = [self.periods[0].first_ending_from(reference)]
        for period in self.periods[1:]:
            windows.append(period.first_ending_from(windows[-1][0]))
        return _hull(windows)


def _hull(windows: list[Window]) -> Window:
    """From the first day of any to the last day of any."""
    return min(start for start, _ in windows), max(end for _, end in windows)


def from_to(first: Period, last: Period) -> Dates:
    """A stretch; "nov–feb 2026/27" gives the first year to the start and the second to the end."""
    if last.year is not None and last.until_year is not None and first.year is None:
        return Dates((first.in_year(last.year), last.in_year(last.until_year)), Shape.STRETCH)
    return Dates((first, last), Shape.STRETCH)
