"""Tells whether words that look like a date are one beside the other words of a field: "maj", "2026", "APT 12/3".

It looks at the items around them; what the date is it leaves to the grammar.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.domain.dates import Kind
from followup.domain.when.events import names_event
from followup.domain.when.modes import Mode
from followup.domain.when.modifiers import Dated
from followup.domain.when.period import Weight
from followup.domain.when.sentence import Item, Sign
from followup.domain.when.tokens import Tokens

__all__ = ["is_sure"]

_AMBIGUOUS_MONTHS = frozenset(("mars",))
_PARTING = frozenset((",", "-", "–", ":", ";"))
_PAPERS = ("plan", "planen", "program", "programmet", "strategi", "beskrivning", "rapport", "avtal", "riktlinjer")
_SHORTEST_EVENT = 6
"""Letters; shorter ones are initials ("SPUR 2028"), as a heading has them."""


def is_sure(found: Dated, place: int, items: Sequence[Item], tokens: Tokens, *, in_date_field: bool) -> bool:
    """Say whether the dates at `place` of the items are meant; `in_date_field` is a column of dates."""
    if found.weight is Weight.SURE:
        return True
    if found.weight is Weight.LAST:
        following = items[place + 1].what if place + 1 < len(items) else None
        return following is not Sign.OTHER and not _names_paper(found, tokens)
    if any(item.what is Sign.OTHER for item in items):
        is_year = found.dates.kind is Kind.YEAR and _ends_event(place, items, tokens)
        return is_year or (place == 0 and _is_remarked(found, tokens, in_date_field=in_date_field))
    lone = len(items) == 1 and found.words.lower().rstrip(".") in _AMBIGUOUS_MONTHS
    return in_date_field or not (lone and found.mode is Mode.IN and found.start == 0 and found.end <= 2)


def _is_remarked(found: Dated, tokens: Tokens, *, in_date_field: bool) -> bool:
    """True for "augusti (introduktionsveckan)", in a column of dates for "maj, i mindre grupp" too."""
    after = tokens.word(found.end)
    is_parted = after == "(" or (in_date_field and after in _PARTING)
    return is_parted and found.dates.periods[0].kind is Kind.MONTH


def _names_paper(found: Dated, tokens: Tokens) -> bool:
    """True for "Handlingsplan 2027–2029": the years are a part of what the paper is called."""
    return found.dates.periods[0].kind is Kind.YEAR and tokens.word(found.start - 1).endswith(_PAPERS)


def _ends_event(place: int, items: Sequence[Item], tokens: Tokens) -> bool:
    """True for the year of "Medarbetarenkäten 2027": the last word, right after that of an event."""
    before = items[place - 1] if place else None
    if before is None or before.what is not Sign.OTHER or place + 1 < len(items):
        return False
    word = tokens.word(before.end - 1)
    return len(word) >= _SHORTEST_EVENT and names_event(word)
