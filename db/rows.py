"""Changes become statements: many rows at a time, each hit only where its old value still stands.

Called by db.journal inside its transaction; it must never commit, and never touch the journal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from db.changes import Columns, RowChange, Scalar
from db.conflict import is_conflict, stale
from db.errors import Violated
from db.tables import ENTITIES, TABLES

__all__ = ["apply"]

ORDER = {name: place for place, name in enumerate(ENTITIES)}
"""Parents before children."""

CHUNK = 500

Values = dict[str, Scalar]
Touched = set[tuple[str, str]]


@dataclass(slots=True)
class Step:
    """What happens to one row in one statement, and the changes that ask for it."""

    changes: list[RowChange]
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)

    @property
    def entity(self) -> str:
        """The table."""
        return self.changes[0].entity

    @property
    def id(self) -> str:
        """The row."""
        return self.changes[0].id


def apply(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Store the changes in their order; neighbours of one sort go together, parents made first and removed last.

    Raises:
        Stale: a row is not as a change says it was, or another row is in the way.
        Violated: a change names what is not there, or breaks a rule of the table.
    """
    touched: Touched = set()
    for sort, run in groupby(changes, key=_sort):
        for group in _groups(sort, list(run)):
            _RUN[sort](connection, group, touched)
            touched.update((step.entity, step.id) for step in group)


def _sort(change: RowChange) -> str:
    """Whether a row is made, edited or removed."""
    if change.entity not in ORDER:
        raise Violated(detail=f"no table {change.entity}")
    if change.field is not None and change.before and change.after:
        return "edit"
    if change.field is not None or (change.before is None) is (change.after is None):
        raise Violated(detail=f"a change of {change.entity} that does not say what was and what will be")
    return "make" if change.before is None else "remove"


def _groups(sort: str, changes: list[RowChange]) -> list[list[Step]]:
    """The steps that one statement serves: same table, same columns."""
    steps = _merged(changes) if sort == "edit" else [_step(change) for change in changes]
    groups: dict[tuple[str, ...], list[Step]] = {}
    for step in steps:
        _known(step)
        groups.setdefault((step.entity, *sorted(step.before or step.after)), []).append(step)
    return sorted(groups.values(), key=lambda group: ORDER[group[0].entity] * (-1 if sort == "remove" else 1))


def _step(change: RowChange) -> Step:
    return Step([change], _counted_out(change.before), _counted_out(change.after))


def _counted_out(columns: Columns | None) -> Values:
    """The columns without the version, which is counted here and never compared."""
    return {name: value for name, value in (columns or {}).items() if name != "version"}


def _known(step: Step) -> None:
    columns = set(TABLES[step.entity].c.keys()) - {"version"}
    whole = step.changes[0].field is None
    named = step.before.keys() | step.after.keys()
    if not named <= columns or (whole and named != columns):
        raise Violated(detail=f"columns of {step.entity}: {', '.join(sorted(named ^ columns))}")
    if whole and (step.before or step.after)["id"] != step.id:
        raise Violated(detail=f"a {step.entity} under another's id")


def _merged(changes: list[RowChange]) -> list[Step]:
    """One step for each row, from what its first change started from to what its last one says."""
    steps: dict[tuple[str, str], Step] = {}
    for change in changes:
        step = steps.setdefault((change.entity, change.id), Step([]))
        step.changes.append(change)
        for name, value in _counted_out(change.before).items():
            step.before.setdefault(name, value)
        step.after |= _counted_out(change.after)
    return list(steps.values())


def _make(connection: Connection, steps: list[Step], _: Touched) -> None:
    table = TABLES[steps[0].entity]
    versions = _versions(connection, steps)
    rows = [step.after | {"version": versions.get(step.id, 0) + 1} for step in steps]
    _store(connection, insert(table), steps, rows)


def _versions(connection: Connection, steps: list[Step]) -> dict[str, int]:
    """How many sets have touched these rows before: a row that comes back goes on counting."""
    c, found = TABLES["change"].c, dict[str, int]()
    for start in range(0, len(steps), CHUNK):
        ids = [step.id for step in steps[start : start + CHUNK]]
        sets = select(c.entity_id, func.count(c.set_number.distinct())).group_by(c.entity_id)
        rows = connection.execute(sets.where(c.entity == steps[0].entity, c.entity_id.in_(ids)))
        found.update((row[0], row[1]) for row in rows)
    return found


def _edit(connection: Connection, steps: list[Step], touched: Touched) -> None:
    table = TABLES[steps[0].entity]
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in steps[0].after}
    version = table.c.version + bindparam("new_bump")
    statement = update(table).where(_as_it_was(table, steps[0])).values({**values, "version": version})
    bumps = [int((step.entity, step.id) not in touched) for step in steps]
    rows = [_was(step) | _will(step) | {"new_bump": bump} for step, bump in zip(steps, bumps, strict=True)]
    _store(connection, statement, steps, rows)


def _remove(connection: Connection, steps: list[Step], _: Touched) -> None:
    table = TABLES[steps[0].entity]
    statement = delete(table).where(_as_it_was(table, steps[0]))
    _store(connection, statement, steps, [_was(step) for step in steps])


def _as_it_was(table: Table, step: Step) -> ColumnElement[bool]:
    same = (table.c[name].is_not_distinct_from(bindparam(f"old_{name}")) for name in step.before if name != "id")
    return and_(table.c.id == bindparam("old_id"), *same)


def _was(step: Step) -> Values:
    return {"old_id": step.id} | {f"old_{name}": value for name, value in step.before.items() if name != "id"}


def _will(step: Step) -> Values:
    return {f"new_{name}": value for name, value in step.after.items()}


def _store(
    connection: Connection, statement: Insert | Update | Delete, steps: list[Step], rows: Sequence[Values]
) -> None:
    """Run a statement for all rows at once; if one misses, row by row, to name it."""
    if _stored(connection, statement, rows):
        return
    for step, row in zip(steps, rows, strict=True):
        if not _stored(connection, statement, [row]):
            raise stale(connection, step.changes)


def _stored(connection: Connection, statement: Insert | Update | Delete, rows: Sequence[Values]) -> bool:
    """Whether the statement hit one row for each of these; otherwise it hit none."""
    savepoint = connection.begin_nested()
    try:
        hit = connection.execute(statement, rows).rowcount
    except IntegrityError as error:
        savepoint.rollback()
        if is_conflict(error):
            return False
        raise
    whole = isinstance(statement, Insert) or hit == len(rows)
    (savepoint.commit if whole else savepoint.rollback)()
    return whole


_RUN = {"make": _make, "edit": _edit, "remove": _remove}
