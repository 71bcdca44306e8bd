"""The saved views: choose one, rename or drop it, or save what is looked at now under a name.

Nothing is lost by a slip: what is dropped stands in its place until the dialog is left, and comes back by the same key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input, Static

from followup.tui.dialogs.dialog import Dialog
from followup.tui.saved_views import LONGEST, SavedView, clean_name, find_view, view_words, with_view
from followup.tui.spoken import hints
from followup.tui.widgets.bars import Bar
from followup.tui.widgets.named_list import NamedList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from followup.phrases.book import Phrases

    Show = Callable[[SavedView], None]
    Keep = Callable[[tuple[SavedView, ...], str, str], None]

FIELD = "view-name"


@dataclass(frozen=True, slots=True)
class Views:
    """The saved views, the name of the one in force, and both as they were before the last change, if there was one."""

    saved: tuple[SavedView, ...]
    name: str
    before: tuple[tuple[SavedView, ...], str] | None = None


class ViewsDialog(Dialog):
    """The views by name above a field for a name."""

    BINDINGS = [
        Binding("ctrl+s", "save", "tui.key.save", id="dialog.save", key_display="Enter"),
        Binding("escape", "cancel", "tui.key.close", id="dialog.cancel"),
        Binding("u", "undo", "tui.key.undo_views", id="views.undo"),
    ]

    def __init__(self, phrases: Phrases, views: Views, present: SavedView, show: Show, keep: Keep) -> None:
        """Begin at the view in force; `show` puts one in force, `keep` keeps the views, one in force and a word."""
        super().__init__(
            phrases, phrases("tui.views.title"), phrases("tui.views.now", what=view_words(present, phrases))
        )
        self._views, self._present, self._in_force = views.saved, present, views.name
        self._before = views.before
        self._show, self._keep = show, keep
        self._renaming = ""

    def fields(self) -> ComposeResult:
        """The names, and the field."""
        lines = [(one.name, view_words(one, self.phrases)) for one in (SavedView(), *self._views)]
        names = NamedList(lines, self._in_force, self._in_force)
        names.first, names.going = self.phrases("tui.views.all"), self.phrases("tui.views.going")
        yield names
        yield self.row("tui.views.save_as", self.field(FIELD, "", self.phrases("tui.views.name_hint")))
        yield Static("", id="says", classes="beneath", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to save where there is a name to save under, and what was before where there was something."""
        if action == "undo":
            return self._before is not None and not isinstance(self.focused, Input)
        return action != "save" or isinstance(self.focused, Input)

    def on_mount(self) -> None:
        """Follow the keys; where nothing is saved yet, begin at the field."""
        self.query_one(f"#{FIELD}", Input).max_length = LONGEST
        self.bindings_updated_signal.subscribe(self, lambda _: self._name_keys())
        if not self._views:
            self.query_one(f"#{FIELD}", Input).focus()

    def _name_keys(self) -> None:
        if self.is_mounted and self.is_current:
            self.query_one("#dialog-keys", Bar).hints = hints(self.active_bindings.values(), self.phrases)

    @property
    def _names(self) -> NamedList:
        return self.query_one(NamedList)

    def _left(self) -> tuple[SavedView, ...]:
        return tuple(one for one in self._views if one.name not in self._names.gone)

    # -- what the field says ------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Say what a name would replace; keep the line under the cursor in sight."""
        typed = clean_name(self.text(FIELD))
        there = find_view(self._left(), typed) if typed and not self._renaming else None
        says = self.phrases("tui.views.replaces", what=view_words(there, self.phrases)) if there else ""
        self.say("says", says)

    def on_named_list_renaming(self, event: NamedList.Renaming) -> None:
        """Let the field take another name."""
        event.stop()
        self._renaming = self._names.value
        self._names.gone.discard(self._renaming)
        self._write(self._renaming, "tui.views.new_name")

    def _write(self, text: str, label: str) -> None:
        field = self.query_one(f"#{FIELD}", Input)
        self.query_one(".field-name", Static).update(self.phrases(label))
        field.value = text
        field.focus()

    # -- what is done -------------------------------------------------------------------------------------------

    def on_named_list_dropped(self, event: NamedList.Dropped) -> None:
        """Keep the others, or this one too after all."""
        event.stop()
        self._keep(self._left(), self._in_force if self._in_force not in self._names.gone else "", "")

    def _look(self) -> None:
        """Look at the list as the view under the cursor says."""
        if self._names.value in self._names.gone:
            self.refuse(self.phrases("tui.views.is_gone"))
            return
        self._show(find_view(self._views, self._names.value) or SavedView())
        self.dismiss(None)

    def action_save(self) -> None:
        """Do what enter says: among the names show that view, in the field save under the name or give it."""
        if self._names.has_focus:
            self._look()
        else:
            self._save()

    def _save(self) -> None:
        name = clean_name(self.text(FIELD))
        if not name:
            self.refuse(self.phrases("tui.views.no_name"))
        elif self._renaming:
            self._rename(name)
        else:
            told = "replaced" if find_view(self._left(), name) else "saved"
            views = with_view(self._left(), self._present.named(name))
            self._keep(views, name, self.phrases(f"tui.views.{told}", name=name))
            self.dismiss(None)

    def _rename(self, name: str) -> None:
        other = find_view(self._left(), name)
        if other is not None and other.name != self._renaming:
            self.refuse(self.phrases("tui.views.taken", name=other.name))
            return
        view = find_view(self._views, self._renaming)
        if view is not None:
            in_force = name if self._in_force == self._renaming else self._in_force
            views = with_view(self._left(), view.named(name), self._renaming)
            self._keep(views, in_force, self.phrases("tui.views.renamed", name=name))
        self.dismiss(None)

    def action_undo(self) -> None:
        """Have the views as they were before the last change; the same again takes that back."""
        if self._before is not None:
            views, name = self._before
            self._keep(views, name, self.phrases("tui.views.taken_back"))
            self.dismiss(None)

    def action_cancel(self) -> None:
        """Leave the name as it was; else go away."""
        if not self._renaming:
            self.dismiss(None)
            return
        self._renaming = ""
        self._write("", "tui.views.save_as")
        self._names.focus()
