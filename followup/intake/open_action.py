"""One action while it is being gathered: the words of each field so far, and what stood around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from followup.intake.dating import is_about_time
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.owners.kinds import ends_in_role
from followup.intake.owners.reading import read_owners
from followup.intake.records import Record

GROUP = frozenset({Field.AREA, Field.GRADE, Field.NUMBER})
LONG = frozenset({Field.MEASURE, Field.REQUIREMENT, Field.NOTE, Field.FOLLOW_UP, Field.IGNORE})
"""Fields that may go on over several paragraphs."""
_OWNERS = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
MOST_OWNER_WORDS = 10
BEGIN_NOTHING = frozenset(Field) - ACTION_FIELDS | GROUP
ANY_LENGTH = LONG - {Field.FOLLOW_UP}
_FOLLOW_UP = Field.FOLLOW_UP


@dataclass(slots=True)
class Chunk:
    """Words of one block inside a field."""

    text: str
    page: int
    is_item: bool = False


@dataclass(slots=True)
class OpenAction:
    """The action being gathered."""

    fields: dict[Field, list[Chunk]] = field(default_factory=dict)
    wordings: dict[Field, str] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    current: Field | None = None
    area: str = ""
    grade: str = ""
    lead: str = ""
    context: list[str] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    source: str = ""
    is_begun: bool = False

    def has(self, name: Field) -> bool:
        chunks = self.fields.get(name)
        return chunks is not None and any(chunk.text for chunk in chunks)

    @property
    def is_told(self) -> bool:
        """Something to do and at least one thing about it."""
        return (self.has(Field.MEASURE) or bool(self.lead)) and any(
            self.has(name) for name in (Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE)
        )


def record_of(now: OpenAction) -> Record:
    """The record that the gathered words make."""
    words = {name: _joined(chunks) for name, chunks in now.fields.items()}
    if now.area:
        words[Field.AREA] = now.area
    if now.grade:
        words[Field.GRADE] = now.grade
    return Record(
        {name: text for name, text in words.items() if text},
        source=now.source,
        lead=now.lead,
        context="\n\n".join(now.context),
        headings=now.headings,
    )


def _joined(chunks: Sequence[Chunk]) -> str:
    if len(chunks) == 1 and not chunks[0].is_item:
        return chunks[0].text
    text = ""
    for index, chunk in enumerate(chunks):
        mark = "• " if chunk.is_item and not chunk.text[:1].isdigit() else ""
        between = "\n" if index and chunk.is_item and chunks[index - 1].is_item else "\n\n"
        text += (between if text else "") + mark + chunk.text
    return text


def fits(text: str, name: Field, chunks: Sequence[Chunk]) -> bool:
    """Say whether a further paragraph may belong to a field that has words already."""
    if name in ANY_LENGTH or not any(chunk.text for chunk in chunks):
        return True
    if text[-1:] in "!?":
        return False
    if name in _OWNERS:
        owners, doubts = read_owners(text)
        are_clear = not doubts and all(owner.name or ends_in_role(owner.role) for owner in owners)
        return bool(owners) and are_clear and len(text.split()) <= MOST_OWNER_WORDS
    return name is _FOLLOW_UP and is_about_time(text)
