"""Gathers actions from labels and the words that follow them, whatever the order of the labels.

An action begins where a field comes again that it already has, or where the document's leading field comes.
Words between the last field of one action and the first label of the next are the next one's requirement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from followup.intake.dating import is_about_time
from followup.intake.events import Event, Sign
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.owners import ends_in_role, read_owners
from followup.intake.records import Record, is_action

_LONG = frozenset({Field.MEASURE, Field.REQUIREMENT, Field.NOTE, Field.FOLLOW_UP, Field.IGNORE})
_GROUP = frozenset({Field.AREA, Field.NUMBER})
_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
MOST_OWNER_WORDS = 10
LEAST_TOLD = 4
"""Fields that the only action of a document must tell, if its measure is to be a heading."""
TableReader = Callable[[Event, str, tuple[str, ...]], list[Record]]


@dataclass(slots=True)
class _Chunk:
    """Words of one block inside a field."""

    text: str
    page: int
    is_item: bool = False


@dataclass(slots=True)
class _Open:
    """The action being gathered."""

    fields: dict[Field, list[_Chunk]] = field(default_factory=dict)
    wordings: dict[Field, str] = field(default_factory=dict)
    current: Field | None = None
    area: str = ""
    lead: str = ""
    context: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    source: str = ""

    def has(self, name: Field) -> bool:
        return any(chunk.text for chunk in self.fields.get(name, ()))

    @property
    def is_begun(self) -> bool:
        return any(name in ACTION_FIELDS and name not in _GROUP for name in self.fields)

    @property
    def is_told(self) -> bool:
        """Something to do and at least one thing about it."""
        return (self.has(Field.MEASURE) or bool(self.lead)) and any(
            self.has(name) for name in (Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE)
        )


def gather(events: Sequence[Event], read_table: TableReader) -> list[Record]:
    """The actions that the events tell of, in their order."""
    told = _from_the_plan(events)
    gatherer = _Gatherer(_leading(told), read_table)
    for event in told:
        gatherer.hear(event)
    gatherer.close()
    return _settled(gatherer.records)


def _from_the_plan(events: Sequence[Event]) -> Sequence[Event]:
    """The events from the title that stands nearest above the first measure; all where none does."""
    first = next((index for index, event in enumerate(events) if _tells_measure(event)), 0)
    titles = [index for index, event in enumerate(events[:first]) if event.sign is Sign.TITLE]
    return events[titles[-1] :] if titles else events


def _tells_measure(event: Event) -> bool:
    return event.sign is Sign.TABLE or event.field is Field.MEASURE


def _leading(events: Iterable[Event]) -> Field | None:
    """The field that an action begins with: the first named after which most of the others follow."""
    named = [event.field for event in events if event.sign is Sign.LABEL and event.field in ACTION_FIELDS - _GROUP]
    if Field.MEASURE not in named:
        return named[0] if named else None
    counts = Counter(named)
    usual = [name for name in dict.fromkeys(named) if counts[name] * 2 >= counts[Field.MEASURE]]
    before = named[: named.index(Field.MEASURE)]
    return next((name for name in usual if name in before), Field.MEASURE)


class _Gatherer:
    """Hears events in order and keeps the records."""

    def __init__(self, leading: Field | None, read_table: TableReader) -> None:
        self.records: list[Record] = []
        self._leading = leading
        self._read_table = read_table
        self._area = ""
        self._headings: tuple[tuple[int, str], ...] = ()
        self._context: list[str] = []
        self._lead = ""
        self._now = _Open()
        self._hearers = {
            Sign.TITLE: self._hear_title,
            Sign.AREA: self._hear_area,
            Sign.HEADING: self._hear_heading,
            Sign.LABEL: self._hear_label,
            Sign.TEXT: self._hear_text,
            Sign.ITEM: self._hear_item,
            Sign.TABLE: self._hear_table,
            Sign.END: self._hear_end,
        }

    def hear(self, event: Event) -> None:
        """Take one event in."""
        self._hearers[event.sign](event)

    def close(self) -> None:
        """End the action being gathered."""
        now, self._now = self._now, _Open()
        if now.is_begun:
            self.records.append(_record(now))

    def _hear_title(self, event: Event) -> None:
        if self._belongs(event):
            self._add(event)
            return
        self.close()
        self._area, self._headings, self._context, self._lead = "", (), [], ""

    def _hear_area(self, event: Event) -> None:
        if self._belongs(event):
            self._add(event)
            return
        self.close()
        self._area, self._headings, self._context, self._lead = event.text, (), [], ""

    def _belongs(self, event: Event) -> bool:
        """A line that only looks like a heading, inside a measure that is still being told."""
        now = self._now
        return now.current is Field.MEASURE and now.has(Field.MEASURE) and not now.is_told and event.level == 0

    def _hear_heading(self, event: Event) -> None:
        if self._now.current in _LONG and not self._now.is_told and event.level == 0:
            self._add(event)
            return
        self.close()
        above = tuple(each for each in self._headings if each[0] < event.level) if event.level else ()
        self._headings = (*above, (event.level, event.text))
        self._context, self._lead = [], ""

    def _hear_label(self, event: Event) -> None:
        if event.field is None or event.field not in ACTION_FIELDS:
            self._now.current = Field.IGNORE if self._now.is_begun else None
            return
        if event.field is Field.AREA:
            self._hear_area_label(event)
            return
        if self._is_prose(event):
            self._add(Event(Sign.TEXT, f"{event.wording}: {event.text}", page=event.page))
            return
        if self._begins_anew(event):
            self.close()
        self._enter(event, event.field)

    def _hear_area_label(self, event: Event) -> None:
        if self._now.is_told or self._now.has(Field.MEASURE):
            self.close()
        self._area = event.text or self._area
        self._now.area = self._area
        self._now.current = None if event.text else Field.AREA

    def _is_prose(self, event: Event) -> bool:
        """A measure that speaks of "Planerade åtgärder: …" inside itself."""
        now = self._now
        if event.field is not now.current or now.current is not Field.MEASURE or not event.text:
            return False
        return now.has(Field.MEASURE) and _bare(event.wording) != _bare(now.wordings.get(Field.MEASURE, ""))

    def _begins_anew(self, event: Event) -> bool:
        now, name = self._now, event.field
        if not now.is_begun or name is None:
            return False
        if not now.has(name):
            is_next = name is Field.MEASURE and bool(now.lead) and now.is_told
            return is_next or (name is self._leading and name not in now.fields)
        if not now.is_told and now.wordings.get(name) and _bare(now.wordings[name]) != _bare(event.wording):
            return False
        return name is not now.current or event.page == now.fields[name][-1].page or bool(event.text)

    def _enter(self, event: Event, name: Field) -> None:
        now = self._now
        if not now.is_begun:
            self._begin(now, event)
        now.current = name
        now.wordings[name] = event.wording
        chunks = now.fields.setdefault(name, [])
        if event.text:
            chunks.append(_Chunk(event.text, event.page))

    def _begin(self, now: _Open, event: Event) -> None:
        now.area = now.area or self._area
        now.context, self._context = self._context, []
        now.lead, self._lead = self._lead, ""
        now.headings = tuple(text for _, text in self._headings)
        now.source = event.source

    def _hear_text(self, event: Event) -> None:
        now = self._now
        if now.current is Field.AREA:
            self._area = now.area = event.text
            now.current = None
        elif now.current is not None and _fits(event.text, now.current, now.fields.get(now.current, [])):
            self._add(event)
        else:
            now.current = None
            self._context.append(event.text)

    def _hear_end(self, event: Event) -> None:
        """A list item that told everything is over: what follows is not its last field's."""
        self._now.current = None if event.page else self._now.current

    def _hear_item(self, event: Event) -> None:
        now = self._now
        chunks = now.fields.get(now.current, []) if now.current else []
        is_list = not chunks or chunks[-1].is_item or now.current in _LONG
        if now.current is not None and is_list and not (now.is_told and event.text[:1].isdigit()):
            self._add(event)
        elif now.is_told or not now.is_begun:
            self.close()
            self._lead, self._context = event.text, []
        else:
            self._add(event)

    def _add(self, event: Event) -> None:
        if self._now.current is None:
            self._context.append(event.text)
            return
        chunks = self._now.fields.setdefault(self._now.current, [])
        chunks.append(_Chunk(event.text, event.page, event.sign is Sign.ITEM))

    def _hear_table(self, event: Event) -> None:
        self.close()
        headings = tuple(text for _, text in self._headings)
        self.records.extend(self._read_table(event, self._area, headings))


