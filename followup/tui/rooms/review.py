"""A room where what was read is reviewed: actions put right, left out, ticked off, and where they go.

Each step can be had back as long as nothing is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from followup.tui.review_lines import review_entries, row_fields
from followup.tui.reviewing import GONE, Review, Row
from followup.tui.rooms.telling import TellingRoom
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from followup.phrases.book import Phrases
    from followup.tui.view import Read


class ReviewRoom(TellingRoom):
    """The rows of one review beside the fields of the one under the cursor; subclasses have both lists."""

    BINDINGS = [
        Binding("o", "next_unsure", "tui.key.next_unsure", id="import.next_unsure"),
        Binding("t", "sure", "tui.key.sure", tooltip="tui.tip.sure", id="import.sure"),
        Binding("space", "leave_out", "tui.key.leave_out", tooltip="tui.tip.leave_out", id="import.leave_out"),
        Binding("w", "where", "tui.key.where", tooltip="tui.tip.where", id="import.where"),
        Binding("u", "undo_review", "tui.key.undo_review", tooltip="tui.tip.undo_review", id="import.undo"),
    ]

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing to review."""
        super().__init__(phrases, read)
        self._review: Review | None = None
        self._rows: tuple[Row, ...] = ()
        self._before: list[tuple[Review, str]] = []
        self._key = ""

    def reviewed(self) -> None:
        """Say how the review stands."""

    def begin_review(self, review: Review) -> None:
        """Begin with a document, with nothing to have back."""
        self._review, self._key, self._before = review, "", []

    def end_review(self) -> None:
        """Have nothing to review."""
        self._review = None

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_review(self) -> None:
        """Show the review as it is now, beside what is stored."""
        if self._review is None or self.view is None:
            return
        self._rows = self._review.rows(self.view.snapshot)
        self.query_one("#rows", Outline).show(review_entries(self._review, self._rows, self.phrases))
        self.reviewed()
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

    # -- what is done -------------------------------------------------------------------------------------------

    def _become(self, review: Review, key: str | None = None) -> None:
        """Go on with another review, and perhaps another short name; the one before can be had back."""
        if self._review is not None:
            self._before.append((self._review, self._key))
        self._review, self._key = review, self._key if key is None else key
        self.show_review()

    def action_undo_review(self) -> None:
        """Have the review as it was before the last thing that was put right, left out or ticked off."""
        if not self._before:
            self.post_message(self.Said(self.phrases("tui.import.nothing_undone")))
            return
        self._review, self._key = self._before.pop()
        self.show_review()
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
