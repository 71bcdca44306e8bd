"""`followup people`: who owns what, with addresses; `people set NAME --mail ADDRESS`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.cli.table import GAP, aligned
from followup.domain.commands import SetPerson
from followup.domain.query import fold
from followup.domain.trouble import Trouble
from followup.present.people import PersonRow, people_rows

if TYPE_CHECKING:
    from followup.cli.seat import Seat
    from followup.domain.people import Person


def run(seat: Seat) -> Exit:
    """List the people, set one's details, or read addresses from a file."""
    task = seat.asked.task
    if task != "list" and not seat.asked.person:
        raise Misuse(f"people.{task}")
    if task == "read":
        return seat.tell(seat.desk.calendars.read_addresses(seat.asked.person))
    return _set(seat) if task == "set" else _list(seat)


def _set(seat: Seat) -> Exit:
    if seat.asked.mail is None and seat.asked.language is None:
        raise Misuse("people.set")
    person = find_person(seat, seat.asked.person)
    return seat.tell(seat.desk.do(SetPerson(person.id, seat.asked.mail, seat.asked.language)))


def find_person(seat: Seat, name: str) -> Person:
    """Give the person whose name is, or alone contains, what was written.

    Raises:
        Trouble: there is none, or several.
    """
    people = list(seat.desk.snapshot().people.values())
    wanted = fold(name)
    exact = [one for one in people if fold(one.name) == wanted]
    alike = exact or [one for one in people if wanted and wanted in fold(one.name)]
    if len(alike) == 1:
        return alike[0]
    known = ", ".join(one.name for one in alike)
    raise Trouble("person.ambiguous" if alike else "person.unknown", name=name, known=known)


def _list(seat: Seat) -> Exit:
    snapshot = seat.desk.snapshot()
    rows = people_rows(snapshot, seat.actions(snapshot), seat.desk.today())
    if seat.asked.format == "json":
        seat.output.data(
            seat.desk.papers.json_lines([{"schema": "followup.people/1", "people": [_record(row) for row in rows]}])
        )
    elif seat.asked.format == "csv":
        seat.output.data(seat.desk.papers.people("csv", rows))
    else:
        seat.tell_lines(_lines(seat, rows) if rows else (), "people.empty")
    return Exit.OK


def _record(row: PersonRow) -> dict[str, Any]:
    """Give a row as data: what is absent is null, lists are never."""
    return {name: value if value != "" else None for name, value in asdict(row).items()}


def _lines(seat: Seat, rows: tuple[PersonRow, ...]) -> list[str]:
    names = ("name", "roles", "doing", "following", "late", "soon", "mail")
    head = [seat.phrases(f"people.{name}") for name in names]
    texts = [[row.name, ", ".join(row.roles), *(str(n) if n else "·" for n in _numbers(row)), row.mail] for row in rows]
    cells = aligned([head, *texts], seat.output.width(), ((1, 20), (6, 20), (0, 16), (1, 8), (6, 8)))
    tones = ["bold", *("late" if row.late else "calm" for row in rows)]
    return [seat.output.tinted(GAP.join(line).rstrip(), tone) for line, tone in zip(cells, tones, strict=True)]


def _numbers(row: PersonRow) -> tuple[int, int, int, int]:
    return row.doing, row.following, row.late, row.soon
