"""What each line of a page looks like beside the others: a label that only comes again and again is one.

It judges lines as they stand and joins none of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter

from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.page.lines import Line
from followup.intake.page.looks import OWN_LABEL, Look, look

LONGEST_WEAK = 30
_TEXT = attrgetter("text")
_PROSE, _LABEL = Look.PROSE, Look.LABEL
"""Asked of every line: a name of the module is found four times as fast as a member of its enumeration."""
_MAY_BE_LABEL = frozenset({_PROSE, Look.TITLE})
"""How a weak label looks: like nothing, or in capitals like a title ("RAG")."""
_MAY_BE_ROW = frozenset({_PROSE, Look.AREA})
LEAST_ROWS = 2
_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-ZÅÄÖÆØ])")
_PART = re.compile(r"\d{1,2}\.\d{1,2}\s")
"""A number of a part, whose chapter has a number without a full stop."""
Seen = tuple[Line, str, Look]
"""A line, its words without the blanks around them, and what they look like."""


def seen_lines(lines: Sequence[Line], mapping: Mapping[str, Field]) -> list[Seen]:
    """Each line with its words and looks; `mapping` has labels that the words alone do not tell."""
    texts = [" ".join(text.split()) if "  " in text else text.strip() for text in map(_TEXT, lines)]
    looks = list(map(look, texts))
    if mapping:
        looks = [_LABEL if told_field(text, mapping) else seen for text, seen in zip(texts, looks, strict=True)]
    short = [
        text for text, seen in zip(texts, looks, strict=True) if len(text) <= LONGEST_WEAK and seen in _MAY_BE_LABEL
    ]
    recurring = _recurring_labels(short)
    if recurring:
        looks = [_LABEL if text in recurring else seen for text, seen in zip(texts, looks, strict=True)]
    own = _own_labels([text for text, seen in zip(texts, looks, strict=True) if ":" in text and seen is _PROSE])
    if own:
        looks = [
            Look.LABELLED if seen is _PROSE and label_before(text) in own and OWN_LABEL.match(text) else seen
            for text, seen in zip(texts, looks, strict=True)
        ]
    for place in _counted(texts, looks):
        texts[place], looks[place] = _NUMBER.sub(r"\1. ", texts[place]), Look.NUMBER
    return list(zip(lines, texts, looks, strict=True))


def _counted(texts: Sequence[str], looks: Sequence[Look]) -> list[int]:
    """The places of lines that numbers without a full stop count up from one, as the rows of a list or table."""
    found: list[int] = []
    for place in [place for place, text in enumerate(texts) if text[0].isdigit()]:
        number = _NUMBER.match(texts[place]) if looks[place] in _MAY_BE_ROW else None
        if number and int(number.group(1)) == len(found) + 1:
            found.append(place)
    are_rows = sum(1 for place in found if looks[place] is _PROSE) * 2 > len(found)
    is_list = len(found) >= LEAST_ROWS and are_rows and not any(map(_PART.match, texts))
    return found if is_list else []


def _recurring_labels(texts: Sequence[str]) -> frozenset[str]:
    """The lines that are a label only because they come again and again ("Vem", "Vad")."""
    counts = Counter(texts)
    again = (text for text, count in counts.items() if count > 1 and text[0].isupper())
    return frozenset(text for text in again if field_of_label(text, marked=True) in ACTION_FIELDS)


def _own_labels(texts: Sequence[str]) -> frozenset[str]:
    """The words before a colon, known or not, that begin lines again and again ("Läget just nu: …")."""
    counts = Counter(label_before(text) for text in texts if OWN_LABEL.match(text))
    return frozenset(label for label, count in counts.items() if count > 1)


def recurring_measures(texts: Sequence[str]) -> frozenset[str]:
    """The labels of measures that begin two lines at least: those are no prose that speaks of measures."""
    begun = Counter(map(label_before, texts))
    return frozenset(label for label, count in begun.items() if count > 1)


def label_before(text: str) -> str:
    """The words of a line before its first colon, folded."""
    return text.partition(":")[0].strip().casefold()
