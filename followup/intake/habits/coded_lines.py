"""Makes headings of lines that only a code sets apart: "B Läkarstab" over "B1 Det finns …" and "B2 …".

One such line tells nothing; a series of them, letters and numbers going upwards, is how reviews number their criteria.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.blocks import Block, Shape
from followup.intake.labels.headings import field_of_label

_AREA = re.compile(r"^([A-ZÅÄÖ])\.?\s+(?=[A-ZÅÄÖÆØ])")
_CRITERION = re.compile(r"^([A-ZÅÄÖ])[.:]?\s?(\d{1,2})[.:)]?\s+(?=[A-ZÅÄÖÆØ])")
_SECOND = frozenset(" .0123456789")
LONGEST, LONGEST_AREA = 160, 60
_FIRST = frozenset("AB")
LEAST = 2
AREA_LEVEL, CRITERION_LEVEL = 7, 8


def with_coded_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, with the lines of such a series as headings, those of areas above those of criteria."""
    coded = [index for index, block in enumerate(blocks) if block.text[1:2] in _SECOND and block.text[:1].isupper()]
    criteria = _series(blocks, coded, _CRITERION)
    if len(criteria) < LEAST:
        return _with_areas(blocks, coded)
    letters = {blocks[index].text[0] for index in criteria}
    areas = [index for index in _series(blocks, coded, _AREA) if blocks[index].text[0] in letters]
    levels = dict.fromkeys(criteria, CRITERION_LEVEL) | dict.fromkeys(areas, AREA_LEVEL)
    return [
        block._replace(shape=Shape.HEADING, level=levels[index]) if index in levels else block
        for index, block in enumerate(blocks)
    ]


def _with_areas(blocks: Sequence[Block], coded: Sequence[int]) -> Sequence[Block]:
    """The blocks, with short lines that letters count upwards from A or B as headings of areas."""
    areas = [index for index in _series(blocks, coded, _AREA) if _names_area(blocks[index].text)]
    if len(areas) < LEAST or blocks[areas[0]].text[0] not in _FIRST:
        return blocks
    return [
        block._replace(shape=Shape.HEADING, level=AREA_LEVEL) if index in areas else block
        for index, block in enumerate(blocks)
    ]


def _names_area(text: str) -> bool:
    return len(text) <= LONGEST_AREA and text[-1] not in ".:;,?!"


def _series(blocks: Sequence[Block], coded: Sequence[int], pattern: re.Pattern[str]) -> list[int]:
    """The indexes of the paragraphs that begin with codes, where the codes only go upwards."""
    found = [index for index in coded if _may_be(blocks[index], pattern)]
    codes = [match.groups() for index in found if (match := pattern.match(blocks[index].text))]
    ordered = sorted(codes, key=lambda code: [int(part) if part.isdigit() else ord(part) for part in code])
    return found if codes == ordered and len(set(codes)) == len(codes) else []


def _may_be(block: Block, pattern: re.Pattern[str]) -> bool:
    is_line = block.shape in {Shape.PARAGRAPH, Shape.ITEM} and 0 < len(block.text) <= LONGEST
    return is_line and pattern.match(block.text) is not None and field_of_label(block.text.partition(":")[0]) is None
