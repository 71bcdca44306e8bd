"""Says who is somebody in running text: people and roles for certain, and first names and initials that stand as such.

It knows whom the document itself names, and looks up nothing but the list of first names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from followup.intake.events import Event, Sign
from followup.intake.owners.kinds import ends_in_role, is_given, kind_of
from followup.intake.owners.role_words import BEFORE_ROLES, ROLE_WORDS
from followup.intake.page.lone_names import may_be_name
from followup.intake.prose.clauses import is_sure, without_article
from followup.intake.wordlists import words as wordset

Names = frozenset[str]
MOST_PEOPLE = 5
LONGEST_LEADER = 50
_LINES = frozenset({Sign.TEXT, Sign.ITEM})
_LED = re.compile(r"^([A-ZÅÄÖÆØ][^:.!?]{1,48}):\s+(?=[a-zåäöæø])")
"""Somebody before what he or she does ("Roya: samlar in …")."""
_PRESENT = re.compile(
    r"(?i)^(?:närvarande|deltagare|deltog|på plats|medverkande|present|attendees|attending|til stede|tilstede"
    r"|deltakere|deltagere)\s*[:;]\s*"
)
_WORD = re.compile(r"[A-ZÅÄÖÆØ][\w-]+")
LONGEST_NAME = 9
_BETWEEN = re.compile(r"\s*[,/+&]\s*|\s+(?:och|samt|and|og)\s+")
_OF_GUIDING = re.compile(r"(?i)(?:vei|vej|hand|in|av|ut)ledning(?:en)?$")
"""What people do that ends as the word for a management does."""
_TOGETHER = re.compile(
    r"\s+(?:tillsammans|i samråd|together|sammen|i samarbete|i samarbeid|i samarbejde) (?:med|with)\s+"
)
_INITIALS = re.compile(r"[A-ZÅÄÖÆØ]{2,3}")
_FULL = re.compile(r"\b([A-ZÅÄÖÆØ][a-zåäöæøéü]+(?:-[A-ZÅÄÖÆØ][a-zåäöæøéü]+)?) ([A-ZÅÄÖÆØ][a-zåäöæøéü-]+)\b")
_IN_BRACKETS = re.compile(r"\(([A-ZÅÄÖÆØ]{2,3})\)")
_MYSELF = frozenset({"jag", "jeg", "Jag", "Jeg", "I", "undertecknad", "Undertecknad", "jag själv", "jeg selv"})
_SIGNS = re.compile(r"[(),/&+]")
_UNIT = re.compile(
    r"[A-ZÅÄÖÆØ]\w{4,}(?:avdelningen|enheten|sektionen|gruppen|rådet|kansliet|funktionen|afdelingen|avdelingen|teamet)"
)
"""Who has a name for what it does ("Fastighetsavdelningen")."""
_UNIT_OF_PLACE = re.compile(
    r"(?:sjukhus|sjukhuset|sygehus|sykehus|lasarett|lasarettet|hospital|[Kk]liniken|[Kk]linikken|centrum"
    r"|[Vv]årdcentralen)(?:\s+[A-ZÅÄÖÆØ]\S+)*$"
)
"""A clinic with its name, which stands in the heads of papers."""
_THINGS_TOO = wordset(
    "training education services support facilities finance pharmacy procurement workforce estates program programme"
)
"""Roles in English that a paragraph may also be about."""
_NOBODYS = re.compile(r"[\d§:;?!]|\s[–—-]\s")
_PLACING = wordset(
    "till för i på med om av efter från vid inom som to for of in on at from with by ved til fra af et en ett"
)
_WORKING = wordset("på vid från hos at from ved")
"""Words between somebody and where he or she works."""
MOST_OF_PLACE = 4
_JOINING = wordset("och and og samt eller or respektive resp resp. & + vid the our de den det vår våra both både hela")
_DESCRIBING = (
    "ig",
    "iga",
    "sk",
    "ska",
    "ande",
    "ende",
    "ad",
    "ade",
    "al",
    "ala",
    "s",
    "sta",
    "ste",
    "re",
    "e",
    "lig",
    "ical",
    "y",
)
"""How words end that describe whom a role is ("klinikens", "ledande", "övergripande", "clinical")."""
_CROWD = re.compile(
    r"(?i)^(?:alla|samtliga|varje|vissa|två|tre|fyra|fem|fler|flera|many|all|some|two|three|four|every|each|alle|hver"
    r"|a|an|en|ett|nya|nye|new|övriga|egna|no|ingen|inga)\b|^(?:ST-läkar\w+|trainees?|LIS|uddannelseslæger\w*)$"
)
"""Words for those that something is done for as often as by."""


def names_in(events: Sequence[Event]) -> Names:
    """The first names and initials of those whom the document names in full, and of those it says were there."""
    present = _names_present(events)
    found = set(present) | _names_leading(events)
    for event in events:
        for first, last in _FULL.findall(event.text):
            if is_given(first) or first in present:
                found |= {first, last, first[0] + last[0]}
        found.update(_IN_BRACKETS.findall(event.text))
    return frozenset(found)


_INTRODUCED = re.compile(rf"({_FULL.pattern})\s*\(([A-ZÅÄÖÆØ]{{2,3}})\)")


def roles_that_are_initials(events: Sequence[Event]) -> dict[str, str]:
    """The people whom the document gives initials that are else a role ("Sixten Roos (SR)"), by those initials."""
    lines = (event.text for event in events if ")" in event.text)
    found = (match for line in lines for match in _INTRODUCED.finditer(line))
    return {match[4]: match[1] for match in found if kind_of(match[4]) == "r"}


def _names_leading(events: Sequence[Event]) -> set[str]:
    """The lone names before the colons of lines that tell who does what, where most of those before them are known."""
    texts = (event.text for event in events if event.sign in _LINES and ":" in event.text[:LONGEST_LEADER])
    led = [match[1] for text in texts if (match := _LED.match(text))]
    people = [each for who in led for each in _BETWEEN.split(who) if each]
    unknown = {each for each in people if not is_somebody(each, frozenset())}
    are_people = len(led) > 1 and sum(1 for each in people if each not in unknown) * 2 >= len(people)
    return {each for each in unknown if _WORD.fullmatch(each)} if are_people else set()


def _names_present(events: Sequence[Event]) -> Names:
    """The names of those whom a line says were there, each word of them."""
    lines = (event.text for event in events if event.sign is Sign.TEXT and _PRESENT.match(event.text))
    return frozenset(word for line in lines for word in _WORD.findall(_PRESENT.sub("", line)))


@lru_cache(maxsize=16384)
def is_somebody(words: str, names: Names, *, is_marked: bool = False) -> bool:
    """Say whether words are people or roles; a lone word that may be a name only where its place marks it so."""
    bare = without_article(words.strip(" .,;:"))
    bare = _TOGETHER.sub(", ", bare)
    if _OF_GUIDING.search(bare):
        return False
    if bare in _MYSELF:
        return True
    if bare.rpartition(" ")[2].casefold() in BEFORE_ROLES and not bare.casefold().endswith("ansvarig"):
        return False
    if not bare or len(bare.split()) > 2 * MOST_PEOPLE or _NOBODYS.search(bare) or _speaks(bare):
        return False
    if (is_sure(bare) or _holds(bare)) and not _UNIT_OF_PLACE.search(bare):
        return True
    people = [each for each in _BETWEEN.split(bare) if each]
    return 0 < len(people) <= MOST_PEOPLE and all(_is_one(each, names, is_marked=is_marked) for each in people)


def _holds(bare: str) -> bool:
    """Say whether words are a role and the name of whoever holds it ("schemaläggare Isa By")."""
    role, *name = bare.split()
    return 1 < len(name) + 1 <= 4 and kind_of(role) == "r" and bool(name) and all(word[:1].isupper() for word in name)


def _speaks(bare: str) -> bool:
    """Say whether words tell more than who: a verb, or a thing that is for, of or by somebody."""
    told = _SIGNS.sub(" ", bare).split()
    for place, word in enumerate(told):
        if word in _PLACING:
            if place and kind_of(told[place - 1]) == "r":
                continue
            return not (word in _WORKING and _is_full_name(told[:place]) and len(told) - place <= MOST_OF_PLACE)
        is_before_role = place + 1 < len(told) and kind_of(told[place + 1]) == "r" and not word.endswith("r")
        if word in _MYSELF:
            continue
        if word.islower() and kind_of(word) == "o" and not word.endswith(_DESCRIBING) and word not in _JOINING:
            if is_before_role:
                continue
            return True
    return False


def _is_full_name(told: Sequence[str]) -> bool:
    """Say whether words end in a first name and a surname: what follows them tells where somebody works."""
    return len(told) > 1 and is_given(told[-2]) and told[-2][:1].isupper() and told[-1][:1].isupper()


def _is_one(word: str, names: Names, *, is_marked: bool) -> bool:
    if word in names or word in _MYSELF or is_sure(word):
        return True
    if " " in word:
        first, *others = word.split()
        return is_given(first) and len(others) == 1 and (len(others[0].strip(".")) <= 2 or others[0][:1].isupper())
    if (is_given(word) and word[:1].isupper()) or _UNIT.fullmatch(word):
        return True
    is_short = (
        len(word) <= LONGEST_NAME
        and not word.endswith("ade")
        and may_be_name(word)
        and not ends_in_role(word)
        and word.isalpha()
    )
    return is_marked and (_INITIALS.fullmatch(word) is not None or is_short)


def leads(words: str, names: Names) -> bool:
    """Say whether words before a colon are who does what follows, and not what it is about ("Facilities: …")."""
    last = words.casefold().rpartition(" ")[2]
    return is_somebody(words, names) and words.casefold() not in ROLE_WORDS and last not in _THINGS_TOO


def is_crowd(words: str) -> bool:
    """Say whether words are for many at once ("Alla handledare", "ST-läkarna"), who may receive as well as do."""
    return _CROWD.match(words.strip()) is not None
