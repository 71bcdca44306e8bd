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

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from followup.tui.errands import Accept, ReadDocument, RoomAsked, Understood
from followup.tui.reviewing import Review, unknown_headings
from followup.tui.rooms.review import ReviewRoom
from followup.tui.widgets.document_picker import DocumentPicker
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from followup.tui.widgets.path_line import PathLine

REVIEW_KEYS = frozenset({"save", "leave_out", "sure", "next_unsure", "where", "map", "fields", "undo_review"})


class ImportRoom(ReviewRoom):
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
        Binding("m", "map", "tui.key.map", tooltip="tui.tip.map", id="import.map"),
        Binding("escape,left", "back", "tui.key.back", id="register.back"),
    ]

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
        self.reviewed()

    def watch_view(self) -> None:
        """What is compared with may be another."""
        if self.is_mounted and self._review is not None:
            self.show_review()

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

    def reviewed(self) -> None:
        """Say how the review stands, above it."""
        self.query_one(".headline", Static).update(self._headline_words())

    def _headline_words(self) -> Content:
        if not self._reviewing or self._review is None:
            return Content.styled(self.phrases("tui.import.choose"), "bold")
        review, taken = self._review, [row for row in self._rows if row.key not in self._review.without]
        parts = [Content.styled(review.draft.source, "bold")]
        parts.append(Content(self.phrases.count("summary.total", len(review.draft.actions))))
        parts += self._unsure_words(sum(row.doubts for row in taken), unknown_headings(review.draft))
        if review.plan:
            parts.append(Content(self.phrases("tui.import.into", title=review.plan.title)))
        else:
            named = review.draft.unit or review.draft.title
            parts.append(Content(self.phrases("tui.import.new_plan", name=self._key or named or "–")))
        return Content.styled("  ·  ", "$foreground 72%").join(parts)

    def _unsure_words(self, unsure: int, headings: Sequence[str]) -> list[Content]:
        says = [self.phrases.count("tui.import.unsure", unsure)] if unsure else []
        if headings:
            named = f"{headings[0]} …" if len(headings) > 1 else headings[0]
            says.append(self.phrases("tui.import.heading_unknown", heading=named))
        if says:
            return [Content.styled(f"? {each}", "$text-warning bold") for each in says]
        return [Content.styled(self.phrases("tui.import.all_sure"), "$text-success")]

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
        self.begin_review(Review(answer.draft, answer.plan))
        self._enter_review()

    def stored(self) -> None:
        """Go to the register."""
        self.end_review()
        self._choose_again()
        self.post_message(RoomAsked("register"))

    def _enter_review(self) -> None:
        self.add_class("review")
        self.remove_class("opened")
        self.show_review()
        self.query_one("#rows").focus()
        self.refresh_bindings()

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
        self.reviewed()
        self.enter()
        self.refresh_bindings()

    def action_back(self) -> None:
        """One step back; from the path, to the register."""
        if not self.leave():
            self.say("")
            self.post_message(RoomAsked("register"))
