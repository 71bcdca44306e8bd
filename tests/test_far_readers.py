"""Programs that are not written in Python see in our calendars the days that the others see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from calendar_readers import days_in
from exports.ics import render
from exports.sheet import Calendar
from far_readers import FAR, Reader
from shell import Shell
from test_exports_readers import CASES, LAST


@pytest.fixture(params=FAR)
def far(request: pytest.FixtureRequest) -> Reader:
    reader = FAR[request.param]()
    if reader is None:
        pytest.skip(f"{request.param} is not at hand")
    return reader


def test_every_kind_of_series_has_the_days_that_were_meant(far: Reader) -> None:
    events = tuple(replace(event, uid=name) for name, (event, _) in CASES.items())
    meant = sorted((name, day) for name, (_, days) in CASES.items() for day in days)
    assert far(render(Calendar("Plan", "sv", events)), LAST) == meant


def test_an_owners_calendar_has_the_same_days_through_its_life(far: Reader, shell: Shell) -> None:
    folder = shell.folder / "kalendrar"
    for words in (
        ("status",),
        ("record", "A1", "holds", "--on", "2027-03-10", "--today", "2027-03-10"),
        ("move", "A1", "--follow-up", "2028-04-03", "-m", "Påsk", "--today", "2027-06-01"),
        ("hold", "enhetschef", "Maj Ek", "--from", "2029-01-01", "--today", "2027-06-01"),
        ("mark", "B1", "closed", "-m", "Uppfyllt", "--today", "2027-06-01"),
    ):
        assert shell(*words).code == 0, words
        today = dict(pairwise(words)).get("--today", shell.today)
        assert shell("export", "ics", "--out", str(folder), "--today", today).code == 0
        files = sorted(Path(folder).glob("*.ics"))
        assert files
        for path in files:
            data = path.read_bytes()
            assert far(data, date(2031, 12, 31)) == days_in(data, date(2031, 12, 31)), path.name
