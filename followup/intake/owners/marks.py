"""The marks around owners: who holds a role for the time being, titles, particles, and words for nobody."""

from __future__ import annotations

import re

from followup.intake.wordlists import words

NO_BREAK = "\u00a0"
HELD_COMMA = "\ufe50"
INSIDE = "\u0002"
"""Stands first in a piece that was in brackets."""
LETTERED = "\u0003"
"""Stands before letters in brackets that are a role's, as nobody's name there begins with them."""
CASED = "\u0001"
"""Stands where the words said that somebody holds a role for the time being."""

HOLDING: tuple[str, ...] = (
    "för närvarande",
    "f.n.",
    "f. n.",
    "fn.",
    "f n",
    "nuvarande",
    "just nu",
    "nu",
    "i dagsläget",
    "för tillfället",
    "f.t.",
    "innehas av",
    "currently",
    "at present",
    "presently",
    "for tiden",
    "for øjeblikket",
    "p.t.",
    "pt.",
    "p t",
    "nåværende",
    "nuværende",
)

THINGS: tuple[str, ...] = (
    "möte", "mötet", "möten", "träff", "träffen", "träffar", "samtal", "samtalet", "enkät", "enkäten", "genomgång",
    "mätning", "uppföljning", "rapport", "stickprov", "revision", "audit", "survey", "meeting", "meetings", "review",
    "møde", "møte", "konferens", "dialog", "avstämning", "utvärdering", "granskning",
    "undersökning", "undersøkelse", "undersøkelsen", "undersøgelse", "undersøgelsen", "schema", "loggbok", "protokoll",
)  # fmt: skip
"""Endings of words for what happens or what is written: no name, though they may stand where a name would."""

TITLES: frozenset[str] = words(
    "doc. doc ph.d. ph.d phd msc dr dr. dr.med. med.dr. med. prof. prof em. assoc. mr mrs ms miss herr fru"
)

DEGREES: frozenset[str] = words(
    "md m.d. m.d mba msc m.sc bsc b.sc mbbs mbchb frcp frca frcs frcpch mrcp mrcs mrcgp mph mha rn dphil edd phd ph.d"
)
"""What somebody has taken; after a name it is no second person's initials ("Eva Ek, MD PhD")."""

VACANT: frozenset[str] = words(
    "vakant vakanta vacant obesatt ledig ubesatt tjänstledig föräldraledig sjukskriven barselsorlov permisjon"
)
"""What is said of a role that nobody holds ("Vakant studierektor"), or of who is away from it."""

PARTICLES: frozenset[str] = words("von af de del della van der den la le du al el da di dos bin ibn ten ter zu")

NOBODY: frozenset[str] = words(
    """
    - – — ? ?? ... … tbd tba tbc n/a na saknas vakant vakans okänd okänt oklart oklar unclear unknown
    vet.ej vet.inte samma d:o dito ditto
    """
)
NEGATIONS: frozenset[str] = words("ej inte icke ikke ännu not ingen inget inga none nobody intet oklart")
"""What begins a piece that names nobody ("ej utsedd", "ingen särskild", "not yet appointed")."""
ELSEWHERE = re.compile(
    r"(?i)(?:(?:samma|same)\s(?:som|as)\s|(?:som|as)\s)(?:ovan|above|föregående)|(?:se|see|jfr)\s(?-i:[a-zåäöæø])"
    r"|(?:ska\s|skall\s|att\s|to be\s)?"
    r"(?:utses|meddelas|bestäms|beslutas|tillsättas?|tillsätts|rekryteras|appointed|decided)\b"
    r"(?!\s(?:av|by|af)\b)|(?:under\s)?rekrytering\b"
)
"""Says that who it is stands elsewhere, or is still to be told ("se punkt 4", "utses senare")."""
