"""Tells what labels hold that a clinic has words of its own for ("Den som håller i det"), by what stands after them.

Only where the document names its measures in words that are known, again and again, and some label holds days: then
it is a plan, and a label that comes back with days, owners or states holds just that. Each guess is told as a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from followup.intake.blocks import Block, Shape
from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_label, key_of, told_field
from followup.intake.owners.reading import read_owners
from followup.intake.page.looks import OWN_LABEL
from followup.intake.statuses import read_status

LEAST = 2
LEAST_SHARE = 0.75
LEAST_WORDS = 3
MOST_OWNER_WORDS = 8
MOST_LABEL_WORDS = 9
_ANY_DAY = date(2000, 1, 1)
_TABLE, _HEADING = Shape.TABLE, Shape.HEADING
"""Asked of every block: a name of the module is found four times as fast as a member of its enumeration."""
Said = tuple[str, str]
"""A label as written and what stands after it."""


def own_labels(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the labels that only this document has words for, by the label as written."""
    values: dict[str, list[str]] = {}
    wordings: dict[str, str] = {}
    for label, words in _labelled(blocks):
        values.setdefault(key_of(label), []).append(words)
        wordings.setdefault(key_of(label), label)
    known = {key: _known(wordings[key], mapping) for key in values}
    told = {field for key, field in known.items() if field and any(values[key])}
    measure = next((key for key, field in known.items() if field is Field.MEASURE), "")
    if len(values.get(measure, ())) < LEAST:
        return {}
    after_measure = list(values)[list(values).index(measure) :]
    found: dict[str, Field] = {}
    for key, said in values.items():
        field = None if known[key] else _field_of([text for text in said if text], told, is_after=key in after_measure)
        if field:
            found[wordings[key]] = field
            told.add(field)
    return found if Field.DUE in told else {}


def _labelled(blocks: Sequence[Block]) -> list[Said]:
    """The labels before colons with the words after them, and the headings with the paragraph below."""
    found: list[Said] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        text, shape = block.text, block.shape
        label = OWN_LABEL.match(text) if ":" in text and shape is not _TABLE else None
        if shape is _HEADING and block.level > 1 and len(text.split()) <= MOST_LABEL_WORDS:
            found.append((text.rstrip(" :?"), after.text if after and after.shape is Shape.PARAGRAPH else ""))
        elif label:
            found.append((label.group(1), text[label.end(1) :].lstrip(" :?")))
    return found


def _known(label: str, mapping: Mapping[str, Field]) -> Field | None:
    return told_field(label, mapping) or field_of_label(label, marked=True)


def _field_of(values: Sequence[str], told: set[Field], *, is_after: bool) -> Field | None:
    """The field that most of the values are of and that no other label has."""
    if len(values) < LEAST:
        return None
    fields = (field for field, is_so in _KINDS if field not in told and _share(values, is_so) >= LEAST_SHARE)
    field = next(fields, None) if is_after else None
    if field or is_after or Field.REQUIREMENT in told:
        return field
    return Field.REQUIREMENT if _share(values, _is_prose) >= LEAST_SHARE else None


def _share(values: Sequence[str], is_so: Callable[[str], bool]) -> float:
    return sum(1 for text in values if is_so(text)) / len(values)


def _is_owner(text: str) -> bool:
    owners, doubts = read_owners(text)
    is_somebody = all(owner.role or " " in owner.name for owner in owners)
    return bool(owners) and is_somebody and not doubts and len(text.split()) <= MOST_OWNER_WORDS


def _is_state(text: str) -> bool:
    return bool(read_status(text, _ANY_DAY).code)


def _is_prose(text: str) -> bool:
    return len(text.split()) >= LEAST_WORDS and not is_dated_or_open(text)


_KINDS: tuple[tuple[Field, Callable[[str], bool]], ...] = (
    (Field.STATUS, _is_state),
    (Field.DUE, is_dated_or_open),
    (Field.FOLLOW_UP, is_about_time),
    (Field.RESPONSIBLE, _is_owner),
    (Field.FOLLOW_UP_RESPONSIBLE, _is_owner),
)
"""What the words after a label may be, the surest first."""
