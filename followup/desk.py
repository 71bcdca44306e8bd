"""The one desk: what can be asked of the program, for both chairs. Rules, SQL and file formats live elsewhere.

What only some questions need is imported when they are asked: the status line pays for every import up here.

A desk remembers the last snapshot it gave and reads anew only when the database has moved on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from json import dumps, loads
from threading import RLock
from typing import TYPE_CHECKING, Any

from followup.clock import end_of_day
from followup.domain.changes import ChangeSet, Refused, in_force, invert, next_redo, next_undo, refuse
from followup.domain.snapshot import Snapshot, StaleChangeError, apply, recounted, rewind
from followup.domain.trouble import Trouble
from followup.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from followup.clock import Clock
    from followup.domain.actions import Action, Plan
    from followup.domain.changes import Change
    from followup.domain.commands import Command
    from followup.domain.drafts import Draft
    from followup.domain.reissue import Match
    from followup.domain.when import Reading
    from followup.phrases.book import Phrases
    from followup.present.agenda import Item
    from followup.present.history import Entry
    from followup.present.people import PersonRow
    from followup.publishing.calendar_report import CalendarReport
    from followup.settings import Settings
    from followup.store.copies import Health, StoredCopy


@dataclass(frozen=True, slots=True)
class Glance:
    """The first actions, for the first paint, and how many there are in all."""

    snapshot: Snapshot
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an asking: the snapshot after it, and the set that was made or why it was refused."""

    snapshot: Snapshot
    made: ChangeSet | None = None
    refused: Refused | None = None


