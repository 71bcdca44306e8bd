"""The list of actions: only the lines in sight are ever made, so a hundred thousand scroll like thirteen.

The cursor is an action, not a row number: it stays where it is when the data, the order or the filter change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup.present.rows import action_row
from followup.present.tone import Tone
from followup.tui.widgets.action_words import two_lines, worded
from followup.tui.widgets.columns import EDGE, SIGN, Cells, Column, columns_for, fitted
from followup.tui.widgets.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from rich.style import Style
    from textual import events

    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow
    from followup.tui.view import View

LEAST_MORE = 8
"""So few cells are not worth beginning to say more in."""


class ActionList(ScrollView, can_focus=True):
    """Actions on a line each, or on two, under a heading that stays; posts what is pointed at, opened, sorted by."""

    DEFAULT_CLASSES = "action-list"
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
        Binding("down,j", "step(1)", "tui.key.down", show=False, id="list.down"),
        Binding("up,k", "step(-1)", "tui.key.up", show=False, id="list.up"),
        Binding("pagedown,ctrl+d", "page(1)", "tui.key.page_down", show=False, id="list.page_down"),
        Binding("pageup,ctrl+u", "page(-1)", "tui.key.page_up", show=False, id="list.page_up"),
        Binding("home,g", "edge(0)", "tui.key.first", show=False, id="list.first"),
        Binding("end,G", "edge(1)", "tui.key.last", show=False, id="list.last"),
        Binding("enter,right", "open", "tui.key.open", key_display="Enter", id="list.open"),
        Binding("space", "choose", "tui.key.choose", show=False, id="list.choose"),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)

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
        self._phrases = phrases
        self._cells = Cells(phrases)
        self._view: View | None = None
        self._rows: dict[str, ActionRow] = {}
        self._lines: dict[tuple[str, str], tuple[Strip, ...]] = {}
        self._styles: dict[tuple[str, bool], Style] = {}
        self._columns: tuple[Column, ...] = ()
        self._label = 4

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
        if self._view is not view:
            self._rows.clear()
            self._label = self._label_width(view)
        self._view, self.ids, self._breaks = view, ids, breaks
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
        self._forget_lines()
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

    def fields_fitting(self, hidden: Collection[str]) -> set[str]:
        """Give the columns (fields) that there is room for when these are left out."""
        columns = columns_for(self.size.width, self._label, self._cells.widths, hidden)
        found = {column.field for column in columns}
        return found | {"status", "mark"} if "state" in found else found

    def _place_of(self, action: str) -> int:
        try:
            return self.ids.index(action)
        except ValueError:
            return max(min(self.cursor, len(self.ids) - 1), 0)

    def _label_width(self, view: View) -> int:
        several = len(view.snapshot.plans) > 1
        keys = max((len(plan.key) + 1 for plan in view.snapshot.plans.values()), default=0) if several else 0
        longest = max((len(action.label) for action in view.snapshot.actions.values()), default=2)
        return min(max(keys + longest, 3), 14)

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
        width = self.size.width
        self._columns = self._columns or columns_for(width, self._label, self._cells.widths, self._hidden)
        if y == 0:
            return self._heading().adjust_cell_length(width, self._style("heading"))
        line = self.scroll_offset.y + y - 1
        place = self._headed.place_at(line)
        if heading := self._headed.heading_at(line):
            return self._group(heading)
        if place is None or self._view is None:
            return Strip.blank(width, self.rich_style)
        return self._lines_of(self.ids[place], place == self.cursor)[self._headed.part_at(line)]

    def _group(self, words: str) -> Strip:
        style = self._style("group")
        said = fitted(words, max(self.size.width - 2, 1))
        return Strip([Segment(f" {said}", style)]).adjust_cell_length(self.size.width, style)

    def _heading(self) -> Strip:
        style = self._style("heading")
        segments = [Segment(" " * (EDGE + SIGN), style)]
        for column in self._columns:
            name = self._phrases(f"tui.heading{'_short' if column.is_short else ''}.{column.field}")
            sorted_by = self.sort == column.field or (column.field == "state" and self.sort in {"mark", "status"})
            arrow = (" ▼" if self.reverse else " ▲") if sorted_by else ""
            said = fitted(name, column.width - 2).rstrip() + arrow if arrow else name
            segments.append(Segment(fitted(said, column.width) + " " * column.gap, style + self._bold(bool(arrow))))
        return Strip(segments)

    def _bold(self, bold: bool) -> Style:  # noqa: FBT001 - a yes or no about one cell
        from rich.style import Style

        return Style(underline=bold)

    def _lines_of(self, action: str, is_current: bool) -> tuple[Strip, ...]:  # noqa: FBT001 - which of two looks
        look = ("cursor" if self.has_focus else "cursor-away") if is_current else ""
        look += "+" if action in self.chosen else ""
        lines = self._lines.get((action, look))
        if lines is None:
            lines = self._lines[action, look] = self._made(self._row(action), look)
        return lines

    def _row(self, action: str) -> ActionRow:
        if action not in self._rows and self._view is not None:
            view = self._view
            row = action_row(view.snapshot, view.snapshot.actions[action], view.today, self._phrases)
            self._rows[action] = row
        return self._rows[action]

    def _made(self, row: ActionRow, look: str) -> tuple[Strip, ...]:
        ground = self._style(look.rstrip("+")) if look.rstrip("+") else self.rich_style
        toned = ground if look.startswith("cursor") and self.has_focus else ground + self._tone_style(row.tone)
        quiet = toned if row.tone is Tone.DONE else ground
        if self._tall == 1:
            return (self._first(row, look, (ground, toned, quiet)),)
        text = next(column for column in self._columns if column.field == "text")
        row, rest, more = two_lines(row, text.width)
        return self._first(row, look, (ground, toned, quiet)), self._second(rest, more, look, ground, quiet)

    def _first(self, row: ActionRow, look: str, styles: tuple[Style, Style, Style]) -> Strip:
        ground, toned, quiet = styles
        bar = "▌" if look.startswith("cursor") else "■" if look else " "
        segments = [Segment(bar, ground + self._style("chosen", part=True) if look == "+" else ground)]
        segments.append(Segment(("■" if look.endswith("+") and look != "+" else row.tone_symbol) + " ", toned))
        for column in self._columns:
            style = toned if self._cells.is_urgent(row, column) else quiet
            said = worded(self._view, row, column, self._phrases) if self._view else row
            segments.append(Segment(self._cells.of(said, column) + " " * column.gap, style))
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _second(self, rest: str, more: str, look: str, ground: Style, text: Style) -> Strip:
        """Give the line under an action's first: the rest of its text, and more about it said more quietly."""
        left = next(column.left for column in self._columns if column.field == "text")
        room = max(self.size.width - left - 1, 1)
        rest = fitted(rest, room) if cell_len(rest) > room else rest
        more = f" {more}" if rest and more else more
        after = room - cell_len(rest)
        more = fitted(more, after) if after > LEAST_MORE else ""
        faint = ground if look.startswith("cursor") else ground + self._colour(self._style("quiet"))
        bar = "▌" if look.startswith("cursor") else " "
        segments = [Segment(bar + " " * (left - 1), ground), Segment(rest, text), Segment(more, faint)]
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _tone_style(self, tone: Tone) -> Style:
        if tone is Tone.CALM:
            return self._blank()
        whole = self._style(str(tone))
        return whole.without_color + self._colour(whole)

    def _colour(self, style: Style) -> Style:
        """Give the style's own colour only, mixed with the ground where it is half clear."""
        from rich.style import Style

        return Style(color=style.color)

    def _style(self, name: str, *, part: bool = False) -> Style:
        style = self._styles.get((name, part))
        if style is None:
            style = self._styles[name, part] = self.get_component_rich_style(f"list--{name}", partial=part)
        return style

    def _blank(self) -> Style:
        from rich.style import Style

        return Style.null()

    def _forget_lines(self) -> None:
        self._lines.clear()
        self._columns = ()
        self.refresh()

    def notify_style_update(self) -> None:
        """A theme has changed: every line is another."""
        super().notify_style_update()
        self._styles.clear()
        self._forget_lines()

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
            self._forget_lines()
            self.cursor += 1

    def choose_none(self) -> None:
        """Let all chosen actions go."""
        self.choose_all(())

    def choose_all(self, actions: Iterable[str]) -> None:
        """Choose exactly these."""
        self.chosen = set(actions)
        self._forget_lines()
        self.post_message(self.Chosen())

    # -- the mouse and the window -------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Point at what is clicked; a double click opens; a heading sorts."""
        if event.y == 0:
            self._sort_at(event.x)
            return
        place = self._headed.place_at(self.scroll_offset.y + event.y - 1)
        if place is not None:
            self.cursor = place
            if event.chain == 2:
                self.action_open()

    def _sort_at(self, x: int) -> None:
        field = next((one.field for one in reversed(self._columns) if one.left <= x), "")
        if field:
            self.post_message(self.SortAsked("mark" if field == "state" else field))

    def on_resize(self) -> None:
        """Choose columns anew."""
        self._forget_lines()
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Show the cursor as the place where keys go."""
        self._lines.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as a place to come back to."""
        self._lines.clear()
        self.refresh()
