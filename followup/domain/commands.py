"""What a person can ask for: commands as data, so that they can be printed, previewed, batched and told in the log.

Things are addressed by id; the desk turns labels into ids. No command carries a clock: the day is given to `decide`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.actions import Result, Status
    from followup.domain.dates import When
    from followup.domain.drafts import Draft
    from followup.domain.people import WrittenOwner


@dataclass(frozen=True, slots=True)
class AcceptDraft:
    """Store a read document: as a new plan with this key ("" lets the program choose), or into a stored plan (id).

    `own` names the (id, field) that a person has set: a re-issue does not touch them.
    """

    draft: Draft
    key: str = ""
    plan: str = ""
    own: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Give an action a status; `on` is the day it happened, today if None."""

    action: str
    status: Status
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordRound:
    """Note a follow-up round held (or skipped), with what it found; `on` is today if None."""

    action: str
    result: Result
    note: str = ""
    on: date | None = None
    evidence: str = ""
    held_by: str = ""


@dataclass(frozen=True, slots=True)
class MoveDue:
    """Agree on another date; the one agreed before stays in the journal."""

    action: str
    due: When
    why: str


@dataclass(frozen=True, slots=True)
class MoveRound:
    """Agree on another date for the round that waits; the series stays as it is."""

    action: str
    agreed: When
    why: str


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """Give an action another follow-up rule; rounds held stay as they were."""

    action: str
    text: str
    rule: str
    first: When
    triggers: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class NoteOccasion:
    """Note that what a trigger speaks of happened; opens the rounds that wait for it in that plan (id)."""

    plan: str
    trigger: str
    on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class HoldRole:
    """Let a person hold a role of a plan (id) from a day on; who held it before, held it until the day before."""

    plan: str
    role: str
    person: str
    start: date


@dataclass(frozen=True, slots=True)
class SetPerson:
    """Set a person's address or language; None leaves it."""

    person: str
    mail: str | None = None
    language: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reword:
    """Change a text of an action: requirement or measure."""

    action: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class PutInArea:
    """Put an action in an area of its plan, by letter or by name; its label stays the one it was given."""

    action: str
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class GradeArea:
    """Note the grade that a review gave an area (id), as it is written; "" takes it away."""

    area: str
    grade: str


@dataclass(frozen=True, slots=True)
class Assign:
    """Give an action other owners; `part` is "responsible" or "follow_up_responsible"."""

    action: str
    part: str
    owners: tuple[WrittenOwner, ...]
    text: str


@dataclass(frozen=True, slots=True)
class TickDoubt:
    """Tick off a doubt of an action."""

    action: str
    field: str
    code: str
    by: str


@dataclass(frozen=True, slots=True)
class AddAction:
    """Write an action by hand into a plan (id)."""

    plan: str
    area_code: str
    area_name: str
    requirement: str
    measure: str
    due: When
    responsible: tuple[WrittenOwner, ...] = ()
    responsible_text: str = ""
    follow_up_text: str = ""
    rule: str = ""
    first: When | None = None
    triggers: tuple[str, ...] = ()
    follow_up_responsible: tuple[WrittenOwner, ...] = ()
    follow_up_responsible_text: str = ""


@dataclass(frozen=True, slots=True)
class NewPlan:
    """Open an empty plan to write by hand in."""

    key: str
    title: str
    unit: str = ""


Command = (
    AcceptDraft
    | MoveTo
    | RecordRound
    | MoveDue
    | MoveRound
    | ChangeRule
    | NoteOccasion
    | HoldRole
    | SetPerson
    | Reword
    | PutInArea
    | GradeArea
    | Assign
    | TickDoubt
    | AddAction
    | NewPlan
)
