"""What every list with a cursor shares: the keys that move it, how it looks with and without the focus, and the mouse.

A subclass says what stands on a line and where its cursor may stand; nothing here knows what is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.reactive import reactive
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual import events

MOVING = (
    Binding("down,j", "step(1)", "tui.key.down", show=False, id="list.down"),
    Binding("up,k", "step(-1)", "tui.key.up", show=False, id="list.up"),
    Binding("pagedown,ctrl+d", "page(1)", "tui.key.page_down", show=False, id="list.page_down"),
    Binding("pageup,ctrl+u", "page(-1)", "tui.key.page_up", show=False, id="list.page_up"),
    Binding("home,g", "edge(0)", "tui.key.first", show=False, id="list.first"),
    Binding("end,G", "edge(1)", "tui.key.last", show=False, id="list.last"),
)
"""The keys that move the cursor; each list adds its own, and the actions step, page and edge."""


class CursorList(ScrollView, can_focus=True):
    """Lines of which one is pointed at; as it stands here, an empty one."""

    cursor: reactive[int] = reactive(0, repaint=False)

    @property
    def current(self) -> str:
        """What the line under the cursor leads to, "" when there is nothing."""
        return ""

    def place_at(self, line: int) -> int | None:  # noqa: ARG002 - for those that have lines
        """Give the place that a line of the list belongs to, None where the cursor may not stand."""
        return None

    def action_open(self) -> None:
        """Ask that what the cursor stands on is shown."""

    @property
    def cursor_look(self) -> str:
        """The look of the line under the cursor: where keys go, or a place to come back to."""
        return "cursor" if self.has_focus else "cursor-away"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to open only where there is something."""
        return action != "open" or bool(self.current)

    def clicked(self, x: int, y: int, times: int) -> None:  # noqa: ARG002 - for those that have columns
        """Point at what is clicked, so many cells from the first of the first line; a double click opens."""
        place = self.place_at(self.scroll_offset.y + y)
        if place is not None:
            self.cursor = place
            if times == 2:
                self.action_open()

    def on_click(self, event: events.Click) -> None:
        """Point with the mouse; what lies around the lines leads nowhere."""
        at = event.get_content_offset(self)
        if at is not None:
            self.clicked(at.x, at.y, event.chain)

    def on_focus(self) -> None:
        """Show the cursor as the place where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as a place to come back to."""
        self.refresh()
