"""A room that shows an action field by field: enter changes the field under the cursor, or ticks a doubt off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.commands import PutInArea, TickDoubt
from followup.tui.action_fields import DOUBT
from followup.tui.errands import CommandsAsked
from followup.tui.rooms.work import WorkRoom

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.tui.widgets.field_list import FieldList

_ASKED_OTHERWISE = {"status": "status", "next": "round"}
"""Fields that have a dialog of their own."""


class FieldedRoom(WorkRoom):
    """The fields of the first action that is meant."""

    def on_field_list_opened(self, event: FieldList.Opened) -> None:
        """Change a field, or tick a doubt off."""
        event.stop()
        for action in self.meant()[:1]:
            if event.key.startswith(DOUBT):
                field, _, code = event.key.removeprefix(DOUBT).partition("/")
                by = self.read.user or "?"
                self.post_message(CommandsAsked((TickDoubt(action.id, field, code, by),)))
            elif event.key in _ASKED_OTHERWISE:
                self.action_ask(_ASKED_OTHERWISE[event.key])
            elif event.key == "area":
                self._move_to_area(action)
            else:
                self._change(event.key, action)

    def _move_to_area(self, action: Action) -> None:
        """Ask for another area: one of the plan's, or one that is written."""
        if self.view is None or not self.view.whole:
            return
        from followup.tui.dialogs.options import OptionsDialog
        from followup.tui.dialogs.typed import typed_area

        areas = [one for one in self.view.all_plans.areas.values() if one.plan == action.plan]
        options = [(one.id, ". ".join(part for part in (one.code, one.name) if part)) for one in areas]
        known = {one.id: (one.code, one.name) for one in areas}

        def give(chosen: str, text: str) -> tuple[PutInArea, ...]:
            return (PutInArea(action.id, *(typed_area(text) if text else known.get(chosen, ("", "")))),)

        label = self._names((action,))
        title = self.phrases("tui.action.change", label=label, field=self.phrases("field.area").lower())
        typed = ("tui.action.other_area", "", self.phrases("tui.hint.area"))
        titles = (title, action.requirement or action.measure)
        asked = OptionsDialog(
            self.phrases, titles, tuple(options) or (("", "–"),), give, chosen=action.area, typed=typed
        )
        self.post_message(self.DialogAsked(asked))

    def _change(self, name: str, action: Action) -> None:
        if self.view is None or not self.view.whole:
            return
        from followup.tui.dialogs.words import WordsDialog
        from followup.tui.editing import editing

        said = (self.phrases, self.view.today)
        asking = editing(name, action, self._names((action,)), self.read, said)
        self.post_message(self.DialogAsked(WordsDialog(self.phrases, asking, self.view.today)))
