"""Tells what labels hold that a clinic has words of its own for ("Den som håller i det"), by what stands after them.

Only where the document names its measures again and again, and some label holds days: then it is a plan, and a label
that comes back holds what its words or, where they name nothing, its days, owners or states say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from followup.intake.blocks import Block, Row, Shape
from followup.intake.fields import Field
from followup.intake.habits.by_values import told_by_values
from followup.intake.labels.alike import told_apart
from followup.intake.labels.headings import field_of_label, key_of, told_field
from followup.intake.labels.heads import loose_label
from followup.intake.labels.recurring import recurring_labels
from followup.intake.page.looks import OWN_LABEL

LEAST = 2
MOST_LABEL_WORDS = 9
MOST_QUESTION_WORDS = 12
QUESTION = re.compile(r"^((?:[A-ZÅÄÖÆØ][^.:;?!]{2,80}))\?(?:\s|$)")
PAIRS = (2, 4)
"""So many cells a row of a form has: labels, each with its value."""
_TABLE, _HEADING, _PARAGRAPH = Shape.TABLE, Shape.HEADING, Shape.PARAGRAPH
"""Asked of every block: a name of the module is found four times as fast as a member of its enumeration."""
_PLAIN_DATES = frozenset({"datum", "date", "dato"})
Said = tuple[str, str]
"""A label as written and what stands after it."""


def own_labels(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the labels that only this document has words for, by the label as written.

    `IGNORE` is the field of a label that stands among the others and holds nothing of an action.
    """
    lines = recurring_labels(list(texts_of(blocks)), mapping, even_sure=True)
    held: dict[str, list[str]] = {}
    for label, words in _labelled(blocks, lines):
        held.setdefault(label, []).append(words)
    values: dict[str, list[str]] = {}
    wordings: dict[str, str] = {}
    for label, said in held.items():
        values.setdefault(key_of(label), []).extend(said)
        wordings.setdefault(key_of(label), label)
    known = {key: _known(wordings[key], mapping, said) for key, said in values.items()}
    if not _may_be_plan(known):
        return {}
    told = told_by_values(_apart(known, values, wordings), values, wordings)
    measures = (len(values[key]) for key, field in told.items() if field is Field.MEASURE)
    if max(measures, default=0) < LEAST:
        return {}
    strangers = {label: Field.IGNORE for label, field in lines.items() if field is Field.IGNORE}
    own = {
        wordings[key]: field
        for key, field in told.items()
        if field and field is not _said(wordings[key], mapping, marked=wordings[key] not in lines)
    }
    return {**strangers, **own} if Field.DUE in told.values() else {}


def _apart(
    known: Mapping[str, Field | None], values: Mapping[str, Sequence[str]], wordings: Mapping[str, str]
) -> dict[str, Field | None]:
    """The fields of the labels, each of several that name the same given what it is beside the others."""
    again = [key for key in known if len(values[key]) >= LEAST]
    told = told_apart([wordings[key] for key in again], {place: known[key] for place, key in enumerate(again)})
    return {**known, **{key: told[place] for place, key in enumerate(again)}}


def _may_be_plan(known: Mapping[str, Field | None]) -> bool:
    """Say whether labels name the measures, or who and until when, and no plain day that something is on."""
    told = set(known.values())
    days = {key for key, field in known.items() if field is Field.DUE}
    return Field.MEASURE in told or ({Field.DUE, Field.RESPONSIBLE} <= told and not days & _PLAIN_DATES)


def texts_of(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines that may be labels or values of a form, in their order; empty where something else stands."""
    for block in blocks:
        if block.shape is _TABLE:
            yield from (text for row in block.rows for text in _pairs(row))
        else:
            yield block.text if block.shape is _PARAGRAPH or block.shape is _HEADING else ""


def _pairs(row: Row) -> Sequence[str]:
    texts = [cell.text.strip() for cell in row.cells if not cell.merged]
    return texts if len(texts) in PAIRS else [""]


def _labelled(blocks: Sequence[Block], lines: Mapping[str, Field]) -> Iterator[Said]:
    """The labels before colons, above paragraphs and beside values, each with what it holds."""
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        text, shape = block.text, block.shape
        if shape is _TABLE:
            yield from _beside(block)
            continue
        label = own_label(text) if ":" in text or "?" in text else None
        is_heading = shape is _HEADING and block.level > 1 and len(text.split()) <= MOST_LABEL_WORDS
        if is_heading or text in lines:
            is_value = after is not None and after.shape is _PARAGRAPH and after.text not in lines
            yield text.rstrip(" :?"), after.text if after and is_value else ""
        elif label:
            yield label.group(1), text[label.end(1) :].lstrip(" :?")


def own_label(text: str) -> re.Match[str] | None:
    """A label that a line begins with, whatever its words: those before a colon, or a short question."""
    if ":" in text and (label := OWN_LABEL.match(text)):
        return label
    question = QUESTION.match(text) if "?" in text else None
    return question if question and len(question.group(1).split()) <= MOST_QUESTION_WORDS else None


def _beside(block: Block) -> Iterator[Said]:
    for row in block.rows:
        texts = _pairs(row)
        yield from zip((text.rstrip(" :?") for text in texts[::2]), texts[1::2], strict=False)


def _said(label: str, mapping: Mapping[str, Field], *, marked: bool = True) -> Field | None:
    return told_field(label, mapping) or field_of_label(label, marked=marked)


def _known(label: str, mapping: Mapping[str, Field], values: Sequence[str]) -> Field | None:
    """The field that a label's words name, as loosely as a column's head where it comes back with values."""
    return _said(label, mapping) or (loose_label(label) if len(values) >= LEAST else None)
