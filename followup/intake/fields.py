"""The fields that a plan's headings may name."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column or a label holds; the values are what `--map "Column=field"` takes."""

    NUMBER = "number"
    AREA = "area"
    GRADE = "grade"
    REQUIREMENT = "requirement"
    GOAL = "goal"
    BACKGROUND = "background"
    MEASURE = "measure"
    DUE = "due"
    START = "start"
    RESPONSIBLE = "responsible"
    FOLLOW_UP = "follow_up"
    FIRST = "first"
    FOLLOW_UP_RESPONSIBLE = "follow_up_responsible"
    STATUS = "status"
    NOTE = "note"
    UNIT = "unit"
    REVIEW = "review"
    DATED = "dated"
    IGNORE = "ignore"


ACTION_FIELDS = frozenset(
    {
        Field.NUMBER,
        Field.AREA,
        Field.GRADE,
        Field.REQUIREMENT,
        Field.GOAL,
        Field.BACKGROUND,
        Field.MEASURE,
        Field.DUE,
        Field.START,
        Field.RESPONSIBLE,
        Field.FOLLOW_UP,
        Field.FIRST,
        Field.FOLLOW_UP_RESPONSIBLE,
        Field.STATUS,
        Field.NOTE,
    }
)
