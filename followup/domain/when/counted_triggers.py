"""Triggers with a length: "tre månader efter tillträde", "inom 14 dagar från beslut", "3-månadersuppföljning"."""

from __future__ import annotations

from collections.abc import Callable

from followup.domain.when.adverbs import compound_length
from followup.domain.when.lengths import Length, length, length_of
from followup.domain.when.lexicon import Found
from followup.domain.when.names import UNITS
from followup.domain.when.tokens import Tokens
from followup.domain.when.triggers import JOINERS, Trigger, end_of

__all__ = ["counted_trigger"]

_AFTER = frozenset(("efter", "från", "after", "from", "etter", "fra", "following", "post", "sedan"))
_FROM_NOW = frozenset(("dags dato", "i dag", "idag", "nu", "today", "now", "d d", "dd", "dags datum"))
_BEFORE = frozenset(("före", "innan", "before", "inför", "inden", "før"))


def counted_trigger(tokens: Tokens, index: int, breaks: Callable[[Tokens, int, int], bool]) -> Found[Trigger]:
    """Reads "tre månader efter tillträde", "inom 14 dagar från beslut", "3-månadersuppföljning"."""
    start = index
    while tokens.word(start) in _LEADS | _FIRST | _ARTICLES and start - index < 3:
        start += 1
    found = _first_length(tokens, start)
    if not found:
        return _compound(tokens, index)
    said, after = found
    before = tokens.word(after) in _BEFORE
    first = any(tokens.word(place) in _FIRST for place in range(index, start))
    of_event = tokens.word(after) in _OF and (tokens.word(index) == "within" or first)
    if tokens.word(after) not in _AFTER and not before and not of_event:
        return None
    from_day = tokens.word(after + 1)
    if from_day in _FROM_NOW or f"{from_day} {tokens.word(after + 2)}" in _FROM_NOW:
        return None
    end = end_of(tokens, after + 1, breaks)
    if not any(tokens.is_word(place) for place in range(after + 1, end)):
        return None
    return Trigger(tokens.slice(index, end), ("-" if before else "") + said.iso), end


_ARTICLES = frozenset(("de", "the"))
_FIRST = frozenset(("första", "first", "første"))
_OF = frozenset(("of", "av", "af"))


def _first_length(tokens: Tokens, index: int) -> Found[Length]:
    """The length at `index`; of "3, 6 och 12 månader" the first."""
    numbers: list[int] = []
    while (number := tokens.digits(index, 1, 2)) and tokens.word(index + 1) in JOINERS:
        numbers.append(number)
        index += 2
    found = length(tokens, index) or _one_long(tokens, index)
    unit = UNITS.at(tokens, index + 1) if numbers else None
    return (length_of(unit[0], numbers[0]), found[1]) if found and unit else found


def _one_long(tokens: Tokens, index: int) -> Found[Length]:
    """Reads "dagen", "veckan", "the month": one of the unit, beside what comes again."""
    unit = UNITS.at(tokens, index + (tokens.word(index) == "the"))
    is_one = unit and (tokens.word(index) == "the" or tokens.word(index).endswith(("en", "et")))
    return (length_of(unit[0], 1), unit[1]) if unit and is_one and tokens.word(unit[1] + 1) in _EACH else None


_EACH = frozenset(("varje", "each", "every", "hver", "hvert"))
_LEADS = frozenset(
    ("inom", "senast", "ca", "cirka", "within", "max", "högst", "om", "tidigast", "minst", "in", "ungefär")
)


def _compound(tokens: Tokens, index: int) -> Found[Trigger]:
    found = compound_length(tokens, index)
    if not found:
        return None
    (number, unit), end = found
    months = {"month": 1, "quarter": 3, "half": 6, "term": 6, "year": 12, "tertial": 4}.get(unit, 0)
    days = {"week": 7, "day": 1}.get(unit, 0)
    return Trigger(tokens.slice(index, end), Length(months * number, days * number).iso), end
