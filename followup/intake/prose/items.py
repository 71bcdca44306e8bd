"""Actions told in list items without labels: "Ny mall – Anna Ek – maj 2027", "☐ Ny docka (Bo Lind, VT 2027)".

The last resort, for a document in which nothing else is found. An item needs an owner and a date, so that
no list of something else becomes a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from followup.intake.blocks import Block, Shape
from followup.intake.events import Event, Sign, unboxed
from followup.intake.fields import Field
from followup.intake.prose.common_checks import common_check, give_to_all
from followup.intake.prose.item_words import TAUGHT, told_in_item
from followup.intake.prose.lacking import is_lacking
from followup.intake.prose.promises import is_promised
from followup.intake.prose.sections import with_sections
from followup.intake.prose.senders import sender_of
from followup.intake.prose.terse import begins_with_topic, names_present, read_terse
from followup.intake.records import Record
from followup.intake.statuses import read_status

_COUNTED = re.compile(r"^\d{1,2}[.)]\s+|^\d{1,2}\.\d{1,2}\.?\s+(?=[A-ZÅÄÖÆØ])")
_ANY_DAY = date(2000, 1, 1)
_ABOVE = frozenset({Sign.HEADING, Sign.AREA, Sign.TITLE})
LONGEST_PARENT = 60
LEAST = 2
"""Sentences of who does what until when that a document must hold, if no line promises actions."""


def read_items(events: Sequence[Event]) -> list[Record]:
    """The actions that list items tell of; without a verb only where a line of the document promises actions."""
    promised = is_promised(events)
    events = with_sections(events) if promised else events
    sender = sender_of(events)
    is_plan = promised and any(event.sign is Sign.TITLE for event in events)

    @cache
    def told(event: Event) -> list[Record]:
        return _told(event, sender, is_promised=promised, is_plan=is_plan)

    records = _gathered(events, told)
    if promised:
        names = names_present(events)
        terse = _gathered(events, lambda event: told(event) or _terse(event, names))
        records = terse if len(terse) >= max(LEAST, len(records)) else records
    if not promised and len(records) < LEAST:
        return []
    if promised:
        give_to_all(records, common_check(events, frozenset(record.source for record in records)))
    if len({record.headings for record in records}) > 1:
        headings = ["".join(record.headings) for record in records]
        are_needs = sum(map(is_lacking, headings)) * 2 > len(headings)
        for record, heading in zip(records, headings, strict=True):
            _place(record, heading, are_needs=are_needs)
    return records


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


def _told(event: Event, sender: str, *, is_promised: bool, is_plan: bool) -> list[Record]:
    text, status = unboxed(event.text)
    text = text if status else _COUNTED.sub("", text)
    told = told_in_item(text, sender, is_promised=is_promised, is_plan=is_plan)
    return [Record(words | ({Field.STATUS: status} if status else {}), event.source) for words in told]


def _terse(event: Event, names: frozenset[str]) -> list[Record]:
    is_line = event.sign is Sign.ITEM or (event.sign is Sign.TEXT and begins_with_topic(event.text))
    is_told = is_line and not TAUGHT.search(event.text)
    words = read_terse(_COUNTED.sub("", event.text), names) if is_told else {}
    return [Record(words, event.source)] if words else []
