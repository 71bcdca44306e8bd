"""Areas: how far each has come, as a bar and in words, and what remains in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from followup.domain.actions import Status
from followup.domain.commands import GradeArea
from followup.domain.questions import standing
from followup.present.rows import action_row
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.columns import Cells, in_columns
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from followup.domain.actions import Action, Area
    from followup.tui.view import View

_BAR = 10
_LETTERS = 3
"""A grade of so many letters is a mark ("C", "III"), a longer one a judgement ("delvis uppfyllt")."""
_REACHED = frozenset({Status.DONE, Status.CLOSED})


class AreasRoom(OutlinedRoom):
    """Each area with its actions."""

    name_key = "tui.room.areas"
    BINDINGS = [Binding("b", "grade", "tui.key.grade", tooltip="tui.tip.grade", id="areas.grade")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to grade only where the cursor stands in an area."""
        if action == "grade":
            return bool(self.query(Outline)) and self._area_meant() is not None
        return super().check_action(action, parameters)

    def _area_meant(self) -> Area | None:
        """Give the area of the action under the cursor."""
        found = next((action.area for action in self.meant()), "")
        return self.view.snapshot.areas.get(found) if self.view else None

    def action_grade(self) -> None:
        """Ask for the grade that the area under the cursor was given."""
        area = self._area_meant()
        if area is None or self.view is None or not self.view.whole:
            return
        from followup.tui.dialogs.words import Asking, WordsDialog

        asking = Asking(
            title=self.phrases("tui.areas.grade_of", area=area.title),
            about=self.phrases("tui.areas.grade_about"),
            name=self.phrases("field.grade"),
            value=area.grade,
            give=lambda text, _: (GradeArea(area.id, text),),
            hint=self.phrases("tui.hint.grade"),
        )
        self.post_message(self.DialogAsked(WordsDialog(self.phrases, asking, self.view.today)))

    def headline(self, view: View) -> Content:
        """Say how far all has come."""
        said = bar_words(list(view.snapshot.actions.values()))
        whole = self.phrases("tui.areas.reached", reached=said[1], total=said[2])
        return Content.assemble((whole, "bold"), "  ", (said[0], "$text-success"))

    def entries(self, view: View) -> list[Entry]:
        """Give each area as a heading with its bar, its actions beneath."""
        if not view.total:
            return self.nothing_yet()
        lines: list[Entry] = []
        areas = _by_area(view, self.phrases("tui.areas.none"))
        told = in_columns([self._told(view, actions) for actions in areas.values()])
        for (name, actions), right in zip(areas.items(), told, strict=True):
            lines += [Entry("", "", "")] if lines else []
            lines.append(self._area(view, name, actions, right))
            lines += [self._action(view, action) for action in actions]
        return lines

    def _area(self, view: View, name: str, actions: list[Action], right: str) -> Entry:
        standings = (standing(view.snapshot, one, view.today) for one in actions)
        late = sum(now.overdue or now.follow_up_overdue for now in standings)
        urgent = self.phrases.count("tui.areas.late", late) if late else ""
        return Entry("", "", name, f"! {urgent}" if urgent else "", right, tone="late" if late else "", heading=True)

    def _told(self, view: View, actions: list[Action]) -> tuple[str, str, str]:
        """Say how many actions of an area are reached, how it was graded, and draw its bar."""
        drawn, reached, total = bar_words(actions)
        return self.phrases("tui.areas.some", reached=reached, total=total), self._graded(view, actions[0]), drawn

    def _graded(self, view: View, action: Action) -> str:
        """Give the grade of the action's area: a judgement says itself, a letter needs a word beside it."""
        area = view.snapshot.areas.get(action.area)
        grade = area.grade if area else ""
        if len(grade) > _LETTERS:
            return grade[:1].upper() + grade[1:]
        return self.phrases("tui.areas.graded", grade=grade) if grade else ""

    def _action(self, view: View, action: Action) -> Entry:
        row = action_row(view.snapshot, action, view.today, self.phrases)
        tone = "quiet" if action.status is Status.DROPPED else str(row.tone) if row.tone != "calm" else ""
        status = Cells(self.phrases).state(row)
        return Entry(action.id, row.label, row.text, row.due, status, row.tone_symbol, tone)


def _by_area(view: View, none: str) -> dict[str, list[Action]]:
    found: dict[str, list[Action]] = {}
    several = len(view.snapshot.plans) > 1
    for action in view.snapshot.actions.values():
        area = view.snapshot.areas.get(action.area)
        name = area.title if area else none
        key = f"{view.snapshot.plans[action.plan].key}  {name}" if several else name
        found.setdefault(key, []).append(action)
    return found


def bar_words(actions: list[Action]) -> tuple[str, int, int]:
    """Give a bar of what is done of the actions not dropped, and both numbers."""
    counted = [one for one in actions if one.status is not Status.DROPPED]
    reached = sum(one.status in _REACHED for one in counted)
    filled = round(_BAR * reached / len(counted)) if counted else 0
    return "━" * filled + "─" * (_BAR - filled), reached, len(counted)
