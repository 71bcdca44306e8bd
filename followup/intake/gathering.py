"""Hears labels and the words that follow them, and closes one action where the next begins.

It asks nothing of the document as a whole: which field leads is told to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from followup.intake.events import Event, Sign
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.grades import grade_of
from followup.intake.labels.heads import is_plan_title
from followup.intake.open_action import ANY_LENGTH, BEGIN_NOTHING, LONG, Chunk, OpenAction, fits, record_of
from followup.intake.records import Record
from followup.intake.statuses import read_status

_ONLY_COUNTS = re.compile(r"(?i)(?:(?:nr|nummer|no|punkt|item|rad)\.?\s*)?\d{1,3}[.:)]?$")
"""A heading that parts one action from the next and names nothing."""
NESTED = 100
"""The level from which items are headings: below any that headings themselves have."""
_ANY_DAY = date(2000, 1, 1)
TableReader = Callable[[Event, str, tuple[str, ...]], list[Record]]


_MEASURE, _AREA, _GRADE = Field.MEASURE, Field.AREA, Field.GRADE
_STATUS, _ITEM = Field.STATUS, Sign.ITEM
"""Asked of every event: a name of the module is found four times as fast as a member of its enumeration."""


class Gatherer:
    """Hears events in order and keeps the records."""

    def __init__(self, leading: Field | None, read_table: TableReader, twins: frozenset[str] = frozenset()) -> None:
        self.records: list[Record] = []
        self._leading = leading
        self._twins = twins
        self._read_table = read_table
        self._area, self._grade, self._grade_ahead = "", "", ""
        self._headings: tuple[tuple[int, str], ...] = ()
        self._context: list[str] = []
        self._lead = ""
        self._lead_level, self._is_nested = 0, False
        self._requirement: list[Chunk] = []
        self._now = OpenAction()
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

    def hear(self, events: Iterable[Event]) -> None:
        """Take events in, one after the other."""
        hearers = self._hearers
        for event in events:
            hearers[event.sign](event)

    def close(self) -> None:
        """End the action being gathered."""
        now, self._now = self._now, OpenAction()
        if now.is_begun:
            self.records.append(record_of(now))
            self._requirement = now.fields.get(Field.REQUIREMENT, [])

    def _hear_title(self, event: Event) -> None:
        if self._belongs(event):
            self._add(event)
            return
        self.close()
        self._enter_area("")
        self._headings, self._context, self._lead = (), [], ""

    def _hear_area(self, event: Event) -> None:
        if self._belongs(event):
            self._add(event)
            return
        self.close()
        self._enter_area(event.text)
        self._headings, self._context, self._lead = (), [], ""

    def _belongs(self, event: Event) -> bool:
        """A line that only looks like a heading, inside a measure that is still being told."""
        now = self._now
        return now.current is _MEASURE and now.has(_MEASURE) and not now.is_told and event.level == 0

    def _hear_heading(self, event: Event) -> None:
        if self._now.current in LONG and not self._now.is_told and event.level == 0:
            self._add(event)
            return
        self.close()
        above = tuple(each for each in self._headings if each[0] < event.level) if event.level else ()
        self._headings = above if _ONLY_COUNTS.match(event.text) else (*above, (event.level, event.text))
        self._context, self._lead = [], ""

    def _hear_label(self, event: Event) -> None:
        if event.field is None or event.field not in ACTION_FIELDS:
            self._now.current = Field.IGNORE if self._now.is_begun else None
            return
        if self._now.current is _STATUS and self._is_awaited(event):
            self._hear_text(Event(Sign.TEXT, event.wording, page=event.page))
            return
        if event.field is _AREA:
            self._hear_area_label(event)
            return
        if event.field is _GRADE:
            self._hear_grade_label(event)
            return
        if event.field is _MEASURE and event.text and self._is_prose(event):
            self._add(Event(Sign.TEXT, f"{event.wording}: {event.text}", page=event.page))
            return
        if self._begins_anew(event):
            self.close()
        self._enter(event, event.field)

    def _is_awaited(self, event: Event) -> bool:
        """Say whether what could be a label stands where a status is told and tells one ("Status" / "Klart")."""
        now = self._now
        is_open = now.is_told and not now.has(_STATUS) and not event.text
        return is_open and bool(read_status(event.wording, _ANY_DAY).code)

    def _hear_area_label(self, event: Event) -> None:
        if is_plan_title(event.text):
            self._hear_title(event)
            return
        if self._now.is_told or self._now.has(_MEASURE):
            self.close()
        if event.text:
            self._enter_area(event.text, self._grade_ahead)
        self._now.area, self._now.grade = self._area, self._grade
        self._now.current = None if event.text else _AREA

    def _enter_area(self, area: str, grade: str = "") -> None:
        self._area, self._grade, self._grade_ahead = area, grade, ""

    def _hear_grade_label(self, event: Event) -> None:
        """Take an area's grade; what is more than a grade is what it was before anybody knew of grades: text."""
        if event.text and not grade_of(event.text):
            self._hear_text(Event(Sign.TEXT, f"{event.wording}: {event.text}", page=event.page))
            return
        self._now.current = None if event.text else _GRADE
        self._hear_grade(event.text)

    def _hear_grade(self, text: str) -> None:
        """Give the area its grade; where it has one, or there is none yet, the grade is the next area's."""
        grade = grade_of(text)
        if not grade:
            self._context += [text] if text else []
        elif not self._area or self._grade:
            self._grade_ahead = grade
        else:
            self._grade = self._now.grade = grade

    def _is_prose(self, event: Event) -> bool:
        """A measure that speaks of "Planerade åtgärder: …" inside itself."""
        now = self._now
        return (
            now.current is _MEASURE
            and now.has(_MEASURE)
            and bare(event.wording) != bare(now.wordings.get(_MEASURE, ""))
        )

    def _begins_anew(self, event: Event) -> bool:
        now, name = self._now, event.field
        if not now.is_begun or name is None:
            return False
        if not now.has(name):
            is_led = self._leading is not _MEASURE and self._leading in now.fields
            is_next = name is _MEASURE and bool(now.lead) and now.is_told and not is_led
            return is_next or (name is self._leading and name not in now.fields)
        if self._goes_on(name) or self._is_twin(event):
            return False
        if not now.is_told and now.wordings.get(name) and bare(now.wordings[name]) != bare(event.wording):
            return False
        return name is not now.current or event.page == now.fields[name][-1].page or bool(event.text)

    def _is_twin(self, event: Event) -> bool:
        """Say whether a label tells the other side of what the action has told of under a label of the same field."""
        wording = bare(event.wording)
        return wording in self._twins and wording not in self._now.labels

    def _goes_on(self, name: Field) -> bool:
        """Say whether a second measure follows the first of one requirement, before who and when are told of both."""
        now = self._now
        is_second = name is _MEASURE and now.current is _MEASURE and not now.is_told
        return is_second and self._leading is Field.REQUIREMENT and now.has(Field.REQUIREMENT)

    def _enter(self, event: Event, name: Field) -> None:
        now = self._now
        if not now.is_begun:
            self._begin(now, event)
        now.is_begun = now.is_begun or name not in BEGIN_NOTHING
        now.current = name
        now.wordings[name] = event.wording
        now.labels.add(bare(event.wording))
        chunks = now.fields.setdefault(name, [])
        if event.text:
            chunks.append(Chunk(event.text, event.page))

    def _begin(self, now: OpenAction, event: Event) -> None:
        now.area, now.grade = now.area or self._area, now.grade or self._grade
        if event.field is _MEASURE and self._leading is Field.REQUIREMENT and not self._context:
            now.fields |= {Field.REQUIREMENT: list(self._requirement)} if self._requirement else {}
        now.context, self._context = self._context, []
        now.lead, self._lead = self._lead, ""
        now.headings = tuple(text for _, text in self._headings)
        now.source = event.source

    def _hear_text(self, event: Event) -> None:
        now = self._now
        if now.current in ANY_LENGTH:
            now.fields.setdefault(now.current, []).append(Chunk(event.text, event.page))
        elif now.current is _AREA:
            self._enter_area(event.text, self._grade_ahead)
            now.area, now.grade, now.current = event.text, self._grade, None
        elif now.current is _GRADE:
            now.current = None
            self._hear_grade(event.text)
        elif now.current is not None and fits(event.text, now.current, now.fields.get(now.current, [])):
            self._add(event)
        else:
            now.current = None
            self._context.append(event.text)

    def _hear_end(self, event: Event) -> None:
        """A list item that told everything is over: what follows is not its last field's."""
        self._now.current = None if event.page else self._now.current

    def _hear_item(self, event: Event) -> None:
        now = self._now
        if self._is_shallower(event):
            self.close()
            now = self._now
        chunks = now.fields.get(now.current, []) if now.current else []
        is_list = not chunks or chunks[-1].is_item or now.current in LONG
        if now.current is not None and is_list and not (now.is_told and _is_counted(event.text)):
            self._add(event)
        elif now.is_told or not now.is_begun:
            self.close()
            self._nest(event)
            self._lead, self._lead_level, self._context = event.text, event.level, []
        else:
            self._add(event)

    def _is_shallower(self, event: Event) -> bool:
        """Say whether an item is no deeper in its list than the one whose labels have told all since."""
        return bool(self._now.lead) and self._now.is_told and self._is_nested and event.level <= self._lead_level

    def _nest(self, event: Event) -> None:
        """Take the item that a deeper one follows for the heading above it, and end that where the list comes back."""
        if self._lead and event.level > self._lead_level:
            self._headings = (*self._headings, (NESTED + self._lead_level, self._lead))
            self._is_nested = True
        elif event.sign is Sign.ITEM:
            self._headings = tuple(each for each in self._headings if each[0] < NESTED + event.level)

    def _add(self, event: Event) -> None:
        if self._now.current is None:
            self._context.append(event.text)
            return
        chunks = self._now.fields.setdefault(self._now.current, [])
        chunks.append(Chunk(event.text, event.page, event.sign is _ITEM))

    def _hear_table(self, event: Event) -> None:
        self.close()
        headings = tuple(text for _, text in self._headings)
        for record in self._read_table(event, self._area, headings):
            if self._grade and record.get(_AREA) == self._area and not record.get(_GRADE):
                record.words[_GRADE] = self._grade
            self.records.append(record)


def _is_counted(text: str) -> bool:
    return text[:1].isdigit() or text[:1] == "§"


@lru_cache(maxsize=1024)
def bare(wording: str) -> str:
    """A label as it is compared: without its mark and whatever follows it, folded."""
    return wording.partition(":")[0].strip(" -–•*").casefold()
