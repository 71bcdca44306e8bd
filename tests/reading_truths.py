"""What an action read out of a document is compared by: its fields, as the truths write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from followup.domain.dates import When
from followup.domain.drafts import DraftAction
from followup.domain.people import WrittenOwner

Truth: TypeAlias = dict[str, Any]
FIELDS = [
    "code",
    "name",
    "requirement",
    "measure",
    "due",
    "responsible",
    "rule",
    "first",
    "triggers",
    "follow_up_responsible",
    "status",
    "status_since",
]


def flat(text: str) -> str:
    return " ".join(text.replace("•", " ").split())


def told(when: When) -> list[Any]:
    days = [day or "" for day in (when.start, when.end)]
    return [] if when.kind == "none" else [when.kind.value, *(days if any(days) else [])]


def owners(found: tuple[WrittenOwner, ...]) -> list[list[str]]:
    return [[owner.role, owner.name, *(["held"] if owner.held else [])] for owner in found]


def fields_read(action: DraftAction) -> Truth:
    return {
        "code": action.area_code,
        "name": action.area_name,
        "requirement": flat(action.requirement),
        "measure": flat(action.measure),
        "due": told(action.due),
        "responsible": owners(action.responsible),
        "rule": action.rule,
        "first": told(action.first),
        "triggers": list(action.triggers),
        "follow_up_responsible": owners(action.follow_up_responsible),
        "status": action.status,
        "status_since": action.status_since or "",
    }


def fields_true(truth: Truth) -> Truth:
    lists = {"due", "responsible", "first", "triggers", "follow_up_responsible"}
    return {name: truth.get(name, [] if name in lists else "") for name in FIELDS}


def mistakes(name: str, actions: Sequence[DraftAction], truths: Sequence[Truth]) -> list[str]:
    """What is read otherwise than it is, action by action and field by field."""
    pairs = zip(map(fields_read, actions), map(fields_true, truths), strict=False)
    return [
        f"{name} {number} {field}: {got[field]!r} is not {true[field]!r}"
        for number, (got, true) in enumerate(pairs, 1)
        for field in FIELDS
        if got[field] != true[field]
    ]
