"""Triggers: "vid revidering av individuell utbildningsplan", "varje gång …", "tre månader efter tillträde".

A trigger is kept as written. It begins with a word such as "vid" at the start of a clause and ends where the
sentence ends or where something else that this grammar knows begins after a comma, "och" or "samt".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from followup.domain.when.events import ends_with_event, is_within
from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.tokens import Tokens

__all__ = ["AFTER_EVENT", "ALSO_AFTER", "IN_BRACKETS", "JOINERS", "Trigger", "end_of", "starts", "trigger"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event that opens a follow-up; `length` is how long after it, ISO 8601, "-P…" before it."""

    text: str
    length: str = ""


_ANYWHERE: Lexicon[str] = Lexicon(
    {
        "at": "vid|i samband med|inför|varje gång|i anslutning till|vid varje|inför varje|i samband med varje"
        "|as soon as|at every|at each|on every|on each|varje gång som|hver gang|each time|every time|upon"
        "|at the end of each|at the end of every|at the start of each|at the beginning of each|ved slutningen af hver"
        "|i slutet av varje|vid slutet av varje|vid början av varje|i början av varje|ved slutten av hver"
        "|on completion of|on completion|on appointment of|on receipt of|on publication of|on approval of"
        "|in connection with|i forbindelse med|in conjunction with"
        "|i god tid före|i god tid inför|i god tid innan|med anledning av|till följd av|ved|ved hver|prior to"
        "|på begäran"
        "|senast vid|senast inför|i direkt anslutning till|dock senast vid|senast i samband med|senast till nästa"
        "|as and when|as needed|when needed"
        "|on demand|if needed|on request|efter behov|allt efter behov|as required|when required|direkt efter"
        "|i förekommande fall|v.b.|vb|om behov|behovsstyrt|behovsstyrd|behovsprövas|if necessary|as necessary"
        "|omedelbart efter|omedelbart vid|omgående vid|omgående efter|snarast efter|snarast vid|när behov|direkt vid"
        "|strax efter|strax före|strax innan|så snart som|så snart|så fort|whenever|så fort som|senast innan|kort efter"
        "|efter varje|after each|after every|efter hver"
        "|etter hver|etter hvert|straks efter|umiddelbart etter|beroende på|så länge|under förutsättning att"
        "|beroende av|avhengig av|afhængig af|depending on",
    }
)
_AT_CLAUSE: Lexicon[str] = Lexicon(
    {
        "at": "halvvägs|halvvägs in i|halfway|halfway through|midway through|halvveis i|halvvejs i"
        "|efter|före|innan|när|då|om|on|at|when|if|once|after|before|following|etter|inden|før|hvis|dersom|når"
        "|while|till nästa|på nästa|nästa|till|til|i|in"
        "|next|the next|neste|næste|på|under|varje|i och med|every|each|efter varje|hver|hvert|på varje"
        "|after each"
        "|senast före|senast innan|senast efter|tidigast efter|i början av|i slutet av|i slutet på|i början på"
        "|i mitten på|i mitten av"
        "|vid slutet av|vid början av|i början och slutet av|under hela|i början och i slutet av|först när"
        "|först efter|först vid|first after|så|en gång per|1 gång per|två gånger per|once per",
    }
)
_VAGUE = frozenset(
    (
        "i",
        "in",
        "på",
        "till",
        "til",
        "under",
        "varje",
        "every",
        "each",
        "hver",
        "hvert",
        "at",
        "on",
        "nästa",
        "så",
        "next",
        "the",
        "neste",
        "næste",
        "en",
        "1",
        "två",
        "once",
    )
)
_PLACES = frozenset(("i", "in", "till", "til"))
"""Words that lead to anything; to an event only where it ends the clause ("i lönesamtalet", "till APT")."""
JOINERS = frozenset((",", ";", "och", "samt", "eller", "and", "or", "og", "eller", "dock", "men", "also", "också"))
JOINERS |= {
    "även",
    "dessutom",
    "alternativt",
    "därutöver",
    "därefter",
    "samtidigt",
    "resp",
    "respektive",
    "plus",
    "+",
    "annars",
}
_BULLETS = frozenset(("•", "·", "*", ";", "|"))
_SHORTENED = frozenset(
    ("ex", "bl", "t", "m", "fl", "resp", "exv", "inkl", "exkl", "ev", "dvs", "osv", "bitr", "tf", "st")
)
_SHORTENED |= {"e", "g", "i", "a", "ca", "nr", "enl", "prel", "f", "o", "d", "ö", "h", "v", "kl", "etc", "mm", "spec"}
AFTER_EVENT = (
    "efter ", "direkt efter", "snarast efter", "när ", "då ", "så snart", "så fort", "after ", "when ", "once ",
    "as soon as", "following ", "etter ", "når ", "straks efter",
)  # fmt: skip
"""How a trigger begins that a length may be counted from ("efter avslutad placering, inom 2 veckor")."""
ALSO_AFTER = frozenset(("efter", "after", "etter"))
"""How a length begins that is counted from an event said before ("vid tillträde och efter 3 månader")."""
_CONTENT_LONGEST = 400
IN_BRACKETS = 2
"""Of a break: right after an opening bracket."""


