"""A line of minutes or of a mail that tells how all of it is followed up ("Vi stämmer av allt på mötet i maj").

It stands apart from what it is about, as an item of its own or below the list; else it is of the action beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.prose.clauses import fields_told
from followup.intake.prose.looking import check_told
from followup.intake.prose.tails import is_only_check, sentence_fields
from followup.intake.records import Record
from followup.intake.sentences import sentences_of

_ALL = re.compile(
    r"(?i)\b(?:allt|alla (?:punkter|åtgärder)|samtliga (?:punkter|åtgärder)|åtgärderna|punkterna|planen"
    r"|(?:åtgärds)?listan|handlingsplanen|helheten|besluten|beslutningene|beslutningerne|the decisions"
    r"|(?:båda|bägge|begge|both) \w+"
    r"|everything|all (?:actions|of this|points)|the plan|these actions|alt|alle (?:punkter|tiltak|handlinger)"
    r"|handleplanen|tiltakene)\b"
)
_CHECK = frozenset({Field.FOLLOW_UP, Field.FOLLOW_UP_RESPONSIBLE})


@lru_cache(maxsize=16384)
def is_of_all(text: str) -> bool:
    """Say whether a sentence tells how everything is followed up."""
    return len(sentences_of(text)) == 1 and bool(_ALL.search(text)) and bool(_told(text))


def common_check(events: Sequence[Event], sources: frozenset[str]) -> dict[Field, str]:
    """How all actions are followed up, where a line of its own tells; `sources` are the lines that tell of actions."""
    for place, event in enumerate(events):
        is_own = event.sign in {Sign.ITEM, Sign.TEXT} and (event.source not in sources or bool(_ALL.search(event.text)))
        below_list = place > 0 and (event.sign is Sign.ITEM or events[place - 1].sign is Sign.ITEM)
        if is_own and len(sentences_of(event.text)) == 1 and (below_list or _ALL.search(event.text)):
            told = _told(event.text) if _ALL.search(event.text) or is_only_check(event.text, frozenset()) else {}
            if told:
                return told
    return {}


def give_to_all(records: Sequence[Record], told: dict[Field, str]) -> None:
    """Give each action that tells nothing of its own of how it is followed up what is told of all."""
    for record in records:
        if not record.get(Field.FOLLOW_UP) and not record.get(Field.FIRST):
            record.words.update({field: said for field, said in told.items() if not record.get(field)})


def _told(text: str) -> dict[Field, str]:
    told = fields_told(text, {}) or sentence_fields(text, frozenset(), {}) or check_told(text, frozenset())
    return {field: said for field, said in told.items() if said} if told.keys() <= _CHECK else {}
