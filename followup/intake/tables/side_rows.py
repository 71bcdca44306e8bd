"""Rows of a plan's table that hold no action: sums, hints of how it is filled in, the head again.

Rows that group the actions below them are not among these: they lend their words.
"""

from __future__ import annotations

import re

from followup.intake.blocks import Row
from followup.intake.labels.headings import key_of
from followup.intake.tables.columns import Columns

_SUM = re.compile(
    r"(?i)^\s*(summa|summor|totalt?|total|sum|antal( åtgärder)?|i alt|sammanlagt)\b[\s:]*(\d[\d\s,.]*)?(st\.?)?\s*$"
)
_COUNTING = re.compile(r"(?i)(?:summa|totalt?|antal|i alt|sammanlagt)\b")
_NUMBER = re.compile(r"\d[\d\s,.]*")
LEAST_HINTS = 2
_HINT = re.compile(r"(?is)[(\[<].*[)\]>]|[åy]{2,4}[-/. ]?m{2}[-/. ]?d{2}")


def is_beside_the_point(row: Row, columns: Columns) -> bool:
    """Say whether a row with words tells of no action and lends nothing to others."""
    texts = {text.strip() for text in row.texts if text.strip()}
    return _repeats_head(texts, columns) or _is_sum(row) or _is_hint(row)


def _repeats_head(texts: set[str], columns: Columns) -> bool:
    keys = {key_of(text) for text in texts}
    return len(keys & columns.head_keys) * 2 > len(keys) and len(keys & columns.head_keys) >= min(
        3, len(columns.head_keys)
    )


def _filled(row: Row) -> list[str]:
    return [cell.text.strip() for cell in row.cells if cell.text.strip() and not cell.merged]


def _is_sum(row: Row) -> bool:
    """Say whether a row only counts the others: "Summa 6", "Total actions | 3"."""
    lead, *others = _filled(row) or [""]
    is_counting = bool(_COUNTING.match(lead)) and all(_NUMBER.fullmatch(text) for text in others)
    return bool(_SUM.match(lead)) or (bool(others) and is_counting)


def _is_hint(row: Row) -> bool:
    """Say whether a row tells how a form is filled in: all in brackets, or forms of dates, or most of it questions."""
    filled = _filled(row)
    if len(filled) < LEAST_HINTS:
        return False
    asked = sum(1 for text in filled if text.endswith("?"))
    are_asked = asked >= LEAST_HINTS and asked * 2 > len(filled)
    return are_asked or all(_HINT.fullmatch(text) for text in filled)
