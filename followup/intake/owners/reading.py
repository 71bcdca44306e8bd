"""Who owns something, read from the words of a document: role and name in either order, one or several.

A pure grammar: it proposes people, it never decides that two spellings are one person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from followup.domain.drafts import Doubt
from followup.domain.people import WrittenOwner
from followup.intake.owners.atoms import Atom, atoms_of
from followup.intake.owners.dividing import one_by_one
from followup.intake.owners.kinds import CAPITALISED, INITIALS, is_given, is_unit
from followup.intake.owners.marks import CASED, HOLDING, PARTICLES
from followup.intake.owners.pairs import paired
from followup.intake.owners.plain_words import MAIL, plainly

_BULLET = re.compile(r"(?m)^\s*(?:[•●▪■◦·*–—-]|\uf0b7|\d{1,2}[.)]|[a-h][.)])\s+")
_ABBREVIATION = re.compile(
    r"(?i)(?:^|[\s(,/.-])(?:t\.?f|alt|inkl|exkl|assoc|fr\.o\.m|t\.o\.m|ordf|doc|ph\.?d|kst|fung|bitr|stf|vik|f|n|p|t|dr|med|prof|leg|ass|adj|st|resp|konst|överl|sekr|spec|[\w.-]*läk|adm|sjuksk|koord|[^\W\d_]*(?:ansv|rekt|koord|samordn|handl|sekr)|avd|enh|em|[a-zåäö])$"
)
_STRONG = re.compile(r"\n|;|•|\|")
_HELD = re.compile(
    r"(?i)[,(–-]?\s*(?<![\w.])("
    + "|".join(re.escape(words) for words in sorted(HOLDING, key=len, reverse=True))
    + r")(?!\w)[,:]?\s*"
)
_TURNS = re.compile(r"\n|[^\W\d_]{2}\.\s")
_LABELLED = re.compile(r"\w:[ \t]+\w")
_OPEN_LINE = re.compile(r"\s*,[ \t]*\n\s*")
_HALF_HELD = re.compile(rf"{CASED}\s*[^\W\d_]+$")


@lru_cache(maxsize=4096)
def read_owners(text: str, field: str = "responsible") -> tuple[tuple[WrittenOwner, ...], tuple[Doubt, ...]]:
    """The owners that the words name, in their order, and a doubt where a piece was not clear.

    `field` is what a doubt says it is about. An empty text gives nothing and no doubt.
    """
    bare = plainly(text)
    if not bare.strip(" ,;.()<>\n"):
        return tuple(WrittenOwner(name=mail.strip("<>")) for mail in MAIL.findall(text)), ()
    pieces = (one for piece in _sentences(_HELD.sub(f" {CASED} ", bare)) for one in one_by_one(piece))
    groups = [atoms_of(piece) for piece in pieces]
    groups = _all_turned(_broken_name([_turned_names(group) for group in groups if group]))
    if _TURNS.search(text.strip()) and not _BULLET.search(text) and not _LABELLED.search(text):
        groups = _lines_in_pairs(groups)
    owners = [replace(owner, held=owner.held and bool(owner.name)) for group in groups for owner in paired(group)]
    doubts = (Doubt(field, "owner-unclear", " ".join(text.split())),) if _is_unclear(groups) else ()
    return tuple(dict.fromkeys(owner for owner in owners if owner.role or owner.name)), doubts


def _is_unclear(groups: list[list[Atom]]) -> bool:
    """Say whether a piece was understood by guess, or two single names may be one turned around ("Ek, Anna")."""
    if any(atom.unclear for group in groups for atom in group):
        return True
    return any(
        len(group) == 2
        and all(atom.name and not atom.role and " " not in atom.name for atom in group)
        and not group[1].joined
        and not all(is_given(atom.name) for atom in group)
        for group in groups
    )


def _turned_names(group: list[Atom]) -> list[Atom]:
    """A group with each surname that stands before its first name ("Ek, Anna") put after it."""
    if group[0].role and is_unit(group[0].role):
        return group  # "Schemagruppen (Tine, Bo)": those in it
    atoms: list[Atom] = []
    for atom in group:
        last = atoms[-1] if atoms else None
        if last is not None and _is_name(last) and _is_name(atom) and _is_turned(last.name, atom):
            atoms[-1] = replace(atom, role=last.role, name=f"{atom.name} {last.name}", joined=last.joined)
        else:
            atoms.append(atom)
    return atoms


def _is_name(atom: Atom) -> bool:
    return bool(atom.name) and not atom.held and not atom.unclear


def _is_turned(before: str, atom: Atom) -> bool:
    """Say whether a name after a comma is the first name of the one before it."""
    *particles, last = before.split()
    is_surname = not is_given(last) and all(word in PARTICLES for word in particles)
    if is_surname and _LETTER.fullmatch(atom.name) and not (atom.role or atom.joined or particles):
        return len(last) > _LETTERS  # "Ek, A"
    if particles and is_surname and " " not in atom.name and not atom.role and not atom.joined:
        return True  # "van der Berg, Ruud"
    return is_surname and all(map(is_given, atom.name.split())) and not atom.role and not atom.joined


_LETTER = re.compile(r"[A-ZÅÄÖ]\.?(?:-[A-ZÅÄÖ]\.?)?")
_LETTERS = 2
"""As many are somebody's initials rather than a surname."""


