"""Tells what a column or a label holds by what stands in it, where its words name nothing or what cannot be.

"To be done by" over days is when, over names who; "Hur stämmer vi av?" over "Varje termin" is how it is followed up.
A name that says what it holds is never overruled by values that could be of that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from followup.intake.dating import is_about_time, is_dated_or_open
from followup.intake.fields import Field
from followup.intake.labels.heading_words import Tag
from followup.intake.labels.headings import key_of, words_of
from followup.intake.labels.weighing import tag_of
from followup.intake.owners.reading import read_owners
from followup.intake.statuses import is_state
from followup.intake.wordlists import words

LEAST = 2
LEAST_SHARE = 0.75
LEAST_WORDS = 3
MOST_OWNER_WORDS = 8
LONGEST_COUNT = 4
SENTENCE = 5
"""So many words tell what is lacking, fewer name an area."""
_IMPROVED = words(
    "förbättringsområde förbättringsområden utvecklingsområde utvecklingsområden förbättring utveckling improvement"
    " development forbedringsområde forbedringsområder udviklingsområde utviklingsområde forbedring udvikling utvikling"
    " utviklingsområder udviklingsområder"
)
_TOPICS = words(
    "ärende ärenden punkt uppgift uppdrag sak item task aktivitet förbättring förbättringar improvement improvements"
    " forbedring forbedringer"
)
"""What something is about, where something else tells what is to be done about it."""
_IMPROVING = ("förbättr", "forbedr", "improv")
OF_PLANS = frozenset(
    {Field.REQUIREMENT, Field.GOAL, Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE, Field.STATUS, Field.BACKGROUND}
)
"""Fields that only plans have."""
Key = TypeVar("Key")
IsSo = Callable[[str], bool]


def told_by_values(
    fields: Mapping[Key, Field | None],
    values: Mapping[Key, Sequence[str]],
    wordings: Mapping[Key, str],
    least_words: int = LEAST_WORDS,
) -> dict[Key, Field | None]:
    """The fields of columns or labels (in their order), with those told that only what stands in them tells.

    `wordings` are the words that name them; `least_words` make what stands before the measures a requirement.
    """
    filled = {key: [text for text in values.get(key, ()) if text.strip()] for key in fields}
    told = _with_topics(_with_measures(_with_lacks(fields, filled, wordings), filled), wordings)
    for key, field in list(told.items()):
        if len(filled[key]) >= LEAST:
            told[key] = _named_otherwise(field, filled[key], set(told.values())) or field
    is_after = False
    for key, field in list(told.items()):
        if field is None and len(filled[key]) >= LEAST:
            told[key] = _of_no_name(filled[key], set(told.values()), least_words, is_after=is_after)
        is_after = is_after or field is Field.MEASURE
    return told


def _with_lacks(
    fields: Mapping[Key, Field | None], values: Mapping[Key, Sequence[str]], wordings: Mapping[Key, str]
) -> dict[Key, Field | None]:
    """What is to be improved as the requirement, where it is told in sentences and nothing else tells it."""
    if Field.REQUIREMENT in fields.values():
        return dict(fields)
    areas = (key for key, field in fields.items() if field is Field.AREA)
    improved = (key for key in areas if any(map(_tells_lack, words_of(wordings[key]))))
    told = {key for key in improved if are(values[key], _is_sentence)}
    return {key: Field.REQUIREMENT if key in told else field for key, field in fields.items()}


def _is_sentence(text: str) -> bool:
    count = len(text.split())
    return count >= SENTENCE or (count >= LEAST_WORDS and text.endswith("."))


def _tells_lack(word: str) -> bool:
    return word in _IMPROVED or tag_of(word, loose=False) is Tag.NEED


def _with_measures(
    fields: Mapping[Key, Field | None], values: Mapping[Key, Sequence[str]]
) -> Mapping[Key, Field | None]:
    """What most is written under as the measures, where who, when and one thing more are told, and they are not."""
    told = set(fields.values())
    unnamed = [key for key, field in fields.items() if field is None and len(values[key]) >= LEAST]
    if Field.MEASURE in told or not told >= {Field.DUE, Field.RESPONSIBLE} or not told & OF_PLANS or not unnamed:
        return fields
    amounts = {key: sum(len(text.split()) for text in values[key]) / len(values[key]) for key in unnamed}
    best = max(amounts, key=lambda key: amounts[key])
    return {**fields, best: Field.MEASURE} if amounts[best] >= LEAST_WORDS else fields


def _with_topics(fields: Mapping[Key, Field | None], wordings: Mapping[Key, str]) -> dict[Key, Field | None]:
    """What a point is about as the requirement, where something else tells what is done about it."""
    measures = [key for key, field in fields.items() if field is Field.MEASURE]
    is_topic = len(measures) > 1 and _names_topic(key_of(wordings[measures[0]]))
    is_topic = is_topic and not set(fields.values()) & {Field.REQUIREMENT, Field.GOAL}
    return {**fields, measures[0]: Field.REQUIREMENT} if is_topic else dict(fields)


def _names_topic(key: str) -> bool:
    return key in _TOPICS or any(word.startswith(_IMPROVING) for word in key.split())


def _named_otherwise(field: Field | None, said: Sequence[str], told: set[Field | None]) -> Field | None:
    """The field that the values are of, where the name tells of one that they cannot be of."""
    rules = (rule for rule in _OTHERWISE if rule[0] is field and not rule[1] & told)
    return next((becomes for _, _, is_so, becomes in rules if are(said, is_so)), None)


def _of_no_name(said: Sequence[str], told: set[Field | None], least_words: int, *, is_after: bool) -> Field | None:
    """The field that most of the values are of and that nothing else has."""
    if is_after:
        return next((field for field, is_so in _KINDS if field not in told and are(said, is_so)), None)
    are_needs = not told & {Field.REQUIREMENT, Field.BACKGROUND, Field.GOAL} and Field.MEASURE in told
    return Field.REQUIREMENT if are_needs and are(said, lambda text: _is_prose(text, least_words)) else None


def are(values: Sequence[str], is_so: IsSo) -> bool:
    """Say whether most of the values are so."""
    return bool(values) and sum(1 for text in values if is_so(text)) >= len(values) * LEAST_SHARE


def is_owner(text: str) -> bool:
    """Say whether a few words name somebody, and nothing in them is unclear."""
    owners, doubts = read_owners(text)
    is_somebody = all(owner.role or " " in owner.name for owner in owners)
    return bool(owners) and is_somebody and not doubts and len(text.split()) <= MOST_OWNER_WORDS


def _is_topic(text: str) -> bool:
    """Say whether a point's words name it, and do not only count it."""
    return len(text) > LONGEST_COUNT and not any(map(str.isdigit, text))


