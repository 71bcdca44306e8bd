"""Which language a document is written in, told by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from followup.intake.wordlists import words

MOST_TEXT = 8_000
_SMALL: dict[str, frozenset[str]] = {
    "sv": words(
        """
    och att är för som av med på inte ska till ett den det eller samt vid från sker åtgärd ansvarig
    """
    ),
    "en": words(
        """
    the and of to is for with by will be are on that this from each at or action responsible
    """
    ),
    "da": words(
        """
    og at er for som af med på ikke skal til et den det eller ved fra hvert tiltag ansvarlig bliver
    også
    """
    ),
    "no": words(
        """
    og å er for som av med på ikke skal til et den det eller ved fra hvert tiltak ansvarlig blir
    også
    """
    ),
}


def language_of(text: str) -> str:
    """The language as "sv", "en", "da" or "no"; empty where too little is said."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:MOST_TEXT].casefold()))
    scores = {name: sum(counts[word] for word in small) for name, small in _SMALL.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 3 else ""
