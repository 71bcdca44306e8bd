"""A database is made on first use and brought up to date, or refused and left as it was."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlalchemy.schema import CreateTable

from db import identity, schema, steps
from db.address import Address, read
from db.copies import copies_in
from db.creation import create
from db.engine import open_engine
from db.errors import Damaged, DatabaseError, Locked, Missing, NotOurs, NotWritable, Outdated, TooNew, Unreachable
from db.journal import commit
from db.reading import open_reader
from db.tables import TABLES, Row
from db.upgrade import Prepared, prepare
from rows import change_set, everything, made, plan, uuid

if TYPE_CHECKING:
    from postgres import Server

pytest_plugins = ["postgres"]


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def stored(address: Address) -> int:
    """The number of a set that was stored just now."""
    engine = open_engine(address)
    try:
        return commit(engine, change_set(), [made("plan", plan())])
    finally:
        engine.dispose()


posix = pytest.mark.skipif(os.name != "posix", reason="the system has no such modes")


def test_a_database_is_made_once(blank: Address) -> None:
    assert prepare(blank) is Prepared.CREATED
    assert prepare(blank) is Prepared.CURRENT


@posix
def test_a_new_file_and_its_folders_are_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "plan.db"
    prepare(read(str(path)))
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


@pytest.mark.parametrize("name", ["a?b.db", "50%.db", "#1.db", "å ä ö.db", "a b'\".db"])
def test_any_file_name_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    address = read(str(tmp_path / name))
    prepare(address)
    stored(address)
    with open_reader(address) as reader:
        assert reader.revision() == 1
    assert names(tmp_path) == [name]


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "plan.db"
    path.touch(0o644)
    assert prepare(read(str(path))) is Prepared.CREATED


def test_ten_programs_at_once_make_one_database(blank: Address) -> None:
    done: list[Prepared] = []
    threads = [threading.Thread(target=lambda: done.append(prepare(blank))) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [Prepared.CREATED, *[Prepared.CURRENT] * 9]


@pytest.mark.parametrize("questions", range(4))
def test_a_file_that_is_filled_while_it_is_looked_at_is_no_strangers(tmp_path: Path, questions: int) -> None:
    path = tmp_path / "plan.db"
    path.touch()
    asked: list[str] = []

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, /, *values: object) -> sqlite3.Cursor:
            if len(asked) == questions:
                create(str(path))
            asked.append(sql)
            return super().execute(sql, *values)  # type: ignore[arg-type]

    with closing(sqlite3.connect(path, isolation_level=None, factory=Watched)) as connection, suppress(Missing):
        identity.check(connection, str(path))
    assert len(asked) == 3


def test_the_migrations_make_the_tables_that_are_declared(engine: Engine) -> None:
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []


def test_every_constraint_that_is_declared_is_in_the_file() -> None:
    with closing(steps.migrated_in_memory()) as connection:
        made_sql = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    for name, table in TABLES.items():
        declared = str(CreateTable(table).compile(dialect=open_engine(read("x.db")).dialect))
        assert rules(declared) == rules(made_sql[name])


def rules(sql: str) -> list[str]:
    """Columns and constraints; SQLite writes a column that was added later on the line of the last one."""
    lines = (line.strip().rstrip(",") for line in sql.strip().splitlines()[1:-1])
    return sorted(each for line in lines for each in re.split(r", (?=[a-z_]+ [A-Z])", line))


def test_the_short_cut_to_a_new_file_makes_what_the_migrations_make() -> None:
    with closing(steps.migrated_in_memory()) as connection:
        written = Path(schema.FILE).read_text(encoding="utf-8")
        assert written == schema.dump(connection), "write it anew: python -m db.migrations"


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def other_application(path: Path) -> None:
    prepare(read(str(path)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006675")


def text(path: Path) -> None:
    path.write_text("Handlingsplan\n" * 100, encoding="utf-8")


def newer(path: Path) -> None:
    prepare(read(str(path)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {identity.SCHEMA + 1}")


def nameless(path: Path) -> None:
    prepare(read(str(path)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")


def cut(path: Path) -> None:
    prepare(read(str(path)))
    os.truncate(path, 20_000)


def scribbled(path: Path) -> None:
    prepare(read(str(path)))
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(3000))


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (foreign, NotOurs),
        (other_application, NotOurs),
        (text, NotOurs),
        (newer, TooNew),
        (nameless, Damaged),
        (cut, Damaged),
        (scribbled, Damaged),
    ],
)
def test_what_is_not_ours_or_not_sound_is_refused_untouched(
    tmp_path: Path, spoil: Callable[[Path], None], error: type[DatabaseError]
) -> None:
    path = tmp_path / "plan.db"
    spoil(path)
    before = path.read_bytes()
    for attempt in (prepare, open_reader, everything):
        if attempt is everything or spoil not in (cut, scribbled):
            with pytest.raises(error) as caught:
                attempt(read(str(path)))
            assert caught.value.place == str(path)
    assert path.read_bytes() == before
    assert names(tmp_path) == ["plan.db"]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotOurs):
        prepare(read(str(tmp_path)))


def test_reading_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        open_reader(read(str(tmp_path / "plan.db")))
    (tmp_path / "empty.db").touch()
    with pytest.raises(Missing):
        open_reader(read(str(tmp_path / "empty.db")))
    assert names(tmp_path) == ["empty.db"]


@pytest.mark.parametrize("place", ["/proc/nowhere/plan.db", "/dev/null/plan.db"])
@posix
def test_where_nothing_can_be_made_the_place_is_named(place: str) -> None:
    with pytest.raises(NotWritable) as caught:
        prepare(read(place))
    assert caught.value.place == place


def test_a_locked_file_is_said_to_be_locked(address: Address, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    if kind == "postgresql":
        return
    monkeypatch.setattr(identity, "WAIT_SECONDS", 0.01)
    with closing(sqlite3.connect(str(address.path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked):
            open_reader(address)
        with pytest.raises(Locked):
            prepare(address)
        with pytest.raises(Locked):
            stored(address)
        other.execute("ROLLBACK")
    with open_reader(address) as reader:
        assert reader.revision() == 0


STEP = '''
"""A step for the test."""
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{last}"

def upgrade() -> None:
    with op.batch_alter_table("plan") as plan:
        plan.add_column(sa.Column("colour", sa.String(), nullable=False, server_default="grey"))
    {more}
'''


@pytest.fixture
def next_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The program one version later."""

    def later(more: str) -> None:
        folder = tmp_path / "steps 100%"
        folder.mkdir()
        step = STEP.format(more=more, revision="next", last=identity.REVISIONS[-1])
        (folder / "vnext.py").write_text(step, encoding="utf-8")
        monkeypatch.setattr(steps, "FOLDERS", [*steps.FOLDERS, str(folder)])
        monkeypatch.setattr(identity, "SCHEMA", identity.SCHEMA + 1)
        monkeypatch.setattr(identity, "REVISIONS", (*identity.REVISIONS, "next"))

    return later


