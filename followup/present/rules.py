"""A follow-up rule in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.rule_parts import rule_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.rule_parts import RuleParts
    from followup.phrases.book import Phrases

_WHICH = {0: "each", 1: "n1", 2: "n2", 3: "n3", 4: "n4", -1: "last"}
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
    days = ", ".join((*_days(parts, phrases), *(phrases(f"month.{month}") for month in parts.by_month)))
    return f"{words} ({days})" if days else words


def _days(parts: RuleParts, phrases: Phrases) -> Iterator[str]:
    """Give the days and the weeks that the rule says itself: "sista fredagen", "den 15:e", "vecka 12"."""
    for which, weekday in parts.by_day:
        if which in _WHICH:
            yield phrases(f"rule.day.{_WHICH[which]}", day=phrases(f"rule.weekday.{weekday}"))
        else:
            yield phrases("rule.day.later", n=abs(which), day=phrases(f"rule.weekday.{weekday}"))
    if parts.by_month_day == -1:
        yield phrases("rule.month_end")
    elif parts.by_month_day:
        yield phrases("rule.month_day", n=parts.by_month_day)
    yield from (phrases("rule.week", n=week) for week in parts.by_week)


def _step(parts: RuleParts) -> tuple[str, int]:
    """Say the steps in the greatest unit that fits: 24 months are two years, 14 days two weeks."""
    if parts.months:
        return ("monthly", parts.months) if parts.months % 12 else ("yearly", parts.months // 12)
    return ("daily", parts.days) if parts.days % 7 else ("weekly", parts.days // 7)


def _every(frequency: str, every: int, phrases: Phrases) -> str:
    if every == 2:
        return phrases(f"rule.{frequency}.second")
    return phrases.count(f"rule.{frequency}", every)
