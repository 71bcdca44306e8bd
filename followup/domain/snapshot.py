"""Everything that is known at one revision, immutable: what rules read, what both chairs show.

A snapshot never changes; `apply` gives the next one. It knows no day: "today" is always beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from followup.domain.changes import invert, refuse
from followup.domain.records import read_field, read_record, write_field, write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from followup.domain.actions import Action, Area, Occasion, Plan, Round
    from followup.domain.changes import Change, ChangeSet, Refused
    from followup.domain.people import Holding, Person, Role
    from followup.domain.records import Plain

_SHELF = {
    "plan": "plans",
    "area": "areas",
    "person": "people",
    "role": "roles",
    "holding": "holdings",
    "action": "actions",
    "round": "rounds",
    "occasion": "occasions",
}

_ORDER: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "plan": lambda plan: (plan.key,),
    "area": lambda area: (area.plan, area.position, area.id),
    "person": lambda person: (person.id,),
    "role": lambda role: (role.plan, role.name),
    "holding": lambda holding: (holding.role, holding.start is not None, holding.start, holding.id),
    "round": lambda one: (one.action, one.key),
    "occasion": lambda occasion: (occasion.plan, occasion.on_day, occasion.id),
}


class StaleChangeError(Exception):
    """A change's old value is not what stands here: somebody changed it meanwhile."""

    def __init__(self, change: Change, actual: object) -> None:
        """Keep the change that failed and the value that stands there instead."""
        super().__init__(f"{change.entity} {change.id} {change.field}")
        self.change = change
        self.actual = actual


@dataclass(frozen=True)
class Snapshot:
    """All plans of one database at one revision; each mapping is by id, in document order."""

    revision: int = 0
    plans: Mapping[str, Plan] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    holdings: Mapping[str, Holding] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    occasions: Mapping[str, Occasion] = field(default_factory=dict)

    @cached_property
    def rounds_of(self) -> Mapping[str, tuple[Round, ...]]:
        """The touched rounds by action id."""
        return _grouped(self.rounds.values(), "action")

    @cached_property
    def holdings_of(self) -> Mapping[str, tuple[Holding, ...]]:
        """Who holds and held each role, by role id."""
        return _grouped(self.holdings.values(), "role")

    @cached_property
    def occasions_of(self) -> Mapping[str, tuple[Occasion, ...]]:
        """The events that happened, by plan id."""
        return _grouped(self.occasions.values(), "plan")

    @cached_property
    def ids_by_label(self) -> Mapping[str, tuple[str, ...]]:
        """Action ids by folded label, in every plan that has it."""
        found: dict[str, tuple[str, ...]] = {}
        for action in self.actions.values():
            folded = action.label.casefold()
            found[folded] = (*found.get(folded, ()), action.id)
        return found


def _grouped(values: Iterable[Any], by: str) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = {}
    for value in values:
        groups.setdefault(getattr(value, by), []).append(value)
    return {key: tuple(group) for key, group in groups.items()}


def apply(snapshot: Snapshot, changes: Iterable[Change], step: int = 1, *, ordered: bool = True) -> Snapshot:
    """Give the snapshot after the changes of one set: each touched thing, and the revision, one step up.

    A step of -1 goes back: the changes are then the inverse of the set that made this revision. What appears is put
    in its place, unless only the things themselves matter and not their order.

    Raises:
        StaleChangeError: a change's old value is not what stands in the snapshot.
    """
    changes = tuple(changes)
    shelves = {_SHELF[entity] for entity in {change.entity for change in changes}}
    fresh: dict[str, Any] = {shelf: dict(getattr(snapshot, shelf)) for shelf in shelves}
    touched: set[tuple[str, str]] = set()
    for change in changes:
        first = 0 if (change.entity, change.id) in touched else step
        touched.add((change.entity, change.id))
        _apply_one(fresh[_SHELF[change.entity]], change, first)
    after = replace(snapshot, revision=snapshot.revision + step, **fresh)
    appeared = {change.entity for change in changes if change.field is None and change.new is not None}
    places: dict[str, Any] = {_SHELF[entity]: _in_order(after, entity) for entity in appeared if ordered}
    return replace(after, **places)


def _in_order(snapshot: Snapshot, entity: str) -> dict[str, Any]:
    """Give a shelf in the order in which the store reads it, whatever was put on it last."""
    shelf: Mapping[str, Any] = getattr(snapshot, _SHELF[entity])
    if entity == "action":
        places = {plan.id: (plan.key, plan.id) for plan in snapshot.plans.values()}
        ordered = sorted(shelf.values(), key=lambda action: (places[action.plan], action.position, action.id))
    else:
        ordered = sorted(shelf.values(), key=_ORDER[entity])
    return {value.id: value for value in ordered}


def rewind(snapshot: Snapshot, newest_first: Iterable[ChangeSet]) -> Snapshot:
    """Give the snapshot as it was before these sets, which are the last ones, newest first."""
    for made in newest_first:
        snapshot = apply(snapshot, invert(made.changes), step=-1)
    return snapshot


def recounted(snapshot: Snapshot, history: Iterable[ChangeSet]) -> Snapshot:
    """Give the snapshot with the versions of the things that their whole history tells of, counted up to it.

    A thing that was removed and is there again after going back does not know how often it had been touched.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for made in history:
        if made.number <= snapshot.revision:
            counts.update({(change.entity, change.id) for change in made.changes})
    shelves: dict[str, Any] = {_SHELF[entity]: dict(getattr(snapshot, _SHELF[entity])) for entity, _ in counts}
    for (entity, identity), version in counts.items():
        shelf = shelves[_SHELF[entity]]
        if identity in shelf:
            shelf[identity] = replace(shelf[identity], version=version)
    return replace(snapshot, **shelves)


def _apply_one(shelf: dict[str, Any], change: Change, step: int) -> None:
    value: Any = shelf.get(change.id)
    actual = _standing_value(value, change.field)
    if actual != change.old or (value is None and change.field is not None):
        raise StaleChangeError(change, actual)
    if change.field is not None and value is not None:
        new: dict[str, Any] = {change.field: read_field(change.field, change.new), "version": value.version + step}
        shelf[change.id] = replace(value, **new)
        return
    shelf.pop(change.id, None)
    if isinstance(change.new, dict):
        shelf[change.id] = read_record(change.entity, change.new)


def _standing_value(value: Any, field: str | None) -> Plain:  # noqa: ANN401 - any entity, or None
    if value is None:
        return None
    return write_record(value) if field is None else write_field(field, getattr(value, field))


def find_action(snapshot: Snapshot, label: str, plan: str = "") -> Action | Refused:
    """Find an action by what people type: "D3", or "pcu/d3"; `plan` is the key chosen beside it, if any."""
    whole = label.strip().casefold()
    key, _, short = ("", "", whole) if whole in snapshot.ids_by_label else whole.partition("/")
    wanted, ids = key or plan.casefold(), snapshot.ids_by_label.get(short, ())
    found = [snapshot.actions[i] for i in ids if not wanted or plan_key(snapshot, i).casefold() == wanted]
    if not found:
        return refuse("label.unknown", label=label)
    if len(found) > 1:
        labels = ", ".join(f"{plan_key(snapshot, one.id)}/{one.label}" for one in found)
        return refuse("label.ambiguous", label=label, labels=labels)
    return found[0]


def plan_key(snapshot: Snapshot, action: str) -> str:
    """Give the short key of an action's plan; the action by id."""
    return snapshot.plans[snapshot.actions[action].plan].key
