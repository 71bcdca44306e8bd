"""How a date or a cadence is read, in a line of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.present.drafts import when_reading
from followup.present.rules import rule_words

if TYPE_CHECKING:
    from followup.domain.when import Reading
    from followup.phrases.book import Phrases


def reading_words(reading: Reading, phrases: Phrases) -> str:
    """Give "Maj 2026 → månad: 2026-05-01 – 2026-05-31"; the window is inclusive at both ends."""
    parts = [
        _window(reading),
        rule_words(reading.rule, phrases),
        phrases("rule.first_time", when=when_reading(reading.first, phrases)) if reading.first else "",
        phrases("when.triggers", triggers="; ".join(reading.triggers)) if reading.triggers else "",
        phrases(f"status.{reading.status}") if reading.status else "",
        phrases("when.after_event", length=reading.length) if reading.length else "",
    ]
    said = "; ".join(part for part in parts if part)
    kind = phrases(f"kind.{reading.kind}")
    return f"{reading.text} → {kind}" + (f": {said}" if said else "")


def _window(reading: Reading) -> str:
    if reading.start and reading.end:
        same = reading.start == reading.end
        return reading.start.isoformat() if same else f"{reading.start} – {reading.end}"
    if reading.end:
        return f"… – {reading.end}"
    return f"{reading.start} – …" if reading.start else ""
