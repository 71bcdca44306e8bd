"""Calendars in a folder: one file for each owner and one for each plan, to subscribe to or to open.

A file whose bytes would be the same is not touched, one whose last reminder is gone stays as an empty calendar, and
no file is ever deleted. The ledger is recorded before anything is written, so that no sequence is used twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import NotWritten, write_all
from exports.ics import assemble, head
from exports.reading import head_of, read_event, sequences
from exports.sheet import Calendar
from followup.domain.reminders import SENT, WITHDRAWN, Delivery
from followup.phrases.book import LANGUAGES, Phrases
from followup.publishing.calendar_report import CalendarFile, CalendarReport, Line
from followup.publishing.files import not_written
from followup.publishing.wording import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from followup.domain.snapshot import Snapshot
    from followup.publishing.drawing import Drawing
    from followup.publishing.ledger import Ledger

CHANNEL = "folder"
_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One calendar file to be: whose, its path and bytes, how many events, and what it holds now."""

    owner: str
    name: str
    path: Path
    data: bytes
    uids: tuple[str, ...]
    before: bytes | None

    @property
    def changed(self) -> bool:
        """Say whether the file holds something else now."""
        return self.before != self.data


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one export, before they are written, with what a report needs."""

    path: str
    sheaves: tuple[Sheaf, ...]
    drawing: Drawing
    snapshot: Snapshot
    ledger: Ledger

    def report(self) -> CalendarReport:
        """Give the report of an export that writes nothing."""
        return self._report({}, dry_run=True)

    def write(self, now: datetime) -> tuple[CalendarReport, list[Delivery]]:
        """Write what has changed; give the report, and who was told what at that instant."""
        changed = [one for one in self.sheaves if one.changed]
        done = write_all((one.path, one.data) for one in changed)
        failed = {one.path: one.error for one in done if isinstance(one, NotWritten)}
        told = [each for one in changed if one.path not in failed for each in self._deliveries(one, now)]
        return self._report(failed, dry_run=False), told

    def _report(self, failed: dict[Path, OSError], *, dry_run: bool) -> CalendarReport:
        files = tuple(self._file(one, failed.get(one.path)) for one in self.sheaves)
        return CalendarReport(self.path, dry_run, files, self.drawing.undated, self.drawing.unowned)

    def _file(self, sheaf: Sheaf, error: OSError | None) -> CalendarFile:
        news = News.of(sheaf, self.drawing) if sheaf.changed else News()
        return CalendarFile(
            owner=sheaf.owner,
            name=sheaf.name,
            path=str(sheaf.path),
            events=len(sheaf.uids),
            changed=sheaf.changed,
            new=tuple(self.drawing.lines[uid] for uid in news.new),
            updated=tuple(self.drawing.lines[uid] for uid in news.updated),
            withdrawn=tuple(line for uid in news.withdrawn for line in self._known_line(uid)),
            trouble=not_written(str(sheaf.path), error) if error else None,
        )

    def _known_line(self, uid: str) -> Iterator[Line]:
        """Name a reminder that is in the ledger; its action may be gone."""
        if uid in self.drawing.lines:
            yield self.drawing.lines[uid]
        elif uid in self.ledger.reminders:
            known = self.ledger.reminders[uid]
            action = self.snapshot.actions.get(known.action)
            event = read_event(known.component.encode())
            recurs = "\r\nRRULE:" in known.component
            yield Line(action.label if action else "", known.kind, event.day, event.summary, recurs)

    def _deliveries(self, sheaf: Sheaf, now: datetime) -> Iterator[Delivery]:
        news = News.of(sheaf, self.drawing)
        for uid in (*news.new, *news.updated):
            yield Delivery(uid, sheaf.owner, CHANNEL, self.drawing.reminders[uid].sequence, SENT, now)
        for uid in news.withdrawn:
            known = self.ledger.reminders.get(uid)
            if known is not None:
                yield Delivery(uid, sheaf.owner, CHANNEL, known.sequence, WITHDRAWN, now)


@dataclass(frozen=True, slots=True)
class News:
    """The UIDs that a file has and had not, has otherwise, and had and has not."""

    new: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @classmethod
    def of(cls, sheaf: Sheaf, drawing: Drawing) -> News:
        """Compare a file with what it will be."""
        before = sequences(sheaf.before or b"")
        now = {uid: drawing.reminders[uid].sequence for uid in sheaf.uids}
        return cls(
            tuple(uid for uid in now if uid not in before),
            tuple(uid for uid, sequence in now.items() if before.get(uid, sequence) != sequence),
            tuple(uid for uid in before if uid not in now),
        )


def fill_folder(path: str, snapshot: Snapshot, drawing: Drawing, ledger: Ledger) -> Folder:
    """Give the files that the folder should hold; those of calendars that are no more become empty."""
    folder = Path(path)
    own = [*_people_sheaves(folder, snapshot, drawing), *_plan_sheaves(folder, snapshot, drawing)]
    forsaken = _forsaken(folder, ledger, {one.path for one in own}) if drawing.whole else ()
    return Folder(path, (*own, *forsaken), drawing, snapshot, ledger)


def file_name(owner: str) -> str:
    """Give the name of an owner's file: from the id, never from a name that may change."""
    return f"owner-{owner.replace('-', '')[:_ID_LENGTH]}.ics"


