"""Draw up calendars: which entries stand in whose, in which language, as the ledger's reminders.

Nothing is written here. Each UID has one content, whoever gets it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from followup.domain.questions import OVER
from followup.phrases.book import LANGUAGES, Phrases
from followup.publishing.calendar_report import Line, Unplaced
from followup.publishing.entries import DUE, FOLLOW_UP, Diary
from followup.publishing.ledger import revised, uid_of, withdrawn
from followup.publishing.reminders import UNDONE, entries_of
from followup.publishing.wording import Taste, Wording, language_of
from followup.publishing.workdays import Workdays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from followup.domain.actions import Action
    from followup.domain.reminders import Reminder
    from followup.domain.snapshot import Snapshot
    from followup.publishing.entries import Entry
    from followup.publishing.ledger import Ledger


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


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in a language: its UID, and the ids of the people whose calendars it stands in."""

    uid: str
    entry: Entry
    language: str
    own: bool
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn up: reminders by UID, those to record, and the UIDs of each person's and each plan's calendar.

    `lines` names each reminder for a report. `whole` tells that nothing was left out.
    """

    reminders: dict[str, Reminder]
    news: tuple[Reminder, ...]
    by_person: dict[str, tuple[str, ...]]
    by_plan: dict[str, tuple[str, ...]]
    lines: dict[str, Line]
    undated: tuple[Unplaced, ...]
    unowned: tuple[Unplaced, ...]
    whole: bool


def draw_up(snapshot: Snapshot, ledger: Ledger, asked: Asked, today: date, now: datetime) -> Drawing:
    """Draw up the calendars asked for, as they should be on that day; `now` is the instant of what is changed."""
    diary = Diary(snapshot, today, Workdays(asked.working_days), date(today.year + asked.years, 12, 31))
    placed = [one for action in snapshot.actions.values() for one in _placed(diary, action, asked.taste)]
    drawn = _chosen(diary, asked, placed)
    reminders, lines = _worded(diary, ledger, asked.taste, drawn.events, now)
    wanted = {one.uid for one in placed}
    gone = [withdrawn(one, now) for one in ledger.reminders.values() if not one.withdrawn and one.uid not in wanted]
    changed = [one for one in reminders.values() if ledger.reminders.get(one.uid) is not one]
    return Drawing(
        reminders=reminders,
        news=(*changed, *gone),
        by_person=drawn.by_person,
        by_plan=drawn.by_plan,
        lines=lines,
        undated=tuple(_undated(snapshot, placed, asked.plan)),
        unowned=tuple(_unowned(placed, asked.plan)),
        whole=not asked.plan and asked.people is None,
    )


def _placed(diary: Diary, action: Action, taste: Taste) -> Iterator[Placed]:
    plan_language = language_of(diary.snapshot.plans[action.plan])
    for entry in entries_of(diary, action, taste.warn_days if taste.warn_as_events else ()):
        people: dict[str, set[str]] = {plan_language: set()}
        for owner in entry.owners:
            if owner.person:
                said = diary.snapshot.people[owner.person].language
                people.setdefault(said if said in LANGUAGES else plan_language, set()).add(owner.person)
        for language, readers in people.items():
            own = language == plan_language
            yield Placed(uid_of(entry, "" if own else language), entry, language, own, frozenset(readers))


@dataclass(frozen=True, slots=True)
class _Chosen:
    events: list[Placed]
    by_person: dict[str, tuple[str, ...]]
    by_plan: dict[str, tuple[str, ...]]


def _chosen(diary: Diary, asked: Asked, placed: list[Placed]) -> _Chosen:
    """Give the calendars asked for, and the entries that stand in any of them."""
    plans: dict[str, list[str]] = {one: [] for one in _plans(diary.snapshot, asked)}
    people: dict[str, list[str]] = {one: [] for one in _people(diary, asked, placed)}
    events = []
    for one in placed:
        shelves = [people[person] for person in one.people if person in people]
        if one.own and one.entry.action.plan in plans:
            shelves.append(plans[one.entry.action.plan])
        for shelf in shelves:
            shelf.append(one.uid)
        if shelves:
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
                now = diary.owners_on(part, diary.today)
                found.update(dict.fromkeys(owner.person for owner in now if owner.person))
    for one in placed:
        if not asked.plan or one.entry.action.plan == asked.plan:
            found.update(dict.fromkeys(sorted(one.people)))
    return [*found] if asked.people is None else sorted(asked.people)


def _worded(
    diary: Diary, ledger: Ledger, taste: Taste, placed: list[Placed], now: datetime
) -> tuple[dict[str, Reminder], dict[str, Line]]:
    wordings = {language: Wording(Phrases(language), diary, taste) for language in LANGUAGES}
    reminders: dict[str, Reminder] = {}
    lines: dict[str, Line] = {}
    for one in placed:
        event = wordings[one.language].event(one.entry, one.uid)
        known = ledger.reminders.get(one.uid)
        reminders[one.uid] = revised(known, one.entry, "" if one.own else one.language, event, now)
        recurs = bool(one.entry.rule)
        lines[one.uid] = Line(one.entry.action.label, one.entry.kind, one.entry.day, event.summary, recurs)
    return reminders, lines


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
        nobody = not any(owner.person for owner in one.entry.owners)
        if nobody and key not in told and not one.entry.warning and plan in ("", one.entry.action.plan):
            told.add(key)
            yield Unplaced(one.entry.action.label, one.entry.kind, ", ".join(owner.role for owner in one.entry.owners))
