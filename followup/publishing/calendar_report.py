"""What became of an export of calendars: for each file what is new, changed and withdrawn, and what has no date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Line:
    """One reminder as a report names it; `kind` is "due", "follow-up" or "warning-N", `label` "" if the action is gone.

    `day` is the first day of a series.
    """

    label: str
    kind: str
    day: date
    title: str
    recurs: bool = False


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One calendar: whose (a person's id, or "" for a plan's), its name and path, and what it says that is news.

    `changed` tells that the file's bytes are (or would be) others than before, `events` how many it holds. With
    `trouble` it could not be written and is as it was.
    """

    owner: str
    name: str
    path: str
    events: int
    changed: bool
    new: tuple[Line, ...] = ()
    updated: tuple[Line, ...] = ()
    withdrawn: tuple[Line, ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What gives no reminder: an action's deadline or follow-up ("due", "follow-up") and the words it has for it."""

    label: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class CalendarReport:
    """All calendars of one export; `undated` has no day, `unowned` has a day but nobody to remind of it."""

    folder: str
    dry_run: bool
    files: tuple[CalendarFile, ...]
    undated: tuple[Unplaced, ...]
    unowned: tuple[Unplaced, ...]

    @property
    def failed(self) -> bool:
        """Say whether any file could not be written."""
        return any(one.trouble for one in self.files)
