"""What a doctor finds in a database."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.address import Address, read
from db.checks import Dangling, Miscount, counts, dangling, empty_sets, exposure, miscounted, unsound
from db.journal import commit
from db.reading import open_reader
from db.reminders import ReminderRow, record
from db.upgrade import prepare
from rows import NOON, action, change_set, edited, made, plan, round_, uuid

pytest_plugins = ["postgres"]


def test_a_sound_database_has_nothing_to_tell(engine: Engine, address: Address) -> None:
    row = action()
    commit(engine, change_set(1), [made("plan", plan()), made("action", row), made("round", round_())])
    commit(engine, change_set(2), [edited("action", row, "status", status="done")])
    with open_reader(address) as reader:
        assert unsound(reader) == []
        assert dangling(reader) == []
        assert miscounted(reader) == []
        assert empty_sets(reader) == []
        found = counts(reader)
    assert (found["plan"], found["action"], found["change_set"], found["change"], found["role"]) == (1, 1, 2, 4, 0)


def test_what_was_done_behind_the_journals_back_is_found(engine: Engine, address: Address) -> None:
    commit(
        engine, change_set(1), [made("plan", plan()), made("round", round_(occasion_id="x")), made("action", action())]
    )
    commit(engine, change_set(2), [])
    withdrawn = ReminderRow("w", "gone", "due", "0", "sv", "h", 0, NOON, NOON, "", withdrawn=True)
    live = ReminderRow("l", "gone", "due", "0", "sv", "h", 0, NOON, NOON, "", withdrawn=False)
    record(engine, [withdrawn, live])
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE action SET version = 7")
    with open_reader(address) as reader:
        assert dangling(reader) == [
            Dangling("round", uuid(5000), "occasion_id", "x"),
            Dangling("reminder", "l", "action_id", "gone"),
        ]
        assert miscounted(reader) == [Miscount("action", uuid(1000), 7, 1)]
        assert empty_sets(reader) == [2]


def test_rows_whose_plan_is_gone_are_found(tmp_path: Path) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    with closing(sqlite3.connect(str(address.path))) as connection, connection:
        connection.execute("INSERT INTO area VALUES ('a', 'nowhere', 'A', 'Miljö', 1, 1, '')")
    with open_reader(address) as reader:
        assert dangling(reader) == [Dangling("area", "a", "plan_id", "nowhere")]


def test_damage_inside_a_file_is_found(tmp_path: Path) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    path = Path(str(address.path))
    content = bytearray(path.read_bytes())
    content[-4096:] = bytes(4096)
    path.write_bytes(content)
    with open_reader(address) as reader:
        assert unsound(reader) != []


@pytest.mark.skipif(os.name != "posix", reason="the system has no such modes")
def test_what_others_may_see_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.db"
    prepare(read(str(path)))
    assert exposure(str(path)) == 0
    path.chmod(0o644)
    assert exposure(str(path)) == 0o044
