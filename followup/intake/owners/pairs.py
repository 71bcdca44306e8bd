"""Puts roles and names that stand beside each other together as owners.

It proposes people; it never decides that two spellings are one person.
"""

from __future__ import annotations

from dataclasses import replace

from followup.domain.people import WrittenOwner
from followup.intake.owners.atoms import Atom
from followup.intake.owners.role_words import PROFESSIONS
from followup.intake.wordlists import words

_ACTING = words("t.f. tf t.f tf. vik. vik vikarierande tillförordnad acting konst.")


def paired(atoms: list[Atom]) -> list[WrittenOwner]:
    """Owners of a group: roles and names that stand beside each other belong together.

    A name held "för närvarande" goes to the one role just before it; else the first piece of the group
    tells the order of all pairs.
    """
    atoms = _bind_held(atoms)
    owners: list[WrittenOwner] = []
    name_first = bool(atoms) and not atoms[0].is_whole and bool(atoms[0].name)
    index = 0
    while index < len(atoms):
        taken, owner = _next_owner(atoms, index, name_first=name_first)
        owners.extend(owner)
        index += taken
    return owners


def _bind_held(atoms: list[Atom]) -> list[Atom]:
    bound: list[Atom] = []
    for atom in atoms:
        last = bound[-1] if bound else None
        is_held = atom.held and not atom.role
        if (is_held or _acts(atom)) and atom.name and last and last.role and not last.name:
            bound[-1] = replace(last, name=atom.name, held=is_held)
        else:
            bound.append(atom)
    return bound


def _acts(atom: Atom) -> bool:
    """Say whether somebody only acts in a role that stands before ("Verksamhetschef, t.f. Anna Ek")."""
    return atom.role.casefold() in _ACTING


def _next_owner(atoms: list[Atom], index: int, *, name_first: bool) -> tuple[int, list[WrittenOwner]]:
    atom = atoms[index]
    rest = atoms[index + 1 :]
    if atom.is_whole:
        more = 0 if atom.held or atom.is_role_first else _more_roles(rest)
        more = more or _places(rest)
        return 1 + more, [_owner(atom, rest[:more])]
    if atom.name:
        roles = _roles_of_name(rest) if name_first else _places(rest)
        return 1 + roles, [_owner(atom, rest[:roles])]
    if not name_first and rest and rest[0].name and not (rest[0].role or rest[0].joined or rest[0].apart):
        return 2, [WrittenOwner(atom.role, rest[0].name, atom.held or rest[0].held)]
    return 1, [WrittenOwner(atom.role, "", held=False)]


def _more_roles(rest: list[Atom]) -> int:
    """How many roles tied with "och" follow a whole owner, with nobody of their own."""
    count = 0
    while count < len(rest) and rest[count].joined and rest[count].role and not rest[count].name:
        count += 1
    return count


_WARD_WORDS = ("avd", "avd.", "avdelning", "vårdavdelning", "enhet", "sektion", "mottagning", "afdeling", "avdeling")
_PLACE_ENDS = ("sektionen", "kliniken", "klinikken", "avdelningen", "mottagningen", "afdelingen", "avdelingen")


def _places(rest: list[Atom]) -> int:
    """How many pieces after a whole owner only tell where somebody works ("överläkare Anna Ek, avd 51")."""
    if not rest or rest[0].name or rest[0].joined or rest[0].apart:
        return 0
    said = rest[0].role.casefold().split()
    return int(bool(said) and (said[0] in _WARD_WORDS or (len(said) == 1 and said[0].endswith(_PLACE_ENDS))))


def _roles_of_name(rest: list[Atom]) -> int:
    if not rest or not rest[0].role or rest[0].name or rest[0].joined or rest[0].apart:
        return 0
    more = 1 + _more_roles(rest[1:])
    if rest[0].role.casefold().endswith(PROFESSIONS) and len(rest) > more and rest[more].role and not rest[more].name:
        return more + 1 + _more_roles(rest[more + 1 :])
    return more


def _owner(atom: Atom, roles: list[Atom]) -> WrittenOwner:
    words = atom.role
    for role in roles:
        words = (
            f"{words} och {role.role}" if words and role.joined else (f"{words}, {role.role}" if words else role.role)
        )
    return WrittenOwner(words, atom.name, atom.held)
