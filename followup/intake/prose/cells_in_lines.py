"""Puts the cells of a table together that an extraction left as lines of their own, the heads first, then row by row.

Nothing but the kinds of the cells tells where a row ends: days stand under the head of days, owners under that of
owners. Where they do not for most rows, the lines are left as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.events import Event, Sign
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import is_plan_title
from followup.intake.prose.people_told import is_somebody
from followup.intake.prose.pieces import again
from followup.intake.prose.run_together import TELLING, is_owner
from followup.intake.sentences import sentences_of
from followup.intake.statuses import is_state

LEAST_COLUMNS, LONGEST_HEAD = 3, 40
MOST_PIECES, MOST_CELLS = 5, 2000
MISFIT, EMPTY, PIECE, LEFT = 3.0, 1.2, 0.3, 1.0
"""What it costs that a cell is of another kind, has no words, goes on in one more line, or is left over."""
MOST_COST = 1.5
"""How much a row may cost, for the lines to be a table."""
LEAST_ROWS, MOST_LINES, MOST_BEFORE = 3, 200, 6
LEAST_SHARE = 1.25
"""Without heads, so few lines may be left over beside those of the rows."""
_USUAL = (
    (Field.MEASURE, Field.RESPONSIBLE, Field.DUE),
    (Field.MEASURE, Field.DUE, Field.RESPONSIBLE),
    (Field.REQUIREMENT, Field.MEASURE, Field.RESPONSIBLE, Field.DUE),
    (Field.REQUIREMENT, Field.MEASURE, Field.DUE, Field.RESPONSIBLE),
)
_ENDS = frozenset({Sign.HEADING, Sign.TITLE, Sign.TABLE})
_PLAIN = frozenset({Sign.TEXT, Sign.END})
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_COUNTED = re.compile(r"^(\d{1,3}[.)]?)\s+(?=\S)")
_READY = re.compile(r"(?i)^(?:klara?t?|färdig[at]?|ferdig|færdig[et]?|ready|done)\s+(?=\S)")
_NOBODY_KNOWN: frozenset[str] = frozenset()
_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
_DATED = frozenset({Field.DUE, Field.START, Field.FIRST})
_TYPED = _OWNERS | _DATED | {Field.STATUS, Field.NUMBER, Field.GRADE}


class _Way(NamedTuple):
    """The cheapest way to have read so many cells up to a column, and the place and column it came from."""

    cost: float
    before: tuple[int, int]


def with_cells_in_rows(events: list[Event]) -> list[Event]:
    """The events, with lines below a run of heads as labels with their words, where they make rows of such cells."""
    for place in _heads_begin(events):
        columns = _columns(events, place)
        if columns:
            start = place + len(columns)
            below = [each for each in events[start:] if each.sign is not Sign.END]
            cells = _without_heads(list(takewhile(lambda each: each.sign not in _ENDS, below)), columns)
            rows, used = _rows(_split(cells, columns), columns) if len(cells) <= MOST_CELLS else ([], 0)
            if rows:
                return [*events[:place], *rows, *_split(cells, columns)[used:], *below[len(cells) :]]
    return _without_heads_told(events)


def _heads_begin(events: Sequence[Event]) -> Iterator[int]:
    """Where runs of lines begin that name columns: of LEAST_COLUMNS lines one is looked at, for a run has as many."""
    for place in range(LEAST_COLUMNS - 1, len(events), LEAST_COLUMNS):
        begins = place
        while _field(events[begins]) and begins and _field(events[begins - 1]):
            begins -= 1
        if begins < place or _field(events[place]):
            yield begins


def _without_heads_told(events: list[Event]) -> list[Event]:
    """The events, with lines below a plan's title as labels, where what, who and when follow each other all through."""
    end = takewhile(lambda event: event.sign in _PLAIN, reversed(events))
    if sum(1 for _ in end) < LEAST_ROWS * LEAST_COLUMNS:
        return events
    title = next((place for place, event in enumerate(events) if is_plan_title(_words(event))), len(events))
    lines = [event for event in events[title + 1 :] if event.sign is not Sign.END]
    if not LEAST_ROWS * LEAST_COLUMNS <= len(lines) <= MOST_LINES or any(line.sign is not Sign.TEXT for line in lines):
        return events
    for columns in _USUAL:
        for start in range(MOST_BEFORE):
            count = _by_turns(lines[start:], columns)
            if count >= LEAST_ROWS * len(columns) and count * LEAST_SHARE >= len(lines) - start:
                rows = [_label([line], columns[at % len(columns)]) for at, line in enumerate(lines[start:][:count])]
                return [*events[: title + 1], *lines[:start], *rows, *lines[start + count :]]
    return events


def _by_turns(lines: Sequence[Event], columns: Sequence[Field]) -> int:
    """How many lines stand in the columns by turns, in whole rows."""
    fits = (_fits(line.text, columns[place % len(columns)]) for place, line in enumerate(lines))
    count = sum(1 for _ in takewhile(bool, fits))
    return count - count % len(columns)


@lru_cache(maxsize=4096)
def _named(words: str) -> Field | None:
    field = field_of_label(words, marked=True) if 1 < len(words) <= LONGEST_HEAD else None
    return field if field in ACTION_FIELDS else None


def _words(event: Event) -> str:
    return event.text or event.wording


