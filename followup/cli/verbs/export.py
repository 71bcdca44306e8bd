"""`followup export`: calendars for the owners, and papers as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.domain.query import fold
from followup.domain.questions import owners_on
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from datetime import date

    from followup.cli.seat import Seat
    from followup.domain.actions import Action
    from followup.domain.snapshot import Snapshot

WAYS = ("ics", "mail", "digest", "caldav")
"""The kinds that reach the owners; the others are papers."""


def run(seat: Seat) -> Exit:
    """Write what was asked for; a paper goes to stdout where no file is named."""
    if seat.asked.complete:
        from followup.cli.complete import export_complete

        return export_complete(seat)
    if seat.asked.kind in WAYS:
        from followup.cli.calendars import export_calendars

        return export_calendars(seat)
    return _paper(seat)


def _paper(seat: Seat) -> Exit:
    asked = seat.asked
    if asked.private or asked.by_hand or asked.since_last:
        raise Misuse("export.no_calendar")
    snapshot = seat.desk.snapshot()
    if not snapshot.plans:
        raise Trouble("plan.none")
    actions = _owned(seat, snapshot, getattr(asked, "for"))
    data = seat.desk.papers.status(asked.kind, snapshot, actions, seat.desk.today(), excel=asked.excel)
    if asked.dry_run and asked.out not in {None, "-"}:
        seat.output.talk(seat.phrases("export.would_write", path=asked.out))
    else:
        seat.deliver(asked.kind, data, asked.out or "-")
    return Exit.OK


def _owned(seat: Seat, snapshot: Snapshot, name: str) -> list[Action]:
    """Give the actions that a person or a role does or follows up; all of them where nobody is named.

    Raises:
        Trouble: nobody of that name does.
    """
    own, wanted, today = seat.actions(snapshot), fold(name), seat.desk.today()
    if not name:
        return own
    names = {one.id: _names(snapshot, one, today) for one in own}
    exact = [one for one in own if wanted in names[one.id]]
    alike = exact or [one for one in own if any(wanted in known for known in names[one.id])]
    if not alike:
        raise Trouble("person.unknown", name=name)
    return alike


def _names(snapshot: Snapshot, action: Action, today: date) -> set[str]:
    owners = owners_on(snapshot, (*action.responsible, *action.follow_up_responsible), today)
    return {fold(name) for owner in owners for name in (owner.name, owner.role) if name}
