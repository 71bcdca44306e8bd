"""Gives the dates of a text their days: which year, which end of the window, several dates as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from followup.domain.dates import Kind, When
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.period import Period, Shape
from followup.domain.when.windows import Window

__all__ = ["Placed", "combined", "place", "said_year"]

_DAY = timedelta(days=1)
_NOTE_OF_MODE = {
    Mode.BY: "by",
    Mode.BEFORE: "before",
    Mode.FROM: "from",
    Mode.START: "from",
    Mode.AFTER: "after",
}
_STARTS = (Mode.FROM, Mode.START, Mode.AFTER)
_ENDS = (Mode.BY, Mode.BEFORE, Mode.FINISH)


@dataclass(frozen=True, slots=True)
class Placed:
    """A dated phrase with its days, both inclusive; None for an end that was not said."""

    kind: Kind
    start: date | None
    end: date | None
    notes: tuple[str, ...]
    words: str
    mode: Mode = Mode.IN

    @property
    def when(self) -> When:
        """The same as a value of the domain."""
        return When(self.kind, self.start, self.end, self.words)


def said_year(found: Sequence[Dated]) -> int | None:
    """The year said in the text, where only one was said."""
    turns = [one for one in found if any(period.part.is_turn for period in one.dates.periods)]
    years = {one.dates.year for one in found if one not in turns} - {None}
    return years.pop() if len(years) == 1 else None


def place(found: Dated, reference: date, year: int | None, *, back: bool = False) -> Placed:
    """The days of one dated phrase; `year` is one said elsewhere, `back` looks for a past day.

    Raises:
        ValueError: no such day, week or month; the message is the note's code.
    """
    assumed = not found.dates.is_placed and year is None
    dates = found.dates if year is None else found.dates.in_year(year)
    try:
        window = dates.window(reference, back=back)
        start, end = _ends(found.mode, window, dates.periods[0], dates.periods[-1])
        if assumed and not back and found.mode is Mode.BEFORE and end and end < reference:
            window = dates.window(window[1] + _DAY)
            start, end = _ends(found.mode, window, dates.periods[0], dates.periods[-1])
    except (ValueError, OverflowError):
        raise ValueError(_code(found)) from None
    counted = "from-reference" in dates.notes and found.mode not in _STARTS
    kind = Kind.RANGE if found.mode in _STARTS else dates.kind
    notes = [note for note in dates.notes if note != "from-reference"]
    notes += [*found.notes, *([_NOTE_OF_MODE[found.mode]] if found.mode in _NOTE_OF_MODE else [])]
    notes += ["year-assumed"] if assumed else []
    return Placed(kind, None if counted else start, end, tuple(notes), found.words, found.mode)


def _ends(mode: Mode, window: Window, first: Period, last: Period) -> tuple[date | None, date | None]:
    start, end = window
    if mode is Mode.BY:
        return None, start if last.part.is_turn else end
    if mode is Mode.BEFORE:
        if first.part.is_ending:
            return None, end
        return None, start if first.part.is_turn else start - _DAY
    if mode in (Mode.FROM, Mode.START):
        return (end if first.part.is_turn else start), None
    if mode is Mode.AFTER:
        return (end if last.part.is_turn else end + _DAY), None
    return start, end


def _code(found: Dated) -> str:
    if found.dates.shape is Shape.STRETCH and found.dates.kind is Kind.RANGE:
        return "invalid-range"
    return "invalid-week" if found.dates.periods[0].kind is Kind.WEEK else "invalid-date"


def combined(places: Sequence[Placed]) -> Placed:
    """Several dated phrases of one field as one: start and end, the narrower one, or from first to last."""
    if len(places) == 1:
        return places[0]
    notes = tuple(dict.fromkeys(note for one in places for note in one.notes))
    words = places[0].words
    stretch = _stretch(places)
    if stretch:
        return Placed(Kind.RANGE, *stretch, notes, words)
    narrow = min(places, key=_breadth)
    if all(_within(narrow, other) for other in places):
        return replace(narrow, notes=notes)
    starts = [one.start for one in places if one.start]
    ends = [one.end for one in places if one.end]
    if not starts or not ends or min(starts) > max(ends):
        return replace(places[0], notes=(*places[0].notes, "several"))
    return Placed(Kind.RANGE, min(starts), max(ends), tuple(dict.fromkeys((*notes, "several"))), words)


def _stretch(places: Sequence[Placed]) -> Window | None:
    """Reads "start HT 2026, klart VT 2027"; "VT 2027, senast 31 maj"."""
    starts = [one.start for one in places if one.mode in _STARTS and one.start]
    ends = [one.end for one in places if one.mode in _ENDS and one.end]
    inside = [one for one in places if one.mode not in _STARTS and one.mode not in _ENDS]
    if not starts and ends:
        starts = [one.start for one in inside if one.start]
    elif starts and not ends:
        ends = [one.end for one in inside if one.end]
    if not starts or not ends or min(starts) > max(ends):
        return None
    return min(starts), max(ends)


def _breadth(one: Placed) -> int:
    """Days in the window; a window without one of its ends is the widest."""
    return (one.end - one.start).days if one.start and one.end else 10**6


def _within(inner: Placed, outer: Placed) -> bool:
    if not (inner.start and inner.end):
        return False
    return (not outer.start or outer.start <= inner.start) and (not outer.end or inner.end <= outer.end)
