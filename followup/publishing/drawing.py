"""Draw up calendars: which entries stand in whose, in which language, as the ledger's reminders.

Nothing is written here. Each UID has one content, whoever gets it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from exports.reading import read_event
from followup.domain.questions import OVER
from followup.phrases.book import LANGUAGES
from followup.publishing.calendar_report import Line, Unplaced
from followup.publishing.entries import DUE, FOLLOW_UP, Diary, Owners
from followup.publishing.ledger import withdrawn
from followup.publishing.reminders import UNDONE, entries_of
from followup.publishing.speech import phrases_in
from followup.publishing.wording import Taste, Wording, language_of
from followup.publishing.workdays import Workdays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from exports.sheet import Event
    from followup.domain.actions import Action
    from followup.domain.reminders import Reminder
    from followup.domain.snapshot import Snapshot
    from followup.publishing.entries import Entry
    from followup.publishing.ledger import Identity, Ledger
    from followup.publishing.news import News


@dataclass(frozen=True, slots=True)
class Asked:
    """How calendars are asked for: taste, years ahead, rule of working days, and whose: a plan's (id), some people's.

    With a plan, that plan's calendar and those of its owners are drawn, each whole. `people` (ids) are all that is
    drawn where they are named.
    """

    taste: Taste
    years: int = 5
    working_days: str = "public"
    plan: str = ""
    people: frozenset[str] | None = None


Readers = dict[tuple[Owners, str], list[tuple[str, frozenset[str]]]]
"""Who reads what some people own in a plan (id), by language."""


class Placed(NamedTuple):
    """An entry in a language, "" for the plan's own: its UID, and the people (ids) in whose calendars it stands."""

    uid: str
    entry: Entry
    language: str
    people: frozenset[str]

    @property
    def told(self) -> tuple[Identity, frozenset[str]]:
        """Give what the ledger knows it by, and who is told."""
        return (self.uid, self.entry.action.id, self.entry.kind, self.entry.slot, self.language), self.people


@dataclass(frozen=True, slots=True)
class Voices:
    """Entries put into words: each in its own language, or in that of its plan."""

    wordings: dict[str, Wording]
    languages: dict[str, str]

    @classmethod
    def of(cls, diary: Diary, taste: Taste) -> Voices:
        """Give the voices in which the plans and their owners are spoken to."""
        wordings = {language: Wording(phrases_in(language), diary, taste) for language in LANGUAGES}
        return cls(wordings, {plan.id: language_of(plan) for plan in diary.snapshot.plans.values()})

    def facts(self, placed: Placed) -> str:
        """Give a hash of all that the entry's event is made of."""
        return self._wording(placed).facts(placed.entry)

    def event(self, placed: Placed) -> Event:
        """Give the entry as an event; the ledger sets its stamps and its sequence."""
        return self._wording(placed).event(placed.entry, placed.uid)

    def _wording(self, placed: Placed) -> Wording:
        return self.wordings[placed.language or self.languages[placed.entry.action.plan]]


@dataclass(frozen=True)
class Drawing:
    """What was drawn up: reminders by UID, those to record, and the UIDs of each person's and each plan's calendar.

    `whole` tells that nobody's calendar was left out.
    """

    reminders: dict[str, Reminder]
    news: tuple[Reminder, ...]
    by_person: dict[str, tuple[str, ...]]
    by_plan: dict[str, tuple[str, ...]]
    undated: tuple[Unplaced, ...]
    unowned: tuple[Unplaced, ...]
    whole: bool
    ledger: Ledger
    snapshot: Snapshot
    placed: dict[str, Placed]
    voices: Voices

    def event(self, uid: str) -> Event:
        """Give a reminder as the event that it is now."""
        now = self.reminders[uid]
        event = self.voices.event(self.placed[uid])
        return replace(event, created=now.created, modified=now.modified, sequence=now.sequence)

    def lines(self, news: News) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
        """Name what is new, what is updated and what is withdrawn."""
        return self.named(news.new), self.named(news.updated), self.named(news.withdrawn)

    def now(self, uid: str) -> Reminder | None:
        """Give a reminder as it is now, withdrawn or not; `None` if it was never in the ledger."""
        return self.reminders.get(uid) or self._gone.get(uid) or self.ledger.reminders.get(uid)

    @cached_property
    def _gone(self) -> dict[str, Reminder]:
        return {one.uid: one for one in self.news if one.withdrawn}

    def named(self, uids: Iterable[str]) -> tuple[Line, ...]:
        """Name those of these reminders that are known."""
        return tuple(self.line(uid) for uid in uids if uid in self.reminders or uid in self.ledger.reminders)

    def component(self, uid: str) -> bytes:
        """Give the bytes of a reminder, the same in every calendar it stands in."""
        return self.reminders[uid].component

    def line(self, uid: str) -> Line:
        """Name a reminder, drawn up now or known from before, as a report does; its action may be gone."""
        known = self.reminders.get(uid) or self.ledger.reminders[uid]
        action = self.snapshot.actions.get(known.action)
        event = read_event(known.component)
        return Line(action.label if action else "", known.kind, event.day, event.summary, bool(event.rule))


