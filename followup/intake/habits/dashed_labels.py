"""Reads a dash or an equals sign after labels as a colon, where a document sets its labels apart so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.blocks import Block, Shape
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label

_DASHED = re.compile(r"^([^:?–—=\d-]{2,50}?)\s+[-–—=]\s+(?=\S)")
_SIGN = re.compile(r" [-–—=] ")
REACH = 54
_WORDED = frozenset({Shape.PARAGRAPH, Shape.ITEM})
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})


def with_dashed_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with a colon for the sign after each label; as they are where such lines do not tell of actions."""
    signs = _SIGN.search
    fields = [_field(block) if signs(block.text, 0, REACH) else None for block in blocks]
    told = set(fields)
    if Field.MEASURE not in told or not told & _TELLING:
        return blocks
    return [
        block._replace(text=_DASHED.sub(r"\1: ", block.text, count=1)) if field else block
        for block, field in zip(blocks, fields, strict=True)
    ]


def _field(block: Block) -> Field | None:
    dashed = _DASHED.match(block.text) if block.shape in _WORDED else None
    return field_of_label(dashed.group(1), marked=True) if dashed else None
