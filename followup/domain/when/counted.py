"""A count and what it is counted per: "två gånger per år", "1 ggr/år", "2 tim/vecka", "en gång vartannat år"."""

from __future__ import annotations

from dataclasses import replace

from followup.domain.when.adverbs import adverb
from followup.domain.when.cadence import Cadence
from followup.domain.when.each import each, each_weekday, uncertain_if, unit_at
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.names import MONTHS
from followup.domain.when.numbers import decimal_after, span_of_numbers
from followup.domain.when.tokens import Tokens

__all__ = ["counted"]


_SEVERAL: Lexicon[int] = Lexicon(
    {
        0: "flera|några|ett flertal|ett antal|upprepade|several|many|some|ett otal|flere",
        1: "once|en enda|enstaka",
        2: "ett par|a couple of|a couple|twice|et par",
        3: "thrice",
    }
)


_PER: Lexicon[str] = Lexicon(
    {
        "any": "per|pr|pr.|/|varje|var|vart|a|an|each|every|hver|hvert|à|per varje|per år och|under varje|i varje"
        "|in every|in each|om",
        "definite": "i|under|om|in a|in the|på|during the",
    }
)


_DEFINITE = frozenset(
    ("veckan", "månaden", "kvartalet", "tertialet", "halvåret", "terminen", "året", "dagen", "dygnet")
)


_DEFINITE |= {"semesteret", "semestret", "måneden", "uken", "ugen", "skoleåret"}
_DEFINITE |= {"läsåret", "verksamhetsåret", "kalenderåret", "year", "month", "week", "quarter", "term", "semester"}


_LENGTHS = frozenset(("tim", "timme", "timmar", "timmars", "h", "min", "minut", "minuter", "minuters", "hour", "hours"))


_LENGTHS |= {"minutes", "timer", "vecka", "veckor", "månad", "månader", "poäng", "procent", "kr", "heldag"}


_PEOPLE = ("läkare", "sköterskor", "patienter", "personer", "deltagare", "studenter", "vikarier", "doctors", "leger")
"""Who works ("2 läkare/dag"), and nothing that is done."""


_STOPS = frozenset(("och", "samt", "eller", "vid", "efter", "före", "inför", "först", "nästa", "senast", "till"))


def counted(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "två gånger per år", "1 ggr/år", "2 tim/vecka", "en gång vartannat år", "2 gånger årligen", "2/år"."""
    count = _count(tokens, index)
    if not count:
        return None
    (low, high), start = count
    if tokens.is_number(start - 1) and MONTHS.at(tokens, start):
        return None  # "30 april varje år" is a day
    if tokens.word(start) == "-" and tokens.glued(start):
        return None  # "3-månadersuppföljning" is one word
    for place in range(start, start + 4):
        word = tokens.word(place)
        if word.endswith(_PEOPLE) or (place > start and _ends_count(tokens, place)):
            return None
        found = _per(tokens, place, first=place == start)
        if found:
            is_length = any(tokens.word(noun) in _LENGTHS for noun in range(start, place)) or high < 0
            times = replace(found[0], count=1 if is_length else low * found[0].count)
            return uncertain_if((times, found[1]), condition=low != high and high > 0)
    return None


def _ends_count(tokens: Tokens, place: int) -> bool:
    """Say whether what is counted is over: another clause begins, or a sign stands before."""
    before = place - 1
    return tokens.word(place) in _STOPS or not (tokens.is_word(before) or tokens.word(before) in ".-")


def _count(tokens: Tokens, index: int) -> Found[tuple[int, int]]:
    """How many; (0, 0) for several, (1, -1) for a length such as "1,5 tim"."""
    several = _SEVERAL.at(tokens, index)
    if several:
        return (several[0], several[0]), several[1]
    if tokens.is_number(index) and decimal_after(tokens, index):
        return (1, -1), index + 3
    found = span_of_numbers(tokens, index)
    return found if found and found[0][0] > 0 else None


def _per(tokens: Tokens, index: int, *, first: bool) -> Found[Cadence]:
    """What follows the count and its noun: "per år", "i veckan", "vartannat år", "årligen"."""
    shared = _per_person_and(tokens, index)
    if shared:
        return shared
    if not first or tokens.word(index) == "/" or tokens.word(index) in ("per", "a", "each", "om", "pr"):
        per = _PER.at(tokens, index)
        if per:
            article = 1 if tokens.word(per[1]) in ("ett", "en") else 0
            unit = unit_at(tokens, per[1] + article, 1) or each_weekday(tokens, per[1], 1)
            is_definite = tokens.word(per[1]) in _DEFINITE or per[0] == "any"
            if unit and (is_definite or article) and _is_per(tokens, index, per[1] + article):
                return unit
    if first and tokens.is_number(index - 1) and tokens.word(index) != "/":
        return None
    return each(tokens, index) or adverb(tokens, index)


def _per_person_and(tokens: Tokens, index: int) -> Found[Cadence]:
    """Reads "per ST-läkare och år": the unit stands after whom it is for."""
    if tokens.word(index) not in ("per", "pr"):
        return None
    place = next((at for at in range(index + 2, index + 6) if tokens.word(at) in ("och", "and", "og")), None)
    return unit_at(tokens, place + 1, 1) if place else None


def _is_per(tokens: Tokens, index: int, unit: int) -> bool:
    """Reads "om" and "i" need the definite form: "om året", "i veckan", never "om år"."""
    is_definite = tokens.word(unit) in _DEFINITE or tokens.word(unit - 1) in ("ett", "en", "a", "the")
    return is_definite or tokens.word(index) not in ("om", "i", "under", "på", "in")
