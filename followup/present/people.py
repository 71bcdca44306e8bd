"""Who owns what: each person and each role that nobody holds, with their load."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.questions import OVER, Standing, owners_on, standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person (or, with no id, a role that nobody holds): what is owned and how it stands."""

    id: str
    name: str
    roles: tuple[str, ...]
    mail: str
    language: str
    doing: int
    following: int
    late: int
    soon: int


def people_rows(snapshot: Snapshot, actions: Iterable[Action], today: date) -> tuple[PersonRow, ...]:
    """Give everybody who owns something on that day, the most loaded first."""
    loads: dict[tuple[str, str], _Load] = {}
    for action in actions:
        now = standing(snapshot, action, today)
        _count(loads, snapshot, action, now, today)
    rows = [_row(snapshot, key, load) for key, load in loads.items()]
    return tuple(sorted(rows, key=lambda row: (-row.late, -(row.doing + row.following), row.name.casefold())))


class _Load:
    def __init__(self) -> None:
        self.roles: dict[str, None] = {}
        self.doing = self.following = self.late = self.soon = 0


def _count(loads: dict[tuple[str, str], _Load], snapshot: Snapshot, action: Action, now: Standing, today: date) -> None:
    over = action.status in OVER
    for owner in owners_on(snapshot, action.responsible, today):
        load = loads.setdefault((owner.person, "" if owner.person else owner.role), _Load())
        load.roles |= {owner.role: None} if owner.role else {}
        load.doing += not over
        load.late += now.overdue
        load.soon += now.due_soon
    for owner in owners_on(snapshot, action.follow_up_responsible, today):
        load = loads.setdefault((owner.person, "" if owner.person else owner.role), _Load())
        load.roles |= {owner.role: None} if owner.role else {}
        load.following += now.next is not None
        load.late += now.follow_up_overdue
        load.soon += now.follow_up_due


def _row(snapshot: Snapshot, key: tuple[str, str], load: _Load) -> PersonRow:
    person, role = key
    found = snapshot.people.get(person)
    return PersonRow(
        id=person,
        name=found.name if found else role,
        roles=tuple(load.roles) if found else (),
        mail=found.mail if found else "",
        language=found.language if found else "",
        doing=load.doing,
        following=load.following,
        late=load.late,
        soon=load.soon,
    )
