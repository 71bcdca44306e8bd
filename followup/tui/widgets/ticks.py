"""Several of a few: alternatives with a box each, ticked with the space bar, by number or by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from followup.tui.widgets.choice import Choice
from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual import events

BOX = ("[ ]", "[x]")


class Ticks(Choice):
    """Alternatives that are ticked or not, each with a note after it; posts every change of a tick."""

    BINDINGS = [
        Binding("space", "tick", "tui.key.tick", id="ticks.tick"),
        *[Binding(str(n), f"tick({n - 1})", "tui.key.tick", show=False, id=f"ticks.{n}") for n in range(1, 10)],
    ]

    class Ticked(Message):
        """A box was ticked, or is no longer."""

    def __init__(self, options: tuple[tuple[str, str], ...], ticked: Iterable[str], **rest: Any) -> None:  # noqa: ANN401 - as every widget
        """Offer (value, words), with these values ticked."""
        super().__init__(options, **rest)
        self.ticked = set(ticked)
        self._notes: Mapping[str, str] = {}

    def note(self, notes: Mapping[str, str]) -> None:
        """Say something after some of the values."""
        self._notes = notes
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Give one alternative: its box, its words, its note."""
        if y >= len(self.options):
            return Strip.blank(self.size.width, self.rich_style)
        here = y == self.chosen
        value, words = self.options[y]
        style = self.get_component_rich_style("choice--chosen") if here else self.rich_style
        faint = style if here else self.get_component_rich_style("choice--number")
        note = self._notes.get(value, "")
        widest = max(cell_len(each) for _, each in self.options)
        said = f" {BOX[value in self.ticked]}  {fitted(words, widest)}"
        room = max(self.size.width - cell_len(said) - 4, 0)
        segments = [
            Segment("▌" if here else " ", style),
            Segment(said, style),
            Segment(fitted(f"   {note}", room + 3), faint),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, style)

    def action_tick(self, place: int | None = None) -> None:
        """Tick the box under the cursor, or the one at a place; or take its tick away."""
        if place is not None and place >= len(self.options):
            return
        self.chosen = self.chosen if place is None else place
        self.ticked ^= {self.value}
        self.refresh()
        self.post_message(self.Ticked())

    def on_click(self, event: events.Click) -> None:
        """Tick what is clicked, whatever a choice would do."""
        event.prevent_default()
        self.action_tick(event.y)
