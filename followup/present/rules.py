"""A follow-up rule in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.phrases.book import Phrases

_FREQUENCY = {"YEARLY": "yearly", "MONTHLY": "monthly", "WEEKLY": "weekly", "DAILY": "daily"}
_NAMED = {("MONTHLY", 6): "rule.half_yearly", ("MONTHLY", 3): "rule.quarterly"}


def rule_words(rule: str, phrases: Phrases) -> str:
    """Give "varje år" for FREQ=YEARLY, "2 gånger per termin" for 2/term, "" for no rule."""
    if not rule:
        return ""
    if rule.endswith("/term"):
        return phrases.count("rule.term", int(rule.partition("/")[0]))
    said = dict(part.split("=", 1) for part in rule.split(";"))
    every = int(said.get("INTERVAL", "1"))
    named = _NAMED.get((said["FREQ"], every))
    words = phrases(named) if named else _every(_FREQUENCY[said["FREQ"]], every, phrases)
    months = [phrases(f"month.{month}") for month in said.get("BYMONTH", "").split(",") if month]
    return " ".join(filter(None, (words, f"({', '.join(months)})" if months else "")))


def _every(frequency: str, every: int, phrases: Phrases) -> str:
    key = f"rule.{frequency}.second"
    return phrases(key) if every == 2 else phrases.count(f"rule.{frequency}", every)
