"""Labels that stand on one line with their values, nothing between them ("Klart senast Maj 2027").

Some extractions of a form leave it so. One such line is prose; only where the same words begin line after line, and
they name what a plan tells, are they labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label, words_of
from followup.intake.labels.weighing import tag_of
from followup.intake.page.lines import Line, Segment

MOST_WORDS = 5
LEAST_TIMES, LEAST_FIELDS = 2, 3
LONGEST = 60
_OPENING = '"”(–-'
_IN_SMALL = frozenset({Field.DUE, Field.FOLLOW_UP, Field.FIRST, Field.STATUS})
"""Fields whose values often begin with a small letter ("v. 40", "hösten 2027")."""
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE, Field.FOLLOW_UP})


def with_run_in_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a text, with a colon after each label that only its place on the line sets apart."""
    if not lines or lines[0].height != lines[0].number:
        return lines
    begun = {place: found for place, line in enumerate(lines) if (found := _labels(line))}
    known = _known(begun, lines) if begun else {}
    if not known:
        return lines
    in_small = tuple(f"{label} " for label in known if field_of_label(label, marked=True) in _IN_SMALL)
    told = list(lines)
    for place, line in enumerate(lines):
        label = max((each for each in begun.get(place, ()) if each in known), key=_weight(known), default="")
        if not label and line.text.startswith(in_small) and line.height == line.number:
            label = next(each for each in in_small if line.text.startswith(each)).strip()
        label = line.text.strip() if line.text.strip() in known else label
        told[place] = _marked(line, label) if label else line
    return told


def _weight(known: Mapping[str, int]) -> Callable[[str], tuple[int, int]]:
    """What the likeliest of several labels has most of: the times it begins a line, then signs."""
    return lambda label: (known[label], len(label))


def _labels(line: Line) -> list[str]:
    """The words that may be a label at the beginning of a line, with something after them."""
    text = line.text.strip()
    if line.height != line.number or len(line.segments) > 1 or ":" in text or not text[:1].isupper():
        return []
    if field_of_label(text, marked=True):
        return []
    first, *others = text.split()
    if not others or not (_is_of_headings(first) or _is_of_headings(others[0])):
        return []
    words = [first, *others[:MOST_WORDS]]
    ends = range(1, min(len(others), MOST_WORDS) + 1)
    after = {end: words[end] if end < len(words) else "" for end in ends}
    return [
        label
        for end in ends
        if _begins_value(after[end]) and field_of_label(label := " ".join(words[:end]), marked=True) in ACTION_FIELDS
    ]


def _begins_value(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word[:1] in _OPENING


def _is_of_headings(word: str) -> bool:
    return any(tag_of(part, loose=False) for part in words_of(word))


def _known(begun: Mapping[int, Sequence[str]], lines: Sequence[Line]) -> dict[str, int]:
    """How often each label comes that does again, where they name measures and two things more that plans tell."""
    counts = Counter(label for labels in begun.values() for label in labels)
    alone = _standing([line.text.strip() for line in lines])
    again = [label for label, count in counts.items() if count + alone[label] >= LEAST_TIMES]
    standing = [label for label, count in alone.items() if count >= LEAST_TIMES]
    fields = {field_of_label(label, marked=True) for label in (*again, *standing)} & ACTION_FIELDS
    is_plan = Field.MEASURE in fields and len(fields) >= LEAST_FIELDS and not fields.isdisjoint(_TELLING)
    return {label: counts[label] for label in again} if is_plan else {}


def _standing(texts: Sequence[str]) -> Counter[str]:
    """How often short words stand alone that may be labels, on one line or broken over two."""
    whole = Counter(text for text in texts if len(text) <= LONGEST)
    broken = Counter(
        f"{one} {two}" for one, two in pairwise(texts) if two[:1].islower() and len(one) + len(two) < LONGEST
    )
    return whole + broken


def _marked(line: Line, label: str) -> Line:
    said = line.text.strip().removeprefix(label).strip()
    text = f"{label}: {said}".rstrip()
    left = line.segments[0].left if line.segments else 0
    return line._replace(text=text, segments=(Segment(left, left + len(text), text),))
