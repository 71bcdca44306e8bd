"""The start: which choices are in force, what is imported, and that every way to start is the same program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import followup
from followup.cli.arguments import read_arguments
from followup.domain.trouble import Trouble
from followup.main import choose, main
from shell import Shell

HEAVY = {
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "textual",
    "rich",
    "pendulum",
    "icalendar",
    "holidays",
    "dateutil",
}
LOADED = """
import json, sys
from followup.main import main
code = main({words!r}, {environment!r})
sys.stdout.flush()
print(json.dumps([int(code), sorted(name.partition(".")[0] for name in sys.modules)]), file=sys.stderr)
"""


def loaded(shell: Shell, *words: str) -> tuple[int, set[str]]:
    """Give the exit code and what was imported by a run of its own."""
    told = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=list(words), environment=shell.surroundings())],
        capture_output=True,
        check=True,
    )
    code, names = json.loads(told.stderr.decode().splitlines()[-1])
    return code, set(names)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("status",),
        ("status", "--format", "json"),
        ("status", "--format", "ndjson"),
        ("show", "A1"),
        ("log",),
    ],
)
def test_reading_loads_nothing_heavy(shell: Shell, words: tuple[str, ...]) -> None:
    code, names = loaded(shell, *words)
    assert code == 0
    assert names & HEAVY == set()


def test_the_status_line_loads_no_parser_and_no_phrases_file(shell: Shell) -> None:
    _, names = loaded(shell, "status", "--format", "json")
    assert names & {"tomllib", "textwrap", "shutil", "pathlib", "tempfile", "csv"} <= {"shutil", "pathlib"}


def test_a_write_loads_no_screen(shell: Shell) -> None:
    code, names = loaded(shell, "mark", "A1", "done")
    assert code == 0
    assert names & {"textual", "rich", "icalendar"} == set()


@pytest.mark.parametrize("start", [["-m", "followup"], ["-m", "followup.main"]])
def test_every_way_to_start_is_the_same_program(shell: Shell, start: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, *start, "status", "--format", "json"],
        env=os.environ | shell.surroundings(),
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout == shell("status", "--format", "json").data


def test_the_version_is_the_packages(bare_shell: Shell) -> None:
    assert bare_shell("--version").out == f"followup {followup.__version__}\n"
    assert bare_shell("status", "--version").out == f"followup {followup.__version__}\n"


def test_nothing_is_made_before_it_is_needed(bare_shell: Shell) -> None:
    for words in (("--help",), ("--version",), ("when", "maj"), ("status", "--blurp"), ("config",)):
        bare_shell(*words)
    assert list(bare_shell.folder.iterdir()) == []


def chosen(words: list[str], environment: dict[str, str], **settings: str) -> dict[str, object]:
    found = choose(read_arguments(words), environment, "sv", settings)
    return {name: getattr(found, name) for name in ("data", "plan", "today", "user", "language", "file")}


def test_the_command_line_outranks_the_environment_and_that_the_settings_file() -> None:
    environment = {"FOLLOWUP_DATA": "b.db", "FOLLOWUP_PLAN": "två", "FOLLOWUP_TODAY": "2026-01-02"}
    said = chosen(["--data", "a.db", "--plan", "ett", "--today", "2026-03-04", "status"], environment, data="c.db")
    assert (said["data"], said["plan"], str(said["today"])) == ("a.db", "ett", "2026-03-04")
    said = chosen(["status"], environment, data="c.db")
    assert (said["data"], said["plan"], str(said["today"])) == ("b.db", "två", "2026-01-02")
    assert chosen(["status"], {}, data="c.db")["data"] == "c.db"


def test_the_database_lies_in_the_platforms_folder_unless_somebody_says_otherwise() -> None:
    said = chosen(["status"], {})
    assert Path(str(said["data"])).name == "followup.db"
    assert Path(str(said["data"])).is_absolute()
    assert (said["plan"], said["today"]) == ("", None)


def test_the_log_names_who_the_settings_say_or_else_the_system() -> None:
    assert chosen(["status"], {"FOLLOWUP_USER": "Signe", "USER": "sa"}, user="S. Åkerlund")["user"] == "S. Åkerlund"
    assert chosen(["status"], {"FOLLOWUP_USER": "Signe", "USER": "sa"})["user"] == "Signe"
    assert chosen(["status"], {"USER": "sa"})["user"] == "sa"
    assert chosen(["status"], {})["user"]


def test_a_day_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(Trouble) as told:
        chosen(["status"], {"FOLLOWUP_TODAY": "i går"})
    assert (told.value.code, told.value.facts) == ("day.unreadable", {"text": "i går"})


@pytest.mark.parametrize(
    ("words", "environment", "settings", "greeting"),
    [
        ((), {"LANG": "sv_SE.UTF-8"}, "", "Användning"),
        ((), {"LANG": "de_DE.UTF-8"}, "", "Usage"),
        ((), {}, "", "Usage"),
        ((), {"LC_ALL": "en_GB", "LANG": "sv_SE"}, "", "Usage"),
        ((), {"LANG": "en_GB"}, 'language = "sv"', "Användning"),
        ((), {"LANG": "sv_SE", "FOLLOWUP_LANG": "en"}, 'language = "sv"', "Usage"),
        (("--lang", "sv"), {"FOLLOWUP_LANG": "en"}, 'language = "en"', "Användning"),
        (("--lang=en",), {"FOLLOWUP_LANG": "sv"}, "", "Usage"),
        ((), {"LANG": "sv_SE"}, 'language = "en"', "Usage"),
    ],
)
def test_the_language_is_the_one_said_nearest(
    bare_shell: Shell, words: tuple[str, ...], environment: dict[str, str], settings: str, greeting: str
) -> None:
    if settings:
        bare_shell.write("settings.toml", settings)
    bare_shell.captured.readouterr()
    file = {"FOLLOWUP_SETTINGS": str(bare_shell.folder / "settings.toml")}
    assert main(["--help", *words], environment | file) == 0
    assert bare_shell.captured.readouterr().out.decode().startswith(greeting)


def test_a_refusal_speaks_the_settings_language_too(shell: Shell) -> None:
    shell.write("settings.toml", 'language = "en"')
    shell.environment["FOLLOWUP_LANG"] = ""
    assert shell("show", "X9").err.startswith("There is no action X9.")


def test_a_key_pressed_to_stop_is_no_failure_to_tell_about(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("followup.cli.seat.run_verb", stop)
    told = shell("status")
    assert (told.code, told.data, told.err) == (130, b"", "")
