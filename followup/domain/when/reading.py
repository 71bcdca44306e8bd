"""What the grammar gives back: one value for every text, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup.domain.dates import Kind, When

__all__ = ["NOT_A_DATE", "RECURRENCE", "TRIGGER", "Reading"]

TRIGGER = "trigger"
RECURRENCE = "recurrence"
NOT_A_DATE = "not-a-date"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was read.

    `kind` is a date's precision (see `Kind`), or "trigger", "recurrence", "not-a-date". `start` and `end` are
    inclusive; of a recurrence they are its first time. `rule` is an RFC 5545 RRULE value without dates, or
    "N/term". `triggers` are kept as written. `status` is a status word found in the field, as the domain's code.
    `notes` are codes of what was assumed. `length` is ISO 8601, for a time counted from an event.
    """

    text: str
    kind: str
    start: date | None = None
    end: date | None = None
    rule: str = ""
    first: When | None = None
    triggers: tuple[str, ...] = ()
    status: str = ""
    notes: tuple[str, ...] = ()
    length: str = ""

    @property
    def when(self) -> When:
        """The reading as a date with its precision: what a due field stores."""
        if self.first is not None:
            return When(self.first.kind, self.start, self.end, self.text)
        if self.kind in (Kind.NONE, NOT_A_DATE):
            return When.no_date(self.text)
        if self.kind in (TRIGGER, RECURRENCE, Kind.OPEN):
            return When.open_ended(self.text)
        return When(Kind(self.kind), self.start, self.end, self.text)

    @property
    def is_uncertain(self) -> bool:
        """True where a person should look: a guess was made, or words were left over."""
        return bool({"uncertain", "other-words", "several"} & set(self.notes))
