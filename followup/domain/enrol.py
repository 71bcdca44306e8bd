"""Turns written words into the things of a plan: people, roles, areas, actions, each made once and found again.

An Enrolment works beside a snapshot and collects changes; it never touches the snapshot. A person is found again by
the whole name only: two spellings are proposed as one person elsewhere, never assumed here.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Action, Area, Plan, Status
from followup.domain.changes import Change
from followup.domain.people import Holding, Owner, Person, Role
from followup.domain.records import entity_of, write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from followup.domain.drafts import Draft, DraftAction
    from followup.domain.people import WrittenOwner
    from followup.domain.snapshot import Snapshot


def folded(text: str) -> str:
    """Give the text as it is compared: case, blanks and composed letters do not matter."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class Enrolment:
    """The things of one plan while changes are being made, and the changes that make the new ones."""

    def __init__(self, snapshot: Snapshot, plan: str, new_id: Callable[[], str]) -> None:
        """Work beside a snapshot on the plan with this id, which may not be stored yet."""
        self.changes: list[Change] = []
        self._plan = plan
        self._new_id = new_id
        self._people = {folded(person.name): person.id for person in snapshot.people.values()}
        self._roles = {folded(role.name): role.id for role in snapshot.roles.values() if role.plan == plan}
        self._held = {(held.role, held.person) for held in snapshot.holdings.values() if held.end is None}
        areas = [area for area in snapshot.areas.values() if area.plan == plan]
        self._areas = {area.code.casefold(): area.id for area in areas}
        self._codes = {area.id: area.code for area in areas}
        own = [action for action in snapshot.actions.values() if action.plan == plan]
        self._labels = {action.label.casefold() for action in own}
        self._position = max((action.position for action in own), default=0)

    def make(self, value: Any) -> str:  # noqa: ANN401 - any entity
        """Collect the change that makes this thing appear; give its id."""
        record = write_record(value)
        self.changes.append(Change(entity_of[type(value)], value.id, None, None, record))
        return str(value.id)

    def person(self, name: str) -> str:
        """Find the person with this name, or make one; give the id."""
        key = folded(name)
        if key not in self._people:
            self._people[key] = self.make(Person(self._new_id(), " ".join(name.split())))
        return self._people[key]

    def role(self, name: str) -> str:
        """Find the role with this name in the plan, or make one; give the id."""
        key = folded(name)
        if key not in self._roles:
            self._roles[key] = self.make(Role(self._new_id(), self._plan, " ".join(name.split())))
        return self._roles[key]

    def owner(self, written: WrittenOwner) -> Owner:
        """Give the owner for what is written: a role with its holder, a role alone, or a person with a title."""
        if written.name and not written.held:
            return Owner(person=self.person(written.name), title=written.role)
        role = self.role(written.role) if written.role else ""
        if written.name and role:
            self._hold(role, self.person(written.name))
        if written.name and not role:
            return Owner(person=self.person(written.name))
        return Owner(role=role)

    def owners(self, written: Iterable[WrittenOwner]) -> tuple[Owner, ...]:
        """Give the owners in the order written, each once."""
        found = [self.owner(one) for one in written if one.name or one.role]
        return tuple(dict.fromkeys(found))

    def _hold(self, role: str, person: str) -> None:
        if not any(held == role for held, _ in self._held):
            self._held.add((role, person))
            self.make(Holding(self._new_id(), role, person))

    def area(self, code: str, name: str) -> str:
        """Find the area by its letter, or make it; "" where the document names no area."""
        if not code and not name:
            return ""
        key = (code or name).casefold()
        if key not in self._areas:
            area = Area(self._new_id(), self._plan, code, name, position=len(self._areas) + 1)
            self._areas[key] = self.make(area)
            self._codes[area.id] = code
        return self._areas[key]

    def label(self, area: str) -> str:
        """Give the next label in the area; a label is never given twice."""
        code = self._codes.get(area, "")
        stem = f"{code}." if code[-1:].isdigit() else code
        number = 1
        while f"{stem}{number}".casefold() in self._labels:
            number += 1
        self._labels.add(f"{stem}{number}".casefold())
        return f"{stem}{number}"

    def action(self, draft: DraftAction, today: date) -> str:
        """Make an action of what was read or written; give its id."""
        area = self.area(draft.area_code, draft.area_name)
        self._position += 1
        action = Action(
            id=self._new_id(),
            plan=self._plan,
            area=area,
            label=self.label(area),
            position=self._position,
            requirement=draft.requirement,
            measure=draft.measure,
            status=Status(draft.status or Status.PLANNED),
            status_since=draft.status_since or today,
            status_note=draft.status_note,
            due=draft.due,
            responsible=self.owners(draft.responsible),
            responsible_text=draft.responsible_text,
            follow_up_text=draft.follow_up_text,
            rule=draft.rule,
            first=draft.first,
            triggers=draft.triggers,
            follow_up_responsible=self.owners(draft.follow_up_responsible),
            follow_up_responsible_text=draft.follow_up_responsible_text,
            doubts=draft.doubts,
            source=draft.source,
        )
        return self.make(action)


def enrol_draft(
    snapshot: Snapshot, draft: Draft, key: str, today: date, new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """Give the changes that store a read document as a new plan under this key."""
    plan = Plan(
        id=new_id(),
        key=key,
        title=draft.title or draft.source,
        unit=draft.unit,
        review=draft.review,
        document_date=draft.document_date,
        source=draft.source,
        language=draft.language or "sv",
    )
    enrolment = Enrolment(snapshot, plan.id, new_id)
    enrolment.make(plan)
    for action in draft.actions:
        enrolment.action(action, today)
    return tuple(enrolment.changes)


def free_key(snapshot: Snapshot, words: str) -> str:
    """Give a short key for a plan from its unit or title: first letters, lower case, not taken yet."""
    plain = unicodedata.normalize("NFKD", folded(words)).encode("ascii", "ignore").decode()
    parts = ["".join(filter(str.isalnum, word)) for word in plain.split()]
    letters = "".join(part[0] for part in parts if part)[:4]
    stem = letters if len(letters) > 1 else (parts[0][:4] if parts and parts[0] else "plan")
    taken = {plan.key for plan in snapshot.plans.values()}
    if stem not in taken:
        return stem
    return next(f"{stem}{n}" for n in range(2, len(taken) + 3) if f"{stem}{n}" not in taken)
