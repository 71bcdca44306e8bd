"""The list of actions: only the lines in sight are ever made, so a hundred thousand scroll like thirteen.

The cursor is an action, not a row number: it stays where it is when the data, the order or the filter change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from followup.domain.questions import next_round
from followup.present.dates import shortest_when_words, shortest_window_words
from followup.present.rows import action_row
from followup.present.tone import Tone
from followup.tui.widgets.columns import EDGE, SIGN, Cells, Column, columns_for, fitted
from followup.tui.widgets.headed import Headed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow
    from followup.tui.view import View


class ActionList(ScrollView, can_focus=True):
    """Actions one per line under a heading that stays; posts what is pointed at, opened and sorted by."""

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
        self._headed = Headed(0)
        self.chosen: set[str] = set()
        self.sort, self.reverse = "", False
        self._phrases = phrases
        self._cells = Cells(phrases)
        self._view: View | None = None
        self._rows: dict[str, ActionRow] = {}
        self._lines: dict[tuple[str, str], Strip] = {}
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
        self._view, self.ids, self._headed = view, ids, Headed(len(ids), breaks)
        self.chosen &= view.snapshot.actions.keys()
        self.virtual_size = Size(0, len(self._headed) + 1)
        self._forget_lines()
        place = self._place_of(current)
        if place != self.cursor:
            self.set_reactive(ActionList.cursor, place)
        self.scroll_to(y=max(self._headed.line_of(place) - above, 0), animate=False, force=True, immediate=True)
        self.call_after_refresh(self._keep_in_sight)
        self.post_message(self.Pointed(self.current))

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
        self._columns = self._columns or columns_for(width, self._label, self._cells.widths)
        if y == 0:
            return self._heading().adjust_cell_length(width, self._style("heading"))
        line = self.scroll_offset.y + y - 1
        place = self._headed.place_at(line)
        if heading := self._headed.heading_at(line):
            return self._group(heading)
        if place is None or self._view is None:
            return Strip.blank(width, self.rich_style)
        return self._line(self.ids[place], place == self.cursor)

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

    def _line(self, action: str, is_current: bool) -> Strip:  # noqa: FBT001 - which of two looks
        look = ("cursor" if self.has_focus else "cursor-away") if is_current else ""
        look += "+" if action in self.chosen else ""
        line = self._lines.get((action, look))
        if line is None:
            line = self._made(self._row(action), look)
            self._lines[action, look] = line
        return line

    def _row(self, action: str) -> ActionRow:
        if action not in self._rows and self._view is not None:
            view = self._view
            row = action_row(view.snapshot, view.snapshot.actions[action], view.today, self._phrases)
            self._rows[action] = row
        return self._rows[action]

    def _made(self, row: ActionRow, look: str) -> Strip:
        ground = self._style(look.rstrip("+")) if look.rstrip("+") else self.rich_style
        toned = ground if look.startswith("cursor") and self.has_focus else ground + self._tone_style(row.tone)
        bar = "▌" if look.startswith("cursor") else "■" if look else " "
        segments = [Segment(bar, ground + self._style("chosen", part=True) if look == "+" else ground)]
        segments.append(Segment(("■" if look.endswith("+") and look != "+" else row.tone_symbol) + " ", toned))
        quiet = toned if row.tone is Tone.DONE else ground
        for column in self._columns:
            style = toned if self._cells.is_urgent(row, column) else quiet
            segments.append(Segment(self._cells.of(self._worded(row, column), column) + " " * column.gap, style))
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _worded(self, row: ActionRow, column: Column) -> ActionRow:
        """Give the area its name, and the dates of a narrow column the words that fit there."""
        view = self._view
        if view is None or not (column.field == "area" or column.is_short):
            return row
        from dataclasses import replace

        action = view.snapshot.actions[row.id]
        if column.field == "due":
            return replace(row, due=shortest_when_words(action.due, self._phrases))
        if column.field == "next":
            coming = next_round(view.snapshot, action, view.today)
            return replace(row, next=shortest_window_words(coming.start, coming.end, self._phrases) if coming else "")
        area = view.snapshot.areas.get(action.area)
        return replace(row, area=area.name or area.code) if area else row

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
        """Repaint two lines, scroll if the new one is out of sight, and tell."""
        for place in (old, new):
            self.refresh(Region(0, self._headed.line_of(place) - self.scroll_offset.y + 1, self.size.width, 1))
        self._keep_in_sight()
        self.post_message(self.Pointed(self.current))

    def _keep_in_sight(self) -> None:
        top, height = self.scroll_offset.y, max(self.size.height - 1, 1)
        line = self._headed.line_of(self.cursor)
        first = line - 1 if self._headed.heading_at(line - 1) else line
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False)

    def action_step(self, steps: int) -> None:
        """Move the cursor so many rows."""
        self.cursor += steps

    def action_page(self, pages: int) -> None:
        """Move the cursor a screenful, less one row to keep one's place by."""
        self.cursor += pages * max(self.size.height - 2, 1)

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
