"""How hypothesis searches: `dev` quickly, `ci` thoroughly (chosen where CI is set), `deterministic` the same way twice.

Name one with HYPOTHESIS_PROFILE. None of them has a deadline: tests never time anything.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from calendar_judge import verdict
from shell import Shell, copied, plant

settings.register_profile("dev", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=200,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deterministic", deadline=None, database=None, derandomize=True)

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the made-up plan; tests take a copy."""
    path = tmp_path_factory.mktemp("planted") / "followup.db"
    plant(path)
    return path


@pytest.fixture
def bare_shell(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The program at a place where there is no database yet."""
    return Shell(tmp_path, capsysbinary, monkeypatch)


@pytest.fixture
def shell(planted: Path, bare_shell: Shell) -> Shell:
    """The program at the made-up plan."""
    copied(planted, bare_shell.folder)
    return bare_shell


OWN = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//followup//"


@pytest.fixture(autouse=True)
def every_calendar_is_judged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the strict checker, where it is at hand, see every calendar file that a test had the program write."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is None:
        return
    for path in sorted((*folder.rglob("owner-*.ics"), *folder.rglob("plan-*.ics"))):
        if path.is_file() and path.read_bytes().startswith(OWN):
            assert verdict(path), path
