"""`followup export`: calendars for the owners, and papers as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat


def run(seat: Seat) -> Exit:
    """Write what was asked for."""
    asked = seat.asked
    if not asked.out:
        seat.output.talk(seat.phrases("export.nothing"))
        return Exit.USAGE
    if asked.kind == "ics":
        from followup.cli.calendars import export_calendars

        return export_calendars(seat)
    snapshot = seat.desk.snapshot()
    if not snapshot.plans:
        raise Trouble("plan.none")
    query = f'ansvarig:"{getattr(asked, "for")}"' if getattr(asked, "for") else ""
    actions = seat.actions(snapshot, query)
    data = seat.desk.papers.status(asked.kind, snapshot, actions, seat.desk.today(), excel=asked.excel)
    if asked.out == "-":
        seat.output.data(data)
    else:
        seat.output.talk(seat.phrases("export.wrote", path=seat.desk.papers.write(asked.out, data)))
    return Exit.OK
