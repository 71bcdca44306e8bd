"""Who follows up, where the words of the follow-up tell it too ("Studierektor vid terminsslut", "årligen av Anna Ek").

It parts the words in two and reads neither of them.
"""

from __future__ import annotations

import re

from followup.domain.people import WrittenOwner
from followup.intake.dating import is_about_time
from followup.intake.owners.kinds import ends_in_role, is_given, kind_of
from followup.intake.owners.marks import THINGS
from followup.intake.owners.reading import read_owners
from followup.intake.wordlists import words

PARTS = re.compile(r"[,;\n]|\s[–—/-]\s|(?<!\bv)(?<!\bkl)(?<!\bnr)(?<!\bdr)\.\s+", re.IGNORECASE)
_BY_WHOM = re.compile(
    r"(?i)\b(?:av|by|af|ved)\s+(?:the\s+)?(.+?)(?=\s+(?:varje|var|vart|vid|i|under|minst|årligen|terminsvis"
    r"|kvartalsvis|senast"
    r"|två|en|on|in|every|each|twice|once|annually|ved|hver|hvert|\d)\b|[.,;]|$)"
)
_CHECKS = words(
    "går kollar gör följer stämmer rapporterar redovisar utvärderar kontrollerar granskar"
    " begär hämtar samlar frågar mäter tar lyfter"
    " reviews reports checks follows følger"
)
_TIMES = words(
    """
    vid i under varje var vart vartannat årligen årlig terminsvis kvartalsvis månadsvis halvårsvis senast två tre fyra
    en minst inför efter at in every each annually quarterly monthly twice once ved hver hvert årligt årlig 1 2 3 4
    """
)
_AFTER_CHECKS = words("upp av op opp up det detta åtgärden on")
_TITLED = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+[A-ZÅÄÖ]")
_FORUMS = ("grupp", "gruppen", "råd", "kollegium", "nämnd", "team", "kommitté", "utskott", "committee", "board")
"""Meetings of people that are named for when it is taken up, rather than for who does it."""
_MEETINGS = ("forum", "möte", "mötet", "møde", "mødet", "møte", "møtet", "träff", "meeting")
"""When people meet, which is nobody."""
_PLACING = words("på vid i inom under at in on within ved")
"""Words before a meeting that tell when: nobody's name begins so."""
_OURSELVES = words("vi we")
"""Who asks or looks, where nobody is named."""
_OF_EVENT = re.compile(
    r"(?i)(?:vid|efter|inför|samband med|ved)\s+(?:\S+\s+)?\w*(?:anställning|rekrytering|byte|tillsättning"
    r"|ansættelse|ansettelse)\s*$"
)
"""An event that is of somebody ("vid nyanställning av ST-läkare"), who then follows nothing up."""
_LINKING = words("till från to from til fra")
MOST_LEADING = 5
_LABEL = re.compile(
    r"(?i)^(?:ansv\.?|ansvarig|responsible|ansvarlig|vem|who)(?:\s+för\s+\w+)?(?:\s*:\s*(?=\S)"
    r"|\s+(?-i:(?=[A-ZÅÄÖÆØ][a-zåäöæø])))"
)
_EACH = re.compile(r"(?i)(?:hvert?|varje|vart|each|every|næste|neste|nästa)\b")
"""How a meeting is named that comes again: "ved hvert kollegium" tells when, and of nobody."""
_BRACKETED = re.compile(r"\s*\(([^()]+)\)\s*\.?$")


def apart(said: str) -> tuple[str, str]:
    """A follow-up's words without who follows up, and who that is, where one field tells both."""
    by_whom = _BY_WHOM.search(said)
    if by_whom and _OF_EVENT.search(said[: by_whom.start()]):
        by_whom = None
    if by_whom and _are_owners(by_whom.group(1)) and not _EACH.match(by_whom.group(1)):
        return (said[: by_whom.start()] + said[by_whom.end() :]).strip(), by_whom.group(1)
    leading = _leading_owner(said) or _in_brackets(said)
    if leading:
        return leading
    parts = [_LABEL.sub("", part.strip(" .")) for part in PARTS.split(said) if part.strip(" .")]
    owners = [part for part in parts if _are_owners(part) and not part.casefold().endswith(_MEETINGS)]
    owners = [part for part in owners if not is_about_time(part)]
    if not owners or len(owners) == len(parts):
        return said, ""
    kept = [part for part in parts if part not in owners]
    return ". ".join(kept), ", ".join(owners)


def _leading_owner(said: str) -> tuple[str, str] | None:
    """When, and who, of "Studierektor vid terminsslut", "Anna Ek följer upp i juni"; None where nobody stands first."""
    told = said.split()
    end = next((place for place, word in enumerate(told[: MOST_LEADING + 1]) if word.casefold() in _TIMES | _CHECKS), 0)
    owner, rest = " ".join(told[:end]), told[end:]
    if not end or owner[-1] in ",.;" or told[0].casefold() in _PLACING | _OURSELVES or not _are_owners(owner):
        return None
    is_checking = rest[0].casefold() in _CHECKS
    if owner.casefold().endswith(_FORUMS) and not is_checking:
        return None
    if is_checking:
        rest = rest[2:] if len(rest) > 1 and rest[1].casefold() in _AFTER_CHECKS else rest[1:]
    return (" ".join(rest), owner) if rest and is_about_time(" ".join(rest)) else None


def _in_brackets(said: str) -> tuple[str, str] | None:
    """When, and who, of "terminsvis (Anna Ek)"; None where no owner stands in brackets at the end."""
    bracketed = _BRACKETED.search(said)
    if not bracketed or not bracketed.start() or not _are_owners(bracketed.group(1)):
        return None
    return said[: bracketed.start()], bracketed.group(1)


def _are_owners(said: str) -> bool:
    found, doubts = read_owners(said)
    return (
        bool(found)
        and not doubts
        and len(said.split()) <= 6
        and all(_is_name(owner) or _is_role(owner) or _TITLED.match(said) for owner in found)
    )


def _is_name(owner: WrittenOwner) -> bool:
    """Say whether a name is one for sure: a lone word ("Bokslut") may be anything, unless people are called so."""
    return " " in owner.name or bool(owner.role and owner.name) or (bool(owner.name) and is_given(owner.name))


def _is_role(owner: WrittenOwner) -> bool:
    said = owner.role.casefold().split()
    is_thing = any(word in _LINKING or word.endswith(THINGS) for word in said)
    is_done = any(word in _PLACING for word in said) and kind_of(said[0]) == "o"
    return len(said) <= 3 and ends_in_role(owner.role) and not is_thing and not is_done
