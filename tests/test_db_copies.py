"""Copies: whole and verified or not there at all, and put back as one transaction."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine

from db import copies, identity
from db.address import Address, read
from db.copies import copies_in, copy, replace, verify
from db.engine import open_engine
from db.errors import Damaged, DatabaseError, Locked, Missing, NotOurs, NotWritable, Occupied, TooNew
from db.journal import commit
from db.reading import open_reader
from db.reminders import DeliveryRow, ReminderRow, record
from db.schema import split
from db.upgrade import prepare
from db.whole import everything as tables_of
from db.whole import fill
from rows import NOON, action, change_set, edited, everything, made, plan, round_

if TYPE_CHECKING:
    from postgres import Server

pytest_plugins = ["postgres"]


def filled(engine: Engine) -> None:
    row = action()
    commit(engine, change_set(1), [made("plan", plan()), made("action", row), made("round", round_())])
    commit(engine, change_set(2), [edited("action", row, "status", status="done")])
    again = [edited("action", row | {"status": "done"}, "status", status="planned")]
    commit(engine, change_set(3, "undo", undoes=change_set(2).id), again)
    reminder = ReminderRow("u1", "a", "due", "0", "sv", "h", 0, NOON, NOON, "BEGIN:VEVENT", withdrawn=True)
    record(engine, [reminder], [DeliveryRow("u1", "", "file", 0, "sent", NOON)])


DOCUMENTS = Path(__file__).parent / "documents"


def whole(address: Address) -> dict[str, list[tuple[object, ...]]]:
    with open_reader(address) as reader:
        return tables_of(reader)


def test_a_copy_holds_everything_and_is_for_the_owner_alone(engine: Engine, address: Address, tmp_path: Path) -> None:
    filled(engine)
    target = tmp_path / "copies" / "one.db"
    copy(address, target)
    assert whole(read(str(target))) == whole(address)
    [seen] = copies_in(target.parent)
    assert (seen.path, seen.size) == (target, target.stat().st_size)
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert stat.S_IMODE(target.parent.stat().st_mode) == 0o700
    assert [each.name for each in target.parent.iterdir()] == ["one.db"]


def test_a_folder_that_is_not_there_has_no_copies(tmp_path: Path) -> None:
    assert copies_in(tmp_path / "copies") == []


def test_a_copy_that_fails_leaves_the_older_one_and_no_litter(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copies" / "one.db"
    copy(address, target)
    before = target.read_bytes()

    def broken(path: Path) -> None:
        raise Damaged(str(path))

    monkeypatch.setattr(copies, "verify", broken)
    with pytest.raises(Damaged):
        copy(address, target)
    assert target.read_bytes() == before
    assert [each.name for each in target.parent.iterdir()] == ["one.db"]


def test_what_is_not_there_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        copy(read(str(tmp_path / "plan.db")), tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_no_copy_is_made(address: Address) -> None:
    with pytest.raises((NotWritable, Missing)):
        copy(address, Path("/proc/nowhere/copy.db"))


@pytest.fixture
def file(tmp_path: Path) -> Address:
    """A file with a history, and a copy of it from before its last change."""
    address = read(str(tmp_path / "register.db"))
    prepare(address)
    filled(open_engine(address))
    copy(address, tmp_path / "copy.db")
    commit(open_engine(address), change_set(4), [edited("plan", plan(), "title", title="Ny")])
    return address


def test_a_copy_is_put_back_while_others_read_and_they_notice(file: Address, tmp_path: Path) -> None:
    with open_reader(file) as reader:
        token = reader.data_version()
        assert reader.revision() == 4
        replace(file, tmp_path / "copy.db")
        assert reader.data_version() != token
        assert reader.revision() == 3
    assert whole(file) == whole(read(str(tmp_path / "copy.db")))
    assert commit(open_engine(file), change_set(5), [edited("plan", plan(), "title", title="Ny")]) == 4


def test_a_copy_is_put_where_nothing_is(file: Address, tmp_path: Path) -> None:
    elsewhere = read(str(tmp_path / "new" / "plan.db"))
    replace(elsewhere, tmp_path / "copy.db")
    assert whole(elsewhere) == whole(read(str(tmp_path / "copy.db")))


@pytest.mark.parametrize("offset", [0, 100])
def test_a_damaged_file_is_kept_beside_the_copy_that_takes_its_place(
    file: Address, tmp_path: Path, offset: int
) -> None:
    path = Path(str(file.path))
    with path.open("r+b") as handle:
        handle.seek(offset)
        handle.write(b"\x07" * 3000)
    spoilt = path.read_bytes()
    replace(file, tmp_path / "copy.db")
    assert whole(file) == whole(read(str(tmp_path / "copy.db")))
    assert (tmp_path / "register.db.damaged").read_bytes() == spoilt


def test_what_is_not_fit_is_not_put_back(file: Address, tmp_path: Path) -> None:
    before = whole(file)
    foreign, newer, cut = tmp_path / "foreign.db", tmp_path / "newer.db", tmp_path / "cut.db"
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    prepare(read(str(newer)))
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 99")
    cut.write_bytes((tmp_path / "copy.db").read_bytes()[:20_000])
    errors: list[tuple[Path, type[DatabaseError]]] = [
        (foreign, NotOurs),
        (newer, TooNew),
        (cut, Damaged),
        (tmp_path / "nothing.db", Missing),
    ]
    for source, error in errors:
        with pytest.raises(error):
            replace(file, source)
    assert whole(file) == before


def test_another_programs_file_is_not_replaced(file: Address, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = foreign.read_bytes()
    with pytest.raises(NotOurs):
        replace(read(str(foreign)), tmp_path / "copy.db")
    assert foreign.read_bytes() == before


def test_a_held_file_is_not_waited_for_without_end(
    file: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(copies, "WAIT_SECONDS", 0.02)
    monkeypatch.setattr(copies, "PAUSE", 0.01)
    with closing(sqlite3.connect(str(file.path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            replace(file, tmp_path / "copy.db")
        other.execute("ROLLBACK")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked):
            copy(file, tmp_path / "other.db")
    with open_reader(file) as reader:
        assert reader.revision() == 4


def test_rows_that_point_to_nothing_spoil_a_copy(file: Address, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "copy.db")) as connection, connection:
        connection.execute("DELETE FROM plan")
    with pytest.raises(Damaged):
        verify(tmp_path / "copy.db")


def test_only_an_empty_database_is_filled_and_goes_on_counting(address: Address, engine: Engine, file: Address) -> None:
    everything_else = whole(file)
    fill(engine, everything_else)
    assert whole(address) == everything_else
    with pytest.raises(Occupied):
        fill(engine, everything_else)
    title = everything_else["plan"][0][2]
    assert title == "Ny"
    row = plan() | {"title": "Ny"}
    assert commit(engine, change_set(5), [edited("plan", row, "title", title="Nyare")]) == 5
    record(engine, [], [DeliveryRow("u2", "", "file", 1, "sent", NOON)])
    assert len(whole(address)["delivery"]) == 2


def test_an_empty_server_is_filled_from_a_copy_and_an_occupied_one_is_not(server: Server, file: Address) -> None:
    address = read(server.url(server.new()))
    replace(address, Path(str(file.path)))
    assert everything(address) == everything(file)
    with pytest.raises(Occupied):
        replace(address, Path(str(file.path)))


@pytest.mark.parametrize("sql", sorted(DOCUMENTS.glob("schema-*.sql")), ids=lambda path: path.stem)
def test_a_server_is_filled_from_a_copy_of_an_older_schema_which_stays_as_it_is(
    server: Server, tmp_path: Path, sql: Path
) -> None:
    copy = tmp_path / "old.db"
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in split(sql.read_text(encoding="utf-8")):
            connection.execute(statement)
    before = copy.read_bytes()
    address = read(server.url(server.new()))
    replace(address, copy)
    assert copy.read_bytes() == before
    prepare(read(str(copy)))
    assert whole(address) == whole(read(str(copy)))
