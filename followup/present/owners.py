"""Owners in the user's words, as they are on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.questions import owners_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from followup.domain.people import Owner
    from followup.domain.questions import OwnerNow
    from followup.domain.snapshot import Snapshot


def short_owner(owner: OwnerNow) -> str:
    """Give the one word that fits a list: the name, or the role that nobody holds."""
    return owner.name or owner.role


def long_owner(owner: OwnerNow) -> str:
    """Give the name and the role: "Anna Ek, verksamhetschef"."""
    return ", ".join(part for part in (owner.name, owner.role) if part)


def short_owners(snapshot: Snapshot, owners: Iterable[Owner], day: date) -> str:
    """Give the owners for a list, each once: who holds a role may be named beside it."""
    return ", ".join(dict.fromkeys(short_owner(owner) for owner in owners_on(snapshot, owners, day)))


def long_owners(snapshot: Snapshot, owners: Iterable[Owner], day: date) -> str:
    """Give the owners whole, apart by semicolons."""
    return "; ".join(long_owner(owner) for owner in owners_on(snapshot, owners, day))
