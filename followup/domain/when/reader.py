"""Reads one field whole: puts together what the sentence holds into one reading."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from followup.domain.dates import Kind
from followup.domain.when.cadence import Cadence
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.period import Weight, from_to
from followup.domain.when.placing import Placed, combined, place, said_year
from followup.domain.when.reading import NOT_A_DATE, TRIGGER, Reading
from followup.domain.when.recurring import recurring
from followup.domain.when.sentence import Item, Sign, scan
from followup.domain.when.states import State, StateKind
from followup.domain.when.tokens import LONGEST, heal, tokenize
from followup.domain.when.triggers import Trigger

__all__ = ["read"]

_AMBIGUOUS_MONTHS = frozenset(("mars",))
_FOLLOWED = re.compile(
    r"(?i)[,.;]\s*(?:följs upp|uppföljning|utvärderas|stäms av|avstämning|review|follow(?:ed)?[ -]up)\b"
)
"""After a status: the day that follows is when it is followed up, not when it is to be done."""


def read(text: str, reference: date, *, in_date_field: bool = False) -> Reading:
    """How a date, a cadence or a whole follow-up field is read; never raises.

    `reference` is the day that missing years and "om en månad" count from: the plan's date.
    `in_date_field` says that the text is a date column's cell, where "mars" is the month.
    """
    if len(text) > LONGEST:
        return Reading(text, NOT_A_DATE, notes=("too-long",))
    tokens = tokenize(heal(text), reference)
    if not len(tokens):
        return Reading(text, Kind.NONE.value, notes=("no-date",))
    return _Field(text, reference, scan(tokens), in_date_field=in_date_field).reading()


class _Field:
    """The items of one field, sorted by what they are."""

    __slots__ = ("_items", "_reference", "_text", "cadences", "dates", "others", "states", "triggers")

    def __init__(self, text: str, reference: date, items: tuple[Item, ...], *, in_date_field: bool) -> None:
        self._text, self._reference, self._items = text, reference, items
        self.others = any(item.what is Sign.OTHER for item in items)
        self.cadences = [item.what for item in items if isinstance(item.what, Cadence)]
        self.triggers = [item.what for item in items if isinstance(item.what, Trigger)]
        self.dates = self._sure_dates(in_date_field=in_date_field)
        self.states = self._sure_states()

    def _sure_dates(self, *, in_date_field: bool) -> list[Dated]:
        found = []
        for place_, item in enumerate(self._items):
            if isinstance(item.what, Dated) and self._is_sure(item.what, place_, in_date_field=in_date_field):
                found.append(item.what)
        return _without_former(found)

    def _is_sure(self, found: Dated, place_: int, *, in_date_field: bool) -> bool:
        if found.weight is Weight.SURE:
            return True
        if found.weight is Weight.LAST:
            following = self._items[place_ + 1].what if place_ + 1 < len(self._items) else None
            return following is not Sign.OTHER
        if self.others:
            return False
        lone = len(self._items) == 1 and found.words.lower().rstrip(".") in _AMBIGUOUS_MONTHS
        return in_date_field or not (lone and found.mode is Mode.IN and found.start == 0 and found.end <= 2)

    def _sure_states(self) -> list[State]:
        said = [item.what for item in self._items if isinstance(item.what, State)]
        return [one for one in said if self._counts(one)]

    def _counts(self, one: State) -> bool:
        """Whether a state word is said of the action, and is not a word of a longer sentence."""
        if one.kind is StateKind.NONE or one.kind is StateKind.REFERENCE:
            return not (self.others or self.dates or self.cadences or self.triggers)
        if one.kind is StateKind.MOVED:
            return bool(self.dates)
        if one.kind is StateKind.STATUS and one.code in ("done", "planned"):
            return not (self.others or self.triggers or self.cadences)
        if one.kind is StateKind.STATUS:
            return one.is_sure or not (self.others or self.triggers or self.cadences)
        return one.is_sure or not (self.others or self.triggers or self.cadences or self.dates)

    def reading(self) -> Reading:
        """The one reading of the field."""
        notes = ["other-words"] if self.others else []
        triggers = tuple(dict.fromkeys(one.text for one in self.triggers))
        length = next((one.length for one in self.triggers if one.length), "")
        rest = Reading(self._text, NOT_A_DATE, triggers=triggers, notes=tuple(notes), length=length)
        rest = self._with_states(rest)
        try:
            return self._filled(rest)
        except ValueError as invalid:
            return self._undated(replace(rest, notes=(*rest.notes, str(invalid))))

    def _filled(self, rest: Reading) -> Reading:
        said = [one for one in self.cadences if one.is_said]
        if said or (self.cadences and not self.triggers):
            return recurring(rest, said or self.cadences, self.dates, self._reference, then=self._has_then())
        if self.dates and not (self._is("status:late") and not self.dates[0].dates.is_placed):
            return self._dated(rest)
        return self._undated(rest)

    def _has_then(self) -> bool:
        return any(item.what is Sign.THEN for item in self._items)

    def _is(self, code: str) -> bool:
        return any(one.code == code for one in self.states)

    def _with_states(self, rest: Reading) -> Reading:
        """Status and notes of the state words."""
        notes = [one.code for one in self.states if one.kind is not StateKind.STATUS]
        status = next((one.code for one in self.states if one.kind is StateKind.STATUS), "")
        return replace(rest, status=status, notes=(*rest.notes, *notes))

    def _undated(self, rest: Reading) -> Reading:
        """A trigger, an open word, a status or nothing at all."""
        if rest.triggers:
            after = ("after-event",) if rest.length else ()
            return replace(rest, kind=TRIGGER, notes=(*rest.notes, *after))
        if any(one.kind is StateKind.OPEN for one in self.states):
            return replace(rest, kind=Kind.OPEN.value)
        kinds = {one.kind for one in self.states} - {StateKind.MOVED}
        if kinds:
            return replace(rest, kind=Kind.NONE.value)
        kept = tuple(note for note in rest.notes if note.startswith("invalid"))
        return replace(rest, notes=kept)

    def _dated(self, rest: Reading) -> Reading:
        year = said_year(self.dates)
        led = [one for one in self.dates if one.is_first]
        dates = self.dates[-1:] if self._is("moved") else led or self.dates
        dates = _as_stretch(dates, year)
        places = [place(one, self._reference, year, back=self._is_past(one, year)) for one in dates]
        found = self._begun(combined(places))
        first = next((one.when for one, said in zip(places, dates, strict=True) if said.is_first), None)
        status = self._status(rest.status, found)
        notes = tuple(dict.fromkeys((*rest.notes, *found.notes)))
        return replace(
            rest, kind=found.kind.value, start=found.start, end=found.end, first=first, status=status, notes=notes
        )

    def _begun(self, found: Placed) -> Placed:
        """Of "påbörjat mars 2026": a day that lies behind is when it began, not when it is to be done."""
        codes = {one.code for one in self.states if one.kind is StateKind.STATUS}
        if codes != {"in_progress"} or found.mode is not Mode.IN or not found.start or not found.end:
            return found
        if found.end >= self._reference or found.kind is Kind.RANGE:
            return found
        return replace(found, kind=Kind.RANGE, end=None, notes=(*found.notes, "from"), mode=Mode.FROM)

    def _is_past(self, found: Dated, year: int | None) -> bool:
        """A day without its year beside "klart" lies behind where that is nearer than ahead."""
        done = any(one.code == "done" and one.kind is StateKind.STATUS for one in self.states)
        if not done or found.dates.is_placed or year is not None or found.mode is Mode.BY:
            return False
        back = place(found, self._reference, None, back=True)
        ahead = place(found, self._reference, None)
        behind, before = back.end or back.start, ahead.start or ahead.end
        if not behind or not before:
            return False
        return self._reference - behind <= before - self._reference

    def _status(self, status: str, found: Placed) -> str:
        """Not done: "klart senast maj" and "klart" of a day to come are no report of the past."""
        if status != "done":
            return status
        begins = found.start or found.end
        if _FOLLOWED.search(self._text):
            return status
        is_deadline = found.mode in (Mode.BY, Mode.BEFORE) or "from" in found.notes
        return "" if is_deadline or (begins and begins > self._reference) else status


def _as_stretch(dates: list[Dated], year: int | None) -> list[Dated]:
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


def _without_former(found: list[Dated]) -> list[Dated]:
    """Leaves out the date as it was before, and the weekday beside a date, where the date itself is said too."""
    current = [one for one in found if one.mode is not Mode.FORMER] or found
    sure = [one for one in current if not (one.weight is Weight.ALONE and "counted-from-reference" in one.dates.notes)]
    return sure or current
