"""How a typed date is told back: the days it means, how precise it is, and how far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.dates import Kind, When
from followup.present.dates import day_words, distance_words

if TYPE_CHECKING:
    from datetime import date

    from followup.phrases.book import Phrases
    from followup.tui.view import Read


def typed_when(read: Read, text: str) -> When | None:
    """Give the date typed, its words kept; None when it is no date at all ("snarast" is one, without days)."""
    when = read(text).when if text else None
    if when is None or when.kind is Kind.NONE:
        return None
    return when


def typed_day(read: Read, text: str) -> date | None:
    """Give the one day typed, None when it is not one day."""
    when = typed_when(read, text)
    return when.start if when is not None and when.start and when.start == when.end else None


def reading_words(when: When | None, text: str, today: date, phrases: Phrases) -> str:
    """Say how a date is read: "→ 1 maj 2026 – 31 maj 2026 (månad), om 5 månader"."""
    if not text:
        return ""
    if when is None:
        return phrases("tui.reading.none")
    kind = phrases(f"tui.kind.{when.kind}")
    if when.end is None:
        start = day_words(when.start, phrases) if when.start else ""
        return phrases("tui.reading.open", kind=kind, start=start).replace("  ", " ")
    far = distance_words(when.end, today, phrases)
    if when.start == when.end or when.start is None:
        return phrases("tui.reading.day", day=day_words(when.end, phrases), far=far)
    first, last = (day_words(day, phrases) for day in (when.start, when.end))
    return phrases("tui.reading.window", start=first, end=last, kind=kind, far=far)
