"""Calendar files to open by hand, each with a page that says what to take away first.

What has been opened by hand cannot be taken back by a file: series end after some years, and what is old is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from exports.files import NotWritten, write_all
from exports.ics import render
from exports.recurrence import days_of
from exports.text import one_line
from followup.present.dates import day_words
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.errands import deliveries, errands
from followup.publishing.files import not_written
from followup.publishing.naming import owner_calendar, owner_stem
from followup.publishing.speech import phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from exports.sheet import Event
    from followup.domain.reminders import Delivery
    from followup.phrases.book import Phrases
    from followup.publishing.calendar_report import Line
    from followup.publishing.drawing import Drawing
    from followup.publishing.errands import Errand
    from followup.publishing.news import Note

CHANNEL = "hand"
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Handful:
    """The files of one export by hand, before they are written.

    With `since_last` a file holds only what is news. `years` is how long a series goes on.
    """

    folder: str
    drawing: Drawing
    told: tuple[Delivery, ...]
    today: date
    years: int
    since_last: bool = False

    def report(self) -> CalendarReport:
        """Give the report of an export that writes nothing."""
        return self._report(self._errands(), {}, dry_run=True)

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Write the files and their pages, note who was told what, and give the report."""
        asked = list(self._errands())
        done = write_all(file for one in asked for file in self._files(one))
        failed = {one.path.stem: one.error for one in done if isinstance(one, NotWritten)}
        written = [one for one in asked if owner_stem(one.owner) not in failed]
        note([each for one in written for each in deliveries(self.drawing, one.news, one.owner, CHANNEL, now)])
        return self._report(asked, failed, dry_run=False)

    def _errands(self) -> Iterator[Errand]:
        """Give the errands to people who are known, if there is anything to tell them."""
        known = self.drawing.snapshot.people
        for one in errands(self.drawing, self.told, CHANNEL):
            if one.owner in known and (one.news or (one.uids and not self.since_last)):
                yield one

    def _report(self, asked: Iterable[Errand], failed: dict[str, OSError], *, dry_run: bool) -> CalendarReport:
        files = tuple(self._told(one, failed.get(owner_stem(one.owner))) for one in asked)
        return CalendarReport(self.folder, dry_run, files, self.drawing.undated, self.drawing.unowned)

    def _told(self, errand: Errand, error: OSError | None) -> CalendarFile:
        path = str(Path(self.folder) / f"{owner_stem(errand.owner)}.ics")
        name = owner_calendar(self.drawing.snapshot, errand.owner).name
        trouble = not_written(path, error) if error else None
        lines = self.drawing.lines(errand.news)
        return CalendarFile(errand.owner, name, path, len(self._held(errand)), bool(errand.news), *lines, trouble)

    def _held(self, errand: Errand) -> tuple[str, ...]:
        return (*errand.news.new, *errand.news.updated) if self.since_last else errand.uids

    def _files(self, errand: Errand) -> Iterator[tuple[Path, bytes]]:
        folder, stem = Path(self.folder), owner_stem(errand.owner)
        calendar = owner_calendar(self.drawing.snapshot, errand.owner)
        events = tuple(bounded(self.drawing.event(uid), self.years) for uid in self._held(errand))
        yield folder / f"{stem}.ics", render(replace(calendar, events=events))
        yield folder / f"{stem}.txt", self._page(errand, phrases_in(calendar.language)).encode()

    def _page(self, errand: Errand, phrases: Phrases) -> str:
        """Give the page that says what to do with the file, and what to take away by hand."""
        name = self.drawing.snapshot.people[errand.owner].name
        old = (*errand.news.updated, *errand.news.withdrawn) if self.since_last else tuple(errand.before)
        told = [
            phrases("calendar.hand.title", name=one_line(name), day=day_words(self.today, phrases)),
            phrases("calendar.hand.open", file=f"{owner_stem(errand.owner)}.ics"),
            phrases("calendar.hand.honest"),
            self._list("calendar.hand.remove.some" if old else "calendar.hand.remove.nothing", old, phrases),
            self._list("calendar.hand.added", (*errand.news.new, *errand.news.updated), phrases),
        ]
        return "\r\n\r\n".join(part.replace("\n", "\r\n") for part in told if part) + "\r\n"

    def _list(self, key: str, uids: tuple[str, ...], phrases: Phrases) -> str:
        lines = [item_words(line, phrases) for line in sorted(self.drawing.named(uids), key=_by_day)]
        return "\n".join([phrases(key), *lines]) if lines or key.endswith("nothing") else ""


def _by_day(line: Line) -> tuple[date, str]:
    return line.day, line.label


def item_words(line: Line, phrases: Phrases) -> str:
    """Give one reminder as a line of a list; a series by its first day."""
    key = "calendar.hand.series" if line.recurs else "calendar.hand.item"
    return phrases(key, day=day_words(line.day, phrases), title=one_line(line.title))


def bounded(event: Event, years: int) -> Event:
    """Give a series from its first day that is left to at most so many years later; a single day as it is."""
    if not event.rule:
        return event
    days = _left(event, years)
    kept = [day for day in days if day <= days[0] + _YEAR * years]
    rule = event.rule.partition(";UNTIL=")[0]
    excluded = tuple(day for day in event.excluded if kept[0] < day < kept[-1])
    series = f"{rule};UNTIL={kept[-1]:%Y%m%d}" if len(kept) > 1 else ""
    return replace(event, day=kept[0], rule=series, excluded=excluded)


def _left(event: Event, years: int) -> list[date]:
    """Give days of a series that are not excluded: those of at least so many years, if it goes on so long."""
    last = max((event.day, *event.excluded)) + _YEAR * (years + 1)
    while True:
        days = sorted(days_of(event.rule, event.day, last) - frozenset(event.excluded))
        if days:
            return days
        last += _YEAR * years
