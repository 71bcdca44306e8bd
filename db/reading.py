"""The read side: plain SQL, plain tuples, no object-relational mapper.

Reading is what the program does hundreds of times a day, and a mapper costs a third of a second to import,
so a SQLite file is read through sqlite3; a server is read through SQLAlchemy with the same SQL. A row is a tuple
in the order of the table's constant in db.columns; days are ISO text, instants ISO text in UTC ending in Z, truth
is 0 or 1, lists are JSON text as stored. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from db.address import Address
from db.columns import (
    ACTION_COLUMNS,
    AREA_COLUMNS,
    CHANGE_COLUMNS,
    CHANGE_SET_COLUMNS,
    COLUMNS,
    DELIVERY_COLUMNS,
    HISTORY_COLUMNS,
    HOLDING_COLUMNS,
    OCCASION_COLUMNS,
    PERSON_COLUMNS,
    PLAN_COLUMNS,
    REMINDER_COLUMNS,
    ROLE_COLUMNS,
    ROUND_COLUMNS,
)
from db.errors import naming
from db.source import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from db.source import Row, Source, Values

__all__ = [
    "ACTION_COLUMNS",
    "AREA_COLUMNS",
    "CHANGE_COLUMNS",
    "CHANGE_SET_COLUMNS",
    "COLUMNS",
    "DELIVERY_COLUMNS",
    "HISTORY_COLUMNS",
    "HOLDING_COLUMNS",
    "OCCASION_COLUMNS",
    "PERSON_COLUMNS",
    "PLAN_COLUMNS",
    "REMINDER_COLUMNS",
    "ROLE_COLUMNS",
    "ROUND_COLUMNS",
    "Reader",
    "open_reader",
]

CHUNK = 500
"""How many values one query names; SQLite's oldest limit is 999."""

PAGE = 5_000
"""How many rows of a table are held at once where it is read whole."""

_ENTITIES = "'plan', 'area', 'person', 'role', 'holding', 'action', 'round', 'occasion'"
"""Named so that the index on (entity, entity_id) serves a search by id alone."""


def open_reader(address: Address) -> Reader:
    """Open a database for reading; close it, or use it as a context manager.

    Raises:
        Missing: there is none, or an empty one (db.upgrade.prepare makes it).
        Outdated: it must be upgraded first (db.upgrade.prepare does).
        NotOurs, TooNew, Damaged, Locked, NotWritable, Unreachable: it cannot be read.
    """
    with naming(address.place):
        if address.path is not None:
            return Reader(File(address.path))
        from db.server import Server

        return Reader(Server(address))


