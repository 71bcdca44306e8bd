"""Actions told in list items and paragraphs without labels: "Ny mall – Anna Ek – maj 2027", "☐ Docka (Bo, VT 27)".

The last resort, for a document in which nothing else is found. Where no line of it promises actions, two at least
must tell who and when, so that no list of something else becomes a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from followup.intake.blocks import Block, Shape
from followup.intake.dating import is_dated_or_open
from followup.intake.events import Event, Sign, unboxed
from followup.intake.fields import Field
from followup.intake.habits.by_values import is_owner
from followup.intake.labels.headings import field_of_label
from followup.intake.labels.heads import is_plan_title
from followup.intake.prose.common_checks import common_check, give_to_all, is_of_all
from followup.intake.prose.expecting import HEADED, LISTED, PLANNED, expectations, with_neighbours
from followup.intake.prose.lacking import is_lacking
from followup.intake.prose.measures import measures_told
from followup.intake.prose.passages import Place
from followup.intake.prose.people_told import names_in
from followup.intake.prose.promises import is_of_review, is_promised
from followup.intake.prose.sections import with_sections
from followup.intake.prose.senders import sender_of
from followup.intake.prose.tails import is_only_check
from followup.intake.records import Record
from followup.intake.statuses import read_status

_COUNTED = re.compile(r"^\d{1,2}[.)]\s+|^\d{1,2}\.\d{1,2}\.?\s+(?=[A-ZÅÄÖÆØ])")
_PAPER = re.compile(
    r"(?i)(?:minutes|protokoll|referat|minnesanteckningar|anteckningar|handlingsplan|åtgärdsplan|action plan"
    r"|prepared by|written by|upprättad av|utarbetad av|ifylld av|sammanställd av|udarbejdet af|utarbeidet av"
    r"|notes from)\b"
)
"""How the name of a paper begins, which is nothing to do."""
_TAUGHT = re.compile(
    r"(?i)\b(?:kursledare|kursgivare|föreläsare|föreläser|kursansvarig|examinator|moderator|lecturer|speaker"
    r"|kursleder)"
    r"(?:\s*:|\s+(?-i:[A-ZÅÄÖÆØ]))"
)
"""Words of a list of courses and lectures: who holds them has nothing to do about them."""
_ANY_DAY = date(2000, 1, 1)
_ABOVE = frozenset({Sign.HEADING, Sign.AREA, Sign.TITLE})
LONGEST_PARENT = 60
LEAST_DATED, LEAST_OWNED = 5, 3
"""Of so many actions one has a day, or somebody, where nothing else says that a document is a plan."""
LEAST = 2
"""Sentences of who does what until when that a document must hold, if no line promises actions."""


def read_items(events: Sequence[Event]) -> list[Record]:
    """The actions that list items and paragraphs tell of; with little to show only where a line promises actions."""
    is_ended = any(is_of_all(event.text) for event in events if event.sign is Sign.TEXT)
    promised = is_promised(events) or any(expectations(events)) or is_of_review(events) or is_ended
    events = with_sections(events) if promised else events
    weights = _expected(events, is_ended=is_ended)
    records = _gathered(events, _reader(events, weights))
    beside = with_neighbours(events, weights, frozenset(record.source for record in records))
    records = records if beside == weights else _gathered(events, _reader(events, beside))
    if not any(weights) and (len(records) < LEAST or not promised):
        return []
    if not any(record.get(Field.RESPONSIBLE) for record in records) and max(weights) < HEADED:
        return []
    if not _is_of_plans(events) and not _are_told(records):
        return []
    give_to_all(records, common_check(events, frozenset(record.source for record in records)))
    _place_all(records)
    return records


def _is_of_plans(events: Sequence[Event]) -> bool:
    """Say whether a line names a plan or a review."""
    return is_of_review(events) or any(is_plan_title(event.text) for event in events)


def _are_told(records: Sequence[Record]) -> bool:
    """Say whether days or people are told as often as plans tell them: licences and manuals tell hardly any."""
    dated = sum(1 for record in records if is_dated_or_open(record.get(Field.DUE)))
    owned = sum(1 for record in records if is_owner(record.get(Field.RESPONSIBLE)))
    return dated * LEAST_DATED >= len(records) or owned * LEAST_OWNED >= len(records)


def _expected(events: Sequence[Event], *, is_ended: bool) -> list[float]:
    """How much each event's place speaks for something to be done; `is_ended` by a line of how all is followed up."""
    weights = expectations(events)
    if any(weights) or not is_ended:
        return weights
    return [PLANNED if event.sign is Sign.ITEM else 0.0 for event in events]


