"""What a doctor finds in a database and around it, and what mending puts right after a copy."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import copies
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import AddAction, MoveTo, NewPlan
from followup.domain.dates import When
from followup.domain.reminders import Delivery, Reminder
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.store.surroundings import network_of, synced_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.signs import Sign

TODAY = date(2026, 5, 12)
NOON = datetime(2026, 5, 12, 10, tzinfo=UTC)
posix = pytest.mark.skipif(os.name != "posix", reason="the system has no such rights")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose database has lived a little: a plan, two actions, a reminder that was sent."""
    made = Desk(Settings(str(tmp_path / "plan.db"), "sv", user="Ylva"), Phrases("sv"), Clock(TODAY))
    made.do(NewPlan("hav", "Plan"))
    (plan,) = made.snapshot().plans
    for text in ("Boka tid", "Skriv mall"):
        made.do(AddAction(plan, "A", "", "", text, When.no_date()))
    first = next(iter(made.snapshot().actions))
    made.do(MoveTo(first, Status.DONE))
    made.undo()
    reminder = Reminder("u1", first, "due", "", "sv", "0" * 8, 1, NOON, NOON, b"BEGIN:VEVENT\r\nEND:VEVENT\r\n")
    made._store.record_reminders([reminder], [Delivery("u1", "", "folder", 1, "sent", NOON)])
    yield made
    made.close()


def codes(signs: tuple[Sign, ...]) -> set[str]:
    return {one.code for one in signs if not one.good}


def do(desk: Desk, *statements: str) -> None:
    """Do to the file what no program of ours would."""
    desk._store.close()
    with closing(sqlite3.connect(str(desk._store.address.path), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


def test_a_healthy_database_has_only_good_signs(desk: Desk) -> None:
    signs = desk.keeping.examine()
    assert codes(signs) == set()
    assert {one.code for one in signs} == {"sound", "chained", "ledger_agrees", "private", "copy_good"}
    assert desk.replay_trouble() == ""


@posix
def test_rights_that_others_have_are_found_and_taken(desk: Desk, tmp_path: Path) -> None:
    copy = next((tmp_path / "plan-copies").glob("*.db"))
    (tmp_path / "plan.db").chmod(0o644)
    copy.chmod(0o640)
    tmp_path.chmod(0o777)
    assert codes(desk.keeping.examine()) == {"exposed", "copies_exposed", "folder"}
    desk.keeping.mend()
    assert codes(desk.keeping.examine()) == {"folder"}, "whose folder it is, is not ours to say"
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "plan.db", copy)} == {0o600}


def test_a_version_that_the_journal_does_not_count_is_found_and_counted(desk: Desk) -> None:
    do(desk, "UPDATE action SET version = 7 WHERE label = 'A1'")
    assert codes(desk.keeping.examine()) == {"miscounted"}
    kept = desk.keeping.mend()
    copies.verify(Path(kept))
    assert codes(desk.keeping.examine()) == set()


def test_a_reminder_of_what_is_no_more_is_withdrawn(desk: Desk) -> None:
    do(desk, "UPDATE reminder SET action_id = 'gone'")
    assert codes(desk.keeping.examine()) == {"dangling", "ledger"}
    desk.keeping.mend()
    assert codes(desk.keeping.examine()) == {"ledger"}
    assert [one.withdrawn for one in desk._store.reminders()] == [True]


def test_a_broken_index_is_built_anew(desk: Desk) -> None:
    index = "UPDATE sqlite_master SET sql = 'CREATE INDEX ix_action_area_id ON action (area_id){}' WHERE name LIKE '%area_id'"
    do(desk, "PRAGMA writable_schema=ON", index.format(" WHERE position < 0"))
    do(desk, "UPDATE action SET area_id = NULL WHERE label = 'A1'")
    do(desk, "PRAGMA writable_schema=ON", index.format(""))
    signs = desk.keeping.examine()
    assert codes(signs) == {"unsound"}
    assert all(one.mends for one in signs if one.code == "unsound")
    desk.keeping.mend()
    assert codes(desk.keeping.examine()) == set()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE delivery SET sequence = 9", "ledger"),
        ("UPDATE delivery SET uid = 'nobody'", "ledger"),
        ("UPDATE action SET area_id = 'gone' WHERE label = 'A2'", "dangling"),
        (("INSERT INTO change_set (number, id, at, by, why, kind) VALUES (99, 'x', '2026-05-12 10:00:00.000000', "
         "'Ylva', '', 'do')"), "chain"),
        (("INSERT INTO change_set (number, id, at, by, why, kind, undoes) VALUES (99, 'x', "
         "'2026-05-12 10:00:00.000000', 'Ylva', '', 'undo', 'nothing')"), "chain"),
    ],
)  # fmt: skip
def test_what_does_not_hang_together_is_told(desk: Desk, statement: str, code: str) -> None:
    do(desk, statement)
    assert codes(desk.keeping.examine()) == {code}


def test_a_value_that_was_changed_behind_the_journal_is_told(desk: Desk) -> None:
    do(desk, "UPDATE action SET measure = 'Något annat' WHERE label = 'A1'")
    assert desk.replay_trouble() != ""


def test_a_copy_that_is_damaged_is_told(desk: Desk, tmp_path: Path) -> None:
    copy = next((tmp_path / "plan-copies").glob("*.db"))
    whole = copy.read_bytes()
    copy.write_bytes(whole[:4096] + b"x" * (len(whole) - 4096))
    assert codes(desk.keeping.examine()) == {"copy_bad"}


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/home/ylva/plan.db", ""),
        ("/home/ylva/OneDrive - Region Havet/plan.db", "OneDrive - Region Havet"),
        ("/home/ylva/Dropbox/följ upp/plan.db", "Dropbox"),
        ("/Users/ylva/Library/Mobile Documents/com~apple~CloudDocs/plan.db", "iCloud"),
        ("/Users/ylva/Library/CloudStorage/OneDrive-Havet/plan.db", "CloudStorage"),
        ("/home/ylva/Nextcloud2/plan.db", "Nextcloud2"),
        ("/home/ylva/planer/dropbox.db", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: str, folder: str) -> None:
    assert synced_folder(path) == folder


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/hem /hem nfs4 rw,vers=4.2 0 0
//server/delad /hem/ylva/G\\040disk cifs rw 0 0
/dev/sdb1 /hem/lokal ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/plan.db", ""),
        ("/hem/ylva/plan.db", "nfs4"),
        ("/hem/ylva/G disk/plan.db", "cifs"),
        ("/hem/lokal/plan.db", ""),
        ("\\\\server\\delad\\plan.db", "UNC"),
    ],
)
def test_a_network_disk_is_known_by_what_is_mounted_nearest(path: str, kind: str) -> None:
    assert network_of(path, MOUNTS) == kind


def test_where_the_system_lists_no_mounts_nothing_is_said() -> None:
    assert network_of("/hem/ylva/plan.db", "") == ""
