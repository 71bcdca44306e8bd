"""Reads snapshots and history, commits change sets; turns the database's errors into the program's own.

Reading loads no object-relational mapper; the writing side is imported at the first write (or by `warm`).
"""

from __future__ import annotations

from contextlib import contextmanager
from json import loads
from threading import RLock
from typing import TYPE_CHECKING, Any

from db import errors
from db.address import read as read_address
from db.reading import open_reader
from followup.domain.snapshot import Snapshot, StaleChangeError
from followup.domain.trouble import Unusable
from followup.store import from_rows as rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from db.address import Address
    from db.reading import Reader
    from followup.domain.actions import Action
    from followup.domain.changes import ChangeSet
    from followup.domain.reminders import Delivery, Reminder

_CODES: dict[type[errors.DatabaseError], str] = {
    errors.Missing: "database.missing",
    errors.NotOurs: "database.foreign",
    errors.TooNew: "database.newer",
    errors.Outdated: "database.outdated",
    errors.Damaged: "database.damaged",
    errors.Locked: "database.locked",
    errors.NotWritable: "database.not_writable",
    errors.Full: "database.full",
    errors.Unreachable: "database.unreachable",
    errors.UnknownAddress: "database.address",
}
PAGE = 200


@contextmanager
def telling() -> Iterator[None]:
    """Let the database's errors out as Trouble.

    Raises:
        Trouble: instead of every DatabaseError.
    """
    try:
        yield
    except errors.DatabaseError as error:
        code = _CODES.get(type(error), "database.unknown")
        raise Unusable(code, place=error.place, detail=error.detail) from error


class Store:
    """One database, from its address as given with --data. Safe to use from several threads."""

    def __init__(self, data: str) -> None:
        """Note the address; nothing is opened before it is needed.

        Raises:
            Trouble: the address names no kind of database that is known.
        """
        with telling():
            self.address: Address = read_address(data)
        self._reader: Reader | None = None
        self._engine: Any = None
        self._lock = RLock()
        self._seen: tuple[int, int] | None = None
        self.before_write: Callable[[], object] | None = None
        """What is done before each write; it raises nothing."""

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
            if self._engine is not None:
                self._engine.dispose()
            self._reader = self._engine = None

    def place(self) -> tuple[str, int]:
        """Give where the database lies, as it may be shown, and its size in bytes (0 for a server)."""
        from pathlib import Path

        path = self.address.path
        return self.address.place, Path(path).stat().st_size if path and Path(path).exists() else 0

    def _open(self) -> Reader:
        if self._reader is None:
            try:
                self._reader = open_reader(self.address)
            except (errors.Missing, errors.Outdated):
                from db.upgrade import prepare
                from followup.store.places import folder_of

                prepare(self.address, folder_of(self.address))
                self._reader = open_reader(self.address)
            self._seen = self._reader.data_version()
        return self._reader

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        with self._lock, telling(), self._open().snapshot() as reader:
            yield reader

    def snapshot(self) -> Snapshot:
        """Read everything at one revision, made on first use."""
        with self._reading() as reader:
            return _snapshot(reader)

    def snapshot_of(self, key: str) -> Snapshot:
        """Read the actions of one plan with all that they need, quickly beside many; everything, if none has it."""
        with self._reading() as reader:
            plan = next((row[0] for row in reader.plans() if rows.plan_of(row).key == key), None)
            return _part(reader, reader.actions(plan)) if plan else _snapshot(reader)

    def glance(self, limit: int) -> tuple[Snapshot, int]:
        """Read the first actions with all that they need, and say how many actions there are."""
        with self._reading() as reader:
            total = reader.action_count()
            return _snapshot(reader) if total <= limit else _part(reader, reader.actions_head(limit)), total

    def has_news(self) -> bool:
        """Say whether somebody committed since this was last asked, or since the first reading."""
        with self._lock, telling():
            before, self._seen = self._seen, self._open().data_version()
            return before is not None and before != self._seen

    def revision(self) -> int:
        """Give the number of the last change set."""
        with self._reading() as reader:
            return reader.revision()

    def history(
        self, before: int | None = None, limit: int | None = PAGE, after: int | None = None
    ) -> tuple[ChangeSet, ...]:
        """Give change sets newest first, with their changes: those numbered between `after` and `before`."""
        with self._reading() as reader:
            sets = reader.change_sets(after=after, before=before, limit=limit)
            return rows.change_sets_of(sets, reader.changes([row[0] for row in sets]))

    def bare_history(self, before: int | None = None) -> Iterator[ChangeSet]:
        """Give every change set newest first, without its changes, a page at a time."""
        while True:
            with self._reading() as reader:
                page = reader.change_sets(before=before, limit=PAGE)
            yield from rows.change_sets_of(page, ())
            if len(page) < PAGE:
                return
            before = page[-1][0]

    def with_changes(self, made: ChangeSet) -> ChangeSet:
        """Give a set of `bare_history` with its changes."""
        return self.history(before=made.number + 1, after=made.number - 1)[0]

    def history_of(self, ids: Sequence[str]) -> tuple[ChangeSet, ...]:
        """Give the change sets that touched these things, newest first, each with only the changes to them."""
        with self._reading() as reader:
            found = reader.history(list(ids))
        sets = {row[0]: row[:7] for row in found}
        changes = [(0, row[0], *row[7:]) for row in found]
        return rows.change_sets_of([sets[number] for number in sorted(sets, reverse=True)], changes)

    def warm(self) -> None:
        """Import what writing needs."""
        self._writer()

    def _writer(self) -> Any:  # noqa: ANN401 - an SQLAlchemy engine, which must not be imported here
        with self._lock:
            if self._engine is None:
                from db.engine import open_engine

                self._open()
                self._engine = open_engine(self.address)
            return self._engine

    def _about_to_write(self) -> None:
        if self.before_write is not None:
            self.before_write()

    def commit(self, made: ChangeSet) -> int:
        """Store a change set whole and durable, or not at all; give its number.

        Raises:
            StaleChangeError: somebody changed one of the things meanwhile.
            Trouble: the database cannot be written.
        """
        with self._lock, telling():
            self._about_to_write()
            engine = self._writer()
            from db.journal import commit
            from followup.store.to_rows import row_change, set_row

            try:
                return commit(engine, set_row(made), [row_change(change) for change in made.changes])
            except errors.Stale as stale:
                raise _stale_change(made, stale) from stale
            except errors.DatabaseError as error:
                if self._is_stored(made):
                    raise Unusable("database.unsure", place=error.place) from error
                raise

    def _is_stored(self, made: ChangeSet) -> bool:
        """Look whether a set is there all the same: the disk may have failed after it was stored, before it said so."""
        try:
            with open_reader(self.address) as reader:
                return reader.change_set(made.id) is not None
        except errors.DatabaseError:
            return False

    def reminders(self) -> list[Reminder]:
        """Give the calendar ledger."""
        from followup.store.reminders import reminder_of

        with self._reading() as reader:
            return [reminder_of(row) for row in reader.reminders()]

    def deliveries(self) -> list[Delivery]:
        """Give what was sent to whom, oldest first."""
        from followup.store.reminders import delivery_of

        with self._reading() as reader:
            return [delivery_of(row) for row in reader.deliveries()]

    def record_reminders(self, reminders: Sequence[Reminder], deliveries: Sequence[Delivery] = ()) -> None:
        """Write to the calendar ledger, in one transaction; nothing is opened for nothing."""
        if not reminders and not deliveries:
            return
        with self._lock, telling():
            self._about_to_write()
            from db.reminders import record
            from followup.store.reminders import delivery_row, reminder_row

            record(self._writer(), [reminder_row(one) for one in reminders], [delivery_row(one) for one in deliveries])


