"""Grades that a review gave an area: taken where they are stated as such, never guessed out of what is said."""

from __future__ import annotations

import re

_BARE = r"[A-Fa-f][+-]?|[0-5]|I{1,3}|IV"
_JUDGED = re.compile(
    r"(?i)\b(?:uppfyll\w*|godkän\w*|underkän\w*|tillfredsställande|bristfällig\w*|utan anmärkning|fulfilled|met|passed"
    r"|satisfactory|opfyldt|oppfylt|godkendt|godkjent)\b"
)
_MOST_WORDS = 4
_GRADE = re.compile(_BARE)
_NAMED = (
    r"(?i:(?:spur(?:[- ]|:s )|granskarnas |kommitténs )?"
    r"(?:(?:spur)?gradering(?:en)?|betyg(?:et)?|grad(?:e|ing)|karakter(?:en)?)\s*[:=]?|(?:bedömning|vurdering|rating)\s*[:=])"
)
_IN_BRACKETS = re.compile(rf"\s*(?:\(\s*{_NAMED}\s*([^()]+?)\s*\)|\[\s*{_NAMED}\s*([^\[\]]+?)\s*\])$")
_AFTER_A_MARK = re.compile(rf"(?:\s*[,;]\s*|\s+[–—-]\s+){_NAMED}\s*({_BARE})\.?$")


def grade_of(text: str) -> str:
    """Give the grade that a cell or a line holds: a letter, a number or a judgement in few words; else ""."""
    said = " ".join(text.split()).rstrip(".")
    is_judgement = _JUDGED.search(said) and len(said.split()) <= _MOST_WORDS and not any(sign in said for sign in ".;:")
    return said if is_judgement or _GRADE.fullmatch(said) else ""


def split_grade(area: str) -> tuple[str, str]:
    """Give an area's words and the grade at their end ("B. Lokaler (gradering C)"), "" where none stands there."""
    told = _IN_BRACKETS.search(area) or _AFTER_A_MARK.search(area)
    if told is None:
        return area, ""
    grade, name = grade_of(next(part for part in told.groups() if part)), area[: told.start()].strip()
    return (name, grade) if grade and name else (area, "")
