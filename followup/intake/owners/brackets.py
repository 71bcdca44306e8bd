"""Opens the brackets in words of owners: what they hold is a piece of its own, a part of the role, or a remark.

It never decides whose role a bracketed one is; that is for the whole group to tell.
"""

from __future__ import annotations

import re

from followup.intake.owners.dividing import divide
from followup.intake.owners.kinds import INITIALS, are_initials, is_given, is_unit, kind_of
from followup.intake.owners.marks import CASED, HELD_COMMA, INSIDE, LETTERED, NO_BREAK
from followup.intake.owners.nobody import names_nobody
from followup.intake.owners.role_words import ACTING, BEFORE_ROLES, CHAIRS, ROLE_WORDS, WARDS

_BRACKETS = re.compile(r"([^\s()]*)\s*\(([^()]*)\)")
_PLACES = ("region", "sjukhus", "sektion", "avdelning", "enhet", "klinik")
_FOR_HOW_LONG = re.compile(
    r"(?i)(?:t\.?\s?o\.?\s?m\b|fr\.?\s?o\.?\s?m\b|till |från |until |from |fram till|tel\b|ej |t\.\s?om"
    r"|(?:[^\W\d_]+\.?\s)?(?:19|20)\d\d\b)"
)
"""How a remark beside a name begins that tells of a time or a number, and of no role."""


_LATER_NAME = re.compile(r"(?<=\d\s)[A-ZÅÄÖÆØ][\w-]+(?:\s[A-ZÅÄÖÆØ][\w-]+)+$")
"""Who it is from then on ("(fr.o.m. 1/9 Eva Ek)")."""
_VIA = ("via ", "genom ", "through ", "gjennom ", "gennem ")


def unbracketed(text: str) -> str:
    """The words with each bracket as a piece of its own between commas, or held to the role that it is a part of."""
    return _BRACKETS.sub(_bracketed, text)


def _bracketed(match: re.Match[str]) -> str:
    """Words in brackets as a piece of their own; an acronym after a role ("läkare (UAL)") stays with it."""
    before, inside = match.group(1), match.group(2).replace(": ", " ")
    kind = _kind_there(match.string[: match.start()], before)
    if _FOR_HOW_LONG.match(inside):
        return f"{before} , {after[0]} , " if (after := _LATER_NAME.search(inside)) else f"{before} "
    is_known = inside.casefold() in ROLE_WORDS and not _shortens(inside.casefold(), before.casefold())
    is_short = inside.isupper() and len(inside) <= 5 and kind == "r"
    if is_short and not is_known and not _are_initials(inside, before):
        return f"{before}\u00a0({inside}) "
    if INITIALS.match(inside) and kind == "n" and kind_of(inside) == "n":
        return f"{before} " if _are_said(inside, match) else f"{before} , {INSIDE}{LETTERED}{inside} , "
    if kind == "r" and _tells_where(inside, match.string[match.end() :]):
        return f"{before}\u00a0({inside.replace(' ', NO_BREAK).replace(',', HELD_COMMA)}) "
    return f"{before} , {INSIDE}{inside} , "


def _are_said(letters: str, match: re.Match[str]) -> bool:
    """Say whether letters in brackets only shorten the name or a role before them."""
    leading = match.string[: match.start()] + match.group(1)
    is_shorter = any(_shortens(letters.casefold(), word.casefold()) for word in leading.split() if kind_of(word) == "r")
    return is_shorter or not letters.isalpha() or are_initials(letters, leading)


def _kind_there(leading: str, word: str) -> str:
    """The kind of a word after others: what may stand before a role is a surname after a name ("Eva Ny")."""
    is_surname = (
        word[:1].isupper() and word.casefold() in BEFORE_ROLES and kind_of((leading.split() or ["x"])[-1]) == "n"
    )
    return "n" if is_surname else kind_of(word)


def _tells_where(inside: str, following: str) -> bool:
    """Say whether words in brackets after a role are of the role: a place ("(neuro)"), a remark, and nobody."""
    folded = inside.casefold()
    if folded.startswith(_PLACES):
        return True
    if CASED in inside or names_nobody(inside) or not folded[:1].isalpha():
        return False
    if (
        folded in CHAIRS
        or all(word in BEFORE_ROLES - ACTING for word in folded.split())
        or not any(any(divide(part.split())) for part in _LISTED.split(inside) if part.split())
    ):
        return True
    if folded.startswith(_VIA) and not any(divide(part.split())[1] for part in _LISTED.split(inside)):
        return True
    if folded == inside and all(map(is_unit, _LISTED.split(inside.strip()))):
        return True
    is_one_word = " " not in inside and kind_of(inside) == "n" and not is_given(inside) and not INITIALS.match(inside)
    return is_one_word and bool(_NAME_FOLLOWS.match(following))


_LISTED = re.compile(r"[,/]|\s(?:och|and|og|&)\s")
_NAME_FOLLOWS = re.compile(r"\s*[A-ZÅÄÖÆØÉ][\w-]+\s+[A-ZÅÄÖÆØÉ][\w-]+")


def _are_initials(inside: str, before: str) -> bool:
    """Say whether two capitals after a role are somebody's ("Studierektor (MR)"), and do not shorten its word."""
    is_few = len(inside) == _INITIALS or before.isupper()
    return is_few and inside not in WARDS and not _shortens(inside.casefold(), before.casefold())


_INITIALS = 2
"""Letters; three and more are as often a clinic's or a role's own."""


def _shortens(acronym: str, word: str) -> bool:
    """Say whether the letters stand in a word in their order, the first first ("Verksamhetschef (VC)")."""
    left = iter(word)
    return word[:1] == acronym[:1] and all(letter in left for letter in acronym)
