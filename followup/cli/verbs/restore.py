"""`followup restore`: puts a copy in the database's place, after copying what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Restore the copy named, or the latest."""
    path = seat.asked.file or _latest(seat)
    if not path:
        raise Trouble("backup.none")
    kept = seat.desk.restore(path)
    told = seat.phrases("backup.kept", path=path, kept=kept) if kept else seat.phrases("backup.restored", path=path)
    seat.output.talk(told)
    return Exit.OK


def _latest(seat: Seat) -> str:
    """Give the latest copy that is no remainder of a restore: restoring twice does not go forth and back."""
    made = [one.path for one in seat.desk.keeping.copies() if "before-restore" not in one.path]
    return made[-1] if made else ""
