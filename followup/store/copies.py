"""Copies of the database and its health: what `backup`, `restore` and `doctor` ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db import checks, copies
from db.reading import open_reader
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


@dataclass(frozen=True, slots=True)
class Health:
    """What a doctor finds: `unsound` and `dangling` are empty when all is well; `exposed` is the mode others have."""

    counts: dict[str, int]
    unsound: tuple[str, ...]
    dangling: tuple[tuple[str, str], ...]
    exposed: bool


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


def health(address: Address) -> Health:
    """Examine the database.

    Raises:
        Trouble: it cannot be opened.
    """
    with telling(), open_reader(address) as reader:
        loose = [(one.entity, one.id) for one in checks.dangling(reader)]
        exposed = bool(address.path) and bool(checks.exposure(str(address.path)))
        return Health(checks.counts(reader), tuple(checks.unsound(reader)), tuple(loose), exposed)
