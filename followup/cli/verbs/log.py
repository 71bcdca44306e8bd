"""`followup log`: every change, newest first; or those of one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.cli.exits import Exit
from followup.cli.output import shown
from followup.present.history import Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.cli.seat import Seat
    from followup.domain.changes import ChangeSet

FEW = 12
"""A set with more changes than this is told by its first ones and a count."""


def run(seat: Seat) -> Exit:
    """Print the log."""
    if seat.asked.reminders:
        return _reminders(seat)
    sets = _sets(seat)
    form = seat.asked.format
    if form in {"json", "ndjson"}:
        records = [set_record(made) for made in sets]
        whole = {"schema": "followup.log/1", "sets": records}
        seat.output.data(seat.desk.papers.json_lines(records if form == "ndjson" else [whole]))
        return Exit.OK
    entries = [entry_of(seat.desk.snapshot(), made, seat.phrases) for made in sets]
    if form in {"csv", "md"}:
        seat.output.data(seat.desk.papers.log(form, entries))
    else:
        seat.output.lines(list(_lines(seat, entries)) or [seat.phrases("log.empty")])
    return Exit.OK


def _sets(seat: Seat) -> tuple[ChangeSet, ...]:
    asked = seat.asked
    since = seat.day(asked.since)
    if asked.label:
        action = seat.action(seat.desk.snapshot(), asked.label)
        found = seat.desk.history(action.id, asked.limit)
        made_since = {one.number for one in seat.desk.history_since(since)} if since else set()
        return tuple(one for one in found if since is None or one.number in made_since)
    return seat.desk.history_since(since)[: asked.limit] if since else seat.desk.history(limit=asked.limit)


def _reminders(seat: Seat) -> Exit:
    lines = seat.desk.calendars.reminder_lines(seat.asked.label)
    seat.output.lines(lines or [seat.phrases("log.no_reminders")])
    return Exit.OK


def _lines(seat: Seat, entries: Iterable[Entry]) -> Iterator[str]:
    day = ""
    for entry in entries:
        if entry.day != day:
            yield from ([""] if day else [])
            yield seat.output.tinted(entry.day, "bold")
            day = entry.day
        yield f"  {entry.time}  {shown(entry.what)}  {seat.output.tinted(f'({shown(entry.by)})', 'dim')}"
        if entry.note:
            yield f"         ”{shown(' '.join(entry.note.split()))}”"
        yield from _change_lines(seat, entry)


def _change_lines(seat: Seat, entry: Entry) -> Iterator[str]:
    for line in entry.changes[:FEW]:
        told = f"{line.old} → {line.new}" if line.old and line.new else line.new or f"{line.old} → ∅"
        words = " ".join(f"{line.thing}: {line.field + ': ' if line.field else ''}{told}".split())
        yield "         " + shown(words)[: max(seat.output.width() - 10, 40)]
    if len(entry.changes) > FEW:
        yield "         " + seat.phrases("log.more", n=len(entry.changes) - FEW)


def set_record(made: ChangeSet) -> dict[str, Any]:
    """Give a change set as the log's JSON object; instants in UTC."""
    return {
        "number": made.number,
        "id": made.id,
        "at": made.at.isoformat().replace("+00:00", "Z"),
        "by": made.by,
        "why": made.why,
        "kind": made.kind,
        "undoes": made.undoes or None,
        "changes": [
            {"entity": one.entity, "id": one.id, "field": one.field, "old": one.old, "new": one.new}
            for one in made.changes
        ],
    }
