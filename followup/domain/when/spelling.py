"""Words of dates that were misspelt by one letter: "febuari", "sensat", "kvartalvis", "hosten".

Asked only of words that no other production knows, so it never changes what is understood as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from followup.domain.when.names import MONTHS
from followup.domain.when.tokens import Tokens

__all__ = ["respelt"]

_SHORTEST = 5
"""Letters; in shorter words one letter is too much of the word."""
_MONTHS = (
    "januari|februari|april|augusti|september|oktober|november|december|january|february|august|october|januar"
    "|februar|marts|desember"
)
_WORDS = (
    "senast|senest|latest|första|förste|first|därefter|varje|varannan|vartannat|every|årligen|årlig|halvårsvis"
    "|kvartalsvis|tertialvis|terminsvis|månadsvis|månatligen|månatlig|veckovis|annually|quarterly|monthly|weekly"
    "|kontinuerligt|löpande|snarast|omgående|regelbundet|månad|månader|vecka|veckor|termin|terminen|vårterminen"
    "|höstterminen|hösten|våren|sommaren|vintern|kvartal|kvartalet|halvår|halvåret|tertial|gånger|årsskiftet"
    "|month|months|weeks|quarter"
)


def respelt(tokens: Tokens, unknown: Sequence[int]) -> Tokens:
    """The tokens with each of the `unknown` ones that is one letter from a word of dates as that word.

    A month needs something beside it: alone it may be somebody's name.
    """
    items = list(tokens.items)
    for place in unknown:
        word = _meant(items[place].word)
        if word and (len(items) > 1 or not MONTHS.at(replace(tokens, items=(replace(items[0], word=word),)), 0)):
            items[place] = replace(items[place], word=word)
    return replace(tokens, items=tuple(items))


def _meant(word: str) -> str:
    """The one word of dates that is a letter away; "" where none or several are."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ""
    near = {known for each in (word, *_shortened(word)) for known in _index().get(each, ()) if _is_near(word, known)}
    return near.pop() if len(near) == 1 else ""


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[str, ...]]:
    """Every known word under itself and under each of its spellings with one letter left out."""
    found: dict[str, tuple[str, ...]] = {}
    for known in f"{_MONTHS}|{_WORDS}".split("|"):
        for each in {known, *_shortened(known)}:
            found[each] = (*found.get(each, ()), known)
    return found


def _shortened(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _is_near(word: str, known: str) -> bool:
    """One letter too many, too few or another, or two that changed places."""
    start = next((at for at, (one, other) in enumerate(zip(word, known, strict=False)) if one != other), len(word))
    rest, wanted = word[start:], known[start:]
    swapped = rest[:2] == wanted[:2][::-1] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]
