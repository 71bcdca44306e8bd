"""Action: one action whole, each field changed where it stands; its doubts, rounds and history beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup.present.card import action_card
from followup.tui.action_fields import action_fields
from followup.tui.copying import card_text
from followup.tui.errands import BACK, CopyAsked, ErrandAsked, Ledger, RoomAsked
from followup.tui.rooms.fielded import FieldedRoom
from followup.tui.widgets.card_text import TONE_STYLE
from followup.tui.widgets.field_list import FieldList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.present.history import Entry
    from followup.present.told import Told
    from followup.tui.view import Read


class ActionRoom(FieldedRoom):
    """One action, changed in place."""

    name_key = "tui.room.action"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ActionRoom { layout: vertical; }
    ActionRoom FieldList { padding: 1 1 0 1; }
    """
    BINDINGS = [
        Binding("n,right_square_bracket", "turn(1)", "tui.key.next_action", id="action.next"),
        Binding("p,left_square_bracket", "turn(-1)", "tui.key.previous_action", show=False, id="action.previous"),
        Binding("escape,left,h", "back", "tui.key.back", id="register.back"),
    ]

    class TurnAsked(Message):
        """The action so many steps on is to be shown, in the order in which the register shows them."""

        def __init__(self, action: str, steps: int) -> None:
            """Name the action (id) to go from."""
            super().__init__()
            self.action, self.steps = action, steps

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin at the first action."""
        super().__init__(phrases, read)
        self._action = ""
        self._ledger: tuple[str, tuple[Told, ...]] | None = None

    def compose(self) -> ComposeResult:
        """Headline and fields."""
        yield Static(classes="headline", markup=False)
        yield FieldList()

    def on_mount(self) -> None:
        """Show the action."""
        self._show()

    def watch_view(self) -> None:
        """Show it anew, and what has happened."""
        if self.is_mounted:
            self._show()
            self._ask_history()

    def watch_told(self) -> None:
        """Show its history."""
        if self.is_mounted:
            self._show()

    def enter(self) -> None:
        """Take the keyboard."""
        self.query_one(FieldList).focus()
        self.call_later(self._ask_history)

    def go_to(self, action: str) -> None:
        """Show this action."""
        self._action = action
        self._show()
        self.call_later(self._ask_history)  # as the room's own question: one that its parent asks goes no further

    def meant(self) -> tuple[Action, ...]:
        """Give the action that is shown."""
        if self.view is None:
            return ()
        actions = self.view.snapshot.actions
        found = actions.get(self._action) or next(iter(actions.values()), None)
        return (found,) if found else ()

    def _ask_history(self) -> None:
        for action in self.meant() if self.display else ():
            self.post_message(self.HistoryAsked(action.id))
            self.post_message(ErrandAsked(Ledger(action.id), self))

    def answered(self, errand: object, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Show what the owners' calendars say."""
        if isinstance(errand, Ledger):
            self._ledger = errand.action, answer
            self._show()

    def refuse(self, sentence: str) -> None:
        """Say why the ledger cannot be read."""
        self.post_message(self.Said(sentence))

    def _told(self, action: Action) -> tuple[Told, ...] | None:
        return self._ledger[1] if self._ledger is not None and self._ledger[0] == action.id else None

    def _entries(self, action: Action) -> tuple[Entry, ...] | None:
        if self.told is None or self.told.action != action.id or self.view is None:
            return None
        from followup.present.history import entry_of

        return tuple(entry_of(self.view.snapshot, made, self.phrases) for made in self.told.sets)

    def _show(self) -> None:
        found = self.meant()
        if not found or self.view is None:
            self.query_one(".headline", Static).update(Content.styled(self.phrases("tui.action.none"), "bold"))
            self.query_one(FieldList).show((), "")
            return
        card = action_card(self.view.snapshot, found[0], self.view.today, self.phrases)
        mark = Content.styled(card.mark, TONE_STYLE[card.tone]) if card.mark else Content("")
        parts = [Content.styled(card.label, "bold"), Content(card.status), mark, Content(card.heading)]
        head = Content.styled("  ·  ", "$foreground 72%").join([part for part in parts if part.plain])
        self.query_one(".headline", Static).update(head)
        fields = action_fields(self.view, found[0], self._entries(found[0]), self.phrases, self._told(found[0]))
        self.query_one(FieldList).show(fields, found[0].id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to turn only where there is an action."""
        if action == "turn":
            return self.view is not None and self.view.total > 0
        return super().check_action(action, parameters)

    def action_copy(self) -> None:
        """Copy the whole card."""
        for action in self.meant():
            if self.view is not None:
                says = self.phrases("tui.toast.copied", what=action.label)
                self.post_message(CopyAsked(card_text(self.view, action, self.phrases), says))

    def action_turn(self, steps: int) -> None:
        """Go to the next action, or the one before, as the register shows them."""
        for action in self.meant():
            self.post_message(self.TurnAsked(action.id, steps))

    def action_back(self) -> None:
        """Back to where one came from, at this action."""
        found = self.meant()
        self.post_message(RoomAsked(BACK, found[0].id if found else ""))
