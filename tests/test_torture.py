"""What was acknowledged is there: whatever is killed, whichever write fails, however many hands there are.

The short form runs with all tests; `make torture` runs the long one and prints the figures it reached.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.address import read
from torture import (
    COMMANDS,
    COUNT,
    IMPORTS,
    IS_LONG,
    LOOP,
    STEP,
    Program,
    copies_hold,
    desk_at,
    mark,
    place_of,
    report,
    settled,
    size_of,
    whole,
)

if TYPE_CHECKING:
    from db.address import Address

pytest_plugins = ["postgres"]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the system has no such signals and limits")

CHANCE = random.Random(12)


def killed(program: Program, words: tuple[str, ...], after: float, script: str = "") -> tuple[int, str]:
    """Start, wait, kill; give how it ended and what it had said by then."""
    process = program.start(*words, script=script)
    try:
        out, err = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    assert "Traceback" not in err, err
    return process.returncode, out


def test_commands_killed_at_any_point_lose_nothing_that_they_acknowledged(blank: Address, tmp_path: Path) -> None:
    program, size = Program(settled(blank), tmp_path), size_of(blank)
    begun = time.perf_counter()
    assert program.run(*mark(0, "first"))[0] == 0
    length = time.perf_counter() - begun
    acknowledged, survived = {"first"}, 0
    for number in range(1, size.commands + 1):
        code, _ = killed(program, mark(number, f"kill {number}"), length * CHANCE.uniform(0.4, 1.15))
        acknowledged |= {f"kill {number}"} if code == 0 else set()
        assert code in {0, -9}
        kept = whole(blank, acknowledged, replayed=number % 10 == 0)
        survived = len(kept - acknowledged)
    copies = copies_hold(blank)
    report(
        f"{blank.kind}: {size.commands} commands killed: {len(acknowledged)} acknowledged, 0 of them lost, {survived} "
        f"stored before they could say so, 0 half, {copies} copies of days whole"
    )


def test_desks_killed_at_any_point_lose_nothing_that_they_acknowledged(blank: Address, tmp_path: Path) -> None:
    program, size = Program(settled(blank), tmp_path), size_of(blank)
    acknowledged: set[str] = set()
    for number in range(size.desks):
        process = program.start(place_of(blank), str(number), f"desk {number}", script=LOOP)
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        time.sleep(CHANCE.uniform(0, 0.12))
        process.kill()
        out, err = process.communicate()
        assert first, err
        acknowledged |= {first, *(line for line in out.split("\n")[:-1] if line)}
        whole(blank, acknowledged, replayed=number % 10 == 0)
    whole(blank, acknowledged)
    copies = copies_hold(blank)
    report(
        f"{blank.kind}: {size.desks} desks killed while they wrote: {len(acknowledged)} changes acknowledged, 0 lost, 0 half, "
        f"{copies} copies of days whole"
    )


def test_eight_hands_at_once_lose_no_update(blank: Address, tmp_path: Path) -> None:
    program, size = Program(settled(blank, 5), tmp_path), size_of(blank)
    hands = [(COUNT, f"desk{n}") for n in range(5)] + [(COMMANDS, "cron1"), (COMMANDS, "cron2"), (IMPORTS, "doc")]
    started = [program.start(place_of(blank), name, str(size.edits), script=script) for script, name in hands]
    told = [process.communicate() for process in started]
    assert [err for _, err in told] == [""] * 8
    done, conflicts = (sum(int(out.split()[place]) for out, _ in told) for place in (0, 1))
    desk = desk_at(blank)
    counted = sum(
        int(action.measure) for action in list(desk.snapshot().actions.values()) if action.measure.isdecimal()
    )
    desk.close()
    assert counted == 5 * size.edits, "an update is lost"
    whole(blank, {f"cron{n} {number}" for n in (1, 2) for number in range(size.edits)})
    report(f"{blank.kind}: 8 hands made {done} edits at once: 0 lost, 0 errors, {conflicts} conflicts, each told")


# A disk that fails


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    """The library that lets writes fail."""
    if shutil.which("cc") is None or not Path("/proc/self/fd").is_dir():
        pytest.skip("there is no C compiler on this machine")
    library = tmp_path / "failing_writes.so"
    source = Path(__file__).with_name("failing_writes.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO, "read-only": errno.EROFS}


WAYS = [(error, stays) for error in ERRORS for stays in ("once", "from then on")]


@pytest.mark.parametrize(("error", "stays"), WAYS if IS_LONG else [WAYS[1], WAYS[2]])
def test_each_write_that_fails_in_turn_loses_nothing(error: str, stays: str, tmp_path: Path, failing: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    address = settled(read(str(folder / "plan.db")))
    acknowledged, at, told = set(), 1, 0
    while True:
        sign = tmp_path / "failed"
        sign.unlink(missing_ok=True)
        extra = {"LD_PRELOAD": str(failing), "FAIL_BELOW": str(folder), "FAIL_AT": str(at), "FAIL_MARK": str(sign)}
        extra |= {"FAIL_ERRNO": str(ERRORS[error])} | ({"FAIL_FROM": "1"} if stays != "once" else {})
        code, _, err = Program(address, tmp_path, extra).run(*mark(at, f"write {at}"))
        assert "Traceback" not in err
        assert (code == 0) == err.startswith("Status of 3 actions"), (code, err)
        acknowledged |= {f"write {at}"} if code == 0 else set()
        told += code != 0
        kept = whole(address, acknowledged, replayed=False)
        assert code == 0 or f"write {at}" not in kept or "did not confirm" in err, "stored, and said not to be"
        if not sign.exists():
            break
        at += STEP
    whole(address, acknowledged)
    copies_hold(address)
    report(
        f"{error}, {stays}: {at - 1} writes, each {STEP} failed in turn: {told} told, {len(acknowledged)} stored, 0 lost"
    )


@pytest.mark.parametrize("limit", range(0, 260_000, 2_048 if IS_LONG else 130_000))
def test_files_that_may_not_grow_lose_nothing(limit: int, tmp_path: Path) -> None:
    address = settled(read(str(tmp_path / "plan.db")))
    program = Program(address, tmp_path)
    limited = f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); "
    script = limited + "runpy.run_module('followup', run_name='__main__')"
    code, _, err = program.run(*mark(1, "limited"), script=script)
    assert "Traceback" not in err
    kept = whole(address, {"limited"} if code == 0 else set())
    assert code in {0, 4}
    assert (code == 0) == ("limited" in kept)
