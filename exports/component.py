"""Build the iCalendar component of one event, as every client reads it alike.

All-day, free, with stamps that come from the event and never from a clock: the same event is the same bytes. The
calendar files (no METHOD) and the invitations build on it; nothing else may build a VEVENT.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import quote

import icalendar
from icalendar import vCategory, vDuration, vRecur, vText, vUri

from exports.recurrence import anything_left, days_of, outlook_rule
from exports.sheet import Alarm, Event
from exports.text import clean, one_line, shorten

LONGEST_SUMMARY = 255
LONGEST_DESCRIPTION = 32_000
"""Exchange cuts a plain body at about this length; more would only weigh down each refresh of a subscription."""
MOST_ALARMS = 5

_NOTHING = "–"
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LEGAL_IN_URI = "!#$%&'()*+,/:;=?@[]~"


def remaining_days(event: Event) -> tuple[str, tuple[date, ...]] | None:
    """Give the completed rule of `event` and those of its excluded days that belong to it, in order.

    `None` if no day is left. Raises `ValueError` if no rule that Outlook maps can say the series.
    """
    rule = outlook_rule(event.rule, event.day)
    if not event.excluded:
        return rule, ()
    excluded = frozenset(event.excluded) & days_of(rule, event.day, max(event.excluded))
    if not anything_left(rule, event.day, excluded):
        return None
    return rule, tuple(sorted(excluded))


def component(event: Event) -> icalendar.Event | None:
    """Give the VEVENT of `event` for a file without METHOD, or `None` if every day of it is excluded."""
    days = remaining_days(event)
    if days is None:
        return None
    built = icalendar.Event()
    _add_identity(built, event)
    _add_words(built, event)
    _add_days(built, event.day, *days)
    built.add("STATUS", "CONFIRMED")
    built.add("TRANSP", "TRANSPARENT")
    built.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    for alarm in _distinct(event.alarms):
        built.add_component(_alarm(alarm, event))
    return built


def bare_component(event: Event) -> icalendar.Event:
    """Give what identifies `event` and no more, for the message that takes it back (RFC 5546 3.2.5)."""
    built = icalendar.Event()
    _add_identity(built, event)
    built.add("SUMMARY", words(one_line(event.summary, LONGEST_SUMMARY) or _NOTHING))
    _add_days(built, event.day, "", ())
    return built


def words(text: str) -> vText:
    r"""Give a cleaned text as a TEXT value.

    Programs built on the icalendar library rewrite the `\N` of `G:\Nytt` as a line break; a path with slashes, which
    Windows opens as well, survives them.
    """
    return vText(text.replace("\\", "/") if "\\N" in text else text)


def restamp(built: icalendar.Event, made: datetime) -> None:
    """Set DTSTAMP to the instant a message was `made`, never before the last change (RFC 5545 3.8.7.2)."""
    latest = max(made, built.LAST_MODIFIED or made)
    del built["DTSTAMP"]
    built.add("DTSTAMP", latest.replace(microsecond=0))


def _add_identity(built: icalendar.Event, event: Event) -> None:
    modified = event.modified.replace(microsecond=0)
    built.add("UID", one_line(event.uid))
    built.add("DTSTAMP", modified)
    built.add("CREATED", min(event.created.replace(microsecond=0), modified))
    built.add("LAST-MODIFIED", modified)
    built.add("SEQUENCE", event.sequence)


def _add_words(built: icalendar.Event, event: Event) -> None:
    built.add("SUMMARY", words(one_line(event.summary, LONGEST_SUMMARY) or _NOTHING))
    address = web_address(event.url)
    description = _description(event, address)
    categories: list[str] = [words(word) for word in map(one_line, event.categories) if word]
    if description:
        built.add("DESCRIPTION", words(description))
    if categories:
        built.add("CATEGORIES", vCategory(categories))
    if address:
        built.add("URL", vUri(address))
    if event.private:
        built.add("CLASS", "PRIVATE")


def _description(event: Event, address: str) -> str:
    """Give the running text, with the address repeated at its end, for not every client shows URL."""
    text = clean(event.description)
    if address and event.url.strip() not in text:
        text = f"{text}\n{address}".strip()
    return shorten(text, LONGEST_DESCRIPTION)


def web_address(address: str) -> str:
    """Give `address` as an absolute ASCII URI (`å` as `%C3%A5`), empty if it is none on the web."""
    bare = one_line(address).replace(" ", "%20")
    return quote(bare, safe=_LEGAL_IN_URI, errors="replace") if _WEB.match(bare) else ""


def _add_days(built: icalendar.Event, day: date, rule: str, excluded: tuple[date, ...]) -> None:
    built.add("DTSTART", day)
    built.add("DTEND", day + timedelta(days=1))
    if rule:
        built.add("RRULE", vRecur.from_ical(rule))
    if excluded:
        built.add("EXDATE", list(excluded))


def _distinct(alarms: tuple[Alarm, ...]) -> Iterator[Alarm]:
    """Give the alarms that ring at different times, the first ones; Outlook keeps one, others a few."""
    by_time: dict[tuple[int, int], Alarm] = {}
    for alarm in alarms:
        by_time.setdefault((alarm.days_before, alarm.hour), alarm)
    return iter(list(by_time.values())[:MOST_ALARMS])


def _alarm(alarm: Alarm, event: Event) -> icalendar.Alarm:
    """Give a DISPLAY alarm; 09:00 the day before an all-day event is -PT15H."""
    built = icalendar.Alarm()
    text = one_line(alarm.text, LONGEST_SUMMARY) or one_line(event.summary, LONGEST_SUMMARY) or _NOTHING
    built.add("ACTION", "DISPLAY")
    built.add("DESCRIPTION", words(text))
    built.add("TRIGGER", vDuration(timedelta(hours=alarm.hour) - timedelta(days=alarm.days_before)))
    return built
