"""What the rooms with a list under headings have in common: a headline, the list, and a word where it is empty.

OutlinedRoom
├── headline
└── Outline
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup.tui.rooms.work import WorkRoom
from followup.tui.widgets.entries import Entry, Sides
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.tui.view import View

AT_ONCE = 2000
"""So many actions are gone through between two frames; more are, in a thread."""


class OutlinedRoom(WorkRoom):
    """Lines under headings; subclasses give them from a view."""

    DEFAULT_CLASSES = "room outlined"

    class Made(Message):
        """A thread has made the lines for a view."""

        def __init__(self, view: View, head: Content, entries: Sequence[Entry], sides: Sides) -> None:
            """Carry them."""
            super().__init__()
            self.made_of, self.head, self.entries, self.sides = view, head, entries, sides

    def entries(self, view: View) -> list[Entry]:  # noqa: ARG002 - what subclasses take
        """Give the lines for a view."""
        raise AssertionError("a room has lines")

    def headline(self, view: View) -> Content:  # noqa: ARG002 - what subclasses take
        """Give the line above."""
        raise AssertionError("a room has a headline")

    def compose(self) -> ComposeResult:
        """Headline and list."""
        yield Static(classes="headline")
        yield Outline()

    def on_mount(self) -> None:
        """Show what is already known."""
        self.again()

    def watch_view(self) -> None:
        """Everything again, from the new view."""
        if self.is_mounted:
            self.again()

    def again(self) -> None:
        """Make the lines anew, in a thread when there are many actions."""
        view = self.view
        if view is None:
            return
        if not self.is_much(view):
            self._show(self.headline(view), self.entries(view))
        else:
            self.run_worker(lambda: self._make(view), thread=True, exclusive=True, group="outline")

    def is_much(self, view: View) -> bool:
        """Say whether it takes longer than a frame to make the lines."""
        return len(view.snapshot.actions) > AT_ONCE

    def _make(self, view: View) -> None:
        entries = self.entries(view)
        self.post_message(self.Made(view, self.headline(view), entries, Sides.of(entries)))

    def on_outlined_room_made(self, event: Made) -> None:
        """Show what a thread has made, unless the view is another by now."""
        event.stop()
        if event.made_of is self.view:
            self._show(event.head, event.entries, event.sides)

    def _show(self, head: Content, entries: Sequence[Entry], sides: Sides | None = None) -> None:
        self.query_one(".headline", Static).update(head)
        self.query_one(Outline).show(entries, sides)

    def nothing_yet(self) -> list[Entry]:
        """Say what to do first, where there is no action to show."""
        return [Entry("", "", self.phrases("tui.empty_list.room"), heading=True)]

    def meant(self) -> tuple[Action, ...]:
        """Give the action of the line under the cursor."""
        found = self.view.snapshot.actions.get(self.query_one(Outline).current) if self.view else None
        return (found,) if found else ()

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Show the action whole."""
        event.stop()
        if self.view is not None and event.target in self.view.snapshot.actions:
            self.post_message(self.ActionAsked(event.target))

    def point_at(self, action: str) -> None:
        """Put the cursor on a line of this action, if there is one."""
        outline = self.query_one(Outline)
        place = next((n for n, one in enumerate(outline.entries) if one.target == action), outline.cursor)
        if outline.current != action:
            outline.cursor = place

    def enter(self) -> None:
        """Let the keyboard move in the list."""
        self.query_one(Outline).focus()
