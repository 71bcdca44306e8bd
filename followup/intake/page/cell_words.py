"""The words of a table's cell out of its lines: what only its width has broken is joined, the rest stands as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.labels.headings import field_of_label
from followup.intake.page.hyphens import Vocabulary, join
from followup.intake.page.line_ends import broke_early, usual_length
from followup.intake.page.lines import Gap, Line
from followup.intake.page.looks import BULLET

NARROWEST = 12
LONGEST_LABEL = 40
_STOPS = (",", ";", ".")
"""What no line begins with but where the word before it has filled its own."""
_OFF = re.compile("[bcdfghjklmnpqrstvxz]{1,3}")
"""A line of a cell that is no word, but what a word too long for its line has lost."""


def heal_cell(lines: Sequence[Line], known: Vocabulary) -> str:
    """The words of a table's cell, its paragraphs and bullets on lines of their own; nothing in it is a heading."""
    texts = [line.text.strip() for line in lines]
    text = last = texts[0] if texts else ""
    width = max(NARROWEST, usual_length(list(map(len, texts)))) if len(texts) > 1 else 0
    for line, words in zip(lines[1:], texts[1:], strict=True):
        is_new = line.gap is Gap.PARAGRAPH or BULLET.match(words) is not None
        is_new = is_new or (not words[:1].islower() and _is_label(text))
        if not is_new and text[-1:].islower() and (words[:1] in _STOPS or _OFF.fullmatch(words)):
            text += words
        elif is_new or broke_early(last, words, width):
            text += ("\n" if text else "") + words
        else:
            text = join(text, words, known)
        last = words
    return text.replace("\u00ad", "")


def _is_label(text: str) -> bool:
    """Say whether all that a cell has said so far is a label, its value below it."""
    return len(text) <= LONGEST_LABEL and "\n" not in text and field_of_label(text, marked=True) is not None
