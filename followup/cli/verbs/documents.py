"""`followup import`: reads documents, shows what was understood and what is unsure, and stores it on a yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from followup.cli.exits import Exit
from followup.cli.output import ask, somebody_is_there
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from followup.cli.seat import Seat
    from followup.domain.actions import Plan
    from followup.domain.drafts import Draft


def run(seat: Seat) -> Exit:
    """Read every document before the first is stored: one that cannot be read stops all."""
    mapping = _mapping(seat.asked.map)
    drafts = [_read(seat, path, mapping) for path in seat.asked.file]
    for draft in drafts:
        code = _take(seat, draft)
        if code is not Exit.OK:
            return code
    return Exit.OK


def _mapping(said: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in said]
    bad = next((column for column, sign, field in pairs if not (column and sign and field)), None)
    if bad is not None:
        raise Trouble("mapping.bad", part=bad)
    return {column.strip(): field.strip() for column, _, field in pairs}


def _read(seat: Seat, path: str, mapping: dict[str, str]) -> Draft:
    data = sys.stdin.buffer.read() if path == "-" else None
    return seat.desk.read_document(path, mapping, data)


def _take(seat: Seat, draft: Draft) -> Exit:
    plan = _plan(seat, draft)
    if seat.asked.format == "json":
        seat.output.data(seat.desk.papers.draft_bytes(draft, seat.desk.compare(plan, draft) if plan else (), plan))
    else:
        _show(seat, draft, plan)
    if seat.asked.dry_run:
        return Exit.OK
    if not seat.asked.yes and somebody_is_there() and not _is_yes(seat):
        seat.output.talk(seat.phrases("import.not_stored"))
        return Exit.REFUSED
    return _store(seat, draft, plan)


def _is_yes(seat: Seat) -> bool:
    answer = ask(seat.phrases("import.question")).casefold()
    return answer in seat.phrases("import.yes").split(",")


def _plan(seat: Seat, draft: Draft) -> Plan | None:
    """Give the stored plan that the document goes into: --plan, the one it is a re-issue of, or none."""
    if seat.asked.new:
        return None
    snapshot = seat.desk.snapshot()
    if seat.settings.plan:
        return seat.plan(snapshot)
    return seat.desk.reissue(draft)


def _show(seat: Seat, draft: Draft, plan: Plan | None) -> None:
    from followup.present.drafts import draft_lines, match_lines

    seat.output.lines(draft_lines(draft, seat.phrases, whole=seat.asked.dry_run))
    if plan is not None:
        seat.output.lines(match_lines(seat.desk.compare(plan, draft), plan, seat.phrases))


def _store(seat: Seat, draft: Draft, plan: Plan | None) -> Exit:
    outcome = seat.desk.accept(draft, seat.asked.new or "", plan.id if plan else "")
    if outcome.refused is not None and outcome.refused.code == "nothing.to_change":
        seat.output.talk(seat.phrases("import.same"))
        return Exit.OK
    code = seat.tell(outcome)
    if code is Exit.OK:
        seat.output.talk(seat.phrases("import.undo"))
    return code
