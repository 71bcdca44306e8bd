"""How the interface says things: a refusal in its own words, a key as it stands on the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from followup.phrases.book import Phrases

_CODED = {"status": "status", "result": "result"}


def refusal_words(phrases: Phrases, code: str, facts: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """Say why something was refused; the interface has its own sentence where the shell's names an option."""
    here = f"tui.here.{code}"
    key = here if phrases.has(here) else f"refusal.{code}"
    said = {name: _fact(phrases, name, value) for name, value in dict(facts).items()}
    return phrases(key, **said) if said else phrases(key)


def _fact(phrases: Phrases, name: str, value: str) -> str:
    key = f"{_CODED.get(name, name)}.{value}"
    return phrases(key).lower() if name in _CODED and phrases.has(key) else value


def key_words(phrases: Phrases, key: str) -> str:
    """Name a key as a keyboard does: "Enter", "Ctrl+R", "/"."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    name = f"tui.keyname.{last}"
    shown = phrases(name) if phrases.has(name) else last.upper() if modifiers and len(last) == 1 else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])
