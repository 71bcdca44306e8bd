"""`export ics` of ten thousand actions: against the icalendar library making and writing the same components.

The reference is given everything finished and keeps nothing: no plan to read, no ledger, no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import icalendar

from benchmarks.measuring import Row, call
from benchmarks.plans import TODAY, kept
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.commands import Reword
from followup.phrases.book import Phrases
from followup.settings import Settings

MANY = 10_000


def rows(folder: Path) -> Iterator[Row]:
    """Measure the first export, and one after one change."""
    database = folder / "calendars.db"
    copyfile(kept(folder, MANY), database)
    first = call(lambda: export(database, folder))()
    made = [told(event) for event in components(folder)]
    reference = min(call(lambda: write(made))() for _ in range(2))
    yield Row(f"calendars, {MANY:,} actions / icalendar".replace(",", " "), first, reference, budget=1.5)
    reword(database)
    again = call(lambda: export(database, folder))()
    yield Row("the same after one change / icalendar", again, reference, budget=0.1)


def desk(database: Path) -> Desk:
    """Give a desk at the database."""
    return Desk(Settings(data=str(database), language="sv", user="bench"), Phrases("sv"), Clock(TODAY))


def export(database: Path, folder: Path) -> None:
    """Write all calendars, as a new process would but for what is imported."""
    sitting = desk(database)
    assert not sitting.calendars.export_folder(str(folder / "calendars")).failed
    sitting.close()


def reword(database: Path) -> None:
    """Change one action."""
    sitting = desk(database)
    action = next(iter(sitting.snapshot().actions))
    assert sitting.do(Reword(action, "measure", "Något helt annat ordnas.")).refused is None
    sitting.close()


def components(folder: Path) -> Iterator[icalendar.Event]:
    """Give each component that was written, once."""
    seen = set()
    for path in (folder / "calendars").iterdir():
        for event in icalendar.Calendar.from_ical(path.read_bytes()).events:
            if event.uid not in seen:
                seen.add(event.uid)
                yield event


@dataclass(frozen=True)
class Told:
    """What a component says, as plain values."""

    properties: tuple[tuple[str, Any], ...]
    alarms: tuple[tuple[str, timedelta], ...]


def told(event: icalendar.Event) -> Told:
    """Take a component apart."""
    texts = ("SUMMARY", "UID", "DESCRIPTION", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
    said: list[tuple[str, Any]] = [(name, str(event[name])) for name in texts if name in event]
    said += [(name, event[name].dt) for name in ("DTSTART", "DTEND", "DTSTAMP", "CREATED", "LAST-MODIFIED")]
    said += [("SEQUENCE", event.sequence), ("CATEGORIES", [str(one) for one in event.categories])]
    if event.rrules:
        said.append(("RRULE", event.rrules[0]))
    if event.exdates:
        said.append(("EXDATE", [day for day in event.exdates if isinstance(day, date | datetime)]))
    alarms = [(str(one["DESCRIPTION"]), one["TRIGGER"].dt) for one in event.walk("VALARM")]
    return Told(tuple(said), tuple(alarms))


def write(made: list[Told]) -> bytes:
    """Make and write components as the library's manual does."""
    calendar = icalendar.Calendar()
    for one in made:
        event = icalendar.Event()
        for name, value in one.properties:
            event.add(name, value)
        for text, trigger in one.alarms:
            event.add_component(icalendar.Alarm.new_display(text, trigger))
        calendar.add_component(event)
    return calendar.to_ical()
