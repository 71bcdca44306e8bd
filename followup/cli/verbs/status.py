"""`followup status`: how the plans stand, for people, meetings and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from followup.cli.seat import Seat
    from followup.domain.actions import Action
    from followup.domain.changes import Change
    from followup.domain.snapshot import Snapshot

CONDITIONS = ("overdue", "follow-up", "soon")


def run(seat: Seat) -> Exit:
    """Print the status; exit 3 when a condition asked for with --fail-on is met."""
    asked = seat.asked
    conditions = _conditions(asked.fail_on)
    past, since = seat.day(asked.as_of), seat.day(asked.since)
    snapshot = seat.desk.snapshot_as_of(past) if past else seat.desk.snapshot()
    today = past or seat.desk.today()
    actions = seat.actions(snapshot, " ".join(asked.query), today)
    told = _changes_since(seat, since) if since else None
    if told is not None:
        actions = [action for action in actions if action.id in told]
    _write(seat, snapshot, actions, today, told)
    return Exit.CONDITION if _is_met(conditions, snapshot, actions, today) else Exit.OK


def _conditions(said: str) -> tuple[str, ...]:
    named = tuple(part.strip() for part in said.split(",") if part.strip())
    unknown = next((name for name in named if name not in CONDITIONS), "")
    if unknown:
        raise Trouble("condition.unknown", name=unknown, known=", ".join(CONDITIONS))
    return named


def _changes_since(seat: Seat, day: date) -> dict[str, tuple[Change, ...]]:
    """Give the changes to actions made on that day or later, oldest first."""
    found: dict[str, tuple[Change, ...]] = {}
    for made in reversed(seat.desk.history_since(day)):
        for change in made.changes:
            if change.entity == "action":
                found[change.id] = (*found.get(change.id, ()), change)
    return found


def _write(
    seat: Seat,
    snapshot: Snapshot,
    actions: list[Action],
    today: date,
    told: Mapping[str, tuple[Change, ...]] | None,
) -> None:
    form = seat.asked.format
    if form == "table" and not seat.asked.out:
        from followup.cli.table import status_lines

        seat.output.lines(status_lines(seat, snapshot, actions, today))
        return
    data = seat.desk.papers.status(form, snapshot, actions, today, told, excel=seat.asked.excel)
    if seat.asked.out and seat.asked.out != "-":
        seat.output.talk(seat.phrases("export.wrote", path=seat.desk.papers.write(seat.asked.out, data)))
    else:
        seat.output.data(data)


def _is_met(conditions: tuple[str, ...], snapshot: Snapshot, actions: list[Action], today: date) -> bool:
    if not conditions:
        return False
    from followup.domain.questions import standing

    return any(
        ("overdue" in conditions and now.overdue)
        or ("follow-up" in conditions and now.follow_up_overdue)
        or ("soon" in conditions and now.due_soon)
        for now in (standing(snapshot, action, today) for action in actions)
    )
