"""A room where actions are worked with: the dialogs that every such room offers, for the actions that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from followup.present.rows import label_of
from followup.tui.room import Room

if TYPE_CHECKING:
    from followup.domain.actions import Action


class WorkRoom(Room):
    """Status, follow-up and date of the actions that `meant` gives."""

    BINDINGS = [
        Binding("m", "ask('status')", "tui.key.status", tooltip="tui.tip.status", id="action.status"),
        Binding("f", "ask('round')", "tui.key.round", tooltip="tui.tip.round", id="action.round"),
        Binding("d", "ask('move')", "tui.key.move", tooltip="tui.tip.move", id="action.move"),
    ]

    def meant(self) -> tuple[Action, ...]:
        """Give the actions that a key is about."""
        return ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer nothing to do with actions where there is none."""
        return action != "ask" or (self.view is not None and self.view.total > 0)

    def action_ask(self, what: str) -> None:
        """Ask for a status, a round held or another date."""
        actions = self.meant()
        if not actions or self.view is None or not self.view.whole:
            return
        from followup.tui.dialogs.move import MoveDialog
        from followup.tui.dialogs.round import RoundDialog
        from followup.tui.dialogs.status import StatusDialog

        made = {"status": StatusDialog, "round": RoundDialog, "move": MoveDialog}[what]
        title = self.phrases(f"tui.dialog.{what}", label=self._names(actions))
        self.post_message(self.DialogAsked(made(self.phrases, self.read, actions, title, self.view.today)))

    def _names(self, actions: tuple[Action, ...]) -> str:
        if len(actions) == 1 and self.view is not None:
            return label_of(self.view.snapshot, actions[0])
        return self.phrases.count("summary.total", len(actions))
