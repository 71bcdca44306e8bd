"""Tells the labels of a document's head ("Datum:", "Review:", "Ansvarig:") from those of its actions.

What the head says of the whole plan must not become the first action's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.labels.headings import key_of

REVIEW_WORDS = frozenset({"review"})
"""Labels that name the review where they stand in a head, and a follow-up where they stand in an action."""
MOST_HEADS = 40
LEAST_HEADS = 2
_ADDRESSED = re.compile(r"(?i)(?:från|till|fra|til|from|to|skickat|sendt|sent|kopia|cc)\s*:")
_OF_MAILS = frozenset({"emne", "ämne", "subject", "datum", "date", "dato"})
_PLAIN_DATE = frozenset({"datum", "date", "dato"})
CONTENT = frozenset({Field.MEASURE, Field.REQUIREMENT, Field.GOAL, Field.AREA, Field.NUMBER})
_MAY_BE_HEADS = frozenset(
    {Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS, Field.NOTE, Field.DUE, Field.START}
)
_MEASURE = Field.MEASURE
_PARTING = frozenset({Sign.HEADING, Sign.TITLE, Sign.AREA})


def without_mail_heads(events: list[Event]) -> list[Event]:
    """The events, with the subject and the day of a mail, beside who it is from and to, as plain words."""
    heads = {index for index, event in enumerate(events[:MOST_HEADS]) if _ADDRESSED.match(event.text)}
    if len(heads) < LEAST_HEADS:
        return events
    near = range(min(heads) - 2, max(heads) + 3)
    return [
        event._replace(sign=Sign.TEXT, field=None, wording="", text=f"{event.wording}: {event.text}")
        if index in near and event.sign is Sign.LABEL and key_of(event.wording) in _OF_MAILS
        else event
        for index, event in enumerate(events)
    ]


def without_the_heads_own(events: list[Event]) -> list[Event]:
    """The events without the labels that stand in the document's head and tell of the whole plan."""
    bare = [place for place, event in enumerate(events[:-1]) if event.field is _MEASURE and not event.text]
    idle = {id(events[place]) for place in bare if _is_idle(events[place], events[place + 1])}
    events = _without_document_date([event for event in events if id(event) not in idle] if idle else events)
    content = next((index for index, event in enumerate(events) if event.rows or _is_content(event)), 0)
    heads = {index for index in range(content) if _is_heads(events, index, content)}
    return [event for index, event in enumerate(events) if index not in heads] if heads else events


def _is_idle(event: Event, after: Event) -> bool:
    """Say whether a bare label of measures holds none, as a heading of the minutes under which nothing was written."""
    return event.sign is Sign.LABEL and after.sign in _PARTING and not any(map(str.isdigit, event.wording))


def _is_content(event: Event) -> bool:
    return event.field in CONTENT


def _is_heads(events: Sequence[Event], index: int, content: int) -> bool:
    event = events[index]
    if event.sign is not Sign.LABEL or event.field not in _MAY_BE_HEADS:
        return False
    if key_of(event.wording) in REVIEW_WORDS:
        return True
    if events[content].rows:
        return True
    again = sum(1 for each in events[content:] if each.sign is Sign.LABEL and each.field is event.field)
    measures = sum(1 for each in events if each.sign is Sign.LABEL and each.field is Field.MEASURE)
    is_parted = any(each.sign in _PARTING for each in events[index:content])
    return again > 0 and (again >= measures or is_parted)


def _without_document_date(events: list[Event]) -> list[Event]:
    """Events without the "Datum:" of the document's head, which is no action's date."""
    named = [event for event in events if event.field]
    if not named or not _is_plain_date(named[0]):
        first = next((event for event in named if event.field in {Field.MEASURE, Field.DUE}), None)
        if first is None or not _is_plain_date(first):
            return events
    dates = [event for event in named if event.field is Field.DUE]
    measures = [event for event in named if event.field is Field.MEASURE]
    begun = next((place for place, event in enumerate(events) if event.field is Field.MEASURE), 0)
    if len(dates) == 1 < len(measures) and dates[0] in events[:begun]:
        return [event for event in events if event is not dates[0]]
    is_extra = len(dates) > len(measures) or any(not _is_plain_date(event) for event in dates)
    return [event for event in events if event is not dates[0]] if is_extra else events


def _is_plain_date(event: Event) -> bool:
    return event.field is Field.DUE and key_of(event.wording) in _PLAIN_DATE
