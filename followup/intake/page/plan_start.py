"""Where the plan begins in a long document: a report's pages before it need not be read closely.

The plan begins at the title that stands nearest above the first measure; without such a title nothing is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.intake.fields import Field
from followup.intake.labels.heading_words import TAGS, Tag
from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import is_plan_title
from followup.intake.page.lines import Gap, Line
from followup.intake.page.looks import Look, is_content, look

HEAD_LINES = 40
HEAD_PAGES = 2
LONGEST_TELLING = 90
LONGEST_HEAD = 160
MOST_HEAD_WORDS = 16
_HEADS = frozenset({Tag.WHO, Tag.WHEN, Tag.WHAT, Tag.CHECK, Tag.NEED, Tag.AREA, Tag.STATE})
_TELLING = frozenset({Field.MEASURE, Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})


def from_the_plan(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines of the document and all from the plan's title on."""
    first = next((index for index, line in enumerate(lines) if _tells_measure(line)), 0)
    titles = (index for index in range(first, HEAD_LINES, -1) if _is_title(lines[index].text))
    start = next(titles, 0)
    return [*lines[:HEAD_LINES], lines[start]._replace(gap=Gap.PARAGRAPH), *lines[start + 1 :]] if start else lines


def skipped_pages(texts: Sequence[str]) -> range:
    """The indexes of the pages that stand between the document's head and the page of the plan's title."""
    title = 0
    for number, text in enumerate(texts):
        for line in text.splitlines():
            if _is_title(line):
                title = number
            elif _tells_anything(line.strip()):
                return range(HEAD_PAGES, title)
    return range(0)


def _tells_anything(text: str) -> bool:
    """Say whether a line is a label of an action's field, or several heads beside each other."""
    if not text or len(text) > LONGEST_HEAD:
        return False
    if len(text) <= LONGEST_TELLING and look(text) in {Look.LABEL, Look.MEASURE, Look.LABELLED}:
        return look(text) is Look.MEASURE or field_of_label(text.split(":", maxsplit=1)[0], marked=True) in _TELLING
    words = text.split()
    if len(words) > MOST_HEAD_WORDS:
        return False
    tags = [TAGS[word] for each in words if (word := each.casefold()) in TAGS]
    return len(set(tags) & _HEADS) >= 3 and len(tags) * 2 >= len(words)


def _tells_measure(line: Line) -> bool:
    if len(line.segments) > 1:
        return is_content(line)
    text = line.text.strip()
    seen = look(text) if len(text) <= LONGEST_TELLING else Look.PROSE
    return seen is Look.MEASURE or (seen is Look.LABEL and field_of_label(text, marked=True) is Field.MEASURE)


def _is_title(line: str) -> bool:
    text = line.strip()
    return 0 < len(text) <= LONGEST_TELLING and look(text) is Look.TITLE and is_plan_title(text)
