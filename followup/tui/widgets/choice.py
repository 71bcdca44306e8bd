"""One of a few: all alternatives in sight, chosen by arrows, by number or by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size


class Choice(Widget, can_focus=True):
    """Alternatives one per line, numbered from 1; posts each change and each confirmation."""

    COMPONENT_CLASSES = {"choice--chosen", "choice--number"}
    BINDINGS = [
        Binding("down,j", "step(1)", "tui.key.down", show=False, id="choice.down"),
        Binding("up,k", "step(-1)", "tui.key.up", show=False, id="choice.up"),
        Binding("enter", "confirm", "tui.key.save", show=False, id="choice.confirm"),
        *[
            Binding(str(n), f"take({n - 1})", "tui.key.choose_number", show=False, id=f"choice.{n}")
            for n in range(1, 10)
        ],
    ]

    chosen: reactive[int] = reactive(0)

    class Changed(Message):
        """Another alternative is chosen."""

    class Confirmed(Message):
        """The chosen alternative is the answer."""

    def __init__(self, options: tuple[tuple[str, str], ...], chosen: str = "", **rest: Any) -> None:  # noqa: ANN401 - as every widget
        """Offer (value, words); begin at one of the values."""
        super().__init__(**rest)
        self.options = options
        values = [value for value, _ in options]
        self.set_reactive(Choice.chosen, values.index(chosen) if chosen in values else 0)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self.options[self.chosen][0]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """One line for each alternative."""
        return len(self.options)

    def render_line(self, y: int) -> Strip:
        """Give one alternative."""
        if y >= len(self.options):
            return Strip.blank(self.size.width, self.rich_style)
        here = y == self.chosen
        style = self.get_component_rich_style("choice--chosen") if here else self.rich_style
        number = style if here else self.get_component_rich_style("choice--number")
        words = fitted(self.options[y][1], max(self.size.width - 6, 1))
        return Strip(
            [Segment("▌" if here else " ", style), Segment(f" {y + 1}  ", number), Segment(words + " ", style)]
        )

    def validate_chosen(self, place: int) -> int:
        """Keep within the alternatives."""
        return max(0, min(len(self.options) - 1, place))

    def watch_chosen(self) -> None:
        """Tell; of many alternatives, keep the chosen one in sight."""
        self.post_message(self.Changed())
        frame = self.parent
        if isinstance(frame, Widget) and self.is_mounted:
            place = self.virtual_region
            line = Region(place.x, place.y + self.chosen, place.width, 1)
            frame.scroll_to_region(line, animate=False, spacing=Spacing(1, 0, 1, 0))

    def action_step(self, steps: int) -> None:
        """Choose the next, or the one before."""
        self.chosen += steps

    def action_take(self, place: int) -> None:
        """Choose by number."""
        if place < len(self.options):
            self.chosen = place

    def action_confirm(self) -> None:
        """Answer with what is chosen."""
        self.post_message(self.Confirmed())

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked; a double click answers."""
        self.action_take(event.y)
        if event.chain == 2:
            self.action_confirm()
