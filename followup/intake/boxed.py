"""Takes the box before what is to be done ("☐ Ny mall", "[x] Ny mall") for how far it has come.

It looks at the words of a measure only, and never overrules a status that is told in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup.intake.events import unboxed
from followup.intake.fields import Field
from followup.intake.records import Record


def with_boxes_read(records: Sequence[Record]) -> None:
    """Give records whose measures begin with a box the status that it tells, and the measure without it."""
    for record in records:
        words, ticked = unboxed(record.get(Field.MEASURE))
        if ticked and words.strip():
            record.words[Field.MEASURE] = words.strip()
            record.words.setdefault(Field.STATUS, ticked)
