"""The only one of the interface who sits at the desk: hears what is asked, has it done, hands down the view.

First paint needs only a glance at the first actions; the rest, and what writing needs, is read in a thread behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding

from followup.domain.trouble import Trouble
from followup.tui.clean import Clean
from followup.tui.house import House
from followup.tui.spoken import commands, press
from followup.tui.view import Read, Told, View
from followup.tui.words import key_words, refusal_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from followup.desk import Desk, Outcome
    from followup.domain.snapshot import Snapshot
    from followup.tui.dialogs.dialog import Dialog
    from followup.tui.errands import CommandsAsked, CopyAsked, EditorAsked, ErrandAsked, RoomAsked
    from followup.tui.room import Room

LOOK_EVERY = 1.0
"""Seconds between looks for what other processes changed, and for midnight."""
TOAST = 4.0
OF_ALL, OF_A_PLAN, OF_SEARCH = 200, 2000, 20_000
"""So many change sets are read of the journal; more where those of other plans are left out, or it is searched."""


class FollowupApp(App[int]):
    """The house, opened at a desk."""

    TITLE = "followup"
    CSS_PATH = "styles/house.tcss"
    NOTIFICATION_TIMEOUT = TOAST
    BINDINGS = [
        Binding("u", "undo", "tui.key.undo", tooltip="tui.tip.undo", id="app.undo"),
        Binding("ctrl+r", "redo", "tui.key.redo", tooltip="tui.tip.redo", show=False, id="app.redo"),
        Binding("ctrl+p", "command_palette", "tui.key.palette", show=False, priority=True, id="app.palette"),
        Binding("ctrl+q", "quit", "tui.key.quit", show=False, priority=True, id="app.quit_always"),
        Binding("q", "quit", "tui.key.quit", id="app.quit"),
        Binding("question_mark,f1", "keys", "tui.key.help", key_display="?", id="app.help"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Sit down; glance at the first actions.

        Raises:
            Trouble: the database cannot be read.
        """
        super().__init__()
        self._desk = desk
        self._phrases = desk.phrases
        glance = desk.glance()
        self._view = View(glance.snapshot, desk.today(), glance.total, whole=False)
        if glance.total <= len(glance.snapshot.actions):
            self._view = replace(self._view, whole=glance.total > 0)
        self._looking = False
        self._seen: Snapshot | None = None

    def get_default_screen(self) -> Screen[None]:
        """Give the house."""
        return House(self._phrases, self._lent(), self._view, self._desk.remembered("tui"), self._desk.settings.plan)

    def _lent(self) -> Read:
        return Read(self._desk.when, self._desk.owners, self._desk.settings.user)

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
        self._choose_theme()
        self.set_keymap(self._desk.settings.value("keys"))
        self.call_after_refresh(self._in_thread, self._load)
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

    def _in_thread(self, work: Callable[[], Any]) -> None:
        """Do it in a thread; without a description Textual would write out all that the work holds, plans and all."""
        self.run_worker(work, thread=True, exclusive=False, description="work")

    # -- reading ------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        with self._troubles():
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
            self._in_thread(self._look_for_news)

    def _look_for_news(self) -> None:
        try:
            with self._troubles():
                if self._desk.has_news():
                    self.call_from_thread(self._show, self._desk.snapshot())
        finally:
            self._looking = False

    @contextlib.contextmanager
    def _troubles(self) -> Any:  # noqa: ANN401 - a context manager
        """Say what goes wrong outside, from a thread, and go on."""
        try:
            yield
        except Trouble as trouble:
            self.call_from_thread(self._warn, refusal_words(self._phrases, trouble.code, trouble.facts))

    def _warn(self, sentence: str) -> None:
        self.notify(sentence, severity="error", markup=False)

    def _tell(self, sentence: str) -> None:
        self.notify(sentence, markup=False)

    def on_room_history_asked(self, event: Room.HistoryAsked) -> None:
        """Read the journal in a thread and hand it down."""
        much = OF_SEARCH if event.deep else OF_A_PLAN if self.house.plan else OF_ALL
        self._in_thread(partial(self._read_history, event.action, much))

    def _read_history(self, action: str, much: int) -> None:
        with self._troubles():
            told = Told(action, self._desk.history(action, much))
            self.call_from_thread(setattr, self.house, "told", told)

    # -- doing --------------------------------------------------------------------------------------------------

    def on_room_dialog_asked(self, event: Room.DialogAsked) -> None:
        """Put the question above the room, and keep in mind what the user sees while answering it."""
        self._seen = self._view.snapshot if self._view.whole else None
        self.push_screen(event.screen_asked)

    async def on_room_action_asked(self, event: Room.ActionAsked) -> None:
        """Show the action whole, in the register."""
        await self.house.show_action(event.action)

    def on_room_keep_asked(self) -> None:
        """Keep what is open now, in a thread."""
        self._in_thread(partial(self._desk.remember, "tui", self.house.kept()))

    def on_room_said(self, event: Room.Said) -> None:
        """Tell what a room has to say."""
        self._tell(event.sentence)

    def on_dialog_asked(self, event: Dialog.Asked) -> None:
        """Let the desk do it, in a thread that nothing cancels; what others changed meanwhile is not overwritten."""
        self._in_thread(partial(self._do, event.dialog, partial(self._desk.do, *event.commands, seen=self._seen)))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._in_thread(partial(self._do, None, self._desk.undo))

    def action_redo(self) -> None:
        """Take back the last undo."""
        self._in_thread(partial(self._do, None, self._desk.redo))

    def _do(self, dialog: Dialog | None, ask: Callable[[], Outcome]) -> None:
        try:
            outcome = ask()
        except Trouble as trouble:
            self.call_from_thread(self._refuse, dialog, refusal_words(self._phrases, trouble.code, trouble.facts))
            return
        self.call_from_thread(self._done, dialog, outcome)

    def _done(self, dialog: Dialog | None, outcome: Outcome) -> None:
        self._show(outcome.snapshot)
        self._follow_new_plan(outcome)
        if outcome.refused is not None:
            self._seen = outcome.snapshot  # the refusal says what others wrote: asking again is meant
            self._refuse(dialog, refusal_words(self._phrases, outcome.refused.code, outcome.refused.facts))
            return
        if dialog is not None:
            dialog.dismiss(None)
        if outcome.made is not None:
            from followup.present.history import what_words

            way_back = "tui.toast.done" if outcome.made.kind != "undo" else "tui.toast.undone"
            self._tell(self._phrases(way_back, what=what_words(outcome.made, self._phrases)))

    def _follow_new_plan(self, outcome: Outcome) -> None:
        """Show the plan that has just been opened, rather than the one that was chosen among others."""
        from followup.tui.narrowing import opened_by

        plan = opened_by(outcome.made) if self.house.plan else ""
        if plan:
            self.house.call_later(self.house.choose_plan, plan)

    def _refuse(self, dialog: Dialog | None, sentence: str) -> None:
        if dialog is not None and dialog.is_attached:
            dialog.refuse(sentence)
        else:
            self.notify(sentence, severity="warning", markup=False)

    # -- errands ------------------------------------------------------------------------------------------------

    def on_errand_asked(self, event: ErrandAsked) -> None:
        """Let the desk do what is no command, in a thread that nothing cancels."""
        self._in_thread(partial(self._run_errand, event))

    def _run_errand(self, event: ErrandAsked) -> None:
        try:
            answer = event.errand.run(self._desk)
        except Trouble as trouble:
            sentence = refusal_words(self._phrases, trouble.code, trouble.facts)
            self.call_from_thread(event.asker.refuse, sentence)
        except OSError as error:
            self.call_from_thread(
                event.asker.refuse, self._phrases("tui.here.system", said=error.strerror or str(error))
            )
        else:
            self.call_from_thread(self._answer, event, answer)

    def _answer(self, event: ErrandAsked, answer: Any) -> None:  # noqa: ANN401 - each errand has its own
        refused = getattr(answer, "refused", None)
        if refused is not None:
            event.asker.refuse(refusal_words(self._phrases, refused.code, refused.facts))
            return
        if hasattr(answer, "snapshot"):
            self._done(None, answer)
        event.asker.answered(event.errand, answer)

    def on_commands_asked(self, event: CommandsAsked) -> None:
        """Let the desk do what needs no dialog."""
        self._in_thread(partial(self._do, None, partial(self._desk.do, *event.commands)))

    async def on_room_asked(self, event: RoomAsked) -> None:
        """Go to a room and there to an action, or back with the cursor on it."""
        await self.house.widen_to(event.action)
        await self.house.action_go(event.room_name or self.house.before)
        if event.action and event.room_name:
            self.house.room.go_to(event.action)
        elif event.action:
            self.house.room.point_at(event.action)

    def on_copy_asked(self, event: CopyAsked) -> None:
        """Lay a text on the clipboard, through the terminal (OSC 52)."""
        self.copy_to_clipboard(event.text)
        self._tell(event.says)

    def on_editor_asked(self, event: EditorAsked) -> None:
        """Let the user write in the editor of choice, the screen put aside meanwhile."""
        from followup.tui.editor import edited

        try:
            with self.suspend():
                text = edited(event.text)
        except (SuspendNotSupported, OSError):
            self._warn(self._phrases("tui.here.no_editor"))
            return
        event.asker.answered(event, text)

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
        self._tell(self._phrases("tui.toast.quit"))

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
