"""What an export of calendars tells: for each owner the file and its news, then what could be reminded of nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.exits import Exit
from followup.cli.table import GAP, aligned
from followup.domain.trouble import Trouble
from followup.present.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from followup.cli.seat import Seat
    from followup.desk import CalendarFile, CalendarReport, Unplaced

NEWS = ("new", "updated", "withdrawn")


def export_calendars(seat: Seat) -> Exit:
    """Write the calendars into the folder named; exit 1 when one of them could not be written."""
    asked = seat.asked
    if not asked.out or asked.out == "-":
        raise Misuse("export.no_folder")
    if not seat.desk.snapshot().plans:
        raise Trouble("plan.none")
    only = getattr(asked, "for")
    report = seat.desk.calendars.export_folder(asked.out, only=only, dry_run=asked.dry_run, private=asked.private)
    seat.output.lines(_lines(seat, report))
    for one in report.files:
        if one.trouble:
            seat.output.talk(sentence(one.trouble.code, one.trouble.facts, seat.phrases))
    return Exit.REFUSED if report.failed else Exit.OK


def _lines(seat: Seat, report: CalendarReport) -> Iterator[str]:
    head = [seat.phrases("calendar_report.calendar"), *(seat.phrases(f"calendar_report.{name}") for name in NEWS)]
    head += [seat.phrases("calendar_report.events"), seat.phrases("calendar_report.file")]
    rows = [head, *(_row(one) for one in report.files)]
    told = [(), *(_news(seat, one) if report.dry_run else () for one in report.files)]
    for cells, news in zip(aligned(rows, seat.output.width(), ((0, 16),)), told, strict=True):
        yield GAP.join(cells).rstrip()
        yield from news
    for name, things in (("undated", report.undated), ("unowned", report.unowned)):
        yield from _unplaced(seat, name, things)


def _row(one: CalendarFile) -> list[str]:
    counts = [str(len(getattr(one, name)) or "·") for name in NEWS]
    return [one.name, *counts, "!" if one.trouble else str(one.events), one.path]


def _news(seat: Seat, one: CalendarFile) -> list[str]:
    signs = zip("+~−", (one.new, one.updated, one.withdrawn), strict=True)
    repeated = seat.phrases("calendar_report.repeated")
    return [
        f"  {sign} {line.day}  {line.title}" + (f" ({repeated})" if line.recurs else "")
        for sign, lines in signs
        for line in lines
    ]


def _unplaced(seat: Seat, name: str, things: Iterable[Unplaced]) -> Iterator[str]:
    told = [
        [one.label, seat.phrases(f"calendar_report.kind_{one.kind.replace('-', '_')}"), one.words] for one in things
    ]
    if told:
        yield ""
        yield seat.phrases(f"calendar_report.{name}")
        yield from ("  " + GAP.join(cells).rstrip() for cells in aligned(told, seat.output.width() - 2, ((2, 16),)))
