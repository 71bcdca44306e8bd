"""`followup backup`: a verified copy of the database; `--list` shows those there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Make a copy, or list them."""
    if seat.asked.list:
        lines = [
            f"{one.written.astimezone():%Y-%m-%d %H:%M}  {one.size:>12,}  {one.path}"
            for one in seat.desk.keeping.copies()
        ]
        seat.output.lines(lines or [seat.phrases("backup.none")])
        return Exit.OK
    seat.output.line(seat.phrases("backup.made", path=seat.desk.keeping.backup(seat.asked.out or "")))
    return Exit.OK
