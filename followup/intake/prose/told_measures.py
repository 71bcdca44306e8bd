"""Takes apart what follows the label of a measure where no other label tells who and when.

Minutes write "ACTION: Handbook to be drafted. Mr Colin Hurst. By end of October." or "Beslut: Ny mall tas fram
(Anna Ek, 1 maj)": one label, and all the rest in the words after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.prose.expecting import HEADED
from followup.intake.prose.measures import measures_told
from followup.intake.prose.passages import Place

Told = dict[Field, str]
LEAST_SHARE = 0.5
LEAST_BARE = 2
_TELLING = frozenset({Field.RESPONSIBLE, Field.DUE})


def with_told_measures(events: Sequence[Event], sender: str) -> list[Event]:
    """The events, with the words of each measure as labels of their own where that is how the document tells them."""
    events = _with_words_below(events)
    labels = [event for event in events if event.field]
    named = [event.field for event in labels]
    after = named[named.index(Field.MEASURE) :] if Field.MEASURE in named else []
    measures = [event for event in labels if event.wording and event.text and event.field is Field.MEASURE]
    if not measures or not _TELLING.isdisjoint(after):
        return list(events)
    told = {id(event): _told(event.text, sender) for event in measures}
    if sum(1 for words in told.values() if words) < len(measures) * LEAST_SHARE:
        return list(events)
    return [each for event in events for each in _apart(event, told.get(id(event), {}))]


def _with_words_below(events: Sequence[Event]) -> list[Event]:
    """The events, with the paragraph below each bare label of a measure as its words, where needs are labelled too."""
    named = {event.field for event in events}
    bare = sum(1 for event in events if event.field is Field.MEASURE and not event.text)
    if bare < LEAST_BARE or Field.REQUIREMENT not in named or not _TELLING.isdisjoint(named):
        return list(events)
    whole: list[Event] = []
    for event in events:
        last = whole[-1] if whole else None
        is_words = event.sign is Sign.TEXT and last is not None and last.field is Field.MEASURE and not last.text
        if last is not None and is_words:
            whole[-1] = last._replace(text=event.text)
        else:
            whole.append(event)
    return whole


def _apart(event: Event, told: Told) -> list[Event]:
    """A measure's label as several, what is done first."""
    if not told:
        return [event]
    words = {Field.MEASURE: told[Field.MEASURE]} | told
    return [
        event._replace(text=said, field=field, wording=event.wording if field is Field.MEASURE else "")
        for field, said in words.items()
    ]


def _told(text: str, sender: str) -> Told:
    """What one measure's words tell of it besides; empty where they tell nothing, or of several."""
    found = measures_told(text, Place(sender=sender, expected=HEADED, is_line=True))
    return found[0] if len(found) == 1 and not _TELLING.isdisjoint(found[0]) else {}
