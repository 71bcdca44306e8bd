"""`followup when`: how the program reads a date or a cadence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit

if TYPE_CHECKING:
    from followup.cli.seat import Seat
    from followup.domain.dates import When
    from followup.domain.when import Reading

SCHEMA = "followup.when/1"


def run(seat: Seat) -> Exit:
    """Read the words, or each line of stdin; exit 1 when words that were given are no date."""
    if seat.asked.stdin:
        lines = sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines()
        _write(seat, [seat.desk.when(line) for line in lines])
        return Exit.OK
    if not seat.asked.words:
        raise Misuse("when.nothing")
    reading = seat.desk.when(" ".join(seat.asked.words))
    _write(seat, [reading])
    return Exit.REFUSED if reading.kind == "not-a-date" else Exit.OK


def _write(seat: Seat, readings: list[Reading]) -> None:
    if seat.asked.format == "json":
        seat.output.data(seat.desk.papers.json_lines([when_document(reading) for reading in readings]))
        return
    from followup.present.readings import reading_words

    seat.output.lines([reading_words(reading, seat.phrases) for reading in readings])


def when_document(reading: Reading) -> dict[str, Any]:
    """Give a reading as the contract's object."""
    return {
        "schema": SCHEMA,
        "text": reading.text,
        "kind": reading.kind,
        "start": reading.start.isoformat() if reading.start else None,
        "end": reading.end.isoformat() if reading.end else None,
        "rule": reading.rule or None,
        "first": _first(reading.first),
        "triggers": list(reading.triggers),
        "status": reading.status or None,
        "length": reading.length or None,
        "notes": list(reading.notes),
    }


def _first(first: When | None) -> dict[str, Any] | None:
    if first is None:
        return None
    return {
        "text": first.text or None,
        "start": first.start.isoformat() if first.start else None,
        "end": first.end.isoformat() if first.end else None,
        "kind": str(first.kind),
    }
