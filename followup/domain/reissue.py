"""Finds in a re-issued document the actions that are stored already: matched on what they say, not on their number.

A plan is re-issued each year, renumbered and reworded. What a person set outranks the document; an action that is
gone from it is proposed as dropped by a doubt, never deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Status
from followup.domain.doubts import Doubt
from followup.domain.enrol import Enrolment, area_key, folded, grades_in
from followup.domain.given import change_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from followup.domain.actions import Action, Plan
    from followup.domain.changes import Change
    from followup.domain.drafts import Draft, DraftAction
    from followup.domain.given import Given
    from followup.domain.snapshot import Snapshot

ALIKE = 0.45
"""Two actions are taken for the same when they share at least this much of their words (0 to 1)."""
GONE = "gone"
TEXTS = ("requirement", "measure")
_TOGETHER = {
    "responsible_text": ("responsible_text", "responsible"),
    "follow_up_text": ("follow_up_text", "rule", "first", "triggers"),
    "follow_up_responsible_text": ("follow_up_responsible_text", "follow_up_responsible"),
    "status": ("status", "status_since", "status_note"),
}
"""What is taken together with a field that differs: all of it, or none where a person has set a part."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stored action and what the new document says of it; either is None where the other stands alone.

    `change` is "new", "same", "changed" or "gone"; `fields` are the fields that differ.
    """

    change: str
    draft: DraftAction | None
    action: Action | None
    fields: tuple[str, ...] = ()


_HEAD = ("title", "unit", "review")
"""What a document says of itself and may say anew; not its day, from which rules without a first time are counted."""


def compare(snapshot: Snapshot, plan: Plan, draft: Draft) -> tuple[Match, ...]:
    """Match the document's actions, in its order, with the plan's; what the document lacks comes last."""
    stored = [action for action in snapshot.actions.values() if action.plan == plan.id]
    found = _pair(draft.actions, stored)
    told = [_match(one, found.get(number), snapshot) for number, one in enumerate(draft.actions)]
    seen = {action.id for action in found.values()}
    return (*told, *(Match(GONE, None, action) for action in stored if action.id not in seen))


def reissue_of(snapshot: Snapshot, draft: Draft) -> Plan | None:
    """Give the stored plan that most of the document's actions match, if there is one."""
    half = len(draft.actions) / 2
    shares = [(len(_pair(draft.actions, _of_plan(snapshot, plan))), plan) for plan in snapshot.plans.values()]
    best = max(shares, key=lambda share: share[0], default=None)
    return best[1] if best and best[0] > half else None


def _of_plan(snapshot: Snapshot, plan: Plan) -> list[Action]:
    return [action for action in snapshot.actions.values() if action.plan == plan.id]


def _words(one: Action | DraftAction) -> frozenset[str]:
    return frozenset(folded(f"{one.requirement} {one.measure}").split())


def _exact(one: Action | DraftAction) -> tuple[str, str]:
    return folded(one.requirement), folded(one.measure)


def _pair(drafts: Iterable[DraftAction], stored: list[Action]) -> dict[int, Action]:
    """Pair by number in the document: word for word first, then the most alike, each once."""
    numbered = dict(enumerate(drafts))
    pairs: dict[int, Action] = {}
    left = {action.id: action for action in stored}
    by_words = {_exact(action): action for action in reversed(stored)}
    for number, one in numbered.items():
        action = by_words.get(_exact(one))
        if action and action.id in left:
            pairs[number] = left.pop(action.id)
    rest = {number: one for number, one in numbered.items() if number not in pairs}
    return pairs | _alike(rest, left)


def _alike(drafts: dict[int, DraftAction], left: dict[str, Action]) -> dict[int, Action]:
    """Pair what shares most of its words, the most alike first; of equals the first in the documents."""
    scored = list(_scores(drafts, left))
    pairs: dict[int, Action] = {}
    for _, number, _, identity in sorted(scored, key=lambda one: (-one[0], *one[1:3])):
        if number not in pairs and identity in left:
            pairs[number] = left.pop(identity)
    return pairs


def _scores(drafts: dict[int, DraftAction], left: dict[str, Action]) -> Iterator[tuple[float, int, int, str]]:
    """Give likeness, number, place and id of each pair that is alike enough."""
    words = {identity: _words(action) for identity, action in left.items()}
    places = {identity: place for place, identity in enumerate(left)}
    holders: dict[str, list[str]] = {}
    for identity, held in words.items():
        for word in held:
            holders.setdefault(word, []).append(identity)
    for number, one in drafts.items():
        said = _words(one)
        for identity in _candidates(said, holders):
            score = _likeness(said, words[identity])
            if score >= ALIKE:
                yield score, number, places[identity], identity


