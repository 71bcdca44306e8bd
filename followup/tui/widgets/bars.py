"""The two bars of the house: the rooms above, the keys below. Each is one line, painted whole, and clickable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from textual import events


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is pressed (`key`), as it is named, what it does, and whether it is the one in force."""

    key: str
    name: str
    says: str
    here: bool = False


class Bar(Widget):
    """A line of hints; those that do not fit are left out from the end, the last one (the help) never."""

    COMPONENT_CLASSES = {"bar--name", "bar--says", "bar--here", "bar--note"}
    hints: reactive[tuple[Hint, ...]] = reactive(())
    note: reactive[str] = reactive("")

    class Pressed(Message):
        """A hint was clicked: as if its key was pressed."""

        def __init__(self, key: str) -> None:
            """Name the key."""
            super().__init__()
            self.key = key

    def __init__(self, *, keep_last: bool = False, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Keep the last hint whatever the width, if asked to."""
        super().__init__(**rest)
        self._keep_last = keep_last
        self._spots: list[tuple[int, int, str]] = []

    def render_line(self, y: int) -> Strip:
        """Give the one line."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        segments, self._spots, used = [Segment(" ", self.rich_style)], [], 1
        for hint in self._fitting():
            made = self._hint(hint)
            length = sum(cell_len(segment.text) for segment in made)
            self._spots.append((used, used + length, hint.key))
            segments += made
            used += length
        return Strip(segments + self._noted(self.size.width - used)).adjust_cell_length(
            self.size.width, self.rich_style
        )

    def _fitting(self) -> list[Hint]:
        last = self.hints[-1:] if self._keep_last else ()
        room = self.size.width - 2 - sum(map(_length, last))
        chosen: list[Hint] = []
        for hint in self.hints[: len(self.hints) - len(last)]:
            room -= _length(hint)
            if room < 0:
                break
            chosen.append(hint)
        return [*chosen, *last]

    def _hint(self, hint: Hint) -> list[Segment]:
        name = self._style("here" if hint.here else "name")
        says = self._style("here" if hint.here else "says")
        return [Segment(f" {hint.name} ", name), Segment(f"{hint.says} ", says)]

    def _noted(self, room: int) -> list[Segment]:
        if not self.note or room < 12:
            return []
        note = fitted(self.note, min(room - 2, cell_len(self.note)))
        blank = " " * (room - cell_len(note) - 1)
        return [Segment(blank, self.rich_style), Segment(note, self._style("note")), Segment(" ", self.rich_style)]

    def _style(self, name: str) -> Any:  # noqa: ANN401 - a style
        return self.get_component_rich_style(f"bar--{name}")

    def on_click(self, event: events.Click) -> None:
        """Tell which hint was clicked."""
        key = next((key for left, right, key in self._spots if left <= event.x < right), "")
        if key:
            self.post_message(self.Pressed(key))


def _length(hint: Hint) -> int:
    return cell_len(hint.name) + cell_len(hint.says) + 3