def _is_only_time(text: str) -> bool:
    return is_about_time(text) and not is_state(text)


def _is_prose(text: str, least_words: int) -> bool:
    return len(text.split()) >= least_words and not is_dated_or_open(text)


_KINDS: tuple[tuple[Field, IsSo], ...] = (
    (Field.STATUS, is_state),
    (Field.DUE, is_dated_or_open),
    (Field.FOLLOW_UP, is_about_time),
    (Field.RESPONSIBLE, is_owner),
    (Field.FOLLOW_UP_RESPONSIBLE, is_owner),
)
"""What values may be, the surest first."""
_OTHERWISE: tuple[tuple[Field, frozenset[Field], IsSo, Field], ...] = (
    (Field.RESPONSIBLE, frozenset({Field.DUE}), is_dated_or_open, Field.DUE),
    (Field.DUE, frozenset({Field.RESPONSIBLE}), is_owner, Field.RESPONSIBLE),
    (Field.STATUS, frozenset({Field.DUE}), is_dated_or_open, Field.DUE),
    (Field.NUMBER, frozenset({Field.REQUIREMENT, Field.GOAL, Field.BACKGROUND}), _is_topic, Field.REQUIREMENT),
    (Field.BACKGROUND, frozenset({Field.STATUS}), is_state, Field.STATUS),
    (Field.STATUS, frozenset({Field.FOLLOW_UP}), _is_only_time, Field.FOLLOW_UP),
)
"""What a name tells of, what must be told nowhere, what the values are, and what is told then."""