def _reader(events: Sequence[Event], weights: Sequence[float]) -> Callable[[Event], list[Record]]:
    """What reads one event, where it stands among the others."""
    names, sender = names_in(events), sender_of(events)
    expected = {id(event): weight for event, weight in zip(events, weights, strict=True)}

    def told(event: Event) -> list[Record]:
        weight = expected[id(event)]
        return _told(
            event,
            Place(names, sender, weight, event.sign is Sign.ITEM or weight >= LISTED),
        )

    return told


def _place_all(records: Sequence[Record]) -> None:
    """Give each record what the heading above it tells, where the headings of all are not one."""
    if len({record.headings for record in records}) > 1:
        headings = ["".join(record.headings) for record in records]
        are_needs = sum(map(is_lacking, headings)) * 2 > len(headings)
        for record, heading in zip(records, headings, strict=True):
            _place(record, heading, are_needs=are_needs)


def _gathered(events: Sequence[Event], told: Callable[[Event], list[Record]]) -> list[Record]:
    """The records of what is told in items and paragraphs, each with the heading that stands above it."""
    records: list[Record] = []
    heading, parent = "", Event(Sign.END)
    for event in events:
        heading = _heading(event, heading)
        parent = Event(Sign.END) if event.sign in _ABOVE else parent
        is_told = event.sign in {Sign.ITEM, Sign.TEXT} and not event.text.endswith(":")
        found = told(event) if is_told else []
        above = parent.text if parent.sign is Sign.ITEM and event.level > parent.level else heading
        for record in found:
            record.headings = (above,) if above else ()
        records += found
        is_parent = event.sign is Sign.ITEM and len(event.text) <= LONGEST_PARENT and event.text[-1:] not in ".,;"
        parent = event if is_parent and not found else parent
    return records


_SIGNS = {Shape.ITEM: Sign.ITEM, Shape.HEADING: Sign.HEADING}


def as_they_stand(blocks: Sequence[Block]) -> list[Event]:
    """The blocks as events that tell nothing but their words."""
    return [
        Event(_SIGNS.get(block.shape, Sign.TEXT), block.text, level=block.level, page=block.page, source=block.source)
        for block in blocks
        if block.text
    ]


def _place(record: Record, heading: str, *, are_needs: bool) -> None:
    """Give a record the area that its heading names, or the status where the heading only tells how far it is.

    Where headings tell what is lacking (`are_needs`) they are what is needed.
    """
    if are_needs and not record.get(Field.REQUIREMENT):
        record.words[Field.REQUIREMENT] = _COUNTED.sub("", heading)
    elif not read_status(heading, _ANY_DAY).code:
        record.words[Field.AREA] = heading
    elif record.get(Field.STATUS) in {"", "–"}:
        record.words[Field.STATUS] = heading


def _heading(event: Event, above: str) -> str:
    """The heading that stands above what follows an event; a title is above nothing in particular."""
    if event.sign not in _ABOVE:
        return above
    return "" if event.sign is Sign.TITLE else event.text


def _told(event: Event, place: Place) -> list[Record]:
    text, status = unboxed(event.text)
    if _TAUGHT.search(text) or _PAPER.match(text) or is_of_all(text):
        return []
    if is_only_check(text, place.names):
        return []
    found = measures_told(text, place)
    return [
        Record(words | ({Field.STATUS: status} if status else {}), event.source)
        for words in found
        if not field_of_label(words[Field.MEASURE].strip(" :"), marked=True)
    ]
