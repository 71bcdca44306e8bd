"""Two readers outside Python, where they are at hand: ical.js (Thunderbird, Nextcloud) and libical (Evolution, KDE).

`.ci/run` fetches both where it can. Each says on which days the events of a calendar file stand.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from calendar_readers import FIRST, Days

Reader = Callable[[bytes, date], Days]

ROOT = Path(__file__).parent.parent
_PLACES = (ROOT / ".node", ROOT)
_SCRIPT = """
import { readFileSync } from "node:fs";
const { default: ICAL } = await import(process.argv[1]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const last = ICAL.Time.fromDateString(process.argv[2]);
const days = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const each = event.iterator();
  for (let day = each.next(); day && day.compare(last) <= 0; day = each.next()) days.push([event.uid, day.toString()]);
}
console.log(JSON.stringify(days));
"""


def ical_js() -> Reader | None:
    """Give ical.js as a reader; None where node or the package is missing."""
    node = shutil.which("node")
    found = [place / "node_modules" / "ical.js" / "dist" / "ical.js" for place in _PLACES]
    module = next((path for path in found if path.is_file()), None)
    if node is None or module is None:
        return None

    def days(data: bytes, last: date) -> Days:
        command = [node, "--input-type=module", "-e", _SCRIPT, module.as_uri(), last.isoformat()]
        said = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout
        return sorted((uid, date.fromisoformat(day)) for uid, day in json.loads(said))

    return days


class _Time(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


class _Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int)]


_EVENT = 4
"""ICAL_VEVENT_COMPONENT of libical 3."""
_Heard = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


def libical() -> Reader | None:
    """Give libical 3 as a reader; None where it is missing."""
    try:
        library = ctypes.CDLL("libical.so.3")
    except OSError:
        return None
    library.icalparser_parse_string.restype = ctypes.c_void_p
    library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    library.icalcomponent_get_uid.restype = ctypes.c_char_p
    for name in ("icalcomponent_get_first_component", "icalcomponent_get_next_component"):
        getattr(library, name).restype = ctypes.c_void_p
        getattr(library, name).argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.icalcomponent_get_uid.argtypes = [ctypes.c_void_p]
    library.icalcomponent_free.argtypes = [ctypes.c_void_p]
    library.icalcomponent_foreach_recurrence.argtypes = [ctypes.c_void_p, _Time, _Time, _Heard, ctypes.c_void_p]

    def days(data: bytes, last: date) -> Days:
        calendar = library.icalparser_parse_string(data)
        found: Days = []
        event = library.icalcomponent_get_first_component(calendar, _EVENT)
        while event:
            uid = library.icalcomponent_get_uid(event).decode()
            heard = _Heard(lambda _, span, __, uid=uid: found.append((uid, _day(span.contents.start))))
            library.icalcomponent_foreach_recurrence(event, _time(FIRST), _time(last, hour=23), heard, None)
            event = library.icalcomponent_get_next_component(calendar, _EVENT)
        library.icalcomponent_free(calendar)
        return sorted(found)

    return days


def _time(day: date, hour: int = 0) -> _Time:
    return _Time(day.year, day.month, day.day, hour, 0, 0, 0, 0, None)


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, UTC).date()


FAR: dict[str, Callable[[], Reader | None]] = {"ical.js": ical_js, "libical": libical}
