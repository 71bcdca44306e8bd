"""A date that keeps the precision it was written with.

"Maj 2026" is the window 2026-05-01..2026-05-31 with its words kept, never a day that nobody said.
This module is on the path of the status line: it imports the standard library's cheapest parts only
and must never read the clock or parse text (followup.domain.when does that).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Kind", "When"]


class Kind(StrEnum):
    """How precise a date is; the values are written to files and must not change."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    HALF_YEAR = "half-year"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"
    NONE = "none"

    __hash__ = str.__hash__
    """An Enum's own is written in Python, and dates are looked up by thousands."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as it was written: a window of whole days, both ends inclusive, and its words.

    A deadline ("senast 31 maj") has an end and no start; "från och med september" has a start and no
    end; open ("snarast") and none have neither.

    Raises:
        ValueError: the window ends before it starts, or an open or absent date was given days.
    """

    kind: Kind
    start: date | None
    end: date | None
    text: str

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"window ends before it starts: {self.start}..{self.end}")
        if self.kind in (Kind.OPEN, Kind.NONE) and (self.start or self.end):
            raise ValueError(f"a date of kind {self.kind} has no days")

    @classmethod
    def no_date(cls, text: str = "") -> When:
        """Nothing agreed: an empty cell, "TBD", a status word; its words kept."""
        return cls(Kind.NONE, None, None, text)

    @classmethod
    def open_ended(cls, text: str) -> When:
        """Said ("snarast", "löpande", "tills vidare") without a day, and none is invented."""
        return cls(Kind.OPEN, None, None, text)

    @classmethod
    def on(cls, day: date, text: str = "") -> When:
        """One day; its ISO form where no words are given."""
        return cls(Kind.DAY, day, day, text or day.isoformat())

    @property
    def is_dated(self) -> bool:
        """True where at least one end of the window is known."""
        return self.start is not None or self.end is not None

    @property
    def first_day(self) -> date | None:
        """The first day it can be: the start, else the end (a deadline is one day to wait for)."""
        return self.start or self.end

    @property
    def last_day(self) -> date | None:
        """The last day it is not late; None where no end was said."""
        return self.end

    def is_over(self, today: date) -> bool:
        """True when `today` is after the last day; a date without an end is never over."""
        return self.end is not None and self.end < today

    def contains(self, day: date) -> bool:
        """True when `day` lies in the window; an unknown end is unlimited, no date contains nothing."""
        if not self.is_dated:
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