class Desk:
    """One user at one database. May be used from several threads; writes wait for each other."""

    def __init__(self, settings: Settings, phrases: Phrases, clock: Clock) -> None:
        """Note what was chosen; the database is opened at the first question.

        Raises:
            Trouble: the address names no database that is known.
        """
        self.settings = settings
        self.phrases = phrases
        self.clock = clock
        self._store = Store(settings.data)
        self._snapshot: Snapshot | None = None
        self._lock = RLock()

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def today(self) -> date:
        """Give the day it is."""
        return self.clock.today()

    def glance(self, limit: int = 200) -> Glance:
        """Read the first actions quickly."""
        return Glance(*self._store.glance(limit))

    def snapshot(self) -> Snapshot:
        """Give everything as it stands now."""
        with self._lock:
            if self._snapshot is None or self._snapshot.revision != self._store.revision():
                self._snapshot = self._store.snapshot()
            return self._snapshot

    def has_news(self) -> bool:
        """Say whether another process has changed anything since this was last asked; cheap."""
        return self._store.has_news()

    def warm(self) -> None:
        """Import what writing needs, so that the first change is quick."""
        self._store.warm()

    def do(self, *commands: Command, note: str = "") -> Outcome:
        """Carry out commands as one change set, or none of them."""
        with self._lock:
            from followup.domain.decide import decide_all

            snapshot = self.snapshot()
            decided = decide_all(snapshot, commands, self.today(), new_id)
            if isinstance(decided, Refused):
                return Outcome(snapshot, refused=decided)
            return self._commit(snapshot, decided, _why(snapshot, commands, note))

    def undo(self) -> Outcome:
        """Take back the last change set that is in force, by a new and inverse one."""
        return self._reverse(next_undo, "undo")

    def redo(self) -> Outcome:
        """Take back the last undo."""
        return self._reverse(next_redo, "redo")

    def next_undo(self) -> ChangeSet | None:
        """Give the set that `undo` would take back, without its changes."""
        return next_undo(self._store.bare_history())

    def next_redo(self) -> ChangeSet | None:
        """Give the undo that `redo` would take back, without its changes."""
        return next_redo(self._store.bare_history())

    def _reverse(self, choose: Callable[[Iterable[ChangeSet]], ChangeSet | None], kind: str) -> Outcome:
        with self._lock:
            snapshot = self.snapshot()
            chosen = choose(self._store.bare_history())
            if chosen is None:
                return Outcome(snapshot, refused=refuse(f"nothing.to_{kind}"))
            changes = invert(self._store.with_changes(chosen).changes)
            return self._commit(snapshot, changes, chosen.why, kind, chosen.id)

    def _commit(
        self, snapshot: Snapshot, changes: tuple[Change, ...], why: str, kind: str = "do", undoes: str = ""
    ) -> Outcome:
        made = ChangeSet(new_id(), self.clock.now(), self.settings.user, why, changes, kind, undoes)
        try:
            after = apply(snapshot, changes)
            number = self._store.commit(made)
        except StaleChangeError as stale:
            self._snapshot = None
            return Outcome(self.snapshot(), refused=self._conflict(snapshot, stale))
        is_alone = number == snapshot.revision + 1 and not (kind != "do" and _comes_back(changes))
        self._snapshot = replace(after, revision=number) if is_alone else None
        return Outcome(self.snapshot(), replace(made, number=number))

    def _conflict(self, snapshot: Snapshot, stale: StaleChangeError) -> Refused:
        from followup.present.history import thing_words, value_words

        change = stale.change
        what = thing_words(snapshot, change, self.phrases)
        if change.field is None or stale.actual is None:
            return refuse("changed.vanished", what=what)
        field = self.phrases(f"field.{change.field}")
        wanted = value_words(snapshot, change.field, change.new, self.phrases)
        actual = value_words(snapshot, change.field, stale.actual, self.phrases)
        return refuse("changed.meanwhile", what=f"{what} ({field})", actual=actual, wanted=wanted)

    def history(self, action: str = "", limit: int | None = 200) -> tuple[ChangeSet, ...]:
        """Give change sets newest first; those that touched one action (id) and its rounds, if named."""
        if not action:
            return self._store.history(limit=limit)
        rounds = [one.id for one in self.snapshot().rounds_of.get(action, ())]
        return self._store.history_of([action, *rounds])[:limit]

    def history_since(self, day: date) -> tuple[ChangeSet, ...]:
        """Give the change sets made on that day or later, newest first."""
        return self._store.history(after=self._last_by(day - timedelta(days=1)), limit=None)

    def snapshot_as_of(self, day: date) -> Snapshot:
        """Give everything as it stood at the end of that day."""
        snapshot, known = self.snapshot(), self._last_by(day)
        since = self._store.history(after=known, before=snapshot.revision + 1, limit=None)
        then = replace(rewind(snapshot, since), revision=known)
        removed = {one.id for made in since for one in made.changes if one.field is None and one.new is None}
        return recounted(then, self._store.history_of(list(removed))) if removed else then

    def _last_by(self, day: date) -> int:
        """Give the number of the last set made by the end of that day, 0 before the first."""
        moment = end_of_day(day)
        return next((made.number for made in self._store.bare_history() if made.at <= moment), 0)

    def when(self, text: str, *, in_date_field: bool = False) -> Reading:
        """Say how a date or a cadence is read, counted from today."""
        from followup.domain.when import read

        return read(text, self.today(), in_date_field=in_date_field)

    def read_document(self, path: str, mapping: Mapping[str, str], data: bytes | None = None) -> Draft:
        """Read a document; `data` is its content where it does not lie in a file ("-").

        Raises:
            Trouble: it cannot be read, or holds no plan.
        """
        from followup.intake.documents import read_document

        return read_document(path, data, self.today(), mapping)

    def reissue(self, draft: Draft) -> Plan | None:
        """Give the stored plan that the document is a re-issue of, if there is one."""
        from followup.domain.reissue import reissue_of

        return reissue_of(self.snapshot(), draft)

    def compare(self, plan: Plan, draft: Draft) -> tuple[Match, ...]:
        """Say what a re-issued document has that is new, same, changed or gone."""
        from followup.domain.reissue import compare

        return compare(self.snapshot(), plan, draft)

    def accept(self, draft: Draft, key: str = "", plan: str = "") -> Outcome:
        """Store a read document, as a new plan or as a re-issue of a plan (id)."""
        from followup.domain.commands import AcceptDraft

        own = self._own_fields() if plan else frozenset()
        return self.do(AcceptDraft(draft, key, plan, own))

    def draft_bytes(self, draft: Draft, plan: Plan | None) -> bytes:
        """Give what was read, and what storing it would change, as JSON."""
        from followup.publishing.drafts import draft_document
        from followup.publishing.formats import json_bytes

        return json_bytes(draft_document(draft, self.compare(plan, draft) if plan else (), plan))

    def json_lines(self, documents: list[dict[str, Any]]) -> bytes:
        """Give documents as JSON, one a line."""
        from followup.publishing.formats import json_lines

        return json_lines(documents)

    def status(
        self,
        form: str,
        snapshot: Snapshot,
        actions: Sequence[Action],
        today: date,
        since: Mapping[str, tuple[Change, ...]] | None = None,
        *,
        excel: bool = False,
    ) -> bytes:
        """Give the status of these actions on a day in a format; `since` tells what changed in each (by id)."""
        from followup.publishing.formats import paper_bytes, status_data

        if form in {"json", "ndjson"}:
            return status_data(form, snapshot, actions, today, since)
        return paper_bytes(form, snapshot, actions, today, self.phrases, excel=excel)

    def card(self, form: str, snapshot: Snapshot, action: Action) -> bytes:
        """Give one action whole, as md or html."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.papers import status_sheet

        return sheet_bytes(form, status_sheet(snapshot, [action], self.today(), self.phrases, cards=True))

    def log(self, form: str, entries: Sequence[Entry]) -> bytes:
        """Give the log as csv or md."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import log_sheet

        return sheet_bytes(form, log_sheet(entries, self.phrases))

    def agenda(self, form: str, items: Sequence[Item]) -> bytes:
        """Give what comes as csv or md."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import agenda_sheet

        return sheet_bytes(form, agenda_sheet(items, self.phrases))

    def people(self, form: str, people: Sequence[PersonRow]) -> bytes:
        """Give the people as csv."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import people_sheet

        return sheet_bytes(form, people_sheet(people, self.phrases))

    def write(self, path: str, data: bytes) -> str:
        """Write a file whole or not at all; give its path.

        Raises:
            Trouble: it cannot be written.
        """
        from followup.publishing.files import write_file

        return write_file(path, data)

    def export_calendars(
        self, folder: str, *, only: str = "", dry_run: bool = False, private: bool = False
    ) -> CalendarReport:
        """Write a calendar for each owner and each plan into a folder; `only` names a person or a role.

        Raises:
            Trouble: the plan or the person is unknown, or the ledger cannot be written; then no file is touched.
        """
        from followup.publishing.calendars import fill_folder
        from followup.publishing.choosing import asked_of
        from followup.publishing.drawing import draw_up
        from followup.publishing.ledger import Ledger

        with self._lock:
            snapshot, now = self.snapshot(), self.clock.now()
            asked = asked_of(self.settings, snapshot, self.today(), only, private=private)
            ledger = Ledger.of(self._store.reminders())
            drawing = draw_up(snapshot, ledger, asked, self.today(), now)
            filled = fill_folder(folder, snapshot, drawing, ledger)
            if dry_run:
                return filled.report()
            self._store.record_reminders(drawing.news)
            report, told = filled.write(now)
            self._store.record_reminders((), told)
            return report

    def _own_fields(self) -> frozenset[tuple[str, str]]:
        """Give the (action id, field) that a person has set: a document does not overwrite them."""
        sets = in_force(self._store.history(limit=None))
        by_hand = (made for made in sets if loads(made.why or "{}").get("command") != "AcceptDraft")
        changes = (change for made in by_hand for change in made.changes if change.entity == "action")
        return frozenset((change.id, change.field) for change in changes if change.field)

    def place(self) -> tuple[str, int]:
        """Give where the database lies, as it may be shown, and its size in bytes (0 for a server)."""
        return self._store.place()

    def copies(self) -> tuple[StoredCopy, ...]:
        """Give the copies of the database, the oldest first."""
        from followup.store.copies import stored_copies

        return stored_copies(self._store.address)

    def backup(self, target: str = "", label: str = "") -> str:
        """Copy the database to a file, or to its own folder of copies; give the path.

        Raises:
            Trouble: it cannot be read or written.
        """
        from followup.store.copies import copy_to, folder_of

        self.snapshot()
        stamp = self.clock.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        path = target or str(folder_of(self._store.address) / f"followup-{stamp}{label}.db")
        return copy_to(self._store.address, path)

    def restore(self, source: str) -> str:
        """Put a copy in the database's place; give the path of the copy of what was replaced, "" if unreadable.

        Raises:
            Trouble: the copy is no good; nothing was changed.
        """
        from followup.store.copies import restore

        try:
            kept = self.backup(label="-before-restore")
        except Trouble:
            kept = ""
        self._store.close()
        self._snapshot = None
        restore(self._store.address, source)
        return kept

    def health(self) -> Health:
        """Examine the database."""
        from followup.store.copies import health

        return health(self._store.address)

    def replay_trouble(self) -> str:
        """Take every change back from what is stored: "" when nothing is left, else where it does not fit."""
        try:
            before = rewind(self.snapshot(), self._store.history(limit=None))
        except StaleChangeError as stale:
            return f"{stale.change.entity} {stale.change.id} {stale.change.field}"
        left = [name for name in ("plans", "actions", "people", "rounds") if getattr(before, name)]
        return ", ".join(left)


