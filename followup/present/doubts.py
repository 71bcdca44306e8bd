"""What a reader was unsure of, in words.

Doubts are stored with the code that the reader gave; one that this version has no phrase for (written by a later
version, or by another program through the whole data) is shown by its code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.phrases.book import Phrases


def doubt_words(code: str, phrases: Phrases) -> str:
    """Say what is unsure."""
    return _said(f"doubt.{code}", code, phrases)


def doubted_field(field: str, phrases: Phrases) -> str:
    """Name the field that is unsure."""
    return _said(f"field.{field}", field, phrases)


def _said(key: str, otherwise: str, phrases: Phrases) -> str:
    return phrases(key) if phrases.has(key) else otherwise
