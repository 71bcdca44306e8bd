"""The one place that asks the machine what time it is.

A day and a moment are different things: `today` is the day on the user's wall, `now` an instant in UTC.
"""

from __future__ import annotations

from datetime import UTC, date, datetime


class Clock:
    """Today and now; with a fixed day ("--today") both follow it, so that a rehearsal leaves a true log."""

    def __init__(self, fixed: date | None = None) -> None:
        """Use the machine's clock, or the day given."""
        self._fixed = fixed

    def today(self) -> date:
        """Give the day, in the machine's time zone."""
        return self._fixed or datetime.now().astimezone().date()

    def now(self) -> datetime:
        """Give the instant, in UTC, at the fixed day if there is one."""
        now = datetime.now(UTC)
        if self._fixed is None:
            return now
        local = now.astimezone()
        return datetime.combine(self._fixed, local.time()).astimezone().astimezone(UTC)


def local_day(moment: datetime) -> date:
    """Give the day on the user's wall at that instant."""
    return moment.astimezone().date()


def end_of_day(day: date) -> datetime:
    """Give the instant (UTC) at which that day ends where the user is."""
    return datetime.combine(day, datetime.max.time()).astimezone().astimezone(UTC)
