"""Meeting: go through what is due with one person, one area or all; note what is decided; end in minutes.

MeetingRoom
├── .headline
└── #floor
    ├── Outline         first whom or what it is about, then the actions to go through
    └── FieldList       the action under the cursor
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from followup.present.rows import action_row
from followup.tui.action_fields import action_fields
from followup.tui.errands import BACK, ErrandAsked, Minutes, RoomAsked
from followup.tui.gathering import Subject, subjects, touched
from followup.tui.rooms.fielded import FieldedRoom
from followup.tui.widgets.columns import Cells
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.field_list import FieldLine, FieldList
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.domain.actions import Action
    from followup.phrases.book import Phrases
    from followup.tui.dialogs.words import Given
    from followup.tui.view import Read, View

MEETING_KEYS = frozenset({"dealt", "note", "end", "ask"})
FORMS = ("md", "html")


class MeetingRoom(FieldedRoom):
    """A meeting, from its subject to its minutes."""

    name_key = "tui.room.meeting"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    MeetingRoom { layout: vertical; }
    MeetingRoom > #floor { height: 1fr; layout: vertical; }
    MeetingRoom FieldList { height: 50%; border-top: solid $panel-lighten-2; padding: 0 1; display: none; }
    MeetingRoom FieldList:focus { border-top: solid $primary; }
    MeetingRoom.begun FieldList { display: block; }
    .-wide MeetingRoom > #floor, .-broad MeetingRoom > #floor { layout: horizontal; }
    .-wide MeetingRoom FieldList, .-broad MeetingRoom FieldList {
        width: 48%; height: 100%; border-top: none; border-left: vkey $panel-lighten-2;
    }
    .-wide MeetingRoom FieldList:focus, .-broad MeetingRoom FieldList:focus {
        border-top: none; border-left: vkey $primary;
    }
    .-low MeetingRoom.begun FieldList { display: none; }
    .-low MeetingRoom.begun.opened FieldList { display: block; height: 100%; border-top: none; }
    .-low MeetingRoom.begun.opened Outline { display: none; }
    """
    BINDINGS = [
        Binding("space", "dealt", "tui.key.dealt", tooltip="tui.tip.dealt", id="meeting.dealt"),
        Binding("c", "note", "tui.key.note", tooltip="tui.tip.note", id="meeting.note"),
        Binding("w", "end", "tui.key.minutes", tooltip="tui.tip.minutes", id="meeting.end"),
        Binding("escape,left", "back", "tui.key.back", id="register.back"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing to speak of."""
        super().__init__(phrases, read)
        self._subject: Subject | None = None
        self._subjects: list[Subject] = []
        self._began: View | None = None
        self._dealt: set[str] = set()
        self._notes: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Headline, list, fields."""
        yield Static(classes="headline", markup=False)
        with Container(id="floor"):
            yield Outline()
            yield FieldList()

    def on_mount(self) -> None:
        """Show whom a meeting may be with."""
        self._show()

    def watch_view(self) -> None:
        """Show it anew; what changed has been dealt with."""
        if self.is_mounted:
            self._show()

    def enter(self) -> None:
        """Take the keyboard."""
        self.query_one(FieldList if self.has_class("opened") else Outline).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what belongs to a meeting only in one."""
        if action in MEETING_KEYS and self._subject is None:
            return False
        return super().check_action(action, parameters)

    def meant(self) -> tuple[Action, ...]:
        """Give the action spoken of."""
        if self.view is None or self._subject is None:
            return ()
        found = self.view.all_plans.actions.get(self.query_one(Outline).current)
        return (found,) if found else ()

    def seen(self) -> View | None:
        """Give the view of all plans: a meeting goes on whichever plan is chosen."""
        return self.view.widened if self.view else None

    # -- what is shown ------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self.view is None:
            return
        if self._subject is None:
            self._subjects = subjects(self.view, self.phrases)
            self._say(Content.styled(self.phrases("tui.meeting.choose"), "bold"))
            self.query_one(Outline).show(self._choices())
            return
        if self._began is not None:
            self._dealt |= touched(self._began, self.view, self._subject.actions)
        done = self.phrases("tui.meeting.through", done=len(self._through()), total=len(self._subject.actions))
        self._say(Content.assemble((self._subject.name, "bold"), ("  ·  ", "$foreground 72%"), done))
        self.query_one(Outline).show(self._items(self.view, self._subject))
        self._show_fields()

    def _say(self, head: Content) -> None:
        self.query_one(".headline", Static).update(head)

    def _choices(self) -> list[Entry]:
        if not self._subjects[0].actions:
            return [Entry("", "", self.phrases("tui.meeting.nothing"), heading=True, tone="done")]
        lines: list[Entry] = []
        kind = ""
        for number, one in enumerate(self._subjects):
            if one.kind not in (kind, "all"):
                lines += [Entry("", "", ""), Entry("", "", self.phrases(f"tui.meeting.{one.kind}"), heading=True)]
            kind = one.kind
            right = self.phrases.count("summary.total", len(one.actions))
            lines.append(Entry(f"subject:{number}", "", one.name, right=right, key=one.key))
        return lines

    def _items(self, view: View, subject: Subject) -> list[Entry]:
        lines = []
        for one in subject.actions:
            action = view.all_plans.actions.get(one)
            if action is not None:
                row = action_row(view.all_plans, action, view.today, self.phrases)
                through = one in self._through()
                tone = "done" if through else str(row.tone) if row.tone != "calm" else ""
                sign = "✓" if through else row.tone_symbol
                lines.append(Entry(one, row.label, row.text, row.due, Cells(self.phrases).state(row), sign, tone))
        return lines

    def _through(self) -> set[str]:
        return self._dealt | {one for one, note in self._notes.items() if note}

    def _show_fields(self) -> None:
        found = self.meant()
        if not found or self.view is None:
            self.query_one(FieldList).show((), "")
            return
        fields = action_fields(self.view.widened, found[0], None, self.phrases)
        note = self._notes.get(found[0].id, "")
        if note:
            fields = [FieldLine("", self.phrases("tui.meeting.noted"), note, tone="done"), *fields]
        self.query_one(FieldList).show(fields, found[0].id)

    def on_outline_pointed(self, event: Outline.Pointed) -> None:
        """Show the action under the cursor."""
        event.stop()
        if self._subject is not None:
            self._show_fields()

    # -- the way through ----------------------------------------------------------------------------------------

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Begin the meeting, or go to the action's fields."""
        event.stop()
        if self._subject is None:
            self._begin(self._subjects[int(event.target.removeprefix("subject:"))])
        else:
            self.add_class("opened")
            self.query_one(FieldList).focus()

    def _begin(self, subject: Subject) -> None:
        self._subject, self._began = subject, self.view
        self._dealt, self._notes = set(), {}
        self.add_class("begun")
        self._show()
        self.query_one(Outline).action_edge(0)
        self.query_one(Outline).focus()
        self.refresh_bindings()

    def action_dealt(self) -> None:
        """It is gone through: on to the next."""
        for action in self.meant():
            self._dealt ^= {action.id}
            self._show()
            self.query_one(Outline).action_step(1)

    def action_note(self) -> None:
        """Write what was said."""
        from followup.tui.dialogs.words import Asking, WordsDialog

        for action in self.meant():
            if self.view is not None:
                take = self._taker(action.id)
                title = self.phrases("tui.meeting.note", label=self._names((action,)))
                about = action.requirement or action.measure
                asking = Asking(title, about, "", self._notes.get(action.id, ""), take, long=True)
                self.post_message(self.DialogAsked(WordsDialog(self.phrases, asking, self.view.today)))

    def _taker(self, action: str) -> Any:  # noqa: ANN401 - a function
        def take(text: str, _: str) -> Given:
            self._notes[action] = text
            self._show()
            return None

        return take

    def action_end(self) -> None:
        """Write the minutes to a folder."""
        from followup.tui.dialogs.words import Asking, WordsDialog

        if self.view is None:
            return
        folder = str(Path("~") / "followup")
        title, about = self.phrases("tui.meeting.minutes"), self.phrases("tui.meeting.minutes_about")
        asking = Asking(title, about, self.phrases("tui.export.folder"), folder, self._write)
        self.post_message(self.DialogAsked(WordsDialog(self.phrases, asking, self.view.today)))

    def _write(self, folder: str, _: str) -> Given:
        if self._subject is None or self._began is None or self.view is None:
            return None
        name = self.phrases("tui.meeting.file_name", day=self.view.today.isoformat())
        names = {form: str(Path(folder or ".") / f"{name}.{form}") for form in FORMS}
        dealt = tuple(one for one in self._subject.actions if one in self._through())
        since = self._began.snapshot.revision
        self.post_message(ErrandAsked(Minutes(names, self._subject.name, dealt, dict(self._notes), since), self))
        return None

    def answered(self, _errand: object, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Say where the minutes lie; the meeting is over."""
        self.post_message(self.Said(self.phrases("tui.export.wrote", place=", ".join(answer))))
        self._leave_meeting()

    def refuse(self, sentence: str) -> None:
        """Say why the minutes could not be written; the meeting goes on."""
        self.post_message(self.Said(sentence))

    def _leave_meeting(self) -> None:
        self._subject = None
        self.remove_class("begun", "opened")
        self._show()
        self.query_one(Outline).focus()
        self.refresh_bindings()

    def leave(self) -> bool:
        """From the fields to the list; from the list to the subjects, when nothing would be lost."""
        if self.query_one(FieldList).has_focus:
            self.remove_class("opened")
            self.query_one(Outline).focus()
        elif self._subject is not None and not self._through():
            self._leave_meeting()
        elif self._subject is not None:
            self.post_message(self.Said(self.phrases("tui.meeting.goes_on")))
        else:
            return False
        return True

    def action_back(self) -> None:
        """One step back; from the subjects, to where one came from."""
        if not self.leave():
            self.post_message(RoomAsked(BACK))
