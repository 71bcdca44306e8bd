"""Gathers actions from labels and the words that follow them, whatever the order of the labels.

An action begins where a field comes again that it already has, or where the document's leading field comes.
Words between the last field of one action and the first label of the next are the next one's requirement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from followup.intake.events import Event, Sign
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.gathering import Gatherer, TableReader, bare
from followup.intake.habits.shared_labels import without_shared_labels
from followup.intake.habits.unfilled import without_unfilled
from followup.intake.open_action import GROUP
from followup.intake.records import Record
from followup.intake.settling import settled

_ALONE = ACTION_FIELDS - GROUP
LEAST = 2


def gather(events: Sequence[Event], read_table: TableReader) -> list[Record]:
    """The actions that the events tell of, in their order."""
    told = _areas_once(_from_the_plan(events))
    gatherer = Gatherer(_leading(told), read_table, _twins(told))
    gatherer.hear(told)
    gatherer.close()
    title = events[0].text if events and events[0].sign is Sign.HEADING else ""
    records = settled(without_unfilled(gatherer.records), title=title)
    without_shared_labels(records)
    return records


def _twins(events: Sequence[Event]) -> frozenset[str]:
    """The labels that name the same field as another does, where each action has both: two sides of one thing."""
    written = Counter([(event.field, event.wording) for event in events if event.field])
    wordings: Counter[tuple[Field | None, str]] = Counter()
    for (name, wording), count in written.items():
        wordings[name, bare(wording)] += count if name in _ALONE else 0
    measures = max((count for (field, _), count in wordings.items() if field is Field.MEASURE), default=0)
    usual = [(field, words) for (field, words), count in wordings.items() if words and count >= max(LEAST, measures)]
    several = {field for field, count in Counter(field for field, _ in usual).items() if count > 1}
    return frozenset(words for field, words in usual if field in several and field is not Field.MEASURE)


def _areas_once(events: Sequence[Event]) -> Sequence[Event]:
    """The events, with the labels of areas as requirements where headings name the areas ("A. …") and none needs."""
    labels = {event.field for event in events if event.field}
    is_headed = Field.AREA in labels and any(event.sign is Sign.AREA for event in events)
    if not is_headed or labels & {Field.REQUIREMENT, Field.GOAL}:
        return events
    return [event._replace(field=Field.REQUIREMENT) if event.field is Field.AREA else event for event in events]


def _from_the_plan(events: Sequence[Event]) -> Sequence[Event]:
    """The events from the title that stands nearest above the first measure; all where none does."""
    first = next((index for index, event in enumerate(events) if _tells_measure(event)), 0)
    titles = [index for index, event in enumerate(events[:first]) if event.sign is Sign.TITLE]
    return events[titles[-1] :] if titles else events


def _tells_measure(event: Event) -> bool:
    return bool(event.rows) or event.field is Field.MEASURE


def _leading(events: Iterable[Event]) -> Field | None:
    """The field that an action begins with: the first named after which most of the others follow."""
    named = [event.field for event in events if event.field in _ALONE]
    if Field.MEASURE not in named:
        return named[0] if named else None
    counts = Counter(named)
    usual = [name for name in dict.fromkeys(named) if counts[name] * 2 >= counts[Field.MEASURE]]
    before = named[: named.index(Field.MEASURE)]
    first = next((name for name in usual if name in before), Field.MEASURE)
    return Field.REQUIREMENT if first is Field.MEASURE and _groups(named) else first


def _groups(named: Sequence[Field | None]) -> bool:
    """Say whether each requirement stands right before a measure, though it has several of them."""
    needed = Field.REQUIREMENT
    after = [later for name, later in pairwise(named) if name is needed]
    return len(after) > 1 and all(name is Field.MEASURE for name in after)