def _field(event: Event) -> Field | None:
    """The field that a line names as a head would, with nothing beside it."""
    return None if event.rows or (event.wording and event.text) else _named(_words(event).rstrip(":"))


def _columns(events: Sequence[Event], start: int) -> tuple[Field, ...]:
    """The fields of the heads that stand below each other from a line on; empty where they are no table's."""
    found: list[Field] = []
    for event in events[start : start + len(Field)]:
        field = _field(event)
        if not field or field in found:
            break
        found.append(field)
    is_head = len(found) >= LEAST_COLUMNS and {Field.MEASURE, *TELLING} <= set(found)
    return tuple(found) if is_head else ()


def _without_heads(cells: list[Event], columns: tuple[Field, ...]) -> list[Event]:
    """The cells without the heads where a page repeats them."""
    again = {place for place in range(len(cells)) if _columns(cells, place) == columns}
    gone = {place + step for place in again for step in range(len(columns))}
    return [cell for place, cell in enumerate(cells) if place not in gone]


def _split(cells: Sequence[Event], columns: Sequence[Field]) -> list[Event]:
    """The cells, with an owner's line parted that was joined to the sentence above it, and a number from its row."""
    return [each for cell in cells for each in _parts(cell, is_counted=columns[0] is Field.NUMBER)]


def _parts(cell: Event, *, is_counted: bool) -> list[Event]:
    counted = _COUNTED.match(_words(cell)) if is_counted else None
    words = _words(cell)[counted.end() :] if counted else _words(cell)
    *told, last = sentences_of(words)
    pieces = [" ".join(told), last] if told and (is_owner(last) or is_dated_or_open(last)) else [words]
    pieces = [counted.group(1), *pieces] if counted else pieces
    return [Event(Sign.TEXT, piece, page=cell.page, source=cell.source) for piece in pieces]


def _rows(cells: Sequence[Event], columns: tuple[Field, ...]) -> tuple[list[Event], int]:
    """The labels that the cells are of, and how many cells they take; none where the cells do not make rows."""
    ways = _ways(cells, columns)
    ends = [place for place in range(1, len(cells) + 1) if (place, 0) in ways]
    end = min(ends, key=lambda place: ways[place, 0].cost + LEFT * (len(cells) - place), default=0)
    steps = _steps(ways, (end, 0)) if end else []
    count = sum(1 for _, column, _ in steps if column == len(columns) - 1)
    if not count or ways[end, 0].cost + LEFT * min(len(cells) - end, count) > MOST_COST * count:
        return [], 0
    return [_label(cells[start:until], columns[column]) for start, column, until in steps], end


def _ways(cells: Sequence[Event], columns: Sequence[Field]) -> dict[tuple[int, int], _Way]:
    """The cheapest way to each cell and column; at column 0 a row begins."""
    ways = {(0, 0): _Way(0.0, (0, 0))}
    for place in range(len(cells) + 1):
        for column, field in enumerate(columns):
            if (place, column) not in ways:
                continue
            for count in range(MOST_PIECES + 1 if place < len(cells) else 1):
                if place + count > len(cells) or (not count and column == len(columns) - 1 and not place):
                    break
                cost = ways[place, column].cost + _cost([_words(each) for each in cells[place : place + count]], field)
                reached = (place + count, (column + 1) % len(columns))
                if reached == (place, 0) or (reached in ways and ways[reached].cost <= cost):
                    continue
                ways[reached] = _Way(cost, (place, column))
    return ways


def _cost(words: Sequence[str], field: Field) -> float:
    if not words:
        return EMPTY + MISFIT * (field is Field.MEASURE)
    are_fit = _fits(" ".join(words), field) and (field in _TYPED or all(_fits(each, field) for each in words))
    return PIECE * (len(words) - 1) * (2 if field in _TYPED else 1) + MISFIT * (not are_fit)


@lru_cache(maxsize=8192)
def _fits(words: str, field: Field) -> bool:
    """Say whether words may stand in a column; days and owners in no other than their own."""
    if field is Field.NUMBER:
        return _NUMBER.fullmatch(words) is not None
    if field in _OWNERS:
        return is_owner(words)
    if field in _DATED:
        return is_dated_or_open(_READY.sub("", words)) or bool(again(words))
    if field is Field.STATUS:
        return is_state(words) or len(words.split()) == 1
    if field is Field.FOLLOW_UP:
        return is_about_time(words) or not (is_owner(words) and len(words.split()) <= LEAST_COLUMNS)
    return not (
        is_dated_or_open(_READY.sub("", words))
        or _NUMBER.fullmatch(words)
        or (" " in words and is_somebody(words, _NOBODY_KNOWN))
    )


def _steps(ways: dict[tuple[int, int], _Way], end: tuple[int, int]) -> list[tuple[int, int, int]]:
    """The cells of each column, row by row: where they begin, which column it is, and where they end."""
    steps: list[tuple[int, int, int]] = []
    at = end
    while at != (0, 0):
        start, column = ways[at].before
        steps.append((start, column, at[0]))
        at = (start, column)
    return steps[::-1]


def _label(cells: Sequence[Event], field: Field) -> Event:
    place = (0, (), cells[0].page, cells[0].source) if cells else (0, (), 1, "")
    return Event(Sign.LABEL, " ".join(map(_words, cells)), field, field.value, *place)
