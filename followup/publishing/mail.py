"""Reminders by mail: an invitation when something is new or changed, a withdrawal when it is gone (iMIP, RFC 6047).

One event a mail. What is told is noted mail by mail, so that a mail that was refused is tried again the next time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.mail import Letter, render_cancel, render_request
from exports.reading import read_event
from exports.sheet import Address
from followup.domain.reminders import SENT, WITHDRAWN, Delivery
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.errands import errands
from followup.publishing.naming import owner_language, owner_stem
from followup.publishing.speech import phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from followup.domain.reminders import Reminder
    from followup.publishing.drawing import Drawing
    from followup.publishing.errands import Errand
    from followup.publishing.news import Note
    from followup.publishing.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Post:
    """The mails of one export, before they are sent; `sender` is the organizer, who alone may withdraw them."""

    drawing: Drawing
    told: tuple[Delivery, ...]
    sender: Address
    outbox: Outbox

    def report(self) -> CalendarReport:
        """Give the report of an export that sends nothing."""
        files = tuple(self._told(one, self._unreachable(one)) for one in self._errands())
        return self._report(files, dry_run=True)

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Send the mails, note each owner's as soon as they went, and give the report."""
        try:
            files = tuple(self._told(one, self._send(one, now, note)) for one in self._errands())
        finally:
            self.outbox.close()
        return self._report(files, dry_run=False)

    def _errands(self) -> Iterator[Errand]:
        return (one for one in errands(self.drawing, self.told, self.outbox.channel) if one.news)

    def _report(self, files: tuple[CalendarFile, ...], *, dry_run: bool) -> CalendarReport:
        return CalendarReport(self.sender.mail, dry_run, files, self.drawing.undated, self.drawing.unowned)

    def _told(self, errand: Errand, trouble: Trouble | None) -> CalendarFile:
        recipient = recipient_of(self.drawing, errand.owner)
        place, lines = self.outbox.place(recipient), self.drawing.lines(errand.news)
        return CalendarFile(errand.owner, recipient.name, place, len(errand.uids), trouble is None, *lines, trouble)

    def _unreachable(self, errand: Errand) -> Trouble | None:
        return unreachable(recipient_of(self.drawing, errand.owner))

    def _send(self, errand: Errand, now: datetime, note: Note) -> Trouble | None:
        """Send an owner's mails until one does not go; note those that went."""
        trouble = self._unreachable(errand)
        if trouble:
            return trouble
        gone: list[Delivery] = []
        try:
            for delivery, data in self._mails(errand, now):
                self._put(errand.owner, delivery, data)
                gone.append(delivery)
        except Trouble as stopped:
            return stopped
        finally:
            note(gone)
        return None

    def _put(self, owner: str, delivery: Delivery, data: bytes) -> None:
        method = "request" if delivery.state == SENT else "cancel"
        name = f"{owner_stem(owner)}-{delivery.uid}-{delivery.sequence}-{method}"
        self.outbox.put(recipient_of(self.drawing, owner), name, data)

    def _mails(self, errand: Errand, now: datetime) -> Iterator[tuple[Delivery, bytes]]:
        """Give the mails, those that take away first: what changes its language stands there once."""
        for uid in errand.news.withdrawn:
            known = self.drawing.now(uid)
            if known:
                above = replace(known, sequence=max(known.sequence, errand.before[uid] + 1))
                told = Delivery(uid, errand.owner, self.outbox.channel, above.sequence, WITHDRAWN, now)
                yield told, self._cancel(errand.owner, above, now)
        for uid in (*errand.news.new, *errand.news.updated):
            sequence = self.drawing.reminders[uid].sequence
            told = Delivery(uid, errand.owner, self.outbox.channel, sequence, SENT, now)
            yield told, self._request(errand.owner, uid, now, is_new=uid not in errand.before)

    def _request(self, owner: str, uid: str, now: datetime, *, is_new: bool) -> bytes:
        event, language = self.drawing.event(uid), self._language(owner)
        phrases = phrases_in(language)
        subject = phrases("calendar.mail.new" if is_new else "calendar.mail.updated", title=event.summary)
        letter = self._letter(owner, now, subject, f"{event.summary}\n\n{event.description}")
        return render_request(letter, event, language)

    def _cancel(self, owner: str, known: Reminder, now: datetime) -> bytes:
        """Give the mail that takes a reminder away; its sequence is above all that was sent."""
        language = self._language(owner)
        phrases = phrases_in(language)
        event = replace(read_event(known.component), sequence=known.sequence)
        subject = phrases("calendar.mail.withdrawn", title=event.summary)
        letter = self._letter(owner, now, subject, phrases("calendar.mail.withdrawn_text", title=event.summary))
        return render_cancel(letter, event, language, over=known.withdrawn)

    def _language(self, owner: str) -> str:
        return owner_language(self.drawing.snapshot, owner)

    def _letter(self, owner: str, now: datetime, subject: str, text: str) -> Letter:
        recipient = recipient_of(self.drawing, owner)
        return Letter(self.sender, recipient, now, subject, text, self.outbox.drafts)


def recipient_of(drawing: Drawing, owner: str) -> Address:
    """Give a person's (id) name and address, empty where there is none or the person is no more."""
    person = drawing.snapshot.people.get(owner)
    return Address(person.name, person.mail) if person else Address(owner, "")


def unreachable(recipient: Address) -> Trouble | None:
    """Say why somebody cannot be written to, if so."""
    from exports.invitation import bare_mail

    if not recipient.mail:
        return Trouble("mail.no_address", name=recipient.name)
    try:
        bare_mail(recipient)
    except ValueError:
        return Trouble("mail.bad_address", name=recipient.name, address=recipient.mail)
    return None
