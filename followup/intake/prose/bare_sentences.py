"""Reads the short sentences after what is to be done that are nothing but who, when or how it is checked.

"Skriva rutin. VC, klart dec 2026. Följs upp i maj.", "Handbook to be drafted. Mr Colin Hurst. By October."
"""

from __future__ import annotations

import re

from followup.intake.dating import is_dated_or_open
from followup.intake.fields import Field
from followup.intake.page.parted_lines import may_own
from followup.intake.prose.clauses import fields_told, is_sure
from followup.intake.sentences import sentences_of

Told = dict[Field, str]
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE})
LONGEST_FIELD = 8
_PARTS = re.compile(r"[,;]\s+|\s+[–-]\s+")


def told_in_sentences(text: str) -> Told:
    """What is to be done, with what the sentences after it are words of; empty where they tell a field twice, or none.

    A sentence that tells more than fields is part of what is to be done.
    """
    first, *others = sentences_of(text)
    main = [first]
    told: Told = {}
    for sentence in others:
        found = fields_told(sentence, told) or _fields_alone(sentence)
        if found.keys() & told.keys():
            return {}
        main += [] if found else [sentence]
        told |= found
    return {Field.MEASURE: " ".join(main)} | told if told.keys() & _TELLING else {}


def _fields_alone(sentence: str) -> Told:
    """The fields that a sentence is nothing but the words of ("Mr Colin Hurst.", "VC, klart dec 2026.")."""
    told: Told = {}
    for part in _PARTS.split(sentence.strip().rstrip(".")):
        found = _field_alone(part)
        if not found or found.keys() & told.keys():
            return _field_alone(sentence.strip().rstrip("."))
        told |= found
    return told


def _field_alone(part: str) -> Told:
    if len(part.split()) > LONGEST_FIELD:
        return {}
    if is_dated_or_open(part):
        return {Field.DUE: part}
    return {Field.RESPONSIBLE: part} if is_sure(part) and may_own(part) else {}
