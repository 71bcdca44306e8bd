"""Tells words that are a label only because the document uses them as one, time after time ("Brist", "Vad", "När").

A line that is nothing but such a word may be many things; one that comes again before each action is a label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from followup.intake.blocks import Block, Shape
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.headings import field_of_label, key_of, told_field
from followup.intake.looks import LONGEST_UNKNOWN, UNKNOWN_LABEL

_WORDED = frozenset({Shape.PARAGRAPH, Shape.ITEM})
_LABEL = re.compile(r"^(.{2,60}?)\s*[:?](?:\s|$)")
LONGEST = 30
LEAST = 2
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})


def with_marked_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with a colon after each paragraph that the document uses as a label."""
    weak = [_weak_field(before, block) for before, block in pairwise([None, *blocks])]
    if not any(weak):
        return blocks
    counts = Counter(block.text.casefold() for block, field in zip(blocks, weak, strict=True) if field)
    told = {block.text.casefold() for block, field in zip(blocks, weak, strict=True) if field}
    recurring = {words for words in told if counts[words] >= LEAST}
    if not _is_plan(blocks, recurring):
        return blocks
    return [
        block._replace(text=f"{block.text}:") if field and block.text.casefold() in recurring else block
        for block, field in zip(blocks, weak, strict=True)
    ]


def _weak_field(before: Block | None, block: Block | None) -> Field | None:
    """The field that a paragraph names only if it is a label; None where it may be the value of the one before."""
    if block is None or block.shape is not Shape.PARAGRAPH or len(block.text) > LONGEST:
        return None
    field = field_of_label(block.text, marked=True)
    if field not in ACTION_FIELDS or field_of_label(block.text) or block.text[-1] in ":?" or block.text[0].islower():
        return None
    return None if before is not None and _is_label(before) else field


def unknown_labels(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, str]:
    """The labels that name no field and yet stand again and again among those that do, as written, by key."""
    found: Counter[str] = Counter()
    wordings: dict[str, str] = {}
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        is_marked = ":" in block.text[:LONGEST_UNKNOWN] and block.shape in _WORDED
        label = UNKNOWN_LABEL.match(block.text) if is_marked else None
        if label and not _names(label.group(1), mapping) and (_begins_labelled(before) or _begins_labelled(after)):
            found[key_of(label.group(1))] += 1
            wordings.setdefault(key_of(label.group(1)), label.group(1))
    return {key: wordings[key] for key, count in found.items() if count >= LEAST}


def _begins_labelled(block: Block | None) -> bool:
    """Say whether a block begins with a label of an action's field."""
    if block is None or block.shape not in _WORDED:
        return False
    label = _LABEL.match(block.text)
    return label is not None and field_of_label(label.group(1), marked=True) in ACTION_FIELDS


def _names(words: str, mapping: Mapping[str, Field]) -> bool:
    return told_field(words, mapping) is not None or field_of_label(words, marked=True) is not None


def _is_label(block: Block) -> bool:
    if block.shape is not Shape.PARAGRAPH or len(block.text) > LONGEST * 2:
        return False
    return field_of_label(block.text, marked=block.text[-1:] in {":", "?"}) is not None


def _is_plan(blocks: Sequence[Block], recurring: set[str]) -> bool:
    """Say whether the labels, these and the sure ones, tell of actions."""
    fields = {
        field_of_label(block.text, marked=block.text.casefold() in recurring or block.text[-1:] in {":", "?"})
        for block in blocks
        if block.shape is Shape.PARAGRAPH and 0 < len(block.text) <= LONGEST * 2
    }
    return Field.MEASURE in fields and bool(fields & _TELLING)
