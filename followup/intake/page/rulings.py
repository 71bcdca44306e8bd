"""Tables drawn with lines on a page: which lines of text stand in which cell.

A cell is what no drawn line divides; words in a cell that spans others are lent to all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from followup.intake.blocks import Cell, Row
from followup.intake.page.lines import Line, Segment, part_of
from followup.intake.page.narrow_cells import NEAR, with_breaks

MOST_RULES = 3_000
CellText = Callable[[Sequence[Line]], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line from one point to another, upright or level; heights run downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        return self.bottom - self.top < NEAR


@dataclass(frozen=True, slots=True)
class Grid:
    """The rulings of one table: the edges of its columns and rows, and the rules themselves."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    uprights: Mapping[int, tuple[Rule, ...]]
    levels: Mapping[int, tuple[Rule, ...]]

    def holds(self, line: Line) -> bool:
        """Say whether a line of text stands inside."""
        return self.rows[0] - NEAR < line.height < self.rows[-1] + NEAR


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules of a page draw: two columns and one row at least, from top to bottom."""
    if len(rules) > MOST_RULES:
        return []
    grids = [_grid(group) for group in _touching(rules)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.rows[0])


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups whose bounding boxes touch, by one pass from the top."""
    groups: list[tuple[Rule, list[Rule]]] = []
    for rule in sorted(rules, key=lambda each: each.top):
        near = [group for group in groups if _touch(rule, group[0])]
        groups = [group for group in groups if group not in near] if near else groups
        members = [member for _, group in near for member in group]
        groups.append((_around([rule, *(box for box, _ in near)]), [*members, rule]))
    return [members for _, members in groups]


def _around(rules: Sequence[Rule]) -> Rule:
    return Rule(
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + NEAR
        and other.left <= one.right + NEAR
        and one.top <= other.bottom + NEAR
        and other.top <= one.bottom + NEAR
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    columns = _edges([rule.left for rule in rules if not rule.is_level])
    ends = [end for rule in rules if not rule.is_level for end in (rule.top, rule.bottom)]
    rows = _edges([*(rule.top for rule in rules if rule.is_level), *((min(ends), max(ends)) if ends else ())])
    if len(columns) < 3 or len(rows) < 2:
        return None
    uprights = _by_edge(columns, [(rule.left, rule) for rule in rules if not rule.is_level])
    levels = _by_edge(rows, [(rule.top, rule) for rule in rules if rule.is_level])
    return Grid(columns, rows, uprights, levels)


def _by_edge(edges: Sequence[float], placed: Sequence[tuple[float, Rule]]) -> dict[int, tuple[Rule, ...]]:
    found: dict[int, tuple[Rule, ...]] = {}
    for place, rule in placed:
        index = bisect_right(edges, place + NEAR) - 1
        found[index] = (*found.get(index, ()), rule)
    return found


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > NEAR:
            edges.append(place)
    return tuple(edges)


def rows_of(grid: Grid, lines: Sequence[Line], cell_text: CellText, page: int) -> tuple[Row, ...]:
    """The rows of a table; `cell_text` makes one text of the lines of a cell."""
    filled = {place: _marked(grid, place[1], held) for place, held in _fill(grid, lines).items()}
    owners = _merged(grid)
    texts = {
        owner: cell_text([line for place in places for line in filled.get(place, ())])
        for owner, places in _by_owner(owners).items()
    }
    rows = [
        Row(
            tuple(_cell(texts, owners, (row, column)) for column in range(len(grid.columns) - 1)),
            _source(filled, row, page),
        )
        for row in range(len(grid.rows) - 1)
    ]
    return tuple(row for row in rows if any(cell.text for cell in row.cells))


def _source(filled: Mapping[Place, Sequence[Line]], row: int, page: int) -> str:
    """Where a row stands: its first line's number on the page."""
    numbers = [line.number for (place, _), held in filled.items() if place == row for line in held]
    return f"{page}:{min(numbers, default=row + 1)}"


Place = tuple[int, int]


def _cell(texts: dict[Place, str], owners: dict[Place, Place], place: Place) -> Cell:
    return Cell(texts.get(owners[place], ""), merged=owners[place] != place)


def _by_owner(owners: dict[Place, Place]) -> dict[Place, list[Place]]:
    places: dict[Place, list[Place]] = {}
    for place, owner in owners.items():
        places.setdefault(owner, []).append(place)
    return places


def _fill(grid: Grid, lines: Sequence[Line]) -> dict[Place, list[Line]]:
    filled: dict[Place, list[Line]] = {}
    for line in lines:
        row = _index(grid.rows, line.height)
        for column, segments in _by_column(grid.columns, line.segments):
            filled.setdefault((row, column), []).append(part_of(line, segments))
    return filled


def _by_column(columns: Sequence[float], segments: Sequence[Segment]) -> Iterable[tuple[int, tuple[Segment, ...]]]:
    """The pieces of a line by the columns that they stand in."""
    found: dict[int, tuple[Segment, ...]] = {}
    for segment in segments:
        column = _index(columns, segment.left + NEAR)
        found[column] = (*found.get(column, ()), segment)
    return found.items()


def _marked(grid: Grid, column: int, lines: Sequence[Line]) -> list[Line]:
    return with_breaks(lines, grid.columns[column], grid.columns[column + 1])


def _index(edges: Sequence[float], place: float) -> int:
    return bisect_right(edges, place, 1, len(edges) - 1) - 1


def _merged(grid: Grid) -> dict[Place, Place]:
    """For each place the first place of the cell it belongs to."""
    places = [(row, column) for row in range(len(grid.rows) - 1) for column in range(len(grid.columns) - 1)]
    owners = {place: place for place in places}
    for row, column in places:
        if column and not _is_divided(grid, row, column, upright=True):
            owners[row, column] = owners[row, column - 1]
        elif row and not _is_divided(grid, row, column, upright=False):
            owners[row, column] = owners[row - 1, column]
    return owners


def _is_divided(grid: Grid, row: int, column: int, *, upright: bool) -> bool:
    if upright:
        down = (grid.rows[row] + grid.rows[row + 1]) / 2
        return any(rule.top <= down <= rule.bottom for rule in grid.uprights.get(column, ()))
    across = (grid.columns[column] + grid.columns[column + 1]) / 2
    return any(rule.left <= across <= rule.right for rule in grid.levels.get(row, ()))
