"""Pages set in two columns, as newspapers are: the lines of the first are read before those of the second.

Only where the same labels stand in both columns: a form whose values stand beside its labels, or with two labels on a
line, is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise

from followup.intake.labels.headings import field_of_label
from followup.intake.page.gaps import LEAST_STEP, WIDER
from followup.intake.page.lines import Gap, Line, Segment, part_of

LEAST_LINES, LEAST_LABELS = 5, 2
LEAST_SHARE = 0.8
SLACK = 4
"""Points, or signs, by which the lines of the second column may begin apart."""


def in_reading_order(lines: Sequence[Line], drawn: Container[int]) -> Sequence[Line]:
    """The lines, those of pages in two columns one column after the other; `drawn` are pages with drawn tables."""
    if sum(1 for line in lines if len(line.segments) == 2) < LEAST_LINES:
        return lines
    ordered: list[Line] = []
    for number, page in groupby(lines, lambda line: line.page):
        held = list(page)
        ordered.extend(held if number in drawn else _page(held))
    return ordered


def _page(lines: list[Line]) -> Sequence[Line]:
    pairs = [line.segments for line in lines if len(line.segments) == 2]
    begin = _second_column(pairs)
    if begin is None or not _has_same_labels(pairs):
        return lines
    parts: list[Line] = []
    for is_across, run in groupby(lines, lambda line: _reaches(line, begin)):
        held = list(run)
        parts.extend(held if is_across else (*_column(held, 0, begin), *_column(held, begin, None)))
    return parts


def _second_column(pairs: Sequence[Sequence[Segment]]) -> float | None:
    """Where the second column begins; None where lines of two pieces are few, or begin it at many places."""
    if len(pairs) < LEAST_LINES:
        return None
    (place, count), *_ = Counter(round(second.left / SLACK) for _, second in pairs).most_common(1)
    return place * SLACK - SLACK if count >= len(pairs) * LEAST_SHARE else None


def _has_same_labels(pairs: Sequence[Sequence[Segment]]) -> bool:
    lefts, rights = ({segment.text.partition(":")[0].strip() for segment in side} for side in zip(*pairs, strict=True))
    both = {text for text in lefts & rights if text}
    return len({field for text in both if (field := field_of_label(text, marked=True))}) >= LEAST_LABELS


def _reaches(line: Line, begin: float) -> bool:
    """Say whether a line stands across both columns."""
    return any(segment.left < begin < segment.right for segment in line.segments)


def _column(lines: Sequence[Line], begin: float, end: float | None) -> Iterator[Line]:
    """The lines of one column, each with what parts it from the line above in it."""
    own = [
        part_of(line, held)
        for line in lines
        if (held := tuple(each for each in line.segments if each.left >= begin and (end is None or each.left < end)))
    ]
    steps = [after.height - before.height for before, after in pairwise(own)]
    least = min((step for step in steps if step > LEAST_STEP or own[0].height == own[0].number), default=0)
    for before, line in zip([None, *own], own, strict=False):
        is_near = before is not None and line.height - before.height < least * WIDER
        yield line._replace(gap=Gap.STEP if is_near else Gap.PAGE if before is None and end is None else Gap.PARAGRAPH)
