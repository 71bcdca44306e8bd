"""An app that sits at a desk: what is asked of it is done in threads, and the answer handed to whoever asked.

It knows no room and no house; what is to be shown of an outcome is the subclass's.
"""

from __future__ import annotations

import contextlib
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SuspendNotSupported

from followup.domain.texts import clean
from followup.domain.trouble import Trouble
from followup.tui.words import refusal_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.notifications import SeverityLevel

    from followup.desk import Desk, Outcome
    from followup.domain.snapshot import Snapshot
    from followup.tui.dialogs.dialog import Dialog
    from followup.tui.errands import Asker, CommandsAsked, CopyAsked, EditorAsked, ErrandAsked

LONGEST_TOLD = 400
"""Signs of a message: half a small screen, and more than any sentence of the program with a path in it."""
GIVES_WAY = 0.0003
"""Seconds after which a busy thread lets the screen have its turn: each key takes a handful of turns."""


class Seated(App[int]):
    """Does commands and errands at a desk, none of them between two frames."""

    def __init__(self, desk: Desk) -> None:
        """Sit down."""
        super().__init__()
        self._desk = desk
        self._phrases = desk.phrases
        self._seen: Snapshot | None = None

    def outcome(self, outcome: Outcome) -> None:
        """Show what came of a command; subclasses do."""

    def give_way(self) -> None:
        """Let the screen come first wherever threads work beside it."""
        sys.setswitchinterval(GIVES_WAY)

    def in_thread(self, work: Callable[[], Any]) -> None:
        """Do it in a thread; without a description Textual would write out all that the work holds, plans and all."""
        self.run_worker(work, thread=True, exclusive=False, description="work")

    @contextlib.contextmanager
    def troubles(self) -> Iterator[None]:
        """Say what goes wrong outside, from a thread, and go on."""
        try:
            yield
        except Trouble as trouble:
            self.call_from_thread(self.warn, refusal_words(self._phrases, trouble.code, trouble.facts))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say it in a message that leaves the room in sight: what names a thing of ten thousand letters is cut."""
        said = message if len(message) <= LONGEST_TOLD else f"{message[: LONGEST_TOLD - 1]}…"
        super().notify(said, title=title, severity=severity, timeout=timeout, markup=markup)

    def warn(self, sentence: str) -> None:
        """Say what went wrong."""
        self.notify(sentence, severity="error", markup=False)

    def tell(self, sentence: str) -> None:
        """Say what was done, in the place of what was done before: who goes on quickly need not look through a pile."""
        for said in [one for one in self._notifications if one.severity == "information"]:
            self._unnotify(said, refresh=False)
        self._clear_away()
        self.notify(sentence, markup=False)

    def _clear_away(self) -> None:
        """Take what was told off the screens; Textual itself takes the words and leaves what held them, each time."""
        for screen in self.screen_stack:
            for holder in screen.query("ToastHolder"):
                if not holder.query("Toast").exclude(".-information"):
                    holder.remove()

    # -- commands -----------------------------------------------------------------------------------------------

    def on_dialog_asked(self, event: Dialog.Asked) -> None:
        """Let the desk do it, in a thread that nothing cancels; what others changed meanwhile is not overwritten."""
        self.in_thread(partial(self._do, event.dialog, partial(self._desk.do, *event.commands, seen=self._seen)))

    def on_commands_asked(self, event: CommandsAsked) -> None:
        """Let the desk do what needs no dialog."""
        self.in_thread(partial(self._do, None, partial(self._desk.do, *event.commands)))

    def action_undo(self) -> None:
        """Take back the last change."""
        self.in_thread(partial(self._do, None, self._desk.undo))

    def action_redo(self) -> None:
        """Take back the last undo."""
        self.in_thread(partial(self._do, None, self._desk.redo))

    def _do(self, dialog: Dialog | None, ask: Callable[[], Outcome]) -> None:
        try:
            outcome = ask()
        except Trouble as trouble:
            self.call_from_thread(self._refuse, dialog, refusal_words(self._phrases, trouble.code, trouble.facts))
            return
        self.call_from_thread(self._done, dialog, outcome)

    def _done(self, dialog: Dialog | None, outcome: Outcome) -> None:
        self.outcome(outcome)
        if outcome.refused is not None:
            self._seen = outcome.snapshot  # the refusal says what others wrote: asking again is meant
            self._refuse(dialog, refusal_words(self._phrases, outcome.refused.code, outcome.refused.facts))
            return
        if dialog is not None:
            dialog.dismiss(None)
        if outcome.made is not None:
            from followup.present.history import what_words

            way_back = "tui.toast.done" if outcome.made.kind != "undo" else "tui.toast.undone"
            self.tell(self._phrases(way_back, what=what_words(outcome.made, self._phrases)))

    def _refuse(self, dialog: Dialog | None, sentence: str) -> None:
        if dialog is not None and dialog.is_attached:
            dialog.refuse(sentence)
        else:
            self.notify(sentence, severity="warning", markup=False)

    # -- errands ------------------------------------------------------------------------------------------------

    def on_errand_asked(self, event: ErrandAsked) -> None:
        """Let the desk do what is no command, in a thread that nothing cancels."""
        self.in_thread(partial(self._run_errand, event))

    def _run_errand(self, event: ErrandAsked) -> None:
        try:
            answer = event.errand.run(self._desk)
        except Trouble as trouble:
            sentence = refusal_words(self._phrases, trouble.code, trouble.facts)
            self.call_from_thread(self._refuse_errand, event.asker, sentence)
        except OSError as error:
            sentence = self._phrases("tui.here.system", said=error.strerror or str(error))
            self.call_from_thread(self._refuse_errand, event.asker, sentence)
        else:
            self.call_from_thread(self._answer, event, answer)

    def _refuse_errand(self, asker: Asker, sentence: str) -> None:
        """Say why not, where the question stands; where that has gone meanwhile, to whoever is looking."""
        if getattr(asker, "is_leaving", False):
            self._refuse(None, sentence)
        else:
            asker.refuse(sentence)

    def _answer(self, event: ErrandAsked, answer: Any) -> None:  # noqa: ANN401 - each errand has its own
        refused = getattr(answer, "refused", None)
        if refused is not None:
            self._refuse_errand(event.asker, refusal_words(self._phrases, refused.code, refused.facts))
            return
        if hasattr(answer, "snapshot"):
            self._done(None, answer)
        if not getattr(event.asker, "is_leaving", False):
            event.asker.answered(event.errand, answer)

    def on_copy_asked(self, event: CopyAsked) -> None:
        """Lay a text on the clipboard, through the terminal (OSC 52), with nothing that a terminal would obey."""
        self.copy_to_clipboard(clean(event.text))
        self.tell(event.says)

    def on_editor_asked(self, event: EditorAsked) -> None:
        """Let the user write in the editor of choice, the screen put aside meanwhile."""
        from followup.tui.editor import edited

        try:
            with self.suspend():
                text = edited(event.text)
        except (SuspendNotSupported, OSError):
            self.warn(self._phrases("tui.here.no_editor"))
            return
        event.asker.answered(event, text)
