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
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.errands import deliveries
from followup.publishing.files import not_written
from followup.publishing.naming import owner_calendar, owner_stem, plan_calendar, plan_stem
from followup.publishing.news import News

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from exports.sheet import Calendar
    from followup.publishing.drawing import Drawing
    from followup.publishing.news import Note

CHANNEL = "folder"
STEPS = 20
"""In so many steps the files are written and noted, so that it can be seen how far it has come, and stopped."""


@dataclass(frozen=True)
class Sheaf:
    """One calendar file to be: whose, its path and bytes, its events, and what it holds now.

    Of a file that is to stay as it is no bytes are held.
    """

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
        path, lines = str(self.path), self.drawing.lines(self.news)
        trouble = not_written(path, error) if error else None
        return CalendarFile(self.owner, self.name, path, len(self.uids), self.changed, *lines, trouble)


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one export, before they are written."""

    path: str
    sheaves: tuple[Sheaf, ...]
    drawing: Drawing

    def report(self) -> CalendarReport:
        """Give the report of an export that writes nothing."""
        return self._report({}, dry_run=True)

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Write what has changed, note who was told what, and give the report."""
        changed = [one for one in self.sheaves if one.changed]
        failed: dict[Path, OSError] = {}
        step = max(len(changed) // STEPS, 1)
        for first in range(0, max(len(changed), 1), step):
            some = changed[first : first + step]
            done = write_all((one.path, one.data) for one in some)
            failed |= {one.path: one.error for one in done if isinstance(one, NotWritten)}
            written = (one for one in some if one.path not in failed)
            note([each for one in written for each in deliveries(self.drawing, one.news, one.owner, CHANNEL, now)])
        return self._report(failed, dry_run=False)

    def _report(self, failed: dict[Path, OSError], *, dry_run: bool) -> CalendarReport:
        files = tuple(one.told(failed.get(one.path)) for one in self.sheaves)
        return CalendarReport(self.path, dry_run, files, self.drawing.undated, self.drawing.unowned)


def fill_folder(path: str, drawing: Drawing) -> Folder:
    """Give the files that the folder should hold; those of calendars that are no more become empty."""
    folder = Path(path)
    own = [*_people_sheaves(folder, drawing), *_plan_sheaves(folder, drawing)]
    forsaken = _forsaken(folder, drawing, {one.path for one in own}) if drawing.whole else ()
    return Folder(path, (*own, *forsaken), drawing)


def single(drawing: Drawing) -> bytes:
    """Give the file of the one plan, or person, that calendars were drawn for.

    Raises:
        Trouble: there are several plans, or people.
    """
    chosen = drawing.by_plan or drawing.by_person
    if len(chosen) != 1:
        raise Trouble("export.several", count=len(chosen))
    ((owner, uids),) = chosen.items()
    plan = drawing.snapshot.plans.get(owner)
    calendar = plan_calendar(plan) if plan else owner_calendar(drawing.snapshot, owner)
    return assemble(head(calendar), map(drawing.component, uids))


def _people_sheaves(folder: Path, drawing: Drawing) -> Iterator[Sheaf]:
    for person, uids in (drawing.by_person | _former(folder, drawing)).items():
        path = folder / f"{owner_stem(person)}.ics"
        yield _sheaf(person, path, owner_calendar(drawing.snapshot, person), uids, drawing)


def _former(folder: Path, drawing: Drawing) -> dict[str, tuple[str, ...]]:
    """Give the people who own nothing any more but have a file here: it stays, empty."""
    others = (one for one in drawing.snapshot.people if drawing.whole and one not in drawing.by_person)
    return {one: () for one in others if (folder / f"{owner_stem(one)}.ics").is_file()}


def _plan_sheaves(folder: Path, drawing: Drawing) -> Iterator[Sheaf]:
    for plan, uids in drawing.by_plan.items():
        known = drawing.snapshot.plans[plan]
        yield _sheaf("", folder / f"{plan_stem(known.key)}.ics", plan_calendar(known), uids, drawing)


def _sheaf(owner: str, path: Path, calendar: Calendar, uids: tuple[str, ...], drawing: Drawing) -> Sheaf:
    data, before = assemble(head(calendar), map(drawing.component, uids)), _content(path)
    if data == before:
        data = before = b""
    return Sheaf(owner, calendar.name, path, data, uids, before, drawing)


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