def _stale_change(made: ChangeSet, stale: errors.Stale) -> StaleChangeError:
    named = (stale.entity, stale.id, stale.field)
    change = next(one for one in made.changes if (one.entity, one.id, one.field) == named)
    return StaleChangeError(change, loads(stale.actual) if stale.actual is not None else None)


def _part(reader: Reader, actions: Iterable[tuple[Any, ...]]) -> Snapshot:
    """Give some actions with all plans, and of the rest only what these actions need: a look at many is quick."""
    shown = {row[0]: rows.action_of(row) for row in actions}
    plans = list({action.plan for action in shown.values()})
    holdings = {row[0]: rows.holding_of(row) for row in reader.holdings(plans)}
    people = {one.person for action in shown.values() for one in action.responsible}
    people |= {one.person for action in shown.values() for one in action.follow_up_responsible}
    people |= {one.person for one in holdings.values()}
    return Snapshot(
        revision=reader.revision(),
        plans={row[0]: rows.plan_of(row) for row in reader.plans()},
        areas={row[0]: rows.area_of(row) for row in reader.areas(plans)},
        people={row[0]: rows.person_of(row) for row in sorted(reader.rows("person", sorted(people)))},
        roles={row[0]: rows.role_of(row) for row in reader.roles(plans)},
        holdings=holdings,
        actions=shown,
        rounds={row[0]: rows.round_of(row) for row in reader.rounds(plans)},
        occasions={row[0]: rows.occasion_of(row) for row in reader.occasions(plans)},
    )


def _snapshot(reader: Reader) -> Snapshot:
    plans = {row[0]: rows.plan_of(row) for row in reader.plans()}
    return Snapshot(
        revision=reader.revision(),
        plans=plans,
        areas={row[0]: rows.area_of(row) for row in reader.areas()},
        people={row[0]: rows.person_of(row) for row in reader.people()},
        roles={row[0]: rows.role_of(row) for row in reader.roles()},
        holdings={row[0]: rows.holding_of(row) for row in reader.holdings()},
        actions={one.id: one for one in _in_order(map(rows.action_of, reader.each_action()), plans)},
        rounds={row[0]: rows.round_of(row) for row in reader.rounds()},
        occasions={row[0]: rows.occasion_of(row) for row in reader.occasions()},
    )


def _in_order(actions: Iterable[Action], plans: Iterable[str]) -> list[Action]:
    """Give the actions in the order of their plans, then as the document has them."""
    places = {plan: place for place, plan in enumerate(plans)}
    return sorted(actions, key=lambda action: (places[action.plan], action.position))
