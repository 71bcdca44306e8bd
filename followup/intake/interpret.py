"""From blocks to a draft: what the document says, understood, with its doubts. It knows no file format.

Pages before the plan yield no action; a document without any is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from followup.domain.drafts import Doubt, Draft, DraftAction
from followup.domain.stopping import Watch
from followup.intake.blocks import Block, Reading, Shape
from followup.intake.boxed import with_boxes_read
from followup.intake.dating import is_dated_or_open
from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.forms import gather
from followup.intake.habits.agenda import with_points
from followup.intake.habits.captions import with_captions
from followup.intake.habits.coded_lines import with_coded_headings
from followup.intake.habits.dashed_labels import with_dashed_labels
from followup.intake.habits.lone_forms import lone_labels
from followup.intake.habits.own_labels import own_labels
from followup.intake.habits.questions import questions_told
from followup.intake.habits.spoken_labels import (
    with_answers_as_measures,
    with_points_as_needs,
    with_remarks_as_measures,
    with_remarks_as_needs,
    with_spoken_labels,
    with_strangers_as_owners,
    with_words_above_items,
)
from followup.intake.habits.weak_labels import unknown_labels, with_marked_labels
from followup.intake.head.lines import without_mail_heads, without_the_heads_own
from followup.intake.head.reading import read_head
from followup.intake.hearing import events_of
from followup.intake.labels.headings import field_of_label, key_of
from followup.intake.labels.heads import loose_field
from followup.intake.language import language_of
from followup.intake.owners.turned_names import with_names_turned
from followup.intake.prose.cells_in_lines import with_cells_in_rows
from followup.intake.prose.common_checks import common_check, give_to_all, is_of_all
from followup.intake.prose.days_of_measures import with_checks_of_days, with_days_of_measures
from followup.intake.prose.items import LEAST, as_they_stand, read_items
from followup.intake.prose.measures import with_need
from followup.intake.prose.people_told import roles_that_are_initials
from followup.intake.prose.promises import is_described, is_promised, tells_measures
from followup.intake.prose.run_together import is_torn, with_rows_apart
from followup.intake.prose.senders import sender_of, with_initials, with_sender
from followup.intake.prose.told_measures import with_told_measures
from followup.intake.records import Record
from followup.intake.refusals import IntakeRefused
from followup.intake.statuses import read_status
from followup.intake.tables.grids import read_grid
from followup.intake.tables.guesses import guessed_fields, guessed_heads
from followup.intake.understanding import Expected, requirement_of, understand

MOST_BLOCKS = 300
_PLACE = re.compile(r"(?i)\s*(?:var|plats|lokal|where|place|venue|location|sted|hvor)\s*[:?]")
_AREA_LETTERS = frozenset("ABCDEFGH")
"""The letters that the areas of a SPUR review have."""
_LETTERED = re.compile(r"[^\W\d_]\W*\d|$")
_ANY_DAY = date(2000, 1, 1)


def interpret(
    reading: Reading, reference: date, mapping: dict[str, Field], source: str = "", watch: Watch | None = None
) -> Draft:
    """The draft of the plan that the blocks tell of.

    `reference` is the day that missing years count from where the document gives no date of its own;
    `mapping` what somebody told of its headings (keys as `headings.key_of` gives them). `watch` is told of each
    action, and between what is done with the whole document.

    Raises:
        IntakeRefused: no action in it, or a table of which only pieces are left.
        StoppedError: the one who watches has stopped it.
    """
    watched = watch or Watch()
    own = _own_words(reading.blocks, mapping)
    mapping = mapping | _keyed(own)
    watched.step(1)
    records, unknown = _records(reading.blocks, mapping, watched)
    unknown = [*(label for label in own if not loose_field(label)), *unknown]
    guesses = {} if records else guessed_fields(reading.blocks, mapping)
    if guesses:
        mapping = mapping | _keyed(guesses)
        records, unknown = _records(reading.blocks, mapping, watched)
        unknown = [*guesses, *unknown]
    if not records:
        raise IntakeRefused("intake.not_a_plan")
    head = read_head(reading.blocks, records[0].source, reference, mapping, reading.running)
    day = head.document_date or reference
    doubts = [Doubt("source", code) for code in reading.warnings]
    doubts += [Doubt("source", "heading-unknown", " ".join(words.split())) for words in unknown]
    return Draft(
        source=source,
        title=head.title,
        unit=head.unit,
        review=head.review,
        document_date=head.document_date,
        language=language_of(_words(reading.blocks[-MOST_BLOCKS:])),
        actions=_understood(records, day, watched),
        doubts=tuple(doubts),
    )


def _own_words(blocks: Sequence[Block], mapping: dict[str, Field]) -> dict[str, Field]:
    """The fields of labels and questions that only this document has words for, by the label as written."""
    asked = questions_told(blocks, mapping)
    told = asked | guessed_heads(blocks, mapping | _keyed(asked))
    told |= own_labels(blocks, mapping | _keyed(told))
    return told | lone_labels(blocks, mapping | _keyed(told))


def _keyed(labels: Mapping[str, Field]) -> dict[str, Field]:
    return {key_of(label): field for label, field in labels.items()}


def _understood(records: list[Record], day: date, watch: Watch) -> tuple[DraftAction, ...]:
    expected = Expected(
        area=any(record.get(Field.AREA) for record in records),
        requirement=any(requirement_of(record) for record in records),
    )
    actions: list[DraftAction] = []
    for record in records:
        watch.step(1)
        actions.append(understand(record, day, expected))
    return with_names_turned(actions)


def _records(blocks: Sequence[Block], mapping: dict[str, Field], watch: Watch) -> tuple[list[Record], list[str]]:
    strangers = unknown_labels(blocks, mapping)
    told = {**mapping, **dict.fromkeys(strangers, Field.IGNORE)}
    marked = with_marked_labels(_shaped(blocks, mapping))
    headed = without_the_heads_own(without_mail_heads(events_of(marked, told)))
    headed = with_cells_in_rows(with_rows_apart(headed))
    remarked = with_remarks_as_measures(with_remarks_as_needs(with_points_as_needs(headed)))
    heard = with_words_above_items(with_strangers_as_owners(with_answers_as_measures(remarked)))
    sender = sender_of(heard)
    watch.step(1)
    events = with_spoken_labels(with_told_measures(heard, sender), is_of_all)
    tables = [event for event in events if event.rows]
    unknown = list(strangers.values())

    def read_table(event: Event, area: str, headings: tuple[str, ...]) -> list[Record]:
        lent = area or (headings[-1] if headings and len(tables) > 1 and not _is_state(headings[-1]) else "")
        records, heads = read_grid(event.rows, lent, mapping)
        unknown.extend(words for words in heads if words not in unknown)
        return records

    if is_torn(events):
        raise IntakeRefused("intake.torn_table")
    gathered = gather(events, read_table)
    records = [] if _is_chance(gathered, events) else gathered
    listed = read_items(as_they_stand(blocks)) if records and _only_speaks(events) else []
    records = listed if len(listed) > len(records) and not _names_labels(listed) else records
    records = records or _told_in_words(events, blocks)
    watch.step(1)
    if _only_speaks(events):
        _with_needs_apart(records)
    is_unchecked = not any(event.field is Field.FOLLOW_UP or event.rows for event in events)
    if (is_unchecked or _only_speaks(events)) and is_promised(events):
        give_to_all(records, common_check(as_they_stand(blocks), _of_one_action(events)))
    with_checks_of_days(records)
    with_days_of_measures(records)
    with_boxes_read(records)
    with_sender(records, sender)
    with_initials(records, roles_that_are_initials(heard))
    return _without_counting_letter(records), unknown


def _of_one_action(events: Sequence[Event]) -> frozenset[str]:
    """The sources of labels that stand right after another label: they tell of one action, and not of all."""
    return frozenset(later.source for before, later in pairwise(events) if before.field and later.field)


def _told_in_words(events: Sequence[Event], blocks: Sequence[Block]) -> list[Record]:
    """The actions told in words, with the labels among them as labels or, where that tells of more, as they stand."""
    heard = read_items(events)
    if not any(event.field for event in events):
        return heard
    standing = read_items(as_they_stand(blocks))
    return standing if len(standing) >= LEAST and _told(standing) > _told(heard) else heard


def _told(records: Sequence[Record]) -> tuple[int, int]:
    """How much is told: how many actions, and how many fields of them."""
    return len(records), sum(len(record.words) for record in records)


def _with_needs_apart(records: Sequence[Record]) -> None:
    """Take what is lacking apart from what is done, where no record tells it under a label of its own."""
    if not any(record.get(Field.REQUIREMENT) for record in records):
        for record in records:
            record.words |= with_need(record.words) if record.get(Field.MEASURE) else {}


def _only_speaks(events: Sequence[Event]) -> bool:
    """Say whether no label names what is to be done: it is told in sentences, and others may tell it in other ways."""
    return not any(event.rows or (event.wording and event.field is Field.MEASURE) for event in events)


def _names_labels(records: Sequence[Record]) -> bool:
    """Say whether an owner is but a label ("Ansvarig"): these items have labels, and were read as if they had none."""
    return any(field_of_label(record.get(Field.RESPONSIBLE), marked=True) for record in records)


def _is_chance(records: Sequence[Record], events: Sequence[Event]) -> bool:
    """Say whether nothing promises actions, or the only one has neither day nor owner in what is called no plan."""
    if not tells_measures(events) and not is_promised(events):
        return True
    if is_described(events) and not any(record.get(Field.DUE) or record.get(Field.RESPONSIBLE) for record in records):
        return True
    if len(records) != 1 or records[0].is_row or any(event.sign is Sign.TITLE for event in events):
        return False
    is_named = any(event.wording and event.field is Field.RESPONSIBLE for event in events)
    is_owned = is_named and bool(records[0].get(Field.RESPONSIBLE))
    is_event = any(_PLACE.match(event.text) for event in events if event.sign is not Sign.TABLE)
    return is_event or not (is_dated_or_open(records[0].get(Field.DUE)) or is_owned)


def _shaped(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> Sequence[Block]:
    """The blocks, with what only the whole document tells of them: points, criteria, captions and dashes."""
    return with_dashed_labels(with_coded_headings(with_captions(with_points(blocks), mapping)))


def _without_counting_letter(records: list[Record]) -> list[Record]:
    """Records whose numbers share one letter ("R1, R2") that is no area's code, and only counts.

    It counts where it stands over several areas, or where no area has it for its letter.
    """
    letters = {record.get(Field.NUMBER)[:1] for record in records}
    areas = {record.get(Field.AREA) for record in records if record.get(Field.AREA)}
    are_lettered = all(_LETTERED.match(record.get(Field.NUMBER)) for record in records)
    is_count = len(areas) > 1 or (not areas and letters.isdisjoint(_AREA_LETTERS))
    if len(letters) == 1 and is_count and are_lettered:
        for record in records:
            record.words[Field.NUMBER] = record.get(Field.NUMBER).lstrip(*letters)
    return records


def _is_state(heading: str) -> bool:
    """Say whether a heading only tells how far the actions below have come ("Klara", "Pågående 2026")."""
    return bool(read_status(heading, _ANY_DAY).code)


def _words(blocks: Sequence[Block]) -> str:
    words = (
        block.text if block.shape is not Shape.TABLE else " ".join(text for row in block.rows for text in row.texts)
        for block in blocks
    )
    return "\n".join(words)
