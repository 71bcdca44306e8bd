"""Takes the words before a colon that begin a field in every action ("Brist enligt rapporten: …") for its label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup.intake.fields import Field
from followup.intake.records import Record

LEAST = 2
_LABEL = re.compile(r"([A-ZÅÄÖÆØ][^:.;?!\n]{2,60}):\s+(?=\S)")


def without_shared_labels(records: Sequence[Record]) -> None:
    """Take a label that all actions share off what is lacking and what is done, where each has one."""
    for name in (Field.REQUIREMENT, Field.MEASURE):
        labels = {label.group(0) if (label := _LABEL.match(record.get(name))) else "" for record in records}
        if len(records) >= LEAST and len(labels) == 1 and "" not in labels:
            for record in records:
                record.words[name] = record.get(name).removeprefix(*labels)
