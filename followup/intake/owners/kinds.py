"""Tells a role's words from a name's, and parts the words of one piece into the two.

A word is judged by what it is made of and by what stands beside it; nothing is looked up outside the lists.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.owners.given_names import GIVEN_NAMES
from followup.intake.owners.marks import PARTICLES, THINGS
from followup.intake.owners.role_words import (
    ACRONYMS,
    ADJECTIVE_ENDINGS,
    AGENT_ENDINGS,
    ARTICLES,
    BEFORE_ROLES,
    BODIES,
    ENGLISH_ENDINGS,
    ENGLISH_ROLES,
    ROLE_ENDINGS,
    ROLE_WORDS,
    UNITS,
    WARDS,
)

_ACRONYM_ROLE = re.compile(r"^[A-ZÅÄÖÆØ]{2,5}-[a-zåäöæø]{3,}")
INITIALS = re.compile(r"^(?:[A-ZÅÄÖÆØÉ]\.?){1,3}$|^[A-ZÅÄÖÆØÉ][a-zåäö]?\.(?:-?[A-ZÅÄÖ]\.)?$")
CAPITALISED = re.compile(r"^(?:(?:al|el|d|de|af|bin|ben|ul|ad|as)[-’'])?[A-ZÅÄÖÆØÉÜÁÍÓŠŽÇŁĐŽ][\w’'.-]*$")


def is_given(word: str) -> bool:
    """Say whether a word is a first name, or two with a hyphen ("Anna-Karin")."""
    return all(part in GIVEN_NAMES for part in word.casefold().split("-"))


def divide(words: list[str]) -> tuple[str, str]:
    """Role and name of the words of one piece; a name is capitalised and no role's word."""
    kinds = _kinds(words)
    if "r" not in kinds:
        return _without_role(words, kinds)
    lead, tail = _name_length(kinds), _name_length(kinds[::-1])
    is_role = _is_english_role(words, lead) or _is_told_of(words, lead) or all(kind == "r" for kind in kinds)
    if lead == len(words) or is_role:
        return " ".join(words), ""
    if lead and not (lead == 1 and _belongs_to_role(words, has_tail=bool(tail))):
        return " ".join(words[lead:]), " ".join(words[:lead])
    if _acts_through(words, tail):
        return " ".join(words[: -tail - 1]), " ".join(words[-tail:])
    if tail and _may_hold(words[: len(words) - tail]):
        return " ".join(words[: len(words) - tail]), " ".join(words[len(words) - tail :])
    return " ".join(words), ""


_PARTED = re.compile(r"[,/&()\x01]|\s(?:och|and|og|samt)\s")


def one_by_one(piece: str) -> list[str]:
    """The owners of words in which a line break was lost: "Apotekare Eva Ek Överläkare Bo Ås" is two."""
    words = piece.split()
    kinds = _kinds(words)
    starts = (
        place
        for place in range(3, len(words))
        if kinds[place] == "r" and words[place][:1].isupper() and kinds[place - 2 : place] == ["n", "n"]
    )
    start = next(starts, 0) if kinds[:1] == ["r"] and not _PARTED.search(piece) else 0
    return [" ".join(words[:start]), *one_by_one(" ".join(words[start:]))] if start else [piece]


_BY = frozenset({"av", "by", "af"})


def _is_told_of(words: list[str], lead: int) -> bool:
    """Say whether the first word only says what a role does: "Utses av verksamhetschef" names nobody."""
    return lead == 1 < len(words) and words[1].casefold() in _BY


_THROUGH = frozenset({"ved", "v/", "genom", "via", "through", "gjennom", "gennem"})
_GROUPS = ("utvalget", "udvalget", "gruppen", "rådet", "teamet", "ledelsen", "ledningen", "utskottet", "committee")


def _acts_through(words: list[str], tail: int) -> bool:
    """Say whether somebody is named who acts for a group ("Utvalget ved Randi Holt")."""
    is_through = 1 < tail < len(words) - 1 and words[-tail - 1].casefold() in _THROUGH
    return is_through and (words[-tail - 2].casefold().endswith(_GROUPS) or is_given(words[-tail]))


def _is_english_role(words: list[str], lead: int) -> bool:
    """Say whether words like a name are of an English role that stands last ("Education Centre Manager")."""
    is_last = 1 < lead == len(words) - 1 and words[-1].casefold() in ENGLISH_ROLES
    return is_last and not any(map(is_given, words[:lead]))


def is_unit(words: str) -> bool:
    """Say whether a role is where people work or several of them together, and no one person."""
    return words.casefold().endswith((*UNITS, *BODIES)) or words in _LETTERED_UNITS


_LETTERED_UNITS = frozenset({"IT", "HR", "MT", "MTA", "FoU", "FoUU", "HRM"})


def ends_in_role(text: str) -> bool:
    """Say whether the last word is a role's: "ansvarig läkare" is somebody, "trainee survey" is not."""
    words = text.split()
    return bool(words) and kind_of(words[-1]) == "r"


def _kinds(words: list[str]) -> list[str]:
    """The kind of each word beside the others.

    What may stand before a role is a surname after a first name ("Tor Vik", "Eva Ny"), a ward after a role part of it.
    """
    kinds: list[str] = []
    for word in words:
        kind = kind_of(word)
        is_surname = word[:1].isupper() and word.casefold() in BEFORE_ROLES and kinds[-1:] == ["n"]
        is_surname = is_surname or (word in _SURNAMES and len(kinds) > 0 and is_given(words[len(kinds) - 1]))
        is_ward = kinds[-1:] == ["r"] and (word in WARDS or _is_ward(words, len(kinds)))
        is_region = len(kinds) > 0 and words[len(kinds) - 1].casefold() in _REGIONS and word[:1].isupper()
        kinds.append("n" if is_surname else ("r" if is_ward or is_region else kind))
    return kinds


