"""The list of actions: only the lines in sight are ever made, so a hundred thousand scroll like thirteen.

The cursor is an action, not a row number: it stays where it is when the data, the order or the filter change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message

from followup.tui.widgets.action_lines import ActionLines, Look
from followup.tui.widgets.cursor_list import MOVING, CursorList
from followup.tui.widgets.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from textual.strip import Strip

    from followup.phrases.book import Phrases
    from followup.tui.view import View


class ActionList(CursorList):
    """Actions on a line each, or on two, under a heading that stays; posts what is pointed at, opened, sorted by."""

    DEFAULT_CLASSES = "action-list"
    DEFAULT_CSS = """
    ActionList {
        height: 1fr;
        width: 1fr;
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%;
        scrollbar-background: $surface;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    ActionList > .list--heading { color: $foreground 72%; background: $surface; text-style: bold; }
    ActionList > .list--group { color: $text-primary; background: $surface; text-style: bold; }
    ActionList > .list--cursor { color: auto; background: $block-cursor-background; }
    ActionList > .list--cursor-away { color: $foreground; background: $primary 20%; }
    ActionList > .list--chosen { color: $text-primary; text-style: bold; }
    ActionList > .list--late { color: $text-error; text-style: bold; }
    ActionList > .list--soon { color: $text-warning; text-style: bold; }
    ActionList > .list--done { color: $foreground 72%; }
    ActionList > .list--quiet { color: $foreground 72%; }
    """
    COMPONENT_CLASSES = {
        "list--heading",
        "list--group",
        "list--cursor",
        "list--cursor-away",
        "list--chosen",
        "list--late",
        "list--soon",
        "list--done",
        "list--quiet",
    }
    BINDINGS = [
        *MOVING,
        Binding("enter,right", "open", "tui.key.open", key_display="Enter", id="list.open"),
        Binding("space", "choose", "tui.key.choose", show=False, id="list.choose"),
    ]

    class Pointed(Message):
        """The cursor stands on an action (id); "" when there is none."""

        def __init__(self, action: str) -> None:
            """Name the action."""
            super().__init__()
            self.action = action

    class Opened(Pointed):
        """An action is to be shown whole."""

    class SortAsked(Message):
        """A heading was clicked: sort by this field."""

        def __init__(self, field: str) -> None:
            """Name the field."""
            super().__init__()
            self.field = field

    class Chosen(Message):
        """The set of chosen actions has changed."""

    def __init__(self, phrases: Phrases, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Speak in these phrases."""
        super().__init__(**rest)
        self.ids: Sequence[str] = ()
        self._breaks: Sequence[tuple[int, str]] = ()
        self._tall = 1
        self._headed = Headed(0)
        self._hidden: Collection[str] = frozenset()
        self.chosen: set[str] = set()
        self.sort, self.reverse = "", False
        self.lines = ActionLines(phrases, self.get_component_rich_style, lambda: self.rich_style)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The id of the action under the cursor, "" in an empty list."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else ""

    def show(self, view: View, ids: Sequence[str], breaks: Sequence[tuple[int, str]] = ()) -> None:
        """Show these actions of the view, with headings before some places (each with its words).

        The cursor and its height on the screen stay with its action.
        """
        current, above = self.current, self._headed.line_of(self.cursor) - self.scroll_offset.y
        self.lines.show(view)
        self.ids, self._breaks = ids, breaks
        self.chosen &= view.snapshot.actions.keys()
        place = self._place_of(current)
        if place != self.cursor:
            self.set_reactive(ActionList.cursor, place)
        self._lay_out(above)
        self.post_message(self.Pointed(self.current))

    def _lay_out(self, above: int) -> None:
        """Reckon the lines anew, with so many of them between the top of the list and the cursor."""
        self._headed = Headed(len(self.ids), self._breaks, self._tall)
        self.virtual_size = Size(0, len(self._headed) + 1)
        self._fit()
        line = self._headed.line_of(self.cursor)
        self.scroll_to(y=max(line - above, 0), animate=False, force=True, immediate=True)
        self.call_after_refresh(self._keep_in_sight)

    def dress(self, hidden: Collection[str], *, roomy: bool) -> None:
        """Leave these columns (fields) out, and give each action one line, or two where it is to be roomy."""
        tall = 2 if roomy else 1
        if (hidden, tall) == (self._hidden, self._tall):
            return
        above = (self._headed.line_of(self.cursor) - self.scroll_offset.y) // self._tall
        self._hidden, self._tall = hidden, tall
        self._lay_out(above * tall)

    def _fit(self) -> None:
        self.lines.fit(self.size.width, self._hidden, self._tall)
        self.refresh()

    def _place_of(self, action: str) -> int:
        try:
            return self.ids.index(action)
        except ValueError:
            return max(min(self.cursor, len(self.ids) - 1), 0)

    def point_at(self, action: str) -> None:
        """Move the cursor to an action, if it is shown."""
        if action in self.ids:
            self.cursor = self._place_of(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to open and to choose only where there is something."""
        return action not in {"open", "choose"} or bool(self.ids)

    # -- lines --------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen: the heading, an action, or nothing."""
        if y == 0:
            return self.lines.heading(self.sort, reverse=self.reverse)
        line = self.scroll_offset.y + y - 1
        place = self._headed.place_at(line)
        if heading := self._headed.heading_at(line):
            return self.lines.group(heading)
        if place is None:
            return self.lines.blank()
        action = self.ids[place]
        look = Look(self.cursor_look if place == self.cursor else "", action in self.chosen)
        return self.lines.of(action, look)[self._headed.part_at(line)]

    def notify_style_update(self) -> None:
        """A theme has changed: every line is another."""
        super().notify_style_update()
        self.lines.restyle()
        self.refresh()

    # -- moving -------------------------------------------------------------------------------------------------

    def validate_cursor(self, place: int) -> int:
        """Keep the cursor within the list."""
        return max(0, min(len(self.ids) - 1, place))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint two actions, scroll if the new one is out of sight, and tell."""
        for place in (old, new):
            line = self._headed.line_of(place) - self.scroll_offset.y + 1
            self.refresh(Region(0, line, self.size.width, self._tall))
        self._keep_in_sight()
        self.post_message(self.Pointed(self.current))

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, max(self.size.height - 1, 1)
        line = self._headed.line_of(self.cursor)
        first = line - 1 if self._headed.heading_at(line - 1) else line
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif line + self._tall > top + height:
            self.scroll_to(y=line + self._tall - height, animate=False)

    def action_step(self, steps: int) -> None:
        """Move the cursor so many rows."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Move the cursor a screenful, less one action to keep one's place by."""
        self.cursor += pages * max((self.size.height - 1) // self._tall - 1, 1)

    def action_edge(self, edge: int) -> None:
        """Move the cursor to the first (0) or last (1) row."""
        self.cursor = edge * (len(self.ids) - 1)

    def action_open(self) -> None:
        """Ask that the action under the cursor is shown whole."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def action_choose(self) -> None:
        """Choose the action under the cursor, or let it go, and step on."""
        if self.current:
            self.chosen ^= {self.current}
            self.post_message(self.Chosen())
            self.refresh()
            self.cursor += 1

    def choose_none(self) -> None:
        """Let all chosen actions go."""
        self.choose_all(())

    def choose_all(self, actions: Iterable[str]) -> None:
        """Choose exactly these."""
        self.chosen = set(actions)
        self.refresh()
        self.post_message(self.Chosen())

    # -- the mouse and the window -------------------------------------------------------------------------------

    def place_at(self, line: int) -> int | None:
        """Give the place of the action on a line under the heading."""
        return self._headed.place_at(line - 1)

    def clicked(self, x: int, y: int, times: int) -> None:
        """Point at what is clicked; a double click opens; a heading sorts."""
        if y == 0:
            self._sort_at(x)
        else:
            super().clicked(x, y, times)

    def _sort_at(self, x: int) -> None:
        field = next((one.field for one in reversed(self.lines.columns) if one.left <= x), "")
        if field:
            self.post_message(self.SortAsked("mark" if field == "state" else field))

    def on_resize(self) -> None:
        """Choose columns anew."""
        self._fit()
        self._keep_in_sight()
