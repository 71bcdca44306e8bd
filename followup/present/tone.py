"""How urgent a thing is, and the symbol that says it beside the word and the colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from followup.domain.actions import Status

if TYPE_CHECKING:
    from followup.domain.questions import Standing


class Tone(StrEnum):
    """Late, soon, calm or done; never said by colour alone."""

    LATE = "late"
    SOON = "soon"
    CALM = "calm"
    DONE = "done"


STATUS_SYMBOL = {
    Status.PLANNED: "○",
    Status.IN_PROGRESS: "◐",
    Status.DONE: "●",
    Status.PAUSED: "‖",
    Status.DROPPED: "✗",
    Status.CLOSED: "✓",
}
TONE_SYMBOL = {Tone.LATE: "!", Tone.SOON: "~", Tone.CALM: " ", Tone.DONE: " "}


def tone_of(status: Status, standing: Standing) -> Tone:
    """Give the tone of an action: its most urgent clock decides."""
    if standing.overdue or standing.follow_up_overdue:
        return Tone.LATE
    if standing.due_soon or standing.follow_up_due:
        return Tone.SOON
    return Tone.DONE if status in {Status.DONE, Status.DROPPED, Status.CLOSED} else Tone.CALM


def mark_of(standing: Standing) -> str:
    """Give the phrase key of the word for what is urgent, "" when nothing is."""
    marks = (
        (standing.overdue, "mark.late"),
        (standing.follow_up_overdue, "mark.follow_up_late"),
        (standing.due_soon, "mark.soon"),
        (standing.follow_up_due, "mark.follow_up_due"),
    )
    return next((key for holds, key in marks if holds), "")
