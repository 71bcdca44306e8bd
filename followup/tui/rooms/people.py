"""People: who owns what, how much, and what of it is late or comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from followup.domain.questions import OVER, owners_on
from followup.present.people import PersonRow, people_rows
from followup.present.rows import action_row
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.columns import Cells
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from followup.domain.actions import Action
    from followup.tui.view import View


class PeopleRoom(OutlinedRoom):
    """Each person, and each role that nobody holds, with what they answer for."""

    name_key = "tui.room.people"
    BINDINGS = [
        Binding("o", "hand_over", "tui.key.hand_over", tooltip="tui.tip.hand_over", id="people.hand_over"),
        Binding("a", "address", "tui.key.address", tooltip="tui.tip.address", id="people.address"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to hand over and to address only where there is somebody."""
        if action in {"hand_over", "address"}:
            return bool(self.query(Outline)) and bool(self._whose())
        return super().check_action(action, parameters)

    def action_hand_over(self) -> None:
        """Let somebody else hold a role of the person under the cursor."""
        from followup.tui.dialogs.person import HandOverDialog

        roles = self._roles()
        if self.view is not None and roles:
            self.post_message(self.DialogAsked(HandOverDialog(self.phrases, self.read, self.view, roles)))

    def action_address(self) -> None:
        """Set the address, the language or the name of the person under the cursor."""
        from followup.tui.dialogs.person import PersonDialog

        person = self.view.snapshot.people.get(self._whose()) if self.view else None
        if person is not None:
            self.post_message(self.DialogAsked(PersonDialog(self.phrases, person)))

    def _whose(self) -> str:
        """Give the person (id), or the name of the role that nobody holds, that the line under the cursor is about."""
        outline = self.query_one(Outline)
        return outline.entries[outline.cursor].key if outline.cursor < len(outline.entries) else ""

    def _roles(self) -> tuple[tuple[str, str], ...]:
        """Give (plan, role) of what the person holds or is titled today, or the role that nobody holds."""
        if self.view is None:
            return ()
        whose, found = self._whose(), dict[tuple[str, str], None]()
        for action in self.view.snapshot.actions.values():
            owners = (*action.responsible, *action.follow_up_responsible)
            for owner in owners_on(self.view.snapshot, owners, self.view.today):
                if owner.role and whose in {owner.person, owner.role}:
                    found[action.plan, owner.role] = None
        return tuple(found)

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
        nobody = [Entry("", "", self.phrases("tui.people.nobody"), heading=True)] if view.total else self.nothing_yet()
        return lines or nobody

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
