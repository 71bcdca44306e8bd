"""`followup log`: every change, newest first; or those of one action."""

from __future__ import annotations

from json import loads
from typing import TYPE_CHECKING, Any

from followup.cli.exits import Exit
from followup.cli.output import one_line
from followup.present.history import Entry, entry_of, line_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.cli.seat import Seat
    from followup.domain.changes import ChangeSet

MARGIN = " " * 9
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
        seat.tell_lines(_lines(seat, entries), "log.empty")
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
    seat.tell_lines(seat.desk.calendars.reminder_lines(seat.asked.label), "log.no_reminders")
    return Exit.OK


def _lines(seat: Seat, entries: Iterable[Entry]) -> Iterator[str]:
    day = ""
    for entry in entries:
        if entry.day != day:
            yield from ([""] if day else [])
            yield seat.output.tinted(entry.day, "bold")
            day = entry.day
        yield f"  {entry.time}  {one_line(entry.what)}  {seat.output.tinted(f'({one_line(entry.by)})', 'dim')}"
        if entry.note:
            yield from _wrapped(seat, one_line(entry.quoted))
        yield from _change_lines(seat, entry)


def _change_lines(seat: Seat, entry: Entry) -> Iterator[str]:
    for line in entry.told[:FEW]:
        yield from _wrapped(seat, one_line(line_words(line)))
    if len(entry.told) > FEW:
        yield MARGIN + seat.phrases("log.more", n=len(entry.told) - FEW)


def _wrapped(seat: Seat, text: str) -> list[str]:
    """Wrap for a terminal; in a pipe a line stays whole."""
    width = seat.output.width() - len(MARGIN)
    if not seat.output.is_terminal or len(text) <= width:
        return [MARGIN + text]
    from textwrap import wrap

    return [MARGIN + line for line in wrap(text, max(width, 30), subsequent_indent="  ", break_on_hyphens=False)]


def set_record(made: ChangeSet) -> dict[str, Any]:
    """Give a change set as the log's JSON object; instants in UTC."""
    return {
        "number": made.number,
        "id": made.id,
        "at": made.at.isoformat().replace("+00:00", "Z"),
        "by": made.by,
        "why": loads(made.why) if made.why else None,
        "kind": made.kind,
        "undoes": made.undoes or None,
        "changes": [
            {"entity": one.entity, "id": one.id, "field": one.field, "old": one.old, "new": one.new}
            for one in made.changes
        ],
    }
