"""What the desk answers when it was asked to change something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup.domain.changes import ChangeSet, Refused
    from followup.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an asking: the snapshot after it, and the set that was made or why it was refused."""

    snapshot: Snapshot
    made: ChangeSet | None = None
    refused: Refused | None = None
