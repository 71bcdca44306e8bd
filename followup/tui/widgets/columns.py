"""Which columns a list of actions has room for, and what stands in each cell.

The running text gets what the others leave; when that is too little the least needed column goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from followup.domain.actions import Status
from followup.tui.clean import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow

EDGE = 1
SIGN = 2
"""Cells before the first column: the bar of the cursor, the sign of urgency and a blank."""
LONG_DATE = {"due": 14, "next": 16}
"""From this width on a column of dates has whole words; below it every date in the column is short."""
CHOSEN = ("area", "responsible", "due", "next", "status", "mark")
"""The columns that can be left out, as they stand from left to right; label and text always stand there."""
_SLIM_AREA = ("area", 14)
"""The area where other columns have been left out, so that what is asked for has its place before what is not."""
_BESIDE = frozenset({"responsible", "due", "next"})
_SETS: tuple[tuple[int, int, tuple[tuple[str, int], ...]], ...] = (
    (36, 2, (("area", 24), ("responsible", 24), ("due", 16), ("next", 16), ("status", 0), ("mark", 20))),
    (28, 2, (("area", 22), ("responsible", 20), ("due", 16), ("next", 16), ("state", 0))),
    (30, 2, (("responsible", 18), ("due", 14), ("next", 16), ("state", 0))),
    (21, 2, (("responsible", 14), ("due", 10), ("next", 11), ("state", 0))),
    (19, 1, (("responsible", 12), ("due", 10), ("next", 11), ("state", 0))),
    (20, 1, (("responsible", 12), ("due", 10), ("state", 0))),
    (20, 1, (("due", 10), ("state", 0))),
    (20, 1, (("state", 0),)),
    (0, 1, ()),
)
"""From rich to poor: the least width of the running text, the gap between columns, and the columns with their widths.

`state` says status and urgency in one: the status' symbol, and the more urgent word. A width of 0 is that of the
longest word that can stand there.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its field, where it begins, how wide it is, and the gap after it, in cells."""

    field: str
    left: int
    width: int
    gap: int = 2

    @property
    def is_short(self) -> bool:
        """Say whether its dates are to be short."""
        return self.width < LONG_DATE.get(self.field, 0)


def columns_for(width: int, label: int, words: Mapping[str, int], hidden: Collection[str] = ()) -> tuple[Column, ...]:
    """Give the columns for a list this wide whose longest label takes `label` cells, without those of CHOSEN hidden.

    `words` has the widths of what is 0.
    """
    for least, gap, fields in _sets(hidden):
        chosen = [(field, size or words[field]) for field, size in fields]
        text = width - EDGE * 2 - SIGN - label - gap - sum(size + gap for _, size in chosen)
        if text >= least or not fields:
            return _placed(label, max(text, 4), gap, chosen)
    return _placed(label, max(width - EDGE * 2 - SIGN - label - 1, 4), 1, [])


def _sets(hidden: Collection[str]) -> Iterator[tuple[int, int, list[tuple[str, int]]]]:
    """Give the sets without what is hidden; where something is, first those that have all the rest."""
    sets = [(least, gap, _chosen(fields, hidden)) for least, gap, fields in _SETS]
    if "area" not in hidden and (not _BESIDE.isdisjoint(hidden) or {"status", "mark"} <= set(hidden)):
        rest = {_one_left(field, hidden) for field in ("responsible", "due", "next", "state")} - set(hidden)
        slim = [
            (least, gap, [_SLIM_AREA, *chosen]) for least, gap, chosen in sets if {one for one, _ in chosen} == rest
        ]
        yield from (one for one in sets if one[2] and one[2][0][0] == "area")
        yield from slim
    yield from sets


def _chosen(fields: tuple[tuple[str, int], ...], hidden: Collection[str]) -> list[tuple[str, int]]:
    left = ((_one_left(field, hidden), size) for field, size in fields)
    return [(field, size) for field, size in left if field not in hidden]


def _one_left(field: str, hidden: Collection[str]) -> str:
    """Give what of status and urgency is left in the column of both, where one of them is hidden."""
    if field != "state" or not {"status", "mark"} & set(hidden):
        return field
    return "mark" if "status" in hidden else "status"


def _placed(label: int, text: int, gap: int, chosen: list[tuple[str, int]]) -> tuple[Column, ...]:
    before = [one for one in chosen if one[0] == "area"]
    after = [one for one in chosen if one[0] != "area"]
    placed, left = [], EDGE + SIGN
    for field, width in [("label", label), *before, ("text", text), *after]:
        placed.append(Column(field, left, width, gap))
        left += width + gap
    return tuple(placed)


def flat(text: str) -> str:
    """Give the text on one line as the terminal will show it, so that it is measured as it is shown."""
    return text if text.isprintable() else clean(" ".join(text.split()))


def fitted(text: str, width: int) -> str:
    """Give the text on one line in exactly so many cells, with an ellipsis where it is cut."""
    text = flat(text)
    length = cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    return set_cell_size(text, max(width - 1, 0)) + "…"[:width]


def in_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Give each row as one text whose parts stand under each other; a part that no row has takes no room."""
    wide = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(fitted(part, cells) for part, cells in zip(row, wide, strict=True) if cells) for row in rows]


