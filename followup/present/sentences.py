"""A refusal or a trouble as one sentence that names the thing and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from followup.phrases.book import Phrases

_WORDED = {"status": "status", "reason": "system"}
"""Facts that are codes themselves, and the table of phrases that says them."""


def sentence(code: str, facts: Mapping[str, object], phrases: Phrases) -> str:
    """Give the sentence of a code with its facts, codes among the facts said in words."""
    return phrases(f"refusal.{code}", **{name: _worded(name, fact, phrases) for name, fact in facts.items()})


def _worded(name: str, fact: object, phrases: Phrases) -> str:
    key = f"{_WORDED.get(name, '')}.{fact}"
    if name not in _WORDED or not phrases.has(key):
        return str(fact)
    said = phrases(key)
    return said[:1].lower() + said[1:]