def _comes_back(changes: Iterable[Change]) -> bool:
    """Say whether a thing that was removed appears again: only the store knows how often it was touched before."""
    return any(change.field is None and change.new is not None for change in changes)


def new_id() -> str:
    """Give an id that nothing else has."""
    from uuid import uuid4

    return str(uuid4())


def _why(snapshot: Snapshot, commands: Iterable[Command], note: str) -> str:
    """Give the reason that the journal keeps: the command's name, the labels, the facts that name it, the note."""
    asked = list(commands)
    first = asked[0]
    ids = [one.action for one in asked if hasattr(one, "action")]
    why: dict[str, Any] = {"command": type(first).__name__}
    if ids:
        why["labels"] = [snapshot.actions[one].label for one in ids]
    why |= _facts(snapshot, first)
    said = note or getattr(first, "note", "") or getattr(first, "why", "")
    return dumps(why | ({"note": said} if said else {}), ensure_ascii=False)


def _facts(snapshot: Snapshot, command: Command) -> dict[str, Any]:
    from followup.domain.commands import AcceptDraft, SetPerson

    if isinstance(command, AcceptDraft):
        return {"source": command.draft.source, "count": len(command.draft.actions)}
    if isinstance(command, SetPerson):
        return {"name": snapshot.people[command.person].name}
    named = ("trigger", "role", "person", "key", "title")
    return {name: getattr(command, name) for name in named if hasattr(command, name)}
