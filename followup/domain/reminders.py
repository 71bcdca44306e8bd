"""The calendar ledger as values: what each reminder is, how often it has changed, and who was told of it.

A reminder is known by its UID for ever; its sequence only rises. Nothing here draws up or sends anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

SENT = "sent"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One entry of calendars: what it stands for (action id, kind, slot, language) and how it stands now.

    `hash` is that of what calendars are told, `component` that as it stands in their files. `created` and `modified`
    are instants in UTC; `withdrawn` tells that it stands in no calendar any more.
    """

    uid: str
    action: str
    kind: str
    slot: str
    language: str
    hash: str
    sequence: int
    created: datetime
    modified: datetime
    component: bytes
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """That an owner was told of a reminder, or that it is no more, by a channel; `owner` "" is the whole plan's."""

    uid: str
    owner: str
    channel: str
    sequence: int
    state: str
    at: datetime
