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
from followup.intake.labels.headings import field_of_label, key_of, told_field
from followup.intake.page.looks import LONGEST_UNKNOWN, UNKNOWN_LABEL

_WORDED = frozenset({Shape.PARAGRAPH, Shape.ITEM})
_LABEL = re.compile(r"^(.{2,60}?)\s*[:?](?:\s|$)")
_COUNTED = re.compile(r"\s+(?:nr\.?\s*)?\d{1,2}$")
_PARAGRAPH = Shape.PARAGRAPH
LONGEST = 30
LEAST = 2
_PLAIN_DATE = re.compile(r"(?i)(?:datum|date|dato|dag)\s*:")
"""The label of the day something is on, as lists of courses have."""
_OF_PLANS = frozenset({Field.REQUIREMENT, Field.GOAL, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS})
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})


def with_marked_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with a colon after each paragraph that the document uses as a label."""
    pairs = pairwise([None, *blocks])
    weak = [_weak_field(before, block) if block and len(block.text) <= LONGEST else None for before, block in pairs]
    if not any(weak):
        return blocks
    counts = Counter(_bare(block.text) for block, field in zip(blocks, weak, strict=True) if field)
    recurring = {words for words, count in counts.items() if count >= LEAST}
    if not _is_plan(blocks, recurring):
        return blocks
    marked: list[Block] = []
    for block, field in zip(blocks, weak, strict=True):
        is_value = bool(marked) and marked[-1].text.endswith(":") and marked[-1].shape is Shape.PARAGRAPH
        is_label = field is not None and _bare(block.text) in recurring and not is_value
        marked.append(block._replace(text=f"{block.text}:") if is_label else block)
    return marked


def _bare(text: str) -> str:
    """A label as it is compared: without the number that counts it ("Brist 2")."""
    return _COUNTED.sub("", text).casefold()


def _weak_field(before: Block | None, block: Block) -> Field | None:
    """The field that a paragraph names only if it is a label; None where it may be the value of the one before."""
    if block.shape is not _PARAGRAPH:
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


def guessed_label(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> str:
    """The unknown label under which the most is written, where labels name all but the measures; else empty."""
    fields = Counter(_field_before_colon(block) for block in blocks if not _PLAIN_DATE.match(block.text))
    least = min(fields[Field.DUE], fields[Field.RESPONSIBLE], max(fields[name] for name in _OF_PLANS))
    if Field.MEASURE in fields or least < LEAST:
        return ""
    said: Counter[str] = Counter()
    strangers = unknown_labels(blocks, mapping)
    for block in blocks:
        label = UNKNOWN_LABEL.match(block.text)
        if label and key_of(label.group(1)) in strangers:
            said[label.group(1)] += len(block.text.split()) - len(label.group(1).split())
    return max(said, key=lambda label: said[label], default="")


def _begins_labelled(block: Block | None) -> bool:
    """Say whether a block begins with a label of an action's field."""
    return block is not None and _field_before_colon(block) in ACTION_FIELDS


def _field_before_colon(block: Block) -> Field | None:
    is_marked = (":" in block.text or "?" in block.text) and block.shape in _WORDED
    label = _LABEL.match(block.text) if is_marked else None
    return field_of_label(label.group(1), marked=True) if label else None


def _names(words: str, mapping: Mapping[str, Field]) -> bool:
    return told_field(words, mapping) is not None or field_of_label(words, marked=True) is not None


def _is_label(block: Block) -> bool:
    if block.shape is not Shape.PARAGRAPH or len(block.text) > LONGEST * 2:
        return False
    return field_of_label(block.text, marked=block.text[-1:] in {":", "?"}) is not None


def _is_plan(blocks: Sequence[Block], recurring: set[str]) -> bool:
    """Say whether the labels, these and the sure ones, tell of actions."""
    fields = {_field_before_colon(block) for block in blocks}
    lines = {block.text for block in blocks if 0 < len(block.text) <= LONGEST * 2 and block.shape is _PARAGRAPH}
    fields |= {field_of_label(line, marked=_bare(line) in recurring or line[-1:] in {":", "?"}) for line in lines}
    return Field.MEASURE in fields and bool(fields & _TELLING)
