"""Grades that a review gave an area: read where they are stated, never guessed."""

from __future__ import annotations

import re

_NAMED = (
    r"(?:gradering(?:en)?|betyg(?:et)?|grad(?:e|ing)|karakter(?:en)?)\s*[:=]?|(?:bedömning|vurdering|rating)\s*[:=]"
)
_AT_END = re.compile(rf"[\s,;–—-]*[(\[]?\s*\b(?i:(?:spur-?)?(?:{_NAMED}))\s*([A-F]|[0-5])\s*[)\]]?\.?$")
_GRADE = re.compile(r"[A-Fa-f][+-]?|\d|[IVX]{1,3}|[^\W\d_]+(?: [^\W\d_]+){0,2}")


def is_grade(text: str) -> bool:
    """Say whether a text may be a grade: a letter, a number, or a few words ("uppfyllt", "delvis uppfyllt")."""
    return _GRADE.fullmatch(text.strip().rstrip(".")) is not None


def with_grade(area: str, grade: str) -> str:
    """Give an area's words with the grade that was told beside them, in place of one that stood there."""
    return f"{split_grade(area)[0]} (gradering: {grade.strip().rstrip('.')})"


def split_grade(area: str) -> tuple[str, str]:
    """Give an area's words and the grade at their end ("B. Lokaler (gradering C)"), "" where none stands there."""
    told = _TOLD.search(area) or _AT_END.search(area)
    return (area[: told.start()].strip(), told.group(1)) if told else (area, "")


_TOLD = re.compile(r" \(gradering: ([^()]*)\)$")
"""What `with_grade` writes."""
