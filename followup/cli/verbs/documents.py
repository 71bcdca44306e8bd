"""`followup import`: reads documents, shows what was understood and what is unsure, and stores it on a yes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.cli.arguments import Misuse
from followup.cli.complete import holds_everything, import_complete
from followup.cli.exits import Exit
from followup.cli.piped import Piped
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from followup.cli.seat import Seat
    from followup.domain.actions import Plan
    from followup.domain.drafts import Draft


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document as read, and the stored plan that it goes into; None makes a new one."""

    draft: Draft
    plan: Plan | None


def run(seat: Seat) -> Exit:
    """Read every document, show them all, and store them together or not at all."""
    piped = Piped(sys.stdin)
    everything = next((path for path in seat.asked.file if holds_everything(seat, path, piped)), None)
    if everything is not None:
        return import_complete(seat, everything, piped)
    mapping = _mapping(seat.asked.map)
    incoming = [_read(seat, path, mapping, piped) for path in dict.fromkeys(seat.asked.file)]
    for one in incoming:
        _show(seat, one)
    if seat.asked.dry_run:
        return Exit.OK
    if not seat.asked.yes and seat.output.somebody_is_there() and not _is_yes(seat):
        seat.output.talk(seat.phrases("import.not_stored"))
        return Exit.REFUSED
    return _store(seat, incoming)


def _mapping(said: list[str]) -> dict[str, str]:
    pairs = {one: one.partition("=") for one in said}
    bad = next((one for one, (column, _, field) in pairs.items() if not (column.strip() and field.strip())), None)
    if bad is not None:
        raise Misuse("mapping.bad", part=bad)
    return {column.strip(): field.strip() for column, _, field in pairs.values()}


def _read(seat: Seat, path: str, mapping: dict[str, str], piped: Piped) -> Incoming:
    data = piped.whole(seat.desk.documents.largest + 1) if path == "-" else None
    draft = seat.desk.documents.read(path, mapping, data, keep=not seat.asked.dry_run)
    return Incoming(draft, _plan(seat, draft))


def _plan(seat: Seat, draft: Draft) -> Plan | None:
    """Give the stored plan that the document goes into: --plan, the one it is a re-issue of, or none."""
    if seat.asked.new:
        return None
    key = seat.settings.plan
    if not key:
        return seat.desk.documents.reissue(draft)
    plan = next((one for one in seat.desk.snapshot().plans.values() if one.key == key), None)
    if plan is None:
        raise Trouble("import.no_plan", key=key)
    return plan


def _show(seat: Seat, one: Incoming) -> None:
    matches = seat.desk.documents.compare(one.plan, one.draft) if one.plan else ()
    if seat.asked.format == "json":
        seat.output.data(seat.desk.papers.draft_bytes(one.draft, matches, one.plan))
        return
    from followup.present.drafts import draft_lines, match_lines

    seat.output.lines(draft_lines(one.draft, seat.phrases, whole=seat.asked.dry_run))
    if one.plan is not None:
        seat.output.lines(match_lines(matches, one.plan, seat.phrases))


def _is_yes(seat: Seat) -> bool:
    answer = seat.output.ask(seat.phrases("import.question")).casefold()
    return answer in seat.phrases("import.yes").split(",")


def _store(seat: Seat, incoming: Sequence[Incoming]) -> Exit:
    known = seat.desk.snapshot().plans
    key = seat.asked.new or ""
    outcome = seat.desk.documents.accept_all([(one.draft, key, one.plan.id if one.plan else "") for one in incoming])
    if outcome.refused is not None and outcome.refused.code == "nothing.to_change":
        seat.output.talk(seat.phrases("import.same"))
        return Exit.OK
    if outcome.refused is not None:
        return seat.tell(outcome)
    made = [plan.key for plan in outcome.snapshot.plans.values() if plan.id not in known]
    named = seat.phrases("import.key", keys=", ".join(made)) if made and len(outcome.snapshot.plans) > 1 else ""
    seat.output.talk(" ".join(filter(None, (seat.told(outcome), named, seat.phrases("import.undo")))))
    return Exit.OK
