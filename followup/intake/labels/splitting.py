"""Finds labels in running text: a line that is one, the words before a colon, and several in a row.

"Vad? Ny mall. Vem? Anna Ek. När? maj 2027" is three fields; a colon in prose is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label, told_field

Piece = tuple[Field | None, str, str]
"""The field, the words after its label, and the label as written."""

_MARK = re.compile(r"\s*[:?](?:\s+|$)|\s*\?\s*(?=[A-ZÅÄÖ])")
_INNER_MARK = re.compile(r"[:?]\s+\S")
_BOUNDARY = ".;!?([)]\n|–—-,"
_NOTHING = frozenset("-–—")
REACH = 70
LONGEST_LINE = 90


def split_labels(text: str, mapping: Mapping[str, Field], *, loose: bool = False) -> list[Piece]:
    """The text in pieces, each with the field its label names; None for words before any label.

    `loose` (list items) lets a text begin without a label and hold one further in; else two are needed.
    """
    return _pieces(text, mapping, loose=loose) if mapping else list(_usual_pieces(text, loose=loose))


@lru_cache(maxsize=4096)
def _usual_pieces(text: str, *, loose: bool) -> tuple[Piece, ...]:
    return tuple(_pieces(text, {}, loose=loose))


def _pieces(text: str, mapping: Mapping[str, Field], *, loose: bool) -> list[Piece]:
    whole = label_of(text, mapping) if len(text) <= LONGEST_LINE or mapping else None
    if whole:
        return [(whole, "", text)]
    found = _labels_in(text, mapping) if ":" in text or "?" in text else []
    if not found:
        return [(None, text, "")]
    begins = found[0][0] == 0
    enough = {field for _, _, field in found} & _TELLING
    if not begins and not (loose and enough) and len(enough) < 2:
        return [(None, text, "")]
    return _cut(text, found)


def label_of(text: str, mapping: Mapping[str, Field]) -> Field | None:
    """The field that a whole line names, or None."""
    bare = text.strip()
    told = told_field(bare, mapping)
    if not told and (len(bare) > LONGEST_LINE or _INNER_MARK.search(bare)):
        return None
    return told or field_of_label(bare, marked=bare.endswith((":", "?")))


_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE})
Label = tuple[int, int, Field]


def _labels_in(text: str, mapping: Mapping[str, Field]) -> list[Label]:
    found: list[Label] = []
    after = 0
    for mark in _MARK.finditer(text):
        start = _label_start(text, after, mark.start(), mapping, first=not found)
        if start is not None:
            words = text[start : mark.start()]
            field = told_field(words, mapping) or field_of_label(words, marked=True)
            if field and field not in {each for _, _, each in found}:
                found.append((start, mark.end(), field))
                after = mark.end()
    return found


def _label_start(text: str, after: int, end: int, mapping: Mapping[str, Field], *, first: bool) -> int | None:
    """Where the label that ends at `end` begins: the longest run of heading's words from a boundary."""
    reach = max(after, end - REACH)
    for start in _boundaries(text, reach, end):
        words = text[start:end]
        field = told_field(words, mapping) or field_of_label(words, marked=True)
        if field and (start == 0 or _may_stand_inside(text, start, field, first=first)):
            return start
    return None


def _boundaries(text: str, reach: int, end: int) -> list[int]:
    starts = [0] if reach == 0 else []
    for index in range(max(reach, 1), end):
        if not text[index].isalpha() or text[index - 1].isalnum():
            continue
        before = text[reach:index].rstrip(" ")
        if not before or before[-1] in _BOUNDARY or text[index].isupper():
            starts.append(index)
    return starts


def _may_stand_inside(text: str, start: int, field: Field, *, first: bool) -> bool:
    """What is to be done is told first, after a sentence or as a question; others follow in the same breath."""
    is_asked = "?" in text[start : start + REACH].split(" ", maxsplit=1)[0]
    return field is not Field.MEASURE or is_asked or not first or text[:start].rstrip().endswith(".")


def _cut(text: str, found: list[Label]) -> list[Piece]:
    pieces: list[Piece] = []
    if found[0][0] > 0:
        pieces.append((None, _trim(text[: found[0][0]], last=False), ""))
    for index, (start, end, field) in enumerate(found):
        last = index + 1 == len(found)
        until = len(text) if last else found[index + 1][0]
        pieces.append((field, _value(text[end:until], last=last), text[start:end].strip(" :?")))
    return pieces


def _value(words: str, *, last: bool) -> str:
    """The words after a label; a lone dash is kept, for it says that there is nothing."""
    return words.strip() if words.strip() in _NOTHING else _trim(words, last=last)


def _trim(words: str, *, last: bool) -> str:
    words = words.strip(" \n\t;|/–—-(")
    words = words[:-1].rstrip() if words.endswith(",") else words
    words = words[:-1].rstrip() if words.endswith(")") and words.count(")") > words.count("(") else words
    return words if last else words.removesuffix("(").rstrip(" ;,|/–—-")
