"""Takes from the end of a sentence what only tells who, when or how it is checked, and leaves what is to be done.

"Ny mall skrivs - Anna, senast v 50" is a measure and two tails. A piece is a tail only if all of it is such words.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from followup.intake.dating import read
from followup.intake.fields import Field
from followup.intake.prose.acting import actor
from followup.intake.prose.looking import CHECKS, NOUN_CHECKS, RESULT, check_told, looks_at_results
from followup.intake.prose.people_told import Names, is_crowd, is_somebody
from followup.intake.prose.pieces import again, piece_told

Told = dict[Field, str]
_CUT = re.compile(
    r"(?P<semicolon>\s*;\s+)|(?P<dash>\s+[–—-]+>?\s+|\s*[→]\s*|\s+->\s*|\s*\|\s*)"
    r"|(?P<stroke>\s*/\s*(?=[A-ZÅÄÖÆØ])|\s+/\s+)|(?P<comma>,\s+(?:(?:och|samt|and|og)\s+)?)"
    r"|(?P<word>\s+(?:och|samt|and|og)\s+(?!med\b))"
)
_SUBORDINATE = re.compile(r"(?:att|at|that)\s")
"""How what was decided begins: it is no tail of the words before it ("Det blev besluttet, at …")."""
_SIGNS = re.compile(r"[,;|/→–—-]|\s(?:och|samt|and|og)\s")
"""What a sentence has that may be cut: most have nothing of it, and are told soonest."""
_BRACKET = re.compile(r"\s*[(\[](?P<said>[^()\[\]]{2,80})[)\]]\.?$")
_FROM = re.compile(
    r"(?i)(?:från|fr\.?o\.?m|fra|from|start\w*|begin\w*|oppstart|opstart|med start|börja\w*|first|første|första)\b"
)
"""When something begins, which stays beside what it is."""
MOST_CLAUSES = 4
_COMMAS = re.compile(r"[,;]\s+(?:(?:och|samt|and|og)\s+)?")
_JOINED = re.compile(r"[,;]\s+(?:(?:och|samt|and|og)\s+)?|\s+(?:och|samt|and|og)\s+")
_SUBJECTS = frozenset({"vi", "we", "planen", "det", "detta", "dette", "der", "it", "this", "handlingsplanen"})
_ANY_DAY = date(2000, 1, 1)


@lru_cache(maxsize=16384)
def apart(sentence: str, names: Names) -> tuple[str, tuple[tuple[Field, str], ...]]:
    """What a sentence tells to be done, and the fields that the pieces at its end tell."""
    end, told = len(sentence.rstrip(" .")), dict[Field, str]()
    while True:
        cut = _bracketed(sentence[:end], names, told) or _last_tail(sentence[:end], names, told)
        if not cut:
            break
        start, found = cut
        told = _joined(found, told)
        end = len(sentence[:start].rstrip(" ,;–—-"))
    main = sentence if not told else sentence[:end]
    return main.strip(), tuple(told.items())


def _bracketed(said: str, names: Names, told: Told) -> tuple[int, Told] | None:
    """Where brackets at the end begin, and what they tell; None where they tell no field, or one told already."""
    bracket = _BRACKET.search(said)
    words = bracket["said"] if bracket else ""
    found = (sentence_fields(words, names, {}) or piece_told(words, names, {}, "bracket")) if bracket else {}
    is_other = bool(found) and not found.keys() & told.keys()
    return (bracket.start(), found) if bracket and is_other else None


def _last_tail(said: str, names: Names, told: Told) -> tuple[int, Told] | None:
    """Where the last piece that only tells fields begins, and what it tells; None where there is none."""
    cuts = list(_CUT.finditer(said)) if _SIGNS.search(said) else []
    for cut in reversed(cuts[-3:]):
        tail = said[cut.end() :].strip(" .")
        tail = tail if "(" in tail or "[" in tail else tail.strip(")]")
        before = said[: cut.start()].strip()
        if not tail or len(before) < 4 or _SUBORDINATE.match(tail):
            continue
        found = piece_told(tail, names, told, cut.lastgroup or "")
        found = found or (_all_told(tail, names, told) if cut.lastgroup == "comma" else {})
        if found and cut.lastgroup in {"comma", "word"} and is_somebody(before, names):
            if cut.lastgroup == "comma" and Field.RESPONSIBLE not in found:
                return cut.start(), found
            continue
        is_begun = cut.lastgroup == "word" and _FROM.match(tail) is not None
        is_one = found and not is_begun and _fits(found, told, cut.lastgroup or "") and not _is_enumerated(cut, found)
        if is_one and not (cut.lastgroup == "comma" and _is_coordinate(said[: cut.start()], tail, found, names)):
            return cut.start(), found
    return None


def _is_enumerated(cut: re.Match[str], found: Told) -> bool:
    """Say whether roles after a comma go on with what is done ("för ST-läkare, AT-läkare och studenter")."""
    if cut.lastgroup not in {"comma", "word"} or found.keys() != {Field.RESPONSIBLE}:
        return False
    who = found[Field.RESPONSIBLE]
    return cut.lastgroup == "word" or (who[:1].islower() and is_crowd(who))


def _is_coordinate(main: str, tail: str, found: Told, names: Names) -> bool:
    """Say whether somebody does a thing beside what another does ("Emil skriver, Ingela läser igenom")."""
    is_acting = Field.RESPONSIBLE in found and len(tail.split()) > len(found[Field.RESPONSIBLE].split())
    return is_acting and bool(actor(main, names))


def _fits(found: Told, told: Told, kind: str) -> bool:
    both = found.keys() & told.keys()
    if kind in {"comma", "word"} and found.keys() == {Field.DUE} and _FROM.match(found[Field.DUE]):
        return kind == "comma" and Field.RESPONSIBLE in told
    if not both:
        return kind != "word" or not found.keys() <= {Field.RESPONSIBLE}
    return both == {Field.RESPONSIBLE} and found.keys() == both and kind in {"comma", "stroke", "word", "dash"}


def _joined(found: Told, told: Told) -> Told:
    if Field.RESPONSIBLE in found and Field.RESPONSIBLE in told:
        return told | {Field.RESPONSIBLE: f"{found[Field.RESPONSIBLE]}, {told[Field.RESPONSIBLE]}"}
    return found | told


def sentence_fields(sentence: str, names: Names, told: Told) -> Told:
    """The fields that a sentence tells, where no part of it tells anything else."""
    bare = sentence.strip().rstrip(".")
    whole = piece_told(bare, names, told, "sentence")
    listed = _all_told(bare, names, told) or _both_told(bare, names, told)
    main, tails = apart(bare, names) if not listed else ("", ())
    first = piece_told(main, names, told | dict(tails), "sentence") if tails else {}
    is_more = Field.FOLLOW_UP in dict(tails) and first.keys() == {Field.RESPONSIBLE}
    if listed or (whole.keys() == {Field.RESPONSIBLE} and not is_more):
        return listed or whole
    if Field.FOLLOW_UP in first and dict(tails).keys() == {Field.RESPONSIBLE}:
        return first | {Field.FOLLOW_UP_RESPONSIBLE: dict(tails)[Field.RESPONSIBLE]}
    if first and not first.keys() & dict(tails).keys():
        return first | dict(tails)
    return whole


def _both_told(bare: str, names: Names, told: Told) -> Told:
    """Who and when, where "och" stands between the two ("Programmet är klart i maj och Anna Ek ansvarar")."""
    found = _all_told(bare, names, told, _JOINED)
    return found if found.keys() == {Field.RESPONSIBLE, Field.DUE} else {}


def _all_told(bare: str, names: Names, told: Told, between: re.Pattern[str] = _COMMAS) -> Told:
    """What the clauses between commas tell, where each of them tells a field of its own."""
    clauses = between.split(bare)
    every: Told = {}
    for clause in clauses if 1 < len(clauses) <= MOST_CLAUSES else ():
        found = piece_told(clause, names, told | every, "comma" if every else "sentence")
        found = found or (again(clause) if every.keys() == {Field.RESPONSIBLE} else {})
        if not found or found.keys() & every.keys():
            return {}
        if Field.FOLLOW_UP in every and found.keys() == {Field.RESPONSIBLE}:
            found = {Field.FOLLOW_UP_RESPONSIBLE: found[Field.RESPONSIBLE]}
        every |= found
    return every


def is_only_check(text: str, names: Names) -> bool:
    """Say whether a line only tells how something is looked at, and nothing that is done."""
    looked = check_told(text, names)
    how = looked.get(Field.FOLLOW_UP, "").removeprefix("upp ")
    when = read(how, _ANY_DAY) if Field.FOLLOW_UP_RESPONSIBLE in looked else None
    if when and (when.rule or when.start or when.end) and "other-words" not in when.notes:
        return True
    first = text.split(" ", 1)[0].casefold()
    is_checking = CHECKS.match(text) or NOUN_CHECKS.match(text) or first in _SUBJECTS or RESULT.match(text)
    is_told = Field.FOLLOW_UP in looked and looks_at_results(text)
    return bool(is_checking) and (is_told or Field.FOLLOW_UP in sentence_fields(text, names, {}))
