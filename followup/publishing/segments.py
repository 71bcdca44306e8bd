"""A series divided where its owners change: what a role owns goes to whoever holds it on that day.

Changes that have been are no division: what is still open belongs to the holder of today. Only those that are agreed
for a later day divide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from followup.domain.people import Owner
    from followup.publishing.entries import Diary, Owners
    from followup.publishing.series import Track

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a series with the same owners; `since` is the day from which they own it, `None` for the first."""

    first: date
    rule: str
    until: date | None
    owners: Owners
    since: date | None

    def covers(self, day: date) -> bool:
        """Say whether the day lies in this part."""
        return self.first <= day and (self.until is None or day <= self.until)


def segments(diary: Diary, owners: tuple[Owner, ...], track: Track) -> Iterator[Segment]:
    """Give the parts of a series, each with who owns it; one part where no change is agreed."""
    spans = _spans(diary, owners)
    for number, (since, holders) in enumerate(spans):
        ends = spans[number + 1][0] - _ONE_DAY if number + 1 < len(spans) else None
        part = _segment(track, since if number else None, ends, holders)
        if part is not None:
            yield part


def _spans(diary: Diary, owners: tuple[Owner, ...]) -> list[tuple[date, Owners]]:
    """Give the days from which the owners are others than before, and who they are; the first is today's."""
    found = [(diary.today, diary.owners_on(owners, diary.today))]
    for day in diary.changes(owners):
        now = diary.owners_on(owners, day)
        if now is not found[-1][1]:
            found.append((day, now))
    return found


def _segment(track: Track, since: date | None, ends: date | None, owners: Owners) -> Segment | None:
    if since is None and ends is None:
        return Segment(track.first, track.rule, None, owners, None)
    first = track.first if since is None else track.on_or_after(since)
    if ends is None:
        return Segment(first, track.rule, None, owners, since)
    days = [day for day in track.days(ends) if day >= first]
    if not days:
        return None
    return Segment(days[0], track.rule if len(days) > 1 else "", days[-1] if len(days) > 1 else None, owners, since)
