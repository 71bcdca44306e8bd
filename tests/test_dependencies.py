"""What the program is built on is listed with its licence, and pinned."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("postgres", "web", "keyring")


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9_.-]+", requirement)
    assert found
    return found.group().casefold()


USED = sorted(
    map(
        name_of,
        (*PROJECT["dependencies"], *(one for extra in EXTRAS for one in PROJECT["optional-dependencies"][extra])),
    )
)
LISTED = dict(
    re.findall(
        r"^\| ([a-z0-9-]+) \| (.+?) \| .+ \|$", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.MULTILINE
    )[1:]
)


def test_every_package_that_is_used_is_listed_and_no_other() -> None:
    assert sorted(LISTED) == USED


@pytest.mark.parametrize("name", USED)
def test_the_licence_listed_is_the_one_that_the_package_says(name: str) -> None:
    said = metadata(name)
    assert LISTED[name] == " ".join((said.get_all("License-Expression") or said.get_all("License") or [""])[0].split())


@pytest.mark.parametrize("name", USED)
def test_its_version_is_pinned(name: str) -> None:
    pins = {line.partition("==")[0].casefold() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert name in pins
