"""From blocks to a draft: what the document says, understood, with its doubts. It knows no file format.

Pages before the plan yield no action; a document without any is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from followup.domain.drafts import Doubt, Draft
from followup.intake.blocks import Block, Reading, Shape
from followup.intake.events import Event, Sign, events_of
from followup.intake.fields import Field
from followup.intake.forms import gather
from followup.intake.grids import read_grid
from followup.intake.head import read_head
from followup.intake.headings import key_of
from followup.intake.items import read_items
from followup.intake.language import language_of
from followup.intake.records import Record
from followup.intake.refusals import IntakeRefused
from followup.intake.understanding import Expected, requirement_of, understand

MOST_BLOCKS = 300
_PLAIN_DATE = frozenset({"datum", "date", "dato"})


def interpret(reading: Reading, reference: date, mapping: Mapping[str, Field], source: str = "") -> Draft:
    """The draft of the plan that the blocks tell of.

    `reference` is the day that missing years count from where the document gives no date of its own;
    `mapping` what somebody told of its headings (keys as `headings.key_of` gives them).

    Raises:
        IntakeRefused: no action in it.
    """
    records, unknown = _records(reading.blocks, mapping)
    if not records:
        raise IntakeRefused("intake.not_a_plan")
    head = read_head(reading.blocks, records[0].source, reference, mapping)
    day = head.document_date or reference
    expected = Expected(
        area=any(record.get(Field.AREA) for record in records),
        requirement=any(requirement_of(record) for record in records),
    )
    doubts = [Doubt("source", code) for code in reading.warnings]
    doubts += [Doubt("source", "heading-unknown", " ".join(words.split())) for words in unknown]
    return Draft(
        source=source,
        title=head.title,
        unit=head.unit,
        review=head.review,
        document_date=head.document_date,
        language=language_of(_words(reading.blocks[-MOST_BLOCKS:])),
        actions=tuple(understand(record, day, expected) for record in records),
        doubts=tuple(doubts),
    )


def _records(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> tuple[list[Record], list[str]]:
    events = _without_document_date(list(events_of(blocks, mapping)))
    tables = [event for event in events if event.sign is Sign.TABLE]
    unknown: list[str] = []

    def read_table(event: Event, area: str, headings: tuple[str, ...]) -> list[Record]:
        lent = area or (headings[-1] if headings and len(tables) > 1 else "")
        records, strangers = read_grid(event.rows, lent, mapping)
        unknown.extend(words for words in strangers if words not in unknown)
        return records

    return gather(events, read_table) or read_items(events), unknown


def _without_document_date(events: list[Event]) -> list[Event]:
    """Events without the "Datum:" of the document's head, which is no action's date."""
    named = [event for event in events if event.sign is Sign.LABEL]
    if not named or not _is_plain_date(named[0]):
        first = next((event for event in named if event.field in {Field.MEASURE, Field.DUE}), None)
        if first is None or not _is_plain_date(first):
            return events
    dates = [event for event in named if event.field is Field.DUE]
    measures = [event for event in named if event.field is Field.MEASURE]
    is_extra = len(dates) > len(measures) or any(not _is_plain_date(event) for event in dates)
    return [event for event in events if event is not dates[0]] if is_extra else events


def _is_plain_date(event: Event) -> bool:
    return event.field is Field.DUE and key_of(event.wording) in _PLAIN_DATE


def _words(blocks: Sequence[Block]) -> str:
    words = (
        block.text if block.shape is not Shape.TABLE else " ".join(text for row in block.rows for text in row.texts)
        for block in blocks
    )
    return "\n".join(words)
