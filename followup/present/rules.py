"""A follow-up rule in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.rule_parts import rule_parts

if TYPE_CHECKING:
    from followup.domain.rule_parts import RuleParts
    from followup.phrases.book import Phrases

_NAMED = {("monthly", 6): "rule.half_yearly", ("monthly", 3): "rule.quarterly"}


def rule_words(rule: str, phrases: Phrases) -> str:
    """Give "varje år" for FREQ=YEARLY, "2 gånger per termin" for 2/term, "" for no rule; as it is where unknown."""
    parts = rule_parts(rule)
    if parts is None:
        return rule
    if parts.per_term:
        return phrases.count("rule.term", parts.per_term)
    frequency, every = _step(parts)
    named = _NAMED.get((frequency, every))
    words = phrases(named) if named else _every(frequency, every, phrases)
    months = ", ".join(phrases(f"month.{month}") for month in parts.by_month)
    return f"{words} ({months})" if months else words


def _step(parts: RuleParts) -> tuple[str, int]:
    """Say the steps in the greatest unit that fits: 24 months are two years, 14 days two weeks."""
    if parts.months:
        return ("monthly", parts.months) if parts.months % 12 else ("yearly", parts.months // 12)
    return ("daily", parts.days) if parts.days % 7 else ("weekly", parts.days // 7)


def _every(frequency: str, every: int, phrases: Phrases) -> str:
    if every == 2:
        return phrases(f"rule.{frequency}.second")
    return phrases.count(f"rule.{frequency}", every)
