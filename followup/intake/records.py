"""One action's words as found in a document, before anything is understood of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from followup.intake.fields import Field


@dataclass(slots=True)
class Record:
    """The words of each field (paragraphs apart by a blank line), where they stand, and what was doubtful."""

    words: dict[Field, str] = field(default_factory=dict)
    source: str = ""
    struck: bool = False
    doubts: list[tuple[str, str, str]] = field(default_factory=list)
    lead: str = ""
    context: str = ""
    headings: tuple[str, ...] = ()
    year: int | None = None
    is_row: bool = False

    def get(self, name: Field) -> str:
        """The words of a field, empty where there are none."""
        return self.words.get(name, "")

    def doubt(self, name: str, code: str, text: str = "") -> None:
        """Note what a person should look at."""
        self.doubts.append((name, code, text))


EVIDENCE = (Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS)


def is_action(record: Record) -> bool:
    """Say whether a record is an action: something to do, and who, when or how it is followed up.

    A row of a plan's table is one even where nothing but the measure is filled in yet.
    """
    return bool(record.get(Field.MEASURE)) and (record.is_row or any(record.get(name) for name in EVIDENCE))
