"""Who writes a mail or a letter, and so who "jag" is in it; whom initials are of that are else a role.

It looks at the line that a mail begins with and at the name below its greeting, and guesses nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from followup.intake.events import Event, Sign
from followup.intake.fields import Field
from followup.intake.prose.clauses import are_owners, is_sure
from followup.intake.records import Record

_SENDER = re.compile(r"(?i)^(?:från|from|fra|avsändare|sender)\s*:\s*(?P<who>[^<,;\d(]{3,50})")
LONGEST_LABEL = 14
"""Within so many signs the colon of a sender's line stands: a line without one is no such line, and soonest known."""
_SLASHED = re.compile(r"^/\s?(?P<who>[A-ZÅÄÖÆØ][^/.:]{3,60})$")
"""A name at the foot of a mail, after a stroke ("/Kajsa Widén, studierektor")."""
_MYSELF = re.compile(r"^(?:[Jj]ag|I|[Jj]eg)\s+(?=\w)")
_TEXT, _END = Sign.TEXT, Sign.END
_OWNING = frozenset({Field.RESPONSIBLE, Field.FOLLOW_UP_RESPONSIBLE})
_I = frozenset({"jag", "jeg", "undertecknad", "undertecknade", "i", "me", "mig", "jag själv"})


def sender_of(events: Sequence[Event]) -> str:
    """Who a mail is from, or whose name stands below its greeting; empty where no line tells."""
    coloned = [event.text for event in events if ":" in event.text and event.sign is _TEXT]
    coloned = [text for text in coloned if ":" in text[:LONGEST_LABEL]]
    found = map(_SENDER.match, coloned)
    told = next((match["who"].strip() for match in found if match and are_owners(match["who"])), "")
    return told or _signed(events)


def _signed(events: Sequence[Event]) -> str:
    slashed = (match for event in events if event.text[:1] == "/" and (match := _SLASHED.match(event.text)))
    written = next((match["who"].strip() for match in slashed if is_sure(match["who"])), "")
    if written:
        return written
    below = [after.text for event, after in pairwise(events) if not event.text and event.sign is _END and event.page]
    return next((line for line in below if " " in line and is_sure(line)), "")


def with_sender(records: Sequence[Record], sender: str) -> None:
    """Write the sender's name where a record says that "jag" answers for it or follows it up."""
    for record in records:
        for field in _OWNING:
            if record.get(field).strip(" .").casefold() in _I and (sender or field is Field.FOLLOW_UP_RESPONSIBLE):
                record.words[field] = sender
    for record in records if sender else ():
        if _MYSELF.match(record.get(Field.FOLLOW_UP)) and not record.get(Field.FOLLOW_UP_RESPONSIBLE):
            record.words[Field.FOLLOW_UP] = _MYSELF.sub("", record.get(Field.FOLLOW_UP))
            record.words[Field.FOLLOW_UP_RESPONSIBLE] = sender


def with_initials(records: Sequence[Record], people: Mapping[str, str]) -> None:
    """Write the name of somebody where a record has but the initials that the document gives, and they are a role."""
    for record in records if people else ():
        for field in _OWNING:
            if record.get(field).strip(" .") in people:
                record.words[field] = people[record.get(field).strip(" .")]
