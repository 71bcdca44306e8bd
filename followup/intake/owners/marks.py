"""The marks around owners: who holds a role for the time being, titles, particles, and words for nobody."""

from __future__ import annotations

from followup.intake.wordlists import words

HOLDING: tuple[str, ...] = (
    "för närvarande",
    "f.n.",
    "f. n.",
    "fn.",
    "f n",
    "nuvarande",
    "just nu",
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
    "doc. doc ph.d. ph.d phd msc dr dr. dr.med. med.dr. med. prof. prof mr mrs ms miss herr fru"
)

VACANT: frozenset[str] = words(
    "vakant vakanta vacant obesatt ledig ubesatt tjänstledig föräldraledig sjukskriven barselsorlov permisjon"
)
"""What is said of a role that nobody holds ("Vakant studierektor"), or of who is away from it."""

PARTICLES: frozenset[str] = words("von af de del della van der den la le du al el da di dos bin ibn ten ter zu")

NOBODY: frozenset[str] = words(
    """
    - – — ? ?? ... … tbd tba ej.utsedd ej.beslutat ej.klart n/a na saknas vakant ingen utses meddelas
    se.ovan okänd okänt oklart oklar unclear tbc samma.som.ovan som.ovan samma d:o dito ditto ej.känd
    inte.klart ej.bestämt ej.aktuellt
    meddelas.senare bestäms.senare utses.senare
    ej.tillsatt ej.bestämd inte.utsedd vakans
    ska.utses under.rekrytering tillsätts ej.klar none unknown ingen.utsedd
    """
)
