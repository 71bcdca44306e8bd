"""Decides on who holds a role and how a person is reached."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from followup.domain.changes import Change, refuse
from followup.domain.enrol import Enrolment, folded
from followup.domain.given import Decided, Given, appear, change_fields
from followup.domain.people import Holding, Owner

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.commands import HoldRole, SetPerson
    from followup.domain.people import Person

_MAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+")
"""One bare address: no name beside it, no second one. Whether a letter goes there is the mail server's to say."""
PARTS = ("responsible", "follow_up_responsible")


def hold_role(given: Given, command: HoldRole) -> Decided:
    """Let a person hold a role from a day on; who held it, held it until the day before.

    A title that the document gave beside a name ("NN, sektionschef") becomes a role: from then on what that person
    owned under the title belongs to the role.
    """
    if not command.person.strip():
        return refuse("person.nameless")
    enrolment = Enrolment(given.snapshot, command.plan, given.new_id)
    titled = _titled(given, command)
    if not titled and not _is_role(given, command):
        return refuse("role.unknown", role=command.role, known="; ".join(_known(given, command.plan)))
    if len(_who_has(titled, command.role)) > 1:
        return refuse("role.shared", role=command.role, names=", ".join(_names(given, titled, command.role)))
    role = enrolment.role(command.role)
    person = enrolment.person(command.person)
    taken_over = tuple(change for action in titled for change in _take_over(action, command, role))
    before = _holders_before(given, titled, command, role)
    begun = _begin(given, command, role, person)
    return (*enrolment.changes, *before, *begun, *taken_over) if begun else ()


def _is_role(given: Given, command: HoldRole) -> bool:
    roles = given.snapshot.roles.values()
    return any(role.plan == command.plan and folded(role.name) == folded(command.role) for role in roles)


def _known(given: Given, plan: str) -> dict[str, None]:
    names = [role.name for role in given.snapshot.roles.values() if role.plan == plan]
    own = [action for action in given.snapshot.actions.values() if action.plan == plan]
    titles = [owner.title for action in own for part in PARTS for owner in getattr(action, part) if owner.title]
    return dict.fromkeys(names + titles)


def _has_title(owner: Owner, role: str) -> bool:
    return bool(owner.person) and folded(owner.title) == folded(role)


def _titled(given: Given, command: HoldRole) -> list[Action]:
    own = [action for action in given.snapshot.actions.values() if action.plan == command.plan]
    return [
        action
        for action in own
        if any(_has_title(owner, command.role) for part in PARTS for owner in getattr(action, part))
    ]


def _who_has(titled: list[Action], role: str) -> dict[str, None]:
    """Give the ids of those who have the title in these actions: one is its holder, several only share a word."""
    owners = (owner for action in titled for part in PARTS for owner in getattr(action, part))
    return dict.fromkeys(owner.person for owner in owners if _has_title(owner, role))


def _names(given: Given, titled: list[Action], role: str) -> list[str]:
    return [given.snapshot.people[person].name for person in _who_has(titled, role)]


def _take_over(action: Action, command: HoldRole, role: str) -> tuple[Change, ...]:
    fields: dict[str, Any] = {}
    for part in PARTS:
        owners = getattr(action, part)
        fields[part] = tuple(Owner(role=role) if _has_title(one, command.role) else one for one in owners)
    return change_fields(action, **fields)


def _holders_before(given: Given, titled: list[Action], command: HoldRole, role: str) -> tuple[Change, ...]:
    if role in given.snapshot.roles and given.snapshot.holdings_of.get(role):
        return ()
    until = command.start - timedelta(days=1)
    return tuple(
        appear(Holding(given.new_id(), role, person, None, until)) for person in _who_has(titled, command.role)
    )


def _begin(given: Given, command: HoldRole, role: str, person: str) -> tuple[Change, ...]:
    """End what covers the day, begin the new holding, let it end where a later one is already agreed."""
    stored = given.snapshot.holdings_of.get(role, ())
    covering = [held for held in stored if held.covers(command.start)]
    if any(held.person == person for held in covering):
        return ()
    later = [held.start for held in stored if held.start and held.start > command.start]
    until = min(later) - timedelta(days=1) if later else None
    ended = tuple(change for held in covering for change in _end(held, command.start))
    return (*ended, appear(Holding(given.new_id(), role, person, command.start, until)))


def _end(held: Holding, start: date) -> tuple[Change, ...]:
    if held.start == start:
        gone = appear(held)
        return (Change(gone.entity, gone.id, None, gone.new, None),)
    return change_fields(held, end=start - timedelta(days=1))


def _is_anothers(given: Given, person: Person, name: str) -> bool:
    others = (one for one in given.snapshot.people.values() if one.id != person.id)
    return any(folded(one.name) == folded(name) for one in others)


def set_person(given: Given, command: SetPerson) -> Decided:
    """Set what was given of a person's name, address and language; None leaves it."""
    said = {"mail": command.mail, "language": command.language, "name": command.name}
    person = given.snapshot.people[command.person]
    if command.name is not None and not command.name.strip():
        return refuse("person.nameless")
    if command.mail and not _MAIL.fullmatch(command.mail.strip()):
        return refuse("person.bad_mail", mail=command.mail, name=person.name)
    if command.name is not None and _is_anothers(given, person, command.name):
        return refuse("person.name_taken", name=command.name)
    return change_fields(person, **{field: value for field, value in said.items() if value is not None})
