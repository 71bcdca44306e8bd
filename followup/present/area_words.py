"""An area in words: its letter, its name, and the grade that a review gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.domain.actions import Area
    from followup.phrases.book import Phrases


def area_words(area: Area | None, phrases: Phrases) -> str:
    """Give an area whole; "" for none."""
    if area is None:
        return ""
    return phrases("area.graded", area=area.title, grade=area.grade) if area.grade else area.title
