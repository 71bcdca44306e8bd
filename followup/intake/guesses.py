"""Guesses which column holds what is to be done, where no head says so in words that are known.

The last resort, for a document in which no action is found: its head must name who, when and one thing more, and
the guess is told as a heading that was not recognised.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.intake.blocks import Block, Row
from followup.intake.events import HEAD_WITHIN, head_field, head_fields
from followup.intake.fields import Field
from followup.intake.headings import key_of

_MORE = frozenset({Field.REQUIREMENT, Field.GOAL, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE})
LEAST_WORDS = 2
PLAIN_DATES = frozenset({"datum", "date", "dato"})


def guessed_measure(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> str:
    """The head of the column that most likely holds the measures; empty where none is likely."""
    for block in blocks:
        for index, row in enumerate(block.rows[:HEAD_WITHIN]):
            fields = head_fields(row, mapping)
            is_plan = {Field.DUE, Field.RESPONSIBLE} <= fields and fields & _MORE and not _is_calendar(row)
            if is_plan and Field.MEASURE not in fields:
                return _wordiest(row, block.rows[index + 1 :], mapping)
    return ""


def _is_calendar(head: Row) -> bool:
    """Say whether a head has only the day something is on, as lists of courses have."""
    return any(key_of(text) in PLAIN_DATES for text in head.texts)


def _wordiest(head: Row, body: Sequence[Row], mapping: Mapping[str, Field]) -> str:
    """The head without a meaning under which the most is written, two words a row at least."""
    unknown = [place for place, text in enumerate(head.texts) if text.strip() and head_field(text, mapping) is None]
    amounts = {place: sum(_words(row, place) for row in body) for place in unknown}
    best = max(amounts, key=lambda place: amounts[place], default=None)
    return head.texts[best] if best is not None and amounts[best] >= LEAST_WORDS * len(body) > 0 else ""


def _words(row: Row, place: int) -> int:
    return len(row.texts[place].split()) if place < len(row.texts) else 0
