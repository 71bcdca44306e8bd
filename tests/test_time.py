"""The same answers at both ends of the day and on its edges: far west, at home, far east; clocks moved; 29 February."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ZONES = ("Pacific/Niue", "Europe/Stockholm", "Pacific/Kiritimati")
"""UTC-11, home with its moved clocks, and UTC+14: between the first and the last lie more than 24 hours."""
QUICK = ("test_domain_dates.py", "test_desk_copies.py", "test_exports_recurrence.py", "test_publishing_status.py")
LONG = ("test_domain_rules.py", "test_domain_questions.py", "test_domain_changes.py", "test_exports_ics.py")
SUITES = QUICK + (LONG if os.environ.get("FOLLOWUP_TORTURE") == "long" else ())
"""Those that speak of days and of instants; the others are the same whatever the clock says."""

STORY = """
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from followup.clock import Clock, end_of_day, local_day
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import AddAction, MoveTo, NewPlan
from followup.domain.dates import When
from followup.phrases.book import Phrases
from followup.settings import Settings

day = date.fromisoformat(sys.argv[2])
desk = Desk(Settings(sys.argv[1], "sv", today=day, user="Ylva"), Phrases("sv"), Clock(day))

def on(then):
    desk.clock = Clock(then)

on(day - timedelta(days=1))
desk.do(NewPlan("hav", "Plan"))
(plan,) = desk.snapshot().plans
desk.do(AddAction(plan, "A", "", "", "Boka tid", When.on(day)))
(action,) = desk.snapshot().actions
on(day)
desk.do(MoveTo(action, Status.IN_PROGRESS))
on(day + timedelta(days=1))
desk.do(MoveTo(action, Status.DONE))
stood = [desk.snapshot_as_of(day + timedelta(days=n)).actions[action].status.value for n in (-1, 0, 1)]
since = [len(desk.history_since(day + timedelta(days=n))) for n in (-1, 0, 1, 2)]
days = [str(local_day(made.at)) for made in reversed(desk.history())]
assert local_day(end_of_day(day)) == day
assert end_of_day(day) < end_of_day(day + timedelta(days=1))
assert desk.replay_trouble() == ""
print(stood, since, days == [str(day - timedelta(days=1))] * 2 + [str(day), str(day + timedelta(days=1))])
"""
"""A plan lived through around a day, told as it stood on each; the log's instants are in UTC, its days the user's."""

DAYS = {
    "an ordinary day": date(2026, 5, 12),
    "clocks move forward": date(2026, 3, 29),
    "clocks move back": date(2026, 10, 25),
    "29 February": date(2028, 2, 29),
    "New Year": date(2027, 1, 1),
    "the last day of the year": date(2026, 12, 31),
}


def in_zone(zone: str, *command: str) -> subprocess.CompletedProcess[str]:
    known = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    return subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=known | {"TZ": zone, "PYTHONPATH": paths, "HYPOTHESIS_PROFILE": "deterministic"},
    )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", DAYS)
def test_a_day_is_the_users_own_wherever_that_is(name: str, zone: str, tmp_path: Path) -> None:
    told = in_zone(zone, "-c", STORY, str(tmp_path / "plan.db"), str(DAYS[name]))
    assert told.stderr == ""
    assert told.stdout == "['planned', 'in_progress', 'done'] [4, 2, 1, 0] True\n"


@pytest.mark.parametrize("zone", ZONES)
def test_the_suites_that_speak_of_days_hold_in_every_zone(zone: str) -> None:
    found = [str(ROOT / "tests" / name) for name in SUITES if (ROOT / "tests" / name).exists()]
    assert len(found) == len(SUITES)
    told = in_zone(zone, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-showlocals", *found)
    assert told.returncode == 0, told.stdout[-3000:] + told.stderr[-1000:]
