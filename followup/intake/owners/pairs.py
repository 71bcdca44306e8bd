"""Puts roles and names that stand beside each other together as owners.

It proposes people; it never decides that two spellings are one person.
"""

from __future__ import annotations

from dataclasses import replace

from followup.domain.people import WrittenOwner
from followup.intake.owners.atoms import Atom, without_time
from followup.intake.owners.kinds import WITH_WARDS, are_initials, is_given, is_place
from followup.intake.owners.role_words import ACTING, BODIES, CHAIRS, PROFESSIONS, RANKS, UNITS


def paired(atoms: list[Atom]) -> list[WrittenOwner]:
    """Owners of a group: roles and names that stand beside each other belong together.

    A name held "för närvarande" goes to the one role just before it; else the first piece of the group
    tells the order of all pairs.
    """
    atoms = _bind_ranks(_bind_held(atoms))
    if len(atoms) > 1 and all(map(_is_letters, atoms)):
        return [WrittenOwner(atom.role, atom.name) for atom in atoms]  # "SR, VC, HL"
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
        if last and last.role and not last.name and len(bound) > 1 and bound[-2].name and not bound[-2].role:
            last = None  # the role is the one's before it ("Anna Ek (sektionschef), vik. Bo Ås")
        if _acts(atom) and not atom.name and last and last.role and not last.name:
            continue
        is_held = atom.held and not atom.role
        if (is_held or _acts(atom)) and atom.name and last and last.role and not last.name:
            bound[-1] = replace(last, name=atom.name, held=atom.held)
        else:
            bound.append(atom)
    return bound


def _is_letters(atom: Atom) -> bool:
    """Say whether a piece is a role's or somebody's letters alone, that nothing puts to the one before."""
    letters = atom.role or atom.name
    return letters.isupper() and len(letters) <= _MOST_LETTERS and not (atom.is_whole or atom.inside or atom.told)


_MOST_LETTERS = 5


def _bind_ranks(atoms: list[Atom]) -> list[Atom]:
    """The atoms, each role that only is another title of whoever is named right after it put to that one's."""
    bound: list[Atom] = []
    for place, atom in enumerate(atoms):
        last = bound[-1] if bound else None
        follows = atoms[place + 1] if place + 1 < len(atoms) else None
        is_taken = len(bound) > 1 and bool(bound[-2].name) and not bound[-2].role and not bound[0].is_whole
        if last is not None and not is_taken and (_is_same_holder(last, atom) or _are_titles(last, atom, follows)):
            tie = f" {atom.tie} " if atom.joined else ", "
            bound[-1] = replace(atom, role=f"{last.role}{tie}{atom.role}", joined=last.joined, apart=last.apart)
        else:
            bound.append(atom)
    return bound


def _are_titles(before: Atom, atom: Atom, after: Atom | None) -> bool:
    """Say whether two titles stand before one name ("Professor, överläkare, Eva Ek")."""
    is_name = after is not None and bool(after.name) and not (after.role or after.joined or after.apart)
    tied = atom.joined or atom.apart or atom.slashed or atom.told
    roles = before.role and atom.role and not (before.name or atom.name)
    return bool(is_name and roles and not tied) and _is_rank(before.role.casefold()) and _is_rank(atom.role.casefold())


def _is_same_holder(before: Atom, atom: Atom) -> bool:
    """Say whether a role stands before a whole owner who has it too ("Överläkare och schemaansvarig Per Ask")."""
    if before.name or not before.role or before.unclear or atom.held or atom.apart:
        return False
    role, titles = atom.role.casefold(), before.role.casefold()
    if role in CHAIRS and titles.endswith(BODIES):
        return not atom.joined
    if not atom.is_whole:
        return False
    is_title = atom.is_role_first and _is_rank(role) and not (atom.joined or atom.slashed)
    return is_title or (atom.is_role_first and _is_rank(titles))


def _is_profession(role: str) -> bool:
    return role.endswith(PROFESSIONS) or _is_rank(role)


def _is_rank(role: str) -> bool:
    """Say whether a role is somebody's title only; "ST-läkare" and the like are whoever is one."""
    return role.rstrip(".").endswith(RANKS) or role == "öl"


def _acts(atom: Atom) -> bool:
    """Say whether somebody only acts in a role that stands before ("Verksamhetschef, t.f. Anna Ek")."""
    return atom.role.casefold() in ACTING


def _next_owner(atoms: list[Atom], index: int, *, name_first: bool) -> tuple[int, list[WrittenOwner]]:
    atom = atoms[index]
    rest = atoms[index + 1 :]
    if atom.is_whole:
        more = 0 if atom.held or atom.is_role_first else _more_roles(rest)
        more = more or _inside(rest) or _places(rest, named=True) or _function(atom, rest)
        return 1 + more, [_owner(atom, rest[:more])]
    if atom.name:
        if _is_lettered_role(atom, rest) and not atom.name.isupper():
            return 2, [WrittenOwner(rest[0].name, atom.name, atom.held)]
        if rest and len(atom.name) > _INITIALS and _is_lettered_role(rest[0], [atom]):
            return 2, [WrittenOwner(atom.name, rest[0].name, rest[0].held)]  # "KTC, Eva Ek"
        roles = _roles_of_name(rest) if name_first else (_inside(rest) or _places(rest))
        return 1 + roles, [_owner(atom, rest[:roles])]
    is_other = bool(rest) and (rest[0].joined or rest[0].apart or (rest[0].slashed and is_place(atom.role)))
    if not name_first and rest and rest[0].name and not (rest[0].role or is_other):
        return 2, [WrittenOwner(atom.role, rest[0].name, atom.held or rest[0].held)]
    places = _places(rest)
    return 1 + places, [_owner(atom, rest[:places])]


