"""Copies of the database: what `backup` and `restore` ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db import copies
from followup.domain.trouble import Trouble
from followup.store.places import folder_of
from followup.store.store import telling

if TYPE_CHECKING:
    from datetime import datetime

    from db.address import Address


@dataclass(frozen=True, slots=True)
class StoredCopy:
    """A copy: its path, its size in bytes, when it was written (UTC)."""

    path: str
    size: int
    written: datetime


def copy_to(address: Address, target: str) -> str:
    """Copy the database, verified; give the copy's path.

    Raises:
        Trouble: the database cannot be read or the copy not written.
    """
    with telling():
        copies.copy(address, Path(target))
    return target


def stored_copies(address: Address) -> tuple[StoredCopy, ...]:
    """Give the copies in the database's own folder, the oldest first."""
    found = copies.copies_in(folder_of(address))
    return tuple(
        StoredCopy(str(one.path), one.size, one.modified) for one in sorted(found, key=lambda one: one.modified)
    )


def restore(address: Address, source: str) -> None:
    """Put a copy in the database's place.

    Raises:
        Trouble: the copy is no good; nothing was changed.
    """
    if not Path(source).exists():
        raise Trouble("file.exists_not", path=source)
    with telling():
        copies.replace(address, Path(source))
