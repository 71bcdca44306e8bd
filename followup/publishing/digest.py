"""One mail a person instead of many: what is late, what comes, what has changed since the last one, and the calendar.

It is written as text and as a page, and holds the person's own things only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.html import render as render_page
from exports.ics import render as render_calendar
from exports.mail import Letter, render_digest
from exports.sheet import Column, Fact, Row, Sheet
from followup.domain.questions import owners_on
from followup.domain.trouble import Trouble
from followup.present.agenda import agenda
from followup.present.dates import day_words
from followup.present.tone import Tone
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.errands import deliveries, errands
from followup.publishing.hand import bounded, item_words
from followup.publishing.mail import recipient_of, unreachable
from followup.publishing.naming import owner_calendar, owner_language, owner_stem
from followup.publishing.speech import phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from exports.sheet import Address
    from followup.domain.people import Owner
    from followup.domain.reminders import Delivery
    from followup.phrases.book import Phrases
    from followup.present.agenda import Item
    from followup.publishing.drawing import Drawing
    from followup.publishing.errands import Errand
    from followup.publishing.news import Note
    from followup.publishing.outbox import Outbox

_TONES: dict[Tone, str] = {Tone.LATE: "late", Tone.SOON: "soon"}


@dataclass(frozen=True, slots=True)
class Ahead:
    """The day it is, how many months ahead a digest looks, and how many years a series in it goes on."""

    today: date
    months: int
    years: int


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of one export, before they are sent."""

    drawing: Drawing
    told: tuple[Delivery, ...]
    sender: Address
    outbox: Outbox
    ahead: Ahead
    private: bool = False

    @property
    def channel(self) -> str:
        """What the ledger calls it."""
        return f"digest-{self.outbox.channel}"

    def report(self) -> CalendarReport:
        """Give the report of an export that sends nothing."""
        files = [self._told(one, unreachable(recipient_of(self.drawing, one.owner))) for one in self._errands()]
        return self._report(files, dry_run=True)

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Send the digests, note each as soon as it went, and give the report."""
        try:
            files = [self._told(one, self._send(one, now, note)) for one in self._errands()]
        finally:
            self.outbox.close()
        return self._report(files, dry_run=False)

    def _errands(self) -> Iterator[Errand]:
        """Give the errands to those who have anything late, to come or changed."""
        people = self.drawing.snapshot.people
        for one in errands(self.drawing, self.told, self.channel):
            if one.owner in people and (one.news or self._items(one.owner)):
                yield one

    def _report(self, files: list[CalendarFile], *, dry_run: bool) -> CalendarReport:
        told = tuple(files)
        return CalendarReport(self.sender.mail, dry_run, told, self.drawing.undated, self.drawing.unowned)

    def _told(self, errand: Errand, trouble: Trouble | None) -> CalendarFile:
        recipient = recipient_of(self.drawing, errand.owner)
        place, lines = self.outbox.place(recipient), self.drawing.lines(errand.news)
        return CalendarFile(errand.owner, recipient.name, place, len(errand.uids), trouble is None, *lines, trouble)

    def _send(self, errand: Errand, now: datetime, note: Note) -> Trouble | None:
        recipient = recipient_of(self.drawing, errand.owner)
        trouble = unreachable(recipient)
        if trouble:
            return trouble
        try:
            self.outbox.put(recipient, f"{owner_stem(errand.owner)}-{self.ahead.today}", self._mail(errand, now))
        except Trouble as stopped:
            return stopped
        note(list(deliveries(self.drawing, errand.news, errand.owner, self.channel, now)))
        return None

    def _mail(self, errand: Errand, now: datetime) -> bytes:
        phrases = phrases_in(owner_language(self.drawing.snapshot, errand.owner))
        sheet = self._sheet(errand, phrases)
        letter = Letter(
            self.sender, recipient_of(self.drawing, errand.owner), now, sheet.title, _text(sheet), self.outbox.drafts
        )
        return render_digest(letter, render_page(sheet), self._calendar(errand), f"{owner_stem(errand.owner)}.ics")

    def _calendar(self, errand: Errand) -> bytes:
        events = tuple(bounded(self.drawing.event(uid), self.ahead.years) for uid in errand.uids)
        return render_calendar(replace(owner_calendar(self.drawing.snapshot, errand.owner), events=events))

    def _sheet(self, errand: Errand, phrases: Phrases) -> Sheet:
        """Give the paper: what is late, then what comes, and below it what has changed."""
        person = self.drawing.snapshot.people[errand.owner]
        keys = ("when", "label", "what", "kind")
        return Sheet(
            language=phrases.language,
            title=phrases("calendar.digest.title", day=day_words(self.ahead.today, phrases), name=person.name),
            columns=tuple(Column(key, phrases(f"calendar.digest.column.{key}"), wide=key == "what") for key in keys),
            rows=tuple(self._row(item, phrases) for item in self._items(errand.owner)),
            facts=tuple(self._changes(errand, phrases)),
            empty=phrases("calendar.digest.nothing"),
        )

    def _row(self, item: Item, phrases: Phrases) -> Row:
        late = item.tone is Tone.LATE
        text = "" if self.private else item.text
        cells = (item.when, item.label, text, phrases(f"calendar.digest.{item.kind}"))
        group = phrases("calendar.digest.late" if late else "calendar.digest.coming")
        return Row(cells, "late" if late else "soon" if item.tone is Tone.SOON else "calm", group)

    def _changes(self, errand: Errand, phrases: Phrases) -> Iterator[Fact]:
        """Give what is new, changed and gone since the last digest; the first one has no last."""
        if not errand.before:
            return
        for name, lines in zip(("new", "updated", "withdrawn"), self.drawing.lines(errand.news), strict=True):
            for line in lines:
                yield Fact(phrases(f"calendar.digest.{name}"), item_words(line, phrases).removeprefix("– "))

    def _items(self, owner: str) -> list[Item]:
        """Give what a person is to do and to follow up, the late first."""
        snapshot = self.drawing.snapshot
        phrases = phrases_in(owner_language(snapshot, owner))
        found: list[Item] = []
        for kind, part in (("due", "responsible"), ("follow_up", "follow_up_responsible")):
            own = [action for action in snapshot.actions.values() if self._owns(owner, getattr(action, part))]
            found += [
                one for one in agenda(snapshot, own, self.ahead.today, self.ahead.months, phrases) if one.kind == kind
            ]
        return sorted(found, key=lambda one: (one.tone is not Tone.LATE, one.day, one.label))

    def _owns(self, owner: str, owners: tuple[Owner, ...]) -> bool:
        return any(one.person == owner for one in owners_on(self.drawing.snapshot, owners, self.ahead.today))


def _text(sheet: Sheet) -> str:
    """Give the paper as plain text."""
    parts, group = [sheet.title], ""
    for row in sheet.rows:
        parts += [] if row.group == group else ["", row.group, ""]
        group = row.group
        when, label, text, kind = row.cells
        parts.append(f"– {label} {kind} {when}" + (f": {text}" if text else ""))
    parts += [] if sheet.rows else ["", sheet.empty]
    return "\n".join([*parts, "", *(f"{fact.label}: {fact.value}" for fact in sheet.facts)]).strip() + "\n"
