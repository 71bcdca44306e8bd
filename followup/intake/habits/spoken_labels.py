"""Takes plain sentences after an action's labels for the fields they tell ("Uppföljning sker årligen").

Only where the document has no label of that field: then such a sentence is how it tells it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.sentences import split_sentences

_TOLD = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})
LONGEST = 200
LEAST = 2
_LONE = re.compile(r"^[A-ZÅÄÖÆØ][a-zåäöæø]{3,}$")


def with_spoken_labels(events: list[Event]) -> list[Event]:
    """The events, with the paragraphs that only tell of fields without a label as labels with their words."""
    labelled = {event.field for event in events if event.sign is Sign.LABEL}
    if Field.MEASURE not in labelled or labelled >= _TOLD:
        return events
    first = next(index for index, event in enumerate(events) if event.field is Field.MEASURE)
    return [*events[: first + 1], *(each for event in events[first + 1 :] for each in _spoken(event, labelled))]


def with_points_as_needs(events: list[Event]) -> list[Event]:
    """The events, with "Punkt 2: …" as what is needed where labels below tell what is done about it.

    Where other labels tell what is needed, the point only names what it is about.
    """
    labels = [event for event in events if event.sign is Sign.LABEL]
    measures = [event for event in labels if event.field is Field.MEASURE]
    points = [event for event in measures if _is_point(event)]
    others = len(measures) - len(points)
    owned = sum(1 for event in labels if event.field is Field.RESPONSIBLE)
    if points and not others and len(points) < owned:
        return [
            event._replace(sign=Sign.HEADING, field=None, level=1) if event in points else event for event in events
        ]
    if others * 3 < len(measures) or others in {0, len(measures)}:
        return events
    is_needed = any(event.field in {Field.REQUIREMENT, Field.GOAL} for event in labels)
    field = Field.AREA if is_needed else Field.REQUIREMENT
    return [event._replace(field=field, wording="Punkt") if _is_point(event) else event for event in events]


def with_words_above_items(events: list[Event]) -> list[Event]:
    """The events, with each lone word above items that tell of actions ("Struktur", "Process") as a heading."""
    found = {
        place
        for place, (event, below) in enumerate(pairwise(events))
        if below.field is Field.MEASURE
        and below.sign is Sign.LABEL
        and not below.wording
        and event.sign is Sign.TEXT
        and _LONE.match(event.text)
    }
    if len(found) < LEAST:
        return events
    return [
        event._replace(sign=Sign.HEADING, level=1) if place in found else event for place, event in enumerate(events)
    ]


def with_remarks_as_needs(events: list[Event]) -> list[Event]:
    """The events, with remarks ("Anmärkning: …") as what is needed where each stands right before a measure."""
    labels = [event for event in events if event.sign is Sign.LABEL]
    notes = sum(1 for event in labels if event.field is Field.NOTE)
    before = sum(1 for one, other in pairwise(labels) if (one.field, other.field) == (Field.NOTE, Field.MEASURE))
    is_needed = any(event.field in {Field.REQUIREMENT, Field.GOAL} for event in labels)
    if is_needed or before < LEAST or before < notes:
        return events
    return [event._replace(field=Field.REQUIREMENT) if event.field is Field.NOTE else event for event in events]


def _is_point(event: Event) -> bool:
    return event.field is Field.MEASURE and event.wording.casefold().startswith("punkt")


def _spoken(event: Event, labelled: set[Field | None]) -> Sequence[Event]:
    if event.sign is not Sign.TEXT or len(event.text) > LONGEST:
        return [event]
    pieces = split_sentences(event.text)
    if not all(field in _TOLD and field not in labelled for field, _ in pieces):
        return [event]
    return [event._replace(sign=Sign.LABEL, field=field, text=words) for field, words in pieces]
