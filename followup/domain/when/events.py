"""Words for what happens: meetings, courses, placements, surveys; told by how the word ends."""

from __future__ import annotations

from followup.domain.when.tokens import Tokens

__all__ = ["ends_with_event", "is_within", "names_event"]

_EVENTS = (
    "apt", "möte", "mötet", "möten", "träff", "träffar", "samtal", "placering", "randning", "kurs", "tillfälle",
    "genomgång", "granskning", "revision", "kollegium", "konferens", "dagen", "dagar", "meeting", "review", "round",
    "visit", "møde", "møte", "møtet", "mødet",
    "gång", "besök", "inspektion", "tjänstgöring", "introduktion", "anställning",
    "rekrytering", "avstämning", "utvärdering", "revidering", "session", "audit", "appraisal", "placement", "samråd",
    "kvartalsmöte", "ledningsgrupp", "ledningsgruppen", "apt:n", "avslut", "rotation", "planeringsdag", "spur",
    "rond", "skyddsrond", "kollegiet", "seminarium", "seminariet", "forum", "råd", "rådet",
    "styrgrupp", "styrgruppen", "arcp", "mus", "appointment", "recruitment", "induction", "handover",
    "enkät", "survey", "intervju", "berättelse", "redovisning", "bokslut", "ledighet", "semester",
    "board", "committee",
)  # fmt: skip
_EVENT_FORMS = tuple(event + ending for event in _EVENTS for ending in ("", "en", "n", "et", "ar", "arna", "s", "ens"))
_BODIES = ("gruppen", "grupp", "rådet", "råd", "forum", "kollegiet", "kollegium", "board", "committee")
"""Those who meet: "i ledningsgruppen" says where, and not at what event."""
_GO_ON = frozenset(("i", "in", "den", "v", "vecka", "uke", "uge", "under", "on", "på", "och", "samt", "and", "og"))
_GO_ON |= {"för", "for", "varje", "var", "vart", "varannan", "vartannat", "årligen", "every", "each", "hver", "hvert"}
"""Words that may stand after the event without being a part of its name: a date's, and what joins."""
_LONGEST_NAME = 4
_FARTHEST = 7


def names_event(word: str) -> bool:
    """Say whether a word in lower case is a meeting, a course, a survey and the like."""
    is_day = word.endswith("dag") and len(word) > _LONGEST_WEEKDAY
    return word.endswith(_EVENT_FORMS) or is_day


_LONGEST_WEEKDAY = 7


def is_within(tokens: Tokens, index: int) -> bool:
    """Say whether one of the next words is an event's."""
    for place in range(index, index + _FARTHEST):
        if tokens.word(place) in _ENDS:
            return False
        if names_event(tokens.word(place)):
            return True
    return False


_ENDS = frozenset(("", ".", ";", ",", ":", "(", ")"))


def ends_with_event(tokens: Tokens, index: int) -> bool:
    """Say whether an event is all that follows before the clause ends or a date begins."""
    for place in range(index, index + _LONGEST_NAME):
        word = tokens.word(place)
        if names_event(word) and not word.endswith(_BODIES):
            return not tokens.is_word(place + 1) or tokens.word(place + 1) in _GO_ON
        if not tokens.is_word(place) and word != "-":
            return False
    return False
