"""Other lists as papers: the log, the agenda, the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from followup.phrases.book import Phrases
    from followup.present.agenda import Item
    from followup.present.history import Entry
    from followup.present.people import PersonRow


def log_sheet(entries: Sequence[Entry], phrases: Phrases) -> Sheet:
    """Give the log: a line for each change."""
    names = ("day", "time", "by", "what", "thing", "field", "old", "new", "note")
    rows = tuple(
        Row((entry.day, entry.time, entry.by, entry.what, one.thing, one.field, one.old, one.new, entry.note))
        for entry in entries
        for one in entry.changes
    )
    return _sheet("log", names, rows, phrases, ("old", "new"))


def agenda_sheet(items: Sequence[Item], phrases: Phrases) -> Sheet:
    """Give what comes: a line for each thing."""
    names = ("day", "kind", "label", "when", "who", "text")
    rows = tuple(
        Row((one.day, phrases(f"agenda.{one.kind}"), one.label, one.when, one.who, one.text), one.tone.value)
        for one in items
    )
    return _sheet("agenda", names, rows, phrases, ("text",))


def people_sheet(people: Sequence[PersonRow], phrases: Phrases) -> Sheet:
    """Give the people: a line for each."""
    names = ("name", "roles", "doing", "following", "late", "soon", "mail")
    rows = tuple(
        Row((one.name, ", ".join(one.roles), one.doing, one.following, one.late, one.soon, one.mail)) for one in people
    )
    return _sheet("people", names, rows, phrases, ())


def _sheet(what: str, names: Sequence[str], rows: tuple[Row, ...], phrases: Phrases, wide: Sequence[str]) -> Sheet:
    columns = tuple(Column(name, phrases(f"list.{name}"), wide=name in wide) for name in names)
    return Sheet(phrases.language, phrases(f"list.title_{what}"), columns, rows, empty=phrases("list.empty"))
