"""The phrases of each language, read once: owners may speak another than the user does."""

from __future__ import annotations

from functools import cache

from followup.phrases.book import Phrases


@cache
def phrases_in(language: str) -> Phrases:
    """Give the phrases of a language, "sv" or "en"."""
    return Phrases(language)
