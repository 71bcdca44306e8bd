"""A room where it is told what stands under headings that no reader knows, and where what was told can be taken back.

The desk remembers what is told for the next document on the same form; a wrong word would be remembered too.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from followup.domain.stopping import Watch
from followup.tui.errands import ForgetHeading, ReadDocument, Understood
from followup.tui.reviewing import unknown_headings
from followup.tui.rooms.reading import ReadingRoom

if TYPE_CHECKING:
    from typing import Any

    from followup.phrases.book import Phrases
    from followup.tui.view import Read

FIELDS = (
    *("measure", "requirement", "due", "responsible", "follow_up", "follow_up_responsible", "status", "area"),
    "ignore",
)
"""What a heading that was not recognised may name."""
FORGET = "forget"


class TellingRoom(ReadingRoom):
    """Asks what stands under headings, and reads again."""

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing told."""
        super().__init__(phrases, read)
        self._mapping: dict[str, str] = {}
        self._unknown: tuple[str, ...] = ()
        self._told: dict[str, str] = {}

    def begin(self, errand: ReadDocument) -> None:
        """Read a document; nothing is told of it yet."""
        self._mapping = dict(errand.mapping)
        super().begin(errand)

    def understood(self, answer: Understood) -> None:
        """Know which headings were not recognised, and what has been told of others."""
        self._unknown = unknown_headings(answer.draft)
        self._told = {heading: field for heading, field in answer.told.items() if heading not in self._unknown}

    @property
    def has_headings(self) -> bool:
        """Say whether there is a heading to tell of, or one that has been told of."""
        return bool(self._unknown or self._told)

    def action_map(self) -> None:
        """Say what stands under the headings that were not recognised, one after another, and read again.

        Where some have been told of before, ask which is meant.
        """
        if self._told:
            self._ask_which()
        elif self._unknown:
            self._ask_heading(list(self._unknown))

    def _ask_which(self) -> None:
        from followup.tui.dialogs.options import OptionsDialog

        unknown = [(one, self.phrases("tui.import.heading_unknown", heading=one)) for one in self._unknown]
        told = [
            (one, self.phrases("tui.import.heading_told", heading=one, field=self._field_words(field)))
            for one, field in self._told.items()
        ]
        titles = (self.phrases("tui.import.which_heading"), self.phrases("tui.import.which_about"))
        take = lambda heading, _: self.after_paint(lambda: self._ask_heading([heading]))  # noqa: E731 - as elsewhere
        self.post_message(self.DialogAsked(OptionsDialog(self.phrases, titles, (*unknown, *told), take)))

    def _field_words(self, field: str) -> str:
        """Name what a heading was said to stand for: a field, or in the shell another heading, which says it itself."""
        key = f"tui.import.map_{field}"
        return self.phrases(key) if self.phrases.has(key) else field

    def _ask_heading(self, headings: list[str]) -> None:
        from followup.tui.dialogs.options import OptionsDialog

        if not headings:
            self._read_again()
            return
        heading = headings[0]
        fields = (*FIELDS, FORGET) if heading in self._told else FIELDS
        options = tuple((one, self.phrases(f"tui.import.map_{one}")) for one in fields)
        titles = (self.phrases("tui.import.what_under", heading=heading), self.phrases("tui.import.map_about"))
        take = partial(self._take, headings)
        chosen = self._told.get(heading, "")
        self.post_message(self.DialogAsked(OptionsDialog(self.phrases, titles, options, take, chosen=chosen)))

    def _take(self, headings: list[str], field: str, _: str) -> None:
        if field == FORGET:
            self._mapping.pop(headings[0], None)
            self.call_later(self._post, ForgetHeading(headings[0]))
        else:
            self._mapping[headings[0]] = field
            self.after_paint(lambda: self._ask_heading(headings[1:]))

    def _read_again(self) -> None:
        if self._source is not None:
            self.begin(replace(self._source, mapping=dict(self._mapping), watch=Watch()))

    def answered(self, errand: Any, answer: Any) -> None:  # noqa: ANN401 - as every asker
        """Read again when something has been forgotten."""
        if isinstance(errand, ForgetHeading):
            self._read_again()
        else:
            super().answered(errand, answer)
