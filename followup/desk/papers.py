"""Papers and data: what the desk gives as bytes, in the user's words. Each format is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from followup.clock import Clock
    from followup.domain.actions import Action, Plan
    from followup.domain.changes import Change, ChangeSet
    from followup.domain.drafts import Draft
    from followup.domain.reissue import Match
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.present.agenda import Item
    from followup.present.history import Entry
    from followup.present.people import PersonRow


class Papers:
    """Everything that leaves the desk as bytes, but for calendars."""

    def __init__(self, phrases: Phrases, clock: Clock) -> None:
        """Write in this language, as of this clock's day."""
        self.phrases = phrases
        self._clock = clock

    def json_lines(self, documents: list[dict[str, Any]]) -> bytes:
        """Give documents as JSON, one a line."""
        from followup.publishing.formats import json_lines

        return json_lines(documents)

    def status(
        self,
        form: str,
        snapshot: Snapshot,
        actions: Sequence[Action],
        today: date,
        since: Mapping[str, tuple[Change, ...]] | None = None,
        *,
        excel: bool = False,
    ) -> bytes:
        """Give the status of these actions on a day in a format; `since` tells what changed in each (by id)."""
        from followup.publishing.formats import paper_bytes

        if form in {"json", "ndjson"}:
            return b"".join(self.status_pieces(form, snapshot, actions, today, since))
        return paper_bytes(form, snapshot, actions, today, self.phrases, excel=excel)

    def status_pieces(
        self,
        form: str,
        snapshot: Snapshot,
        actions: Sequence[Action],
        today: date,
        since: Mapping[str, tuple[Change, ...]] | None = None,
    ) -> Iterator[bytes]:
        """Give the same as json or ndjson, in pieces to be joined."""
        from followup.publishing.formats import status_pieces

        return status_pieces(form, snapshot, actions, today, since)

    def card(self, form: str, snapshot: Snapshot, action: Action) -> bytes:
        """Give one action whole, as md or html."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.papers import status_sheet

        return sheet_bytes(form, status_sheet(snapshot, [action], self._clock.today(), self.phrases, cards=True))

    def log(self, form: str, entries: Sequence[Entry]) -> bytes:
        """Give the log as csv or md."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import log_sheet

        return sheet_bytes(form, log_sheet(entries, self.phrases))

    def agenda(self, form: str, items: Sequence[Item]) -> bytes:
        """Give what comes as csv or md."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import agenda_sheet

        return sheet_bytes(form, agenda_sheet(items, self.phrases))

    def people(self, form: str, people: Sequence[PersonRow]) -> bytes:
        """Give the people as csv."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.lists import people_sheet

        return sheet_bytes(form, people_sheet(people, self.phrases))

    def minutes(
        self,
        form: str,
        snapshot: Snapshot,
        heading: str,
        dealt: Sequence[str],
        notes: Mapping[str, str],
        made: Iterable[ChangeSet],
    ) -> bytes:
        """Give what a meeting came to as md or html; `made` are the change sets of the meeting, newest first."""
        from followup.publishing.formats import sheet_bytes
        from followup.publishing.minutes import minutes_sheet

        said = (self.phrases, self._clock.today())
        return sheet_bytes(form, minutes_sheet(snapshot, heading, dealt, notes, made, said))

    def write(self, path: str, data: bytes) -> str:
        """Write a file whole or not at all; give its path.

        Raises:
            Trouble: it cannot be written.
        """
        from followup.publishing.files import write_file

        return write_file(path, data)

    def write_parts(self, path: str, parts: Iterable[bytes]) -> str:
        """Write a file that comes in parts, whole or not at all; give its path.

        Raises:
            Trouble: it cannot be written.
        """
        from followup.publishing.files import write_parts

        return write_parts(path, parts)

    def draft_bytes(self, draft: Draft, matches: Sequence[Match], plan: Plan | None) -> bytes:
        """Give what was read, and what storing it would change, as JSON."""
        from followup.publishing.drafts import draft_document
        from followup.publishing.formats import json_bytes

        return json_bytes(draft_document(draft, matches, plan))
