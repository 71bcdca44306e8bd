"""Tables without drawn lines: columns that begin under the words of a head, and labels beside their values.

Works on lines whose wide gaps part them into segments, whether of a PDF (points) or of a text (characters).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup.intake.blocks import Block, Cell, Row, table
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_head
from followup.intake.labels.heads import head_fields, head_index, may_head
from followup.intake.page.beside import Made, labelled, unit_of
from followup.intake.page.centred import is_below, with_straight_columns
from followup.intake.page.gaps import with_gaps
from followup.intake.page.lines import Gap, Line, Segment, part_of
from followup.intake.page.narrow_cells import column_edges, with_breaks
from followup.intake.page.rulings import CellText

Piece = Line | Block
SHORT_FIELDS = (Field.NUMBER, Field.DUE, Field.STATUS, Field.RESPONSIBLE)


def find_tables(lines: Sequence[Line], cell_text: CellText, mapping: Mapping[str, Field]) -> list[Piece]:
    """The lines in order, with those that make a table replaced by it."""
    if not any(len(line.segments) > 1 for line in lines):
        return list(lines)
    pieces: list[Piece] = []
    index = 0
    while index < len(lines):
        made = _headed(lines, index, cell_text, mapping) or labelled(lines, index, cell_text, mapping)
        if made:
            pieces.append(made[0])
            index = made[1]
        else:
            pieces.append(lines[index])
            index += 1
    return pieces


@dataclass(slots=True)
class _Lot:
    """The lines of one row, by column."""

    cells: dict[int, list[Line]]
    source: str


def _headed(lines: Sequence[Line], index: int, cell_text: CellText, mapping: Mapping[str, Field]) -> Made | None:
    """A table that begins with a head at `index`, and the index after it."""
    found = _head(lines, index, mapping)
    if found is None:
        return None
    head, after = found
    lines = with_straight_columns(lines, head, after)
    lefts = _lefts(head)
    end = _end(lines, after, lefts)
    body = lines[after:end]
    lots = _with_breaks(_lots(with_gaps(_without_head(body, head)), lefts, _anchor(head, lefts)), lefts)
    rows = [_row(_Lot(_cells(head, lefts), head[0].source), len(lefts), cell_text)]
    rows += [_row(lot, len(lefts), cell_text) for lot in lots]
    return (table(tuple(rows), head[0].page, head[0].source), end) if lots else None


def _head(lines: Sequence[Line], index: int, mapping: Mapping[str, Field]) -> tuple[list[Line], int] | None:
    """The one to three lines at `index` whose segments name the columns."""
    if not _may_open(lines, index):
        return None
    best: tuple[int, list[Line]] | None = None
    for count in (1, 2, 3):
        head = list(lines[index : index + count])
        if len(head) < count or any(line.gap is not Gap.STEP or _has_digit(line) for line in head[1:]):
            break
        row = _row(_Lot(_cells(head, _lefts(head)), ""), len(_lefts(head)), _spaced)
        is_head = _all_heads(row) and (head_index([row], mapping) == 0 or may_head(row, mapping))
        score = len(head_fields(row, mapping)) if is_head else 0
        goes_on = best is not None and score == best[0] and _is_second_line(head)
        if score >= 3 and (best is None or score > best[0] or goes_on):
            best = score, head
    return (best[1], index + len(best[1])) if best else None


def _has_digit(line: Line) -> bool:
    """Say whether a line below a head's first holds a number, as values do."""
    return any(map(str.isdigit, line.text))


def _may_open(lines: Sequence[Line], index: int) -> bool:
    """Say whether a head may begin at a line: with two words in columns, or one that goes on below, among others."""
    first = lines[index]
    if len(first.segments) != 1 or first.level:
        return len(first.segments) > 1
    slack, alone = unit_of(first.segments) * 1.5, first.segments[0]
    below = [each for line in lines[index + 1 : index + 3] for each in line.segments]
    rest = next((each for each in below if is_below(alone, each, slack)), None)
    is_among = index + 1 < len(lines) and len(lines[index + 1].segments) > 2
    return is_among and rest is not None and rest.text[:1].islower()


def _is_second_line(head: Sequence[Line]) -> bool:
    """Say whether the last line only finishes heads that the lines above began ("vara genomförd")."""
    return all(segment.text[:1].islower() for segment in head[-1].segments)


def _all_heads(row: Row) -> bool:
    texts = [text for text in row.texts if text]
    if sum(1 for text in texts if ": " in text) > 1:
        return False  # labels, each with its value beside it on one line
    known = sum(1 for text in texts if field_of_head(text))
    return known * 2 > len(texts) and all(len(text) < 60 for text in texts)


def _spaced(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _lefts(head: Sequence[Line]) -> list[float]:
    """Where the columns begin: the lefts of the head's segments that no other segment above them covers."""
    spans: list[tuple[float, float]] = []
    for segment in sorted((each for line in head for each in line.segments), key=lambda each: each.left):
        if spans and segment.left <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], segment.right)
        else:
            spans.append((segment.left, segment.right))
    return [left for left, _ in spans]


def _column(segment: Segment, lefts: Sequence[float]) -> int:
    return max(bisect_right(lefts, segment.left + unit_of((segment,)) * 1.5) - 1, 0)


def _cells(lines: Sequence[Line], lefts: Sequence[float]) -> dict[int, list[Line]]:
    cells: dict[int, list[Line]] = {}
    for line in lines:
        by_column: dict[int, tuple[Segment, ...]] = {}
        for segment in _parted(line.segments, lefts):
            column = _column(segment, lefts)
            by_column[column] = (*by_column.get(column, ()), segment)
        for column, segments in by_column.items():
            cells.setdefault(column, []).append(part_of(line, segments))
    return cells