def _all_turned(groups: list[list[Atom]]) -> list[list[Atom]]:
    """Groups that each are two single names, as "Ek, Ana; Ås, Bo": each is one person turned around."""
    is_pairs = len(groups) > 1 and all(
        len(group) == _PAIR
        and all(_is_name(atom) and not atom.role and " " not in atom.name for atom in group)
        and not group[1].joined
        and not is_given(group[0].name)
        for group in groups
    )
    if not is_pairs:
        return groups
    return [[replace(last, name=f"{first.name} {last.name}")] for last, first in groups]


_PAIR = 2


def _broken_name(groups: list[list[Atom]]) -> list[list[Atom]]:
    """Groups that are one person's two names on a line each, put together."""
    if len(groups) != 2 or any(len(group) != 1 or not _is_name(group[0]) or group[0].role for group in groups):
        return groups
    first, last = groups[0][0].name, groups[1][0].name
    is_one = " " not in first + last and is_given(first) and not is_given(last) and not INITIALS.match(last)
    return [[replace(groups[0][0], name=f"{first} {last}")]] if is_one else groups


def _lines_in_pairs(groups: list[list[Atom]]) -> list[list[Atom]]:
    """Groups that are lines by turns a name and a role ("Anna Ek" / "studierektor"), each two of them put together."""
    if len(groups) % 2 or any(len(group) != 1 or group[0].is_whole for group in groups):
        return groups
    turns = [bool(group[0].name) for group in groups]
    if any(turns[index] == turns[index + 1] or turns[index] != turns[0] for index in range(0, len(turns), 2)):
        return groups
    return [[*groups[index], *groups[index + 1]] for index in range(0, len(groups), 2)]


def _sentences(text: str) -> list[str]:
    """The pieces between line breaks, semicolons and full stops that end something."""
    lines = [_BULLET.sub("", line) for line in _STRONG.split(_OPEN_LINE.sub(", ", text))]
    found = [piece.strip(" \t.,") for line in lines for piece in _full_stops(line)]
    whole: list[str] = []
    for piece in (each for each in found if each):
        if whole and (_is_held_part(piece) or (_HALF_HELD.search(whole[-1]) and CAPITALISED.match(piece))):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole


def _is_held_part(piece: str) -> bool:
    """Say whether a piece is only who holds the role before it."""
    return piece.startswith(CASED) and bool(piece.strip(CASED + " "))


def _full_stops(part: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for match in re.finditer(r"\.(?=\s+\S|$)", part):
        before = part[start : match.start()]
        inside = before.count("(") > before.count(")")
        if inside or (_ABBREVIATION.search(before.rstrip()) and match.end() < len(part)):
            continue
        pieces.append(before)
        start = match.end()
    return [*pieces, part[start:]]
