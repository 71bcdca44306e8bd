"""A thing told field by field: labels, texts that wrap, and how each was understood; the cursor walks over the fields.

Only the lines in sight are painted. A field is told apart by its key, so the cursor stays on it when the texts change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from followup.tui.clean import clean
from followup.tui.widgets.columns import fitted
from followup.tui.widgets.cursor_list import MOVING, CursorList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LABEL = 20
"""The widest that the column of labels becomes, in cells."""
_WIDEST = 104


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field: its key ("" leads nowhere), its label, what stands there, and how that is understood.

    `tone` is "late", "soon", "done", "quiet" or "".
    """

    key: str
    label: str
    text: str = ""
    reading: str = ""
    tone: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Painted:
    """One line of the screen: which field it belongs to, its label, its words, and their look."""

    place: int
    label: str
    words: str
    look: str


class FieldList(CursorList):
    """Fields one under another; posts what is pointed at and opened."""

    DEFAULT_CSS = """
    FieldList {
        height: 1fr; width: 1fr; background: $background; color: $foreground; overflow-x: hidden;
        scrollbar-gutter: stable; scrollbar-size-vertical: 1; scrollbar-color: $foreground 25%;
        scrollbar-color-hover: $foreground 40%; scrollbar-background: $background;
    }
    FieldList > .fields--label { color: $foreground 72%; background: $background; }
    FieldList > .fields--heading { color: $text-primary; background: $background; text-style: bold; }
    FieldList > .fields--reading { color: $text-success; background: $background; }
    FieldList > .fields--cursor { color: auto; background: $block-cursor-background; }
    FieldList > .fields--cursor-away { color: $foreground; background: $background; }
    FieldList > .fields--late { color: $text-error; text-style: bold; }
    FieldList > .fields--soon { color: $text-warning; text-style: bold; }
    FieldList > .fields--done { color: $text-success; }
    FieldList > .fields--quiet { color: $foreground 72%; }
    """
    COMPONENT_CLASSES = {
        "fields--label",
        "fields--heading",
        "fields--reading",
        "fields--cursor",
        "fields--cursor-away",
        "fields--late",
        "fields--soon",
        "fields--done",
        "fields--quiet",
    }
    BINDINGS = [
        *MOVING,
        Binding("enter,right", "open", "tui.key.change", key_display="Enter", id="fields.open"),
    ]

    class Opened(Message):
        """A field is to be changed."""

        def __init__(self, key: str) -> None:
            """Name the field."""
            super().__init__()
            self.key = key

    def __init__(self, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Begin empty."""
        super().__init__(**rest)
        self.fields: Sequence[FieldLine] = ()
        self._whose = ""
        self._painted: list[_Painted] = []
        self._label = 0

    @property
    def current(self) -> str:
        """The key of the field under the cursor, "" when there is none."""
        return self.fields[self.cursor].key if self.cursor < len(self.fields) else ""

    def show(self, fields: Sequence[FieldLine], whose: str) -> None:
        """Show these fields; another thing (`whose`) begins at the top, the same keeps its cursor."""
        kept = self.current if whose == self._whose else ""
        self.fields, self._whose = fields, whose
        places = [n for n, one in enumerate(fields) if one.key]
        same = next((n for n in places if fields[n].key == kept), None)
        self.set_reactive(FieldList.cursor, same if same is not None else next(iter(places), 0))
        self._lay_out()
        if same is None:
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh_bindings()

    # -- lines --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        width = min(self.size.width, _WIDEST)
        self._label = min(max((cell_len(one.label) for one in self.fields if not one.heading), default=0), _LABEL)
        self._label = min(self._label, max(width // 3, 8))
        self._painted = [line for place, one in enumerate(self.fields) for line in self._lines(place, one, width)]
        self.virtual_size = Size(0, len(self._painted))
        self.refresh()

    def _lines(self, place: int, one: FieldLine, width: int) -> Iterator[_Painted]:
        if one.heading:
            if place:
                yield _Painted(place, "", "", "")
            yield from (_Painted(place, "", words, "heading") for words in _wrapped(one.label, width - 4))
            return
        room = max(width - self._label - 5, 8)
        said = [(words, one.tone) for words in _wrapped(one.text, room)]
        said += [(words, "reading") for words in _wrapped(one.reading, room) if one.reading]
        for number, (words, look) in enumerate(said or [("", "")]):
            yield _Painted(place, one.label if number == 0 else "", words, look)

    def render_line(self, y: int) -> Strip:
        """Give one line of the screen."""
        place = self.scroll_offset.y + y
        if place >= len(self._painted):
            return Strip.blank(self.size.width, self.rich_style)
        line = self._painted[place]
        here = line.place == self.cursor and bool(self.fields[line.place].key)
        ground = self._style(self.cursor_look) if here else self.rich_style
        if line.look == "heading":
            return self._strip([Segment(f" {line.words}", self._style("heading"))], self.rich_style)
        plain = here and self.has_focus
        label = ground if plain else ground + self._colour("label")
        words = ground if plain or not line.look else ground + self._colour(line.look)
        bar = Segment("▌" if here else " ", ground)
        return self._strip(
            [bar, Segment(fitted(line.label, self._label) + "  ", label), Segment(line.words, words)], ground
        )

    def _strip(self, segments: list[Segment], ground: Style) -> Strip:
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"fields--{name}")

    def _colour(self, name: str) -> Style:
        whole = self._style(name)
        return Style(color=whole.color, bold=whole.bold)

    # -- moving -------------------------------------------------------------------------------------------------

    def watch_cursor(self) -> None:
        """Repaint, and keep the field in sight."""
        self.refresh()
        self._keep_in_sight()
        self.refresh_bindings()

    def _keep_in_sight(self) -> None:
        lines = [n for n, one in enumerate(self._painted) if one.place == self.cursor]
        if not lines:
            return
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        if lines[0] < top or lines[-1] - lines[0] >= height:
            self.scroll_to(y=max(lines[0] - 1, 0), animate=False)
        elif lines[-1] >= top + height:
            self.scroll_to(y=lines[-1] - height + 1, animate=False)

    def action_step(self, steps: int) -> None:
        """Move to the next field that leads somewhere; past the last one, scroll."""
        way = range(self.cursor + 1, len(self.fields)) if steps > 0 else range(self.cursor - 1, -1, -1)
        place = next((n for n in way if self.fields[n].key), None)
        if place is None:
            self.scroll_relative(y=3 * steps, animate=False)
        else:
            self.cursor = place

    def action_page(self, pages: int) -> None:
        """Scroll a screenful."""
        self.scroll_relative(y=pages * max(self.size.height - 2, 1), animate=False)

    def action_edge(self, edge: int) -> None:
        """Go to the first (0) or last (1) field."""
        places = [n for n, one in enumerate(self.fields) if one.key]
        if places:
            self.cursor = places[-edge]
        self.scroll_to(y=edge * len(self._painted), animate=False)

    def action_open(self) -> None:
        """Ask that the field under the cursor is changed."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def place_at(self, line: int) -> int | None:
        """Give the field on a line; headings and what only stands there lead nowhere."""
        place = self._painted[line].place if line < len(self._painted) else None
        return place if place is not None and self.fields[place].key else None

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()


def _wrapped(text: str, width: int) -> list[str]:
    """Give the text in lines of at most so many cells; a line break that was written stays."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        said = clean(paragraph.replace("\t", " "))
        lines += [part.plain.rstrip() for part in Content(said).wrap(max(width, 4))] if said.strip() else [""]
    return lines
