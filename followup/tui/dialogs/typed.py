"""Typed words as the fields of an action: what a due date, a follow-up or an owner becomes, and how it is told back.

Shared by the review of a document and by the room of one action, so that both read alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.dates import When
from followup.present.drafts import owners_reading, when_reading
from followup.present.rules import rule_words
from followup.tui.dialogs.days import reading_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from followup.phrases.book import Phrases
    from followup.tui.view import Read

OWNERS = frozenset({"responsible", "follow_up_responsible"})
NO_DATES = frozenset({"not-a-date", "recurrence", "trigger"})


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up as typed: how often, the first time, at which events; empty where nothing of it was said."""

    rule: str
    first: When
    triggers: tuple[str, ...]

    @property
    def says_anything(self) -> bool:
        """Say whether any of it was understood."""
        return bool(self.rule or self.triggers or self.first.is_dated)


def typed_due(read: Read, text: str) -> When | None:
    """Give the date for a due field; None when the words are no date. Nothing typed is no date agreed."""
    if not text:
        return When.no_date()
    found = read(text)
    return None if found.kind in NO_DATES or found.kind == "none" else found.when


def due_words(read: Read, text: str, today: date, phrases: Phrases) -> str:
    """Say how a due date is read."""
    return reading_words(typed_due(read, text), text, today, phrases)


def typed_follow_up(read: Read, text: str) -> FollowUp:
    """Give the rule, the first time and the events of a typed follow-up."""
    found = read(text)
    first = found.first or (When.no_date() if found.rule or not found.when.is_dated else found.when)
    return FollowUp(found.rule, first, found.triggers)


def follow_up_words(read: Read, text: str, phrases: Phrases) -> str:
    """Say how a follow-up is read: "→ varje år; första gången maj 2027"."""
    if not text:
        return ""
    found = typed_follow_up(read, text)
    if not found.says_anything:
        return phrases("tui.reading.no_follow_up")
    first = when_reading(found.first, phrases) if found.first.is_dated else ""
    triggers = phrases("when.triggers", triggers="; ".join(found.triggers)) if found.triggers else ""
    said = (rule_words(found.rule, phrases), phrases("rule.first_time", when=first) if first else "", triggers)
    return "→ " + "; ".join(part for part in said if part)


def owner_words(read: Read, text: str, phrases: Phrases) -> str:
    """Say who is meant: "→ rollen verksamhetschef, nu Anna Ek"."""
    said = owners_reading(read.owners(text), phrases) if text else ""
    return f"→ {said}" if said else phrases("tui.reading.nobody")


def reading_of(name: str, read: Read, today: date, phrases: Phrases) -> Callable[[str], str]:
    """Give what says how a field is read while it is typed."""
    if name == "due":
        return lambda text: due_words(read, text, today, phrases)
    if name == "follow_up":
        return lambda text: follow_up_words(read, text, phrases)
    if name in OWNERS:
        return lambda text: owner_words(read, text, phrases)
    if name == "status":
        return lambda text: _status_words(read, text, phrases)
    return lambda _: ""


def _status_words(read: Read, text: str, phrases: Phrases) -> str:
    code = read(text).status
    return f"→ {phrases(f'status.{code}')}" if code else ""


def typed_area(text: str) -> tuple[str, str]:
    """Give an area's letter and name for "D. Tjänstgöring", "D" or a name alone."""
    code, dot, name = text.partition(".")
    if dot and len(code.strip()) <= 3:
        return code.strip(), name.strip()
    return (text, "") if len(text) <= 3 else ("", text)
