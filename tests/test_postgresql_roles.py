"""The roles that docs/postgresql.md gives: one writes and cannot touch the log, one only reads."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import AddAction, MoveTo, NewPlan
from followup.domain.dates import When
from followup.domain.trouble import Unusable
from followup.phrases.book import Phrases
from followup.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postgres import Server

pytest_plugins = ["postgres"]

PAGE = Path(__file__).parent.parent / "docs" / "postgresql.md"
TODAY = date(2026, 5, 12)


def statements() -> list[str]:
    """What the page tells an owner to run once the tables are there."""
    blocks = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return [one.strip() for one in blocks[1].split(";") if one.strip()]


@pytest.fixture(scope="module")
def roles(server: Server, prepared: str) -> Iterator[str]:
    """A database whose owner has followed the page."""
    name = server.new(prepared)
    server.do(
        "CREATE ROLE followup_user NOLOGIN",
        "CREATE ROLE followup_reader NOLOGIN",
        f"CREATE ROLE ylva LOGIN PASSWORD '{server.password}'",
        f"CREATE ROLE pal LOGIN PASSWORD '{server.password}'",
    )
    server.do(*statements(), database=name)
    yield name
    server.do("DROP OWNED BY followup_user, followup_reader", database=name)
    server.do("DROP ROLE ylva, pal, followup_user, followup_reader")


def desk_of(server: Server, database: str, user: str) -> Desk:
    settings = Settings(server.url(database, user), "sv", today=TODAY, user=user)
    return Desk(settings, Phrases("sv"), Clock(TODAY))


def test_who_writes_can_do_everything_that_the_program_does(server: Server, roles: str, tmp_path: Path) -> None:
    desk = desk_of(server, roles, "ylva")
    desk.do(NewPlan("hav", "Plan"))
    (plan,) = desk.snapshot().plans
    made = desk.do(AddAction(plan, "A", "Ledning", "Krav", "Boka tid", When.on(date(2026, 9, 1)))).made
    assert made is not None
    (action,) = desk.snapshot().actions
    assert desk.do(MoveTo(action, Status.DONE)).made is not None
    assert desk.undo().made is not None
    assert desk.redo().made is not None
    assert desk.replay_trouble() == ""
    assert [one.code for one in desk.keeping.examine() if not one.good] == []
    desk.calendars.export_folder(str(tmp_path / "kalendrar"))
    assert Path(desk.keeping.backup(str(tmp_path / "kopia.db"))).exists()
    desk.close()


@pytest.mark.parametrize("statement", ["UPDATE change SET new = ''", "DELETE FROM change_set", "DROP TABLE plan"])
def test_who_writes_cannot_touch_the_log_or_the_tables(statement: str, server: Server, roles: str) -> None:
    with psycopg.connect(server.url(roles, "ylva")) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_who_only_reads_sees_everything_and_is_told_that_nothing_is_stored(server: Server, roles: str) -> None:
    desk = desk_of(server, roles, "pal")
    before = desk.snapshot()
    assert desk.history(limit=None) is not None
    with pytest.raises(Unusable) as told:
        desk.do(NewPlan("ny", "Plan"))
    assert told.value.code == "database.not_writable"
    assert desk.snapshot() == before
    desk.close()


def test_an_older_server_is_upgraded_by_its_owner_and_whoever_writes_or_reads_is_told_so(
    server: Server, roles: str
) -> None:
    made = desk_of(server, roles, "ylva")
    made.do(NewPlan("nord", "Plan"))
    made.do(AddAction(next(iter(made.snapshot().plans)), "A", "Ledning", "Krav", "Boka", When.on(date(2026, 9, 1))))
    before = made.snapshot()
    made.close()
    server.do("ALTER TABLE area DROP COLUMN grade", "UPDATE alembic_version SET version_num = '0001'", database=roles)
    for user in ("ylva", "pal"):
        desk = desk_of(server, roles, user)
        with pytest.raises(Unusable) as told:
            desk.snapshot()
        assert told.value.code == "database.outdated"
        desk.close()
    owner = Desk(Settings(server.url(roles), "sv", today=TODAY, user="ägaren"), Phrases("sv"), Clock(TODAY))
    assert owner.snapshot() == before
    assert owner.replay_trouble() == ""
    owner.close()
    desk = desk_of(server, roles, "ylva")
    assert desk.undo().made is not None
    desk.close()
