"""Which renderer makes which format; each is imported when its format is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from exports.sheet import Sheet
    from followup.domain.actions import Action
    from followup.domain.changes import Change
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

PAPERS = frozenset({"md", "html"})


def paper_bytes(
    form: str,
    snapshot: Snapshot,
    actions: Sequence[Action],
    today: date,
    phrases: Phrases,
    *,
    excel: bool = False,
) -> bytes:
    """Give the status as a paper: csv, md, html or xlsx."""
    from followup.publishing.papers import BRIEF, FULL, status_sheet

    names = BRIEF if form in PAPERS else FULL
    return sheet_bytes(form, status_sheet(snapshot, actions, today, phrases, names), excel=excel)


def sheet_bytes(form: str, sheet: Sheet, *, excel: bool = False) -> bytes:
    """Give a sheet in a format: csv, md, html or xlsx."""
    if form == "csv":
        from exports import csv

        return csv.render(sheet, excel=excel)
    if form == "md":
        from exports import markdown

        return markdown.render(sheet)
    if form == "html":
        from exports import html

        return html.render(sheet)
    from exports import xlsx

    return xlsx.render(sheet)


def status_pieces(
    form: str,
    snapshot: Snapshot,
    actions: Sequence[Action],
    today: date,
    since: Mapping[str, tuple[Change, ...]] | None,
) -> Iterator[bytes]:
    """Give the status as json or ndjson, in pieces to be joined; `since` tells what changed in each action (by id)."""
    from followup.publishing.status import StatusWriter

    writer = StatusWriter(snapshot, today, since)
    return writer.lines(actions) if form == "ndjson" else writer.document(actions)


def json_bytes(document: dict[str, Any]) -> bytes:
    """Give a document as JSON."""
    from exports.json import render_json

    return render_json(document)


def json_lines(documents: list[dict[str, Any]]) -> bytes:
    """Give documents as JSON, one a line."""
    from exports.json import render_ndjson

    return render_ndjson(documents)
