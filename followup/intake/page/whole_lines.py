"""Mends the lines of a page before they are joined: labels broken in two made whole, titles parted from units.

It changes no word; what stands far apart on a line becomes lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import is_plan_title
from followup.intake.page.lines import Gap, Line, Segment

LONGEST_HALF = 60
WIDE_GAP = 5


def whole_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines as their author meant them to stand."""
    return _whole_labels(_parted_titles(lines))


def _parted_titles(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with a title parted from what a wide gap on its line sets apart from it (a unit, a day)."""
    wide = [line for line in lines if len(line.segments) > 1]
    return list(_parted(lines)) if any(is_plan_title(line.segments[0].text) for line in wide) else lines


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        first = line.segments[0] if len(line.segments) > 1 else None
        if first is None or not is_plan_title(first.text.strip()) or not _is_wide(line.segments):
            yield line
            continue
        yield line._replace(text=first.text, segments=(first,))
        for segment in line.segments[1:]:
            yield line._replace(text=segment.text, gap=Gap.PARAGRAPH, level=0, segments=(segment,))


def _is_wide(segments: Sequence[Segment]) -> bool:
    """Say whether five signs at least would have room between each two of a line's pieces."""
    sign = (segments[0].right - segments[0].left) / max(len(segments[0].text), 1)
    return all(after.left - before.right >= WIDE_GAP * sign for before, after in pairwise(segments))


def _whole_labels(lines: Sequence[Line]) -> list[Line]:
    """Lines, with a label that was broken over two of them made whole."""
    whole: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if text[:1].islower() and whole and not line.gap and _is_label_of_two(whole[-1].text, text):
            last = whole[-1]
            whole[-1] = last._replace(text=f"{last.text.rstrip()} {text}")
        else:
            whole.append(line)
    return whole


def _is_label_of_two(first: str, second: str) -> bool:
    first = first.strip()
    if len(second) > LONGEST_HALF or len(first) > LONGEST_HALF or first.endswith((":", "?", ".")):
        return False
    both = f"{first} {second}"
    return field_of_label(both) is not None or (both.endswith(":") and field_of_label(both, marked=True) is not None)
