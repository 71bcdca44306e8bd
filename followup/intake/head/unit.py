"""The unit that a plan belongs to, where the head of the document names it without a label.

A line that is nothing but a unit's name, the part of a title that is one, or the last part of a heading line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followup.intake.labels.label_words import TITLES
from followup.intake.wordlists import words

MOST_TOP = 8
MOST_WORDS = 14
LONGEST_UNIT = 90
_CLINIC = (
    r"(?:[\w-]*(?i:klinik(?:en)?|klinikk(?:en)?|centrum|center|senter|enhet(?:en)?|mottagning(?:en)?"
    r"|sektion(?:en)?|avdelning(?:en)?|afdeling(?:en)?|avdeling(?:en)?|sjukhus(?:et)?|lasarett(?:et)?|sygehus|sykehus"
    r"|vårdcentral(?:en)?|psykiatri(?:n)?|kirurgi(?:n)?)|[Cc]linic|[Dd]epartment|[Hh]ospitals?|[Dd]irectorate|[Ii]nfirmary"
    r"|[Dd]ivision|[Uu]nit|[Ss]urgery|[Pp]ractice|[Tt]rust|[Hh]ospice|Verksamhetsområde|VO)"
)
_UNIT = re.compile(
    rf"(?:(?:[A-ZÅÄÖÆØ][\w'’-]*|[A-ZÅÄÖÆØ]\w*-,\s+\w+-|[A-Z]\w*,\s+[A-Z]\w*\s+and|[a-zåäöæø]{{4,}}sk[ae]|för|och|og|of|and|the|i)\s+){{0,4}}"
    rf"\b{_CLINIC}\b"
    r"(?:\s+(?:of|for)\s+[\w-]+(?:\s+[\w-]+){0,2}"
    r"|\s+(?:(?:i|vid|på|ved)\s+)?[A-ZÅÄÖÆØ][\w-]*(?:\s+(?:\w*sjukhus|lasarett|sykehus|sygehus|norra|södra|östra|västra)\b)?){0,3}"
    r"(?:,\s*[A-ZÅÄÖÆØ][\w-]*(?:\s+[\w'’-]+){0,3})?"
)
_SMALL_CLINIC = re.compile(r"[a-zåäöæø-]{4,}(?:klinik(?:en)?|klinikken|mottagningen|afdelingen|avdelingen) [A-ZÅÄÖÆØ]")
_SPECIALTY = re.compile(r"[A-ZÅÄÖÆØ][\w-]*(?: [\w-]+){0,3}, ")
_OF_TRAINING = re.compile(r"(?i)(?:ST|AT|BT)\b|utbildning")
_CARE = (
    r"(?:[A-ZÅÄÖÆØ][\w-]*-?(?: [a-zåäöæø-]+)? (?:och |and |og |& )?)?"
    r"(?i:[\w-]*(?:medicin|medisin|medicine|kirurgi|surgery"
    r"|psykiatri|iatri|pedi|psychiatry|logi|logy|atrik|atrics|ortopedi|ortopædi|orthopaedics|anestesi|anæstesi|anaesthesia|radiologi|iva"
    r"|sjukvård|öppenvård|slutenvård|primärvård"
    r"|hälsovård|diagnostik|rehabilitering|rehab|obstetrik|näsa-hals|näsa, hals|förlossning"
    r"|akuten|ortopeden|kirurgen|\w*logen|röntgen|narkosen|medicinen|infektion|ögon|öron|kemi|genetik|barnhälsan)(?:en|n)?)"
)
_FIELD = re.compile(_CARE)
_FIELD_OF_CARE = re.compile(
    _CARE + r"(?:,? (?:[A-ZÅÄÖÆØ][\w-]*|i|vid|på|och)(?: [A-ZÅÄÖÆØ][\w-]*"
    r"| (?:norra|södra|östra|västra|\w*sjukhus|lasarett|sykehus|sygehus|vårdcentral)\b){0,3}){1,2}"
)
_APART = re.compile(r"\s+[–—|·•]\s+|\s{3,}|\.\s+(?=[A-ZÅÄÖÆØ])")
_TAILS = re.compile(r",\s+|\s+\(|\s+(?:vid|för|på|i|ved|at|for|av|of|af)\s+|:\s+")
_DAYS = re.compile(
    r"(?i)(?:\s*\([^()]*|[\s,]*(?:\b(?:den|on|the)\s+)?)"
    r"\b(?:20\d\d-\d\d-\d\d|\d{1,2}[/.]\s?\d{1,2}[ .-]\s?20\d\d|(?:\d{1,2}\.? )?[a-zé]{3,9} 20\d\d)\b(?!-\d)[)]?"
)
_NOT_UNIT = re.compile(
    r"(?i)\s*(?:,?\s*\b(?:last|senast|sist|reviewed|framtag\w*|antag\w*|efter|after|etter|SPUR|inför|20\d\d|upprättad|reviderad|uppdaterad"
    r"|fastställd|beslutad|daterad|version|updated|revised|agreed|dated|revidert|opdateret|oppdatert)\b.*)$"
)
_ANY_UNIT = words(
    "clinic department hospital directorate division unit surgery practice trust kliniken klinik enheten enhet"
    " mottagningen sektionen avdelningen afdelingen avdelingen centrum sjukhuset vo verksamhetsområde"
)
"""Words that name no unit by themselves ("Practice improvement plan")."""
_SAINT = "St"
"""How the name of a hospital may begin; training is written in other ways ("ST")."""
_TITLE_WORDS = (
    frozenset(word for title in TITLES for word in title.split())
    | words(
        "för st for of vid efter after etter spur spur-granskning spur-inspektion granskning granskningen extern the"
    )
    | words("spur-rapport rapport svar på protokoll referat minnesanteckningar ledningsgrupp")
    | words("st-råd st-kollegium st-plan st-utbildning utbildningsplan")
    | words("inspektion åtgärder aktiviteter enhet klinik verksamhet till unit plan år")
)


def read_unit(title: str, lines: Sequence[str]) -> str:
    """The unit that the title names, else a line's or a line's last part; empty where none is.

    `lines` are those above the first action, in their order.
    """
    bare = _NOT_UNIT.sub("", _without_title_words(title))
    named = _UNIT.search(bare)
    if (
        named
        and _bare(named.group(0)) not in _ANY_UNIT
        and (named.group(0)[0].isupper() or _SMALL_CLINIC.match(named.group(0)))
    ):
        before = bare[: named.start()]
        if " " not in named.group(0) and (wider := next((each for each in _whole(_UNIT, lines) if " " in each), "")):
            return wider
        is_whole = named.end() == len(bare) and _SPECIALTY.fullmatch(before) and not _OF_TRAINING.match(before)
        return (bare if is_whole else named.group(0)).strip(" ,")
    top = [title, *lines[:MOST_TOP]]
    candidates = (_whole(_UNIT, lines), _whole(_FIELD_OF_CARE, top), _last_part(top), _field_after_dash(title))
    return next((found for each in candidates for found in each), "")


def _whole(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[str]:
    """The pieces of lines that are nothing but a unit."""
    for line in lines:
        for piece in _APART.split(_DAYS.sub("", " ".join(line.split())).strip(" –—·|")):
            for said in (_without_title_words(piece), piece):
                bare = _NOT_UNIT.sub("", said)
                if len(bare) < LONGEST_UNIT and bare[:1].isupper() and pattern.fullmatch(bare):
                    yield bare
                    break


def _field_after_dash(title: str) -> Iterator[str]:
    """The field of care that a title ends with, apart from the rest ("Handlingsplan SPUR – Reumatologi")."""
    *before, last = _APART.split(_DAYS.sub("", " ".join(title.split())))
    field = _NOT_UNIT.sub("", last)
    if before and field[:1].isupper() and _FIELD.fullmatch(field):
        yield field


def _last_part(lines: Sequence[str]) -> Iterator[str]:
    """The words after the last comma or preposition of a line that are a unit ("Protokoll, Hjärtkliniken Ås")."""
    for line in (each for each in lines if len(each.split()) <= MOST_WORDS):
        text = _DAYS.sub("", " ".join(line.split()))
        for cut in _TAILS.finditer(text):
            rest = _NOT_UNIT.sub("", text[cut.end() :]).rstrip("): ")
            if rest[:1].isupper() and (_UNIT.fullmatch(rest) or _FIELD_OF_CARE.fullmatch(rest)):
                yield rest
                break


def _without_title_words(title: str) -> str:
    """A line without the words at its beginning that say what the paper is ("Handlingsplan efter SPUR 2026 –")."""
    left = title.split()
    while left and left[0] != _SAINT and (_is_title_word(_bare(left[0])) or not any(map(str.isalpha, left[0]))):
        left.pop(0)
    return " ".join(left)


def _is_title_word(word: str) -> bool:
    return word in _TITLE_WORDS or word.endswith(("möte", "møde", "møte", "kollegium", "råd", "grupp", "nämnd"))


def _bare(word: str) -> str:
    return word.casefold().strip(" –—-:,.")
