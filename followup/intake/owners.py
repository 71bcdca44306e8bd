"""Who owns something, read from the words of a document: role and name in either order, one or several.

A pure grammar: it proposes people, it never decides that two spellings are one person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from followup.domain.drafts import Doubt
from followup.domain.people import WrittenOwner
from followup.intake.given_names import GIVEN_NAMES
from followup.intake.owner_words import (
    ACRONYMS,
    ADJECTIVE_ENDINGS,
    ARTICLES,
    BEFORE_ROLES,
    ENGLISH_ROLES,
    HOLDING,
    NOBODY,
    PARTICLES,
    PROFESSIONS,
    ROLE_ENDINGS,
    ROLE_WORDS,
    TITLES,
)

_MAIL = re.compile(r"<?\b[\w.+-]+@[\w.-]+\.\w+>?")
_PHONE = re.compile(r"(?i)(?:tel\.?|tfn\.?|telefon|mobil)\s*[:.]?\s*[\d +()-]{5,}")
_WIDE = re.compile(r"[^\S\n]{2,}")
_BULLET = re.compile(r"(?m)^\s*(?:[•●▪■◦·*–—-]|\uf0b7|\d{1,2}[.)])\s+")
_ABBREVIATION = re.compile(
    r"(?i)(?:^|[\s(,/])(?:t\.?f|bitr|stf|vik|f|n|p|t|dr|med|prof|leg|ass|adj|st|resp|konst|överl|sekr|spec|[^\W\d_]*ansv|avd|enh|em|[a-zåäö])$"
)
_STRONG = re.compile(r"\n|;|•|\|")
_HELD = re.compile(
    r"(?i)[,(–-]?\s*(?<![\w.])("
    + "|".join(re.escape(words) for words in sorted(HOLDING, key=len, reverse=True))
    + r")(?!\w)[,:]?\s*"
)
_TIES = r"och|and|og|&|\+"
_LOOSE = (
    r"samt|respektive|resp\.|tillsammans med|i samråd med|i samarbete med|med stöd av|med hjälp av"
    r"|together with|sammen med"
)
_WORD_JOIN = re.compile(rf"(?i)(?<=\s)({_TIES}|{_LOOSE})(?=\s)")
_TYING = re.compile(rf"(?i){_TIES}")
_LOOSE_JOIN = re.compile(rf"(?i){_LOOSE}")
_LEADING_JOIN = re.compile(rf"(?i)^(?:{_TIES}|{_LOOSE})\s+")
_OPEN_LINE = re.compile(r"\s*,[ \t]*\n\s*")
_BRACKETS = re.compile(r"([^\s()]*)\s*\(([^()]*)\)")
_ACRONYM_ROLE = re.compile(r"^[A-ZÅÄÖÆØ]{2,5}-[a-zåäöæø]{3,}")
_INITIALS = re.compile(r"^(?:[A-ZÅÄÖÆØÉ]\.?){1,3}$|^[A-ZÅÄÖÆØÉ][a-zåäö]?\.(?:-?[A-ZÅÄÖ]\.)?$")
_CAPITALISED = re.compile(r"^[A-ZÅÄÖÆØÉÜÁÍÓŠŽÇ][\w’'.-]*$")
_CASED = "\u0001"
_HALF_HELD = re.compile(rf"{_CASED}\s*[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class _Atom:
    """One piece between separators: a role, a name, or both; `joined` when a word ("och") ties it to the one before."""

    role: str = ""
    name: str = ""
    held: bool = False
    joined: bool = False
    unclear: bool = False
    is_role_first: bool = False

    @property
    def is_whole(self) -> bool:
        return bool(self.role and self.name)


@lru_cache(maxsize=4096)
def read_owners(text: str, field: str = "responsible") -> tuple[tuple[WrittenOwner, ...], tuple[Doubt, ...]]:
    """The owners that the words name, in their order, and a doubt where a piece was not clear.

    `field` is what a doubt says it is about. An empty text gives nothing and no doubt.
    """
    bare = _WIDE.sub(" ", _MAIL.sub("", _PHONE.sub("", text)).replace("+", " & "))
    if not bare.strip(" ,;.()<>\n"):
        return tuple(WrittenOwner(name=mail.strip("<>")) for mail in _MAIL.findall(text)), ()
    groups = [_atoms(piece) for piece in _sentences(_HELD.sub(f" {_CASED} ", bare))]
    groups = [_turned_names(group) for group in groups if group]
    if "\n" in text.strip() and not _BULLET.search(text):
        groups = _lines_in_pairs(groups)
    owners = [owner for group in groups for owner in _pair(group)]
    doubts = (Doubt(field, "owner-unclear", " ".join(text.split())),) if _is_unclear(groups) else ()
    return tuple(dict.fromkeys(owner for owner in owners if owner.role or owner.name)), doubts


def _is_unclear(groups: list[list[_Atom]]) -> bool:
    """Say whether a piece was understood by guess, or two single names may be one turned around ("Ek, Anna")."""
    if any(atom.unclear for group in groups for atom in group):
        return True
    return any(
        len(group) == 2
        and all(atom.name and not atom.role and " " not in atom.name for atom in group)
        and not group[1].joined
        and not all(_is_given(atom.name) for atom in group)
        for group in groups
    )


def _turned_names(group: list[_Atom]) -> list[_Atom]:
    """A group with each surname that stands before its first name ("Ek, Anna") put after it."""
    atoms: list[_Atom] = []
    for atom in group:
        last = atoms[-1] if atoms else None
        if last is not None and _is_name(last) and _is_name(atom) and _is_turned(last.name, atom):
            atoms[-1] = replace(atom, role=last.role, name=f"{atom.name} {last.name}", joined=last.joined)
        else:
            atoms.append(atom)
    return atoms


def _is_name(atom: _Atom) -> bool:
    return bool(atom.name) and not atom.held and not atom.unclear


def _is_turned(before: str, atom: _Atom) -> bool:
    """Say whether a name after a comma is the first name of the one before it."""
    is_surname = " " not in before and not _is_given(before)
    return is_surname and all(map(_is_given, atom.name.split())) and not atom.role and not atom.joined


def _is_given(word: str) -> bool:
    """Say whether a word is a first name, or two with a hyphen ("Anna-Karin")."""
    return all(part in GIVEN_NAMES for part in word.casefold().split("-"))


def _lines_in_pairs(groups: list[list[_Atom]]) -> list[list[_Atom]]:
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
        if whole and (_is_held_part(piece) or (_HALF_HELD.search(whole[-1]) and _CAPITALISED.match(piece))):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole


def _is_held_part(piece: str) -> bool:
    """Say whether a piece is only who holds the role before it."""
    return piece.startswith(_CASED) and bool(piece.strip(_CASED + " "))


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


def _atoms(group: str) -> list[_Atom]:
    marked = _BRACKETS.sub(_bracketed, group)
    atoms: list[_Atom] = []
    for part in re.split(r"\s*[,/]\s*|\s+[–—-]\s+|:\s+", marked):
        joined = False
        for piece in _WORD_JOIN.split(_LEADING_JOIN.sub("", part)):
            if _TYING.fullmatch(piece.strip()):
                joined = True
            elif not _LOOSE_JOIN.fullmatch(piece.strip()):
                atoms.extend(_atom(piece, joined=joined))
                joined = False
    return atoms


def _bracketed(match: re.Match[str]) -> str:
    """Words in brackets as a piece of their own; an acronym after a role ("läkare (UAL)") stays with it."""
    before, inside = match.group(1), match.group(2)
    if inside.isupper() and len(inside) <= 5 and _kind(before) == "r" and inside.casefold() not in ROLE_WORDS:
        return f"{before}\u00a0({inside}) "
    if _INITIALS.match(inside) and _kind(before) == "n" and _kind(inside) == "n":
        return f"{before} "
    return f"{before} , {inside} , "


def _atom(piece: str, *, joined: bool) -> list[_Atom]:
    held = _CASED in piece
    before, _, after = piece.partition(_CASED)
    if held and before.strip(" .,") and after.strip(" .,"):
        first = _plain(before, joined=joined)
        second = [replace(atom, held=True) for atom in _plain(after, joined=False)]
        return [*first, *second]
    return [replace(atom, held=held) for atom in _plain(piece.replace(_CASED, " "), joined=joined)]


def _plain(piece: str, *, joined: bool) -> list[_Atom]:
    piece = " ".join(piece.split(" ")).strip(" .,:;\t")
    piece = piece.strip("()") if piece.count("(") != piece.count(")") else piece
    piece = " ".join(word for word in re.split(r"[ \t]+", piece) if word)
    if piece.casefold().replace(" ", ".") in NOBODY or not any(sign.isalpha() for sign in piece):
        return []
    words = [word for word in piece.split(" ") if word.casefold() not in TITLES] or piece.split(" ")
    role, name = _divide(words)
    unclear = not role and not name
    if unclear:
        return [_Atom(role=piece, joined=joined, unclear=True)]
    is_role_first = bool(role and name) and piece.endswith(name)
    return [_Atom(role=role.replace("\u00a0", " "), name=name, joined=joined, is_role_first=is_role_first)]


def _divide(words: list[str]) -> tuple[str, str]:
    """Role and name of the words of one piece; a name is capitalised and no role's word."""
    kinds = _kinds(words)
    if "r" not in kinds:
        return _without_role(words, kinds)
    if all(kind == "r" for kind in kinds):
        return " ".join(words), ""
    lead, tail = _name_length(kinds), _name_length(kinds[::-1])
    if lead and lead < len(words) and not (lead == 1 and _belongs_to_role(words, has_tail=bool(tail))):
        return " ".join(words[lead:]), " ".join(words[:lead])
    if tail and tail < len(words) and _may_hold(words[: len(words) - tail]):
        return " ".join(words[: len(words) - tail]), " ".join(words[len(words) - tail :])
    return " ".join(words), ""