def plan_file_name(key: str) -> str:
    """Give the name of a plan's file; a letter that is not plain becomes its number."""
    return f"plan-{''.join(one if one.isascii() and one.isalnum() else f'{ord(one):x}' for one in key)}.ics"


def _people_sheaves(folder: Path, snapshot: Snapshot, drawing: Drawing) -> Iterator[Sheaf]:
    for person, uids in (drawing.by_person | _former(folder, snapshot, drawing)).items():
        known = snapshot.people[person]
        language = known.language if known.language in LANGUAGES else _main_language(snapshot)
        name = Phrases(language)("calendar.name_owner", name=known.name)
        yield _sheaf(person, name, folder / file_name(person), Calendar(name, language), uids, drawing)


def _former(folder: Path, snapshot: Snapshot, drawing: Drawing) -> dict[str, tuple[str, ...]]:
    """Give the people who own nothing any more but have a file here: it stays, empty."""
    others = (one for one in snapshot.people if drawing.whole and one not in drawing.by_person)
    return {one: () for one in others if (folder / file_name(one)).is_file()}


def _plan_sheaves(folder: Path, snapshot: Snapshot, drawing: Drawing) -> Iterator[Sheaf]:
    for plan_id, uids in drawing.by_plan.items():
        plan = snapshot.plans[plan_id]
        name = ", ".join(dict.fromkeys(part for part in (plan.title, plan.unit) if part)) or plan.key
        path = folder / plan_file_name(plan.key)
        yield _sheaf("", name, path, Calendar(name, language_of(plan)), uids, drawing)


def _main_language(snapshot: Snapshot) -> str:
    return next((language_of(plan) for plan in snapshot.plans.values()), LANGUAGES[0])


def _sheaf(owner: str, name: str, path: Path, calendar: Calendar, uids: tuple[str, ...], drawing: Drawing) -> Sheaf:
    components = (drawing.reminders[uid].component.encode() for uid in uids)
    return Sheaf(owner, name, path, assemble(head(calendar), components), uids, _content(path))


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _forsaken(folder: Path, ledger: Ledger, own: set[Path]) -> Iterator[Sheaf]:
    """Give the files of people and plans that are no more, to be emptied: only those that hold our own reminders."""
    for path in _others(folder, own):
        before = _content(path) or b""
        uids = sequences(before)
        if uids and all(uid in ledger.reminders for uid in uids):
            yield Sheaf("", path.name, path, assemble(head_of(before), ()), (), before)


def _others(folder: Path, own: set[Path]) -> Iterable[Path]:
    found = [*folder.glob("owner-*.ics"), *folder.glob("plan-*.ics")] if folder.is_dir() else []
    return sorted(path for path in found if path not in own)
