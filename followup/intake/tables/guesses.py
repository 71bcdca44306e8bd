"""Guesses what the columns of a table or the labels of a text hold, where none says so in words that are known.

The last resort, for a document in which no action is found. Either the head names who, when and one thing more and
only the measures are missing, or the document says that it is a plan and the cells tell which column holds what.
Every guess is told as a heading that was not recognised.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from followup.intake.blocks import Block, Row
from followup.intake.dating import is_dated_or_open
from followup.intake.fields import Field
from followup.intake.habits.by_values import is_owner
from followup.intake.habits.weak_labels import guessed_label
from followup.intake.labels.headings import key_of
from followup.intake.labels.heads import HEAD_WITHIN, has_head, head_field, head_fields, is_plan_title, is_study

_MORE = frozenset({Field.REQUIREMENT, Field.GOAL, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE})
LEAST_WORDS = 2
LEAST_ROWS = 2
LEAST_SHARE = 0.75
MOST_ROWS = 60
LONGEST_HEAD = 60
LONGEST_TITLE = 120
PLAIN_DATES = frozenset({"datum", "date", "dato"})
SPEAKERS = frozenset(
    {"föreläsare", "talare", "speaker", "lecturer", "foredragsholder", "foreleser", "underviser", "kursledare"}
)


def guessed_fields(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The heads of the columns that most likely hold the measures, the days and the owners; empty where none do."""
    heads = guessed_heads(blocks, mapping)
    label = "" if heads else guessed_label(blocks, mapping)
    return {label: Field.MEASURE} if label else heads


def guessed_heads(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The same for the heads of tables only; empty where some table names its measures."""
    tables = [block for block in blocks if len(block.rows) > 1]
    if not tables or any(has_head(block.rows, mapping) for block in tables):
        return {}
    measure = guessed_measure(tables, mapping)
    return {measure: Field.MEASURE} if measure else _told_by_cells(blocks, mapping)


def guessed_measure(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> str:
    """The head of the column that most likely holds the measures; empty where none is likely."""
    for block in blocks:
        for index, row in enumerate(block.rows[:HEAD_WITHIN]):
            fields = head_fields(row, mapping)
            is_plan = {Field.DUE, Field.RESPONSIBLE} <= fields and fields & _MORE and not _is_calendar(row)
            if is_plan and Field.MEASURE not in fields:
                return _wordiest(row, block.rows[index + 1 :], mapping)
    return ""


def _is_calendar(head: Row) -> bool:
    """Say whether a head has only the day something is on, as lists of courses have, who speaks, or who learns."""
    return any(key_of(text) in PLAIN_DATES | SPEAKERS for text in head.texts) or is_study(head.texts)


def _wordiest(head: Row, body: Sequence[Row], mapping: Mapping[str, Field]) -> str:
    """The head without a meaning under which the most is written, two words a row at least."""
    unknown = [place for place, text in enumerate(head.texts) if text.strip() and head_field(text, mapping) is None]
    amounts = {place: sum(_words(row, place) for row in body) for place in unknown}
    best = max(amounts, key=lambda place: amounts[place], default=None)
    return head.texts[best] if best is not None and amounts[best] >= LEAST_WORDS * len(body) > 0 else ""


def _words(row: Row, place: int) -> int:
    return len(row.texts[place].split()) if place < len(row.texts) else 0


def _told_by_cells(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The columns told apart by their cells, in the first table of a document that calls itself a plan."""
    is_plan = any(_announces(block) for block in blocks)
    tables = (block.rows for block in blocks if len(block.rows) > LEAST_ROWS)
    tables = (rows for rows in tables if is_plan or _speaks_of_plans(rows, mapping))
    return next((found for rows in tables if (found := _columns(rows, mapping))), {})


def _announces(block: Block) -> bool:
    texts = [text for row in block.rows[:HEAD_WITHIN] for text in row.texts] if block.rows else [block.text]
    return any(len(text) <= LONGEST_TITLE and is_plan_title(text) for text in texts)


def _speaks_of_plans(rows: Sequence[Row], mapping: Mapping[str, Field]) -> bool:
    """Say whether the first row names what only plans tell."""
    return bool(head_fields(rows[0], mapping) & _MORE)


def _columns(rows: Sequence[Row], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the heads, where one column holds days, one owners and one the most words."""
    index = next((number for number, row in enumerate(rows[:HEAD_WITHIN]) if _is_head(row)), None)
    body = [row for row in rows[(index or 0) + 1 :][:MOST_ROWS] if sum(1 for text in row.texts if text.strip()) > 2]
    if index is None or len(body) < LEAST_ROWS or any(key_of(text) in SPEAKERS for text in rows[index].texts):
        return {}
    head = rows[index]
    if is_study(head.texts):
        return {}
    days = [place for place in range(len(head.cells)) if _share(body, place, is_dated_or_open) >= LEAST_SHARE]
    owners = [place for place in range(len(head.cells)) if _share(body, place, is_owner) >= LEAST_SHARE]
    if len(days) != 1 or not 1 <= len(owners) <= 2 or key_of(head.texts[days[0]]) in PLAIN_DATES:
        return {}
    measure = _wordiest(_without(head, {*days, *owners}), body, mapping)
    fields = {head.texts[days[0]]: Field.DUE, head.texts[owners[0]]: Field.RESPONSIBLE}
    return {measure: Field.MEASURE, **fields} if measure else {}


def _is_head(row: Row) -> bool:
    """Say whether a row may be a head: three short texts at least, all unlike, none of them a day."""
    texts = [text.strip() for text in row.texts if text.strip()]
    are_short = all(len(text) <= LONGEST_HEAD and not is_dated_or_open(text) for text in texts)
    return len(texts) > 2 and len(set(texts)) == len(texts) == len(row.cells) and are_short


def _share(body: Sequence[Row], place: int, is_so: Callable[[str], bool]) -> float:
    """How many of a column's filled cells are so, nothing where half of them are empty."""
    texts = [row.texts[place].strip() for row in body if place < len(row.texts) and row.texts[place].strip()]
    return sum(1 for text in texts if is_so(text)) / len(texts) if len(texts) * 2 > len(body) else 0


def _without(head: Row, places: set[int]) -> Row:
    """The head with the words of some columns taken away."""
    cells = tuple(type(cell)() if place in places else cell for place, cell in enumerate(head.cells))
    return Row(cells, head.source)
