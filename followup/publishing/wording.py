"""Entries in the owner's words: title, description and alarms of a calendar event.

The same entry in the same language is the same event, whoever gets it: joint owners see one thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from exports.sheet import Alarm, Event
from followup.domain.actions import Status
from followup.phrases.book import LANGUAGES, Phrases
from followup.present.dates import window_words
from followup.present.rules import rule_words
from followup.publishing.entries import DUE, Diary, Entry

if TYPE_CHECKING:
    from followup.domain.actions import Action, Plan

_UNSTAMPED = datetime(1970, 1, 1, tzinfo=UTC)
_FORMAT = "2"
"""Rises when the same event is written in other bytes, so that components kept from before are written anew."""
_USED = ("calendar", "month", "month_short", "date", "rule")
"""The tables of the phrases that a wording may use."""
_TITLE_LENGTH = 100
_WORDS_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Taste:
    """How reminders are worded: alarms (days before, the hour they ring), who to tell, and whether texts are left out.

    `organizer` is the name, and perhaps the address, of whom owners tell when something is done.
    """

    warn_days: tuple[int, ...] = (7, 1)
    warn_hour: int = 9
    warn_as_events: bool = False
    organizer: str = ""
    private: bool = False


@dataclass
class Wording:
    """One language's way of saying entries; texts that several entries share are made once."""

    phrases: Phrases
    diary: Diary
    taste: Taste
    _bodies: dict[str, str] = field(default_factory=dict)
    _own: dict[str, str] = field(default_factory=dict)

    @cached_property
    def manner(self) -> str:
        """All that decides how entries are worded, but for the entries: the words themselves and the taste."""
        words = [sorted(self.phrases.all(table).items()) for table in _USED]
        areas = {area.id: area.name or area.code for area in self.diary.snapshot.areas.values()}
        plans = {plan.id: (plan.key, _plan_words(plan), plan.language) for plan in self.diary.snapshot.plans.values()}
        return _hashed(repr((_FORMAT, self.phrases.language, words, self.taste, areas, plans)))

    def facts(self, entry: Entry) -> str:
        """Give a hash of all that the entry's event is made of: the same facts are the same event."""
        days = f"{entry.day.toordinal()} {entry.start.toordinal()} {entry.end.toordinal()} {entry.warning}"
        said = f"{entry.owners.words}\0{entry.words}\0{entry.trigger}"
        series = (entry.rule, entry.until, entry.excluded, entry.slot) if entry.rule or entry.warning else ""
        return _hashed(f"{self._facts_of(entry.action)}\0{days}\0{said}\0{entry.kind}\0{series}")

    def _facts_of(self, action: Action) -> str:
        """Give a hash of what all entries of an action share, and how they are worded."""
        if action.id not in self._own:
            paused = action.status is Status.PAUSED
            own = (action.label, action.plan, action.area, paused, action.measure, action.requirement)
            said = (action.due.text, action.follow_up_text, action.rule)
            self._own[action.id] = _hashed(repr((self.manner, own, said)))
        return self._own[action.id]

    def event(self, entry: Entry, uid: str) -> Event:
        """Give the entry as an event; the ledger sets its stamps and its sequence."""
        title = self.title(entry)
        rule = f"{entry.rule};UNTIL={entry.until:%Y%m%d}" if entry.until else entry.rule
        area = self.diary.snapshot.areas.get(entry.action.area)
        return Event(
            uid=uid,
            day=entry.day,
            summary=title,
            created=_UNSTAMPED,
            modified=_UNSTAMPED,
            description=self._description(entry),
            rule=rule,
            excluded=entry.excluded,
            alarms=self._rings(entry, title),
            categories=(area.name or area.code,) if area and not self.taste.private else (),
            private=self.taste.private,
        )

    def title(self, entry: Entry) -> str:
        """Give the title: label, what it is, the window as the plan says it, and the first words of the action."""
        label = entry.action.label
        if self.taste.private:
            title = self.phrases("calendar.private_due" if entry.kind == DUE else "calendar.private", label=label)
        else:
            title = f"{self._heading(entry)}: {_shortened(entry.action.measure or entry.action.requirement)}"
        return self.phrases.count("calendar.warning", entry.warning, title=title) if entry.warning else title

    def _heading(self, entry: Entry) -> str:
        kind = entry.slot.partition("/")[0] if entry.warning else entry.kind
        if kind == DUE:
            return self._due_heading(entry)
        if entry.rule:
            return self.phrases("calendar.follow_up_series", label=entry.action.label)
        when = self._when(entry)
        if entry.trigger:
            trigger = _shortened(entry.trigger, _WORDS_LENGTH)
            return self.phrases("calendar.follow_up_trigger", label=entry.action.label, when=when, trigger=trigger)
        return self.phrases("calendar.follow_up", label=entry.action.label, when=when)

    def _due_heading(self, entry: Entry) -> str:
        """Give "D3 senast maj 2026"; "D3 klart före sommaren" where the plan says it with such a word."""
        paused = entry.action.status is Status.PAUSED
        label = self.phrases("calendar.paused", label=entry.action.label) if paused else entry.action.label
        when = self._when(entry)
        by_itself = when.partition(" ")[0] in self.phrases("calendar.word.before").split()
        return self.phrases("calendar.due_said" if by_itself else "calendar.due", label=label, when=when)

    def _when(self, entry: Entry) -> str:
        """Give the window as the plan says it, if it says it shortly and in this language."""
        words = entry.words.split()
        while words and words[0].casefold() in self.phrases("calendar.word.by").split():
            del words[0]
        said = " ".join(words)
        own = self.phrases.language == language_of(self.diary.snapshot.plans[entry.action.plan])
        if not own or not said or len(said) > _WORDS_LENGTH:
            return window_words(entry.start, entry.end, self.phrases)
        return self._lowered(said)

    def _lowered(self, said: str) -> str:
        """Give words as they stand inside a sentence: "Maj 2026" becomes "maj 2026"; "HT 2026" and "May 2026" stay."""
        first, _, rest = said.partition(" ")
        if first.casefold().rstrip(".,") in self._proper or not first.rstrip(".,")[1:].islower():
            return said
        return f"{first.lower()} {rest}".strip()

    @cached_property
    def _proper(self) -> frozenset[str]:
        """The words of time that the language writes with a capital."""
        return frozenset(self.phrases("calendar.word.proper").split())

    def _rings(self, entry: Entry, title: str) -> tuple[Alarm, ...]:
        days = (1,) if entry.warning else self.taste.warn_days
        return tuple(
            Alarm(one, self.taste.warn_hour, self.phrases.count("calendar.alarm", one, title=title)) for one in days
        )

    def _description(self, entry: Entry) -> str:
        action = entry.action
        if action.id not in self._bodies:
            self._bodies[action.id] = self._body(action)
        due = entry.kind == DUE or entry.slot.startswith(DUE)
        who = entry.owners.words
        owners = self.phrases("calendar.responsible" if due else "calendar.follow_up_by", who=who)
        done = self._what_when_done(action, due=due)
        return "\n\n".join(
            part for part in (self._bodies[action.id], "" if self.taste.private else owners, done) if part
        )

    def _body(self, action: Action) -> str:
        """Give what is said of the action in every entry of it: where it stands, what, why, when."""
        plan = self.diary.snapshot.plans[action.plan]
        where = self.phrases("calendar.where", label=f"{plan.key}/{action.label}", plan=_plan_words(plan))
        if self.taste.private:
            return where
        what = self.phrases("calendar.what", text=action.measure) if action.measure else ""
        why = self.phrases("calendar.why", text=action.requirement) if action.requirement else ""
        return "\n\n".join(part for part in (where, what, why, "\n".join(self._dates(action))) if part)

    def _dates(self, action: Action) -> list[str]:
        rule = action.follow_up_text or rule_words(action.rule, self.phrases)
        said = (("calendar.due_line", action.due.text), ("calendar.rule_line", " ".join(rule.split())))
        return [self.phrases(key, text=text) for key, text in said if text]

    def _what_when_done(self, action: Action, *, due: bool) -> str:
        who = self.taste.organizer or self.phrases("calendar.director")
        return self.phrases("calendar.when_done" if due else "calendar.when_held", label=action.label, who=who)


def _hashed(facts: str) -> str:
    return blake2b(facts.encode(errors="backslashreplace"), digest_size=16).hexdigest()


def language_of(plan: Plan) -> str:
    """Give the language of a plan, Swedish where it is none that the program speaks."""
    return plan.language if plan.language in LANGUAGES else LANGUAGES[0]


def _plan_words(plan: Plan) -> str:
    return ", ".join(dict.fromkeys(part for part in (plan.title, plan.unit) if part)) or plan.key


def _shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """Give the first words of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
