"""Calendars in a folder: one file for each owner and one for each plan, to subscribe to or to open.

A file whose bytes would be the same is not touched, one whose last reminder is gone stays as an empty calendar, and
no file is ever deleted. The ledger is recorded before anything is written, so that no sequence is used twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import NotWritten, write_all
from exports.ics import assemble, head
from exports.reading import head_of, sequences
from exports.sheet import Calendar
from followup.phrases.book import LANGUAGES, Phrases
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.files import not_written
from followup.publishing.news import News, deliveries
from followup.publishing.wording import language_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from followup.domain.reminders import Delivery
    from followup.domain.snapshot import Snapshot
    from followup.publishing.drawing import Drawing

CHANNEL = "folder"
_ID_LENGTH = 12


@dataclass(frozen=True)
class Sheaf:
    """One calendar file to be: whose, its path and bytes, its events, and what it holds now."""

    owner: str
    name: str
    path: Path
    data: bytes
    uids: tuple[str, ...]
    before: bytes | None
    drawing: Drawing

    @property
    def changed(self) -> bool:
        """Say whether the file holds something else now."""
        return self.before != self.data

    @cached_property
    def news(self) -> News:
        """Compare the file with what it will be."""
        if not self.changed:
            return News()
        before = sequences(self.before or b"")
        return News.between(before, {uid: self.drawing.reminders[uid].sequence for uid in self.uids})

    def told(self, error: OSError | None) -> CalendarFile:
        """Give what the report says of the file."""
        gone = [uid for uid in self.news.withdrawn if uid in self.drawing.ledger.reminders]
        return CalendarFile(
            owner=self.owner,
            name=self.name,
            path=str(self.path),
            events=len(self.uids),
            changed=self.changed,
            new=tuple(map(self.drawing.line, self.news.new)),
            updated=tuple(map(self.drawing.line, self.news.updated)),
            withdrawn=tuple(map(self.drawing.line, gone)),
            trouble=not_written(str(self.path), error) if error else None,
        )


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one export, before they are written."""

    path: str
    sheaves: tuple[Sheaf, ...]
    drawing: Drawing

    def report(self) -> CalendarReport:
        """Give the report of an export that writes nothing."""
        return self._report({}, dry_run=True)

    def write(self, now: datetime) -> tuple[CalendarReport, list[Delivery]]:
        """Write what has changed; give the report, and who was told what at that instant."""
        changed = [one for one in self.sheaves if one.changed]
        done = write_all((one.path, one.data) for one in changed)
        failed = {one.path: one.error for one in done if isinstance(one, NotWritten)}
        written = (one for one in changed if one.path not in failed)
        told = [each for one in written for each in deliveries(self.drawing, one.news, one.owner, CHANNEL, now)]
        return self._report(failed, dry_run=False), told

    def _report(self, failed: dict[Path, OSError], *, dry_run: bool) -> CalendarReport:
        files = tuple(one.told(failed.get(one.path)) for one in self.sheaves)
        return CalendarReport(self.path, dry_run, files, self.drawing.undated, self.drawing.unowned)


def fill_folder(path: str, drawing: Drawing) -> Folder:
    """Give the files that the folder should hold; those of calendars that are no more become empty."""
    folder = Path(path)
    own = [*_people_sheaves(folder, drawing), *_plan_sheaves(folder, drawing)]
    forsaken = _forsaken(folder, drawing, {one.path for one in own}) if drawing.whole else ()
    return Folder(path, (*own, *forsaken), drawing)


def file_name(owner: str) -> str:
    """Give the name of an owner's file: from the id, never from a name that may change."""
    return f"owner-{owner.replace('-', '')[:_ID_LENGTH]}.ics"


def plan_file_name(key: str) -> str:
    """Give the name of a plan's file; a letter that is not plain becomes its number."""
    return f"plan-{''.join(one if one.isascii() and one.isalnum() else f'{ord(one):x}' for one in key)}.ics"


def _people_sheaves(folder: Path, drawing: Drawing) -> Iterator[Sheaf]:
    for person, uids in (drawing.by_person | _former(folder, drawing)).items():
        known = drawing.snapshot.people[person]
        language = known.language if known.language in LANGUAGES else _main_language(drawing.snapshot)
        name = Phrases(language)("calendar.name_owner", name=known.name)
        yield _sheaf(person, name, folder / file_name(person), Calendar(name, language), uids, drawing)


def _former(folder: Path, drawing: Drawing) -> dict[str, tuple[str, ...]]:
    """Give the people who own nothing any more but have a file here: it stays, empty."""
    others = (one for one in drawing.snapshot.people if drawing.whole and one not in drawing.by_person)
    return {one: () for one in others if (folder / file_name(one)).is_file()}


def _plan_sheaves(folder: Path, drawing: Drawing) -> Iterator[Sheaf]:
    for plan_id, uids in drawing.by_plan.items():
        plan = drawing.snapshot.plans[plan_id]
        name = ", ".join(dict.fromkeys(part for part in (plan.title, plan.unit) if part)) or plan.key
        path = folder / plan_file_name(plan.key)
        yield _sheaf("", name, path, Calendar(name, language_of(plan)), uids, drawing)


def _main_language(snapshot: Snapshot) -> str:
    return next((language_of(plan) for plan in snapshot.plans.values()), LANGUAGES[0])


def _sheaf(owner: str, name: str, path: Path, calendar: Calendar, uids: tuple[str, ...], drawing: Drawing) -> Sheaf:
    components = "".join([drawing.reminders[uid].component for uid in uids]).encode()
    return Sheaf(owner, name, path, assemble(head(calendar), (components,)), uids, _content(path), drawing)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _forsaken(folder: Path, drawing: Drawing, own: set[Path]) -> Iterator[Sheaf]:
    """Give the files of people and plans that are no more, to be emptied: only those that hold our own reminders."""
    for path in _others(folder, own):
        before = _content(path) or b""
        uids = sequences(before)
        if uids and all(uid in drawing.ledger.reminders for uid in uids):
            yield Sheaf("", path.name, path, assemble(head_of(before), ()), (), before, drawing)


def _others(folder: Path, own: set[Path]) -> Iterable[Path]:
    found = [*folder.glob("owner-*.ics"), *folder.glob("plan-*.ics")] if folder.is_dir() else []
    return sorted(path for path in found if path not in own)
