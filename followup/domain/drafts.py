"""What a reader of documents understood: drafts, each beside its original words, with its doubts.

A draft is no part of a plan until a person accepts it; nothing here is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.actions import area_title
from followup.domain.dates import When
from followup.domain.doubts import Doubt

if TYPE_CHECKING:
    from datetime import date

    from followup.domain.people import WrittenOwner

__all__ = ["Doubt", "Draft", "DraftAction"]


@dataclass(frozen=True, slots=True)
class DraftAction:
    """One action as read. Dates keep their words; `source` says where in the document it stands.

    `area_grade` is the grade that the document states for the area, "" where none is told beside this action.
    """

    area_code: str
    area_name: str
    requirement: str
    measure: str
    due: When
    responsible: tuple[WrittenOwner, ...]
    responsible_text: str
    follow_up_text: str
    rule: str
    first: When
    triggers: tuple[str, ...]
    follow_up_responsible: tuple[WrittenOwner, ...]
    follow_up_responsible_text: str
    status: str = ""
    status_since: date | None = None
    status_note: str = ""
    doubts: tuple[Doubt, ...] = ()
    source: str = ""
    area_grade: str = ""

    @property
    def area_title(self) -> str:
        """The area's letter and name as one, "" where none is told."""
        return area_title(self.area_code, self.area_name)


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole document as read: the plan's own data where its head states them, and the actions in order."""

    source: str
    title: str
    unit: str
    review: str
    document_date: date | None
    language: str
    actions: tuple[DraftAction, ...]
    doubts: tuple[Doubt, ...] = ()
