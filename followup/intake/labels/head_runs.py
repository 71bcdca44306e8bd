"""Reads a line that is nothing but the heads of a table, as an extraction leaves them when it runs columns together.

It knows words only: what stands below the line, others take apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_head, field_of_label

LONGEST = 120
LEAST = 3
_HEAD = re.compile(r"[A-ZÅÄÖÆØ][^\sA-ZÅÄÖÆØ]*(?:[\s/-]+[a-zåäöæø][^\s]*)*\s*")
"""A head of a column: a word with a capital, and those that go on with it."""
_NEEDED = frozenset({Field.MEASURE, Field.DUE, Field.RESPONSIBLE})


@lru_cache(maxsize=1024)
def heads_in(words: str) -> tuple[Field, ...]:
    """The fields that a line names one after the other and nothing else; empty where it is no line of heads."""
    if len(words) > LONGEST or words[-1:] in ".:," or words.count(" ") + 1 < LEAST or "  " in words:
        return ()
    heads = _HEAD.findall(words)
    found = tuple(field for head in heads if (field := _field_of(head.strip())) in ACTION_FIELDS)
    is_head = len(heads) == len(found) == len(set(found)) >= LEAST and "".join(heads) == words
    return found if is_head and set(found) >= _NEEDED else ()


def is_of_several(words: str) -> bool:
    """Say whether a line names more than one column and nothing else."""
    fields = [_field_of(head.strip()) for head in _HEAD.findall(words)] if len(words) <= LONGEST else []
    return len(fields) > 1 and all(field in ACTION_FIELDS for field in fields)


def _field_of(head: str) -> Field | None:
    return field_of_label(head, marked=True) or field_of_head(head)
