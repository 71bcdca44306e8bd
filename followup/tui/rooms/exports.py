"""Export: what each owner will get before it is written, and the papers for a meeting; then all of it into a folder.

ExportRoom
├── .headline
├── #where              the folder
└── Outline             what to write, and for calendars each owner's news
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from followup.domain.stopping import Watch
from followup.tui.errands import BACK, Calendars, Paper, RoomAsked
from followup.tui.export_lines import CALENDARS, FORMS, WHAT, choice_lines, news_in, paper_lines, report_lines
from followup.tui.folders import completed, names_for, plain_name
from followup.tui.rooms.writing import WritingRoom
from followup.tui.widgets.entries import Entry, Sides
from followup.tui.widgets.outline import Outline
from followup.tui.widgets.path_line import PathLine
from followup.tui.widgets.picks import Picks

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.domain.actions import Plan
    from followup.phrases.book import Phrases
    from followup.tui.view import Read

AT_ONCE = 2000
"""So many lines are made between two frames; more are, in a thread."""


class ExportRoom(WritingRoom):
    """Calendars and papers on their way out."""

    name_key = "tui.room.export"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ExportRoom { layout: vertical; }
    ExportRoom #where { height: 1; padding: 0 1; }
    ExportRoom #where Static { width: auto; padding-right: 2; color: $foreground 72%; }
    ExportRoom PathLine { width: 1fr; background: $panel; color: $foreground; }
    ExportRoom PathLine:focus { background: $primary 25%; }
    ExportRoom .note { height: auto; padding: 0 1; background: $background; color: $text-warning; display: none; }
    """
    BINDINGS = [
        Binding("w,ctrl+s", "write", "tui.key.write", tooltip="tui.tip.write", id="export.write", key_display="w"),
        Binding("f", "folder", "tui.key.folder", tooltip="tui.tip.folder", id="export.folder"),
        Binding("v", "private", "tui.key.private", tooltip="tui.tip.private", id="export.private"),
        Binding("escape,left", "back", "tui.key.back", id="register.back"),
    ]

    class Lined(Message):
        """A thread has made a report into lines."""

        def __init__(self, report: Any, lines: list[Entry], sides: Sides) -> None:  # noqa: ANN401 - as elsewhere here
            """Carry them."""
            super().__init__()
            self.report, self.lines, self.sides = report, lines, sides

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with calendars."""
        super().__init__(phrases, read)
        self._form, self._private = FORMS[0], False
        self._preview_watch = Watch()
        self._previewed: object = None

    def compose(self) -> ComposeResult:
        """Headline, folder, list, note."""
        yield Static(classes="headline", markup=False)
        with Horizontal(id="where"):
            yield Static(self.phrases("tui.export.folder"), markup=False)
            line = PathLine(str(Path("~") / "followup"), id="folder", compact=True)
            yield line
        yield Picks(WHAT)
        yield Static(classes="note", markup=False)

    def on_mount(self) -> None:
        """Show what can be written."""
        self.again()

    def watch_view(self) -> None:
        """What each will get may be another; which plan is chosen makes none for calendars, that are about all."""
        if not self.is_mounted or not self.display or self.view is None:
            return
        if self._form in CALENDARS and self._previewed is self.view.all_plans:
            self.again()
        else:
            self.preview()

    def enter(self) -> None:
        """Draw up the preview, and take the keyboard."""
        self._written = ""
        self.preview()
        self.query_one(Outline).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to write only where there is something; calendars alone can be kept private."""
        if action == "private":
            return self._form in CALENDARS
        return action != "write" or self._actions > 0

    @property
    def _folder(self) -> str:
        return self.query_one(PathLine).value.strip() or "."

    def preview(self) -> None:
        """Show what will be written; one preview at a time is drawn up, the last that was asked for."""
        self.say("")
        self._preview_watch.stop()
        self._asked, self._report, self._previewed = None, None, None
        if self._form in CALENDARS and self.view is not None and self._actions:
            self._previewed, self._preview_watch = self.view.all_plans, Watch()
            self.ask(self._calendars(dry_run=True, watch=self._preview_watch))
        self.again()

    def _calendars(self, *, dry_run: bool, watch: Watch | None = None) -> Calendars:
        return Calendars(self._folder, dry_run, self._private, self._form, watch or Watch())

    # -- what is shown ------------------------------------------------------------------------------------------

    def again(self) -> None:
        """Show the ways out, and what comes of the one chosen; of much, a thread makes the lines."""
        report = self._report
        if report and news_in(report) > AT_ONCE:
            self.run_worker(lambda: self._make(report), thread=True, exclusive=True, group="lines")
            self._show_lines(self._waiting())
        else:
            self._show_lines(self._contents())

    def _make(self, report: Any) -> None:  # noqa: ANN401 - a report of the desk
        lines = report_lines(report, self.phrases)
        self.post_message(self.Lined(report, lines, Sides.of(lines)))

    def on_export_room_lined(self, event: Lined) -> None:
        """Show what a thread has made, unless something else has been asked for since."""
        event.stop()
        if event.report is self._report and self._form in CALENDARS:
            self._show_lines(event.lines, event.sides)

    def _show_lines(self, lines: list[Entry], sides: Sides | None = None) -> None:
        head = self._written or self.phrases("tui.export.choose")
        self.query_one(".headline", Static).update(
            Content.styled(head, "$text-success bold" if self._written else "bold")
        )
        self.query_one(Outline).show([*choice_lines(self._form, self.phrases), *lines], sides)
        self.refresh_bindings()

    def _waiting(self) -> list[Entry]:
        return [Entry("", "", self.phrases("tui.export.drawing"), heading=True)]

    def _contents(self) -> list[Entry]:
        if self.view is None or not self._actions:
            return [Entry("", "", self.phrases("tui.export.nothing"), heading=True)]
        if self._form not in CALENDARS:
            about = [self.phrases.count("summary.total", self.view.total)]
            about += [one.unit or one.title for one in self._chosen_plan()]
            return paper_lines(self._paper(), "  ·  ".join(about), self.phrases)
        if self._report is None:
            return self._waiting()
        if not self._report:
            return []
        all_of_them = Entry("", "", self.phrases("tui.export.all_plans"), tone="quiet", wide=True)
        lines = [all_of_them, Entry("", "", "")] if self._chosen_plan() else []
        return [*lines, *report_lines(self._report, self.phrases)]

    @property
    def _actions(self) -> int:
        """How many actions the way chosen is about: calendars are about all plans, papers about the one chosen."""
        if self.view is None:
            return 0
        return self.view.widened.total if self._form in CALENDARS and self.view.whole else self.view.total

    def _chosen_plan(self) -> tuple[Plan, ...]:
        """Give the plan that is chosen among several, if one is."""
        return tuple(self.view.snapshot.plans.values()) if self.view and self.view.everything else ()

    def _paper(self) -> str:
        today = self.view.today.isoformat() if self.view else ""
        name = self.phrases("tui.export.file_name", day=today)
        for plan in self._chosen_plan():
            name = self.phrases("tui.export.file_name_of", day=today, key=plain_name(plan.key))
        return str(Path(self._folder) / f"{name}.{self._form}")

    # -- what is done -------------------------------------------------------------------------------------------

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Choose what to write."""
        event.stop()
        if event.target.startswith(WHAT):
            self._form, self._written = event.target.removeprefix(WHAT), ""
            self.preview()

    def action_private(self) -> None:
        """Keep people's texts out of the calendars, or let them in again."""
        self._private = not self._private
        self.post_message(self.Said(self.phrases(f"tui.export.private_{'on' if self._private else 'off'}")))
        self.preview()

    def action_folder(self) -> None:
        """Write another folder."""
        self.query_one(PathLine).focus()

    def on_path_line_completing(self) -> None:
        """Complete the folder's path."""
        line = self.query_one(PathLine)
        line.value = completed(line.value, tuple(one for one in names_for(line.value) if one.is_folder))
        line.cursor_position = len(line.value)

    def on_path_line_left(self) -> None:
        """Down to the list."""
        self._leave_folder()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show what that folder will get."""
        event.stop()
        self._leave_folder()

    def _leave_folder(self) -> None:
        self._written = ""
        self.query_one(Outline).focus()
        self.preview()

    def action_write(self) -> None:
        """Write it all."""
        if self.view is None or not self.view.whole:
            return
        if self.is_writing:
            return
        self.say(self.phrases("tui.export.writing"))
        if self._form in CALENDARS:
            self.ask_watched(self._calendars(dry_run=False, watch=Watch(self.tell_step)), news_in(self._report))
        else:
            self.ask(Paper(self._form, self._paper(), "".join(one.id for one in self._chosen_plan())))

    def leave(self) -> bool:
        """Stop what is being written or sent; from the folder's line to the list."""
        if super().leave():
            return True
        if not self.query_one(PathLine).has_focus:
            return False
        self._leave_folder()
        return True

    def action_back(self) -> None:
        """One step back; from the list, to where one came from."""
        if not self.leave():
            self.post_message(RoomAsked(BACK))
