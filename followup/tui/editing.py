"""What is asked when a field of a stored action is changed: its words, and the command that they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.commands import Assign, ChangeRule, MoveDue, Reword
from followup.tui.corrections import LONG
from followup.tui.dialogs.typed import OWNERS, reading_of, typed_due, typed_follow_up
from followup.tui.dialogs.words import Asking

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.commands import Command
    from followup.phrases.book import Phrases
    from followup.tui.dialogs.words import Given
    from followup.tui.view import Read

REASONED = frozenset({"due", "follow_up"})
"""The fields whose change asks for a reason."""


def editing(name: str, action: Action, label: str, read: Read, said: tuple[Phrases, date]) -> Asking:
    """Ask for a field of a stored action."""
    phrases, today = said

    def give(text: str, why: str) -> Given:
        made = command_for(name, action, text, why, read)
        if made is None:
            return phrases(f"tui.here.{'date' if name == 'due' else 'follow_up'}.unreadable", text=text)
        return (made,)

    return Asking(
        title=phrases("tui.action.change", label=label, field=phrases(f"field.{name}").lower()),
        about=(action.requirement or action.measure) if name not in LONG else "",
        name=phrases(f"tui.card.{name}" if phrases.has(f"tui.card.{name}") else f"field.{name}"),
        value=written(name, action),
        give=give,
        reading=reading_of(name, read, today, phrases),
        hint=phrases(f"tui.hint.{name}") if phrases.has(f"tui.hint.{name}") else "",
        long=name in LONG,
        why=name in REASONED,
        day=(action.due.first_day or today) if name == "due" else None,
    )


def written(name: str, action: Action) -> str:
    """Give a field's words as they were written."""
    if name == "due":
        return action.due.text
    return str(getattr(action, name if name in LONG else f"{name}_text"))


def command_for(name: str, action: Action, text: str, why: str, read: Read) -> Command | None:
    """Give the command for typed words; None when they cannot be read."""
    if name in LONG:
        return Reword(action.id, name, text)
    if name in OWNERS:
        return Assign(action.id, name, read.owners(text), text)
    if name == "due":
        due = typed_due(read, text)
        return None if due is None else MoveDue(action.id, due, why)
    found = typed_follow_up(read, text)
    if text and not found.says_anything:
        return None
    if found.triggers and not found.rule and not found.first.is_dated:
        return ChangeRule(action.id, text, action.rule, action.first, found.triggers, why)
    return ChangeRule(action.id, text, found.rule, found.first, found.triggers or action.triggers, why)
