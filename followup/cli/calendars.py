"""Reminders by each way out, and what is told of them: each owner's news, then what nobody could be reminded of."""

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
    """Bring the reminders out by the way asked for; exit 1 when one of the owners could not be served."""
    if not seat.desk.snapshot().plans:
        raise Trouble("plan.none")
    if seat.asked.kind == "ics" and seat.asked.out == "-":
        return _one_calendar(seat)
    report = _carried_out(seat)
    seat.output.lines(_lines(seat, report))
    if not report.files:
        seat.output.talk(seat.phrases("calendar_report.nobody"))
    for one in report.files:
        if one.trouble:
            seat.output.talk(sentence(one.trouble.code, one.trouble.facts, seat.phrases))
    return Exit.REFUSED if report.failed else Exit.OK


def _one_calendar(seat: Seat) -> Exit:
    """Write a single calendar to stdout."""
    asked = seat.asked
    if asked.by_hand or asked.since_last or asked.dry_run:
        raise Misuse("export.no_folder")
    seat.output.data(seat.desk.calendars.single(only=getattr(asked, "for"), private=asked.private))
    return Exit.OK


def _carried_out(seat: Seat) -> CalendarReport:
    """Ask the desk for the way; a folder takes drafts of what would else be sent."""
    asked, calendars = seat.asked, seat.desk.calendars
    chosen = {"only": getattr(asked, "for"), "dry_run": asked.dry_run, "private": asked.private}
    folder = "" if asked.out in {None, "-"} else asked.out
    if asked.kind == "caldav":
        if asked.out or asked.by_hand:
            raise Misuse("export.to_a_server")
        return calendars.sync(**chosen)
    if asked.kind == "ics":
        if not folder:
            raise Misuse("export.no_folder")
        if asked.by_hand or asked.since_last:
            return calendars.export_by_hand(folder, since_last=asked.since_last, **chosen)
        return calendars.export_folder(folder, **chosen)
    if asked.out == "-" or asked.by_hand:
        raise Misuse("export.no_drafts")
    return (calendars.send_mails if asked.kind == "mail" else calendars.send_digests)(folder, **chosen)


def _lines(seat: Seat, report: CalendarReport) -> list[str]:
    """Give a line for each owner, those of what is new where nothing was done yet, and what nobody is reminded of."""
    rows = [_head(seat), *(_row(one) for one in report.files)]
    told = [(), *(_news(seat, one) if report.dry_run else () for one in report.files)]
    lines: list[str] = []
    if report.files:
        for cells, news in zip(aligned(rows, seat.output.width(), ((0, 16),)), told, strict=True):
            lines += [GAP.join(cells).rstrip(), *news]
    for name, things in (("undated", report.undated), ("unowned", report.unowned)):
        lines += _unplaced(seat, name, things)
    return lines


def _head(seat: Seat) -> list[str]:
    is_mail = seat.asked.kind in {"mail", "digest"}
    first, last = ("recipient" if is_mail else "calendar"), ("file" if seat.asked.kind == "ics" else "place")
    return [seat.phrases(f"calendar_report.{name}") for name in (first, *NEWS, "events", last)]


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
