"""Tells what a form's questions ask for, where a clinic has made them up ("Hur löser vi det?", "Vem håller i det?").

Only for questions that come back again and again on lines of their own or before their answers: then they are labels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from followup.intake.blocks import Block
from followup.intake.fields import Field
from followup.intake.habits.own_labels import own_label, texts_of
from followup.intake.labels.asking import asked_field
from followup.intake.labels.headings import field_of_label, told_field

LEAST = 2


def questions_told(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the questions that nobody knows as labels, by the question as written; none where it is no form."""
    marked = [text for text in _texts(blocks) if "?" in text or ":" in text]
    if not any("?" in text for text in marked):
        return {}
    begun = [text[: label.end(1) + 1] for text in marked if (label := own_label(text))]
    again = [words for words, count in Counter(begun).items() if count >= LEAST]
    asked = [words[:-1].strip() for words in again if words.endswith("?")]
    if not asked:
        return {}
    known = {field for words in again if (field := _known(words[:-1], mapping))}
    found: dict[str, Field] = {}
    for question in asked:
        field = None if _known(question, mapping) else asked_field(question)
        if field and (field is Field.FOLLOW_UP or field not in known | set(found.values())):
            found[question] = field
    told = known | set(found.values())
    if Field.REQUIREMENT not in told and Field.MEASURE in told:
        found |= dict.fromkeys(_before_measures(asked, found, mapping), Field.REQUIREMENT)
    return found if Field.MEASURE in told and told & {Field.RESPONSIBLE, Field.DUE} else {}


def _before_measures(again: Sequence[str], found: Mapping[str, Field], mapping: Mapping[str, Field]) -> Sequence[str]:
    """The question right before what is to be done, where nothing in it tells what it asks for."""
    fields = [found.get(question) or _known(question, mapping) for question in again]
    place = fields.index(Field.MEASURE) if Field.MEASURE in fields else 0
    return again[place - 1 : place] if place and fields[place - 1] is None else []


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.rows:
            yield from texts_of([block])
        else:
            yield block.text


def _known(question: str, mapping: Mapping[str, Field]) -> Field | None:
    return told_field(question, mapping) or field_of_label(question, marked=True)
