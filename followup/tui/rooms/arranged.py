"""What a room does with what is asked of its list: filter, order and headings, worked out at once or in a thread.

It decides nothing about how the list is shown; that is the room's, which is given each arrangement when it is made.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.message import Message

from followup.tui.arranging import Arrangement, Asked, arrangement, searched_of
from followup.tui.rooms.work import WorkRoom

if TYPE_CHECKING:
    from followup.domain.query import Query
    from followup.domain.searching import Searched
    from followup.phrases.book import Phrases
    from followup.tui.completing import Completion, Vocabulary
    from followup.tui.summary import Counted
    from followup.tui.view import Read, View
    from followup.tui.widgets.action_list import ActionList
    from followup.tui.widgets.filter_line import FilterLine

AT_ONCE = 2000
"""So many actions are filtered, sorted and counted between two frames; more are, in a thread."""


class ArrangedRoom(WorkRoom):
    """A room whose list can be filtered, ordered and put under headings; subclasses take what comes of it."""

    BINDINGS = [
        Binding("slash", "filter", "tui.key.filter", tooltip="tui.tip.filter", id="register.filter", key_display="/"),
        Binding("s", "sort", "tui.key.sort", tooltip="tui.tip.sort", id="register.sort"),
        Binding("S", "reverse", "tui.key.reverse", show=False, id="register.reverse"),
        Binding("v", "group", "tui.key.group", tooltip="tui.tip.group", show=False, id="register.group"),
    ]

    class Arranged(Message):
        """A thread has filtered, sorted and counted."""

        def __init__(self, arrangement: Arrangement) -> None:
            """Carry what came of it."""
            super().__init__()
            self.arrangement = arrangement

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with everything in the document's order."""
        super().__init__(phrases, read)
        self._asked = Asked()
        self._query: Query | None = None
        self._searched: Searched | None = None
        self._counted: Counted | None = None
        self._counted_view: View | None = None
        self._vocabulary: Vocabulary | None = None
        self._types = False

    # -- what subclasses give -----------------------------------------------------------------------------------

    def take(self, made: Arrangement) -> None:
        """Show what came of what was asked."""

    def glance(self, view: View) -> None:
        """Show something of a long plan until a thread has arranged it."""

    def to_list(self) -> None:
        """Let the keyboard move in the list."""

    def uncover(self) -> None:
        """Take away what hides the list."""

    # -- arranging ----------------------------------------------------------------------------------------------

    def rearrange(self) -> None:
        """Work out anew what is asked for, of the view in sight."""
        view = self.view
        if view is None:
            return
        asked = self._asked
        recount = self._counted_view is not view
        work = partial(arrangement, view, asked, self._query, self._searched, self.phrases, recount=recount)
        if len(view.snapshot.actions) <= AT_ONCE:
            self._made(work())
        else:
            self.glance(view)
            self.run_worker(lambda: self._tell(work()), thread=True, exclusive=True, group="arrange")

    def ask_for(self, **changed: Any) -> None:  # noqa: ANN401 - the fields of what is asked for
        """Ask for something else, the rest as before."""
        self._asked = replace(self._asked, **changed)
        self.rearrange()

    def ask_whole(self, asked: Asked) -> None:
        """Ask for all of this, and let the filter line say so."""
        self.remember_asked(asked)
        lines = self._filter_lines()
        if lines and asked.text:
            lines[0].write(asked.text)
        for line in [] if asked.text else lines:
            line.remove()
        if asked.text and not lines and self.is_mounted:
            self.mount(self._made_filter_line(), before="#floor")
        self.rearrange()

    def remember_asked(self, asked: Asked) -> None:
        """Ask for this from now on; nothing is worked out yet."""
        self._asked, self._query = asked, None
        if asked.text:
            from followup.domain.query import parse

            self._query = parse(asked.text)

    def _tell(self, made: Arrangement) -> None:
        self.post_message(self.Arranged(made))

    def on_arranged_room_arranged(self, event: Arranged) -> None:
        """Take what the thread made, unless something else has been asked for since."""
        event.stop()
        made = event.arrangement
        if made.view is self.view and made.asked == self._asked:
            self._made(made)

    def _made(self, made: Arrangement) -> None:
        self._searched = made.searched or self._searched
        if made.counted is not None:
            self._counted, self._counted_view = made.counted, made.view
        line = self._half_typed(made)
        if line:
            from followup.tui.completing import read_filter, without_last

            self._query, text, _ = read_filter(without_last(line))
            self.ask_for(text=text)
        else:
            self.take(made)

    def _half_typed(self, made: Arrangement) -> str:
        """Give the filter line where nothing fits its last word, which may become another; "" where it is meant."""
        if made.ids or not self._types:
            return ""
        line = next((one.text for one in self._filter_lines()), "")
        return line if line.strip() == made.asked.text and self._completion(line).ghost else ""

    # -- the filter ---------------------------------------------------------------------------------------------

    def _filter_lines(self) -> list[FilterLine]:
        from followup.tui.widgets.filter_line import FilterLine

        return list(self.query(FilterLine))

    @property
    def is_filtered(self) -> bool:
        """Say whether there is a filter to clear, in force or not understood."""
        return bool(self._asked.text) or bool(self.query("FilterLine"))

    @property
    def is_typing(self) -> bool:
        """Say whether the keyboard writes in the filter line."""
        return any(line.has_focus_within for line in self.query("FilterLine"))

    def _made_filter_line(self) -> FilterLine:
        from followup.tui.widgets.filter_line import FilterLine

        return FilterLine(self.phrases, self._asked.text, self._completion)

    async def action_filter(self) -> None:
        """Write in the filter line."""
        self.uncover()
        if self.view is not None and len(self.view.snapshot.actions) > AT_ONCE:
            self.run_worker(partial(self._prepare, self.view), thread=True, exclusive=False, description="folding")
        lines = self._filter_lines()
        line = lines[0] if lines else self._made_filter_line()
        if not lines:
            await self.mount(line, before="#floor")
        line.take()

    def _prepare(self, view: View) -> None:
        """Make ready what is searched, in a thread, while the first letter is typed."""
        searched = searched_of(view, self._searched)
        searched.prepare()
        if view is self.view:
            self._searched = searched

    def _completion(self, line: str) -> Completion:
        """Say how a filter can go on, for the plan in sight."""
        from followup.tui.completing import Completion, Vocabulary

        if self.view is None:
            return Completion()
        if self._vocabulary is None or self._vocabulary.view is not self.view:
            self._vocabulary = Vocabulary(self.view, self.phrases)
        return self._vocabulary.completion(line)

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Filter as it is typed; what cannot be read is told, and the rest of it holds."""
        event.stop()
        self._types = True
        self._read(event.text)

    def _read(self, typed: str) -> None:
        from followup.tui.completing import read_filter, trouble_words

        self._query, text, error = read_filter(typed)
        for line in self._filter_lines():
            line.complain(trouble_words(error, self.phrases) if error else "", error.part if error else "")
        if text != self._asked.text:
            self.ask_for(text=text)

    def on_filter_line_left(self, event: FilterLine.Left) -> None:
        """Back to the list; an empty filter line goes away."""
        event.stop()
        self._types = False
        self.to_list()
        for line in self._filter_lines():
            self._read(line.text)
            if not line.text.strip():
                line.remove()

    def clear_filter(self) -> None:
        """Show every action again."""
        lines = self._filter_lines()
        if lines:
            lines[0].action_clear()
        else:
            self._query = None
            self.ask_for(text="")

    # -- the order ----------------------------------------------------------------------------------------------

    def action_sort(self) -> None:
        """Sort by the next column."""
        from followup.tui.ordering import SORTS

        self._sort_by(SORTS[(SORTS.index(self._asked.sort) + 1) % len(SORTS)])

    def action_reverse(self) -> None:
        """Turn the order around."""
        self.ask_for(reverse=not self._asked.reverse)

    def on_action_list_sort_asked(self, event: ActionList.SortAsked) -> None:
        """Sort by the heading clicked; the same again turns it around."""
        event.stop()
        if event.field == self._asked.sort:
            self.action_reverse()
        else:
            self._sort_by(event.field)

    def _sort_by(self, field: str) -> None:
        self.ask_for(sort=field, reverse=False)

    def action_group(self) -> None:
        """Ask what to group by."""
        from followup.tui.dialogs.options import OptionsDialog
        from followup.tui.grouping import GROUPS

        options = tuple((one, self.phrases(f"tui.group.{one or 'none'}")) for one in GROUPS)
        titles = (self.phrases("tui.tip.group"), "")
        give = lambda chosen, _: self.group_by(chosen)  # noqa: E731 - a name would say no more
        self.post_message(
            self.DialogAsked(OptionsDialog(self.phrases, titles, options, give, chosen=self._asked.group))
        )

    def group_by(self, group: str) -> None:
        """Put the actions under headings, "" under none."""
        self.ask_for(group=group)
