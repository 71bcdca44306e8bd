"""The exports stand alone, and describing a sheet costs next to nothing."""

import subprocess
import sys

import pytest


def loaded_by(*modules: str) -> set[str]:
    program = f"import {', '.join(modules)}, sys; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(told.stdout.split())


def test_no_format_loads_the_program_or_the_database() -> None:
    formats = ("csv", "files", "html", "ics", "invitation", "json", "mail", "markdown", "xlsx")
    loaded = loaded_by(*(f"exports.{name}" for name in formats))
    assert not {name for name in loaded if name.split(".")[0] in ("followup", "db", "sqlmodel", "textual", "pendulum")}


@pytest.mark.parametrize("name", ["sheet", "json", "csv", "markdown", "html", "files"])
def test_what_the_status_line_may_need_loads_no_heavy_library(name: str) -> None:
    heavy = {"icalendar", "openpyxl", "dateutil", "email", "tomllib", "pydantic", "lxml"}
    assert loaded_by(f"exports.{name}").isdisjoint(heavy)
