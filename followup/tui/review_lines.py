"""How a review is shown: a line for each action of the document, and one action whole, the words beside the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.enrol import area_key, grades_in
from followup.present.area_words import area_words
from followup.present.dates import when_words
from followup.present.doubts import doubt_words
from followup.present.drafts import owners_reading, status_said, when_reading
from followup.present.rules import rule_words
from followup.tui.reviewing import GONE, Review, Row
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.field_list import FieldLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from followup.domain.actions import Action
    from followup.domain.drafts import DraftAction
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

ORDER = ("new", "changed", "gone", "same")
SIGN = {"new": "+", "changed": "~", "gone": "−", "same": "="}
EDITABLE = ("area", "requirement", "measure", "due", "responsible", "follow_up", "follow_up_responsible", "status")


def review_entries(review: Review, rows: tuple[Row, ...], phrases: Phrases) -> list[Entry]:
    """Give the rows under headings: areas of a new plan, kinds of change of one that is stored."""
    lines: list[Entry] = []
    if review.plan is None:
        heading = None
        grades = grades_in(review.draft)
        for row in rows:
            area = _area(row.match.draft)
            if area != heading:
                name = _heading(row.match.draft, grades, phrases)
                lines += [Entry("", "", name, heading=True)] if area or heading else []
                heading = area
            lines.append(_entry(review, row, phrases))
        return lines
    for change in ORDER:
        found = [row for row in rows if row.change == change]
        if found:
            lines += [Entry("", "", "")] if lines else []
            lines.append(Entry("", "", phrases(f"tui.import.{change}"), right=str(len(found)), heading=True))
            lines += [_entry(review, row, phrases) for row in found]
    return lines


def _area(one: DraftAction | None) -> str:
    return one.area_title if one else ""


def _heading(one: DraftAction | None, grades: Mapping[str, str], phrases: Phrases) -> str:
    if one is None or not one.area_title:
        return phrases("tui.areas.none")
    return area_words(one.area_title, grades.get(area_key(one.area_code, one.area_name), ""), phrases)


def _entry(review: Review, row: Row, phrases: Phrases) -> Entry:
    one = row.match.draft or row.match.action
    if one is None:
        raise ValueError(row)
    label = row.match.action.label if row.match.action else str(int(row.key) + 1)
    text = " ".join((one.requirement or one.measure).split())
    due = when_words(one.due, phrases)
    if row.key in review.without:
        return Entry(row.key, label, text, due, phrases("tui.import.left_out"), "✗", "quiet")
    if row.doubts:
        return Entry(row.key, label, text, due, phrases.count("tui.import.unsure", row.doubts), "?", "soon")
    if row.change == "changed":
        changed = ", ".join(phrases(f"field.{field}").lower() for field in row.match.fields)
        return Entry(row.key, label, text, due, changed, "~")
    tone = {"gone": "late", "same": "quiet"}.get(row.change, "")
    return Entry(row.key, label, text, due, "", "✓" if review.plan is None else SIGN[row.change], tone)


def row_fields(review: Review, row: Row, snapshot: Snapshot, phrases: Phrases) -> list[FieldLine]:
    """Give one row field by field: what was written, how it is understood, what it was before, what is unsure."""
    draft, action = row.match.draft, row.match.action
    lines = [FieldLine("", _title(review, row, phrases), heading=True)]
    if draft is None:
        return [*lines, *_stored(action, phrases)] if action else lines
    for name in EDITABLE:
        lines += _field(name, draft, phrases, is_open=not row.key.startswith(GONE))
        if action is not None and _differs(name, row):
            before = _before(name, action, snapshot, phrases) or "–"
            lines.append(FieldLine("", phrases("tui.import.before"), before, tone="quiet"))
        lines += [
            FieldLine("", "", f"? {doubt_words(one.code, phrases)}{f': {one.text}' if one.text else ''}", tone="soon")
            for one in draft.doubts
            if not one.ticked_by and _belongs(one.field, name)
        ]
    if draft.source:
        lines.append(FieldLine("", phrases("field.source"), draft.source, tone="quiet"))
    return lines


def _title(review: Review, row: Row, phrases: Phrases) -> str:
    label = row.match.action.label if row.match.action else str(int(row.key) + 1)
    state = phrases("tui.import.left_out") if row.key in review.without else phrases(f"tui.import.{row.change}_one")
    return f"{label} · {state}"


def _differs(name: str, row: Row) -> bool:
    return name in row.match.fields or f"{name}_text" in row.match.fields


def _belongs(doubted: str, name: str) -> bool:
    stem = doubted.removesuffix("_text")
    return stem == name or (name == "follow_up" and stem in {"first", "rule", "triggers"})


def _before(name: str, action: Action, snapshot: Snapshot, phrases: Phrases) -> str:
    if name == "due":
        return when_words(action.due, phrases)
    if name == "area":
        area = snapshot.areas.get(action.area)
        return area.title if area else ""
    if name == "status":
        return phrases(f"status.{action.status}")
    return str(getattr(action, name, "") or getattr(action, f"{name}_text", ""))


def _field(name: str, one: DraftAction, phrases: Phrases, *, is_open: bool) -> Iterator[FieldLine]:
    written, reading = field_words(name, one, phrases)
    if name == "status" and not written:
        return
    tone = "" if written else "quiet"
    reading = "" if reading == phrases("date.none") else reading
    says = phrases(f"tui.card.{name}" if phrases.has(f"tui.card.{name}") else f"field.{name}")
    yield FieldLine(name if is_open else "", says, written or "–", f"→ {reading}" if reading else "", tone)


def field_words(name: str, one: DraftAction, phrases: Phrases) -> tuple[str, str]:
    """Give what a field says and how it is understood, "" where the words are all there is."""
    if name == "area":
        return _area(one), ""
    if name == "due":
        return one.due.text, when_reading(one.due, phrases)
    if name in {"responsible", "follow_up_responsible"}:
        return getattr(one, f"{name}_text"), owners_reading(getattr(one, name), phrases)
    if name == "follow_up":
        return one.follow_up_text, follow_up_reading(one, phrases)
    if name == "status":
        return status_said(one, phrases)
    return str(getattr(one, name)), ""


def follow_up_reading(one: DraftAction | Action, phrases: Phrases) -> str:
    """Say how a follow-up is understood: how often, the first time, at which events."""
    first = when_reading(one.first, phrases) if one.first.is_dated else ""
    triggers = phrases("when.triggers", triggers="; ".join(one.triggers)) if one.triggers else ""
    parts = (rule_words(one.rule, phrases), phrases("rule.first_time", when=first) if first else "", triggers)
    return "; ".join(part for part in parts if part)


def _stored(action: Action, phrases: Phrases) -> Iterator[FieldLine]:
    yield FieldLine("", "", phrases("tui.import.gone_means"), tone="soon")
    said = (
        ("requirement", action.requirement),
        ("measure", action.measure),
        ("due", when_words(action.due, phrases)),
        ("responsible", action.responsible_text),
        ("status", phrases(f"status.{action.status}")),
    )
    yield from (FieldLine("", phrases(f"field.{name}"), text) for name, text in said if text)
