"""Words that say that there is no date yet: "tid bokas senare", "datum meddelas", "inget slutdatum".

They are made of what is to be told and how it is told, so no phrase is listed whole.
"""

from __future__ import annotations

from followup.domain.when.lexicon import Lexicon
from followup.domain.when.tokens import Tokens

__all__ = ["past_pending"]

_WHAT = frozenset(("datum", "tid", "tidpunkt", "tidplan", "start", "slutdatum", "dato", "date"))
_TOLD = frozenset(
    ("bokas", "bestäms", "sätts", "meddelas", "beslutas", "fastställs", "anges", "kommer", "planeras", "aftales")
)
_IN_TIME: Lexicon[bool] = Lexicon({True: "senare|inom kort|så småningom|längre fram|vid senare tillfälle|senere|later"})
_NONE = frozenset(("inget", "ingen", "utan", "saknar", "no", "intet"))
_DATES = ("datum", "tidplan", "tidsplan", "tidpunkt", "tidsgräns", "date", "deadline", "dato")


def past_pending(tokens: Tokens, index: int) -> int | None:
    """The place after words that say so; None where none stand at `index`."""
    if tokens.word(index) in _NONE and tokens.word(index + 1).endswith(_DATES):
        return index + 2
    verb = index + (tokens.word(index) in _WHAT)
    if tokens.word(verb) not in _TOLD:
        return None
    later = _IN_TIME.at(tokens, verb + 1)
    return later[1] if later else (verb + 1 if verb > index else None)
