"""Reads one field whole: puts together what the sentence holds into one reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from followup.domain.dates import Kind
from followup.domain.when.cadence import Cadence
from followup.domain.when.lengths import length
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.placing import Placed, combined, place, said_year
from followup.domain.when.reading import NOT_A_DATE, TRIGGER, Reading
from followup.domain.when.recurring import recurring
from followup.domain.when.reported import reported
from followup.domain.when.sentence import Item, Sign, scan
from followup.domain.when.several import as_stretch, each_year, moved_to, without_former
from followup.domain.when.states import State, StateKind
from followup.domain.when.sureness import is_sure
from followup.domain.when.tokens import LONGEST, Tokens, heal, tokenize
from followup.domain.when.triggers import AFTER_EVENT, ALSO_AFTER, Trigger

__all__ = ["read"]

_BEGUN = frozenset(("påbörjad", "påbörjat", "påbörjades", "startad", "startat", "startade", "började", "inleddes"))
_AFTER_DONE = frozenset(("(", ",", ";", "enligt", "se", "per"))


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
    items = scan(tokens)
    found = _Field(text, tokens, items, in_date_field=in_date_field).reading()
    return _spelt_better(found, tokens, items, in_date_field=in_date_field) or found


_MOST_MISSPELT = 14
"""Tokens; in a longer text there are words enough that only look like those of dates."""


def _spelt_better(found: Reading, tokens: Tokens, items: tuple[Item, ...], *, in_date_field: bool) -> Reading | None:
    """The reading with misspelt words mended, where all the words are understood then and were not before."""
    unknown = [item.start for item in items if item.what is Sign.OTHER and item.end == item.start + 1]
    if not unknown or len(tokens) > _MOST_MISSPELT:
        return None
    from followup.domain.when.spelling import respelt

    mended = respelt(tokens, unknown)
    if mended == tokens:
        return None
    again = _Field(found.text, mended, scan(mended), in_date_field=in_date_field)
    reading = again.reading()
    is_better = reading.kind != NOT_A_DATE and not again.others
    return replace(reading, notes=(*reading.notes, "misspelt", "uncertain")) if is_better else None


class _Field:
    """The items of one field, sorted by what they are."""

    __slots__ = ("_items", "_reference", "_text", "_tokens", "cadences", "dates", "others", "states", "triggers")

    def __init__(self, text: str, tokens: Tokens, items: tuple[Item, ...], *, in_date_field: bool) -> None:
        self._text, self._reference, self._tokens, self._items = text, tokens.reference, tokens, items
        self.others = any(item.what is Sign.OTHER for item in items)
        self.cadences = [item.what for item in items if isinstance(item.what, Cadence)]
        self.triggers = [item.what for item in items if isinstance(item.what, Trigger)]
        self.dates = self._sure_dates(in_date_field=in_date_field)
        self.states = self._sure_states()
        if not in_date_field and not self.cadences and (yearly := each_year(self.dates)):
            self.cadences, self.dates = [yearly], []

    def _sure_dates(self, *, in_date_field: bool) -> list[Dated]:
        found = (
            item.what
            for place_, item in enumerate(self._items)
            if isinstance(item.what, Dated)
            and is_sure(item.what, place_, self._items, self._tokens, in_date_field=in_date_field)
        )
        return without_former(list(found))

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
            if one is self._items[0].what and self._tokens.word(self._items[0].end) in _AFTER_DONE:
                return True  # "Klart (se protokoll 2026-09-14)"
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
        after = self._length_after_event()
        if after:
            again = self._words_of(self.dates[0])
            triggers = (*rest.triggers, again) if self.dates[0].opening in ALSO_AFTER else rest.triggers
            return self._undated(replace(rest, length=rest.length or after, triggers=triggers))
        is_only_late = self._is("status:late") and not self._is("moved")
        if self.dates and not (is_only_late and not self.dates[0].dates.is_placed):
            return self._dated(rest)
        return self._undated(rest)

    def _length_after_event(self) -> str:
        """Of "efter avslutad placering, inom 2 veckor": how long, ISO 8601; it is counted from the event."""
        if len(self.dates) != 1 or "counted-from-reference" not in self.dates[0].dates.notes or not self.triggers:
            return ""
        is_after = self.triggers[0].text.lower().startswith(AFTER_EVENT) or self.dates[0].opening in ALSO_AFTER
        event = next(item.start for item in self._items if isinstance(item.what, Trigger))
        if not is_after or event > self.dates[0].start:
            return ""
        places = range(self.dates[0].start, self.dates[0].end)
        said = next((found for place_ in places if (found := length(self._tokens, place_))), None)
        return said[0].iso if said else ""

    def _words_of(self, found: Dated) -> str:
        return self._tokens.slice(found.start, found.end)

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
        dates = [moved_to(self.dates[-1])] if self._is("moved") else led or self.dates
        dates = as_stretch(dates, year)
        places = [place(one, self._reference, year, back=self._is_past(one, year)) for one in dates]
        found = self._begun(combined(places))
        first = next((one.when for one, said in zip(places, dates, strict=True) if said.is_first), None)
        status = reported(rest.status, found, self._text, self._reference)
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

    def _has_begun(self, found: Dated) -> bool:
        """True for "påbörjad i september": a past that stands right before the day."""
        return self._is("in_progress") and self._tokens.word(found.start - 1) in _BEGUN

    def _said_since(self, found: Dated) -> bool:
        return self._tokens.word(found.start - 1) in ("sedan", "since", "siden")

    def _is_past(self, found: Dated, year: int | None) -> bool:
        """A day without its year beside "klart" lies behind where that is nearer than ahead."""
        done = any(one.code == "done" and one.kind is StateKind.STATUS for one in self.states)
        if (self._is("done") and self._said_since(found)) or self._has_begun(found):
            return not found.dates.is_placed
        if not done or found.dates.is_placed or year is not None or found.mode is Mode.BY:
            return False
        back = place(found, self._reference, None, back=True)
        ahead = place(found, self._reference, None)
        behind, before = back.end or back.start, ahead.start or ahead.end
        if not behind or not before:
            return False
        return self._reference - behind <= before - self._reference
