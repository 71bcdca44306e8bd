"""Values as plain data and back: what the journal writes and what a change compares.

A record is a dict of JSON-able values by field name. The field names are the journal's for ever: never rename one.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Action, Area, Occasion, Plan, Result, Round, Status
from followup.domain.dates import Kind, When
from followup.domain.doubts import Doubt
from followup.domain.people import Holding, Owner, Person, Role

if TYPE_CHECKING:
    from collections.abc import Callable

type_of: dict[str, type[Any]] = {
    "plan": Plan,
    "area": Area,
    "person": Person,
    "role": Role,
    "holding": Holding,
    "action": Action,
    "round": Round,
    "occasion": Occasion,
}
entity_of: dict[type[Any], str] = {kind: entity for entity, kind in type_of.items()}

Plain = str | int | None | list[Any] | dict[str, Any]


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def write_when(when: When) -> dict[str, Any]:
    """Give a date as the contract's JSON object: text, start, end (ISO, inclusive), kind."""
    return {
        "text": when.text,
        "start": _write_day(when.start),
        "end": _write_day(when.end),
        "kind": str(when.kind),
    }


def read_when(plain: dict[str, Any]) -> When:
    """Give the date back from `write_when`'s object."""
    return When(Kind(plain["kind"]), _read_day(plain["start"]), _read_day(plain["end"]), plain["text"])


def _write_owners(owners: tuple[Owner, ...]) -> list[list[str]]:
    return [[owner.role, owner.person, owner.title] for owner in owners]


def _read_owners(plain: list[list[str]]) -> tuple[Owner, ...]:
    return tuple(Owner(*parts) for parts in plain)


def _write_doubts(doubts: tuple[Doubt, ...]) -> list[list[str]]:
    return [[doubt.field, doubt.code, doubt.text, doubt.ticked_by] for doubt in doubts]


def _read_doubts(plain: list[list[str]]) -> tuple[Doubt, ...]:
    return tuple(Doubt(*parts) for parts in plain)


_DAYS = ("document_date", "start", "end", "status_since", "window_start", "window_end", "held_on", "on_day")
_WHENS = ("due", "first", "agreed")

_codecs: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    **dict.fromkeys(_DAYS, (_write_day, _read_day)),
    **dict.fromkeys(_WHENS, (write_when, read_when)),
    **dict.fromkeys(("responsible", "follow_up_responsible"), (_write_owners, _read_owners)),
    "doubts": (_write_doubts, _read_doubts),
    "triggers": (list, tuple),
    "status": (str, Status),
    "result": (str, Result),
}


def write_field(field: str, value: Any) -> Plain:  # noqa: ANN401 - any value of any entity
    """Give one field's value as plain data."""
    codec = _codecs.get(field)
    plain: Plain = codec[0](value) if codec else value
    return plain


def read_field(field: str, plain: Plain) -> Any:  # noqa: ANN401 - any value of any entity
    """Give one field's value back from plain data."""
    codec = _codecs.get(field)
    return codec[1](plain) if codec else plain


def write_record(value: Any) -> dict[str, Plain]:  # noqa: ANN401 - any entity
    """Give a whole value as a record, without its version: the store counts that."""
    names = (field.name for field in fields(value) if field.name != "version")
    return {name: write_field(name, getattr(value, name)) for name in names}


def read_record(entity: str, record: dict[str, Plain], version: int = 1) -> Any:  # noqa: ANN401 - any entity
    """Give the value back from `write_record`'s dict."""
    values = {name: read_field(name, plain) for name, plain in record.items()}
    return type_of[entity](**values, version=version)
