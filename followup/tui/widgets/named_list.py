"""Things that somebody has named: the name, what it stands for, and those that are about to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from followup.tui.widgets.choice import Choice
from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events
    from textual.geometry import Size

LONGEST = 26
"""Cells for a name before what it stands for."""
LINES = 10
"""So many are shown at a time; the others come into sight with the cursor."""
_EDGE = 7
"""Cells before a name: the bar of the cursor, a number, the sign of the one in force."""


class NamedList(Choice):
    """Names one per line, each with what it stands for; the first is nobody's and stays."""

    BINDINGS = [
        Binding("enter", "confirm", "tui.key.show_view", id="named.show", key_display="Enter"),
        Binding("r", "rename", "tui.key.rename", id="named.rename"),
        Binding("x,delete", "drop", "tui.key.drop", id="named.drop"),
    ]

    class Renaming(Message):
        """The one under the cursor is to have another name."""

    class Dropped(Message):
        """The one under the cursor is to go, or to stay after all."""

    def __init__(self, lines: Collection[tuple[str, str]], chosen: str, in_force: str) -> None:
        """Show (name or "" for the first, what it stands for); begin at one, and mark the one in force."""
        super().__init__(tuple(lines), chosen, id="names")
        self._in_force = in_force
        self._top = max(self.chosen - LINES + 1, 0)
        self.gone: set[str] = set()
        self.going = ""
        self.first = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to rename and to drop only what somebody has named."""
        return action not in {"rename", "drop"} or bool(self.value)

    def watch_chosen(self) -> None:
        """Tell, keep it among the lines shown, and offer what can be done with it."""
        super().watch_chosen()
        self._top = max(min(self._top, self.chosen), self.chosen - LINES + 1)
        self.refresh_bindings()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for each name, as many as are shown at a time."""
        return min(super().get_content_height(container, viewport, width), LINES)

    def render_line(self, y: int) -> Strip:
        """Give one name, and at the edges a sign that there are more."""
        if y >= self.size.height:
            return Strip.blank(self.size.width, self.rich_style)
        place = y + self._top
        more = "▴" if y == 0 and self._top else ""
        if y == self.size.height - 1 and place < len(self.options) - 1:
            more = "▾"
        return self._line(place, more or " ")

    def _line(self, place: int, more: str) -> Strip:
        here = place == self.chosen
        name, stands_for = self.options[place]
        style = self.get_component_rich_style("choice--chosen") if here else self.rich_style
        faint = style if here else self.get_component_rich_style("choice--number")
        mark = "▸" if name == self._in_force else " "
        segments = [Segment("▌" if here else " ", style), Segment(f"{place + 1:>3} {mark} ", faint)]
        segments.append(Segment(fitted(name or self.first, self._wide()), faint if name in self.gone else style))
        room = max(self.size.width - _EDGE - self._wide() - 4, 0)
        said = self.going if name in self.gone else stands_for
        segments.append(Segment(f"  {fitted(said, room)} {more}", faint))
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def _wide(self) -> int:
        return min(max(cell_len(name or self.first) for name, _ in self.options), LONGEST)

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked, where it stands now."""
        event.prevent_default()
        self.action_take(event.y + self._top)
        if event.chain == 2:
            self.action_confirm()

    def on_mouse_scroll_down(self) -> None:
        """Go on with the wheel."""
        self.action_step(1)

    def on_mouse_scroll_up(self) -> None:
        """Go back with the wheel."""
        self.action_step(-1)

    def action_rename(self) -> None:
        """Ask for another name for the one under the cursor."""
        self.post_message(self.Renaming())

    def action_drop(self) -> None:
        """Let the one under the cursor go, or stay after all."""
        self.gone ^= {self.value}
        self.refresh()
        self.post_message(self.Dropped())
