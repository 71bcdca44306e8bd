"""A room where actions are worked with: the dialogs that every such room offers, for the actions that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from followup.present.rows import label_of
from followup.tui.room import Room

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.tui.view import View


class WorkRoom(Room):
    """Status, follow-up and date of the actions that `meant` gives."""

    BINDINGS = [
        Binding("m", "ask('status')", "tui.key.status", tooltip="tui.tip.status", id="action.status"),
        Binding("f", "ask('round')", "tui.key.round", tooltip="tui.tip.round", id="action.round"),
        Binding("d", "ask('move')", "tui.key.move", tooltip="tui.tip.move", id="action.move"),
        Binding("plus", "add", "tui.key.add", tooltip="tui.tip.add", show=False, id="action.add", key_display="+"),
        Binding("N", "new_plan", "tui.key.new_plan", show=False, id="plan.new"),
        Binding("y", "copy", "tui.key.copy", tooltip="tui.tip.copy", show=False, id="action.copy"),
    ]

    def meant(self) -> tuple[Action, ...]:
        """Give the actions that a key is about."""
        return ()

    def seen(self) -> View | None:
        """Give the view that the actions meant are in."""
        return self.view

    def pointed(self) -> str:
        """Give the one action (id) under the cursor, whatever is chosen; "" where there is none."""
        return next((action.id for action in self.meant()), "")

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

    def action_add(self) -> None:
        """Write an action by hand; where there is no plan yet, that first."""
        if self.view is None or (self.view.total and not self.view.whole):
            return
        if not self.view.snapshot.plans:
            self.action_new_plan()
            return
        from followup.tui.dialogs.add import ActionDialog

        near = next(iter(self.meant()), None)
        area = self.view.snapshot.areas.get(near.area) if near else None
        plan = near.plan if near else next(iter(self.view.snapshot.plans))
        said = area.title if area else ""
        self.post_message(self.DialogAsked(ActionDialog(self.phrases, self.read, self.view, plan, said)))

    def action_new_plan(self) -> None:
        """Open an empty plan to write by hand in."""
        from followup.tui.dialogs.add import PlanDialog

        if self.view is not None:
            self.post_message(self.DialogAsked(PlanDialog(self.phrases, self.view.all_plans)))

    def action_copy(self) -> None:
        """Lay the actions that are meant on the clipboard, a line each."""
        from followup.tui.copying import row_text
        from followup.tui.errands import CopyAsked

        actions, seen = self.meant(), self.seen()
        if actions and seen is not None:
            says = self.phrases("tui.toast.copied", what=self._names(actions))
            self.post_message(CopyAsked(row_text(seen, actions, self.phrases), says))

    def _names(self, actions: tuple[Action, ...]) -> str:
        seen = self.seen()
        if len(actions) == 1 and seen is not None:
            return label_of(seen.snapshot, actions[0])
        return self.phrases.count("summary.total", len(actions))
