"""People: who owns what, how much, and what of it is late or comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.domain.questions import OVER, owners_on
from followup.present.people import PersonRow, people_rows
from followup.present.rows import action_row
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.columns import Cells
from followup.tui.widgets.outline import Entry

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.tui.view import View


class PeopleRoom(OutlinedRoom):
    """Each person, and each role that nobody holds, with what they answer for."""

    name_key = "tui.room.people"

    def headline(self, view: View) -> Content:
        """Say how many they are."""
        rows = people_rows(view.snapshot, view.snapshot.actions.values(), view.today)
        return Content.styled(self.phrases.count("tui.people.count", len(rows)), "bold")

    def entries(self, view: View) -> list[Entry]:
        """Give each person as a heading, with the actions to do and to follow up beneath."""
        owned = _owned(view)
        lines: list[Entry] = []
        for row in people_rows(view.snapshot, view.snapshot.actions.values(), view.today):
            key = row.id or row.name
            lines += [Entry("", "", "")] if lines else []
            lines.append(self._person(row))
            lines += [self._action(view, action, key) for action in owned.get(key, {}).values()]
        return lines or [Entry("", "", self.phrases("tui.people.nobody"), heading=True)]

    def _person(self, row: PersonRow) -> Entry:
        load = [self.phrases("tui.people.doing", n=row.doing)] if row.doing else []
        load += [self.phrases("tui.people.following", n=row.following)] if row.following else []
        about = ", ".join(row.roles) if row.id else self.phrases("tui.people.vacant")
        urgent = f"! {row.late}" if row.late else f"~ {row.soon}" if row.soon else ""
        tone = "late" if row.late else "soon" if row.soon else ""
        right = "  ·  ".join(filter(None, (about, *load, row.mail)))
        return Entry("", "", row.name, urgent, right, tone=tone, heading=True)

    def _action(self, view: View, action: Action, key: str) -> Entry:
        row = action_row(view.snapshot, action, view.today, self.phrases)
        tone = str(row.tone) if row.tone != "calm" else ""
        status = Cells(self.phrases).state(row)
        return Entry(action.id, row.label, row.text, row.due, status, row.tone_symbol, tone, key=key)


def _owned(view: View) -> dict[str, dict[str, Action]]:
    """Give the actions that are not over by who does them or follows them up: a person's id, or a role's name."""
    found: dict[str, dict[str, Action]] = {}
    for action in view.snapshot.actions.values():
        if action.status in OVER:
            continue
        for owner in owners_on(view.snapshot, (*action.responsible, *action.follow_up_responsible), view.today):
            found.setdefault(owner.person or owner.role, {})[action.id] = action
    return found
