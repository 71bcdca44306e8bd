"""What is news to an owner: reminders that are new, changed or withdrawn since the last time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.reminders import Delivery

if TYPE_CHECKING:
    from collections.abc import Mapping

Note = Callable[[Sequence[Delivery]], None]
"""Writes down who was told what, durably; called as soon as it is true."""


@dataclass(frozen=True, slots=True)
class News:
    """The UIDs that somebody has and had not, has otherwise than before, and had and has not."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @classmethod
    def between(cls, before: Mapping[str, int], now: Mapping[str, int]) -> News:
        """Compare sequences by UID."""
        return cls(
            tuple(uid for uid in now if uid not in before),
            tuple(uid for uid, sequence in now.items() if before.get(uid, sequence) != sequence),
            tuple(uid for uid in before if uid not in now),
        )

    def __bool__(self) -> bool:
        """Say whether there is any."""
        return bool(self.new or self.updated or self.withdrawn)
