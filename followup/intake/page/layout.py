"""From the lines of pages to blocks: tables found first, what stands between them healed.

The one way for every source that has lines instead of structure: PDF, text with layout, text without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import cast

from followup.domain.stopping import Watch
from followup.intake.blocks import Block, Cell, Row, table
from followup.intake.fields import Field
from followup.intake.labels.headings import key_of
from followup.intake.labels.heads import head_index
from followup.intake.labels.recurring import recurring_labels
from followup.intake.page.aligned import Piece, find_tables
from followup.intake.page.cell_words import heal_cell
from followup.intake.page.healing import Span, heal
from followup.intake.page.hyphens import Vocabulary
from followup.intake.page.lines import Line
from followup.intake.page.newspaper import in_reading_order
from followup.intake.page.plan_start import from_the_plan
from followup.intake.page.rulings import CellText, Grid, rows_of
from followup.intake.page.run_in_labels import with_run_in_labels

PAIR = 2


def blocks_of(
    lines: Sequence[Line],
    grids: Mapping[int, Sequence[Grid]],
    mapping: Mapping[str, Field],
    watch: Watch | None = None,
) -> tuple[Block, ...]:
    """The blocks that the lines are; `grids` are the drawn tables by page, `watch` is told of runs of lines.

    Raises:
        StoppedError: the one who watches has stopped it.
    """
    plan = with_run_in_labels(from_the_plan(in_reading_order(lines, {page for page, drawn in grids.items() if drawn})))
    told = {**_own_labels(plan, mapping), **mapping}
    known = Vocabulary(lambda: [segment.text for line in plan for segment in line.segments])

    def cell_text(held: Sequence[Line]) -> str:
        return heal_cell(held, known)

    pieces: list[Piece] = []
    for part in _ruled(plan, grids, cell_text):
        pieces.extend([part] if isinstance(part, Block) else find_tables(part, cell_text, told))
    return tuple(_healed(pieces, known, told, watch or Watch(), cache(partial(_span, plan))))


def _ruled(lines: Sequence[Line], grids: Mapping[int, Sequence[Grid]], cell_text: CellText) -> list[Block | list[Line]]:
    """The lines in runs, with those inside a drawn table replaced by it."""
    if not any(grids.values()):
        return [list(lines)]
    parts: list[Block | list[Line]] = []
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    drawn: Grid | None = None
    for line in lines:
        grid = next((each for each in grids.get(line.page, ()) if each.holds(line)), None)
        if grid is None:
            _run(parts).append(line)
        elif grid is not drawn:
            inside = [each for each in by_page[line.page] if grid.holds(each)]
            parts.append(table(rows_of(grid, inside, cell_text, line.page), line.page, line.source))
        drawn = grid
    return parts


def _run(parts: list[Block | list[Line]]) -> list[Line]:
    if parts and isinstance(parts[-1], list):
        return parts[-1]
    run: list[Line] = []
    parts.append(run)
    return run


def _one_table(tables: Sequence[Block]) -> list[Block]:
    """Tables with nothing between them, the parts of one that a page break divides put together."""
    whole: list[Block] = []
    for each in tables:
        last = whole[-1] if whole else None
        if last is not None and _goes_on(last, each):
            whole[-1] = table((*last.rows, *_turned(each.rows, last.rows[0])), last.page, last.source)
        else:
            whole.append(each)
    return whole


def _goes_on(last: Block, piece: Block) -> bool:
    if not last.rows or not piece.rows or len(last.rows[0].cells) != len(piece.rows[0].cells):
        return False
    is_new_page = piece.page != last.page and head_index(piece.rows, {}) is None
    return is_new_page or _begins_with_head(piece.rows[0], last.rows[0])


def _begins_with_head(row: Row, head: Row) -> bool:
    """Say whether a row is the head again, perhaps with the rest of a broken row in the same cells."""
    return any(head.texts) and all(text.startswith(name) for text, name in zip(row.texts, head.texts, strict=True))


def _turned(rows: Sequence[Row], head: Row) -> list[Row]:
    """The rows of a further page without the head, the first of them marked."""
    first, *others = rows
    if _begins_with_head(first, head):
        names = zip(first.cells, head.texts, strict=True)
        first = Row(tuple(Cell(cell.text[len(name) :].strip(), cell.merged) for cell, name in names), first.source)
    own = [row for row in (first, *others) if any(row.texts)]
    return [Row(own[0].cells, own[0].source, turned=True), *own[1:]] if own else []


def _own_labels(lines: Sequence[Line], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The labels that only this document has words for, as keys: lines of their own, or with values beside them."""
    texts: list[str] = []
    for line in lines:
        if len(line.segments) == PAIR:
            texts.extend(each.text.strip() for each in line.segments)
        else:
            texts.append(line.text.strip())
    found = recurring_labels(texts, mapping)
    return {key_of(label): field for label, field in found.items()}


def _span(lines: Sequence[Line]) -> float:
    """How far the lines reach from the leftmost to the rightmost, 0 where only signs are counted."""
    measured = [line.segments for line in lines if line.segments and line.height != line.number]
    return max((each[-1].right for each in measured), default=0) - min((each[0].left for each in measured), default=0)


def _healed(
    pieces: Sequence[Piece], known: Vocabulary, mapping: Mapping[str, Field], watch: Watch, span: Span
) -> list[Block]:
    """The pieces as blocks: tables, those that a page break divides put together, and the lines between them healed."""
    blocks: list[Block] = []
    for kind, run in groupby(pieces, type):
        if kind is Block:
            blocks += _one_table(cast("list[Block]", list(run)))
        else:
            blocks += heal(cast("list[Line]", list(run)), known, watch, mapping, span)
    return blocks
