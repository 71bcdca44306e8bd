"""What an export may print: tables, cards and calendars as plain values with finished words.

Whoever fills a sheet decides what stands on it, a format decides how it looks. Nothing here may compute, translate,
look at the clock or import anything but the standard library, for the status line pays for this import.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Tone = Literal["late", "soon", "calm", "done"]
"""How urgent a row is; never said by colour alone."""

SYMBOL: Mapping[Tone, str] = {"late": "▲", "soon": "◆", "calm": "", "done": "✓"}
"""The sign that stands beside the words of a tone, in black and white print too."""

Cell = str | date | int | None
"""One value of a table. A date is always a day, never an instant; `None` is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is the machine's lasting name, `title` is what a reader sees, `wide` holds running text."""

    key: str
    title: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with as many cells as the sheet has columns; `group` is the heading it stands under."""

    cells: tuple[Cell, ...]
    tone: Tone = "calm"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says, both finished text."""

    label: str
    value: str
    tone: Tone = "calm"


@dataclass(frozen=True, slots=True)
class Card:
    """One thing told whole: a heading, its facts, and paragraphs of running text."""

    heading: str
    tone: Tone = "calm"
    facts: tuple[Fact, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper to print: what it is about, the sums, one table, and cards after it.

    `language` is a tag such as `sv`; `empty` is the sentence that stands in place of a table without rows. Papers to
    read write a row's group as a heading; tables to count in write it as a first column, if `grouping` says which.
    """

    language: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...] = ()
    summary: tuple[Fact, ...] = ()
    empty: str = ""
    cards: tuple[Card, ...] = ()
    grouping: Column | None = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reminder that rings `days_before` days before an all-day event, at `hour` o'clock local time.

    `days_before` is at least 1 and `hour` is 6 to 20: a client reads a later one as an earlier one (MS-OXCICAL
    2.1.3.1.1.20.62), and nobody wants to be woken. Raises `ValueError` outside these.
    """

    days_before: int
    hour: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a time that calendars would turn into another one."""
        if self.days_before < 1 or not 6 <= self.hour <= 20:
            raise ValueError(f"an alarm {self.days_before} days before at {self.hour}:00 cannot be written")


@dataclass(frozen=True, slots=True)
class Event:
    """An all-day entry of a calendar, single or a series.

    `rule` is an RFC 5545 RRULE value (`FREQ=YEARLY`, with or without the parts that `day` already says), empty for a
    single day; `excluded` are days of the series that are no more. `alarms` stand with the most important first, for
    some calendars keep one. `created` and `modified` are aware instants; `sequence` only ever rises.
    """

    uid: str
    day: date
    summary: str
    created: datetime
    modified: datetime
    description: str = ""
    rule: str = ""
    excluded: tuple[date, ...] = ()
    alarms: tuple[Alarm, ...] = ()
    categories: tuple[str, ...] = ()
    private: bool = False
    sequence: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar file: its name, its language (a tag) and how often, in hours, a subscriber should look again."""

    name: str
    language: str
    events: tuple[Event, ...] = ()
    refresh_hours: int = 12


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody who can be written to: a display name, perhaps empty, and a bare mail address."""

    name: str
    mail: str
