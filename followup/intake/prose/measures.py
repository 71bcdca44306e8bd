"""Reads what is to be done out of one paragraph or list item, and weighs whether it is an action at all.

What speaks for one: its forms of doing, who and when, what it answers, and the place it stands in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from followup.intake.fields import Field
from followup.intake.owners.kinds import ends_in_role
from followup.intake.prose.lacking import SAID, is_lacking
from followup.intake.prose.leaning import lean
from followup.intake.prose.passages import FIRM, NOTHING, Passage, Place, Told, passages_of
from followup.intake.prose.people_told import is_somebody, leads
from followup.intake.prose.promises import is_decided
from followup.intake.prose.tails import sentence_fields
from followup.intake.sentences import sentences_of

LONGEST = 1500
LEAST, LEAST_ALONE, MOST = 4.0, 5.0, 3.0
"""How much must speak for an action: a heading of measures alone, or forms of doing with who and when."""
_LED = re.compile(r"^(?P<who>[^:.!?]{2,60}):\s+(?P<rest>\S.*)$")
"""Somebody named before what he or she is to do ("Anna Ek: Boka lokalen.")."""
_MYSELF = frozenset({"jag", "jeg"})
_LED_BY_DASH = re.compile(r"^(?P<who>[^:.!?–-]{2,40}?)\s+[–-]\s+(?P<rest>[a-zåäöæø]+\s+\S.*)$")
"""The same, with a dash for the colon ("Julia - ordnar schema")."""
_ARROWED = re.compile(r"^(?P<need>\S+(?:\s+\S+){2,}?)\s*(?:->|=>|→|⇒)\s*(?P<rest>\S+\s+\S.*)$")
"""What is lacking before an arrow, and what is done about it after it."""
_COUNTED = re.compile(r"^(?:\d{1,2}\.\d{1,2}\.?|\d{1,2}[a-z]?[.)]|[a-zA-Z]\)|\([a-z0-9]\))\s+")


def measures_told(text: str, place: Place) -> list[Told]:
    """The actions that a paragraph or an item tells of, in order."""
    return [dict(told) for told in _measures(text, place)] if len(text) <= LONGEST else []


@lru_cache(maxsize=8192)
def _measures(text: str, place: Place) -> list[Told]:
    """The actions of a text, remembered: a document is read twice, with its labels as labels and as they stand."""
    least = LEAST if place.expected > 0 else LEAST_ALONE
    found = [(passage, _action(passage)) for passage in _led_passages(_COUNTED.sub("", text).rstrip(" ,;"), place)]
    return [
        told
        for passage, told in found
        if told and weight_of(passage, told, place) >= least and (place.expected > 0 or _is_whole(passage, told))
    ]


def _is_whole(passage: Passage, told: Told) -> bool:
    """Say whether an action tells who and when, or what it answers, where nothing promises that it is one."""
    return {Field.RESPONSIBLE, Field.DUE} <= told.keys() or bool(passage.lacking)


def _led_passages(text: str, place: Place) -> list[Passage]:
    """The passages of a text, without the name before them of whoever is to do it; none where it is but a post."""
    arrowed = _ARROWED.match(text)
    if arrowed and not sentence_fields(arrowed["rest"], place.names, {}):
        passages = passages_of(arrowed["rest"], place)
        passages[0].lacking.insert(0, arrowed["need"])
        return passages
    led = (_LED.match(text) or _LED_BY_DASH.match(text)) if not SAID.match(text) else None
    if not led or not (led["who"].casefold() in _MYSELF or leads(led["who"], place.names)):
        return passages_of(text, place)
    if ends_in_role(led["rest"].split(maxsplit=1)[0]):
        return []
    passages = passages_of(led["rest"], place)
    passages[0].told = {Field.RESPONSIBLE: led["who"]} | passages[0].told
    return passages


def _action(passage: Passage) -> Told:
    if not passage.main or (len(passage.main) == 1 and not passage.told and is_somebody(passage.main[0], frozenset())):
        return {}
    words = passage.words()
    measure = " ".join([*map(_ended, passage.main[:-1]), passage.main[-1]])
    needs = " ".join(SAID.sub("", sentence) for sentence in passage.lacking)
    return {Field.MEASURE: measure} | ({Field.REQUIREMENT: needs} if needs else {}) | words


def _ended(sentence: str) -> str:
    return sentence if sentence[-1:] in ".!?" else f"{sentence}."


def weight_of(passage: Passage, told: Told, place: Place) -> float:
    """How much speaks for an action: its forms, what is told of it, what it answers, and where it stands."""
    if passage.weight <= NOTHING:
        return 0.0
    is_checked = Field.FOLLOW_UP_RESPONSIBLE in told
    fields = (
        1.5 * is_checked
        + 2.0 * (Field.RESPONSIBLE in told)
        + 2.0 * (Field.DUE in told)
        + 1.0 * (Field.FOLLOW_UP in told)
    )
    return (
        min(passage.weight, MOST) + fields + 1.5 * bool(passage.lacking) + place.expected + FIRM * passage.is_one_each
    )


def with_need(words: dict[Field, str]) -> dict[Field, str]:
    """An action with the sentences before what is done that say what is lacking as what is needed."""
    sentences = sentences_of(words[Field.MEASURE])
    lacking = list(takewhile(_is_need, sentences[:-1]))
    if not lacking or words.get(Field.REQUIREMENT) or is_decided(lacking[0]):
        return words
    return words | {Field.REQUIREMENT: " ".join(lacking), Field.MEASURE: " ".join(sentences[len(lacking) :])}


def _is_need(sentence: str) -> bool:
    return is_lacking(sentence) and lean(sentence) < 0
