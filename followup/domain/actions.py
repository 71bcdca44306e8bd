"""The values of a plan: what was promised, where it stands, and the rounds that somebody touched.

Frozen values only. What follows from a day (late, soon, next round) is computed in `questions`, never stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from followup.domain.dates import When

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.doubts import Doubt
    from followup.domain.people import Owner


class Status(StrEnum):
    """The doing clock. `done` is reported done; `closed` means that nothing more is to be followed up."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PAUSED = "paused"
    DROPPED = "dropped"
    CLOSED = "closed"


class Result(StrEnum):
    """The checking clock: what a follow-up round found; "" is a round not held yet."""

    NONE = ""
    HOLDS = "holds"
    PARTLY = "partly"
    REMAINS = "remains"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Plan:
    """One action plan of one unit after one review; `key` is the short name that stands before a label."""

    id: str
    key: str
    title: str
    unit: str = ""
    review: str = ""
    document_date: date | None = None
    source: str = ""
    language: str = "sv"
    version: int = 1


@dataclass(frozen=True, slots=True)
class Area:
    """A letter and a name as the document gives them, in the document's order, and the grade of a review that grades.

    `grade` is as written ("B", "uppfyllt"), "" where the document states none.
    """

    id: str
    plan: str
    code: str
    name: str
    position: int = 0
    grade: str = ""
    version: int = 1

    @property
    def title(self) -> str:
        """Letter and name as one: "B. Lokaler"."""
        return area_title(self.code, self.name)


def area_title(code: str, name: str) -> str:
    """Give an area's letter and name as one, either of which may lack."""
    return ". ".join(part for part in (code, name) if part)


@dataclass(frozen=True, slots=True)
class Action:
    """One planned action with its follow-up rule; every interpreted value has the original words beside it.

    `plan` and `area` are ids ("" for no area). `rule` is an RFC 5545 RRULE value without dates, "N/term",
    or "" for a single follow-up on `first`. `version` counts the change sets that touched it, from 1.
    """

    id: str
    plan: str
    area: str
    label: str
    position: int
    requirement: str
    measure: str
    status: Status
    status_since: date
    status_note: str
    due: When
    responsible: tuple[Owner, ...]
    responsible_text: str
    follow_up_text: str
    rule: str
    first: When
    triggers: tuple[str, ...]
    follow_up_responsible: tuple[Owner, ...]
    follow_up_responsible_text: str
    doubts: tuple[Doubt, ...] = ()
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Round:
    """A follow-up round that somebody touched: held, moved or skipped. Untouched rounds are computed.

    `key` names the scheduled window within the action; `window_start`..`window_end` (inclusive) is the scheduled
    one, `agreed` the one it was moved to, if any.
    """

    id: str
    action: str
    key: str
    window_start: date
    window_end: date
    agreed: When
    held_on: date | None = None
    result: Result = Result.NONE
    note: str = ""
    held_by: str = ""
    evidence: str = ""
    occasion: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Occasion:
    """That the event a trigger speaks of happened on a day; `plan` is the plan's id."""

    id: str
    plan: str
    trigger: str
    on_day: date
    note: str = ""
    version: int = 1
