"""Finds the labels that only a document's own order tells: lines that come again in each action, values below them.

It is given words in their order, never blocks. A line that comes again right below a label is its value ("Pågår"),
one that stands where labels stand is a label, whoever made it up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from followup.intake.areas import read_area_heading
from followup.intake.fields import ACTION_FIELDS, Field
from followup.intake.labels.headings import field_of_label, told_field
from followup.intake.labels.heads import loose_label

LONGEST = 60
LONGEST_SHORT = 6
"""A word so short that the full stop after it makes it no sentence."""
LEAST = 2
LEAST_SURE = 3
LEAST_LABELS = 3
MOST_WORDS = 8
_NO_ENDS = frozenset(".,;!)")
_TELLING = frozenset({Field.DUE, Field.RESPONSIBLE})
_LEADING = frozenset({Field.MEASURE, Field.RESPONSIBLE})
"""Fields of which each action tells."""
Around = dict[str, list[tuple[str, str, str]]]
"""What stands two lines before, right before and right after each line that comes again."""


def recurring_labels(
    texts: Sequence[str], mapping: Mapping[str, Field], *, even_sure: bool = False
) -> dict[str, Field]:
    """The lines that are labels because they come again where labels stand, with the field that they may name.

    `IGNORE` stands for one whose words name none; `mapping` is what is told of labels already. Empty where the lines
    tell of no actions or, unless `even_sure`, only such are labels as are known to be by their words.
    """
    counts = Counter(texts)
    again = [text for text, count in counts.items() if count >= LEAST and _may_be_label(text)]
    if len(again) < LEAST_LABELS:
        return {}
    if not even_sure and all(_sure(text, mapping) or read_area_heading(text) for text in again):
        return {}
    fields = {text: field for text in again if (field := _sure(text, mapping) or loose_label(text))}
    told = set(fields.values())
    if not (Field.MEASURE in told and _TELLING & told) and not (told >= _TELLING and len(told) > len(_TELLING)):
        return {}
    actions = max(counts[text] for text, field in fields.items() if field in _LEADING)
    labels = _labels(again, fields, _around(texts, frozenset(again)))
    if len(set(labels.values()) & ACTION_FIELDS) < LEAST_LABELS:
        return {}
    usual = {text for text, field in labels.items() if counts[text] * 2 >= actions}
    return {
        text: field
        for text, field in labels.items()
        if text in usual
        if field is not Field.IGNORE or counts[text] * 5 >= actions * 4
    }


def _sure(text: str, mapping: Mapping[str, Field]) -> Field | None:
    return told_field(text, mapping) or field_of_label(text, marked=True)


def _may_be_label(text: str) -> bool:
    is_ended = text[-1:] in _NO_ENDS and not (text[-1:] == "." and " " not in text and len(text) <= LONGEST_SHORT)
    is_short = 2 < len(text) <= LONGEST and text[0].isupper() and not is_ended
    return is_short and ": " not in text and text.count(" ") < MOST_WORDS and not any(map(str.isdigit, text))


def _around(texts: Sequence[str], again: frozenset[str]) -> Around:
    found: Around = {text: [] for text in again}
    framed = ["", "", *texts, ""]
    for place, text in enumerate(framed):
        if text in again:
            found[text].append((framed[place - 2], framed[place - 1], framed[place + 1]))
    return found


def _labels(again: Sequence[str], fields: dict[str, Field], around: Around) -> dict[str, Field]:
    """The lines that are labels, in the order in which they first come: whether one is, the labels before it tell."""
    labels: dict[str, Field] = {}
    for text in again:
        if _share(before in labels or before in fields for _, before, _ in around[text]) > 1 / 2 and not _leads(
            text, fields, around
        ):
            continue
        if text in fields:
            labels[text] = fields[text]
        elif _is_unnamed_label(text, labels, fields, around):
            labels[text] = Field.IGNORE
    return labels


def _leads(text: str, fields: dict[str, Field], around: Around) -> bool:
    """Say whether a line surely names a field and its values differ: the label above it only has no value."""
    afters = {after for _, _, after in around[text]}
    is_sure = field_of_label(text) is not None
    return is_sure and len(afters) > 1 and not any(after in fields for after in afters)


def _is_unnamed_label(text: str, labels: dict[str, Field], fields: dict[str, Field], around: Around) -> bool:
    """Say whether a line that names nothing has values below it, inside an action or above each of many."""
    is_inside = bool(labels) or len(around[text]) >= LEAST_SURE or all(each[0] in around for each in around[text])
    afters = [after for _, _, after in around[text]]
    return is_inside and not read_area_heading(text) and not any(after in fields for after in afters)


def _share(are_so: Iterator[bool]) -> float:
    told = list(are_so)
    return sum(told) / len(told)
