"""What is asked when a read action is put right: one field, its words, and what the review becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.tui.dialogs.typed import OWNERS, reading_of, typed_area, typed_due, typed_follow_up
from followup.tui.dialogs.words import Asking
from followup.tui.review_lines import field_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from followup.domain.drafts import DraftAction
    from followup.phrases.book import Phrases
    from followup.tui.dialogs.words import Given
    from followup.tui.view import Read

LONG = frozenset({"requirement", "measure"})


def correction(
    name: str, one: DraftAction, take: Callable[[dict[str, Any]], None], read: Read, said: tuple[Phrases, date]
) -> Asking:
    """Ask for a field of a read action; `take` is given the draft's fields for what was typed."""
    phrases, today = said

    def give(text: str, _why: str) -> Given:
        fields = corrected(name, text, read)
        if fields is None:
            return phrases(f"tui.here.{_unreadable(name)}", text=text)
        take(fields)
        return None

    return Asking(
        title=phrases("tui.import.correct", field=phrases(f"field.{name}").lower()),
        about=one.requirement or one.measure,
        name=phrases(f"tui.card.{name}" if phrases.has(f"tui.card.{name}") else f"field.{name}"),
        value=field_words(name, one, phrases)[0],
        give=give,
        reading=reading_of(name, read, today, phrases),
        hint=phrases(f"tui.hint.{name}") if phrases.has(f"tui.hint.{name}") else "",
        long=name in LONG,
        day=(one.due.first_day or today) if name == "due" else None,
    )


def _unreadable(name: str) -> str:
    return {"due": "date.unreadable", "status": "status.unreadable"}.get(name, "follow_up.unreadable")


def corrected(name: str, text: str, read: Read) -> dict[str, Any] | None:
    """Give the draft's fields for typed words; None when they cannot be read."""
    if name in LONG:
        return {name: text}
    if name == "area":
        code, area = typed_area(text)
        return {"area_code": code, "area_name": area}
    if name == "due":
        due = typed_due(read, text)
        return None if due is None else {"due": due}
    if name in OWNERS:
        return {f"{name}_text": text, name: read.owners(text)}
    return _status(text, read) if name == "status" else _follow_up(text, read)


def _status(text: str, read: Read) -> dict[str, Any] | None:
    code = read(text).status
    return {"status": code} if code or not text else None


def _follow_up(text: str, read: Read) -> dict[str, Any] | None:
    found = typed_follow_up(read, text)
    if text and not found.says_anything:
        return None
    return {"follow_up_text": text, "rule": found.rule, "first": found.first, "triggers": found.triggers}
