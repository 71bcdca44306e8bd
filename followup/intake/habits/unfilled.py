"""Tells what the maker of a form left for others to fill in ("[Namn]", "<datum>", "[Action 1]"): it says nothing.

It must never take what somebody has filled in: a name or a role in brackets stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup.intake import wordlists
from followup.intake.labels.headings import field_of_label
from followup.intake.records import Record

MOST_WORDS = 6
_BRACKETED = re.compile(r"\[([^\[\]]{2,60})\]|<([^<>]{2,60})>|\{{1,2}([^{}]{2,60})\}{1,2}")
_WORD = re.compile(r"[^\W\d_]+")
_ASKS = wordlists.words(
    "namn navn name namnet titel title tittel roll rolle role text tekst beskriv beskrivning description beskrivelse "
    "fyll ifylls udfyldes insert ange skriv angiv angi enter date datum dato who when vem när hvem hvornår når "
    "yyyy åååå"
)
"""Words that ask for what is to be written, besides those that name a field."""


def without_unfilled(records: Iterable[Record]) -> list[Record]:
    """The records, without words that only say what should have been written there; without those of nothing else."""
    kept: list[Record] = []
    for record in records:
        empty = [name for name, words in record.words.items() if words[:1] in "[<{" and is_unfilled(words)]
        for name in empty:
            record.words[name] = ""
        if not empty or any(record.words.values()):
            kept.append(record)
    return kept


def is_unfilled(words: str) -> bool:
    """Say whether words in brackets only ask for something ("[Ansvarig]", "<datum>")."""
    asked = _BRACKETED.fullmatch(words.strip())
    told = _WORD.findall(next(filter(None, asked.groups()))) if asked else []
    return 0 < len(told) <= MOST_WORDS and any(map(_asks, told))


def _asks(word: str) -> bool:
    return word.casefold() in _ASKS or field_of_label(word, marked=True) is not None
