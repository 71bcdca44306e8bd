"""What every reader hands over: a document as blocks in reading order, whatever its format was.

A block knows its words and where they stand; it knows nothing of actions.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """How a block stands on the page; a point is a numbered line of an agenda, told once the whole is read."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    POINT = "point"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `merged` when it repeats the words of the cell above or before it."""

    text: str = ""
    merged: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and where it stands; `turned` when it is the first after a page break."""

    cells: tuple[Cell, ...]
    source: str = ""
    turned: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple([cell.text for cell in self.cells])


class Block(NamedTuple):
    """A heading (`level` from 1), a paragraph, a list item (`level`: its depth) or a table (`rows`); pages from 1."""

    shape: Shape
    text: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    page: int = 1
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: its blocks, the codes of what the reader had to leave out, and what runs above its pages.

    `running` are the lines that stand at the edges of the pages, and are no part of what the document says.
    """

    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
    running: tuple[str, ...] = ()


def heading(text: str, level: int = 1, page: int = 1, source: str = "") -> Block:
    """Make a heading."""
    return Block(Shape.HEADING, text, level=level, page=page, source=source)


def paragraph(text: str, page: int = 1, source: str = "") -> Block:
    """Make a paragraph."""
    return Block(Shape.PARAGRAPH, text, page=page, source=source)


def item(text: str, page: int = 1, source: str = "", level: int = 0) -> Block:
    """Make a list item, its bullet or number taken off; the deeper in the list, the larger `level` is."""
    return Block(Shape.ITEM, text, level, page=page, source=source)


def table(rows: tuple[Row, ...], page: int = 1, source: str = "") -> Block:
    """Make a table."""
    return Block(Shape.TABLE, rows=rows, page=page, source=source)