_CAPITALS = re.compile(r"[A-ZÅÄÖÆØ]{3,5}")
_WITH_WARDS = ("chef", "chefen", "ledare", "sköterska", "sjef", "leder", "overlege")


def _is_ward(words: list[str], place: int) -> bool:
    """Say whether capitals after a role are where somebody works ("Sektionschef ÖNH Otto Sand"), and no initials."""
    if not _CAPITALS.fullmatch(words[place]) or words[place - 1].isupper():
        return False
    return len(words) - place > 2 or (place + 1 == len(words) and words[place - 1].casefold().endswith(_WITH_WARDS))


_SURNAMES = frozenset({"Dean", "Head", "Fellow", "Tutor", "Chair", "Nurse", "Lead", "Leder", "Lege", "By"})
"""Words of roles and small words that are surnames too, after a first name ("Hugh Dean", "Sanna By")."""
_REGIONS = frozenset({"region", "landstinget", "helse", "regionen"})
"""Words that a place's name follows."""


def _belongs_to_role(words: list[str], *, has_tail: bool) -> bool:
    """Say whether one capitalised word before a role's word is part of the role: "Medicinsk rådgivare", "Rota lead"."""
    first = words[0].casefold()
    is_genitive = first.endswith("s") and len(first) > 5 and words[1].islower() and not is_given(first)
    is_english = words[-1].casefold() in ENGLISH_ROLES and all(map(str.islower, words[1:])) and not is_given(first)
    if first in ARTICLES or is_genitive or is_english:
        return True
    return first.isalpha() and (
        has_tail or words[1].casefold() in ENGLISH_ROLES or (first.endswith(ADJECTIVE_ENDINGS) and len(first) > 4)
    )


def _may_hold(words: list[str]) -> bool:
    """A place after "vid" or "på" is part of the role: "studierektor vid Norra kliniken" names nobody."""
    return not words or words[-1].casefold() not in {
        "vid",
        "på",
        "i",
        "för",
        "inom",
        "of",
        "at",
        "for",
        "in",
        "ved",
        "från",
    }


def _without_role(words: list[str], kinds: list[str]) -> tuple[str, str]:
    if [word.islower() for word in words] == [True, True] and is_given(words[0]):
        return "", " ".join(words)  # "anna ek": somebody writes everything small
    led = _title_length(words, kinds)
    if led:
        return " ".join(words[:led]), " ".join(words[led:])
    if len(words) == 1 and is_unit(words[0]) and not is_given(words[0]):
        return words[0], ""
    if len(words) <= 5 and all(kind in "np" for kind in kinds) and "n" in kinds:
        return "", " ".join(words)
    if kinds[0] == "b":
        return " ".join(words), ""
    return "", ""


def _title_length(words: list[str], kinds: list[str]) -> int:
    """How many words before a name are its title, though no role's word is known among them; 0 where none are."""
    tail = _name_length(kinds[::-1])
    if 2 <= tail < len(words) <= 5 and kinds[-tail - 1] == "o" and _may_be_led(words[-tail - 1], words[-tail]):
        return len(words) - tail
    is_noun = kinds in _LED_NAMES and not is_given(words[0]) and words[0][1:].islower()
    return int(is_noun and _may_be_led(words[0], words[1]))  # "Intendent Bo Ek": a title, before a first name


_LED_NAMES = (["n", "n", "n"], ["n", "n", "n", "n"], ["n", "n", "p", "n"])
_SHORTEST_TITLE = 8
"""Letters; a shorter word that ends as those for what people do may be a first name ("Walter")."""


def _may_be_led(title: str, name: str) -> bool:
    """Say whether a word may be the title of the name after it: by the first name, or by the word's own ending."""
    return is_given(name) or (len(title) >= _SHORTEST_TITLE and title.endswith(AGENT_ENDINGS))


def _name_length(kinds: list[str]) -> int:
    count = 0
    for kind in kinds:
        if kind not in "np" or count == 5:
            break
        count += 1
    return count


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """`r`: a role's word; `b`: one that stands before roles; `n`: like a name; `p`: a particle; `o`: other."""
    folded = word.casefold().strip("()")
    if folded in BEFORE_ROLES or word.strip("().") in ACRONYMS:
        return "r"
    if _is_role_word(folded.strip(".")) or _ACRONYM_ROLE.match(word):
        return "r"
    if folded in PARTICLES and not word.isupper():
        return "p"
    if folded in _PREPOSITIONS:
        return "o"
    if folded in _UNNAMED or INITIALS.match(word) or (CAPITALISED.match(word) and not folded.endswith(THINGS)):
        return "n"
    return "o"


_UNNAMED = frozenset({"nn", "n.n", "n.n."})
_PREPOSITIONS = frozenset(
    {"på", "via", "genom", "enligt", "av", "under", "vid", "med", "från", "för", "inom", "by", "with"}
)
_NO_ROLES = ("handledning", "handledningen", "inledning", "avledning")
"""Words that end as those for people do and tell of what is done."""


def _is_role_word(folded: str) -> bool:
    parts = [part for part in re.split(r"[-/]", folded.partition("\u00a0")[0]) if part]
    return any(
        part in ROLE_WORDS
        or (len(part) > 3 and part.endswith(ROLE_ENDINGS) and not part.endswith(_NO_ROLES))
        or (len(part) > 7 and part.endswith("aren"))
        or part.removesuffix("s").endswith(ENGLISH_ENDINGS)
        or part in {"vc", "sr"}
        for part in parts
    )
