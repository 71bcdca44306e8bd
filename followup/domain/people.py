"""People, roles and who owns what: the values only.

An action belongs to a role ("Verksamhetschef, för närvarande NN") or to a person ("NN, studierektor").
What a role owns goes to whoever holds it on the day asked about; this module never decides which day that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class WrittenOwner:
    """One owner as a document writes it; `held` when the name is said to hold the role for the present."""

    role: str = ""
    name: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a calendar. `language` is "sv", "en" or "" (as the plan)."""

    id: str
    name: str
    mail: str = ""
    language: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Role:
    """A function in one plan's unit; `plan` is the plan's id."""

    id: str
    plan: str
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Holding:
    """That a person holds a role, from `start` to `end`, both inclusive; None is open."""

    id: str
    role: str
    person: str
    start: date | None = None
    end: date | None = None
    version: int = 1

    def covers(self, day: date) -> bool:
        """Say whether the role was held so on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns an action: a role (id), or a person (id) with the title that the document gives beside the name."""

    role: str = ""
    person: str = ""
    title: str = ""


def holder_on(holdings: Iterable[Holding], role: str, day: date) -> Holding | None:
    """Give the holding of a role (id) that covers the day; the latest begun when several do."""
    covering = [held for held in holdings if held.role == role and held.covers(day)]
    return max(covering, key=lambda held: held.start.toordinal() if held.start else 0, default=None)