def _bare(wording: str) -> str:
    return wording.partition(":")[0].strip().casefold()


def _fits(text: str, name: Field, chunks: Sequence[_Chunk]) -> bool:
    """Say whether a further paragraph may belong to a field that has words already."""
    if name in _LONG - {Field.FOLLOW_UP} or not any(chunk.text for chunk in chunks):
        return True
    if text[-1:] in "!?":
        return False
    if name in _OWNERS:
        owners, doubts = read_owners(text)
        are_clear = not doubts and all(owner.name or ends_in_role(owner.role) for owner in owners)
        return bool(owners) and are_clear and len(text.split()) <= MOST_OWNER_WORDS
    return name is Field.FOLLOW_UP and is_about_time(text)


def _record(now: _Open) -> Record:
    words = {name: _joined(chunks) for name, chunks in now.fields.items()}
    if now.area:
        words[Field.AREA] = now.area
    return Record(
        {name: text for name, text in words.items() if text},
        source=now.source,
        lead=now.lead,
        context="\n\n".join(now.context),
        headings=now.headings,
    )


def _joined(chunks: Sequence[_Chunk]) -> str:
    text = ""
    for index, chunk in enumerate(chunks):
        mark = "• " if chunk.is_item and not chunk.text[:1].isdigit() else ""
        between = "\n" if index and chunk.is_item and chunks[index - 1].is_item else "\n\n"
        text += (between if text else "") + mark + chunk.text
    return text


