"""Which language a document is written in, told by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from followup.intake.wordlists import words

MOST_TEXT = 5_000
_SMALL: dict[str, frozenset[str]] = {
    "sv": words(
        """
    och att är för som av med på inte ska till ett den det eller samt vid från sker åtgärd åtgärder ansvarig
    uppföljning när vad varje läkare handledare
    """
    ),
    "en": words(
        """
    the and of to is for with by will be are on that this from each at or action responsible
    owner due review every training
    """
    ),
    "da": words(
        """
    og at er for som af med på ikke skal til et den det eller ved fra hvert tiltag ansvarlig bliver
    også hvad hvornår hver år uge efterår afdeling læge læger overlæge opfølgning vejleder
    """
    ),
    "no": words(
        """
    og å er for som av med på ikke skal til et den det eller ved fra hvert tiltak ansvarlig blir
    også hva når hver år uke høst avdeling lege leger overlege oppfølging veileder etter
    """
    ),
}


def language_of(text: str) -> str:
    """The language as "sv", "en", "da" or "no"; empty where too little is said."""
    counts = Counter(re.findall(r"[^\W\d_]+", text[:MOST_TEXT].casefold()))
    scores = {name: sum(counts[word] for word in small) for name, small in _SMALL.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 3 else ""
