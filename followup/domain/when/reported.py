"""Whether a status beside a date is a report of what has been, or only said of what is to come."""

from __future__ import annotations

import re
from datetime import date

from followup.domain.when.modes import Mode
from followup.domain.when.placing import Placed

__all__ = ["reported"]

_FOLLOWED = re.compile(
    r"(?i)[,.;]\s*(?:följs upp|uppföljning|utvärderas|stäms av|avstämning|review|follow(?:ed)?[ -]up)\b"
)
"""After a status: the day that follows is when it is followed up, not when it is to be done."""


def reported(status: str, found: Placed, text: str, reference: date) -> str:
    """The status, or "" where "klart senast maj" and "klart" of a day to come are no report of the past."""
    if status == "in_progress" and "from" in found.notes and found.start and found.start > reference:
        return ""  # "Startar v 3 och pågår till v 20"
    if status != "done":
        return status
    begins = found.start or found.end
    if _FOLLOWED.search(text):
        return status
    is_deadline = found.mode in (Mode.BY, Mode.BEFORE) or "from" in found.notes
    return "" if is_deadline or (begins and begins > reference) else status