def _settled(records: list[Record]) -> list[Record]:
    """Records with the words around their labels given a field, where they have a meaning for most of them."""
    for record in records:
        if record.lead and not record.get(Field.MEASURE):
            told = (_unnumbered(record.lead), record.context)
            record.words[Field.MEASURE] = "\n\n".join(each for each in told if each)
        elif record.lead and not record.context and not record.get(Field.REQUIREMENT):
            record.words[Field.REQUIREMENT] = _unnumbered(record.lead)
    _use_context(records)
    _use_headings(records)
    return [record for record in records if is_action(record)]


def _unnumbered(text: str) -> str:
    head, _, rest = text.partition(" ")
    return rest if head.strip(".)").replace(".", "").isdigit() and rest else text


def _use_context(records: list[Record]) -> None:
    labelled = [record for record in records if is_action(record)]
    if any(record.get(Field.REQUIREMENT) for record in labelled):
        return
    told = [record for record in labelled if record.context]
    if len(told) * 2 > len(labelled):
        for record in told:
            record.words[Field.REQUIREMENT] = record.context


def _use_headings(records: list[Record]) -> None:
    """Headings above actions: what is to be done, the requirement, or the area they share."""
    shared = Counter(record.headings for record in records if record.headings)
    is_alone = len(records) == 1 and len(records[0].words) < LEAST_TOLD
    for record in records:
        if not record.headings:
            continue
        *above, nearest = record.headings
        if not record.get(Field.MEASURE) and shared[record.headings] == 1 and not is_alone:
            record.words[Field.MEASURE] = _unnumbered(nearest)
        elif (
            not record.get(Field.REQUIREMENT)
            and shared[record.headings] == 1
            and (_is_long(nearest) or above or record.get(Field.AREA))
        ):
            record.words[Field.REQUIREMENT] = _unnumbered(nearest)
        elif not record.get(Field.AREA) and not (len(shared) == 1 and _is_title(nearest)):
            record.words[Field.AREA] = nearest
        if above and not record.get(Field.AREA):
            record.words[Field.AREA] = above[-1]


_OF_A_TITLE = frozenset({"åtgärder", "granskning", "granskningen", "spur", "spur-granskning", "actions", "review"})


def _is_title(text: str) -> bool:
    """Say whether a heading that all actions share is the document's title rather than their area."""
    return text.isupper() or bool(set(text.casefold().split()) & _OF_A_TITLE)


def _is_long(text: str) -> bool:
    return len(text.split()) > 6 or text.rstrip().endswith(".")
