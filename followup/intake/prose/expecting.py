"""Says how much the place of a line makes one expect something to be done: below "Beslut", in a list of measures.

It weighs headings, the lines before a list, and what the neighbours in a list are; it reads no action itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from followup.intake.events import Event, Sign
from followup.intake.prose.leaning import is_meeting
from followup.intake.prose.promises import is_of_review, is_strong

_ABOVE = frozenset({Sign.HEADING, Sign.AREA, Sign.TITLE})
_ASIDE = re.compile(
    r"(?i)^(?:§?\s*\d*[.)]?\s*)?(?:övrigt|övriga frågor|aob|any other|nästa möte|next|information|närvarande|deltagare"
    r"|present|eventuelt|bakgrund|background|syfte|cc|kopia)\b"
)
HEADED, LISTED, PLANNED, ASIDE, OF_A_HEAD = 4.0, 3.0, 1.0, -2.0, -9.0
LEAST_WORDS = 5
LONGEST = 120
LEAST_RUN = 3


def expectations(events: Sequence[Event]) -> list[float]:
    """How much each event's place speaks for something to be done there, event by event."""
    following = [*events[1:], None][: len(events)]
    if not any(is_strong(event, below) for event, below in zip(events, following, strict=True)):
        return [0.0] * len(events)
    expected: list[float] = []
    base = PLANNED if _is_promised_ahead(events, following) else 0.0
    above, is_list, is_led = base, False, False
    head, terse = _head(events), _terse_runs(events)
    for index, event in enumerate(events):
        if index < head and event.sign is Sign.TEXT:
            above = max(above, _of_heading(event, above, following[index], base))
            expected.append(OF_A_HEAD)
            continue
        if _ASIDE.match(event.text):
            above, is_list = ASIDE, False
            expected.append(OF_A_HEAD)
            continue
        is_title = index == 0 and event.sign is Sign.TEXT and event.text[-1:] != "." and is_strong(event, following[0])
        if is_title or event.sign in _ABOVE or _leads(event, events[index + 1 : index + 2]):
            above, is_list = _of_heading(event, above, following[index], base), False
            is_led = event.text[-1:] == ":" or (event.sign is Sign.TEXT and above >= LISTED)
            expected.append(PLANNED if event.sign is Sign.TEXT and event.text[-1:] == "." else OF_A_HEAD)
            continue
        if event.sign is Sign.END:
            above = base
        if event.sign is Sign.ITEM:
            is_list = True
        elif is_list:
            above, is_list = base, False
        is_parent = _is_parent(event, events[index + 1 : index + 2])
        of_text = min(above, LISTED) if is_led or index in terse else min(above, PLANNED)
        expected.append(OF_A_HEAD if is_parent else above if event.sign is Sign.ITEM else of_text)
    return expected


def with_neighbours(events: Sequence[Event], weights: list[float], told: frozenset[str]) -> list[float]:
    """The same, an item expected more of where most items of its list tell of actions; `told` is where those stand."""
    weighed = list(weights)
    for is_item, run in groupby(range(len(events)), lambda place: events[place].sign is Sign.ITEM):
        places = list(run)
        are_told = [events[place].source in told for place in places] if is_item else []
        if sum(are_told) >= LEAST_RUN and sum(are_told) * 2 > len(are_told):
            for place in places:
                weighed[place] = max(weights[place], PLANNED) if weights[place] >= 0 else weights[place]
    return weighed


def _is_parent(event: Event, following: Sequence[Event]) -> bool:
    """Say whether deeper items stand right below an item: it is what they are about."""
    is_item = event.sign is Sign.ITEM and bool(following) and following[0].sign is Sign.ITEM
    return is_item and following[0].level > event.level


def _terse_runs(events: Sequence[Event]) -> frozenset[int]:
    """The places of short lines that stand several in a row, as the items of a list without signs."""
    short = [event.sign is Sign.TEXT and len(event.text) <= LONGEST and event.text[-1:] != ":" for event in events]
    runs = (range(start, start + LEAST_RUN) for start in range(len(short)) if all(short[start : start + LEAST_RUN]))
    return frozenset(place for run in runs for place in run if place < len(short))


def _head(events: Sequence[Event]) -> int:
    """How many events stand before the first item, sentence or line that leads to something."""
    for index, event in enumerate(events):
        is_sentence = event.text[-1:] in ".!" and len(event.text.split()) >= LEAST_WORDS
        if event.sign is Sign.ITEM or (event.sign is Sign.TEXT and (is_sentence or event.text[-1:] in ":,")):
            return index
    return 0


def _leads(event: Event, following: Sequence[Event]) -> bool:
    """Say whether a line leads to what follows it."""
    is_before_list = bool(following) and following[0].sign is Sign.ITEM and event.sign is Sign.TEXT
    is_short = len(event.text) < LONGEST and (event.text[-1:] != "." or is_strong(event, next(iter(following), None)))
    return event.sign is Sign.TEXT and (event.text[-1:] == ":" or (is_before_list and is_short))


def _is_promised_ahead(events: Sequence[Event], following: Sequence[Event | None]) -> bool:
    """Say whether the document promises actions before its first heading of something else, and so as a whole."""
    for event, below in zip(events, following, strict=True):
        if is_strong(event, below):
            return True
        if event.sign in {Sign.HEADING, Sign.AREA}:
            return False
    return False


def _of_heading(event: Event, above: float, below: Event | None, base: float) -> float:
    if is_meeting(event.text):
        return 0.0
    if is_strong(event, below):
        return HEADED if event.sign is not Sign.TITLE else LISTED
    usual = PLANNED if is_of_review([event]) else base
    return max(usual, min(above, LISTED)) if event.text[-1:] == ":" else usual
