"""The line where a filter is typed: it tells each change at once, shows how it can go on, and what it cannot read.

FilterLine
├── FilterField    the filter, with the likely rest of the word as a ghost behind the cursor
└── #filter-says   what may stand there while it is typed, or what was not understood
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Static

from followup.tui.widgets.columns import fitted
from followup.tui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from followup.phrases.book import Phrases
    from followup.tui.completing import Completion

    Complete = Callable[[str], Completion]

_BETWEEN = "  "


class Ghost(Suggester):
    """The likely rest of what is typed; what may follow depends on the plan, so nothing is kept."""

    def __init__(self, complete: Complete) -> None:
        """Ask this for it."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Give the line with its last word completed."""
        return self._complete(value).ghost or None


class FilterField(Field):
    """The field itself; its keys are told in the user's words."""

    BINDINGS = [
        Binding("enter,down", "leave", "tui.key.to_list", id="filter.leave", key_display="Enter"),
        Binding("tab", "complete", "tui.key.complete", tooltip="tui.tip.complete_filter", id="filter.complete"),
    ]

    class Left(Message):
        """Away from the field; the filter stays."""

    def action_leave(self) -> None:
        """Ask to go to the list."""
        self.post_message(self.Left())

    def action_complete(self) -> None:
        """Take the ghost; where there is none, go on to the list as tab does elsewhere."""
        before = self.value
        self.cursor_position = len(before)
        self.action_cursor_right()
        if self.value == before:
            self.action_leave()


class Choices(Static):
    """What may stand in the field, as many as fit on the line; one that is clicked is taken."""

    class Clicked(Message):
        """One of them was clicked."""

        def __init__(self, line: str) -> None:
            """Carry the filter with it in its place."""
            super().__init__()
            self.line = line

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__("", id="filter-says", markup=False)
        self._spots: list[tuple[int, int, str]] = []

    def say(self, sentence: str) -> None:
        """Say a sentence instead."""
        self._spots = []
        self.update(Content(sentence))

    def offer(self, completion: Completion, width: int) -> None:
        """Offer these in so many cells."""
        words = [" ".join(one.split()) for one in completion.choices]
        self._spots, left = [], 0
        for word, line in zip(words, completion.lines, strict=True):
            self._spots.append((left, left + cell_len(word), line))
            left += cell_len(word) + len(_BETWEEN)
        self.update(Content(fitted(_BETWEEN.join(words), max(width, 1)).rstrip()))

    def on_click(self, event: events.Click) -> None:
        """Take what is clicked."""
        event.stop()
        at = event.get_content_offset(self)
        line = next((line for left, right, line in self._spots if at and left <= at.x < right), "")
        if line:
            self.post_message(self.Clicked(line))


class FilterLine(Vertical):
    """A field, and a line beneath it for what may be written and for what was not understood."""

    DEFAULT_CSS = """
    FilterLine { height: auto; background: $surface; padding: 0 1; border-left: wide $primary; }
    FilterLine Input { background: $surface; width: 100%; }
    FilterLine Input > .input--suggestion { color: $foreground 72%; }
    FilterLine #filter-says { color: $foreground 72%; height: auto; padding: 0 1; }
    FilterLine.troubled #filter-says { color: $text-warning; }
    """
    BINDINGS = [Binding("escape", "clear", "tui.key.clear_filter", id="filter.clear")]

    class Typed(Message):
        """The filter is another; "" shows everything."""

        def __init__(self, text: str) -> None:
            """Carry the text."""
            super().__init__()
            self.text = text

    class Left(Message):
        """Back to the list; the filter stays."""

    def __init__(self, phrases: Phrases, text: str, complete: Complete, **rest: Any) -> None:  # noqa: ANN401 - what every widget takes
        """Begin with this text; `complete` says how a text can go on."""
        super().__init__(**rest)
        self._phrases = phrases
        self._text = text
        self._complete = complete
        self._trouble, self._is_last = "", False

    def compose(self) -> ComposeResult:
        """The field above, what is said of it below."""
        hint = self._phrases("tui.filter.hint")
        field = FilterField(self._text, placeholder=hint, id="filter", compact=True, suggester=Ghost(self._complete))
        field.cursor_blink = False
        yield field
        yield Choices()

    @property
    def _field(self) -> FilterField:
        return self.query_one(FilterField)

    def on_mount(self) -> None:
        """Say what can be written."""
        self._say()

    def on_resize(self) -> None:
        """Say it in as many words as fit."""
        self._say()

    def on_descendant_focus(self) -> None:
        """Say what can be written."""
        self._say()

    def on_descendant_blur(self) -> None:
        """Say what is wrong with it, if anything is."""
        self._say()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed, as it is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_filter_field_left(self, event: FilterField.Left) -> None:
        """Go to the list with the filter in force."""
        event.stop()
        self.post_message(self.Left())

    def complain(self, sentence: str, part: str = "") -> None:
        """Say what could not be read, and which part it is; "" is silent. A word half typed is no mistake yet."""
        self._trouble, self._is_last = sentence, bool(part) and self._field.value.rstrip().endswith(part)
        self._say()

    def _say(self) -> None:
        field = self._field
        says = self.query_one(Choices)
        completion = self._complete(field.value) if field.has_focus else None
        troubled = bool(self._trouble) and not (self._is_last and completion and completion.choices)
        self.set_class(troubled, "troubled")
        says.display = troubled or completion is not None
        if troubled or completion is None:
            says.say(self._trouble)
        else:
            says.offer(completion, self.size.width - 4)

    def on_choices_clicked(self, event: Choices.Clicked) -> None:
        """Let what was clicked stand in the field."""
        event.stop()
        self.write(event.line)
        self.take()

    @property
    def text(self) -> str:
        """Give what stands in the line, understood or not."""
        return self._field.value

    def write(self, text: str) -> None:
        """Let another filter stand here."""
        self._field.value = text
        self._field.cursor_position = len(text)

    def take(self) -> None:
        """Let the keyboard write here."""
        self._field.focus()

    def action_clear(self) -> None:
        """Empty the filter and go back to the list."""
        self.write("")
        self.post_message(self.Typed(""))
        self.post_message(self.Left())
