"""The one desk at which both chairs sit: read the plan, do a command, undo, redo, history, read a document, publish."""

from typing import TYPE_CHECKING

from followup.desk.core import Desk, Glance
from followup.desk.outcome import Outcome

if TYPE_CHECKING:
    from followup.publishing.calendar_report import CalendarFile as CalendarFile
    from followup.publishing.calendar_report import CalendarReport as CalendarReport
    from followup.publishing.calendar_report import Unplaced as Unplaced

__all__ = ["Desk", "Glance", "Outcome"]