def ends_in_role(text: str) -> bool:
    """Say whether the last word is a role's: "ansvarig läkare" is somebody, "trainee survey" is not."""
    words = text.split()
    return bool(words) and _kind(words[-1]) == "r"


def _kinds(words: list[str]) -> list[str]:
    """The kind of each word; what may stand before a role is a surname after a first name ("Tor Vik", "Eva Ny")."""
    kinds: list[str] = []
    for word in words:
        kind = _kind(word)
        is_surname = word[:1].isupper() and word.casefold() in BEFORE_ROLES and kinds[-1:] == ["n"]
        kinds.append("n" if is_surname else kind)
    return kinds


def _belongs_to_role(words: list[str], *, has_tail: bool) -> bool:
    """Say whether one capitalised word before a role's word is part of the role: "Medicinsk rådgivare", "Rota lead"."""
    first = words[0].casefold()
    if first in ARTICLES:
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
    if [word.islower() for word in words] == [True, True] and _is_given(words[0]):
        return "", " ".join(words)  # "anna ek": somebody writes everything small
    tail = _name_length(kinds[::-1])
    if 2 <= tail < len(words) <= 5 and _is_given(words[-tail]) and kinds[-tail - 1] == "o":
        return " ".join(words[:-tail]), " ".join(words[-tail:])
    if kinds == ["n", "n", "n"] and _is_given(words[1]) and not _is_given(words[0]) and words[0][1:].islower():
        return words[0], " ".join(words[1:])  # "Intendent Bo Ek": what stands before a first name is a title
    if len(words) <= 5 and all(kind in "np" for kind in kinds) and "n" in kinds:
        return "", " ".join(words)
    if kinds[0] == "b":
        return " ".join(words), ""
    return "", ""


