"""The one desk: what can be asked of the program, for both chairs. Rules, SQL and file formats live elsewhere.

What only some questions need is imported when they are asked: the status line pays for every import up here.

A desk remembers the last snapshot it gave and reads anew only when the database has moved on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

from followup.clock import end_of_day
from followup.desk.keeping import Keeping
from followup.desk.outcome import Outcome
from followup.desk.papers import Papers
from followup.domain.changes import ChangeSet, Refused, invert, next_redo, next_undo, refuse
from followup.domain.snapshot import Snapshot, StaleChangeError, apply, recounted, rewind
from followup.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from followup.clock import Clock
    from followup.desk.calendars import Calendars
    from followup.desk.documents import Documents
    from followup.domain.changes import Change
    from followup.domain.commands import Command
    from followup.domain.people import WrittenOwner
    from followup.domain.when import Reading
    from followup.phrases.book import Phrases
    from followup.settings import Settings


@dataclass(frozen=True, slots=True)
class Glance:
    """The first actions, for the first paint, and how many there are in all."""

    snapshot: Snapshot
    total: int


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
        self.papers = Papers(phrases, clock)
        self.keeping = Keeping(self._store, clock)

    @cached_property
    def calendars(self) -> Calendars:
        """Reminders for the owners."""
        from followup.desk.calendars import Calendars

        return Calendars(self, self._store)

    @cached_property
    def documents(self) -> Documents:
        """Documents that plans come in."""
        from followup.desk.documents import Documents

        return Documents(self)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    def remembered(self, key: str) -> Any:  # noqa: ANN401 - any plain value
        """Give what `remember` kept for this database, None where nothing was kept."""
        from followup.desk.memory import Memory

        return Memory(self.settings).remembered(key)

    def remember(self, key: str, value: Any) -> None:  # noqa: ANN401 - as above
        """Keep a plain value until the next time, outside every plan and journal."""
        from followup.desk.memory import Memory

        Memory(self.settings).remember(key, value)

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

    def snapshot_of(self, key: str) -> Snapshot:
        """Give one plan (by its key) as it stands now, with all the others' names; everything, if there is none."""
        return self._store.snapshot_of(key)

    def has_news(self) -> bool:
        """Say whether another process has changed anything since this was last asked; cheap."""
        return self._store.has_news()

    def warm(self) -> None:
        """Import what writing needs, so that the first change is quick."""
        self._store.warm()

    def do(self, *commands: Command, note: str = "", seen: Snapshot | None = None) -> Outcome:
        """Carry out commands as one change set, or none of them.

        `seen` is what the user had before the eyes: what somebody changed since, and this would overwrite, is refused.
        """
        with self._lock:
            from followup.desk.reasons import reason
            from followup.domain.decide import decide_all

            snapshot = self.snapshot()
            decided = decide_all(seen or snapshot, commands, self.today(), new_id)
            if isinstance(decided, Refused):
                return Outcome(snapshot, refused=decided)
            return self._commit(seen or snapshot, decided, reason(seen or snapshot, commands, note))

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
        self, seen: Snapshot, changes: tuple[Change, ...], why: str, kind: str = "do", undoes: str = ""
    ) -> Outcome:
        from followup.domain.texts import clean_line

        by = clean_line(self.settings.user)
        made = ChangeSet(new_id(), self.clock.now(), by, why, changes, kind, undoes)
        try:
            before = self.snapshot()
            after = apply(before, changes)
            number = self._store.commit(made)
        except StaleChangeError as stale:
            self._snapshot = None
            return Outcome(self.snapshot(), refused=self._conflict(seen, stale))
        is_alone = number == before.revision + 1 and not (kind != "do" and _comes_back(changes))
        self._snapshot = replace(after, revision=number) if is_alone else None
        return Outcome(self.snapshot(), replace(made, number=number))

    def _conflict(self, snapshot: Snapshot, stale: StaleChangeError) -> Refused:
        from followup.present.history import thing_words, value_words

        change = stale.change
        what = thing_words(snapshot, change, self.phrases)
        if change.field is None and change.old is None:
            return refuse("changed.taken", what=what)
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

    def typed(self, text: str) -> Reading:
        """Say how typed words are read: "mars" is the month, "maj och november" come each year."""
        reading = self.when(text)
        return reading if reading.rule else self.when(text, in_date_field=True)

    def owners(self, text: str) -> tuple[WrittenOwner, ...]:
        """Say who is meant by typed words: roles and people, in their order."""
        from followup.intake.owners.reading import read_owners

        return read_owners(text)[0]

    def restore(self, source: str) -> str:
        """Put a copy in the database's place; give the path of the copy of what was replaced, "" if unreadable.

        Raises:
            Trouble: the copy is no good; nothing was changed.
        """
        with self._lock:
            self._snapshot = None
            return self.keeping.restore(source)

    def replay_trouble(self) -> str:
        """Take every change back from what is stored: "" when nothing is left, else where it does not fit."""
        try:
            before = rewind(self._store.snapshot(), self._store.history(limit=None))
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
