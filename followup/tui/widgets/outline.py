"""A list with headings: lines under headings, of which only those in sight are made. The cursor skips headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from followup.tui.widgets.columns import fitted
from followup.tui.widgets.cursor_list import MOVING, CursorList
from followup.tui.widgets.entries import Entry, Sides, heading_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOMY, _LEAST = 52, 42
"""So many cells are left for the text, its edges included, where all stands beside it, and where the brief words do."""


class Outline(CursorList):
    """Lines under headings; posts what is pointed at and opened."""

    DEFAULT_CSS = """
    Outline {
        height: 1fr;
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        padding: 1 0 0 0;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%;
        scrollbar-background: $surface;
    }
    Outline > .outline--heading { color: $text-primary; background: $surface; text-style: bold; }
    Outline > .outline--cursor { color: auto; background: $block-cursor-background; }
    Outline > .outline--cursor-away { color: $foreground; background: $primary 20%; }
    Outline > .outline--late { color: $text-error; text-style: bold; }
    Outline > .outline--soon { color: $text-warning; text-style: bold; }
    Outline > .outline--done { color: $text-success; }
    Outline > .outline--quiet { color: $foreground 72%; }
    """
    COMPONENT_CLASSES = {
        "outline--heading",
        "outline--cursor",
        "outline--cursor-away",
        "outline--late",
        "outline--soon",
        "outline--done",
        "outline--quiet",
    }
    BINDINGS = [
        *MOVING,
        Binding("n,right_square_bracket", "heading(1)", "tui.key.next_heading", show=False, id="list.next_heading"),
        Binding("p,left_square_bracket", "heading(-1)", "tui.key.last_heading", show=False, id="list.last_heading"),
        Binding("enter,right", "open", "tui.key.open", key_display="Enter", id="list.open"),
    ]

    class Pointed(Message):
        """The cursor stands on a line that leads to this."""

        def __init__(self, target: str) -> None:
            """Name the target."""
            super().__init__()
            self.target = target

    class Opened(Pointed):
        """What the line leads to is to be shown."""

    def __init__(self, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Begin empty."""
        super().__init__(**rest)
        self.entries: Sequence[Entry] = ()
        self._sides = Sides()

    @property
    def current(self) -> str:
        """What the line under the cursor leads to."""
        return self.entries[self.cursor].target if self.cursor < len(self.entries) else ""

    def show(self, entries: Sequence[Entry], sides: Sides | None = None) -> None:
        """Show these lines, their sides if they are known; the cursor stays on its line if that is still there."""
        kept = self.entries[self.cursor].identity if self.cursor < len(self.entries) else ("", "")
        self.entries = entries
        self._sides = sides or Sides.of(entries)
        self.virtual_size = Size(0, len(entries))
        place = next((n for n, one in enumerate(entries) if one.identity == kept and one.target), None)
        self.set_reactive(Outline.cursor, self._selectable(place if place is not None else self.cursor, 1))
        self.call_after_refresh(self._keep_in_sight)
        self.refresh()
        self.refresh_bindings()

    def _selectable(self, place: int, way: int) -> int:
        """Give the nearest line that leads somewhere, first in this direction and then in the other."""
        ahead = range(place, len(self.entries)) if way > 0 else range(place, -1, -1)
        behind = range(place, -1, -1) if way > 0 else range(place, len(self.entries))
        both = (n for stretch in (ahead, behind) for n in stretch)
        return next((n for n in both if 0 <= n < len(self.entries) and self.entries[n].target), 0)

    # -- lines --------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen."""
        place = self.scroll_offset.y + y
        if place >= len(self.entries):
            return Strip.blank(self.size.width, self.rich_style)
        entry = self.entries[place]
        if entry.heading:
            return self._heading(entry)
        return self._line(entry, place == self.cursor and bool(entry.target))

    def _heading(self, entry: Entry) -> Strip:
        style, width = self.get_component_rich_style("outline--heading"), self.size.width
        text, middle, right = heading_parts(entry, self._sides, width - 2)
        tone = style + self._tone(entry.tone)
        segments = [Segment(f" {text}", style), Segment(middle, tone), Segment(right, self._quiet())]
        return Strip(segments).adjust_cell_length(width, style)

    def _quiet(self) -> Style:
        return self.get_component_rich_style("outline--quiet")

    def _line(self, entry: Entry, is_current: bool) -> Strip:  # noqa: FBT001 - which of two looks
        look = self.cursor_look if is_current else ""
        ground = self.get_component_rich_style(f"outline--{look}") if look else self.rich_style
        plain = bool(look) and self.has_focus
        tone = ground if plain else ground + self._tone(entry.tone)
        quiet = ground if plain else ground + self._tone("quiet")
        left, between, middle, right = self._beside(entry)
        text = max(self.size.width - left - middle - right - 8 - sum(2 for one in (left, middle) if one), 8)
        segments = [Segment("▌" if look else " ", ground), Segment(f" {entry.sign or ' '} ", tone)]
        segments += [Segment(fitted(entry.left, left) + "  ", ground)] if left else []
        segments.append(Segment(fitted(entry.text, text) + "  ", quiet if entry.tone in {"quiet", "done"} else ground))
        segments += [Segment(fitted(between, middle) + "  ", quiet)] if middle else []
        segments += [Segment(fitted(entry.right, right), tone)] if right else []
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _beside(self, entry: Entry) -> tuple[int, str, int, int]:
        """Give the cells at the left of a line, what stands in the middle with its cells, and those at the right.

        The text runs on over a column where the line has nothing in it.
        """
        sides, width = self._sides, self.size.width
        left, right = 0 if entry.wide else sides.left, sides.right
        if width - sides.left - sides.middle - right >= _ROOMY:
            between, middle = entry.middle, sides.middle
        elif sides.brief and width - sides.left - sides.brief - right >= _LEAST:
            between, middle = entry.brief, sides.brief
        else:
            between, middle, right = "", 0, min(right, 20)
        return left, between, middle if between else 0, right if entry.right or between else 0

    def _tone(self, tone: str) -> Style:
        if not tone:
            return Style.null()
        whole = self.get_component_rich_style(f"outline--{tone}")
        return Style(color=whole.color, bold=whole.bold)

    # -- moving -------------------------------------------------------------------------------------------------

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint two lines, scroll if the new one is out of sight, and tell."""
        for place in (old, new):
            self.refresh(Region(0, place - self.scroll_offset.y, self.size.width, 1))
        self._keep_in_sight()
        self.post_message(self.Pointed(self.current))

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        first = self.cursor - 1 if self.cursor and self.entries[self.cursor - 1].heading else self.cursor
        if first < top:
            self.scroll_to(y=0 if first <= 1 else first, animate=False)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    def action_step(self, steps: int) -> None:
        """Move the cursor so many lines, over headings."""
        self.cursor = self._selectable(max(0, min(self.cursor + steps, len(self.entries) - 1)), steps)

    def action_page(self, pages: int) -> None:
        """Move the cursor a screenful."""
        self.action_step(pages * max(self.size.height - 2, 1))

    def action_edge(self, edge: int) -> None:
        """Move the cursor to the first (0) or last (1) line."""
        self.cursor = self._selectable(edge * max(len(self.entries) - 1, 0), -1 if edge else 1)

    def action_heading(self, steps: int) -> None:
        """Move the cursor to the first line under the next heading, or under the one before."""
        firsts = [self._selectable(n, 1) for n, one in enumerate(self.entries) if one.heading]
        wanted = [n for n in firsts if (n > self.cursor if steps > 0 else n < self.cursor)]
        if wanted:
            self.cursor = wanted[0] if steps > 0 else wanted[-1]

    def action_open(self) -> None:
        """Ask that what the line leads to is shown."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def place_at(self, line: int) -> int | None:
        """Give the place on a line: a heading and a blank lead nowhere."""
        return line if line < len(self.entries) and self.entries[line].target else None

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.refresh()
        self._keep_in_sight()
