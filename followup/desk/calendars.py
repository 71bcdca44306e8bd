"""Calendars for the owners: drawn up, noted in the ledger, and only then written or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from followup.clock import Clock
    from followup.domain.snapshot import Snapshot
    from followup.publishing.calendar_report import CalendarReport
    from followup.settings import Settings
    from followup.store.store import Store


class Calendars:
    """What the owners are told by calendar, and the ledger of it."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, snapshot: Callable[[], Snapshot]) -> None:
        """Draw up what the snapshot holds when asked, and keep the ledger in the store."""
        self._store = store
        self._settings = settings
        self._clock = clock
        self._snapshot = snapshot

    def export_folder(
        self, folder: str, *, only: str = "", dry_run: bool = False, private: bool = False
    ) -> CalendarReport:
        """Write a calendar for each owner and each plan into a folder; `only` names a person or a role.

        Raises:
            Trouble: the plan or the person is unknown, or the ledger cannot be written; then no file is touched.
        """
        from followup.publishing.calendars import fill_folder
        from followup.publishing.choosing import asked_of
        from followup.publishing.drawing import draw_up
        from followup.publishing.ledger import Ledger

        snapshot, now, today = self._snapshot(), self._clock.now(), self._clock.today()
        asked = asked_of(self._settings, snapshot, today, only, private=private)
        ledger = Ledger.of(self._store.reminders())
        drawing = draw_up(snapshot, ledger, asked, today, now)
        filled = fill_folder(folder, drawing)
        if dry_run:
            return filled.report()
        self._store.record_reminders(drawing.news)
        report, told = filled.write(now)
        self._store.record_reminders((), told)
        return report
