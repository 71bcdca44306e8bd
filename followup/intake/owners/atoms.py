"""Takes the words between two full stops apart into atoms: a role, a name, or both, and how they are tied.

It pairs nothing: who has which role is for the whole group to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from followup.intake.owners.brackets import unbracketed
from followup.intake.owners.dividing import divide
from followup.intake.owners.kinds import is_given, kind_of
from followup.intake.owners.marks import CASED, DEGREES, HELD_COMMA, INSIDE, LETTERED, NO_BREAK, TITLES, VACANT
from followup.intake.owners.nobody import names_nobody
from followup.intake.owners.role_words import FIELDS_OF_WORK, VERBS

_TIES = r"och|and|og|&|\+"
_LOOSE = (
    r"samt|därefter|(?<!med\s)(?<!och\s)(?<!samt\s)(?:respektive|resp\.?)|(?:tillsammans|ihop|sammen) med|jämte"
    r"|i\s(?:nära\s|tæt\s)?(?:sam\w+|dialog)\smed|med\s(?:stöd|hjälp|bistånd)\sav"
    r"|together with|along with|in\s\w+\swith|supported by|assisted by|with\s(?:help|support)\s(?:of|from)"
)
_WORD_JOIN = re.compile(
    rf"(?i)(?<=\s)(?<!\bvid\s)(?<!\bpå\s)(?<!\bför\s)(?<!\binom\s)(?<!\bfrån\s)(?<!\btill\s)(?<!\bav\s)({_TIES}|{_LOOSE})(?=\s)"
)
_TYING = re.compile(rf"(?i){_TIES}")
_LOOSE_JOIN = re.compile(rf"(?i){_LOOSE}")
_LEADING_JOIN = re.compile(rf"(?i)^(?:{_TIES}|{_LOOSE})\s+")
_LEADING_LOOSE = re.compile(rf"(?i)^(?:{_LOOSE})\s+")
_FOR_WHAT = re.compile(r"(?i)\b(?:för|for|of|av|inom|i)\s+\w+$")
_EACH = re.compile(r"(?i)resp\S*\s+(\S+)")
"""How a role may begin: "respektive handledare" is somebody, "respektive Anna Ek" is tied to the one before."""
_PARTING = re.compile(r"\s*,\s*|(\s*(?<!\d)/\s*|\s*/(?!\d)\s*)|(\s+[–—-]\s+)|(:)\s+")
_TELLING = frozenset((":", "-", "–", "—"))
_SIGNS = _TELLING | {"/"}
_SINCE = re.compile(
    r"(?i)\s+(?:fr\.?\s?o\.?\s?m\.?|from|från(?: och med)?|t\.?\s?o\.?\s?m\.?|till(?: och med)?|until)\s+(?:den\s)?"
    r"(?:\d|[vh]t\b|[vh]t\d|vår|höst|sommar|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
)
"""From when or until when somebody is who it is ("Eva Ek fr.o.m. 1/1")."""
_DEGREE = re.compile(r"(?i)(?<!\w)(?:(?:med|fil|odont|tekn)\.?\s?dr|dr\.?\s?med|ph\.?\s?d)\b\.?")
"""What somebody has taken and no role: "Överläkare, med dr Eva Ek"."""
_TITLE_BETWEEN = re.compile(r"(?<=[a-zåäöæø])\s(?:[Dd]r|[Pp]rof)\.?\s(?=[A-ZÅÄÖÆØ])")
"""A title between a role and a name ("Rota master Dr Lee")."""
_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)*\s*(?:,|och|&|and|og|-|–)\s*\d+\b")
_SHARED_ENDING = re.compile(
    r"\w-\s*(?:(?:,|/|(?:och|samt|eller|and|og|&)\s)\s*\w+-\s*)*(?:,|/|(?:och|samt|eller|and|og|&)\s)\s*\w+"
)
"""Words that share the ending of the last ("Läkar- och vårdenhetschefer")."""
_SHARED_LETTERS = re.compile(
    r"\b(?:ST|AT|BT|LIS|SR|VC)(?:/(?:ST|AT|BT|LIS))+\b|\b(?:ST|AT|BT)(?:(?:,\s*|\s(?:och|samt|&|and|og)\s)(?:ST|AT|BT)\b(?!-))+|\b[A-ZÅÄÖ]{2,4}/(?=[A-ZÅÄÖ]{2,4}-\w)|\b[a-zåäö]{2,5}/(?=[A-ZÅÄÖ]{2,5}\b)"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One piece between separators: a role, a name, or both.

    `joined` when a word ("och") ties it to the one before, `apart` when one ("tillsammans med") tells of another,
    `slashed` when a slash stands between them, `told` after a colon or a dash, `inside` when it stands in brackets.
    `tie` is the word that joins, `is_label` says that a colon stood after what else would be a name.
    """

    role: str = ""
    name: str = ""
    held: bool = False
    joined: bool = False
    unclear: bool = False
    is_role_first: bool = False
    apart: bool = False
    slashed: bool = False
    told: bool = False
    inside: bool = False
    tie: str = "och"
    is_label: bool = False

    @property
    def is_whole(self) -> bool:
        return bool(self.role and self.name)


