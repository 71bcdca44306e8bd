"""`followup export`: calendars for the owners, and papers as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Write what was asked for; a paper goes to stdout where no file is named."""
    if seat.asked.complete:
        from followup.cli.complete import export_complete

        return export_complete(seat)
    if seat.asked.kind == "ics":
        from followup.cli.calendars import export_calendars

        return export_calendars(seat)
    return _paper(seat)


def _paper(seat: Seat) -> Exit:
    asked, owner = seat.asked, getattr(seat.asked, "for")
    if asked.private:
        raise Misuse("export.private")
    snapshot = seat.desk.snapshot()
    if not snapshot.plans:
        raise Trouble("plan.none")
    actions = seat.actions(snapshot, f'ansvarig:"{owner}"' if owner else "")
    data = seat.desk.papers.status(asked.kind, snapshot, actions, seat.desk.today(), excel=asked.excel)
    if asked.dry_run and asked.out not in {None, "-"}:
        seat.output.talk(seat.phrases("export.would_write", path=asked.out))
    else:
        seat.deliver(asked.kind, data, asked.out or "-")
    return Exit.OK