def test_an_older_file_is_upgraded_after_a_verified_copy(tmp_path: Path, next_schema: Callable[[str], None]) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    stored(address)
    next_schema("pass")
    with pytest.raises(Outdated):
        open_reader(address)
    assert prepare(address, tmp_path / "copies") is Prepared.UPGRADED
    assert prepare(address, tmp_path / "copies") is Prepared.CURRENT
    with closing(sqlite3.connect(str(address.path))) as connection:
        assert connection.execute("SELECT colour FROM plan").fetchall() == [("grey",)]
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone() == (6,)
    [copy] = copies_in(tmp_path / "copies")
    assert copy.path.name == f"plan-schema-{identity.SCHEMA - 1}-change-1.db"
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("SELECT id FROM plan").fetchall() == [(uuid(1),)]


def test_a_step_that_fails_leaves_the_older_file_whole(tmp_path: Path, next_schema: Callable[[str], None]) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    stored(address)
    before = Path(str(address.path)).read_bytes()
    next_schema("op.execute('INSERT INTO nowhere VALUES (1)')")
    with pytest.raises(DatabaseError):
        prepare(address)
    assert Path(str(address.path)).read_bytes()[100:] == before[100:]
    with closing(sqlite3.connect(str(address.path))) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (identity.SCHEMA - 1,)
        assert "colour" not in connection.execute("SELECT sql FROM sqlite_master WHERE name = 'plan'").fetchone()[0]


def test_an_upgrade_that_would_leave_rows_pointing_nowhere_is_taken_back(
    tmp_path: Path, next_schema: Callable[[str], None]
) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    next_schema("op.execute(\"INSERT INTO area VALUES ('x', 'nowhere', 'A', 'A', 1, 1, '')\")")
    with pytest.raises(Damaged):
        prepare(address)
    with closing(sqlite3.connect(str(address.path))) as connection:
        assert connection.execute("SELECT count(*) FROM area").fetchone() == (0,)


def test_an_older_server_is_upgraded_in_one_transaction(
    server: Server, prepared: str, next_schema: Callable[[str], None]
) -> None:
    address = read(server.url(server.new(prepared)))
    next_schema("pass")
    with pytest.raises(Outdated):
        open_reader(address)
    assert prepare(address) is Prepared.UPGRADED
    assert prepare(address) is Prepared.CURRENT


def test_a_servers_database_of_another_program_or_a_later_one_is_refused(server: Server, prepared: str) -> None:
    name = server.new()
    server.do("CREATE TABLE bookmarks (url text)", database=name)
    later = server.new(prepared)
    server.do("UPDATE alembic_version SET version_num = '9999'", database=later)
    for database, error in ((name, NotOurs), (later, TooNew)):
        for attempt in (prepare, open_reader):
            with pytest.raises(error):
                attempt(read(server.url(database)))


def test_a_server_that_is_not_there_is_unreachable_and_its_password_untold(server: Server) -> None:
    for address in (read(server.url("nothing")), read("postgresql://u:secret@127.0.0.1:1/x")):
        with pytest.raises(Unreachable) as caught:
            prepare(address)
        assert server.password not in str(caught.value)
        assert "secret" not in repr(address) + str(caught.value)


def test_who_may_only_read_reads_and_is_told_so_when_writing(server: Server, prepared: str) -> None:
    name = server.new(prepared)
    server.do(
        f"CREATE ROLE {name}_guest LOGIN PASSWORD '{server.password}'",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}_guest",
        database=name,
    )
    guest = read(server.url(name, f"{name}_guest"))
    assert prepare(guest) is Prepared.CURRENT
    with open_reader(guest) as reader:
        assert reader.revision() == 0
    with pytest.raises(NotWritable):
        stored(guest)


def test_a_role_that_may_read_insert_and_change_is_enough(server: Server, prepared: str) -> None:
    name = server.new(prepared)
    server.do(
        f"CREATE ROLE {name}_user LOGIN PASSWORD '{server.password}'",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}_user",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}_user",
        f"REVOKE UPDATE, DELETE ON change_set, change FROM {name}_user",
        database=name,
    )
    assert stored(read(server.url(name, f"{name}_user"))) == 1