def atoms_of(group: str) -> list[Atom]:
    """The atoms of the words between two full stops, in order."""
    marked = unbracketed(gathered(group))
    atoms: list[Atom] = []
    slashed = told = False
    for part in _PARTING.split(marked):
        if not part or part.strip() in _SIGNS:
            slashed, told = slashed or bool(part and "/" in part), told or bool(part and part.strip() in _TELLING)
            if part == ":" and atoms and _is_label(atoms[-1]):
                atoms[-1] = replace(
                    atoms[-1], role=atoms[-1].name or atoms[-1].role, name="", unclear=False, is_label=True
                )
            continue
        if atoms and " " in atoms[-1].name and all(word.casefold() in DEGREES for word in part.split()):
            continue
        joined, apart = False, bool(_LEADING_LOOSE.match(part))
        tie = ""
        for piece in _WORD_JOIN.split(part if not atoms and _EACH.match(part) else _without_join(part)):
            if _TYING.fullmatch(piece.strip()):
                joined, tie = True, piece
            elif _LOOSE_JOIN.fullmatch(piece.strip()):
                apart = True
            else:
                found = _atom(piece, joined=joined)
                if told and found and atoms[-1:] and atoms[-1].is_label and not found[0].name:
                    atoms.pop()  # "Stöd: HR"
                    apart = True
                if joined and found and atoms and _goes_on(atoms[-1], found[0]):
                    atoms[-1] = replace(atoms[-1], role=f"{atoms[-1].role} {tie} {found[0].role or found[0].name}")
                else:
                    said = tie.strip() if joined and tie else "och"
                    more = (
                        [replace(found[0], apart=apart, slashed=slashed, told=told, tie=said), *found[1:]]
                        if found
                        else []
                    )
                    atoms.extend(more)
                joined = apart = slashed = told = False
    return atoms


def without_time(words: str) -> str:
    """Words without from when or until when somebody is it ("t.f. chef t.o.m. 31/8")."""
    since = _SINCE.search(words)
    return words[: since.start()] if since else words


_HELD = str.maketrans({" ": "\ue000", ",": HELD_COMMA, "/": "\ue001"})
_LET_GO = str.maketrans({"\ue000": " ", HELD_COMMA: ",", "\ue001": "/", NO_BREAK: " "})


def gathered(text: str) -> str:
    """The words with what is one list ("avd 1, 2 och 3", "ST- och AT-läkare") held together; `spread` lets it go."""
    for listed in (_NUMBERS, _SHARED_ENDING, _SHARED_LETTERS):
        text = listed.sub(lambda found: found[0].translate(_HELD), text)
    return text


def spread(words: str) -> str:
    """A role's words with what held them together as blanks and commas again."""
    return words.translate(_LET_GO)


def _is_label(atom: Atom) -> bool:
    """Say whether what stands before a colon is one word and no first name ("ES: Dr Hart", "Utbildning: Eva Ek")."""
    word = atom.role if atom.unclear else "" if atom.role else atom.name
    return bool(word) and " " not in word and not is_given(word)


