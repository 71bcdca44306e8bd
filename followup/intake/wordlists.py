"""Writes lists of words as one reads them: apart by blanks, over as many lines as they need."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that stand apart by blanks or line breaks."""
    return frozenset(text.split())
