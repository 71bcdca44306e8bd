"""What a question asks for ("Hur löser vi det?", "Vem håller i det?"), by the words it begins with and speaks of.

Whether a question is a label at all, other rooms tell: here it is taken for one.
"""

from __future__ import annotations

import re

from followup.intake.fields import Field
from followup.intake.wordlists import words

ASKING = words(
    "vad hur vem när vilka varför what how who when which why hvad hva hvordan hvem hvornår hvorfor når kva kven"
)
"""Words that questions begin with."""
_KINDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.FOLLOW_UP,
        re.compile(
            r"(?i)(?:hur|how|hvordan|hva|hvad|vad|när|when|når|hvornår)\b.*\b(?:vet|ser|märker|mäter|mäts"
            r"|kontrollera\w*|följ\w*|sjekk\w*|tjek\w*|koll\w*"
            r"|utvärdera\w*|stämm\w*|know|check\w*|measure\w*|review\w*|follow\w*|ved|vet|måle\w*|måler|følge\w*"
            r"|evaluere\w*)\b"
        ),
    ),
    (
        Field.FOLLOW_UP_RESPONSIBLE,
        re.compile(r"(?i)(?:vem|vilka?|who|hvem)\b.*\b(?:följ\w*|kontrollera\w*|check\w*|review\w*|følge\w*)\b"),
    ),
    (Field.RESPONSIBLE, re.compile(r"(?i)(?:vem|vilka|who|hvem|vilken person)\b")),
    (Field.DUE, re.compile(r"(?i)(?:när|when|by when|når|hvornår|till när|hur snart|how soon)\b")),
    (
        Field.REQUIREMENT,
        re.compile(
            r"(?i)(?:vad|what|hva|hvad|var|where|vilken|which|hvilk\w+|varför)\b.*\b(?:problem\w*|brist\w*"
            r"|saknas|saknades|fel|fungerar inte"
            r"|granska\w*|inspektör\w*|anmärk\w*|kritik\w*|bättre|wrong|missing|find|found|said|issue\w*|galt"
            r"|gap|mangler|kritis\w*|problemet"
            r"|inspektor\w*|utfordring\w*|udfordring\w*|krav\w*|krävs)\b"
        ),
    ),
    (
        Field.MEASURE,
        re.compile(
            r"(?i)(?:hur|how|hvordan|vad|what|hva|hvad)\b.*\b(?:lös\w*|gör\w*|göra|väga|tillväga|åtgärda\w*|rättar|solve|fix"
            r"|do|done|doing|løse\w*|løser|gør"
            r"|gøre|gjør|gjøre|planerar|change|ändra\w*|förbättra\w*|improve)\b"
        ),
    ),
)
"""What a question asks for, the surest first."""


def asked_field(question: str) -> Field | None:
    """The field of an action that a question asks for, or None."""
    return next((field for field, pattern in _KINDS if pattern.match(question)), None)
