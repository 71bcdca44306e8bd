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

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from followup.tui.arranging import Arrangement, Asked, arrangement, asked_of, searched_of
from followup.tui.rooms.work import WorkRoom
from followup.tui.summary import Counted, headline
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.card_pane import CardPane

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class RegisterRoom(WorkRoom):
    """Every action in one list."""

    name_key = "tui.room.register"
    BINDINGS = [
        Binding("slash", "filter", "tui.key.filter", tooltip="tui.tip.filter", id="register.filter", key_display="/"),
        Binding("s", "sort", "tui.key.sort", tooltip="tui.tip.sort", id="register.sort"),
        Binding("S", "reverse", "tui.key.reverse", show=False, id="register.reverse"),
        Binding("v", "group", "tui.key.group", tooltip="tui.tip.group", show=False, id="register.group"),
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
        self._asked = Asked()
        self._query: Query | None = None
        self._searched: Searched | None = None
        self._counted: Counted | None = None
        self._counted_view: View | None = None
        self._shows_history = False
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """Headline, list and card; the filter line comes when it is asked for."""
        yield Static(id="headline", classes="headline")
        if self._asked.text:
            from followup.tui.widgets.filter_line import FilterLine

            yield FilterLine(self.phrases, self._asked.text)
        with Container(id="floor"):
            yield ActionList(self.phrases, id="actions")
            yield CardPane(self.phrases, id="card")
        yield Static(classes="empty", id="empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer nothing to do with actions where there is none."""
        needs_one = action in {"ask", "filter", "sort", "reverse", "group", "history", "turn", "choose_all"}
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
        asked = self._asked
        recount = self._counted_view is not view
        work = partial(arrangement, view, asked, self._query, self._searched, self.phrases, recount=recount)
        if len(view.snapshot.actions) <= AT_ONCE:
            self._take(work())
        else:
            if not self._list.ids:
                self._list.show(view, list(view.snapshot.actions))
            self.run_worker(lambda: self._tell(work()), thread=True, exclusive=True, group="arrange")

    def _ask(self, **changed: Any) -> None:  # noqa: ANN401 - the fields of what is asked for
        self._asked = replace(self._asked, **changed)
        self._arrange()

    def kept(self) -> dict[str, Any]:
        """Give what is asked for, to be remembered."""
        return self._asked.kept()

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Ask for what was remembered."""
        self._asked = asked_of(kept)
        if self._asked.text:
            from followup.domain.query import parse

            self._query = parse(self._asked.text)

    def _tell(self, made: Arrangement) -> None:
        self.post_message(self.Arranged(made))

    def on_register_room_arranged(self, event: Arranged) -> None:
        """Take what the thread made, unless something else has been asked for since."""
        event.stop()
        made = event.arrangement
        if made.view is self.view and made.asked == self._asked:
            self._take(made)

    def _take(self, made: Arrangement) -> None:
        self._searched = made.searched or self._searched
        if made.counted is not None:
            self._counted, self._counted_view = made.counted, made.view
        self._list.sort, self._list.reverse = self._asked.sort, self._asked.reverse
        self._list.show(made.view, made.ids, made.breaks)
        if self._wanted:
            self._list.point_at(self._wanted)
            self._wanted = ""
        self._say_headline(made.view, len(made.ids))
        self._say_empty(made.view, len(made.ids))

    def _say_headline(self, view: View, shown: int) -> None:
        facts = (self._asked.text, self._asked.sort, self._asked.reverse, len(self._list.chosen))
        said = headline(self.phrases, self._counted, view, shown, facts, self.size.width - 2)
        self.query_one("#headline", Static).update(said)

    def _say_empty(self, view: View, shown: int) -> None:
        self.set_class(shown == 0, "bare")
        self.set_class(view.total == 0, "greets")
        self.refresh_bindings()
        if shown == 0:
            without = "tui.empty_list.no_actions" if view.snapshot.plans else "tui.empty_list.greeting"
            key = "tui.empty_list.filtered" if view.total else without
            said = self.phrases(key, text=self._asked.text) if view.total else self.phrases(key)
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
        line = found.first() if found else FilterLine(self.phrases, self._asked.text)
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
        self._ask(text=event.text.strip())

    def on_filter_line_left(self, event: FilterLine.Left) -> None:
        """Back to the list; an empty filter line goes away."""
        from followup.tui.widgets.filter_line import FilterLine

        event.stop()
        self._list.focus()
        if not self._asked.text:
            self.query(FilterLine).remove()

    def action_sort(self) -> None:
        """Sort by the next column."""
        from followup.tui.ordering import SORTS

        self._sort_by(SORTS[(SORTS.index(self._asked.sort) + 1) % len(SORTS)])

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
        self._ask(group=group)

    def action_reverse(self) -> None:
        """Turn the order around."""
        self._ask(reverse=not self._asked.reverse)

    def on_action_list_sort_asked(self, event: ActionList.SortAsked) -> None:
        """Sort by the heading clicked; the same again turns it around."""
        event.stop()
        if event.field == self._asked.sort:
            self.action_reverse()
        else:
            self._sort_by(event.field)

    def _sort_by(self, field: str) -> None:
        self._ask(sort=field, reverse=False)

    def pointed(self) -> str:
        """Give the action (id) under the cursor."""
        return self._list.current

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
        if self._asked.text:
            self._clear_filter()
        self._arrange()
        self._list.action_open()

    def leave(self) -> bool:
        """Close the card, empty the filter, let the chosen go: one at a time."""
        if self.has_class("opened"):
            self._close_card()
        elif self._asked.text:
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

        lines = self.query(FilterLine)
        if lines:
            lines.first().action_clear()
        else:
            self._query = None
            self._ask(text="")

    def action_back(self) -> None:
        """One step back."""
        self.leave()
