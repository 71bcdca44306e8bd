"""An area in words: its letter, its name, and the grade that a review gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.phrases.book import Phrases


def area_words(title: str, grade: str, phrases: Phrases) -> str:
    """Give an area whole; the grade is "" where none is stated."""
    return phrases("area.graded", area=title, grade=grade) if grade else title
