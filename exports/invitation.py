"""Write the two messages of scheduling that a mail carries: REQUEST and CANCEL (RFC 5546 3.2.2, 3.2.5).

One event in each, for Outlook reads no more. Files for import or subscription are another matter: see `exports.ics`.
"""

import re
from collections.abc import Iterable
from datetime import datetime

import icalendar
from icalendar import vCalAddress

from exports.component import bare_component, component, restamp
from exports.ics import blank
from exports.sheet import Address, Event
from exports.text import one_line

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_LONGEST_MAIL = 254
_UNFIT_IN_NAME = re.compile(r'["^\ufffd]')


def render_invitation(
    event: Event, organizer: Address, attendees: Iterable[Address], language: str, made: datetime
) -> bytes:
    """Give METHOD:REQUEST, which puts `event` into the attendees' calendars or replaces what stands there.

    `made` is the aware instant of the message. Raises `ValueError` for an address that is no bare ASCII mail address,
    for an event without a day left, and for a series that Outlook cannot map.
    """
    built = component(event)
    if built is None:
        raise ValueError(f"{event.uid} has no day left to invite to")
    _add_people(built, organizer, attendees, invited=True)
    return _message("REQUEST", built, language, made)


def render_cancellation(
    event: Event,
    organizer: Address,
    attendees: Iterable[Address],
    language: str,
    made: datetime,
    *,
    over: bool = True,
) -> bytes:
    """Give METHOD:CANCEL, which takes `event` out of the attendees' calendars, with its whole series.

    `over` says that the event is no more; without it only these attendees are, and it goes on for others. The event's
    `sequence` is that of the message and must be above that of the last invitation. Raises `ValueError` for a
    sequence below 1 and for bad addresses.
    """
    if event.sequence < 1:
        raise ValueError(f"sequence {event.sequence} cannot cancel what was sent")
    built = bare_component(event)
    if over:
        built.add("STATUS", "CANCELLED")
    _add_people(built, organizer, attendees, invited=False)
    return _message("CANCEL", built, language, made)


def bare_mail(address: Address) -> str:
    """Give the mail address; raises `ValueError` unless it is one bare ASCII address (RFC 5545 3.3.3)."""
    if len(address.mail) > _LONGEST_MAIL or not _MAIL.fullmatch(address.mail):
        raise ValueError(f"{address.mail!r} is not a mail address")
    return address.mail


def display_name(address: Address) -> str:
    """Give the name without what a parameter cannot hold (RFC 5545 3.2; `^` starts an escape of RFC 6868)."""
    return _UNFIT_IN_NAME.sub("", one_line(address.name)).strip()


def _add_people(built: icalendar.Event, organizer: Address, attendees: Iterable[Address], *, invited: bool) -> None:
    built.add("ORGANIZER", _person(organizer))
    for attendee in attendees:
        person = _person(attendee)
        if invited:
            person.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
        built.add("ATTENDEE", person)
    if "ATTENDEE" not in built:
        raise ValueError("nobody to write to")


def _person(address: Address) -> vCalAddress:
    person = vCalAddress(f"mailto:{bare_mail(address)}")
    name = display_name(address)
    if name:
        person.params["CN"] = name
    return person


def _message(method: str, built: icalendar.Event, language: str, made: datetime) -> bytes:
    restamp(built, made)
    calendar = blank(language)
    calendar.add("METHOD", method)
    calendar.add_component(built)
    return bytes(calendar.to_ical())