class Reader:
    """A database to read from, by one thread at a time; each method raises db.errors.DatabaseError."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._source.close()

    @property
    def is_file(self) -> bool:
        """Whether it is a SQLite file."""
        return isinstance(self._source, File)

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """All that is read inside sees one state; keep it short, a writer waits for it."""
        with self._source.lock:
            with naming(self._source.place):
                self._source.begin()
            try:
                yield self
            finally:
                self._source.end()

    def plans(self) -> list[Row]:
        """Every plan, by key."""
        return self._select("plan", 'ORDER BY t."key"')

    def people(self) -> list[Row]:
        """Every person, by id."""
        return self._select("person", 'ORDER BY t."id"')

    def areas(self, plan_ids: Sequence[str] | None = None) -> list[Row]:
        """The areas of some plans, or of all: by plan, in the order of the document."""
        return self._of("area", "", 't."plan_id"', plan_ids, 't."plan_id", t."position", t."id"')

    def roles(self, plan_ids: Sequence[str] | None = None) -> list[Row]:
        """The roles of some plans, or of all, by plan and name."""
        return self._of("role", "", 't."plan_id"', plan_ids, 't."plan_id", t."name"')

    def holdings(self, plan_ids: Sequence[str] | None = None) -> list[Row]:
        """Who holds or held the roles of some plans, or of all, by role and day."""
        join = 'JOIN "role" r ON r."id" = t."role_id"' if plan_ids is not None else ""
        return self._of("holding", join, 'r."plan_id"', plan_ids, 't."role_id", t."start_on", t."id"')

    def occasions(self, plan_ids: Sequence[str] | None = None) -> list[Row]:
        """What happened in some plans, or in all, by plan and day."""
        return self._of("occasion", "", 't."plan_id"', plan_ids, 't."plan_id", t."on_day", t."id"')

    def rounds(self, plan_ids: Sequence[str] | None = None) -> list[Row]:
        """The stored rounds of some plans, or of all, by action and key."""
        join = 'JOIN "action" a ON a."id" = t."action_id"' if plan_ids is not None else ""
        return self._of("round", join, 'a."plan_id"', plan_ids, 't."action_id", t."key"')

    def actions(self, plan_id: str | None = None) -> list[Row]:
        """The actions of one plan, or of all by the plan's key, in the order of the document."""
        return self._actions(plan_id, "", {})

    def each_action(self) -> Iterator[Row]:
        """The actions of all plans, one at a time, as they lie: in no order; inside `snapshot` only.

        Following the order of `actions` through the file would take half as long again.
        """
        with naming(self._source.place):
            yield from self._source.each(self._choice("action"), {})

    def actions_head(self, limit: int, plan_id: str | None = None) -> list[Row]:
        """The first actions, in the order of `actions`."""
        return self._actions(plan_id, " LIMIT :limit", {"limit": limit})

    def action(self, id: str) -> Row | None:
        """One action, None when there is none."""
        return next(iter(self.rows("action", [id])), None)

    def action_count(self) -> int:
        """How many actions there are."""
        return int(self.ask('SELECT count(*) FROM "action"', {})[0][0])

    def rows(self, entity: str, ids: Sequence[str]) -> list[Row]:
        """The rows of a table that have these ids, in no order; those that are not there are not given."""
        return self._in(f'{self._choice(entity)} WHERE t."id"', ids, "")

    def change_sets(
        self,
        after: int | None = None,
        *,
        newest_first: bool = True,
        limit: int | None = None,
        before: int | None = None,
    ) -> list[Row]:
        """The change sets numbered between `after` and `before`, neither included."""
        where = 't."number" > :after' + (' AND t."number" < :before' if before is not None else "")
        order = "DESC" if newest_first else "ASC"
        values: dict[str, str | int | None] = {"after": after or 0}
        values |= {"before": before} if before is not None else {}
        values |= {"limit": limit} if limit is not None else {}
        tail = f'WHERE {where} ORDER BY t."number" {order}' + (" LIMIT :limit" if limit is not None else "")
        return self._select("change_set", tail, values)

    def change_set(self, id: str) -> Row | None:
        """One change set by its id, None when there is none."""
        return next(iter(self.rows("change_set", [id])), None)

    def changes(
        self,
        set_numbers: Sequence[int] | None = None,
        entity: str | None = None,
        entity_id: str | None = None,
        after: int = 0,
    ) -> list[Row]:
        """Changes in the order they were made: of some sets, or of one thing, or of all sets after a number."""
        if set_numbers is not None:
            return sorted(self._in(f'{self._choice("change")} WHERE t."set_number"', set_numbers, ""))
        values: dict[str, str | int | None] = {"after": after}
        where = 't."set_number" > :after'
        if entity is not None:
            where += ' AND t."entity" = :entity AND t."entity_id" = :entity_id'
            values |= {"entity": entity, "entity_id": entity_id}
        return self._select("change", f'WHERE {where} ORDER BY t."id"', values)

    def history(self, entity_ids: Sequence[str]) -> list[Row]:
        """What happened to some things, oldest first: HISTORY_COLUMNS."""
        own = [f't."{name}"' for name in HISTORY_COLUMNS[len(CHANGE_SET_COLUMNS) :]]
        chosen = ", ".join([*self._chosen("change_set", "s"), *own, 't."id"'])
        joined = 'FROM "change" t JOIN "change_set" s ON s."number" = t."set_number"'
        sql = f'SELECT {chosen} {joined} WHERE t."entity" IN ({_ENTITIES}) AND t."entity_id"'
        found = self._in(sql, entity_ids, "")
        return [row[:-1] for row in sorted(found, key=lambda row: row[-1])]

    def revision(self) -> int:
        """The number of the newest change set, 0 before the first."""
        return int(self.ask('SELECT coalesce(max("number"), 0) FROM "change_set"', {})[0][0])

    def data_version(self) -> tuple[int, int]:
        """Changes when another process has committed, or the file was replaced; cheap enough to ask each second.

        Never inside `snapshot`, where nothing changes.
        """
        with self._source.lock, naming(self._source.place):
            return self._source.token()

    def table(self, name: str) -> list[Row]:
        """A table whole, by its first column, as COLUMNS names them: for copies and for taking everything out."""
        return self._select(name, f'ORDER BY t."{COLUMNS[name][0]}"')

    def pages(self, name: str) -> Iterator[list[Row]]:
        """A table in the order of `table`, a page at a time; inside `snapshot` all pages are of one state."""
        key = COLUMNS[name][0]
        values: dict[str, str | int | None] = {"most": PAGE}
        where = ""
        while page := self._select(name, f'{where} ORDER BY t."{key}" LIMIT :most', values):
            yield page
            where, values["last"] = f'WHERE t."{key}" > :last', page[-1][0]

    def reminders(self) -> Iterator[Row]:
        """The calendar ledger, one entry at a time, in no order, its component as bytes; inside `snapshot` only.

        To put it in order would take longer than to read it.
        """
        chosen = self._chosen("reminder", "t")
        chosen[COLUMNS["reminder"].index("component")] = self._source.octets('t."component"')
        with naming(self._source.place):
            yield from self._source.each(f'SELECT {", ".join(chosen)} FROM "reminder" t', {})

    def deliveries(self) -> list[Row]:
        """What was sent to whom, oldest first."""
        return self._select("delivery", 'ORDER BY t."id"')

    def _actions(self, plan_id: str | None, tail: str, values: dict[str, str | int | None]) -> list[Row]:
        if plan_id is not None:
            where = 'WHERE t."plan_id" = :plan ORDER BY t."position"'
            return self._select("action", where + tail, {**values, "plan": plan_id})
        return self.ask(self._of_all_plans() + tail, values)

    def _of_all_plans(self) -> str:
        joined = 'CROSS JOIN "action" t WHERE t."plan_id" = p."id" ORDER BY p."key", t."position"'
        return f'SELECT {", ".join(self._chosen("action", "t"))} FROM "plan" p {joined}'

    def _of(self, entity: str, join: str, column: str, plan_ids: Sequence[str] | None, order: str) -> list[Row]:
        if plan_ids is None:
            return self._select(entity, f"ORDER BY {order}")
        return self._in(f"{self._choice(entity)} {join} WHERE {column}", plan_ids, f" ORDER BY {order}")

    def _in(self, sql: str, wanted: Sequence[str | int], tail: str) -> list[Row]:
        found: list[Row] = []
        for start in range(0, len(wanted), CHUNK):
            values = {f"v{place}": value for place, value in enumerate(wanted[start : start + CHUNK])}
            found += self.ask(f"{sql} IN ({', '.join(f':{name}' for name in values)}){tail}", values)
        return found

    def _select(self, entity: str, tail: str, values: Values | None = None) -> list[Row]:
        return self.ask(f"{self._choice(entity)} {tail}", values or {})

    def _choice(self, entity: str) -> str:
        return f'SELECT {", ".join(self._chosen(entity, "t"))} FROM "{entity}" t'

    def _chosen(self, entity: str, short: str) -> list[str]:
        return [self._source.shown(name, f'{short}."{name}"') for name in COLUMNS[entity]]

    def ask(self, sql: str, values: Values) -> list[Row]:
        """What a query of this package gives; its text serves both back ends, `:name` stands for a value."""
        with self._source.lock, naming(self._source.place):
            return self._source.rows(sql, values)
