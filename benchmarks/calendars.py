"""Calendars of ten thousand actions, and again after one change, against the icalendar library.

The reference is the library's own building and serialising of the same components, from their values. The actions
stand in ten plans: what is measured is the making of calendars, not of hundreds of files.
"""

from __future__ import annotations

import gc
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

import icalendar

from benchmarks.measuring import Row, call, medians, process, program, surroundings
from benchmarks.plans import TODAY, kept

ACTIONS = 10_000
PER_PLAN = 1_000
TURNS = 3


@dataclass(frozen=True)
class Values:
    """What a component is made of: its kind, its properties as plain values, the components inside it."""

    kind: type[icalendar.Component]
    properties: tuple[tuple[str, object], ...]
    inner: tuple[Values, ...]


def rows(folder: Path) -> Iterator[Row]:
    """Measure the first export into an empty folder, and later ones after one change each."""
    database, written = kept(folder, ACTIONS, per_plan=PER_PLAN), folder / "calendars"
    chosen = ("--data", str(database), "--today", str(TODAY), "--lang", "sv")
    exporting = process(program(*chosen, "export", "ics", "--out", str(written)))
    first = exporting()
    again = median(_after_a_change(exporting, database, chosen) for _ in range(TURNS))
    values = [_values(event) for file in sorted(written.glob("plan-*.ics")) for event in _events(file)]
    gc.freeze()
    (reference,) = medians(call(lambda: _serialised(values)), turns=TURNS)
    yield Row(f".ics, 10,000 actions, {len(values)} entries / icalendar", first, reference, budget=1.5)
    yield Row(".ics again after one change / icalendar", again, reference, budget=0.1)


def _after_a_change(exporting: Callable[[], float], database: Path, chosen: tuple[str, ...]) -> float:
    words = program(*chosen, "mark", _label(database), "done")
    subprocess.run(words, env=surroundings(), capture_output=True, check=True)
    return exporting()


def _label(database: Path) -> str:
    """Give what an action is called that is planned and due later: reported done, it leaves the calendars."""
    connection = sqlite3.connect(database)
    wanted = (
        "SELECT p.key, a.label FROM action a JOIN plan p ON p.id = a.plan_id WHERE status = 'planned' AND due_end > ?"
    )
    key, label = connection.execute(wanted, (str(TODAY + timedelta(days=60)),)).fetchone()
    connection.close()
    return f"{key}/{label}"


def _events(file: Path) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def _values(component: icalendar.Component) -> Values:
    properties = tuple((name, _plain(value)) for name, value in component.items())
    return Values(type(component), properties, tuple(map(_values, component.subcomponents)))


def _plain(value: object) -> object:
    """Give a property's value as somebody has it who is going to build a calendar."""
    if isinstance(value, icalendar.vText):
        return str(value)
    if isinstance(value, icalendar.vDDDLists):
        return [one.dt for one in value.dts]
    return getattr(value, "dt", value)


def _serialised(values: list[Values]) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//benchmarks//")
    for one in values:
        calendar.add_component(_built(one))
    return bytes(calendar.to_ical())


def _built(values: Values) -> icalendar.Component:
    component = values.kind()
    for name, value in values.properties:
        component.add(name, value)
    for inner in values.inner:
        component.add_component(_built(inner))
    return component
