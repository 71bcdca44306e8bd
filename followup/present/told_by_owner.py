"""What the owners' calendars say of an action: of the whole ledger the last that each was told, by each way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.reminders import WITHDRAWN
from followup.present.dates import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from followup.phrases.book import Phrases
    from followup.present.told import Told


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One owner's calendar: whose, what stands in it, by which way and when; `is_old` where that has changed since."""

    who: str
    says: str
    how: str
    is_old: bool


def calendar_lines(rows: Iterable[Told], phrases: Phrases) -> list[CalendarLine]:
    """Give a line for each owner and way, those told last first; `rows` are of one action, the newest first."""
    last: dict[tuple[str, str], dict[tuple[str, date | None], Told]] = {}
    for row in rows:
        last.setdefault((row.who, row.channel), {}).setdefault((row.kind, row.day), row)
    return [_line(who, channel, tuple(told.values()), phrases) for (who, channel), told in last.items()]


def _line(who: str, channel: str, told: tuple[Told, ...], phrases: Phrases) -> CalendarLine:
    way, _, place = channel.partition(":")
    how = phrases(f"calendar.told.{way.replace('-', '_')}", place=place)
    at = max(one.at for one in told).astimezone()
    is_old = any(one.is_old for one in told)
    kinds: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        kinds.setdefault((_what(one, phrases), one.state), []).append(one)
    return CalendarLine(
        who or phrases("calendar.told.plan"),
        "; ".join(_says(what, alike, phrases) for (what, _), alike in kinds.items()),
        ", ".join([how, f"{at:%Y-%m-%d %H:%M}", *([phrases("tui.calendars.old")] if is_old else [])]),
        is_old,
    )


def _what(told: Told, phrases: Phrases) -> str:
    kind = "warning" if told.kind.startswith("warning") else told.kind.replace("-", "_")
    return phrases(f"calendar.told.{kind}")


def _says(what: str, told: list[Told], phrases: Phrases) -> str:
    """Say what stands there, and when: a day, the first of a series, or how many days from when until when."""
    if told[0].state == WITHDRAWN:
        return phrases("tui.calendars.gone", what=what)
    days = sorted(one.day for one in told if one.day is not None)
    if not days:
        return what
    if len(days) == 1:
        key = "series" if any(one.recurs for one in told) else "says"
        return phrases(f"tui.calendars.{key}", what=what, day=day_words(days[0], phrases))
    first, last = day_words(days[0], phrases), day_words(days[-1], phrases)
    return phrases("tui.calendars.times", what=what, n=len(days), first=first, last=last)
