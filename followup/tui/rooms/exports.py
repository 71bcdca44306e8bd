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
from followup.present.dates import day_words
from followup.tui.errands import BACK, Calendars, ErrandAsked, Paper, RoomAsked
from followup.tui.folders import completed, names_for, short_path
from followup.tui.room import Room
from followup.tui.widgets.outline import Entry, Outline
from followup.tui.widgets.path_line import PathLine
from followup.tui.words import refusal_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.phrases.book import Phrases
    from followup.tui.view import Read

FORMS = ("ics", "hand", "mail", "digest", "caldav", "md", "html", "xlsx", "csv")
CALENDARS = frozenset({"ics", "hand", "mail", "digest", "caldav"})
"""The forms that tell owners what is new to them; the others are papers."""
_BAR = 24
WHAT = "what:"
FOLDER = "folder:"
_NEWS = (("new", "+", ""), ("updated", "~", "soon"), ("withdrawn", "−", "quiet"))


class ExportRoom(Room):
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
        Binding("escape,left", "back", "tui.key.back", show=False, id="register.back"),
    ]

    class Stepped(Message):
        """So much of what is being written or sent is done."""

        def __init__(self, done: int) -> None:
            """Carry how much."""
            super().__init__()
            self.done = done

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with calendars."""
        super().__init__(phrases, read)
        self._form, self._private = FORMS[0], False
        self._asked: Any = None
        self._report: Any = None
        self._written = ""
        self._watch: Watch | None = None
        self._much = 0

    def compose(self) -> ComposeResult:
        """Headline, folder, list, note."""
        yield Static(classes="headline", markup=False)
        with Horizontal(id="where"):
            yield Static(self.phrases("tui.export.folder"), markup=False)
            line = PathLine(str(Path("~") / "followup"), id="folder", compact=True)
            line.cursor_blink = False
            yield line
        yield Outline()
        yield Static(classes="note", markup=False)

    def on_mount(self) -> None:
        """Show what can be written."""
        self._show()

    def watch_view(self) -> None:
        """What each will get may be another."""
        if self.is_mounted and self.display:
            self._preview()

    def enter(self) -> None:
        """Draw up the preview, and take the keyboard."""
        self._written = ""
        self._preview()
        self.query_one(Outline).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to write only where there is something; calendars alone can be kept private."""
        if action == "private":
            return self._form in CALENDARS
        return action != "write" or (self.view is not None and self.view.total > 0)

    @property
    def _folder(self) -> str:
        return self.query_one(PathLine).value.strip() or "."

    def _preview(self) -> None:
        self._say("")
        if self._form in CALENDARS and self.view is not None and self.view.total:
            self._report = None
            self._ask(self._calendars(dry_run=True))
        self._show()

    def _calendars(self, *, dry_run: bool, watch: Watch | None = None) -> Calendars:
        return Calendars(self._folder, dry_run, self._private, self._form, watch or Watch())

    def _ask(self, errand: Any) -> None:  # noqa: ANN401 - an errand
        self._asked = errand
        self.post_message(ErrandAsked(errand, self))

    def answered(self, errand: Any, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Show what each gets, or what was written and where."""
        if self._watch is not None and getattr(errand, "watch", None) is self._watch:
            self._watch = None
        if errand is not self._asked:  # another folder or format has been asked for since
            return
        if isinstance(errand, Paper):
            self._told(str(answer))
        elif answer is None:
            self._stopped(errand.watch.done)
            return
        elif errand.dry_run:
            self._report = answer
        else:
            self._report = answer
            self._tell_done(errand, answer)
            self._say_troubles(answer)
        self._show()

    def _tell_done(self, errand: Calendars, report: Any) -> None:  # noqa: ANN401 - a report of the desk
        """Say where it went: into a folder, as drafts, by mail, or to the calendar server."""
        went = {"caldav": "synced", "ics": "wrote", "hand": "wrote"}.get(errand.way, "sent")
        if went == "sent" and any(one.path == errand.place for one in report.files):
            self._told(errand.place, "drafted")
        else:
            self._told(report.folder, went)

    def _told(self, place: str, went: str = "wrote") -> None:
        self._written = self.phrases(f"tui.export.{went}", place=place)
        self.post_message(self.Said(self._written))
        self._say("")

    def _stopped(self, done: int) -> None:
        """Say how far it came, and draw up what is left."""
        said = self.phrases("tui.export.stopped", done=done, total=self._much)
        self.post_message(self.Said(said))
        self._preview()
        self._say(said)

    def _say_troubles(self, report: Any) -> None:  # noqa: ANN401 - a report of the desk
        troubles = [one.trouble for one in report.files if one.trouble]
        if troubles:
            said = (refusal_words(self.phrases, one.code, one.facts) for one in troubles)
            self._say("! " + "\n! ".join(said))

    def refuse(self, sentence: str) -> None:
        """Say why not; what cannot be drawn up leaves nothing to show."""
        self._watch = None
        self._report = self._report or ()
        self._show()
        self._say(f"! {sentence}")

    def _say(self, sentence: str) -> None:
        note = self.query_one(".note", Static)
        note.update(sentence)
        note.display = bool(sentence)

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show(self) -> None:
        head = self._written or self.phrases("tui.export.choose")
        self.query_one(".headline", Static).update(
            Content.styled(head, "$text-success bold" if self._written else "bold")
        )
        self.query_one(Outline).show([*self._choices(), Entry("", "", ""), *self._contents()])
        self.refresh_bindings()

    def _choices(self) -> list[Entry]:
        lines = [Entry("", "", self.phrases("tui.export.what"), heading=True)]
        for form in FORMS:
            here = form == self._form
            says = self.phrases(f"tui.export.{form}")
            suffix = "" if form in CALENDARS - {"ics"} else f".{form}"
            lines.append(Entry(WHAT + form, "", says, right=suffix, sign="●" if here else "○"))
        return lines

    def _contents(self) -> list[Entry]:
        if self.view is None or not self.view.total:
            return [Entry("", "", self.phrases("tui.export.nothing"), heading=True)]
        if self._form not in CALENDARS:
            right = self.phrases.count("summary.total", self.view.total)
            return [
                Entry("", "", self.phrases("tui.export.paper"), right=right, heading=True),
                Entry(FOLDER, "", self._paper()),
            ]
        if self._report is None:
            return [Entry("", "", self.phrases("tui.export.drawing"), heading=True)]
        if not self._report:
            return []
        lines: list[Entry] = []
        for one in self._report.files:
            lines += self._file(one)
        if not lines:
            lines = [Entry("", "", self.phrases("calendar_report.nobody"), heading=True), Entry("", "", "")]
        return [*lines, *self._left("undated"), *self._left("unowned")]

    def _paper(self) -> str:
        today = self.view.today.isoformat() if self.view else ""
        name = self.phrases("tui.export.file_name", day=today)
        return str(Path(self._folder) / f"{name}.{self._form}")

    def _file(self, one: Any) -> list[Entry]:  # noqa: ANN401 - a calendar's file as the desk tells it
        counts = [
            f"{len(getattr(one, name))} {self.phrases(f'tui.export.{name}')}"
            for name, _, _ in _NEWS
            if getattr(one, name)
        ]
        events = self.phrases.count("tui.export.events", one.events)
        right = "  ·  ".join([events, *(counts or [self.phrases("tui.export.no_news")])])
        lines = [Entry("", "", one.name, right=right, heading=True, tone="late" if one.trouble else "")]
        lines.append(Entry(f"file:{one.path}", "", short_path(one.path), tone="quiet", key=one.path))
        for name, sign, tone in _NEWS:
            for number, line in enumerate(getattr(one, name)):
                lines.append(self._line(line, sign, tone, f"{one.path} {name} {number}"))
        return [*lines, Entry("", "", "")]

    def _line(self, line: Any, sign: str, tone: str, key: str) -> Entry:  # noqa: ANN401 - a line of the report
        again = self.phrases("calendar_report.repeated") if line.recurs else ""
        return Entry(f"line:{key}", line.label, line.title, again, day_words(line.day, self.phrases), sign, tone)

    def _left(self, name: str) -> list[Entry]:
        things = getattr(self._report, name)
        if not things:
            return []
        lines = [Entry("", "", self.phrases(f"calendar_report.{name}"), heading=True, tone="soon")]
        for number, one in enumerate(things):
            kind = self.phrases(f"calendar_report.kind_{one.kind.replace('-', '_')}")
            lines.append(Entry(f"{name}:{number}", one.label, one.words or "–", kind, tone="quiet"))
        return [*lines, Entry("", "", "")]

    # -- what is done -------------------------------------------------------------------------------------------

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Choose what to write."""
        event.stop()
        if event.target.startswith(WHAT):
            self._form, self._written = event.target.removeprefix(WHAT), ""
            self._preview()

    def action_private(self) -> None:
        """Keep people's texts out of the calendars, or let them in again."""
        self._private = not self._private
        self.post_message(self.Said(self.phrases(f"tui.export.private_{'on' if self._private else 'off'}")))
        self._preview()

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
        self._preview()

    def action_write(self) -> None:
        """Write it all."""
        if self.view is None or not self.view.whole:
            return
        if self._watch is not None:  # it is being done
            return
        self._say(self.phrases("tui.export.writing"))
        if self._form in CALENDARS:
            files = getattr(self._report, "files", ())
            self._much = sum(len(getattr(one, name)) for one in files for name, *_ in _NEWS)
            self._watch = Watch(self._tell_step)
            self._ask(self._calendars(dry_run=False, watch=self._watch))
        else:
            self._ask(Paper(self._form, self._paper()))

    def _tell_step(self, done: int) -> None:
        self.post_message(self.Stepped(done))

    def on_export_room_stepped(self, event: Stepped) -> None:
        """Show how far it has come."""
        event.stop()
        if self._watch is not None and not self._watch.stopping:
            self._say(self._progress(event.done))

    def _progress(self, done: int) -> str:
        filled = min(round(_BAR * done / self._much), _BAR) if self._much else 0
        bar = "━" * filled + "─" * (_BAR - filled)
        return self.phrases("tui.export.progress", bar=bar, done=done, total=max(self._much, done))

    def leave(self) -> bool:
        """Stop what is being written or sent; from the folder's line to the list."""
        if self._watch is not None:
            self._watch.stop()
            self._say(self.phrases("tui.export.stopping"))
            return True
        if not self.query_one(PathLine).has_focus:
            return False
        self._leave_folder()
        return True

    def action_back(self) -> None:
        """One step back; from the list, to where one came from."""
        if not self.leave():
            self.post_message(RoomAsked(BACK))
