"""Takes plain sentences after an action's labels for the fields they tell ("Uppföljning sker årligen").

Only where the document has no label of that field: then such a sentence is how it tells it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.habits.by_values import are, is_owner
from followup.intake.sentences import split_sentences

_TOLD = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})
_NEEDS = frozenset({Field.REQUIREMENT, Field.GOAL})
_LEADING = frozenset({Field.MEASURE, Field.RESPONSIBLE})
_SEVERAL = ([Field.MEASURE, Field.RESPONSIBLE, Field.MEASURE], [Field.RESPONSIBLE, Field.MEASURE, Field.RESPONSIBLE])
"""What follows a point of several measures: one with its owner, and the next."""
LONGEST = 200
LEAST = 2
_ANSWER = re.compile(
    r"(?i)^((?:klinikens|enhetens|verksamhetens|avdelningens|vårt|our|department(?:'s)?|trust|afdelingens|avdelingens)"
    r"\s+(?:svar|response))(?:\s*:\s*|$)"
)
_LONE = re.compile(r"^[A-ZÅÄÖÆØ][a-zåäöæø]{3,}$")


def with_spoken_labels(events: list[Event], is_of_all: Callable[[str], bool]) -> list[Event]:
    """The events, with the paragraphs that only tell of fields without a label as labels with their words.

    `is_of_all` says whether a paragraph tells of all actions, and so is none's.
    """
    labelled = {event.field for event in events}
    if Field.MEASURE not in labelled or labelled >= _TOLD:
        return events
    first = next(index for index, event in enumerate(events) if event.field is Field.MEASURE)
    after = (
        [event] if event.sign is Sign.TEXT and is_of_all(event.text) else _spoken(event, labelled)
        for event in events[first + 1 :]
    )
    return [*events[: first + 1], *(each for told in after for each in told)]


def with_points_as_needs(events: list[Event]) -> list[Event]:
    """The events, with "Punkt 2: …" as what is needed where labels below tell what is done about it.

    Where other labels tell what is needed, the point only names what it is about.
    """
    points = [event for event in events if event.field and _is_point(event)]
    if not points:
        return events
    named = Counter(event.field for event in events if event.field)
    others = named[Field.MEASURE] - len(points)
    owned = named[Field.RESPONSIBLE]
    if (not others and len(points) < owned) or (others and _heads_several(events)):
        return [
            event._replace(sign=Sign.HEADING, field=None, level=1) if event in points else event for event in events
        ]
    if not others or others * 2 < len(points):
        return events
    is_needed = bool(named.keys() & _NEEDS)
    field = Field.AREA if is_needed else Field.REQUIREMENT
    return [event._replace(field=field, wording="Punkt") if _is_point(event) else event for event in events]


def _heads_several(events: Sequence[Event]) -> bool:
    """Say whether a point of an agenda stands above several measures with their owners."""
    named = [(event.field, _is_point(event)) for event in events if event.field in _LEADING]
    return any(
        is_point and [field for field, _ in named[place + 1 : place + 4]] in _SEVERAL
        for place, (_, is_point) in enumerate(named)
        if not any(again for _, again in named[place + 1 : place + 4])
    )


def with_words_above_items(events: list[Event]) -> list[Event]:
    """The events, with each lone word above items that tell of actions ("Struktur", "Process") as a heading."""
    found = {
        place
        for place, (event, below) in enumerate(pairwise(events))
        if below.field
        and not below.wording
        and below.field is Field.MEASURE
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
    named = [event.field for event in events if event.field]
    notes = named.count(Field.NOTE)
    if notes < LEAST or not _NEEDS.isdisjoint(named):
        return events
    before = sum(1 for each in pairwise(named) if each == (Field.NOTE, Field.MEASURE))
    if before < LEAST or before < notes:
        return events
    return [event._replace(field=Field.REQUIREMENT) if event.field is Field.NOTE else event for event in events]


def with_remarks_as_measures(events: list[Event]) -> list[Event]:
    """The events, with remarks ("Kommentar: …") as what is done where each stands right before who or when."""
    named = [event.field for event in events if event.field]
    if named.count(Field.NOTE) < LEAST or Field.MEASURE in named:
        return events
    before = sum(1 for name, after in pairwise(named) if name is Field.NOTE and after in _TOLD)
    if before < named.count(Field.NOTE):
        return events
    return [event._replace(field=Field.MEASURE) if event.field is Field.NOTE else event for event in events]


def with_answers_as_measures(events: list[Event]) -> list[Event]:
    """The events, with what a clinic answers ("Klinikens svar") as what is done, where labels tell only the needs."""
    named = {event.field for event in events}
    if Field.MEASURE in named or Field.REQUIREMENT not in named:
        return events
    if sum(1 for event in events if event.sign is Sign.TEXT and _ANSWER.match(event.text)) < LEAST:
        return events
    return [_answer(event) for event in events]


def _answer(event: Event) -> Event:
    told = _ANSWER.match(event.text) if event.sign is Sign.TEXT else None
    if not told:
        return event
    return event._replace(sign=Sign.LABEL, field=Field.MEASURE, wording=told[1], text=event.text[told.end() :])


def with_strangers_as_owners(events: list[Event]) -> list[Event]:
    """The events, with a label that nobody knows ("Till: …") as who is responsible where it names somebody each time.

    Only where labels tell what and when, and none tells who.
    """
    named = {event.field for event in events}
    if Field.RESPONSIBLE in named or not named >= {Field.MEASURE, Field.DUE}:
        return events
    held: dict[str, list[str]] = {}
    for event in events:
        if event.field is Field.IGNORE and event.wording and event.text:
            held.setdefault(event.wording, []).append(event.text)
    owning = next((label for label, said in held.items() if len(said) >= LEAST and are(said, is_owner)), "")
    return [
        event._replace(field=Field.RESPONSIBLE) if owning and event.wording == owning else event for event in events
    ]


def _is_point(event: Event) -> bool:
    return (
        event.wording[:1] in {"P", "p"}
        and event.field is Field.MEASURE
        and event.wording.casefold().startswith("punkt")
    )


def _spoken(event: Event, labelled: set[Field | None]) -> Sequence[Event]:
    if event.sign is not Sign.TEXT or len(event.text) > LONGEST:
        return [event]
    pieces = split_sentences(event.text)
    if not all(field in _TOLD and field not in labelled for field, _ in pieces):
        return [event]
    return [event._replace(sign=Sign.LABEL, field=field, text=words) for field, words in pieces]
