"""What a doctor asks of a database: is it sound, does everything point to something, how much is there.

It reads and tells; mending is for others, after a copy.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from db.columns import COLUMNS
from db.errors import Damaged
from db.reading import Reader

__all__ = [
    "Dangling",
    "Miscount",
    "broken_chains",
    "counts",
    "dangling",
    "empty_sets",
    "exposure",
    "miscounted",
    "unlogged",
    "unsound",
]


@dataclass(frozen=True, slots=True)
class Dangling:
    """A row whose reference leads nowhere: its table, its id, the column, and the id that it says."""

    entity: str
    id: str
    column: str
    points_to: str


@dataclass(frozen=True, slots=True)
class Miscount:
    """A row whose version is not the number of change sets that touched it."""

    entity: str
    id: str
    version: int
    sets: int


REFERENCES = (
    ("area", "id", "plan_id", "plan"),
    ("role", "id", "plan_id", "plan"),
    ("holding", "id", "role_id", "role"),
    ("holding", "id", "person_id", "person"),
    ("occasion", "id", "plan_id", "plan"),
    ("action", "id", "plan_id", "plan"),
    ("action", "id", "area_id", "area"),
    ("round", "id", "action_id", "action"),
    ("round", "id", "occasion_id", "occasion"),
    ("reminder", "uid", "action_id", "action"),
)
ENTITIES = ("plan", "area", "person", "role", "holding", "action", "round", "occasion")


def unsound(reader: Reader) -> list[str]:
    """What SQLite's own check says of a file, nothing when it is sound; a server checks itself."""
    if not reader.is_file:
        return []
    try:
        return [str(row[0]) for row in reader.ask("PRAGMA integrity_check", {}) if row[0] != "ok"]
    except Damaged as error:
        return [error.detail]


def dangling(reader: Reader) -> list[Dangling]:
    """Rows that point to nothing; a reminder that was withdrawn may."""
    return [found for reference in REFERENCES for found in _dangling(reader, *reference)]


def _dangling(reader: Reader, entity: str, key: str, column: str, target: str) -> list[Dangling]:
    live = 'AND CAST(t."withdrawn" AS integer) = 0' if entity == "reminder" else ""
    sql = (
        f'SELECT t."{key}", t."{column}" FROM "{entity}" t LEFT JOIN "{target}" p ON p."id" = t."{column}" '
        f'WHERE t."{column}" IS NOT NULL AND p."id" IS NULL {live} ORDER BY 1'
    )
    return [Dangling(entity, row[0], column, row[1]) for row in reader.ask(sql, {})]


def miscounted(reader: Reader) -> list[Miscount]:
    """Rows that changed without the journal, or the other way round."""
    return [found for entity in ENTITIES for found in _miscounted(reader, entity)]


def _miscounted(reader: Reader, entity: str) -> list[Miscount]:
    sql = (
        f'SELECT t."id", t."version", count(DISTINCT c."set_number") FROM "{entity}" t LEFT JOIN "change" c '
        'ON c."entity" = :entity AND c."entity_id" = t."id" GROUP BY t."id", t."version" '
        'HAVING count(DISTINCT c."set_number") <> t."version" ORDER BY 1'
    )
    return [Miscount(entity, *row) for row in reader.ask(sql, {"entity": entity})]


def empty_sets(reader: Reader) -> list[int]:
    """The numbers of change sets without a change."""
    sql = (
        'SELECT s."number" FROM "change_set" s LEFT JOIN "change" c ON c."set_number" = s."number" '
        'WHERE c."id" IS NULL ORDER BY 1'
    )
    return [int(row[0]) for row in reader.ask(sql, {})]


def broken_chains(reader: Reader) -> list[int]:
    """The numbers of change sets that undo nothing though they are undos, or undo something though they are none."""
    sql = (
        'SELECT s."number" FROM "change_set" s LEFT JOIN "change_set" u ON u."id" = s."undoes" '
        'WHERE (s."kind" = \'do\' AND s."undoes" IS NOT NULL) OR (s."kind" <> \'do\' AND '
        '(u."number" IS NULL OR u."number" >= s."number")) ORDER BY 1'
    )
    return [int(row[0]) for row in reader.ask(sql, {})]


def unlogged(reader: Reader) -> list[tuple[str, str]]:
    """Rows of the ledger that the journal or the ledger itself knows nothing of: the table and the reminder's uid.

    A reminder speaks of an action that the journal has made; nobody was told more of it than it has become.
    """
    nameless = (
        'SELECT t."uid" FROM "reminder" t LEFT JOIN "change" c ON c."entity" = \'action\' '
        'AND c."entity_id" = t."action_id" WHERE c."id" IS NULL ORDER BY 1'
    )
    ahead = (
        'SELECT d."uid" FROM "delivery" d LEFT JOIN "reminder" t ON t."uid" = d."uid" '
        'WHERE t."uid" IS NULL OR d."sequence" > t."sequence" ORDER BY 1'
    )
    found = [("reminder", str(row[0])) for row in reader.ask(nameless, {})]
    return found + [("delivery", str(row[0])) for row in reader.ask(ahead, {})]


def counts(reader: Reader) -> dict[str, int]:
    """How many rows each table has."""
    return {name: int(reader.ask(f'SELECT count(*) FROM "{name}"', {})[0][0]) for name in COLUMNS}


def exposure(path: str) -> int:
    """What a file or folder allows to others than its owner, as permission bits; 0 is right.

    Raises:
        OSError: it cannot be looked at.
    """
    return stat.S_IMODE(os.stat(path).st_mode) & 0o077 if os.name == "posix" else 0
