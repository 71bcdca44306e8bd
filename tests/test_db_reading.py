"""The read side: the same rows as the tables hold, without a mapper, the same from a file and a server."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import Engine

from db.address import Address, read
from db.columns import CHANGE_COLUMNS, CHANGE_SET_COLUMNS, COLUMNS, DAYS, FLAGS, HISTORY_COLUMNS, MOMENTS
from db.copies import copy
from db.journal import commit
from db.reading import open_reader
from db.tables import TABLES
from db.upgrade import prepare
from rows import (
    action,
    area,
    as_read,
    change_set,
    edited,
    holding,
    made,
    occasion,
    person,
    plan,
    role,
    round_,
    uuid,
)

pytest_plugins = ["postgres"]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_columns_that_are_read_are_those_of_the_table(name: str) -> None:
    columns = TABLES[name].c
    assert COLUMNS[name] == tuple(columns.keys())
    kinds = {sqlalchemy.Date: DAYS, sqlalchemy.Boolean: FLAGS}
    for column in columns:
        expected = next((known for sort, known in kinds.items() if isinstance(column.type, sort)), None)
        inner = getattr(column.type, "impl_instance", column.type)
        assert (column.name in MOMENTS) is isinstance(inner, sqlalchemy.DateTime)
        assert all((column.name in known) is (known is expected) for known in kinds.values())


def test_no_table_is_forgotten() -> None:
    assert set(COLUMNS) == set(TABLES)
    assert CHANGE_SET_COLUMNS + CHANGE_COLUMNS[2:] == HISTORY_COLUMNS


@pytest.fixture
def two_plans(engine: Engine) -> None:
    second = plan(2, key="aaa", document_date=None)
    changes = [
        *(made("plan", row) for row in (plan(), second)),
        *(made("area", row) for row in (area(101, position=2), area(100, position=1), area(102, plan_id=uuid(2)))),
        made("person", person()),
        *(made("role", row) for row in (role(301, name="Ö"), role(300, name="A"), role(302, plan_id=uuid(2)))),
        *(made("holding", row) for row in (holding(), holding(401, role_id=uuid(302)))),
        *(made("action", row) for row in (action(1002), action(1001, due_start=None), action(1000))),
        *(made("action", row) for row in (action(2001, plan_id=uuid(2)), action(2000, plan_id=uuid(2)))),
        *(made("round", row) for row in (round_(), round_(5001, action_id=uuid(2000), held_on=date(2026, 9, 9)))),
        *(made("occasion", row) for row in (occasion(), occasion(6001, plan_id=uuid(2)))),
    ]
    commit(engine, change_set(1), changes)


@pytest.mark.usefixtures("two_plans")
def test_everything_is_read_in_the_order_of_the_documents(address: Address) -> None:
    with open_reader(address) as reader:
        assert [row[1] for row in reader.plans()] == ["aaa", "klinik1"]
        assert reader.plans()[1] == as_read("plan", plan())
        assert [row[0] for row in reader.areas()] == [uuid(100), uuid(101), uuid(102)]
        assert reader.people() == [as_read("person", person())]
        assert [row[0] for row in reader.roles()] == [uuid(300), uuid(301), uuid(302)]
        assert reader.holdings()[0] == as_read("holding", holding())
        assert [row[0] for row in reader.actions()] == [uuid(n) for n in (2000, 2001, 1000, 1001, 1002)]
        assert reader.actions_head(3) == reader.actions()[:3]
        assert reader.actions_head(2, uuid(1)) == reader.actions(uuid(1))[:2]
        assert reader.action_count() == 5
        assert reader.rounds() == [as_read("round", round_()), *reader.rounds([uuid(2)])]
        assert reader.occasions()[0] == as_read("occasion", occasion())


@pytest.mark.usefixtures("two_plans")
def test_what_belongs_to_some_plans_can_be_asked_for_alone(address: Address) -> None:
    with open_reader(address) as reader:
        assert [row[0] for row in reader.areas([uuid(2)])] == [uuid(102)]
        assert [row[0] for row in reader.roles([uuid(2)])] == [uuid(302)]
        assert [row[0] for row in reader.holdings([uuid(2)])] == [uuid(401)]
        assert [row[0] for row in reader.occasions([uuid(2)])] == [uuid(6001)]
        assert [row[0] for row in reader.rounds([uuid(2)])] == [uuid(5001)]
        assert [row[0] for row in reader.actions(uuid(2))] == [uuid(2000), uuid(2001)]
        assert reader.areas([]) == reader.rounds([]) == []
        assert reader.areas([uuid(1), uuid(2)]) == reader.areas()


@pytest.mark.usefixtures("two_plans")
def test_single_rows_are_found_by_their_ids(address: Address) -> None:
    with open_reader(address) as reader:
        assert reader.action(uuid(1001)) == as_read("action", action(1001, due_start=None))
        assert reader.action(uuid(9)) is None
        many = [uuid(n) for n in range(1000, 3000)]
        assert sorted(reader.rows("action", many)) == sorted(reader.actions())
        found = reader.change_set(change_set(1).id)
        assert found is not None
        assert found[0] == 1
        assert reader.change_set("nothing") is None


def test_the_journal_is_read_by_set_by_thing_and_by_what_is_new(engine: Engine, address: Address) -> None:
    row = action()
    commit(engine, change_set(1), [made("plan", plan()), made("action", row)])
    commit(engine, change_set(2), [edited("action", row, "status", status="done")])
    commit(engine, change_set(3, "undo", undoes=change_set(2).id), [edited("plan", plan(), "title", title="X")])
    with open_reader(address) as reader:
        assert [s[0] for s in reader.change_sets()] == [3, 2, 1]
        assert [s[0] for s in reader.change_sets(after=1, newest_first=False)] == [2, 3]
        assert [s[0] for s in reader.change_sets(limit=1)] == [3]
        assert [s[0] for s in reader.change_sets(before=3, limit=1)] == [2]
        assert reader.change_sets(limit=1)[0][6] == change_set(2).id
        assert [c[1:4] for c in reader.changes([2, 1])] == [
            (1, "plan", uuid(1)),
            (1, "action", uuid(1000)),
            (2, "action", uuid(1000)),
        ]
        assert reader.changes(entity="action", entity_id=uuid(1000)) == reader.changes([1, 2])[1:]
        assert reader.changes(after=2) == reader.changes([3])
        assert reader.changes() == reader.changes([1, 2, 3])
        history = reader.history([uuid(1000)])
        assert [h[0] for h in history] == [1, 2]
        assert history[1][7:] == ("action", uuid(1000), "status", '{"status": "planned"}', '{"status": "done"}')
        assert reader.revision() == 3


def test_a_table_can_be_taken_out_whole(engine: Engine, address: Address) -> None:
    commit(engine, change_set(1), [made("plan", plan()), made("plan", plan(2))])
    with open_reader(address) as reader:
        assert reader.table("plan") == sorted(reader.plans())
        assert reader.table("change") == reader.changes()


def test_a_snapshot_is_one_state_though_others_write(engine: Engine, address: Address, kind: str) -> None:
    commit(engine, change_set(1), [made("plan", plan())])
    with open_reader(address) as reader:
        with reader.snapshot() as state:
            if kind == "postgresql":
                commit(engine, change_set(2), [made("plan", plan(2))])
            assert (state.revision(), len(state.plans())) == (1, 1)
        assert reader.revision() == (2 if kind == "postgresql" else 1)


def test_commits_of_others_are_noticed(engine: Engine, address: Address) -> None:
    with open_reader(address) as reader:
        first = reader.data_version()
        assert reader.data_version() == first
        commit(engine, change_set(1), [made("plan", plan())])
        second = reader.data_version()
        assert second != first
        assert reader.data_version() == second


def test_a_file_that_was_replaced_is_noticed_and_read(tmp_path: Path) -> None:
    here, there = read(str(tmp_path / "a.db")), read(str(tmp_path / "b.db"))
    prepare(here)
    prepare(there)
    with closing(sqlite3.connect(str(there.path))) as connection, connection:
        connection.execute("INSERT INTO person VALUES ('x', 'Ebbe Falk', '', 'sv', 1)")
    with open_reader(here) as reader:
        before = reader.data_version()
        Path(str(there.path)).replace(str(here.path))
        assert reader.data_version() != before
        assert [row[1] for row in reader.people()] == ["Ebbe Falk"]


def test_nothing_can_be_written_through_the_read_side(address: Address) -> None:
    with open_reader(address) as reader, pytest.raises(Exception, match="NotWritable"):
        reader.ask("DELETE FROM person", {})


def test_what_a_killed_writer_left_half_done_is_rolled_back_by_the_next_reader(tmp_path: Path) -> None:
    address, half = read(str(tmp_path / "a.db")), tmp_path / "half.db"
    prepare(address)
    with closing(sqlite3.connect(str(address.path), isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        rows = [(str(n), "Ebbe Falk" * 50, "", "sv", 1) for n in range(500)]
        connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", rows)
        shutil.copy(str(address.path), half)
        shutil.copy(f"{address.path}-journal", f"{half}-journal")
        connection.execute("ROLLBACK")
    assert Path(f"{half}-journal").stat().st_size > 512
    shutil.copy(half, tmp_path / "copied.db")
    shutil.copy(f"{half}-journal", tmp_path / "copied.db-journal")
    copy(read(str(tmp_path / "copied.db")), tmp_path / "copy.db")
    with open_reader(read(str(tmp_path / "copy.db"))) as reader:
        assert reader.people() == []
    assert prepare(read(str(half))) == "current"
    with open_reader(read(str(half))) as reader:
        assert reader.people() == []


def test_a_reader_that_was_open_when_a_writer_was_killed_reads_on(tmp_path: Path) -> None:
    address = read(str(tmp_path / "a.db"))
    prepare(address)
    killed = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN IMMEDIATE');"
        "c.executemany('INSERT INTO person VALUES (?, ?, ?, ?, ?)', [(str(n), 'N' * 900, '', 'sv', 1) for n in range(500)]);"
        "os._exit(9)"
    )
    with open_reader(address) as reader:
        assert reader.people() == []
        subprocess.run([sys.executable, "-c", killed, str(address.path)], check=False)
        assert Path(f"{address.path}-journal").exists()
        with reader.snapshot():
            assert reader.people() == []
        assert not Path(f"{address.path}-journal").exists()


def test_reading_and_making_a_file_load_no_mapper(tmp_path: Path) -> None:
    script = (
        "import sys; from db.address import read; from db.upgrade import prepare; from db.reading import open_reader;"
        "a = read(sys.argv[1]); print(prepare(a), prepare(a)); r = open_reader(a); r.actions(); r.history(['x']);"
        "heavy = {'sqlalchemy', 'sqlmodel', 'pydantic', 'alembic', 'psycopg', 'pathlib', 'logging', 'typing'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "plan.db")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
    )
    assert told.stdout.splitlines() == ["created current", "[]"]
