"""`followup agenda`: what is late and what comes, by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.cli.exits import Exit
from followup.cli.table import GAP, aligned
from followup.present.agenda import Item, agenda

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.cli.seat import Seat


_GIVING_WAY = ((4, 30), (3, 16), (4, 16), (2, 14), (3, 10), (4, 6))
"""Which column is cut first, and to how many cells: the text, who, when."""


def run(seat: Seat) -> Exit:
    """Print the agenda."""
    snapshot = seat.desk.snapshot()
    today = seat.desk.today()
    items = agenda(snapshot, seat.actions(snapshot), today, seat.asked.months, seat.phrases)
    form = seat.asked.format
    if form == "json":
        seat.output.data(
            seat.desk.papers.json_lines([{"schema": "followup.agenda/1", "items": [_record(one) for one in items]}])
        )
    elif form in {"csv", "md"}:
        seat.output.data(seat.desk.papers.agenda(form, items))
    else:
        seat.tell_lines(_lines(seat, items), "agenda.empty", n=seat.asked.months)
    return Exit.OK


def _record(item: Item) -> dict[str, Any]:
    return {
        "day": item.day.isoformat(),
        "kind": item.kind,
        "label": item.label,
        "when": item.when,
        "who": item.who,
        "text": item.text,
        "late": str(item.tone) == "late",
    }


def _lines(seat: Seat, items: tuple[Item, ...]) -> Iterator[str]:
    if not items:
        return
    kinds = {kind: seat.phrases(f"agenda.{kind}") for kind in ("due", "follow_up")}
    texts = [[item.label, kinds[item.kind], item.when, item.who, item.text] for item in items]
    month = ""
    for item, cells in zip(items, aligned(texts, seat.output.width() - 2, _GIVING_WAY), strict=True):
        heading = _heading(seat, item)
        if heading != month:
            yield from ([""] if month else [])
            yield seat.output.tinted(heading, "bold")
            month = heading
        yield "  " + seat.output.tinted(GAP.join(cells).rstrip(), str(item.tone))


def _heading(seat: Seat, item: Item) -> str:
    if str(item.tone) == "late":
        return seat.phrases("agenda.late")
    return seat.phrases("date.month", month=seat.phrases(f"month.{item.day.month}"), year=item.day.year)
