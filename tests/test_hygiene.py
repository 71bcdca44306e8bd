"""What starts quickly stays quick: what each way in imports, and what it must leave alone. A program of its own each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    *("sqlmodel", "sqlalchemy", "alembic", "pydantic", "textual", "rich", "icalendar", "pendulum", "dateutil"),
    *("holidays", "openpyxl", "docx", "pypdfium2"),
    *(("platformdirs",) if sys.platform == "linux" else ()),
}
DEAR = {"asyncio", "logging", "urllib", "pathlib", "shutil", "tempfile", "importlib.metadata", "importlib.resources"}
"""Modules of the standard library that take longer than reading a plan."""
OTHERS = {
    *("followup.domain.decide", "followup.domain.commands", "followup.domain.query", "followup.domain.when"),
    *("followup.intake", "followup.tui", "followup.publishing.papers", "followup.publishing.calendars"),
    *("db.upgrade", "db.journal", "db.tables", "exports.sheet", "exports.ics"),
}
"""Rooms of the house where a status in JSON has nothing to do."""


def loaded_by(program: str, *words: str, **environment: str) -> set[str]:
    """Run a program to its end; give the modules that it has loaded then."""
    told = f"import sys\nsys.argv = {['followup', *words]!r}\n{program}\nprint('\\n', *sys.modules, file=sys.stderr)"
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("FOLLOWUP_", "COV_", "COVERAGE"))
    }
    done = subprocess.run(
        [sys.executable, "-c", told], env=given | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("\n ")[2].split())


def loaded_by_command(place: Path, *words: str) -> set[str]:
    """Run the program as the shell does; give the modules that it has loaded then."""
    program = "import os\nfrom followup.main import main\nassert main(sys.argv[1:], os.environ) == 0"
    return loaded_by(program, *words, FOLLOWUP_DATA=str(place), HOME=str(place.parent))


def rooms_of(modules: set[str]) -> set[str]:
    """Every module, and every package that one stands in."""
    return {".".join(parts[:count]) for parts in map(split, modules) for count in range(1, len(parts) + 1)}


def split(module: str) -> list[str]:
    return module.split(".")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database that is there already: making one is another matter."""
    place = tmp_path / "plan.db"
    loaded_by_command(place, "status")
    return place


@pytest.mark.parametrize(
    "words", [["--help"], ["status", "--help"], ["status"], ["status", "--format", "json"], ["--version"]], ids=" ".join
)
def test_nothing_heavy_is_loaded_to_help_or_to_tell_the_status(database: Path, words: list[str]) -> None:
    assert rooms_of(loaded_by_command(database, *words)) & HEAVY == set()


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_a_status_for_scripts_loads_only_what_it_needs(database: Path, form: str) -> None:
    bare = loaded_by("pass")
    loaded = rooms_of(loaded_by_command(database, "status", "--format", form) - bare)
    assert loaded & (DEAR | OTHERS) == set()


def test_the_exports_know_neither_the_program_nor_the_database() -> None:
    assert rooms_of(loaded_by("import exports")) & {"followup", "db"} == set()


def test_the_screens_paint_before_anything_that_writes_is_loaded() -> None:
    loaded = rooms_of(loaded_by("import followup.tui.app"))
    assert "textual" in loaded
    assert loaded & {"sqlmodel", "sqlalchemy", "alembic", "pydantic", "icalendar", "pendulum"} == set()
