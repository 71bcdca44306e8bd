"""A copy of each day of use, made before the day's first write, kept as long as is useful, and never in the way."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from db import copies
from db.retention import keep
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.commands import AddAction, NewPlan
from followup.domain.dates import When
from followup.domain.trouble import Trouble
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.store.daily import made_in, thin_out

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 2)


def a_desk(folder: Path, day: date = DAY) -> Desk:
    settings = Settings(data=str(folder / "plan.db"), language="sv", today=day, user="Ylva")
    return Desk(settings, Phrases("sv"), Clock(day))


def write(desk: Desk) -> None:
    """Write something new: a plan first, then actions."""
    plans = list(desk.snapshot().plans)
    command = AddAction(plans[0], "A", "", "", "Boka tid", When.no_date()) if plans else NewPlan("hav", "Plan")
    assert desk.do(command).made is not None


def days(folder: Path) -> list[date]:
    return sorted(made_in(folder / "plan-copies"))


def test_a_day_begins_with_a_copy_of_what_the_day_before_left(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    write(desk)
    assert days(tmp_path) == [], "there was nothing to copy"
    write(desk)
    desk.close()
    later = a_desk(tmp_path, DAY + timedelta(days=1))
    write(later)
    write(later)
    found = made_in(tmp_path / "plan-copies")
    assert sorted(found) == [DAY, DAY + timedelta(days=1)]
    with closing(sqlite3.connect(found[DAY + timedelta(days=1)])) as copy:
        assert copy.execute("SELECT max(number) FROM change_set").fetchone() == (2,)


def test_reading_makes_no_copy(tmp_path: Path) -> None:
    write(a_desk(tmp_path))
    later = a_desk(tmp_path, DAY + timedelta(days=1))
    later.snapshot()
    assert later.history()
    assert days(tmp_path) == []


def test_a_year_of_days_leaves_a_week_two_months_of_weeks_and_a_year_of_months(tmp_path: Path) -> None:
    folder = tmp_path / "plan-copies"
    folder.mkdir()
    year = [DAY - timedelta(days=back) for back in range(400)]
    for day in year:
        (folder / f"followup-{day}.db").touch()
    for other in ("followup-2020-01-01-101500.db", "mine.db", "followup-2020-13-77.db"):
        (folder / other).touch()
    thin_out(folder, DAY)
    assert set(made_in(folder)) == keep(year, DAY)
    assert 7 + 6 + 10 <= len(days(tmp_path)) <= 7 + 8 + 12
    assert len(list(folder.iterdir())) == len(days(tmp_path)) + 3, "what was not made by the day stays"


def test_what_a_killed_copy_left_is_swept_up_later(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    write(desk)
    folder = tmp_path / "plan-copies"
    folder.mkdir(exist_ok=True)
    old, new = folder / ".followup-2026-02-01.db.77.part", folder / ".followup-2026-03-02.db.78.part"
    for path in (old, new):
        path.touch()
    os.utime(old, (1, 1))
    write(desk)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_copy_that_cannot_be_made_stops_nobody_and_is_told(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    write(desk)
    (tmp_path / "plan-copies").write_text("a file where the folder should be", encoding="utf-8")
    write(desk)
    trouble = a_desk(tmp_path).keeping.copy_of_today()
    assert isinstance(trouble, Trouble)
    assert trouble.code == "database.not_writable"


def test_the_last_room_on_a_disk_is_for_the_plan_and_not_for_its_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a_desk(tmp_path))
    monkeypatch.setattr("followup.store.daily.shutil.disk_usage", lambda path: SimpleNamespace(free=10_000))
    desk = a_desk(tmp_path)
    write(desk)
    assert days(tmp_path) == []
    trouble = a_desk(tmp_path).keeping.copy_of_today()
    assert trouble is not None
    assert trouble.facts["reason"] == "no_space"


def test_copies_are_for_the_owner_alone_and_each_opens(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    write(desk)
    write(desk)
    (path,) = made_in(tmp_path / "plan-copies").values()
    copies.verify(path)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_copy_of_the_day_can_be_restored(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    write(desk)
    write(desk)
    (path,) = made_in(tmp_path / "plan-copies").values()
    assert len(desk.snapshot().actions) == 1
    desk.restore(str(path))
    assert len(desk.snapshot().actions) == 0
    desk.close()
    write(a_desk(tmp_path))
