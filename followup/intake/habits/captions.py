"""Makes the line above each of several plan tables their heading, though nothing but its place says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from followup.intake.blocks import Block, Shape
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import has_head

LONGEST_CAPTION = 90
_LINES = frozenset({Shape.PARAGRAPH, Shape.HEADING})
LEVEL = 9


def with_captions(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> Sequence[Block]:
    """The blocks, with the short line right above each table of actions as a heading, where all have one.

    A line that only says that the table is of actions ("Åtgärder") is left out: it is no label with words below it.
    """
    if not any(block.rows for block in blocks):
        return blocks
    blocks = _without_idle(blocks, mapping)
    plans = [index for index, block in enumerate(blocks) if block.rows and has_head(block.rows, mapping)]
    if len(plans) < 2 or plans[0] == 0:
        return blocks
    captions = {index - 1 for index in plans}
    if not all(_may_be_caption(blocks[index]) for index in captions) or _are_alike(blocks, captions):
        return blocks
    return [
        block._replace(shape=Shape.HEADING, level=LEVEL) if index in captions else block
        for index, block in enumerate(blocks)
    ]


def _without_idle(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> Sequence[Block]:
    idle = {
        index
        for index, (block, after) in enumerate(pairwise(blocks))
        if after.rows and _says_actions(block) and has_head(after.rows, mapping)
    }
    return [block for index, block in enumerate(blocks) if index not in idle] if idle else blocks


def _says_actions(block: Block) -> bool:
    is_line = block.shape in _LINES and 0 < len(block.text) <= LONGEST_CAPTION
    return is_line and field_of_label(block.text.strip("# "), marked=True) is Field.MEASURE


def _may_be_caption(block: Block) -> bool:
    is_line = block.shape is Shape.PARAGRAPH and len(block.text) <= LONGEST_CAPTION and "\n" not in block.text
    return is_line and block.text[-1:] not in ".:?!;," and field_of_label(block.text, marked=True) is None


def _are_alike(blocks: Sequence[Block], captions: set[int]) -> bool:
    """Say whether two tables that follow each other have the same line above them, which then tells nothing."""
    texts = [blocks[index].text.casefold() for index in sorted(captions)]
    return any(before == after for before, after in pairwise(texts))
