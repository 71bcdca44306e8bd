"""Read back what this program wrote: which events a calendar file holds, and what one of its components says.

Only for our own bytes, whose form is known; no reader of other people's calendars.
"""

import re
from datetime import UTC, date, datetime

from exports.sheet import Event

_UID = re.compile(rb"\r\nUID:([^\r\n]+)")
_SEQUENCE = re.compile(rb"\r\nSEQUENCE:(\d+)")
_FIRST_EVENT = b"BEGIN:VEVENT\r\n"
_FIRST_ZONE = b"BEGIN:VTIMEZONE\r\n"
_LINE = re.compile(r"^(UID|DTSTART|SUMMARY|RRULE|CREATED|LAST-MODIFIED|SEQUENCE)(?:;[^:\r]*)?:([^\r]*)\r", re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_MOMENT = "%Y%m%dT%H%M%SZ"


def sequences(data: bytes) -> dict[str, int]:
    """Give the events of a calendar file by UID, with their sequence; what is no such file has none."""
    uids = [uid.decode(errors="replace") for uid in _UID.findall(data)]
    numbers = [int(number) for number in _SEQUENCE.findall(data)]
    return dict(zip(uids, numbers, strict=True)) if len(uids) == len(numbers) else {}


def head_of(data: bytes) -> bytes:
    """Give what stands in a calendar file before its first event."""
    return data.partition(_FIRST_EVENT)[0].partition(_FIRST_ZONE)[0]


def read_event(component: bytes) -> Event:
    """Give the event of a component that `exports.ics.render_event` wrote: what names it, not its running text.

    Raises `KeyError` for another component.
    """
    own = component.partition(b"BEGIN:VALARM")[0].replace(b"\r\n ", b"").decode()
    said: dict[str, str] = dict(_LINE.findall(own))
    return Event(
        uid=said["UID"],
        day=date.fromisoformat(said["DTSTART"]),
        summary=_ESCAPED.sub(_unescaped, said["SUMMARY"]),
        created=_moment(said["CREATED"]),
        modified=_moment(said["LAST-MODIFIED"]),
        rule=said.get("RRULE", ""),
        sequence=int(said["SEQUENCE"]),
    )


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _moment(said: str) -> datetime:
    return datetime.strptime(said, _MOMENT).replace(tzinfo=UTC)
