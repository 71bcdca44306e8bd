"""Numbered lines that name what the labels below them are about ("1. Tjänstgöring"), as the headings that they are.

Where print makes no heading of them they look like a list; only a requirement's label right below tells otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from followup.intake.blocks import Block, Shape, heading
from followup.intake.fields import Field
from followup.intake.labels.splitting import split_labels

_COUNTED = re.compile(r"(\d{1,2})[.)]\s+\S")
LONGEST = 60
LEAST = 2


def with_counted_headings(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> list[Block]:
    """The blocks, with numbered items as headings where all count on from one and each has a requirement below it."""
    counted = [place for place, block in enumerate(blocks) if block.text[:1].isdigit() and _number(block)]
    numbers = [_number(blocks[place]) for place in counted]
    are_headings = len(counted) >= LEAST and numbers == list(range(1, len(counted) + 1))
    if not are_headings or not all(_is_above_need(blocks, place, mapping) for place in counted):
        return list(blocks)
    return [
        heading(block.text, level=2, page=block.page, source=block.source) if place in counted else block
        for place, block in enumerate(blocks)
    ]


def _number(block: Block) -> int:
    """The number that an item begins with, 0 where it has none."""
    counted = _COUNTED.match(block.text) if block.shape is Shape.ITEM else None
    return int(counted.group(1)) if counted else 0


def _is_above_need(blocks: Sequence[Block], place: int, mapping: Mapping[str, Field]) -> bool:
    text = blocks[place].text
    if len(text) > LONGEST or text.endswith((".", ";", ":")) or place + 1 >= len(blocks):
        return False
    below = blocks[place + 1]
    return below.shape is not Shape.TABLE and split_labels(below.text, mapping)[0][0] is Field.REQUIREMENT
