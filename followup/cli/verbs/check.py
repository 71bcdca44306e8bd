"""`followup check`: what the plans lack before they can be followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.domain.checks import Finding, findings
from followup.present.doubts import doubt_words, doubted_field
from followup.present.rows import label_of

if TYPE_CHECKING:
    from followup.cli.seat import Seat
    from followup.domain.snapshot import Snapshot


def run(seat: Seat) -> Exit:
    """Print the findings; finding something is no failure."""
    snapshot = seat.desk.snapshot()
    found = findings(snapshot, seat.actions(snapshot), seat.desk.today())
    if seat.asked.format == "json":
        records = [
            {"label": label_of(snapshot, snapshot.actions[one.action]), "code": one.code, "text": one.text or None}
            for one in found
        ]
        seat.output.data(seat.desk.papers.json_lines([{"schema": "followup.check/1", "findings": records}]))
    else:
        seat.tell_lines([_line(seat, snapshot, one) for one in found], "check.nothing")
    return Exit.OK


def _line(seat: Seat, snapshot: Snapshot, found: Finding) -> str:
    label = label_of(snapshot, snapshot.actions[found.action])
    if found.code == "doubt":
        field, _, code = found.text.partition("/")
        said = f"{doubted_field(field, seat.phrases)}: {doubt_words(code, seat.phrases)}"
    else:
        said = seat.phrases(f"check.{found.code}") + (f" ({found.text})" if found.text else "")
    return f"{label:<8}{said}"