def _parted(segments: Sequence[Segment], lefts: Sequence[float]) -> Sequence[Segment]:
    """Segments of a text, with one that fills its column to the last sign parted from the next column's."""
    if not any(len(text) == right - left for left, right, text in segments):
        return segments
    taken = {segment.left for segment in segments}
    parted: list[Segment] = []
    for segment in segments:
        rest = segment
        for place in (round(left - segment.left) for left in lefts if left not in taken):
            cut = place - round(rest.left - segment.left)
            if len(rest.text) == rest.right - rest.left and 0 < cut < len(rest.text) and rest.text[cut - 1] == " ":
                parted.append(Segment(rest.left, rest.left + cut - 1, rest.text[: cut - 1]))
                rest = Segment(rest.left + cut, rest.right, rest.text[cut:])
        parted.append(rest)
    return parted


def _end(lines: Sequence[Line], start: int, lefts: Sequence[float]) -> int:
    """The index of the first line after `start` that runs across the columns, outside the table."""
    for index in range(start, len(lines)):
        line = lines[index]
        if len(line.segments) == 1 and line.gap is not Gap.STEP and _runs_across(line.segments[0], lefts):
            return index
        if line.segments and line.segments[0].left < lefts[0] - unit_of(line.segments) * 4:
            return index
    return len(lines)


def _runs_across(segment: Segment, lefts: Sequence[float]) -> bool:
    column = _column(segment, lefts)
    return column + 1 < len(lefts) and segment.right > lefts[column + 1] + unit_of([segment]) * 4


def _anchor(head: Sequence[Line], lefts: Sequence[float]) -> int:
    """The column whose words tell that a row begins: short ones, one line each."""
    cells = _cells(head, lefts)
    fields = {column: field_of_head(_spaced(lines)) for column, lines in cells.items()}
    for name in SHORT_FIELDS:
        for column, field in fields.items():
            if field is name:
                return column
    return 0


def _without_head(body: Sequence[Line], head: Sequence[Line]) -> list[Line]:
    """The lines without the head where a page repeats it; what follows it stands first on its page."""
    heads = {line.text for line in head}
    kept: list[Line] = []
    turned = False
    for line in body:
        if line.text in heads:
            turned = True
        else:
            kept.append(line._replace(gap=Gap.PAGE) if turned else line)
            turned = False
    return kept


def _with_breaks(lots: list[_Lot], lefts: Sequence[float]) -> list[_Lot]:
    """The lots, with marks where narrow columns may have broken a word: those whose words reach the next column."""
    for column, after in enumerate([*lefts[1:], 0]):
        left, edge = column_edges([lot.cells[column] for lot in lots if column in lot.cells], after)
        for lot in lots if edge else ():
            lot.cells[column] = with_breaks(lot.cells.get(column, []), left, edge)
    return lots


def _lots(body: Sequence[Line], lefts: Sequence[float], anchor: int) -> list[_Lot]:
    by_gap = _are_parted(body, lefts)
    lots: list[_Lot] = []
    for line, after in zip(body, [*body[1:], None], strict=False):
        cells = _cells([line], lefts)
        is_group = by_gap and line.gap is Gap.PAGE and _is_group(line, cells, after)
        if not lots or is_group or _begins_row(line, cells, anchor, by_gap=by_gap):
            lots.append(_Lot({}, line.source))
        for column, held in cells.items():
            lots[-1].cells.setdefault(column, []).extend(held)
    return lots


def _are_parted(body: Sequence[Line], lefts: Sequence[float]) -> bool:
    """Say whether gaps part the rows: two of them, or one between lines that fill most columns on both sides."""
    gaps = [place for place, line in enumerate(body) if place and line.gap is Gap.PARAGRAPH]
    if len(gaps) != 1:
        return len(gaps) >= 2
    if body[0].height == body[0].number:
        return body[0].gap is Gap.PARAGRAPH and all(_only_goes_on(part) for part in (body[: gaps[0]], body[gaps[0] :]))
    return all(len(_cells(part, lefts)) * 3 > len(lefts) * 2 for part in (body[: gaps[0]], body[gaps[0] :]))


def _only_goes_on(part: Sequence[Line]) -> bool:
    """Say whether all lines after the first have fewer pieces than it, as the cells of one row leave them."""
    return all(len(line.segments) < len(part[0].segments) for line in part[1:])


def _is_group(line: Line, cells: Mapping[int, list[Line]], after: Line | None) -> bool:
    """Say whether the first line of a page stands by itself in the first column, as a heading of what follows."""
    is_alone = after is not None and after.gap is Gap.PARAGRAPH
    return is_alone and list(cells) == [0] and line.text[:1].isupper()


def _begins_row(line: Line, cells: Mapping[int, list[Line]], anchor: int, *, by_gap: bool) -> bool:
    if by_gap:
        return line.gap is Gap.PARAGRAPH or (line.gap is Gap.PAGE and anchor in cells)
    goes_on = all(segment.text[:1].islower() for segment in line.segments)
    return (anchor in cells and len(cells) > 1 and not goes_on) or line.gap is Gap.PARAGRAPH


def _row(lot: _Lot, width: int, cell_text: CellText) -> Row:
    return Row(tuple(Cell(cell_text(lot.cells.get(column, []))) for column in range(width)), lot.source)
