"""`followup restore`: puts a copy in the database's place, after copying what it replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Restore the copy named, or the latest."""
    copies = seat.desk.keeping.copies()
    path = seat.asked.file or (copies[-1].path if copies else "")
    if not path:
        raise Trouble("backup.none")
    kept = seat.desk.restore(path)
    seat.output.line(seat.phrases("backup.restored", path=path, kept=kept or "–"))
    return Exit.OK
