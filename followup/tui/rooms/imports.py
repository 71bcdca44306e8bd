"""Import: choose a document, see what was understood beside what is written, put it right, and store it as one change.

ImportRoom
├── .headline
├── DocumentPicker      while a document is chosen
├── #floor
│   ├── Outline #rows   the actions that were read
│   └── FieldList       the one under the cursor, words beside reading
└── .note               what is going on, or why not
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from followup.tui.errands import Accept, ReadDocument, RoomAsked, Understood
from followup.tui.review_lines import review_entries, row_fields
from followup.tui.reviewing import GONE, Review, Row
from followup.tui.rooms.telling import TellingRoom
from followup.tui.widgets.document_picker import DocumentPicker
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.phrases.book import Phrases
    from followup.tui.view import Read
    from followup.tui.widgets.path_line import PathLine

REVIEW_KEYS = frozenset({"save", "leave_out", "sure", "next_unsure", "where", "map", "fields", "undo_review"})


class ImportRoom(TellingRoom):
    """A document on its way in."""

    name_key = "tui.room.import"
    SCOPED_CSS = False
    DEFAULT_CSS = """
    ImportRoom { layout: vertical; }
    ImportRoom > #floor { height: 1fr; layout: vertical; display: none; }
    ImportRoom FieldList { height: 50%; border-top: solid $panel-lighten-2; padding: 0 1; }
    ImportRoom FieldList:focus { border-top: solid $primary; }
    ImportRoom .note { height: auto; padding: 0 1; background: $background; color: $text-warning; display: none; }
    .-wide ImportRoom > #floor, .-broad ImportRoom > #floor { layout: horizontal; }
    .-wide ImportRoom FieldList, .-broad ImportRoom FieldList {
        width: 48%; height: 100%; border-top: none; border-left: vkey $panel-lighten-2;
    }
    .-wide ImportRoom FieldList:focus, .-broad ImportRoom FieldList:focus {
        border-top: none; border-left: vkey $primary;
    }
    .-low ImportRoom FieldList { height: 100%; border-top: none; }
    ImportRoom.review > #floor { display: block; }
    ImportRoom.review > DocumentPicker { display: none; }
    .-low ImportRoom.review FieldList { display: none; }
    .-low ImportRoom.review.opened FieldList { display: block; }
    .-low ImportRoom.review.opened #rows { display: none; }
    """
    BINDINGS = [
        Binding("a,ctrl+s", "save", "tui.key.save_all", tooltip="tui.tip.save_all", id="import.save", key_display="a"),
        Binding("o", "next_unsure", "tui.key.next_unsure", id="import.next_unsure"),
        Binding("t", "sure", "tui.key.sure", tooltip="tui.tip.sure", id="import.sure"),
        Binding("space", "leave_out", "tui.key.leave_out", tooltip="tui.tip.leave_out", id="import.leave_out"),
        Binding("w", "where", "tui.key.where", tooltip="tui.tip.where", id="import.where"),
        Binding("u", "undo_review", "tui.key.undo_review", tooltip="tui.tip.undo_review", id="import.undo"),
        Binding("m", "map", "tui.key.map", tooltip="tui.tip.map", id="import.map"),
        Binding("escape,left", "back", "tui.key.back", id="register.back"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing chosen."""
        super().__init__(phrases, read)
        self._review: Review | None = None
        self._rows: tuple[Row, ...] = ()
        self._before: list[tuple[Review, str]] = []
        self._key = ""

    def compose(self) -> ComposeResult:
        """Headline, path, lists, note."""
        yield Static(classes="headline", markup=False)
        yield DocumentPicker(self.phrases)
        with Container(id="floor"):
            yield Outline(id="rows")
            yield FieldList(id="fields")
        yield Static(classes="note", markup=False)

    def on_mount(self) -> None:
        """Say what can be read."""
        self.say("")
        self._headline()

    def watch_view(self) -> None:
        """What is compared with may be another."""
        if self.is_mounted and self._review is not None:
            self._show_review()

    def enter(self) -> None:
        """Take the keyboard where it was."""
        if self._reviewing:
            self.query_one(FieldList if self.has_class("opened") else "#rows").focus()
        else:
            self.query_one(DocumentPicker).start(self._review.draft.source if self._review else "")

    @property
    def _reviewing(self) -> bool:
        return self.has_class("review")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer what belongs to a review only in a review."""
        if action == "map":
            return self._reviewing and self.has_headings
        return action not in REVIEW_KEYS or self._reviewing

    def _headline(self) -> None:
        self.query_one(".headline", Static).update(self._headline_words())

    def _headline_words(self) -> Content:
        if not self._reviewing or self._review is None:
            return Content.styled(self.phrases("tui.import.choose"), "bold")
        review, taken = self._review, [row for row in self._rows if row.key not in self._review.without]
        parts = [Content.styled(review.draft.source, "bold")]
        parts.append(Content(self.phrases.count("summary.total", len(review.draft.actions))))
        unsure = sum(row.doubts for row in taken)
        says = self.phrases.count("tui.import.unsure", unsure) if unsure else self.phrases("tui.import.all_sure")
        parts.append(
            Content.styled(f"? {says}" if unsure else says, "$text-warning bold" if unsure else "$text-success")
        )
        if review.plan:
            parts.append(Content(self.phrases("tui.import.into", title=review.plan.title)))
        else:
            named = review.draft.unit or review.draft.title
            parts.append(Content(self.phrases("tui.import.new_plan", name=self._key or named or "–")))
        return Content.styled("  ·  ", "$foreground 72%").join(parts)

    # -- choosing -----------------------------------------------------------------------------------------------

    def on_path_line_pasted(self, event: PathLine.Pasted) -> None:
        """Read a text that was pasted."""
        event.stop()
        self.begin(ReadDocument(self.phrases("tui.import.pasted"), {}, event.text.encode()))

    def on_document_picker_chosen(self, event: DocumentPicker.Chosen) -> None:
        """Read the document."""
        event.stop()
        self.begin(ReadDocument(event.path))

    def on_document_picker_resumed(self) -> None:
        """Go on with the review that was begun."""
        self._enter_review()

    def on_document_picker_missing(self) -> None:
        """Say what is asked for."""
        self.say(self.phrases("tui.import.type_first"))

    def understood(self, answer: Understood) -> None:
        """Show what was understood."""
        super().understood(answer)
        self._review, self._key, self._before = Review(answer.draft, answer.plan), "", []
        self._enter_review()

    def stored(self) -> None:
        """Go to the register."""
        self._review = None
        self._choose_again()
        self.post_message(RoomAsked("register"))

    # -- reviewing ----------------------------------------------------------------------------------------------

    def _enter_review(self) -> None:
        self.add_class("review")
        self.remove_class("opened")
        self._show_review()
        self.query_one("#rows").focus()
        self.refresh_bindings()

    def _show_review(self) -> None:
        if self._review is None or self.view is None:
            return
        self._rows = self._review.rows(self.view.snapshot)
        self.query_one("#rows", Outline).show(review_entries(self._review, self._rows, self.phrases))
        self._headline()
        self._show_fields()

    def _row(self) -> Row | None:
        key = self.query_one("#rows", Outline).current
        return next((row for row in self._rows if row.key == key), None)

    def _show_fields(self) -> None:
        row = self._row()
        if row is None or self._review is None or self.view is None:
            self.query_one(FieldList).show((), "")
            return
        fields = row_fields(self._review, row, self.view.snapshot, self.phrases)
        self.query_one(FieldList).show(fields, row.key)

    def on_outline_pointed(self, event: Outline.Pointed) -> None:
        """Show the action under the cursor."""
        event.stop()
        self._show_fields()

    def on_outline_opened(self, event: Outline.Opened) -> None:
        """Go to the action's fields."""
        event.stop()
        self.add_class("opened")
        self.query_one(FieldList).focus()

    def on_field_list_opened(self, event: FieldList.Opened) -> None:
        """Put a field right."""
        event.stop()
        row = self._row()
        if row is None or row.match.draft is None or self.view is None:
            return
        from followup.tui.corrections import correction
        from followup.tui.dialogs.words import WordsDialog

        said = (self.phrases, self.view.today)
        asking = correction(event.key, row.match.draft, lambda fields: self._put(row.key, fields), self.read, said)
        self.post_message(self.DialogAsked(WordsDialog(self.phrases, asking, self.view.today)))

    def _become(self, review: Review, key: str | None = None) -> None:
        """Go on with another review, and perhaps another short name; the one before can be had back."""
        if self._review is not None:
            self._before.append((self._review, self._key))
        self._review, self._key = review, self._key if key is None else key
        self._show_review()

    def action_undo_review(self) -> None:
        """Have the review as it was before the last thing that was put right, left out or ticked off."""
        if not self._before:
            self.post_message(self.Said(self.phrases("tui.import.nothing_undone")))
            return
        self._review, self._key = self._before.pop()
        self._show_review()
        self.post_message(self.Said(self.phrases("tui.import.undone")))

    def _put(self, key: str, fields: dict[str, Any]) -> None:
        if self._review is not None:
            self._become(self._review.put(key, **fields))

    def action_leave_out(self) -> None:
        """Leave the action out, or take it along again."""
        row = self._row()
        if row is not None and self._review is not None:
            self._become(self._review.toggled(row.key))
            self.query_one("#rows", Outline).action_step(1)

    def action_sure(self) -> None:
        """All of it is right: tick its doubts off, and go to the next that is unsure."""
        row = self._row()
        if row is not None and self._review is not None and not row.key.startswith(GONE):
            self._become(self._review.sure(row.key, self.read.user))
            self.action_next_unsure()

    def action_next_unsure(self) -> None:
        """Go to the next action with something unsure."""
        outline = self.query_one("#rows", Outline)
        unsure = {row.key for row in self._rows if row.doubts and self._review and row.key not in self._review.without}
        places = [n for n, one in enumerate(outline.entries) if one.target in unsure]
        later = [n for n in places if n > outline.cursor]
        if places:
            outline.cursor = (later or places)[0]

    def action_where(self) -> None:
        """Choose between a new plan and those that are stored."""
        from followup.tui.dialogs.options import OptionsDialog

        if self._review is None or self.view is None:
            return
        plans = self.view.snapshot.plans
        options = (
            ("", self.phrases("tui.import.as_new")),
            *((one.id, f"{one.key}  {one.title}") for one in plans.values()),
        )
        titles = (self.phrases("tui.import.where"), self._review.draft.title or self._review.draft.source)
        chosen = self._review.plan.id if self._review.plan else ""
        typed = ("field.key", self._key, self.phrases("tui.import.key_hint"))
        self.post_message(
            self.DialogAsked(OptionsDialog(self.phrases, titles, options, self._go_into, chosen=chosen, typed=typed))
        )

    def _go_into(self, plan: str, key: str) -> None:
        if self._review is not None and self.view is not None:
            draft, plans = self._review.draft, self.view.snapshot.plans
            self._become(Review(draft, plans.get(plan)), key if not plan else "")

    def action_save(self) -> None:
        """Store all that is not left out, as one change set."""
        if self._review is None or self.view is None:
            return
        draft = self._review.accepted(self.view.snapshot)
        self.store(Accept(draft, self._key, self._review.plan.id if self._review.plan else ""))

    # -- back ---------------------------------------------------------------------------------------------------

    def leave(self) -> bool:
        """Stop reading; from the fields to the rows, from these to the documents, from the names to the path."""
        if self.stop():
            return True
        if self._reviewing and self.query_one(FieldList).has_focus:
            self.remove_class("opened")
            self.query_one("#rows").focus()
        elif self._reviewing:
            self._choose_again()
        else:
            return self.query_one(DocumentPicker).leave()
        return True

    def _choose_again(self) -> None:
        self.remove_class("review", "opened")
        self.say("")
        self._headline()
        self.enter()
        self.refresh_bindings()

    def action_back(self) -> None:
        """One step back; from the path, to the register."""
        if not self.leave():
            self.say("")
            self.post_message(RoomAsked("register"))
