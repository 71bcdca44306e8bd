"""The copy of the day: made before the day's first write, thinned out as db.retention says.

Only copies named after a day are ever removed here: those that somebody asked for, and those taken before an upgrade
or a restore, are nobody's to throw away.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from db import copies
from db.retention import keep
from followup.domain.trouble import Trouble
from followup.store.places import folder_of
from followup.store.store import telling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db.address import Address

_NAME = re.compile(r"followup-(\d{4}-\d\d-\d\d)\.db")
_LEFTOVERS = ".followup-*.part*"
ROOM = 3
"""A copy is made only where so many would find room: the write that comes after it must not meet a full disk."""
HOUR = 3600


def path_of(address: Address, day: date) -> Path:
    """Give the path of the copy of a day."""
    return folder_of(address) / f"followup-{day}.db"


def copy_of(address: Address, day: date) -> Path:
    """Make the copy of the day unless it is there, and remove those that need not be kept; give its path.

    Raises:
        Trouble: it cannot be made.
        OSError: those too many cannot be removed.
    """
    path = path_of(address, day)
    if not path.exists():
        _find_room(address, path)
        with telling():
            copies.copy(address, path)
        thin_out(path.parent, day)
        _sweep(path)
    return path


def _find_room(address: Address, path: Path) -> None:
    """Refuse to take the last room.

    Raises:
        Trouble: there is too little.
    """
    file = Path(str(address.path))
    if shutil.disk_usage(file.parent).free < ROOM * file.stat().st_size:
        raise Trouble("file.not_written", path=path, reason="no_space")


def made_in(folder: Path) -> Mapping[date, Path]:
    """Give the copies of days that a folder holds, by day."""
    named = ((_NAME.fullmatch(path.name), path) for path in folder.glob("followup-*.db"))
    return {day: path for found, path in named if found and (day := _day(found[1])) is not None}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def thin_out(folder: Path, today: date) -> None:
    """Remove the copies of days that need not be kept.

    Raises:
        OSError: one cannot be removed.
    """
    found = made_in(folder)
    for day in found.keys() - keep(found, today):
        found[day].unlink(missing_ok=True)


def _sweep(made: Path) -> None:
    """Remove what killed programs left half written, an hour or more before the copy that was just made."""
    finished = made.stat().st_mtime
    for path in made.parent.glob(_LEFTOVERS):
        if path.stat().st_mtime < finished - HOUR:
            path.unlink(missing_ok=True)
