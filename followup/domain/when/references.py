"""Fields that only point at something else: "se punkt 4", "som ovan", "enligt separat plan"."""

from __future__ import annotations

from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.tokens import Tokens

__all__ = ["reference"]

_REFERENCES: Lexicon[str] = Lexicon(
    {
        "above": "se ovan|enligt ovan|samma som ovan|som ovan|d:o|dito|ditto|see above|as above|same as above|enl ovan"
        '|enl. ovan|se ovanstående|enligt ovanstående|"|\'\'|-"-|–"–|–”–|-”-|”|som ovenfor|se ovenfor|samma',
        "below": "se nedan|enligt nedan|see below|se nedenfor",
    }
)
_REFERENCE_LEADS: Lexicon[str] = Lexicon(
    {
        "": "se punkt|se åtgärd|se nr|se|enligt punkt|samma som punkt|samma som|enligt åtgärd|see item|see|se pkt"
        "|same as|see action|enl punkt|enl. punkt|som punkt|se aktivitet|se område|enl pkt|som i punkt|som åtgärd"
        "|se rad|se p|se p.|se även punkt|se även|jfr punkt|jfr|jämför punkt|ersatt av punkt|ersätts av punkt"
        "|ersatt av|ingår i punkt|hanteras i punkt|hanteras under punkt|omfattas av punkt|slås ihop med punkt"
        "|sammanslagen med punkt|tillsammans med punkt|covered by item|merged with item",
    }
)
_POINTING = frozenset(("se", "enligt", "enl", "jfr", "see", "iht", "according"))
_PAPERS = (
    "plan", "planen", "planering", "bilaga", "bilagan", "kommentar", "kommentarer", "protokoll", "protokollet",
    "schema", "schemat", "anteckning", "dokument", "avtal", "rutin", "beslut", "comments", "notes", "appendix",
    "merknad",
)  # fmt: skip
_MOST_POINTING = 5


def _is_paper_alone(tokens: Tokens) -> bool:
    """True for "enligt separat plan", "se kommentar": it is told elsewhere, and no more is said."""
    last = len(tokens) - 1 - (tokens.word(len(tokens) - 1) == ".")
    return 1 <= last <= _MOST_POINTING and tokens.word(last).endswith(_PAPERS)


def reference(tokens: Tokens, index: int) -> Found[str]:
    """What is pointed at by "se punkt 4", "se A1", "se ovan": "4", "A1", "above"."""
    plain = _REFERENCES.at(tokens, index)
    if plain:
        return plain[0], plain[1]
    lead = _REFERENCE_LEADS.at(tokens, index)
    if index == 0 and tokens.word(0) in _POINTING and _is_paper_alone(tokens):
        return "elsewhere", len(tokens)
    if not lead:
        return None
    end = lead[1]
    while end < len(tokens) and (end == lead[1] or tokens.glued(end)) and tokens.word(end) not in (",", ")"):
        end += 1
    label = tokens.slice(lead[1], end).rstrip(".;:")
    short = 0 < len(label) <= 6 and any(sign.isdigit() for sign in label)
    return (label, end) if short else None