def draw_up(snapshot: Snapshot, ledger: Ledger, asked: Asked, today: date, now: datetime) -> Drawing:
    """Draw up the calendars asked for, as they should be on that day; `now` is the instant of what is changed."""
    diary = Diary(snapshot, today, Workdays(asked.working_days), date(today.year + asked.years, 12, 31))
    readers: Readers = {}
    actions = snapshot.actions.values()
    placed = [one for action in actions for one in _placed(diary, ledger, action, asked.taste, readers)]
    drawn = _chosen(diary, ledger, asked, placed)
    voices = Voices.of(diary, asked.taste)
    reminders = {
        one.uid: ledger.revised(*one.told, voices.facts(one), partial(voices.event, one), now) for one in drawn.events
    }
    wanted = {one.uid for one in placed}
    gone = [withdrawn(one, now) for one in ledger.reminders.values() if not one.withdrawn and one.uid not in wanted]
    changed = [one for one in reminders.values() if ledger.reminders.get(one.uid) is not one]
    return Drawing(
        reminders=reminders,
        news=(*changed, *gone),
        by_person=drawn.by_person,
        by_plan=drawn.by_plan,
        undated=tuple(_undated(snapshot, placed, asked.plan)),
        unowned=tuple(_unowned(placed, asked.plan)),
        whole=not asked.plan and asked.people is None,
        ledger=ledger,
        snapshot=snapshot,
        placed={one.uid: one for one in drawn.events},
        voices=voices,
    )


def _placed(diary: Diary, ledger: Ledger, action: Action, taste: Taste, readers: Readers) -> Iterator[Placed]:
    """Give the entries of an action: in the plan's language, and in that of each owner who has another."""
    for entry in entries_of(diary, action, taste.warn_days if taste.warn_as_events else ()):
        key = (entry.owners, action.plan)
        if key not in readers:
            readers[key] = _by_language(diary, *key)
        for language, people in readers[key]:
            yield Placed(ledger.uid(entry, language), entry, language, people)


def _by_language(diary: Diary, owners: Owners, plan: str) -> list[tuple[str, frozenset[str]]]:
    people: dict[str, set[str]] = {"": set()}
    for person in owners.people:
        people.setdefault(_other_language(diary, plan, person), set()).add(person)
    return [(language, frozenset(readers)) for language, readers in sorted(people.items())]


def _other_language(diary: Diary, plan: str, person: str) -> str:
    said = diary.snapshot.people[person].language
    own = language_of(diary.snapshot.plans[plan])
    return said if said in LANGUAGES and said != own else ""


@dataclass(frozen=True, slots=True)
class _Chosen:
    events: list[Placed]
    by_person: dict[str, tuple[str, ...]]
    by_plan: dict[str, tuple[str, ...]]


def _chosen(diary: Diary, ledger: Ledger, asked: Asked, placed: list[Placed]) -> _Chosen:
    """Give the calendars asked for, and the entries that stand in any of them or have changed hands."""
    plans: dict[str, list[str]] = {one: [] for one in _plans(diary.snapshot, asked)}
    people: dict[str, list[str]] = {one: [] for one in _people(diary, asked, placed)}
    events = []
    for one in placed:
        shelves = [people[person] for person in one.people if person in people]
        if not one.language and one.entry.action.plan in plans:
            shelves.append(plans[one.entry.action.plan])
        for shelf in shelves:
            shelf.append(one.uid)
        if shelves or ledger.has_other_owners(one.uid, one.people):
            events.append(one)
    return _Chosen(
        events,
        {person: tuple(uids) for person, uids in people.items()},
        {plan: tuple(uids) for plan, uids in plans.items()},
    )


def _plans(snapshot: Snapshot, asked: Asked) -> Iterable[str]:
    if asked.people is not None:
        return ()
    return (asked.plan,) if asked.plan else snapshot.plans


def _people(diary: Diary, asked: Asked, placed: list[Placed]) -> list[str]:
    """Give the people whose calendars are drawn: all who own anything now or later, dated or not."""
    found: dict[str, None] = {}
    for action in diary.snapshot.actions.values():
        if not asked.plan or action.plan == asked.plan:
            for part in (action.responsible, action.follow_up_responsible):
                now = diary.owners_on(part, diary.today).all
                found.update(dict.fromkeys(owner.person for owner in now if owner.person))
    for one in placed:
        if not asked.plan or one.entry.action.plan == asked.plan:
            found.update(dict.fromkeys(sorted(one.people)))
    return [*found] if asked.people is None else sorted(asked.people)


def _undated(snapshot: Snapshot, placed: list[Placed], plan: str) -> Iterator[Unplaced]:
    """Give the deadlines and follow-ups that are open but have no day."""
    dated = {(one.entry.action.id, one.entry.kind) for one in placed}
    for action in snapshot.actions.values():
        if plan and action.plan != plan:
            continue
        if action.status in UNDONE and (action.id, DUE) not in dated:
            yield Unplaced(action.label, DUE, action.due.text)
        named = action.follow_up_text or action.rule or action.first.text
        if action.status not in OVER and named and not action.triggers and (action.id, FOLLOW_UP) not in dated:
            yield Unplaced(action.label, FOLLOW_UP, action.follow_up_text or action.first.text)


def _unowned(placed: list[Placed], plan: str) -> Iterator[Unplaced]:
    """Give what has a day but no person: a role that nobody holds then, or nobody named at all."""
    told = set()
    for one in placed:
        key = (one.entry.action.id, one.entry.kind)
        nobody = not one.entry.owners.people
        if nobody and key not in told and not one.entry.warning and plan in ("", one.entry.action.plan):
            told.add(key)
            yield Unplaced(
                one.entry.action.label, one.entry.kind, ", ".join(owner.role for owner in one.entry.owners.all)
            )
