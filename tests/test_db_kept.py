"""What was acknowledged is there, whole, whatever happened: killed processes, full disks, many hands at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.address import Address, read
from db.checks import empty_sets, miscounted, unsound
from db.engine import open_engine
from db.errors import Full, NotWritable
from db.journal import commit
from db.reading import open_reader
from db.upgrade import prepare
from rows import action, change_set, everything, made, plan, uuid

if TYPE_CHECKING:
    from sqlalchemy import Engine

pytest_plugins = ["postgres"]

HERE = Path(__file__).parent
posix = pytest.mark.skipif(os.name != "posix", reason="the system has no such limits")

START = f"""
import sys
sys.path[:0] = [{str(HERE)!r}, {str(HERE.parent)!r}]
from uuid import uuid4
from rows import *
from db.address import read
from db.engine import open_engine
from db.errors import *
from db.journal import commit
from db.reading import open_reader
address, name, times = read(sys.argv[1]), sys.argv[2], int(sys.argv[3])
engine = open_engine(address)
def new_set():
    return SetRow(str(uuid4()), NOON, name, "", "do", None)
"""

COUNT = """
done, clashes = 0, 0
with open_reader(address) as reader:
    while done < times:
        seen = reader.action(uuid(1000))[4]
        change = edited("action", action(1000, position=seen), "position", position=seen + 1)
        try:
            commit(engine, new_set(), [change])
            done += 1
        except Stale as stale:
            assert stale.found["position"] > seen
            clashes += 1
print(done)
"""

GROW = """
for number in range(times):
    change = [made("action", action(2000 + number)), made("action", action(100000 + number))]
    print(commit(engine, new_set(), change), flush=True)
"""


def unwatched() -> dict[str, str]:
    """The environment without a watcher of coverage, who would write too."""
    return {key: value for key, value in os.environ.items() if not key.startswith("COV")}


def started(script: str, address: Address, name: str, times: int) -> subprocess.Popen[str]:
    where = address.url.replace("+psycopg", "") or str(address.path)
    command = [sys.executable, "-c", START + script, where, name, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=unwatched())


def test_four_programs_that_write_at_once_lose_nothing(address: Address, engine: Engine) -> None:
    commit(engine, change_set(1), [made("plan", plan()), made("action", action(1000, position=0))])
    writers = [started(COUNT, address, f"writer {number}", 15) for number in range(4)]
    told = [writer.communicate() for writer in writers]
    assert [(out.strip(), err) for out, err in told] == [("15", "")] * 4
    with open_reader(address) as reader:
        row = reader.action(uuid(1000))
        assert row is not None
        assert (row[4], row[-1]) == (60, 61)
        assert [each[0] for each in reader.change_sets(newest_first=False)][-60:] == sorted(
            each[0] for each in reader.change_sets(limit=60)
        )
        assert miscounted(reader) == []
        assert len(reader.changes(after=1)) == 60


@posix
@pytest.mark.parametrize("acknowledged", [1, 2, 5])
def test_a_killed_program_loses_nothing_that_it_acknowledged(
    address: Address, engine: Engine, acknowledged: int
) -> None:
    commit(engine, change_set(1), [made("plan", plan())])
    writer = started(GROW, address, "writer", 10_000)
    assert writer.stdout is not None
    numbers = [int(writer.stdout.readline()) for _ in range(acknowledged)]
    writer.send_signal(signal.SIGKILL)
    numbers += [int(line) for line in writer.communicate()[0].splitlines()]
    assert prepare(address) == "current"
    with open_reader(address) as reader:
        sets = {row[0] for row in reader.change_sets()}
        assert set(numbers) <= sets
        assert reader.action_count() == 2 * (len(sets) - 1)
        assert (unsound(reader), miscounted(reader), empty_sets(reader)) == ([], [], [])


LIMITED = """
import resource
size = int(sys.argv[4])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    print(commit(engine, new_set(), [made("action", action(n, measure="x" * 3000)) for n in range(2000, 2100)]))
except Full as error:
    print("full")
"""


@posix
@pytest.mark.parametrize("room", [0, 1, 5, 20, 60])
def test_a_full_disk_stores_nothing_and_says_so(tmp_path: Path, room: int) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    engine = open_engine(address)
    commit(engine, change_set(1), [made("plan", plan())])
    stored = everything(address)
    limit = room * 4096 + (Path(str(address.path)).stat().st_size if room else 512)
    command = [sys.executable, "-c", START + LIMITED, str(address.path), "writer", "1", str(limit)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=unwatched())
    assert (told.stdout, told.stderr) == ("full\n", "")
    assert everything(address) == stored
    with open_reader(address) as reader:
        assert unsound(reader) == []
    assert commit(engine, change_set(2), [made("plan", plan(2))]) == 2


MAKING = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (times, times))
from db.upgrade import prepare
try:
    print(prepare(address))
except Full as error:
    print("full")
"""


@posix
@pytest.mark.parametrize("room", [0, 4096, 40_000])
def test_a_database_that_has_no_room_to_be_made_is_made_later(tmp_path: Path, room: int) -> None:
    address = read(str(tmp_path / "plan.db"))
    told = started(MAKING, address, "maker", room).communicate()
    assert told == ("full\n", "")
    assert Path(str(address.path)).stat().st_size == 0
    assert prepare(address) == "created"


def test_a_page_limit_is_a_full_disk_too(tmp_path: Path) -> None:
    address = read(str(tmp_path / "plan.db"))
    prepare(address)
    engine = open_engine(address)
    commit(engine, change_set(1), [made("plan", plan())])
    from sqlalchemy import event

    @event.listens_for(engine, "connect")
    def limited(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    with pytest.raises(Full):
        commit(engine, change_set(2), [made("action", action(n, measure="x" * 3000)) for n in range(2000, 2100)])
    with open_reader(address) as reader:
        assert (reader.revision(), reader.action_count()) == (1, 0)


@posix
def test_a_file_without_the_right_to_write_is_read_and_not_written() -> None:
    with tempfile.TemporaryDirectory(prefix="followup-test-") as folder:
        path = Path(folder) / "plan.db"
        address = read(str(path))
        prepare(address)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        outcome = as_nobody(address) if os.geteuid() == 0 else attempt(address)
        path.parent.chmod(0o755)
    assert outcome == "0 NotWritable"


def attempt(address: Address) -> str:
    """What reading gives, and what writing is told."""
    with open_reader(address) as reader:
        revision = reader.revision()
    try:
        commit(open_engine(address), change_set(1), [made("plan", plan())])
    except NotWritable as error:
        return f"{revision} {type(error).__name__}"
    return f"{revision} written"


def as_nobody(address: Address) -> str:
    """The same, done by somebody whom the file's mode binds."""
    given, taken = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os.write(taken, attempt(address).encode())
        os._exit(0)
    os.close(taken)
    os.waitpid(child, 0)
    with closing(os.fdopen(given)) as told:
        return told.read()
