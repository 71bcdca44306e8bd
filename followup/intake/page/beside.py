"""Labels with their values beside them, on lines whose wide gaps part them: the rows of a form without lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from followup.intake.blocks import Block, Cell, Row, table
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.labels.heads import may_be_label
from followup.intake.page.gaps import rows_by_gap
from followup.intake.page.lines import Gap, Line, Segment, line_of
from followup.intake.page.rulings import CellText

Told = Mapping[str, Field]
"""The labels that the words alone do not tell, as keys."""
Made = tuple[Block, int]
"""A table, and the index of the line after it."""
PAIR = 2
NEAR = 3
"""So many lines below one of two pieces may tell that it begins a form."""
Lot = tuple[list[Line], list[Line]]
"""The lines of a label, and those of its value."""


def unit_of(segments: Sequence[Segment]) -> float:
    """The width of one character."""
    for left, right, text in segments:
        if text:
            return max((right - left) / len(text), 0.1)
    return 1.0


def labelled(lines: Sequence[Line], index: int, cell_text: CellText, told: Told) -> Made | None:
    """Labels with their values beside them from `index` on, as the rows of a form."""
    if not _is_pair(lines[index], told) and not _leads_pairs(lines, index, told):
        return None
    left, value = (segment.left for segment in lines[index].segments)
    end = index + 1
    while end < len(lines) and (
        _goes_on(lines[end], value, told)
        or _stands_as_pair(lines[end], left, value)
        or _is_broken_label(lines, end, value)
        or _is_lone_label(lines[end], left, value, told)
    ):
        end += 1
    body = lines[index:end]
    lots = _lots_by_gap(body, value, told) or _lots_by_label(body, value, told)
    rows = [_pair_row(labels, values, cell_text) for labels, values in lots]
    return table(tuple(rows), lines[index].page, lines[index].source), end


def _lots_by_label(body: Sequence[Line], value: float, told: Told) -> list[Lot]:
    """The lines in lots, a new one at each label."""
    left = body[0].segments[0].left
    lots: list[Lot] = []
    for line in body:
        is_pair = _is_pair(line, told) and abs(line.segments[0].left - left) < unit_of(line.segments) * 3
        is_pair = is_pair or _stands_as_pair(line, left, value)
        if is_pair or _is_lone_label(line, left, value, told):
            lots.append(([], []))
        _share(line, value, lots[-1])
    return lots


def _lots_by_gap(body: Sequence[Line], value: float, told: Told) -> list[Lot]:
    """The lines in lots that gaps part, where each has one label: it may stand beside any line of its value."""
    lots: list[Lot] = []
    for row in rows_by_gap(body):
        if sum(1 for line in row if _is_pair(line, told)) > 1:
            return []
        lot: Lot = ([], [])
        for line in row:
            _share(line, value, lot)
        if lot[0] or not lots:
            lots.append(lot)
        else:
            lots[-1][1].extend(lot[1])
    return lots if all(_names_field(" ".join(line.text for line in labels), told) for labels, _ in lots) else []


def _names_field(words: str, told: Told) -> Field | None:
    return told_field(words, told) or field_of_label(words, marked=True)


def _is_broken_label(lines: Sequence[Line], index: int, value: float) -> bool:
    """Say whether a line begins a label that the line below ends ("Åtgärden ska vara" / "genomförd")."""
    if index + 1 >= len(lines) or not lines[index].segments or not lines[index + 1].segments:
        return False
    upper, lower = lines[index].segments[0], lines[index + 1].segments[0]
    are_labels = upper.right < value and lower.right < value and lower.text[:1].islower()
    return are_labels and field_of_label(f"{upper.text} {lower.text}", marked=True) is not None


def _is_pair(line: Line, told: Told) -> bool:
    if len(line.segments) != 2:
        return False
    label, value = line.segments
    field = _names_field(label.text, told)
    return field is not None and (field in _STATES or field_of_label(value.text) is None)


_STATES = frozenset({Field.STATUS, Field.DUE})
"""Labels beside which a word that might be a label tells how far it has come ("Status" / "Ferdig")."""


def _stands_as_pair(line: Line, left: float, value: float) -> bool:
    """Say whether words nobody knows stand where a form's labels do, with others where its values do."""
    if len(line.segments) != PAIR or not may_be_label(line.segments[0].text) or ":" in line.segments[0].text:
        return False
    slack = unit_of(line.segments)
    return abs(line.segments[0].left - left) < slack and abs(line.segments[1].left - value) < slack


def _leads_pairs(lines: Sequence[Line], index: int, told: Told) -> bool:
    """Say whether a line of two pieces stands right above labels and their values as their first."""
    if len(lines[index].segments) != PAIR:
        return False
    left, value = (segment.left for segment in lines[index].segments)
    below = lines[index + 1 : index + 1 + NEAR]
    are_pairs = any(_is_pair(line, told) and _stands_as_pair(line, left, value) for line in below)
    return are_pairs and _stands_as_pair(lines[index], left, value)


def _is_lone_label(line: Line, left: float, value: float, told: Told) -> bool:
    """Say whether a line is a label without a value beside it."""
    if len(line.segments) != 1 or line.segments[0].right >= value or not line.text[:1].isupper():
        return False
    is_below = abs(line.segments[0].left - left) < unit_of(line.segments)
    return is_below and _names_field(line.text, told) is not None


def _goes_on(line: Line, value: float, told: Told) -> bool:
    if not line.segments:
        return False
    slack = unit_of(line.segments) * 2
    first = line.segments[0]
    if first.left >= value - slack and len(line.segments) == 1:
        return True
    if _is_pair(line, told):
        return abs(line.segments[1].left - value) < slack * 3
    if first.left >= value - slack:
        return False
    beside = len(line.segments) == 2 and abs(line.segments[1].left - value) < slack and first.text[:1].islower()
    wrapped = len(line.segments) == 1 and first.right < value and first.text[:1].islower() and line.gap is Gap.STEP
    return beside or wrapped


def _share(line: Line, value: float, lot: Lot) -> None:
    slack = unit_of(line.segments) * 2
    for segment in line.segments:
        side = 1 if segment.left >= value - slack else 0
        lot[side].append(line_of((segment.text, line.gap, line.page, line.number, 0, (segment,), line.height)))


def _pair_row(labels: Sequence[Line], values: Sequence[Line], cell_text: CellText) -> Row:
    return Row((Cell(" ".join([line.text for line in labels])), Cell(cell_text(values))), labels[0].source)
