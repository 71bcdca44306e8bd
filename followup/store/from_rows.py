"""Rows to values. On the path of the status line: plain loops, and texts that repeat are read once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from json import JSONDecoder, loads
from typing import TYPE_CHECKING, Any

from followup.domain.actions import Action, Area, Occasion, Plan, Result, Round, Status
from followup.domain.changes import Change, ChangeSet
from followup.domain.dates import Kind, When
from followup.domain.doubts import Doubt
from followup.domain.people import Holding, Owner, Person, Role
from followup.store.quickly import maker

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[Any, ...]

_MANY = 65_536
"""How many unlike texts are read once: a hundred thousand actions have about so many owners and dates."""
_NO_ROUND = When.no_date()
_STATUS = {str(status): status for status in Status}
_KIND = {str(kind): kind for kind in Kind}
_RESULT = {str(result): result for result in Result}
_action = maker(Action)
_round = maker(Round)
_read_list = JSONDecoder().raw_decode
"""Reads what this program wrote itself, without `loads`' care for other people's texts."""


@lru_cache(maxsize=_MANY)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=_MANY)
def _when(text: str, kind: str, start: str | None, end: str | None) -> When:
    return When(_KIND[kind], _day(start), _day(end), text)


@lru_cache(maxsize=_MANY)
def _owners(text: str) -> tuple[Owner, ...]:
    return tuple([_owner(*parts) for parts in _read_list(text)[0]])


@lru_cache(maxsize=_MANY)
def _owner(role: str, person: str, title: str) -> Owner:
    return Owner(role, person, title)


@lru_cache(maxsize=_MANY)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(_read_list(text)[0])


@lru_cache(maxsize=_MANY)
def _doubts(text: str) -> tuple[Doubt, ...]:
    return tuple([Doubt(*parts) for parts in _read_list(text)[0]])


def action_of(row: Row) -> Action:
    """Give the action of a row of `action`."""
    return _action(
        row[0],
        row[1],
        row[2] or "",
        row[3],
        row[4],
        row[5],
        row[6],
        _STATUS[row[7]],
        _day(row[8]) or date.min,
        row[9],
        _when(row[10], row[11], row[12], row[13]),
        _owners(row[14]),
        row[15],
        row[16],
        row[17],
        _when(row[18], row[19], row[20], row[21]),
        _texts(row[22]),
        _owners(row[23]),
        row[24],
        _doubts(row[25]),
        row[26],
        row[27],
    )


def plan_of(row: Row) -> Plan:
    """Give the plan of a row of `plan`."""
    return Plan(row[0], row[1], row[2], row[3], row[4], _day(row[5]), row[6], row[7], row[8])


def area_of(row: Row) -> Area:
    """Give the area of a row of `area`."""
    return Area(*row)


def person_of(row: Row) -> Person:
    """Give the person of a row of `person`."""
    return Person(*row)


def role_of(row: Row) -> Role:
    """Give the role of a row of `role`."""
    return Role(*row)


def holding_of(row: Row) -> Holding:
    """Give the holding of a row of `holding`."""
    return Holding(row[0], row[1], row[2], _day(row[3]), _day(row[4]), row[5])


def round_of(row: Row) -> Round:
    """Give the round of a row of `round`."""
    agreed = _when(row[5] or "", row[6], row[7], row[8]) if row[6] else _NO_ROUND
    return _round(
        row[0],
        row[1],
        row[2],
        _day(row[3]) or date.min,
        _day(row[4]) or date.min,
        agreed,
        _day(row[9]),
        _RESULT[row[10]],
        row[11],
        row[12],
        row[13],
        row[14] or "",
        row[15],
    )


def occasion_of(row: Row) -> Occasion:
    """Give the occasion of a row of `occasion`."""
    return Occasion(row[0], row[1], row[2], _day(row[3]) or date.min, row[4], row[5])


def moment_of(text: str) -> datetime:
    """Give an instant of the read side ("2026-05-01T10:00:00.000000Z")."""
    return datetime.fromisoformat(text).astimezone(UTC)


def change_of(row: Row) -> Change:
    """Give the change of a row of `change`."""
    _, _, entity, identity, field, old, new = row
    if field is None and entity in LATER:
        return Change(entity, identity, None, _whole(entity, old), _whole(entity, new))
    return Change(entity, identity, field, _plain(old), _plain(new))


LATER: dict[str, dict[str, Any]] = {"area": {"grade": ""}}
"""The fields that came after the first schema, and what stands in a record that was written before."""


def _whole(entity: str, text: str | None) -> Any:  # noqa: ANN401 - a record, or nothing
    return None if text is None else LATER[entity] | loads(text)


def _plain(text: str | None) -> Any:  # noqa: ANN401 - any plain value
    return loads(text) if text is not None else None


def change_sets_of(sets: Iterable[Row], changes: Iterable[Row]) -> tuple[ChangeSet, ...]:
    """Give the change sets, in the order of their rows, each with its changes."""
    by_set: dict[int, list[Change]] = {}
    for row in changes:
        by_set.setdefault(row[1], []).append(change_of(row))
    return tuple(
        ChangeSet(
            row[1], moment_of(row[2]), row[3], row[4], tuple(by_set.get(row[0], ())), row[5], row[6] or "", row[0]
        )
        for row in sets
    )
