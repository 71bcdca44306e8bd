"""What the owners' calendars say of an action: of the whole ledger the last that each was told, by each way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.reminders import WITHDRAWN
from followup.present.dates import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    last: dict[tuple[str, str], dict[str, Told]] = {}
    for row in rows:
        last.setdefault((row.who, row.channel), {}).setdefault(row.kind, row)
    return [_line(who, channel, tuple(kinds.values()), phrases) for (who, channel), kinds in last.items()]


def _line(who: str, channel: str, told: tuple[Told, ...], phrases: Phrases) -> CalendarLine:
    way, _, place = channel.partition(":")
    how = phrases(f"calendar.told.{way.replace('-', '_')}", place=place)
    at = max(one.at for one in told).astimezone()
    is_old = any(one.is_old for one in told)
    return CalendarLine(
        who or phrases("calendar.told.plan"),
        "; ".join(dict.fromkeys(_says(one, phrases) for one in told)),
        ", ".join([how, f"{at:%Y-%m-%d %H:%M}", *([phrases("tui.calendars.old")] if is_old else [])]),
        is_old,
    )


def _says(told: Told, phrases: Phrases) -> str:
    kind = "warning" if told.kind.startswith("warning") else told.kind.replace("-", "_")
    what = phrases(f"calendar.told.{kind}")
    if told.state == WITHDRAWN:
        return phrases("tui.calendars.gone", what=what)
    if told.day is None:
        return what
    return phrases(f"tui.calendars.{'series' if told.recurs else 'says'}", what=what, day=day_words(told.day, phrases))
