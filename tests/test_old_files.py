"""A database of every released schema still opens, whole; one of a later schema is refused, untouched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import identity
from db.checks import broken_chains, dangling, empty_sets, miscounted, unlogged, unsound
from db.copies import copies_in, verify
from db.reading import open_reader
from db.schema import split
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from followup.domain.trouble import Unusable
from followup.phrases.book import Phrases
from followup.settings import Settings
from test_db_upgrade import next_schema

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENTS = Path(__file__).parent / "documents"
OLD = sorted(DOCUMENTS.glob("schema-*.sql"))
TODAY = date(2026, 5, 20)

__all__ = ["next_schema"]


def a_desk(path: Path) -> Desk:
    return Desk(Settings(str(path), "sv", today=TODAY, user="Ylva"), Phrases("sv"), Clock(TODAY))


def made(sql: Path, path: Path) -> Path:
    """A file as an older program left it."""
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in split(sql.read_text(encoding="utf-8")):
            connection.execute(statement)
    return path


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def test_there_is_a_file_of_every_schema() -> None:
    assert [path.stem for path in OLD] == [f"schema-{number}" for number in range(1, identity.SCHEMA + 1)]


@pytest.mark.parametrize("sql", OLD, ids=lambda path: path.stem)
def test_a_file_of_an_older_schema_opens_whole_and_goes_on(sql: Path, tmp_path: Path) -> None:
    path = made(sql, tmp_path / "plan.db")
    kept = {table: rows(path, table) for table in ("plan", "action", "round", "change_set", "change", "reminder")}
    assert min(kept.values()) > 0
    desk = a_desk(path)
    snapshot = desk.snapshot()
    assert (len(snapshot.plans), len(snapshot.actions), len(snapshot.rounds)) == tuple(kept.values())[:3]
    assert len(desk.history(limit=None)) == snapshot.revision == kept["change_set"]
    assert desk.replay_trouble() == ""
    with open_reader(desk._store.address) as reader:
        found = [look(reader) for look in (unsound, dangling, miscounted, empty_sets, broken_chains, unlogged)]
        assert found == [[]] * 6
    while desk.undo().made is not None:
        continue
    assert not desk.snapshot().plans
    while desk.redo().made is not None:
        continue
    assert set(desk.snapshot().actions) == set(snapshot.actions)
    assert desk.do(MoveTo(next(iter(snapshot.actions)), Status.PAUSED, "väntar")).made is not None
    desk.close()


def test_the_copy_before_an_upgrade_lies_among_the_copies(tmp_path: Path, next_schema: Callable[[str], None]) -> None:
    path = made(OLD[-1], tmp_path / "plan.db")
    next_schema("pass")
    desk = a_desk(path)
    assert desk.snapshot().actions
    desk.close()
    (copy,) = copies_in(tmp_path / "plan-copies")
    assert copy.path.name.startswith(f"plan-schema-{identity.SCHEMA - 1}-change-")
    verify(copy.path)
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (identity.SCHEMA - 1,)


def test_a_file_of_a_later_schema_is_refused_untouched(tmp_path: Path) -> None:
    path = made(OLD[-1], tmp_path / "plan.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={identity.SCHEMA + 1}")
    before = path.read_bytes()
    desk = a_desk(path)
    for ask in (desk.snapshot, desk.undo, desk.keeping.backup, desk.keeping.examine, desk.keeping.mend):
        with pytest.raises(Unusable) as told:
            ask()
        assert told.value.code == "database.newer"
    desk.close()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["plan.db"]