def _candidates(said: frozenset[str], holders: dict[str, list[str]]) -> set[str]:
    """Give the ids that share one of the rarest words: without one, too few of the words are left to be alike."""
    rarest = sorted(said, key=lambda word: len(holders.get(word, ())))
    enough = len(said) - ceil(ALIKE * len(said)) + 1
    return set(chain.from_iterable(holders.get(word, ()) for word in rarest[:enough]))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / max(len(one) + len(other) - shared, 1)


def _match(draft: DraftAction, action: Action | None, snapshot: Snapshot) -> Match:
    if action is None:
        return Match("new", draft, None)
    fields = tuple(_differing(draft, action, snapshot))
    return Match("changed" if fields else "same", draft, action, fields)


def _differing(draft: DraftAction, action: Action, snapshot: Snapshot) -> Iterable[str]:
    for field in (*TEXTS, "responsible_text", "follow_up_text", "follow_up_responsible_text"):
        if folded(getattr(draft, field)) != folded(getattr(action, field)):
            yield field
    if _window(draft.due) != _window(action.due):
        yield "due"
    area = snapshot.areas.get(action.area)
    if draft.area_code and folded(draft.area_code) != folded(area.code if area else ""):
        yield "area"
    if draft.status and draft.status != action.status:
        yield "status"


def _window(when: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a When
    return when.kind, when.start, when.end


def merge_draft(
    given: Given, plan: Plan, draft: Draft, own: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Change, ...]:
    """Give the changes that take a re-issued document into its plan.

    `own` names the (id, field) of actions, of areas and of the plan that a person has set: these stay as they are.
    """
    day = draft.document_date or given.today
    grades = grades_in(draft)
    enrolment = Enrolment(given.snapshot, plan.id, given.new_id, since=day, grades=grades)
    made: list[Change] = [*_merge_head(plan, draft, own), *_merge_grades(given.snapshot, plan, grades, own)]
    for match in compare(given.snapshot, plan, draft):
        made += _merge_one(match, enrolment, own, given.today)
    return (*enrolment.changes, *made)


def _merge_head(plan: Plan, draft: Draft, own: frozenset[tuple[str, str]]) -> tuple[Change, ...]:
    """Take over what the document says of itself; what it does not say stays."""
    said = {field: getattr(draft, field) for field in _HEAD if (plan.id, field) not in own}
    return change_fields(plan, **{field: value for field, value in said.items() if value})


def _merge_grades(
    snapshot: Snapshot, plan: Plan, grades: dict[str, str], own: frozenset[tuple[str, str]]
) -> Iterable[Change]:
    """Take over what an area was graded; a grade that the document does not state, or a person has set, stays."""
    for area in snapshot.areas.values():
        key = area_key(area.code, area.name)
        if area.plan == plan.id and key in grades and (area.id, "grade") not in own:
            yield from change_fields(area, grade=grades[key])


def _merge_one(match: Match, enrolment: Enrolment, own: frozenset[tuple[str, str]], today: date) -> tuple[Change, ...]:
    draft, action = match.draft, match.action
    if action is None:
        if draft is not None:
            enrolment.action(draft, today)
        return ()
    if draft is None:
        return _mark_gone(action)
    fields = [field for field in match.fields if not any((action.id, part) in own for part in _together(field))]
    taken: dict[str, Any] = {}
    for field in fields:
        taken |= _values(field, draft, enrolment, today)
    return change_fields(action, **taken, doubts=_doubts(draft, action, fields))


def _mark_gone(action: Action) -> tuple[Change, ...]:
    known = any(doubt.code == GONE for doubt in action.doubts)
    if known or action.status in {Status.DROPPED, Status.CLOSED}:
        return ()
    return change_fields(action, doubts=(*action.doubts, Doubt("status", GONE)))


def _together(field: str) -> tuple[str, ...]:
    return _TOGETHER.get(field, (field,))


def _doubts(draft: DraftAction, action: Action, fields: Iterable[str]) -> tuple[Doubt, ...]:
    """Give the action's doubts, those of what is taken from the document replaced by the document's."""
    doubted = {part for field in fields for part in (field.removesuffix("_text"), *_together(field))}
    kept = (doubt for doubt in action.doubts if doubt.code != GONE and doubt.field not in doubted)
    return (*kept, *(doubt for doubt in draft.doubts if doubt.field in doubted))


def _values(field: str, draft: DraftAction, enrolment: Enrolment, today: date) -> dict[str, Any]:
    if field in {"responsible_text", "follow_up_responsible_text"}:
        part = field.removesuffix("_text")
        return {field: getattr(draft, field), part: enrolment.owners(getattr(draft, part))}
    if field == "area":
        return {field: enrolment.area(draft.area_code, draft.area_name)}
    if field == "status":
        since = draft.status_since or today
        return {field: Status(draft.status), "status_since": since, "status_note": draft.status_note}
    return {part: getattr(draft, part) for part in _together(field)}