def _name_length(kinds: list[str]) -> int:
    count = 0
    for kind in kinds:
        if kind not in "np" or count == 5:
            break
        count += 1
    return count


@lru_cache(maxsize=8192)
def _kind(word: str) -> str:
    """`r`: a role's word; `b`: one that stands before roles; `n`: like a name; `p`: a particle; `o`: other."""
    folded = word.casefold().strip("()")
    if folded in BEFORE_ROLES or word.strip("().") in ACRONYMS:
        return "r"
    if _is_role_word(folded.strip(".")) or _ACRONYM_ROLE.match(word):
        return "r"
    if folded in PARTICLES:
        return "p"
    if _INITIALS.match(word) or _CAPITALISED.match(word):
        return "n"
    return "o"


def _is_role_word(folded: str) -> bool:
    parts = [part for part in re.split(r"[-/]", folded.partition("\u00a0")[0]) if part]
    return any(
        part in ROLE_WORDS or (len(part) > 3 and part.endswith(ROLE_ENDINGS)) or part in {"vc", "sr"} for part in parts
    )


def _pair(atoms: list[_Atom]) -> list[WrittenOwner]:
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


def _bind_held(atoms: list[_Atom]) -> list[_Atom]:
    bound: list[_Atom] = []
    for atom in atoms:
        last = bound[-1] if bound else None
        if atom.held and atom.name and not atom.role and last and last.role and not last.name:
            bound[-1] = replace(last, name=atom.name, held=True)
        else:
            bound.append(atom)
    return bound


def _next_owner(atoms: list[_Atom], index: int, *, name_first: bool) -> tuple[int, list[WrittenOwner]]:
    atom = atoms[index]
    rest = atoms[index + 1 :]
    if atom.is_whole:
        more = 0 if atom.held or atom.is_role_first else _more_roles(rest)
        return 1 + more, [_owner(atom, rest[:more])]
    if atom.name:
        roles = _roles_of_name(rest) if name_first else 0
        return 1 + roles, [_owner(atom, rest[:roles])]
    if not name_first and rest and rest[0].name and not rest[0].role and not rest[0].joined:
        return 2, [WrittenOwner(atom.role, rest[0].name, atom.held or rest[0].held)]
    return 1, [WrittenOwner(atom.role, "", held=False)]


def _more_roles(rest: list[_Atom]) -> int:
    """How many roles tied with "och" follow a whole owner, with nobody of their own."""
    count = 0
    while count < len(rest) and rest[count].joined and rest[count].role and not rest[count].name:
        count += 1
    return count


def _roles_of_name(rest: list[_Atom]) -> int:
    if not rest or not rest[0].role or rest[0].name or rest[0].joined:
        return 0
    more = 1 + _more_roles(rest[1:])
    if rest[0].role.casefold().endswith(PROFESSIONS) and len(rest) > more and rest[more].role and not rest[more].name:
        return more + 1 + _more_roles(rest[more + 1 :])
    return more


def _owner(atom: _Atom, roles: list[_Atom]) -> WrittenOwner:
    words = atom.role
    for role in roles:
        words = (
            f"{words} och {role.role}" if words and role.joined else (f"{words}, {role.role}" if words else role.role)
        )
    return WrittenOwner(words, atom.name, atom.held)
