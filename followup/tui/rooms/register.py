"""The register: every action in one list, the chosen one whole beside it, and what can be done with them.

RegisterRoom
├── headline            how the plan stands; how many are shown
├── FilterLine          made when first asked for
├── #floor              list and card
└── .empty              what to do when there is nothing to show
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from followup.tui.rooms.carded import CardedRoom
from followup.tui.summary import headline, whole_parts
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.columns import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.tui.arranging import Arrangement
    from followup.tui.view import View

WIDE = "  ·  "
"""Stands between the parts of the headline where there is room."""
NAME = "▤ "
"""Stands before the name of a saved view."""
NEED_ONE = frozenset(
    {"ask", "filter", "sort", "reverse", "group", "history", "turn", "choose_all", "views", "columns", "density"}
)
"""What needs an action to be done with."""
LONGEST_NAME = 24
"""Cells for the name of a view above the list."""


class RegisterRoom(CardedRoom):
    """Every action in one list."""

    name_key = "tui.room.register"
    DEFAULT_CSS = """
    RegisterRoom > .empty { height: 1fr; padding: 2 4; color: $foreground; background: $surface; display: none; }
    RegisterRoom.bare > .empty { display: block; }
    RegisterRoom.bare > #floor { height: 1; }
    RegisterRoom.bare CardPane { display: none; }
    RegisterRoom.greets > .headline, RegisterRoom.greets > #floor { display: none; }
    RegisterRoom.greets > .empty { background: $background; padding: 2 6; }
    """
    BINDINGS = [
        Binding("a", "choose_all", "tui.key.choose_all", show=False, id="register.choose_all"),
        Binding("escape,left,h", "back", "tui.key.back", id="register.back"),
    ]

    def compose(self) -> ComposeResult:
        """Headline, list and card; the filter line comes when it is asked for."""
        yield Static(id="headline", classes="headline")
        if self._asked.text:
            yield self._made_filter_line()
        yield self.floor()
        yield Static(classes="empty", id="empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer nothing to do with actions where there is none."""
        if action == "filter" and self.is_typing:
            return False
        if action == "back":
            return self.has_class("opened") or self.is_filtered or bool(self._list.chosen)
        return action not in NEED_ONE or (self.view is not None and self.view.total > 0)

    # -- what is shown ------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show what is already known, dressed as it was the last time."""
        self.dress()
        self.rearrange()

    def watch_view(self) -> None:
        """Everything again, from the new view."""
        if self.is_mounted:
            self.rearrange()
            self._ask_history()

    def on_resize(self) -> None:
        """Say the headline in words that fit."""
        if self.view is not None:
            self._say_headline(self.view, len(self._list.ids))

    def glance(self, view: View) -> None:
        """Show a long plan as it stands until a thread has arranged it."""
        if not self._list.ids:
            self._list.show(view, list(view.snapshot.actions))

    def take(self, made: Arrangement) -> None:
        """Show what came of what was asked."""
        self._list.sort, self._list.reverse = self._asked.sort, self._asked.reverse
        self._list.show(made.view, made.ids, made.breaks)
        self.point_again()
        self._say_headline(made.view, len(made.ids))
        self._say_empty(made.view, len(made.ids))

    def dress(self) -> None:
        """Show the list with the columns and the height chosen."""
        self._list.dress(self._hidden, roomy=self._roomy)

    def fitting(self, hidden: frozenset[str]) -> set[str]:
        """Give the columns (fields) that there is room for when these are left out."""
        return self._list.lines.fields_fitting(hidden)

    def say_view(self) -> None:
        """Say what the view in force is called."""
        if self.view is not None:
            self._say_headline(self.view, len(self._list.ids))

    def _say_headline(self, view: View, shown: int) -> None:
        facts = (self._asked.text, self._asked.sort, self._asked.reverse, len(self._list.chosen))
        named = self._named()
        width = self.size.width - 2 - (named.cell_length + len(WIDE) if named else 0)
        said = headline(self.phrases, self._counted, view, shown, facts, width)
        sign = WIDE if WIDE in said.plain else WIDE.replace("  ", " ")
        both = Content.assemble(named, (sign, "$foreground 72%"), whole_parts(said, width)) if named else said
        self.query_one("#headline", Static).update(both)

    def _named(self) -> Content:
        """Give the name of the view in force, nothing where there is none."""
        name = self.view_in_force()
        said = fitted(name, min(cell_len(name), LONGEST_NAME))
        return Content.styled(NAME + said, "$text-primary bold") if name else Content("")

    def _say_empty(self, view: View, shown: int) -> None:
        nothing = shown == 0 and (view.whole or not view.total)
        self.set_class(nothing, "bare")
        self.set_class(view.total == 0, "greets")
        self.refresh_bindings()
        if nothing:
            without = "tui.empty_list.no_actions" if view.snapshot.plans else "tui.empty_list.greeting"
            key = "tui.empty_list.filtered" if view.total else without
            said = self.phrases(key, text=self._asked.text) if view.total else self.phrases(key)
            title, _, rest = said.partition("\n")
            self.query_one("#empty", Static).update(Content.assemble((title, "bold $text-primary"), "\n", rest))

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
        self.refresh_bindings()

    def action_choose_all(self) -> None:
        """Choose all that are shown, or none."""
        self._list.choose_all(() if self._list.chosen else self._list.ids)

    # -- in and out ---------------------------------------------------------------------------------------------

    def order(self) -> Sequence[str]:
        """Give the actions (ids) that are shown, in their order."""
        return self._list.ids

    def leave(self) -> bool:
        """Close the card, empty the filter, let the chosen go: one at a time."""
        if self.has_class("opened"):
            self.uncover()
        elif self.is_filtered:
            self.clear_filter()
        elif self._list.chosen:
            self._list.choose_none()
        else:
            return False
        return True

    def action_back(self) -> None:
        """One step back."""
        self.leave()
