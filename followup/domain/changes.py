"""The one record: every change ever made, what undoes it, and which one is next to undo or redo.

History only grows: an undo is a new, inverse set. Nothing here reads a clock or a database.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from followup.domain.records import Plain


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one thing, old and new as plain data; `field` None: the thing itself appears or disappears."""

    entity: str
    id: str
    field: str | None
    old: Plain
    new: Plain


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes made together: when (UTC), by whom, why (a command's name and arguments as JSON), and what it undoes.

    `kind` is "do", "undo" or "redo"; `number` is the revision that the set made, 0 before it is stored.
    """

    id: str
    at: datetime
    by: str
    why: str
    changes: tuple[Change, ...] = field(default=())
    kind: str = "do"
    undoes: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a command was not carried out: a code (phrase `refusal.CODE`) and the facts that its sentence names."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()


def refuse(code: str, **facts: object) -> Refused:
    """Make a refusal with its facts as text."""
    return Refused(code, tuple((name, str(value)) for name, value in facts.items()))


def invert(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Give the changes that take these back, last first."""
    return tuple(replace(change, old=change.new, new=change.old) for change in reversed(tuple(changes)))


def in_force(newest_first: Iterable[ChangeSet]) -> Iterator[ChangeSet]:
    """Give the sets that still hold, newest first: done or redone and not undone. Reads no further than asked."""
    dead: set[str] = set()
    for made in newest_first:
        if made.kind == "undo" and made.id not in dead:
            dead.add(made.undoes)
        elif made.id not in dead:
            yield made


def next_undo(newest_first: Iterable[ChangeSet]) -> ChangeSet | None:
    """Find the last set that is still in force. Reads no further than it must."""
    return next(in_force(newest_first), None)


def next_redo(newest_first: Iterable[ChangeSet]) -> ChangeSet | None:
    """Find the undo to take back: the last one not redone, unless something new was done since."""
    dead: set[str] = set()
    for made in newest_first:
        if made.id in dead:
            continue
        if made.kind == "do":
            return None
        if made.kind == "undo":
            return made
        dead.add(made.undoes)
    return None
