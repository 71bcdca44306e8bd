"""Tells what a form's questions ask for, where a clinic has made them up ("Hur löser vi det?", "Vem håller i det?").

Only for questions that come back again and again on lines of their own or before their answers: then they are labels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from followup.intake.blocks import Block, Shape
from followup.intake.fields import Field
from followup.intake.habits.own_labels import own_label, texts_of
from followup.intake.labels.headings import field_of_label, told_field

LEAST = 2
_KINDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (
        Field.FOLLOW_UP,
        re.compile(
            r"(?i)(?:hur|how|hvordan|hva|hvad|vad|när|when|når|hvornår)\b.*\b(?:vet|ser|märker|mäter|mäts"
            r"|kontrollera\w*|följ\w*"
            r"|utvärdera\w*|stämm\w*|know|check\w*|measure\w*|review\w*|follow\w*|ved|vet|måle\w*|måler|følge\w*"
            r"|evaluere\w*)\b"
        ),
    ),
    (
        Field.FOLLOW_UP_RESPONSIBLE,
        re.compile(r"(?i)(?:vem|vilka?|who|hvem)\b.*\b(?:följ\w*|kontrollera\w*|check\w*|review\w*|følge\w*)\b"),
    ),
    (Field.RESPONSIBLE, re.compile(r"(?i)(?:vem|vilka|who|hvem|vilken person)\b")),
    (Field.DUE, re.compile(r"(?i)(?:när|when|by when|når|hvornår|till när|hur snart|how soon)\b")),
    (
        Field.REQUIREMENT,
        re.compile(
            r"(?i)(?:vad|what|hva|hvad|var|where|vilken|which|hvilk\w+|varför)\b.*\b(?:problem\w*|brist\w*"
            r"|saknas|saknades|fel|fungerar inte"
            r"|granska\w*|inspektör\w*|anmärk\w*|kritik\w*|bättre|wrong|missing|find|found|said|issue\w*|galt"
            r"|gap|mangler|kritis\w*|problemet"
            r"|inspektor\w*|utfordring\w*|udfordring\w*|krav\w*|krävs)\b"
        ),
    ),
    (
        Field.MEASURE,
        re.compile(
            r"(?i)(?:hur|how|hvordan|vad|what|hva|hvad)\b.*\b(?:lös\w*|gör\w*|göra|åtgärda\w*|rättar|solve|fix"
            r"|do|done|doing|løse\w*|løser|gør"
            r"|gøre|gjør|gjøre|planerar|change|ändra\w*|förbättra\w*|improve)\b"
        ),
    ),
)
"""What a question asks for, the surest first."""


def questions_told(blocks: Sequence[Block], mapping: Mapping[str, Field]) -> dict[str, Field]:
    """The fields of the questions that nobody knows as labels, by the question as written; none where it is no form."""
    begun = [text[: label.end(1) + 1] for text in _texts(blocks) if (label := own_label(text))]
    again = [words for words, count in Counter(begun).items() if count >= LEAST]
    asked = [words[:-1].strip() for words in again if words.endswith("?")]
    if not asked:
        return {}
    known = {field for words in again if (field := _known(words[:-1], mapping))}
    found: dict[str, Field] = {}
    for question in asked:
        field = None if _known(question, mapping) else _field(question)
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
        yield from texts_of([block]) if block.shape is Shape.TABLE else [block.text]


def _known(question: str, mapping: Mapping[str, Field]) -> Field | None:
    return told_field(question, mapping) or field_of_label(question, marked=True)


def _field(question: str) -> Field | None:
    return next((field for field, pattern in _KINDS if pattern.match(question)), None)
