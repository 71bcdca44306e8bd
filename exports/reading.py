"""Read back what this program wrote: which events a calendar file holds, and what one of its components says.

Only for our own bytes; no reader of other people's calendars.
"""

import re
from datetime import UTC, date, datetime

import icalendar

from exports.sheet import Event

_UID = re.compile(rb"\r\nUID:([^\r\n]+)")
_SEQUENCE = re.compile(rb"\r\nSEQUENCE:(\d+)")
_FIRST_EVENT = b"BEGIN:VEVENT\r\n"
_FIRST_ZONE = b"BEGIN:VTIMEZONE\r\n"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def sequences(data: bytes) -> dict[str, int]:
    """Give the events of a calendar file by UID, with their sequence; what is no such file has none."""
    uids = [uid.decode(errors="replace") for uid in _UID.findall(data)]
    numbers = [int(number) for number in _SEQUENCE.findall(data)]
    return dict(zip(uids, numbers, strict=True)) if len(uids) == len(numbers) else {}


def head_of(data: bytes) -> bytes:
    """Give what stands in a calendar file before its first event."""
    return data.partition(_FIRST_EVENT)[0].partition(_FIRST_ZONE)[0]


def read_event(component: bytes) -> Event:
    """Give the event of a component that `exports.ics.render_event` wrote, as far as withdrawing it needs.

    Raises `TypeError` for another component, `ValueError` for none.
    """
    read = icalendar.Event.from_ical(component)
    if not isinstance(read, icalendar.Event):
        raise TypeError("no VEVENT")
    day = read.DTSTART
    return Event(
        uid=read.uid,
        day=day if isinstance(day, date) else _EPOCH.date(),
        summary=read.summary or "",
        created=read.CREATED,
        modified=read.LAST_MODIFIED or read.CREATED,
        sequence=read.sequence,
    )
