"""The house, opened at a desk: what the rooms ask for is read and done there, and the view handed down to them.

First paint needs only a glance at the first actions; the rest, and what writing needs, is read in a thread behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.binding import Binding

from followup.tui.clean import Clean
from followup.tui.house import House
from followup.tui.seated import Seated
from followup.tui.spoken import commands, press
from followup.tui.view import Read, Told, View
from followup.tui.words import key_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from followup.desk import Desk, Outcome
    from followup.domain.snapshot import Snapshot
    from followup.tui.errands import RoomAsked
    from followup.tui.room import Room

LOOK_EVERY = 1.0
"""Seconds between looks for what other processes changed, and for midnight."""
TOAST = 4.0
OF_ALL, OF_A_PLAN, OF_SEARCH = 200, 2000, 20_000
"""So many change sets are read of the journal; more where those of other plans are left out, or it is searched."""


class FollowupApp(Seated):
    """The house, opened at a desk."""

    TITLE = "followup"
    CSS_PATH = "styles/house.tcss"
    NOTIFICATION_TIMEOUT = TOAST
    BINDINGS = [
        Binding("u", "undo", "tui.key.undo", tooltip="tui.tip.undo", id="app.undo"),
        Binding("ctrl+r", "redo", "tui.key.redo", tooltip="tui.tip.redo", show=False, id="app.redo"),
        Binding("ctrl+p", "command_palette", "tui.key.palette", show=False, priority=True, id="app.palette"),
        Binding("colon", "command_palette", "tui.key.palette", show=False, id="app.command", key_display=":"),
        Binding("ctrl+q", "quit", "tui.key.quit", show=False, priority=True, id="app.quit_always"),
        Binding("q", "quit", "tui.key.quit", id="app.quit"),
        Binding("question_mark,f1", "keys", "tui.key.help", key_display="?", id="app.help"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Sit down; glance at the first actions.

        Raises:
            Trouble: the database cannot be read.
        """
        super().__init__(desk)
        glance = desk.glance()
        self._view = View(glance.snapshot, desk.today(), glance.total, whole=False)
        if glance.total <= len(glance.snapshot.actions):
            self._view = replace(self._view, whole=glance.total > 0)
        self._looking = False

    def get_default_screen(self) -> Screen[None]:
        """Give the house."""
        return House(self._phrases, self._lent(), self._view, self._desk.remembered("tui"), self._desk.settings.plan)

    def _lent(self) -> Read:
        return Read(self._desk.typed, self._desk.owners, self._desk.settings.user)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing dangerous out to the terminal, whatever widget it stands in."""
        return [*super().get_line_filters(), Clean()]

    def _fatal_error(self) -> None:
        """Leave the screen quietly: `run` gives the error to the last door, which says a sentence."""
        self._close_messages_no_wait()

    @property
    def house(self) -> House:
        """The one screen under everything."""
        house = self.screen_stack[0]
        if not isinstance(house, House):
            raise TypeError(type(house))
        return house

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, keeping what was open until the next time."""
        if self.screen_stack and isinstance(self.screen_stack[0], House):
            self._desk.remember("tui", self.screen_stack[0].kept())
        super().exit(result, return_code, message)

    def on_mount(self) -> None:
        """Read the rest behind the first paint; look for news; leave the terminal as it was when told to end."""
        self.give_way()
        self._choose_theme()
        self.set_keymap(self._desk.settings.value("keys"))
        self.call_after_refresh(self.in_thread, self._load)
        self.set_interval(LOOK_EVERY, self._look)
        for name in ("SIGTERM", "SIGHUP"):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError, AttributeError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    def get_css_variables(self) -> dict[str, str]:
        """Give the theme's colours, those of tones such that they can be read."""
        from followup.tui.themes import legible

        return legible(super().get_css_variables())

    def _choose_theme(self) -> None:
        from followup.tui.themes import THEMES

        for theme in THEMES:
            self.register_theme(theme)
        chosen = self._desk.settings.value("theme")
        if chosen in self.available_themes:
            self.theme = chosen

    # -- reading ------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        with self.troubles():
            snapshot = self._desk.snapshot()
            self.call_from_thread(self._show, snapshot)
            self._desk.warm()

    def _show(self, snapshot: Snapshot) -> None:
        """Hand down a snapshot, unless a newer one is in sight: late threads never turn the clock back."""
        if self._view.whole and snapshot.revision < self._view.snapshot.revision:
            return
        self._view = View(snapshot, self._desk.today(), len(snapshot.actions))
        self.house.view = self._view

    def _look(self) -> None:
        if self._view.today != self._desk.today():
            self._show(self._view.snapshot)
        if not self._looking and self._view.whole:
            self._looking = True
            self.in_thread(self._look_for_news)

    def _look_for_news(self) -> None:
        try:
            with self.troubles():
                if self._desk.has_news():
                    self.call_from_thread(self._show, self._desk.snapshot())
        finally:
            self._looking = False

    def on_room_history_asked(self, event: Room.HistoryAsked) -> None:
        """Read the journal in a thread and hand it down."""
        much = OF_SEARCH if event.deep else OF_A_PLAN if self.house.plan else OF_ALL
        self.in_thread(partial(self._read_history, event.action, much))

    def _read_history(self, action: str, much: int) -> None:
        with self.troubles():
            told = Told(action, self._desk.history(action, much))
            self.call_from_thread(setattr, self.house, "told", told)

    # -- rooms --------------------------------------------------------------------------------------------------

    def on_room_dialog_asked(self, event: Room.DialogAsked) -> None:
        """Put the question above the room, and keep in mind what the user sees while answering it."""
        self._seen = self._view.snapshot if self._view.whole else None
        self.push_screen(event.screen_asked)

    async def on_room_action_asked(self, event: Room.ActionAsked) -> None:
        """Show the action whole, in the register."""
        await self.house.show_action(event.action)

    def on_room_keep_asked(self) -> None:
        """Keep what is open now, in a thread."""
        self.in_thread(partial(self._desk.remember, "tui", self.house.kept()))

    def on_room_said(self, event: Room.Said) -> None:
        """Tell what a room has to say."""
        self.tell(event.sentence)

    async def on_room_asked(self, event: RoomAsked) -> None:
        """Go to a room and there to an action, or back with the cursor on it."""
        await self.house.widen_to(event.action)
        await self.house.action_go(event.room_name or self.house.before)
        if event.action and event.room_name:
            self.house.room.go_to(event.action)
        elif event.action:
            self.house.room.point_at(event.action)

    def outcome(self, outcome: Outcome) -> None:
        """Show what came of a command; a plan that it opened, rather than the one chosen among others."""
        from followup.tui.narrowing import opened_by

        self._show(outcome.snapshot)
        plan = opened_by(outcome.made) if self.house.plan else ""
        if plan:
            self.house.call_later(self.house.choose_plan, plan)

    # -- help ---------------------------------------------------------------------------------------------------

    def action_keys(self) -> None:
        """Show the keys of this room."""
        from followup.tui.dialogs.keys import KeySheet

        if self.screen is self.house:
            self.push_screen(KeySheet(self._phrases, self.house.raw_bindings.values()))

    def action_command_palette(self) -> None:
        """Show everything that can be done, to be found by typing."""
        from followup.tui.palette import Palette

        if self.screen is self.house:
            self.push_screen(Palette(self._phrases))

    def action_help_quit(self) -> None:
        """Say how to quit, when the habit of other programs is tried."""
        self.tell(self._phrases("tui.toast.quit"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Give every key in force as a command, and the themes."""
        for key, name in commands(screen.active_bindings).items():
            yield SystemCommand(name, key_words(self._phrases, key), partial(press, screen, key))
        for name in sorted(self.available_themes):
            choose = partial(setattr, self, "theme", name)
            yield SystemCommand(self._phrases("tui.palette.theme", name=name), "", choose, discover=False)


def run(desk: Desk) -> int:
    """Open the house and stay until the user leaves; give the exit code.

    Raises:
        Trouble: the database cannot be read.
        Exception: whatever went wrong in the house and should not have; the terminal is as it was.
    """
    app = FollowupApp(desk)
    app.run()
    if app._exception is not None:  # noqa: SLF001 - Textual has no public way to the error that ended it
        raise app._exception  # noqa: SLF001 - as above
    return app.return_code or 0
