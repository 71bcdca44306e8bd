"""Three readers that are not ours say on which days the events of a calendar file stand."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

Days = list[tuple[str, date]]

FIRST = date(2020, 1, 1)


def by_recurring_ical_events(data: bytes, last: date) -> Days:
    # Its expansion stumbles over alarms of all-day events, so it reads the same file without them.
    calendar = icalendar.Calendar.from_ical(data)
    for event in calendar.events:
        event.subcomponents.clear()
    found = recurring_ical_events.of(calendar).between(FIRST, last + timedelta(days=1))
    return sorted((str(each["UID"]), each.start) for each in found if each.start <= last)


def by_ical(data: bytes, last: date) -> Days:
    found = []
    for each in IcsCalendarStream.calendar_from_ics(data.decode()).timeline:
        assert isinstance(each.dtstart, date) and not isinstance(each.dtstart, datetime)
        if each.dtstart > last:
            break
        found.append((str(each.uid), each.dtstart))
    return sorted(found)


def by_vobject(data: bytes, last: date) -> Days:
    found: Days = []
    for event in vobject.readOne(data.decode()).contents.get("vevent", []):
        recurring = event.getrruleset(addRDate=False)
        days = [event.dtstart.value] if recurring is None else _between(recurring, last)
        found += [(str(event.uid.value), day) for day in days if day <= last]
    return sorted(found)


def _between(recurring: object, last: date) -> list[date]:
    between: Callable[..., list[datetime]] = getattr(recurring, "between")  # noqa: B009 - vobject's types stop here
    moments = between(
        datetime.combine(FIRST, datetime.min.time()), datetime.combine(last, datetime.max.time()), inc=True
    )
    return [moment.date() for moment in moments]


def days_in(data: bytes, last: date) -> Days:
    """Give the events by UID with their days until `last`, which the three readers must agree on."""
    told = by_recurring_ical_events(data, last)
    assert told == by_ical(data, last) == by_vobject(data, last)
    return told