def _goes_on(before: Atom, atom: Atom) -> bool:
    """Say whether a piece is only more of what the role before it is for ("Chef för utbildning och forskning")."""
    word = (atom.role or atom.name).casefold()
    is_field = " " not in word and not is_given(word) and word.endswith(FIELDS_OF_WORK)
    is_more = is_field or (atom.unclear and not atom.name and atom.role.islower())
    return is_more and not before.name and bool(_FOR_WHAT.search(before.role))


def _without_join(part: str) -> str:
    """Words without what ties them to those before."""
    each = _EACH.match(part)
    return part if each and kind_of(each.group(1)) == "r" else _LEADING_JOIN.sub("", part)


def _atom(piece: str, *, joined: bool) -> list[Atom]:
    if piece.strip().startswith(INSIDE + LETTERED):
        return [Atom(role=piece.strip(f" {INSIDE}{LETTERED}"), inside=True)]
    if piece.strip().startswith(INSIDE):
        return [replace(atom, inside=True) for atom in _atom(piece.strip().removeprefix(INSIDE), joined=joined)]
    held = CASED in piece
    before, _, after = piece.partition(CASED)
    if held and before.strip(" .,") and after.strip(" .,"):
        first = _plain(before, joined=joined)
        second = [replace(atom, held=True) for atom in _plain(after, joined=False)]
        return [*first, *second]
    return [replace(atom, held=held) for atom in _plain(piece.replace(CASED, " "), joined=joined)]


def _plain(piece: str, *, joined: bool) -> list[Atom]:
    piece = " ".join(piece.split(" ")).strip(" .,:;@?!\t–—")
    piece = piece.strip("()") if piece.count("(") != piece.count(")") else piece
    piece = " ".join(word for word in re.split(r"[ \t]+", piece) if word)
    if names_nobody(piece):
        return []
    piece = " ".join(word for word in _DEGREE.sub("", piece).strip(" ,").split(" ") if word)
    if not piece:
        return []
    since = _SINCE.search(piece)
    if since and divide(piece[: since.start()].split(" "))[1]:
        piece = piece[: since.start()]
    before, _, titled = (_TITLE_BETWEEN.sub(INSIDE, piece, count=1)).partition(INSIDE)
    if titled and not divide(before.split(" "))[1]:
        return [Atom(role=before, name=titled, joined=joined, is_role_first=True)]
    words = [word for word in piece.split(" ") if word.casefold() not in TITLES | VACANT] or piece.split(" ")
    while len(words) > 2 and words[-1].casefold() in DEGREES:
        words.pop()
    if words[0] in VERBS and not any(divide(words[1:] or ["-"])):
        return []  # "ansvarar för schemat"
    doing = next((at for at in range(1, len(words)) if _does(words, at)), None)
    role, name = divide(words[:doing])
    unclear = not role and not name
    if unclear:
        return [Atom(role=piece, joined=joined, unclear=True)]
    is_role_first = bool(role and name) and piece.endswith(name)
    return [Atom(role=spread(role), name=_first_name_first(name), joined=joined, is_role_first=is_role_first)]


_PRESENT = ("ar", "er")
"""Endings of Nordic verbs, after a whole name ("Eva Ek bevakar")."""
_NAMED_FIRST = frozenset({"leads", "decides", "organises", "arranges"})


def _does(words: list[str], place: int) -> bool:
    """Say whether a verb tells what somebody does; an English one may be a role of several ("Clinical leads")."""
    word, before = words[place], kind_of(words[place - 1])
    kinds = "n" if word in _NAMED_FIRST else "rn"
    is_verb = place > 1 and before == "n" and word.islower() and word.endswith(_PRESENT) and kind_of(word) == "o"
    return is_verb or (word in VERBS and before in kinds)


_HYPHENED = re.compile(r"[A-ZÅÄÖ]\.?-[A-ZÅÄÖ]\.?")


def _first_name_first(name: str) -> str:
    """The name with initials that only a first name has put first ("Ek P-O")."""
    before, _, last = name.rpartition(" ")
    return f"{last} {before}" if before and _HYPHENED.fullmatch(last) and not is_given(before) else name