def parted(text: str, width: int) -> tuple[str, str]:
    """Give what of the text fits in so many cells, parted between words where it can be, and the rest of it."""
    text = flat(text)
    if cell_len(text) <= width:
        return text, ""
    begun = set_cell_size(text[: width + 1], width).rstrip()
    if text[len(begun) : len(begun) + 1] != " ":
        begun = begun.rpartition(" ")[0].rstrip() or begun
    return begun, text[len(begun) :].lstrip()


class Cells:
    """The words of a row's cells in one language; a narrow list has shorter words for what is urgent."""

    def __init__(self, phrases: Phrases) -> None:
        """Learn the short words."""
        marks = ("late", "soon", "follow_up_late", "follow_up_due")
        self._due_marks = {phrases("mark.late"), phrases("mark.soon")}
        months = [(phrases(f"month.{n}"), phrases(f"month_short.{n}")) for n in range(1, 13)]
        self._months = [(long, short) for long, short in months if len(long) > len(short)]
        self._short = {phrases(f"mark.{mark}"): phrases(f"tui.mark_short.{mark}") for mark in marks}
        status = 2 + max(cell_len(phrases(f"status.{one}")) for one in Status)
        mark = max(cell_len(one) for one in self._short.values())
        self.widths = {"status": status, "mark": mark, "state": max(status, mark + 2)}

    def of(self, row: ActionRow, column: Column) -> str:
        """Give what stands in a cell, cut to its width."""
        return fitted(self._said(row, column), column.width)

    def _said(self, row: ActionRow, column: Column) -> str:
        if column.field == "status":
            return f"{row.status_symbol} {row.status}"
        if column.field == "state":
            return self.state(row)
        if column.field == "mark":
            return row.mark if cell_len(row.mark) <= column.width else self._short.get(row.mark, row.mark)
        said = str(getattr(row, column.field))
        return self._shorter(said) if column.field in LONG_DATE and cell_len(said) > column.width else said

    def state(self, row: ActionRow) -> str:
        """Give status and urgency in one: the status' symbol, and the more urgent word."""
        return f"{row.status_symbol} {self._short.get(row.mark, row.mark) or row.status}"

    def _shorter(self, said: str) -> str:
        """Give a date with the short names of its months, in the letters they were written with."""
        for long, short in self._months:
            said = said.replace(long, short).replace(long.capitalize(), short.capitalize())
        return said

    def is_urgent(self, row: ActionRow, column: Column) -> bool:
        """Say whether a cell takes the colour of urgency: the words for it, and the date that is late or soon."""
        if not row.mark:
            return False
        return column.field in {"mark", "state"} or (column.field == "due" and row.mark in self._due_marks)