def starts(tokens: Tokens, index: int, *, clause: bool) -> Found[str]:
    """The words that open a trigger; the ambiguous ones only at the start of a clause."""
    anywhere = _ANYWHERE.at(tokens, index)
    at_clause = _AT_CLAUSE.at(tokens, index) if clause or tokens.word(index + 1) in _EACH else None
    if anywhere and (not at_clause or anywhere[1] >= at_clause[1]):
        return anywhere
    is_when = tokens.word(index) == "once" and at_clause is not None and at_clause[1] == index + 1
    if at_clause and tokens.word(index) in _VAGUE and not is_when and not is_within(tokens, at_clause[1]):
        return None
    if at_clause and tokens.slice(index, at_clause[1]).lower() in _PLACES and not _is_at_event(tokens, at_clause[1]):
        return None
    return at_clause


_FARTHEST_EACH = 5


def _is_at_event(tokens: Tokens, index: int) -> bool:
    """Say whether an event is all that follows, or one that comes again ("the first week of each rotation")."""
    places = range(index + 1, index + _FARTHEST_EACH)
    again = any(tokens.word(place) in _EACH and tokens.word(place - 1) in ("of", "av", "af") for place in places)
    return again or ends_with_event(tokens, index)


def trigger(tokens: Tokens, index: int, *, clause: bool, breaks: Callable[[Tokens, int, int], bool]) -> Found[Trigger]:
    """A trigger at `index`, as written, up to where it ends.

    `breaks(tokens, joined, place)` tells whether something else known begins at `place`; `joined` is 1 right
    after a comma or a joining word, 2 right after a bracket, else 0.
    """
    opening = starts(tokens, index, clause=clause)
    if not opening:
        return None
    end = _before_purpose(tokens, opening[1], end_of(tokens, opening[1], breaks))
    has_words = any(tokens.is_word(place) for place in range(opening[1], end))
    if not has_words and not _is_whole(tokens, index, opening[1]):
        return None
    return Trigger(tokens.slice(index, end)), end


_EACH = frozenset(("varje", "each", "every", "hver", "hvert"))
_LEADS_PURPOSE = frozenset(("om", "på", "för", "av", "med", "till", "i", "om", "efter", "så", "genom", "utan"))


def _before_purpose(tokens: Tokens, start: int, end: int) -> int:
    """Where an event that comes again ends, if what is done at it follows ("efter varje period att jämföra …")."""
    if tokens.word(start - 1) not in _EACH and tokens.word(start) not in _EACH:
        return end
    said = (place for place in range(start + 1, end) if tokens.word(place) == "att")
    return next((place for place in said if tokens.word(place - 1) not in _LEADS_PURPOSE), end)


def _is_whole(tokens: Tokens, index: int, end: int) -> bool:
    """True for "efter behov", "as needed": triggers without a word after them."""
    return tokens.slice(index, end).lower() in _WHOLE


_WHOLE = frozenset(
    (
        "as needed", "as and when", "when needed", "on demand", "if needed", "on request", "efter behov", "på begäran",
        "allt efter behov", "as required", "when required", "i förekommande fall", "behovsstyrt", "behovsstyrd",
        "om behov", "v.b.", "v.b", "vb", "if necessary", "as necessary",
    )
)  # fmt: skip


def end_of(tokens: Tokens, index: int, breaks: Callable[[Tokens, int, int], bool]) -> int:
    """Where the trigger ends: the index after its last word."""
    depth = 0
    place = index
    while place < len(tokens) and place - index < _CONTENT_LONGEST:
        word = tokens.word(place)
        if word == "(" and (depth or not breaks(tokens, IN_BRACKETS, place + 1)):
            depth += 1 if _is_closed(tokens, place) else 0
        elif word == ")" and depth:
            depth -= 1
        elif depth == 0 and _stops(tokens, place, index, breaks):
            break
        place += 1
    return _without_joiners(tokens, index, place)


def _is_closed(tokens: Tokens, index: int) -> bool:
    return any(tokens.word(place) == ")" for place in range(index + 1, min(index + 60, len(tokens))))


def _stops(tokens: Tokens, place: int, start: int, breaks: Callable[[Tokens, int, int], bool]) -> bool:
    word = tokens.word(place)
    if word in _BULLETS or (word in ("-", "–") and not tokens.glued(place) and not tokens.glued(place + 1)):
        return word not in ("-", "–") or breaks(tokens, 1, place + 1)
    if word in (".", "!"):
        return _ends_sentence(tokens, place) or breaks(tokens, 1, place + 1)
    if word in (")", "(") or (word in _HOW_LONG and place > start):
        return True
    if word in JOINERS or word == "/":
        after = place
        while tokens.word(after) in JOINERS:
            after += 1
        return place > start and breaks(tokens, 1, max(after, place + 1))
    return place > start and breaks(tokens, 0, place)


_HOW_LONG = frozenset(("tills", "until", "indtil"))
"""Before how long it goes on ("på varje ledningsmöte tills åtgärdat")."""


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    """A full stop before a capital, a digit or the end; not after "t.ex" and the like, nor inside "3.1"."""
    if index + 1 >= len(tokens):
        return True
    if tokens.glued(index + 1) or tokens.word(index - 1) in _SHORTENED:
        return False
    first = tokens.text[tokens.items[index + 1].start]
    return not first.islower()


def _without_joiners(tokens: Tokens, start: int, end: int) -> int:
    while end > start and (tokens.word(end - 1) in JOINERS or tokens.word(end - 1) in (":", "-", "–", ".", "/")):
        end -= 1
    return end
