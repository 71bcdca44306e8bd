"""The register: every action in one list, the chosen one whole beside it, and what can be done with them.

RegisterRoom
├── headline            how the plan stands; how many are shown
├── FilterLine          made when first asked for
├── #floor
│   ├── ActionList
│   └── CardPane
└── .empty              what to do when there is nothing to show
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup.tui.rooms.work import WorkRoom
from followup.tui.summary import Counted, count, headline
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.card_pane import CardPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.domain.query import Query
    from followup.domain.searching import Searched
    from followup.phrases.book import Phrases
    from followup.present.history import Entry
    from followup.tui.view import Read, Told, View
    from followup.tui.widgets.filter_line import FilterLine

AT_ONCE = 2000
"""So many actions are filtered, sorted and counted between two frames; more are, in a thread."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What was asked for (a view, a filter, an order) and what came of it."""

    view: View
    asked: tuple[str, str, bool]
    ids: list[str]
    counted: Counted | None
    searched: Searched | None


class RegisterRoom(WorkRoom):
    """Every action in one list."""

    name_key = "tui.room.register"
    BINDINGS = [
        Binding("slash", "filter", "tui.key.filter", tooltip="tui.tip.filter", id="register.filter", key_display="/"),
        Binding("s", "sort", "tui.key.sort", tooltip="tui.tip.sort", id="register.sort"),
        Binding("S", "reverse", "tui.key.reverse", show=False, id="register.reverse"),
        Binding("l", "history", "tui.key.history", tooltip="tui.tip.history", id="action.history"),
        Binding("n,right_square_bracket", "turn(1)", "tui.key.next_action", show=False, id="action.next"),
        Binding("p,left_square_bracket", "turn(-1)", "tui.key.previous_action", show=False, id="action.previous"),
        Binding("a", "choose_all", "tui.key.choose_all", show=False, id="register.choose_all"),
        Binding("escape,left,h", "back", "tui.key.back", show=False, id="register.back"),
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
        self._text, self._sort, self._reverse = "", "", False
        self._query: Query | None = None
        self._searched: Searched | None = None
        self._counted: Counted | None = None
        self._counted_view: View | None = None
        self._shows_history = False
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """Headline, list and card; the filter line comes when it is asked for."""
        yield Static(id="headline", classes="headline")
        with Container(id="floor"):
            yield ActionList(self.phrases, id="actions")
            yield CardPane(self.phrases, id="card")
        yield Static(classes="empty", id="empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer nothing to do with actions where there is none."""
        needs_one = action in {"ask", "filter", "sort", "reverse", "history", "turn", "choose_all"}
        return not needs_one or (self.view is not None and self.view.total > 0)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def _list(self) -> ActionList:
        return self.query_one("#actions", ActionList)

    def on_mount(self) -> None:
        """Show what is already known."""
        self._arrange()

    def watch_view(self) -> None:
        """Everything again, from the new view."""
        if self.is_mounted:
            self._arrange()
            self._ask_history()

    def on_resize(self) -> None:
        """Say the headline in words that fit."""
        if self.view is not None:
            self._say_headline(self.view, len(self._list.ids))

    def watch_told(self) -> None:
        """Show the history that was asked for."""
        if self.is_mounted:
            self._show_card()

    def _arrange(self) -> None:
        view = self.view
        if view is None:
            return
        asked = (self._text, self._sort, self._reverse)
        recount = self._counted_view is not view
        work = partial(_arrangement, view, asked, self._query, self._searched, recount=recount)
        if len(view.snapshot.actions) <= AT_ONCE:
            self._take(work())
        else:
            if not self._list.ids:
                self._list.show(view, list(view.snapshot.actions))
            self.run_worker(lambda: self._tell(work()), thread=True, exclusive=True, group="arrange")

    def _tell(self, arrangement: Arrangement) -> None:
        self.post_message(self.Arranged(arrangement))

    def on_register_room_arranged(self, event: Arranged) -> None:
        """Take what the thread made, unless something else has been asked for since."""
        event.stop()
        made = event.arrangement
        if made.view is self.view and made.asked == (self._text, self._sort, self._reverse):
            self._take(made)

    def _take(self, made: Arrangement) -> None:
        self._searched = made.searched or self._searched
        if made.counted is not None:
            self._counted, self._counted_view = made.counted, made.view
        self._list.sort, self._list.reverse = self._sort, self._reverse
        self._list.show(made.view, made.ids)
        if self._wanted:
            self._list.point_at(self._wanted)
            self._wanted = ""
        self._say_headline(made.view, len(made.ids))
        self._say_empty(made.view, len(made.ids))

    def _say_headline(self, view: View, shown: int) -> None:
        facts = (self._text, self._sort, self._reverse, len(self._list.chosen))
        said = headline(self.phrases, self._counted, view, shown, facts, self.size.width - 2)
        self.query_one("#headline", Static).update(said)

    def _say_empty(self, view: View, shown: int) -> None:
        self.set_class(shown == 0, "bare")
        self.set_class(view.total == 0, "greets")
        self.refresh_bindings()
        if shown == 0:
            key = "tui.empty_list.filtered" if view.total else "tui.empty_list.greeting"
            said = self.phrases(key, text=self._text) if view.total else self.phrases(key)
            title, _, rest = said.partition("\n")
            self.query_one("#empty", Static).update(Content.assemble((title, "bold $text-primary"), "\n", rest))

    # -- the card -----------------------------------------------------------------------------------------------

    def on_action_list_pointed(self, event: ActionList.Pointed) -> None:
        """Show the action under the cursor."""
        event.stop()
        self.call_after_refresh(self._show_card)
        self._ask_history()

    def _show_card(self) -> None:
        action = self._current()
        if action is None or self.view is None:
            self.query_one(CardPane).show(None, None)
            return
        from followup.present.card import action_card

        card = action_card(self.view.snapshot, action, self.view.today, self.phrases)
        self.query_one(CardPane).show(card, self._entries(action))

    def _entries(self, action: Action) -> tuple[Entry, ...] | None:
        told: Told | None = self.told
        if not self._shows_history or told is None or told.action != action.id or self.view is None:
            return None
        from followup.present.history import entry_of

        return tuple(entry_of(self.view.snapshot, made, self.phrases) for made in told.sets)

    def _ask_history(self) -> None:
        action = self._current()
        if self._shows_history and action is not None:
            self.post_message(self.HistoryAsked(action.id))

    def _current(self) -> Action | None:
        return self.view.snapshot.actions.get(self._list.current) if self.view else None

    def on_action_list_opened(self, event: ActionList.Opened) -> None:
        """Show the action alone on the screen."""
        event.stop()
        self.add_class("opened")
        self.query_one(CardPane).focus()

    def action_history(self) -> None:
        """Show the action's history on its card, or hide it."""
        self._shows_history = not self._shows_history
        self._show_card()
        self._ask_history()
        if self._shows_history and not self.has_class("opened"):
            self._list.action_open()

    def action_turn(self, steps: int) -> None:
        """Go to the next action, or the one before, also when one fills the screen."""
        self._list.action_step(steps)

    # -- filter and order ---------------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Write in the filter line."""
        from followup.tui.widgets.filter_line import FilterLine

        self._close_card()
        if self.view is not None and len(self.view.snapshot.actions) > AT_ONCE:
            self.run_worker(partial(self._prepare, self.view), thread=True, exclusive=False)
        found = self.query(FilterLine)
        line = found.first() if found else FilterLine(self.phrases, self._text)
        if not found:
            await self.mount(line, before="#floor")
        line.take()

    def _prepare(self, view: View) -> None:
        """Make ready what is searched, in a thread, while the first letter is typed."""
        searched = searched_of(view, self._searched)
        searched.prepare()
        if view is self.view:
            self._searched = searched

    def on_filter_line_typed(self, event: FilterLine.Typed) -> None:
        """Filter as it is typed; what cannot be read is told, and the list stands."""
        from followup.domain.query import QueryError, parse
        from followup.tui.widgets.filter_line import FilterLine

        event.stop()
        line = self.query_one(FilterLine)
        try:
            self._query = parse(event.text)
        except QueryError as error:
            line.complain(self.phrases("tui.filter.unreadable", part=error.part))
            return
        line.complain("")
        self._text = event.text.strip()
        self._arrange()

    def on_filter_line_left(self, event: FilterLine.Left) -> None:
        """Back to the list; an empty filter line goes away."""
        from followup.tui.widgets.filter_line import FilterLine

        event.stop()
        self._list.focus()
        if not self._text:
            self.query(FilterLine).remove()

    def action_sort(self) -> None:
        """Sort by the next column."""
        from followup.tui.ordering import SORTS

        self._sort_by(SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)])

    def action_reverse(self) -> None:
        """Turn the order around."""
        self._reverse = not self._reverse
        self._arrange()

    def on_action_list_sort_asked(self, event: ActionList.SortAsked) -> None:
        """Sort by the heading clicked; the same again turns it around."""
        event.stop()
        if event.field == self._sort:
            self.action_reverse()
        else:
            self._sort_by(event.field)

    def _sort_by(self, field: str) -> None:
        self._sort, self._reverse = field, False
        self._arrange()

    # -- what is done -------------------------------------------------------------------------------------------

    def meant(self) -> tuple[Action, ...]:
        """Give the chosen actions, or the one under the cursor."""
        if self.view is None:
            return ()
        if self._list.chosen:
            shown = self.view.snapshot.actions
            return tuple(shown[one] for one in shown if one in self._list.chosen)
        current = self._current()
        return (current,) if current else ()

    def on_action_list_chosen(self, event: ActionList.Chosen) -> None:
        """Say how many are chosen."""
        event.stop()
        if self.view is not None:
            self._say_headline(self.view, len(self._list.ids))

    def action_choose_all(self) -> None:
        """Choose all that are shown, or none."""
        self._list.choose_all(() if self._list.chosen else self._list.ids)

    # -- in and out ---------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Let the keyboard move in the list."""
        self.query_one(CardPane if self.has_class("opened") else ActionList).focus()

    def go_to(self, action: str) -> None:
        """Show this action whole, whatever was filtered away before."""
        self._wanted = action
        if self._text:
            self._clear_filter()
        self._arrange()
        self._list.action_open()

    def leave(self) -> bool:
        """Close the card, empty the filter, let the chosen go: one at a time."""
        if self.has_class("opened"):
            self._close_card()
        elif self._text:
            self._clear_filter()
        elif self._list.chosen:
            self._list.choose_none()
        else:
            return False
        return True

    def _close_card(self) -> None:
        if self.has_class("opened"):
            self.remove_class("opened")
            self._shows_history = False
            self._show_card()
            self._list.focus()

    def _clear_filter(self) -> None:
        from followup.tui.widgets.filter_line import FilterLine

        self.query_one(FilterLine).action_clear()

    def action_back(self) -> None:
        """One step back."""
        self.leave()


def _arrangement(
    view: View, asked: tuple[str, str, bool], query: Query | None, before: Searched | None, *, recount: bool
) -> Arrangement:
    """Filter, sort and count; the document's own order needs nothing to be searched, nor imported, for it."""
    text, sort, reverse = asked
    if not text and not sort and before is None:
        ids = list(view.snapshot.actions)
        return Arrangement(view, asked, ids[::-1] if reverse else ids, count(view) if recount else None, None)
    from followup.tui.ordering import arranged

    searched = searched_of(view, before)
    ids = arranged(searched, query, sort, reverse=reverse)
    return Arrangement(view, asked, ids, count(view, searched.standing) if recount else None, searched)


def searched_of(view: View, before: Searched | None) -> Searched:
    """Make a view ready to be searched, with what is known from before."""
    from followup.domain.searching import Searched

    known = before is not None and before.snapshot is view.snapshot and before.today == view.today
    return before if known and before is not None else Searched(view.snapshot, view.today, before)
