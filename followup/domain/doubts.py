"""A doubt, kept apart from the drafts where doubts begin: every plan that is read has doubts, few are drafts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader was unsure of: the field, a code (phrase `doubt.CODE`) and the words doubted.

    A person ticks it off; then `ticked_by` names that person.
    """

    field: str
    code: str
    text: str = ""
    ticked_by: str = ""
