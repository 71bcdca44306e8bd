"""Actions as lines of the screen: columns that fit, tones, the look of the one pointed at; each line is made once.

It knows what an action says and how wide the screen is, and nothing of cursors, keys or the mouse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from followup.present.rows import action_row
from followup.present.tone import Tone
from followup.tui.widgets.action_words import two_lines, worded
from followup.tui.widgets.columns import EDGE, SIGN, Cells, Column, columns_for, fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from followup.phrases.book import Phrases
    from followup.present.rows import ActionRow
    from followup.tui.view import View

LEAST_MORE = 8
"""So few cells are not worth beginning to say more in."""
PLAIN = Style.null()


@dataclass(frozen=True, slots=True)
class Look:
    """How an action is looked at: `cursor` is "cursor", "cursor-away" or "", and whether it is chosen."""

    cursor: str = ""
    chosen: bool = False


class ActionLines:
    """Makes the lines of one list."""

    def __init__(self, phrases: Phrases, style: Callable[..., Style], ground: Callable[[], Style]) -> None:
        """Speak in these phrases; `style` gives the style of a component class, `ground` that of the list itself."""
        self._phrases, self._component, self._ground = phrases, style, ground
        self._cells = Cells(phrases)
        self._view: View | None = None
        self._rows: dict[str, ActionRow] = {}
        self._made_lines: dict[tuple[str, Look], tuple[Strip, ...]] = {}
        self._styles: dict[tuple[str, bool], Style] = {}
        self._label = 4
        self._width, self._hidden, self._tall = 0, frozenset[str](), 1
        self.columns: tuple[Column, ...] = ()

    def show(self, view: View) -> None:
        """Say what this view says from here on."""
        if self._view is not view:
            self._rows.clear()
            self._label = _label_width(view)
        self._view = view
        self.fit(self._width, self._hidden, self._tall)

    def fit(self, width: int, hidden: Collection[str], tall: int) -> None:
        """Fit so many cells, leave these columns (fields) out, and give each action so many lines."""
        self._width, self._hidden, self._tall = width, frozenset(hidden), tall
        self.columns = self._columns_without(hidden)
        self._made_lines.clear()

    def restyle(self) -> None:
        """Take the styles of another theme."""
        self._styles.clear()
        self._made_lines.clear()

    def fields_fitting(self, hidden: Collection[str]) -> set[str]:
        """Give the columns (fields) that there is room for when these are left out."""
        found = {column.field for column in self._columns_without(hidden)}
        return found | {"status", "mark"} if "state" in found else found

    def _columns_without(self, hidden: Collection[str]) -> tuple[Column, ...]:
        return columns_for(self._width, self._label, self._cells.widths, hidden)

    # -- lines --------------------------------------------------------------------------------------------------

    def blank(self) -> Strip:
        """Give a line with nothing on it."""
        return Strip.blank(self._width, self._ground())

    def heading(self, sort: str, *, reverse: bool) -> Strip:
        """Give the names of the columns, with an arrow at the one that decides the order."""
        style = self._style("heading")
        segments = [Segment(" " * (EDGE + SIGN), style)]
        for column in self.columns:
            name = self._phrases(f"tui.heading{'_short' if column.is_short else ''}.{column.field}")
            sorted_by = sort == column.field or (column.field == "state" and sort in {"mark", "status"})
            arrow = (" ▼" if reverse else " ▲") if sorted_by else ""
            said = fitted(name, column.width - 2).rstrip() + arrow if arrow else name
            marked = style + Style(underline=bool(arrow))
            segments.append(Segment(fitted(said, column.width) + " " * column.gap, marked))
        return Strip(segments).adjust_cell_length(self._width, style)

    def group(self, words: str) -> Strip:
        """Give the heading of a group."""
        style = self._style("group")
        said = fitted(words, max(self._width - 2, 1))
        return Strip([Segment(f" {said}", style)]).adjust_cell_length(self._width, style)

    def of(self, action: str, look: Look) -> tuple[Strip, ...]:
        """Give the lines of an action."""
        lines = self._made_lines.get((action, look))
        if lines is None:
            lines = self._made_lines[action, look] = self._made(action, look)
        return lines

    def _made(self, action: str, look: Look) -> tuple[Strip, ...]:
        view = self._view
        if view is None:
            return (self.blank(),) * self._tall
        row = self._row(view, action)
        ground = self._style(look.cursor) if look.cursor else self._ground()
        toned = ground if look.cursor == "cursor" else ground + self._tone_style(row.tone)
        styles = ground, toned, toned if row.tone is Tone.DONE else ground
        if self._tall == 1:
            return (self._first(view, row, look, styles),)
        text = next(column for column in self.columns if column.field == "text")
        row, rest, more = two_lines(row, text.width)
        return self._first(view, row, look, styles), self._second(rest, more, look, styles)

    def _row(self, view: View, action: str) -> ActionRow:
        if action not in self._rows:
            self._rows[action] = action_row(view.snapshot, view.snapshot.actions[action], view.today, self._phrases)
        return self._rows[action]

    def _first(self, view: View, row: ActionRow, look: Look, styles: tuple[Style, Style, Style]) -> Strip:
        ground, toned, quiet = styles
        edge = ground + self._style("chosen", part=True) if look == Look(chosen=True) else ground
        bar = "▌" if look.cursor else "■" if look.chosen else " "
        sign = "■" if look.cursor and look.chosen else row.tone_symbol
        segments = [Segment(bar, edge), Segment(f"{sign} ", toned)]
        for column in self.columns:
            style = toned if self._cells.is_urgent(row, column) else quiet
            said = worded(view, row, column, self._phrases)
            segments.append(Segment(self._cells.of(said, column) + " " * column.gap, style))
        return Strip(segments).adjust_cell_length(self._width, ground)

    def _second(self, rest: str, more: str, look: Look, styles: tuple[Style, Style, Style]) -> Strip:
        """Give the line under an action's first: the rest of its text, and more about it said more quietly."""
        ground, _, text = styles
        left = next(column.left for column in self.columns if column.field == "text")
        room = max(self._width - left - 1, 1)
        rest = fitted(rest, room) if cell_len(rest) > room else rest
        more = f" {more}" if rest and more else more
        after = room - cell_len(rest)
        more = fitted(more, after) if after > LEAST_MORE else ""
        faint = ground if look.cursor else ground + Style(color=self._style("quiet").color)
        segments = [Segment(("▌" if look.cursor else " ") + " " * (left - 1), ground)]
        segments += [Segment(rest, text), Segment(more, faint)]
        return Strip(segments).adjust_cell_length(self._width, ground)

    # -- styles -------------------------------------------------------------------------------------------------

    def _tone_style(self, tone: Tone) -> Style:
        if tone is Tone.CALM:
            return PLAIN
        whole = self._style(str(tone))
        return whole.without_color + Style(color=whole.color)  # no ground of its own: it is mixed with the line's

    def _style(self, name: str, *, part: bool = False) -> Style:
        style = self._styles.get((name, part))
        if style is None:
            style = self._styles[name, part] = self._component(f"list--{name}", partial=part)
        return style


def _label_width(view: View) -> int:
    several = len(view.snapshot.plans) > 1
    keys = max((len(plan.key) + 1 for plan in view.snapshot.plans.values()), default=0) if several else 0
    longest = max((len(action.label) for action in view.snapshot.actions.values()), default=2)
    return min(max(keys + longest, 3), 14)
