"""Documents that plans came in: read, compared with what is stored, and stored when a person says yes."""

from __future__ import annotations

from dataclasses import replace
from json import loads
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from followup.desk.outcome import Outcome
    from followup.domain.actions import Plan
    from followup.domain.changes import ChangeSet
    from followup.domain.commands import Command
    from followup.domain.drafts import Draft
    from followup.domain.reissue import Match
    from followup.domain.snapshot import Snapshot
    from followup.domain.stopping import Watch

BY_HAND = frozenset({"action", "plan", "area"})
"""Entities whose fields a person may have set, which no document overwrites."""


class Seat(Protocol):
    """As much of the desk as documents need."""

    def today(self) -> date:
        """Give the day that dates are counted from."""

    def snapshot(self) -> Snapshot:
        """Give everything as it stands now."""

    def history(self, *, limit: int | None) -> tuple[ChangeSet, ...]:
        """Give the journal."""

    def do(self, *commands: Command) -> Outcome:
        """Carry out commands as one change set, or none of them."""

    def remembered(self, key: str) -> Any:  # noqa: ANN401 - any plain value
        """Give what `remember` kept."""

    def remember(self, key: str, value: Any) -> None:  # noqa: ANN401 - as above
        """Keep a value."""


class Documents:
    """What can be done with a document at one desk."""

    def __init__(self, desk: Seat) -> None:
        """Read and store for this desk."""
        self._desk = desk

    @property
    def largest(self) -> int:
        """Give how many bytes a document may have."""
        from followup.intake.formats.recognise import LARGEST_FILE

        return LARGEST_FILE

    def read(
        self,
        path: str,
        mapping: Mapping[str, str],
        data: bytes | None = None,
        *,
        keep: bool = True,
        watch: Watch | None = None,
    ) -> Draft:
        """Read a document; `data` is its content where it does not lie in a file ("-").

        What `mapping` tells of headings is remembered for the next document of the same form, if `keep`.

        Raises:
            Trouble: it cannot be read, or holds no plan.
            StoppedError: the one who watches has stopped it; nothing is remembered.
        """
        import os

        from followup.desk.told_headings import KEY, read_with_told, with_form
        from followup.domain.texts import cleaned
        from followup.intake.documents import read_document

        today, forms = self._desk.today(), self._desk.remembered(KEY)
        draft, told = read_with_told(lambda told: read_document(path, data, today, told, watch), mapping, forms)
        if mapping and keep:
            self._desk.remember(KEY, with_form(forms, told))
        name = "stdin" if path == "-" else os.path.basename(path)  # noqa: PTH119 - the last part of any path is a name
        return cleaned(replace(draft, source=name))

    def reissue(self, draft: Draft) -> Plan | None:
        """Give the stored plan that the document is a re-issue of, if there is one."""
        from followup.domain.reissue import reissue_of

        return reissue_of(self._desk.snapshot(), draft)

    def compare(self, plan: Plan, draft: Draft) -> tuple[Match, ...]:
        """Say what a re-issued document has that is new, same, changed or gone."""
        from followup.domain.reissue import compare

        return compare(self._desk.snapshot(), plan, draft)

    def accept(self, draft: Draft, key: str = "", plan: str = "") -> Outcome:
        """Store a read document, as a new plan or as a re-issue of a plan (id)."""
        return self.accept_all([(draft, key, plan)])

    def accept_all(self, drafts: Iterable[tuple[Draft, str, str]]) -> Outcome:
        """Store read documents together or not at all, each with its key and plan as for `accept`."""
        from followup.domain.commands import AcceptDraft

        asked = list(drafts)
        own = self._own_fields() if any(plan for _, _, plan in asked) else frozenset()
        return self._desk.do(*(AcceptDraft(draft, key, plan, own) for draft, key, plan in asked))

    def _own_fields(self) -> frozenset[tuple[str, str]]:
        """Give the (id, field) that a person has set: a document does not overwrite them."""
        from followup.domain.changes import in_force

        sets = in_force(self._desk.history(limit=None))
        by_hand = (made for made in sets if loads(made.why or "{}").get("command") != "AcceptDraft")
        changes = (change for made in by_hand for change in made.changes if change.entity in BY_HAND)
        return frozenset((change.id, change.field) for change in changes if change.field)
