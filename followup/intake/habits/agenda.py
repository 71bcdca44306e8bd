"""Tells the numbered points of an agenda or the chapters of a report from labels that happen to be numbered.

"2. Uppföljning av SPUR" among "1. Föregående protokoll" and "3. Övrigt" is a point; where all numbered lines are
labels, they are the labels of a form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.blocks import Block, Shape
from followup.intake.labels.headings import field_of_label

_NUMBERED = re.compile(r"^(\d{1,2})[.)]?\s+(?=[^\W\d_])")
LONGEST = 60
LEAST = 3


def with_points(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with each numbered line that would be a label made a point where the others are none."""
    numbered = [index for index, block in enumerate(blocks) if block.text[:1].isdigit() and _may_be_point(block)]
    labels = {index for index in numbered if field_of_label(blocks[index].text, marked=True)}
    if not labels or len(numbered) < LEAST or len(labels) * 2 > len(numbered) or not _counts(blocks, numbered):
        return blocks
    return [block._replace(shape=Shape.POINT) if index in labels else block for index, block in enumerate(blocks)]


def _may_be_point(block: Block) -> bool:
    is_short = block.shape is not Shape.TABLE and len(block.text) <= LONGEST
    return is_short and block.text[-1:] not in ":?." and _NUMBERED.match(block.text) is not None


def _counts(blocks: Sequence[Block], numbered: Sequence[int]) -> bool:
    """Say whether the numbers go upwards, as those of points do."""
    matches = (_NUMBERED.match(blocks[index].text) for index in numbered)
    numbers = [int(match.group(1)) for match in matches if match]
    return numbers == sorted(set(numbers))
