"""What a reader's eye meets in a document, one thing after the other: titles, areas, labels with their words, tables.

The gathering of actions (`forms`) hears these and nothing else.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from followup.intake.blocks import Row
from followup.intake.fields import Field


class Sign(StrEnum):
    """What an event is."""

    TITLE = "title"
    AREA = "area"
    HEADING = "heading"
    LABEL = "label"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"
    END = "end"


class Event(NamedTuple):
    """One thing met in the document; `field` for a label, `rows` for a table with a head."""

    sign: Sign
    text: str = ""
    field: Field | None = None
    wording: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    page: int = 1
    source: str = ""


_BOX = re.compile(r"^\s*(?:([☑☒✓✔✅])|(☐|□)|\[([ xX])\])\s*")


def unboxed(text: str) -> tuple[str, str]:
    """The words of an item without the box before them, and "x" for one that is ticked, "–" for an empty one."""
    box = _BOX.match(text)
    if not box:
        return text, ""
    ticked = bool(box.group(1)) or (box.group(3) or "").casefold() == "x"
    return text[box.end() :], "x" if ticked else "–"
