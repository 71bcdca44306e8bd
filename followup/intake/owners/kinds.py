"""Tells a role's words from a name's.

A word is judged by what it is made of and by what stands beside it; nothing is looked up outside the lists.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.owners.given_names import GIVEN_NAMES
from followup.intake.owners.marks import PARTICLES, THINGS
from followup.intake.owners.role_words import (
    ACRONYMS,
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


def are_initials(letters: str, name: str) -> bool:
    """Say whether letters are those that the last words of a name begin with ("Bea Wik (BW)")."""
    words = re.findall(r"[^\W\d_]+", name)[-len(letters) :]
    return "".join(word[0] for word in words).casefold() == letters.casefold()


def is_unit(words: str) -> bool:
    """Say whether a role is where people work or several of them together, and no one person."""
    return is_place(words) or words.casefold().endswith(BODIES)


def is_place(words: str) -> bool:
    """Say whether a role is where people work ("Ögonmottagningen", "IT")."""
    return words.casefold().endswith(UNITS) or words in _LETTERED_UNITS


_LETTERED_UNITS = frozenset({"IT", "HR", "MT", "MTA", "FoU", "FoUU", "HRM"})


def ends_in_role(text: str) -> bool:
    """Say whether the last word is a role's: "ansvarig läkare" is somebody, "trainee survey" is not."""
    words = text.split()
    return bool(words) and kind_of(words[-1]) == "r"


def kinds_beside(words: list[str]) -> list[str]:
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
WITH_WARDS = ("chef", "chefen", "ledare", "sköterska", "sjef", "leder", "overlege")


def _is_ward(words: list[str], place: int) -> bool:
    """Say whether capitals after a role are where somebody works ("Sektionschef ÖNH Otto Sand"), and no initials."""
    if not _CAPITALS.fullmatch(words[place]) or words[place - 1].isupper():
        return False
    return len(words) - place > 2 or (place + 1 == len(words) and words[place - 1].casefold().endswith(WITH_WARDS))


_SURNAMES = frozenset({"Dean", "Head", "Fellow", "Tutor", "Chair", "Nurse", "Lead", "Leder", "Lege", "By"})
"""Words of roles and small words that are surnames too, after a first name ("Hugh Dean", "Sanna By")."""
_REGIONS = frozenset({"region", "landstinget", "helse", "regionen"})
"""Words that a place's name follows."""


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """`r`: a role's word; `b`: one that stands before roles; `n`: like a name; `p`: a particle; `o`: other."""
    folded = word.casefold().strip("()")
    if folded in BEFORE_ROLES or word.strip("().") in ACRONYMS:
        return "r"
    if _is_role_word(folded.strip(".")) or _ACRONYM_ROLE.match(word) or _is_shortened(folded, word):
        return "r"
    if folded in PARTICLES and not word.isupper():
        return "p"
    if folded in _PREPOSITIONS:
        return "o"
    if folded in _UNNAMED or INITIALS.match(word) or (CAPITALISED.match(word) and not folded.endswith(THINGS)):
        return "n"
    return "o"


_MIXED = re.compile(r"(?!Mc|Mac|Le|De|Di|La|Du|Van|Von|Fitz|San|O)[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ][A-Za-zåäö]*")
_FEWEST = 4
_LEAST_ENDING = 6
"""Letters of an ending that is shortened, and of what is left of it."""


@lru_cache(maxsize=1)
def _starts_of_endings() -> frozenset[str]:
    long = [ending for ending in ROLE_ENDINGS if len(ending) >= _LEAST_ENDING]
    return frozenset(ending[:length] for ending in long for length in range(_FEWEST, len(ending)))


def _is_shortened(folded: str, word: str) -> bool:
    """Say whether a word is a role's cut off ("studierekt.") or put together of its letters ("StRek")."""
    if _MIXED.fullmatch(word):
        return True
    stem = folded.removesuffix(".")
    cuts = (stem[-length:] for length in range(_FEWEST, len(stem) + 1)) if stem != folded else ()
    return any(cut in _starts_of_endings() for cut in cuts)


_UNNAMED = frozenset({"nn", "n.n", "n.n."})
_PREPOSITIONS = frozenset(
    {"på", "via", "genom", "enligt", "av", "under", "vid", "med", "från", "för", "inom", "by", "with"}
)
_VERBS = frozenset({"leads", "heads", "chairs", "staffs", "tutors"})
_NO_ROLES = ("handledning", "handledningen", "inledning", "avledning")
"""Words that end as those for people do and tell of what is done."""


def _is_role_word(folded: str) -> bool:
    parts = [part for part in re.split(r"[-/]", folded.partition("\u00a0")[0]) if part]
    return any(
        part in ROLE_WORDS
        or (len(part) > 3 and part.endswith(ROLE_ENDINGS) and not part.endswith(_NO_ROLES))
        or (len(part) > 6 and part.endswith(("aren", "orn", "logen", "euten", "orna")))
        or part.removesuffix("s").endswith(ENGLISH_ENDINGS)
        or (part.removesuffix("s") in ENGLISH_ROLES and part not in _VERBS)
        or part in {"vc", "sr"}
        for part in parts
    )
