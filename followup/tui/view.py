"""What a room is shown: one immutable snapshot and the day; and what the house lends it to ask with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from followup.domain.changes import ChangeSet
    from followup.domain.people import WrittenOwner
    from followup.domain.snapshot import Snapshot
    from followup.domain.when import Reading


@dataclass(frozen=True)
class Read:
    """What the house lends every room: how typed words are understood (dates, cadences, owners), and who types."""

    when: Callable[[str], Reading]
    owners: Callable[[str], tuple[WrittenOwner, ...]]
    user: str = ""

    def __call__(self, text: str) -> Reading:
        """Read a date or a cadence."""
        return self.when(text)


@dataclass(frozen=True)
class View:
    """Everything on screen comes from this. `total` counts all actions, also those a first glance has not read.

    `everything` is the snapshot of all plans, where this one has been narrowed to a plan.
    """

    snapshot: Snapshot
    today: date
    total: int
    whole: bool = True
    everything: Snapshot | None = None

    @property
    def all_plans(self) -> Snapshot:
        """Give the snapshot of all plans, whichever is chosen."""
        return self.everything or self.snapshot

    @property
    def widened(self) -> View:
        """Give the view of all plans."""
        return replace(self, snapshot=self.all_plans, total=len(self.all_plans.actions), everything=None)


@dataclass(frozen=True)
class Told:
    """What the journal says of one action (id), or of everything (""), newest first."""

    action: str
    sets: tuple[ChangeSet, ...]
