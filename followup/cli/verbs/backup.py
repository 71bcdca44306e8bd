"""`followup backup`: a verified copy of the database, whose path is the answer; `--list` shows those there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Make a copy, or list them."""
    if seat.asked.list:
        copies = seat.desk.keeping.copies()
        lines = [f"{one.written.astimezone():%Y-%m-%d %H:%M}  {size_words(one.size):>9}  {one.path}" for one in copies]
        seat.tell_lines(lines, "backup.none")
        return Exit.OK
    path = seat.desk.keeping.backup(seat.asked.out or "")
    seat.output.talk(seat.phrases("backup.made"))
    seat.output.line(path)
    return Exit.OK


def size_words(size: int) -> str:
    """Give a size in bytes as people read it: 236 kB, 1.4 MB."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} kB"
    return f"{size / 1_000_000:.1f} MB"
