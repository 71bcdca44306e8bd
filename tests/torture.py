"""What the torture is done with: the program as people start it, desks in a loop, and what must hold afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from db.address import Address, read
from db.checks import broken_chains, dangling, empty_sets, miscounted, unsound
from db.copies import copies_in, verify
from db.reading import open_reader
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.commands import AddAction, NewPlan
from followup.domain.dates import When
from followup.phrases.book import Phrases
from followup.settings import Settings

ROOT = Path(__file__).parent.parent
FIRST_DAY = date(2026, 1, 12)
IS_LONG = os.environ.get("FOLLOWUP_TORTURE") == "long"
LABELS = ("A1", "A2", "A3")


@dataclass(frozen=True, slots=True)
class Size:
    """How much: killed commands and killed desks, edits of each hand."""

    commands: int
    desks: int
    edits: int


def size_of(address: Address) -> Size:
    """Give how much is tried of each kind of database: in the short form mostly of files."""
    if IS_LONG:
        return Size(250, 250, 200)
    return Size(10, 15, 10) if address.path is not None else Size(2, 4, 4)


STEP = 1 if IS_LONG else 24
"""Every so many writes fail."""


def report(text: str) -> None:
    """Say what was reached, for `make torture` to show."""
    sys.stdout.write(f"\n  {text}\n")


def place_of(address: Address) -> str:
    return str(address.path or address.url.replace("+psycopg", ""))


def desk_at(address: Address, today: date = FIRST_DAY) -> Desk:
    return Desk(Settings(place_of(address), "en", today=today, user="Ylva"), Phrases("en"), Clock(today))


def settled(address: Address, count: int = 3) -> Address:
    """Make a plan with so many actions, whose measures are numbers to count with."""
    desk = desk_at(address)
    desk.do(NewPlan("hav", "Havsviks plan"))
    (plan,) = desk.snapshot().plans
    made = desk.do(*(AddAction(plan, "A", "Ledning", f"Krav {n}", "0", When.no_date()) for n in range(count)))
    assert made.made is not None
    desk.close()
    return address


@dataclass(frozen=True, slots=True)
class Program:
    """The program as people start it, at one database."""

    address: Address
    folder: Path
    extra: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        known = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "FOLLOWUP", "PYTEST"))}
        own = {
            "FOLLOWUP_DATA": place_of(self.address),
            "FOLLOWUP_SETTINGS": str(self.folder / "settings.toml"),
            "FOLLOWUP_LANG": "en",
            "FOLLOWUP_USER": "Ylva",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")]),
        }
        return known | own | self.extra

    def start(self, *words: str, script: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, *(["-c", script] if script else ["-m", "followup"]), *words]
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.environment(), cwd=self.folder
        )

    def run(self, *words: str, script: str = "") -> tuple[int, str, str]:
        process = self.start(*words, script=script)
        out, err = process.communicate()
        return process.returncode, out, err


def mark(day: int, note: str) -> tuple[str, ...]:
    """The words that mark all three actions on a day of its own, in turn as begun and as done."""
    status = "done" if day % 2 else "in_progress"
    return ("mark", *LABELS, status, "-m", note, "--today", str(FIRST_DAY + timedelta(days=day)))


def whole(address: Address, acknowledged: set[str], *, replayed: bool = True) -> set[str]:
    """Open the database as the next command would and see that all of it holds; give the notes that it keeps.

    A set of `mark` has a note for each of the three actions: one with fewer is half.
    """
    desk = desk_at(address)
    snapshot = desk.snapshot()
    with open_reader(address) as reader:
        assert unsound(reader) == []
        assert (miscounted(reader), empty_sets(reader), broken_chains(reader), dangling(reader)) == ([], [], [], [])
        notes = reader.ask(
            'SELECT min("new"), count(*) FROM "change" WHERE "field" = \'status_note\' GROUP BY "set_number"', {}
        )
    assert {count for _, count in notes} <= {len(LABELS)}, "a half change set"
    kept = {str(note).strip('"') for note, _ in notes}
    assert acknowledged <= kept, "what was acknowledged is lost"
    assert not replayed or desk.replay_trouble() == ""
    assert snapshot.revision == desk.snapshot().revision
    desk.close()
    return kept


def copies_hold(address: Address) -> int:
    """See that every copy that has its name is whole; give how many there are."""
    if address.path is None:
        return 0
    path = Path(address.path)
    found = copies_in(path.with_name(f"{path.stem}-copies"))
    for copy in found:
        verify(copy.path)
    return len(found)


LOOP = """
import sys
from datetime import date, timedelta
from db.address import read
from torture import FIRST_DAY, desk_at
from followup.domain.actions import Status
from followup.domain.commands import MoveTo
first, name = int(sys.argv[2]), sys.argv[3]
desk = desk_at(read(sys.argv[1]), FIRST_DAY + timedelta(days=first))
desk.warm()
for number in range(10_000):
    status = Status.DONE if number % 2 else Status.IN_PROGRESS
    outcome = desk.do(*(MoveTo(one, status, f"{name} {number}") for one in list(desk.snapshot().actions)[:3]))
    if outcome.made:
        print(f"{name} {number}", flush=True)
