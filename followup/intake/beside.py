"""Labels with their values beside them, on lines whose wide gaps part them: the rows of a form without lines."""

from __future__ import annotations

from collections.abc import Sequence

from followup.intake.blocks import Block, Cell, Row, table
from followup.intake.headings import field_of_label
from followup.intake.lines import Gap, Line, Segment
from followup.intake.rulings import CellText

Made = tuple[Block, int]
"""A table, and the index of the line after it."""


def unit_of(segments: Sequence[Segment]) -> float:
    """The width of one character."""
    widths = [(each.right - each.left) / len(each.text) for each in segments if each.text]
    return max(widths[0] if widths else 1.0, 0.1)


def labelled(lines: Sequence[Line], index: int, cell_text: CellText) -> Made | None:
    """Labels with their values beside them from `index` on, as the rows of a form."""
    if not _is_pair(lines[index]):
        return None
    left, value = lines[index].segments[0].left, lines[index].segments[1].left
    lots: list[tuple[list[Line], list[Line]]] = []
    end = index
    while end < len(lines) and _goes_on(lines[end], value, begun=bool(lots)):
        line = lines[end]
        if _is_pair(line) and abs(line.segments[0].left - left) < unit_of(line.segments) * 3:
            lots.append(([], []))
        _share(line, value, lots[-1])
        end += 1
    rows = [_pair_row(labels, values, cell_text) for labels, values in lots]
    return table(tuple(rows), lines[index].page, lines[index].source), end


def _is_pair(line: Line) -> bool:
    if len(line.segments) != 2:
        return False
    label, value = line.segments
    return field_of_label(label.text, marked=True) is not None and field_of_label(value.text) is None


def _goes_on(line: Line, value: float, *, begun: bool) -> bool:
    if not line.segments:
        return False
    slack = unit_of(line.segments) * 2
    first = line.segments[0]
    if _is_pair(line):
        return abs(line.segments[1].left - value) < slack * 3
    if not begun:
        return False
    if first.left >= value - slack:
        return len(line.segments) == 1
    beside = len(line.segments) == 2 and abs(line.segments[1].left - value) < slack and first.text[:1].islower()
    wrapped = len(line.segments) == 1 and first.right < value and first.text[:1].islower() and line.gap is Gap.STEP
    return beside or wrapped


def _share(line: Line, value: float, lot: tuple[list[Line], list[Line]]) -> None:
    slack = unit_of(line.segments) * 2
    for segment in line.segments:
        side = 1 if segment.left >= value - slack else 0
        lot[side].append(Line(segment.text, line.gap, line.page, line.number, 0, (segment,), line.height))


def _pair_row(labels: Sequence[Line], values: Sequence[Line], cell_text: CellText) -> Row:
    return Row((Cell(" ".join(line.text for line in labels)), Cell(cell_text(values))), labels[0].source)
