"""Screens whose keys are told in the user's language.

A binding's description is a phrase key; it is translated here and nowhere else, so footer, help and palette agree.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from followup.tui.widgets.bars import Hint
from followup.tui.words import key_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import ActiveBinding
    from textual.screen import Screen

    from followup.phrases.book import Phrases

PHRASE = "tui."
_EARLY = (
    "dialog.save",
    "list.open",
    "fields.open",
    "path.open",
    "import.save",
    "export.write",
    "meeting.dealt",
    "action.status",
    "action.round",
    "meeting.end",
    "meeting.note",
    "action.move",
    "register.filter",
    "import.next_unsure",
    "import.sure",
    "import.leave_out",
    "import.undo",
    "register.back",
    "app.undo",
)
"""What the bar of keys shows first, however narrow."""
_BY_HAND = ("list.", "card.", "choice.", "register.back", "app.palette", "app.command")


def spoken(active: Mapping[str, ActiveBinding], phrases: Phrases) -> dict[str, ActiveBinding]:
    """Give the bindings with their descriptions as sentences."""
    return {key: _said(one, phrases) for key, one in active.items()}


def _said(one: ActiveBinding, phrases: Phrases) -> ActiveBinding:
    if not one.binding.description.startswith(PHRASE):
        return one
    description = phrases(one.binding.description)
    tip = phrases(one.binding.tooltip) if one.binding.tooltip else description
    return one._replace(binding=replace(one.binding, description=description, tooltip=tip), tooltip=tip)


def press(screen: Screen[Any], key: str) -> None:
    """Do what a key does. It is done where the binding stands, or else the messages it leads to would not rise."""
    pressed = screen.active_bindings.get(key)
    if pressed is not None:
        node: Any = pressed.node
        node.call_later(screen.app.run_action, pressed.binding.action, node)


def commands(active: Mapping[str, ActiveBinding]) -> dict[str, str]:
    """Give what the palette offers: by key, each thing once; moving about is better done by hand."""
    found: dict[str, tuple[str, str]] = {}
    for key, one in active.items():
        named = one.binding.id or ""
        if one.enabled and named and not named.startswith(_BY_HAND):
            found.setdefault(one.binding.action, (key, one.binding.tooltip or one.binding.description))
    return dict(found.values())


def hints(active: Iterable[ActiveBinding], phrases: Phrases, *, types: bool = False) -> tuple[Hint, ...]:
    """Give the hints of the bar of keys: what is to be shown, once for each thing done, the help last.

    Where the keyboard `types`, keys are named as they are on it: a question mark would be written, F1 is not.
    """
    shown: dict[str, Hint] = {}
    for one in active:
        if one.binding.show and one.enabled and one.binding.id:
            display = "" if types else one.binding.key_display
            name = display or key_words(phrases, one.binding.key)
            shown.setdefault(one.binding.id, Hint(one.binding.key, name, one.binding.description))
    help_hint = shown.pop("app.help", None)
    early = [shown.pop(one) for one in _EARLY if one in shown]
    return (*early, *shown.values(), *([help_hint] if help_hint else ()))