"""
"""A user interface in a hurry: it says each change only when the desk has acknowledged it."""

COUNT = """
import random
import sys
import time
from db.address import read
from torture import FIRST_DAY, desk_at
from followup.domain.commands import Reword
name, times = sys.argv[2], int(sys.argv[3])
chance = random.Random(name)
desk = desk_at(read(sys.argv[1]))
done = conflicts = 0
while done < times:
    seen = desk.snapshot()
    own = [one for one in seen.actions.values() if seen.plans[one.plan].key == "hav"]
    action = chance.choice(own[3:5])
    time.sleep(chance.random() / 200)
    outcome = desk.do(Reword(action.id, "measure", str(int(action.measure) + 1)), seen=seen)
    if outcome.made:
        done += 1
        continue
    facts = dict(outcome.refused.facts)
    assert outcome.refused.code == "changed.meanwhile", outcome.refused
    assert int(facts["actual"]) > int(action.measure) and facts["wanted"] == str(int(action.measure) + 1), facts
    conflicts += 1
print(done, conflicts)
"""
"""A hand that adds one to a number it has read; what somebody else wrote meanwhile must never be overwritten."""

COMMANDS = """
import subprocess
import sys
name, times = sys.argv[2], int(sys.argv[3])
done = conflicts = 0
while done < times:
    status = ("in_progress", "done")[(done + conflicts) % 2]
    words = ["mark", "A1", "A2", "A3", status, "-m", f"{name} {done}"]
    told = subprocess.run([sys.executable, "-m", "followup", *words], capture_output=True, text=True)
    if told.returncode == 0:
        done += 1
        continue
    assert told.returncode == 1 and "meanwhile" in told.stderr, told
    conflicts += 1
print(done, conflicts)
"""
"""A cron job: the program started anew for each change."""

IMPORTS = """
import pathlib
import subprocess
import sys
name, times = sys.argv[2], int(sys.argv[3])
path = pathlib.Path(f"{name}.csv")
path.write_text("Krav;Åtgärd;Klart senast;Ansvarig\\nTid avsätts;Schemat görs om;2027-03-01;Tove Ahlqvist\\n", "utf-8")
done = conflicts = 0
while done < times:
    words = ["import", str(path), "--yes", "--new", f"{name}{done}"]
    told = subprocess.run([sys.executable, "-m", "followup", *words], capture_output=True, text=True)
    if told.returncode == 0:
        done += 1
        continue
    assert told.returncode == 1 and "meanwhile" in told.stderr, told
    conflicts += 1
print(done, conflicts)
"""
"""Somebody reads documents in, each as a plan of its own."""

__all__ = ["COMMANDS", "COUNT", "IMPORTS", "LOOP", "Program", "read"]