def _inside(rest: list[Atom]) -> int:
    """Whether a role in brackets follows a whole owner: hers too ("Enhetschef Anna Ek (huvudansvarig)")."""
    return int(bool(rest and rest[0].inside and rest[0].role and not rest[0].name))


def _function(atom: Atom, rest: list[Atom]) -> int:
    """How many roles after "överläkare Anna Ek" are hers too: her title stood first, what she does stands last."""
    if atom.held or not atom.is_role_first or not rest:
        return 0
    if not _is_rank(atom.role.casefold()) and not rest[0].role.casefold().startswith(_OF_ONE):
        return 0
    tied = rest[0].joined or rest[0].apart or rest[0].slashed
    is_hers = rest[0].role and not (rest[0].name or tied or rest[0].unclear)
    is_last = len(rest) == 1 or bool(rest[1].role and rest[1].is_whole)
    return int(bool(is_hers and is_last))


_OF_ONE = ("överläkare", "specialistläkare", "docent", "professor", "lektor", "overlege", "overlæge", "öl", "leg")
"""How a title begins that is somebody's beside what he or she does ("Studierektor Anna Ek, överläkare")."""


def _more_roles(rest: list[Atom]) -> int:
    """How many roles tied with "och" follow a whole owner, with nobody of their own."""
    count = 0
    while count < len(rest) and rest[count].joined and rest[count].role and not rest[count].name:
        count += 1
    return count


_CENTRES = ("VC", "BVC", "vårdcentral", "sjukhus", "lasarett")
"""What follows the name of a place ("Ekby VC")."""
_WARD_WORDS = (
    "region",
    "avd",
    "avd.",
    "avdelning",
    "vårdavdelning",
    "enhet",
    "sektion",
    "mottagning",
    "afdeling",
    "avdeling",
    "ward",
    "unit",
    "afsnit",
    "post",
)


def _places(rest: list[Atom], *, named: bool = False) -> int:
    """How many pieces after a whole owner only tell where somebody works ("överläkare Anna Ek, avd 51")."""
    if not rest or rest[0].joined or rest[0].apart:
        return 0
    if rest[0].name:
        return int(" " not in rest[0].name and _is_of_place(rest[0]))
    if rest[0].unclear and not rest[0].slashed and rest[0].role.isalpha() and rest[0].role.islower() and len(rest) == 1:
        return 1  # "Eva Ek, sektionschef, urologen"
    if rest[0].role[:1].isupper() and " " in rest[0].role and rest[0].role.casefold().endswith(UNITS):
        return 1  # "Practice manager, Lyng Surgery"
    if named and rest[0].role.islower() and rest[0].role.endswith("enheten"):
        return 1  # "samordnare Eva Ek, kvalitetsenheten"
    said = rest[0].role.casefold().split()
    return int(bool(said) and (said[0] in _WARD_WORDS or (len(said) == 1 and said[0].endswith(UNITS))))


def _is_of_place(atom: Atom) -> bool:
    """Say whether a name beside a role is a place's: "Ekby VC", "enhetschef Ekby", and nobody's."""
    if not atom.is_role_first:
        return atom.role in _CENTRES
    return atom.role.endswith(WITH_WARDS) and not is_given(atom.name) and not atom.name.isupper()


_INITIALS = 2


def _is_lettered_role(atom: Atom, rest: list[Atom]) -> bool:
    """Say whether capitals after a whole name are a role's ("Grace Obi, AMD"): nobody's beside a name in full."""
    letters = rest[0].name if len(rest) == 1 and not (rest[0].role or rest[0].joined or rest[0].slashed) else ""
    return " " in atom.name and letters.isalpha() and letters.isupper() and not are_initials(letters, atom.name)


def _roles_of_name(rest: list[Atom]) -> int:
    if rest and rest[0].name and not (rest[0].joined or rest[0].apart) and rest[0].is_role_first:
        return _places(rest)
    if not rest or not rest[0].role or rest[0].name or rest[0].joined or rest[0].apart:
        return 0
    if rest[0].slashed and rest[0].role.casefold().endswith(BODIES):
        return 0
    more = 1 + _more_roles(rest[1:])
    if _is_profession(rest[0].role.casefold()) and len(rest) > more and rest[more].role and not rest[more].name:
        return more + 1 + _more_roles(rest[more + 1 :])
    if len(rest) == more + 1 and rest[more].role.casefold().startswith(_OF_ONE) and not rest[more].name:
        return more + 1  # "Eva Ek, forskningshandledare, docent"
    return more + _places(rest[more:])


def _owner(atom: Atom, roles: list[Atom]) -> WrittenOwner:
    words = atom.role
    for role in roles:
        said = role.role if not role.name else " ".join(_in_order(role))
        tie = f" {role.tie} " if role.joined else ", "
        words = f"{words}{tie}{said}" if words else said
    return WrittenOwner(
        without_time(words) if atom.name else words, atom.name, atom.held or any(role.held for role in roles)
    )


def _in_order(atom: Atom) -> tuple[str, str]:
    return (atom.role, atom.name) if atom.is_role_first else (atom.name, atom.role)
