"""Finds fields told in plain sentences of a list item ("Klart senast 31 maj. Anna Ek ansvarar.").

Only for items that stand by themselves (a mail, minutes); prose of a measure is never searched.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup.intake.fields import Field
from followup.intake.owners.reading import read_owners

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÅÄÖÆØ])|(?<=[a-zåäöæø]{5}[.!?])\s+(?=\d{1,2}\s+[a-zåäöæø]{5})")
_ABBREVIATED = re.compile(
    r"(?i)(?:^|[\s(])(?:t\.?ex|bl\.?a|v|kl|nr|dr|(?-i:st)|bitr|t\.?f|f\.?n|resp|ca|ev|e\.?g|i\.?e|[A-ZÅÄÖ])\.$"
)
_OPENERS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.DUE,
        re.compile(
            r"(?i)^(?:(?:(?:åtgärden|detta|arbetet) )?(?:ska |skall )?(?:vara |är )?"
            r"(?:klart?|färdigt?|genomför[td]|slutför[td])\b(?: senast| till| i| före| under)?"
            r"|senast\b|deadline\b|tidsram\b|due\b|complete[d]? by|to be (?:done|completed) by"
            r"|by\b|frist\b|senest\b)\s*(?=\S)"
        ),
    ),
    (
        Field.FOLLOW_UP,
        re.compile(
            r"(?i)^(?:(?:jag|vi|jeg|we|I) (?:will )?(?:följer upp|stämmer av|følger op|følger opp"
            r"|follow(?:s)? up|review)\b|följs upp|uppföljs|uppföljning(?:en)?\b|avstämning\b"
            r"|utvärdering (?=(?:på|i|vid)\b)|stäms av"
            r"|utvärderas|följer upp"
            r"|follow(?:ed)?[- ]up"
            r"|(?:to be |will be )?reviewed\b|review\b|(?:der )?følges op|følges opp|opfølgning|oppfølging"
            r"|evalueres|evaluering"
            r"|gennemgås|gjennomgås)\s*(?=\S)"
        ),
    ),
)
_OWNER_FIRST = re.compile(
    r"(?i)^(.{2,60}?)\s+(?:ansvarar|är ansvariga?|har ansvaret|tar ansvar|is responsible"
    r"|er ansvarlig)\b(?!,\s(?!att?\b))(?!.*\d)"
)
_OWNER_AFTER = re.compile(
    r"(?i)^(?:ansvariga?|ansvarlig|responsible|owner)(?:\s+(?:är|is|are|er|blir))?\s+(?=[A-ZÅÄÖÆØ\w])"
)
LONGEST_SENTENCE = 16
LONGEST_ABBREVIATED = 14
"""Within so many signs an abbreviation stands with what is before it."""


def split_sentences(text: str) -> list[tuple[Field | None, str]]:
    """The text in pieces, each with the field that its sentences tell; None for those before."""
    pieces: list[tuple[Field | None, str]] = []
    for sentence in sentences_of(text):
        field, words = sentence_told(sentence)
        if field is None and pieces:
            before = pieces[-1][1]
            stop = "" if before[-1:] in ".!?;:" else "."
            pieces[-1] = pieces[-1][0], f"{before}{stop} {sentence}"
        else:
            pieces.append((field, words))
    return pieces


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; a full stop after an abbreviation ends none."""
    return list(_sentences(text))


@lru_cache(maxsize=16384)
def _sentences(text: str) -> tuple[str, ...]:
    whole: list[str] = []
    for part in _SENTENCE.split(text):
        if whole and _ABBREVIATED.search(whole[-1][-LONGEST_ABBREVIATED:]):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return tuple(whole)


def _are_owners(words: str) -> bool:
    owners, doubts = read_owners(words)
    return not doubts and any(owner.name or len(owner.role.split()) <= 3 for owner in owners)


def sentence_told(sentence: str) -> tuple[Field | None, str]:
    """The field that a sentence tells, with its words; None and the sentence where it tells none."""
    if len(sentence.split()) > LONGEST_SENTENCE:
        return None, sentence
    after = _OWNER_AFTER.match(sentence)
    if after:
        return Field.RESPONSIBLE, sentence[after.end() :].rstrip(".")
    first = _OWNER_FIRST.match(sentence)
    if first and _are_owners(first.group(1)):
        return Field.RESPONSIBLE, first.group(1)
    for field, opener in _OPENERS:
        if opener.match(sentence):
            return field, sentence.rstrip(".")
    return None, sentence
