"""What is news to an owner: reminders new, changed or withdrawn since the last time, and the notes of telling them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.reminders import SENT, WITHDRAWN, Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from followup.publishing.drawing import Drawing


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


def deliveries(drawing: Drawing, news: News, owner: str, channel: str, at: datetime) -> Iterator[Delivery]:
    """Give the notes of having told an owner all the news."""
    for uid in (*news.new, *news.updated):
        yield Delivery(uid, owner, channel, drawing.reminders[uid].sequence, SENT, at)
    for uid in news.withdrawn:
        known = drawing.ledger.reminders.get(uid)
        if known is not None:
            yield Delivery(uid, owner, channel, known.sequence, WITHDRAWN, at)
