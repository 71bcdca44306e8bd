"""Turns written words into the things of a plan: people, roles, areas, actions, each made once and found again.

An Enrolment works beside a snapshot and collects changes; it never touches the snapshot. A person is found again by
the whole name only: two spellings are proposed as one person elsewhere, never assumed here.
"""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Action, Area, Plan, Status
from followup.domain.changes import Change
from followup.domain.given import change_fields
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


def grades_in(draft: Draft) -> dict[str, str]:
    """Give the grade that the document states for each area, by the folded letter, or name where it has none.

    Where the actions of an area have different grades, these are theirs and not the area's.
    """
    told: dict[str, set[str]] = {}
    for one in draft.actions:
        if one.area_grade:
            told.setdefault(area_key(one.area_code, one.area_name), set()).add(one.area_grade)
    return {area: next(iter(grades)) for area, grades in told.items() if len(grades) == 1}


def area_key(code: str, name: str) -> str:
    """Give what an area is found again by."""
    return (code or name).casefold()


class Enrolment:
    """The things of one plan while changes are being made, and the changes that make the new ones."""

    def __init__(
        self,
        snapshot: Snapshot,
        plan: str,
        new_id: Callable[[], str],
        since: date | None = None,
        grades: dict[str, str] | None = None,
    ) -> None:
        """Work beside a snapshot on the plan with this id, which may not be stored yet.

        `since` is the day of a document that may name new holders of roles: it outranks an earlier document, never
        what a person has said of the role. `grades` are those of `grades_in`.
        """
        self.changes: list[Change] = []
        self._grades = grades or {}
        self._plan = plan
        self._new_id = new_id
        self._people = {folded(person.name): person.id for person in snapshot.people.values()}
        self._roles = {folded(role.name): role.id for role in snapshot.roles.values() if role.plan == plan}
        self._since = since
        self._holdings = snapshot.holdings_of
        self._held: set[str] = set()
        areas = [area for area in snapshot.areas.values() if area.plan == plan]
        self._areas = {area_key(area.code, area.name): area.id for area in areas}
        self._codes = {area.id: area.code for area in areas}
        own = [action for action in snapshot.actions.values() if action.plan == plan]
        self._labels = {action.label.casefold() for action in own}
        self._numbers: dict[str, int] = {}
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
        """Let the person hold the role, where nobody does or an earlier document said who; the first one named."""
        if role in self._held:
            return
        self._held.add(role)
        stored = self._holdings.get(role, ())
        if not stored:
            self.make(Holding(self._new_id(), role, person))
        elif self._since and all(held.start is None and held.end is None for held in stored):
            self._hand_over(stored, person, self._since)

    def _hand_over(self, stored: Iterable[Holding], person: str, since: date) -> None:
        held = next(iter(stored))
        if held.person != person:
            self.changes += change_fields(held, end=since - timedelta(days=1))
            self.make(Holding(self._new_id(), held.role, person, since))

    def area(self, code: str, name: str) -> str:
        """Find the area by its letter, or make it; "" where the document names no area."""
        if not code and not name:
            return ""
        key = area_key(code, name)
        if key not in self._areas:
            grade = self._grades.get(key, "")
            area = Area(self._new_id(), self._plan, code, name, position=len(self._areas) + 1, grade=grade)
            self._areas[key] = self.make(area)
            self._codes[area.id] = code
        return self._areas[key]

    def label(self, area: str) -> str:
        """Give the next label in the area; a label is never given twice."""
        code = self._codes.get(area, "")
        stem = f"{code}." if code[-1:].isdigit() else code
        if stem not in self._numbers:
            self._numbers[stem] = self._last_number(stem.casefold())
        self._numbers[stem] += 1
        return f"{stem}{self._numbers[stem]}"

    def _last_number(self, stem: str) -> int:
        numbers = (label.removeprefix(stem) for label in self._labels if label.startswith(stem))
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

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
    enrolment = Enrolment(snapshot, plan.id, new_id, grades=grades_in(draft))
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
    taken = {plan.key.casefold() for plan in snapshot.plans.values()}
    if stem not in taken:
        return stem
    return next(f"{stem}{n}" for n in range(2, len(taken) + 3) if f"{stem}{n}" not in taken)
