"""`followup status`: how the plans stand, for people, meetings and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.cli.seat import form_of

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
    snapshot = seat.desk.snapshot_as_of(past) if past else seat.snapshot()
    today = past or seat.desk.today()
    if not snapshot.plans and _form(seat) == "table":
        seat.output.talk(_nothing(seat, past))
        return Exit.OK
    actions = seat.actions(snapshot, " ".join(asked.query), today)
    told = _changes_since(seat, since) if since else None
    if told is not None:
        actions = [action for action in actions if action.id in told]
    _write(seat, snapshot, actions, today, told)
    return Exit.CONDITION if _is_met(conditions, snapshot, actions, today) else Exit.OK


def _nothing(seat: Seat, past: date | None) -> str:
    """Say that there is no plan, or that there was none on that day."""
    if past is None or not seat.desk.snapshot().plans:
        return seat.phrases("status.empty_database")
    return seat.phrases("status.none_then", day=past.isoformat())


def _conditions(said: str) -> tuple[str, ...]:
    named = tuple(part.strip() for part in said.split(",") if part.strip())
    unknown = next((name for name in named if name not in CONDITIONS), "")
    if unknown:
        raise Misuse("condition.unknown", name=unknown, known=", ".join(CONDITIONS))
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
    form = _form(seat)
    if form == "table":
        from followup.cli.table import status_lines

        lines = status_lines(seat, snapshot, actions, today, told) if actions else ()
        seat.tell_lines(lines, "status.no_match")
    elif form in {"json", "ndjson"} and (seat.asked.out or "-") == "-":
        seat.output.pieces(seat.desk.papers.status_pieces(form, snapshot, actions, today, told))
    else:
        data = seat.desk.papers.status(form, snapshot, actions, today, told, excel=seat.asked.excel)
        seat.deliver(form, data, seat.asked.out or "-")


def _form(seat: Seat) -> str:
    """Give the format: the one said, csv for Excel, the one that the file's name has, a table for the eye.

    Raises:
        Misuse: a file needs a format.
    """
    asked = seat.asked
    said = asked.format or ("csv" if asked.excel else "")
    form = str(said or form_of(asked.out or ""))
    if form == "table" and asked.out not in {None, "-"}:
        raise Misuse("export.no_format", path=asked.out)
    return form


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
