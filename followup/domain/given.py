"""What every decision may look at, and the two ways to write a change. Never decides anything itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from followup.domain.changes import Change, Refused
from followup.domain.records import entity_of, write_field, write_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot

Decided = tuple[Change, ...] | Refused


@dataclass(frozen=True, slots=True)
class Given:
    """The snapshot, the day, and a source of new ids."""

    snapshot: Snapshot
    today: date
    new_id: Callable[[], str]

    def action(self, identity: str) -> Action:
        """Give the action with this id."""
        return self.snapshot.actions[identity]


def change_fields(value: Any, **new: Any) -> tuple[Change, ...]:  # noqa: ANN401 - any entity, any of its fields
    """Give one change for each named field whose value becomes another."""
    pairs = [(field, write_field(field, getattr(value, field)), write_field(field, new[field])) for field in new]
    entity = entity_of[type(value)]
    return tuple(Change(entity, value.id, field, old, fresh) for field, old, fresh in pairs if old != fresh)


def appear(value: Any) -> Change:  # noqa: ANN401 - any entity
    """Give the change that makes a thing appear."""
    return Change(entity_of[type(value)], value.id, None, None, write_record(value))
