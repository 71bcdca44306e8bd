"""Write calendar files for import and subscription: iCalendar (RFC 5545, 7986) without METHOD.

A file is a head, the bytes of its components, and an end. Components are bytes so that a caller can keep those of
unchanged events and join them again, which costs next to nothing. No clock, no file, no words.
"""

from collections.abc import Iterable
from datetime import timedelta

import icalendar
from icalendar import vDuration

from exports.component import component, words
from exports.folding import folded
from exports.sheet import Calendar, Event
from exports.text import one_line

_END = b"END:VCALENDAR\r\n"

_STOCKHOLM = b"""\
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")
"""A file must hold a component (RFC 5545 3.6); this is the one an empty calendar can hold."""


def render(calendar: Calendar) -> bytes:
    """Give the file of `calendar`; one without events is valid and empty.

    Raises `ValueError` for an event whose series no single rule that Outlook maps can say.
    """
    return assemble(head(calendar), map(render_event, calendar.events))


def render_event(event: Event) -> bytes:
    """Give the bytes of one VEVENT, the same for the same event; none if every day of it is excluded.

    Raises `ValueError` as `render` does.
    """
    built = component(event)
    return b"" if built is None else b"".join(folded(line) for line in built.content_lines() if line)


def assemble(beginning: bytes, components: Iterable[bytes]) -> bytes:
    """Give the file that begins with what `head` gave and holds `components`, each rendered before."""
    events = [one for one in components if one]
    return b"".join((beginning, *(events or (_STOCKHOLM,)), _END))


def head(calendar: Calendar) -> bytes:
    """Give the beginning of the file: what is said of the calendar, not of its events."""
    built = blank(calendar.language)
    name = one_line(calendar.name)
    if name:
        # The library knows neither property as TEXT and would leave `;` and `,` unescaped.
        built.add("NAME", words(name))
        built.add("X-WR-CALNAME", words(name))
    interval = timedelta(hours=max(1, calendar.refresh_hours))
    built.add("REFRESH-INTERVAL", vDuration(interval, params={"VALUE": "DURATION"}))
    built.add("X-PUBLISHED-TTL", vDuration(interval))
    return bytes(built.to_ical()).removesuffix(_END)


def blank(language: str) -> icalendar.Calendar:
    """Give a calendar that says only which version and which program it is of."""
    built = icalendar.Calendar()
    built.add("VERSION", "2.0")
    built.add("PRODID", f"-//followup//followup//{_language(language)}")
    built.add("CALSCALE", "GREGORIAN")
    return built


def _language(tag: str) -> str:
    primary = tag.partition("-")[0]
    return primary.upper() if primary.isascii() and primary.isalpha() else "EN"
