"""What is to be told to whom by one way, and the notes of having told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from followup.domain.reminders import SENT, WITHDRAWN, Delivery
from followup.publishing.news import News

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from followup.publishing.drawing import Drawing


def told_before(told: Iterable[Delivery], channel: str) -> dict[str, dict[str, int]]:
    """Give what each owner has been told by a channel and still has: sequences by UID, by owner; the oldest first."""
    last: dict[str, dict[str, int]] = {}
    for one in told:
        if one.channel == channel:
            known = last.setdefault(one.owner, {})
            known.pop(one.uid, None)
            if one.state == SENT:
                known[one.uid] = one.sequence
    return last


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be told to one owner (a person's id) by a channel: what is in force, and what of it is news."""

    owner: str
    uids: tuple[str, ...]
    news: News
    before: Mapping[str, int]


def errands(drawing: Drawing, told: Iterable[Delivery], channel: str) -> Iterator[Errand]:
    """Give the errands to all whose calendars were drawn, and to those who were told before and own nothing now."""
    before = told_before(told, channel)
    former = {owner: () for owner in before if drawing.whole and owner and before[owner]}
    for owner, uids in (former | drawing.by_person).items():
        now = {uid: drawing.reminders[uid].sequence for uid in uids}
        known = before.get(owner, {})
        yield Errand(owner, uids, News.between(known, now), known)


def deliveries(drawing: Drawing, news: News, owner: str, channel: str, at: datetime) -> Iterator[Delivery]:
    """Give the notes of having told an owner all the news."""
    for uid in (*news.new, *news.updated):
        yield Delivery(uid, owner, channel, drawing.reminders[uid].sequence, SENT, at)
    for uid in news.withdrawn:
        known = drawing.ledger.reminders.get(uid)
        if known is not None:
            yield Delivery(uid, owner, channel, known.sequence, WITHDRAWN, at)
