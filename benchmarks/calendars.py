"""Calendars of ten thousand actions, and again after one change, against the icalendar library.

The reference is the library's own building and serialising of the same components, from their values. The actions
stand in ten plans: what is measured is the making of calendars, not of hundreds of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import icalendar

from benchmarks.edit import desk_at
from benchmarks.measuring import Row
from benchmarks.plans import TODAY, kept
from followup.desk import Desk
from followup.domain.actions import Status
from followup.domain.commands import MoveTo

ACTIONS = 10_000
PER_PLAN = 1_000


@dataclass(frozen=True)
class Values:
    """What a component is made of: its kind, its properties as plain values, the components inside it."""

    kind: type[icalendar.Component]
    properties: tuple[tuple[str, object], ...]
    inner: tuple[Values, ...]


def rows(folder: Path) -> Iterator[Row]:
    """Measure the first export into an empty folder, and the next after one change."""
    desk = desk_at(kept(folder, ACTIONS, per_plan=PER_PLAN))
    written = folder / "calendars"
    first = _taken(lambda: desk.calendars.export_folder(str(written)))
    values = [_values(event) for file in sorted(written.glob("plan-*.ics")) for event in _events(file)]
    reference = _taken(lambda: _serialised(values))
    _finish_one(desk)
    again = _taken(lambda: desk.calendars.export_folder(str(written)))
    desk.close()
    yield Row(f".ics, 10,000 actions, {len(values)} entries / icalendar", first, reference, budget=1.5)
    yield Row(".ics again after one change / icalendar", again, reference, budget=0.1)


def _taken(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def _finish_one(desk: Desk) -> None:
    """Report an action done, which takes its deadline out of the calendars."""
    planned = (one for one in desk.snapshot().actions.values() if one.status is Status.PLANNED)
    action = next(one for one in planned if one.due.end and one.due.end > TODAY + timedelta(days=30))
    desk.do(MoveTo(action.id, Status.DONE))


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
