"""Reminders on a CalDAV server: a collection for each owner, kept as the ledger says, by ETag.

Only what bears one of our own UIDs as its name is ever put or deleted; whatever else lies in a collection stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.ics import assemble, head
from exports.sheet import Calendar
from followup.domain.reminders import SENT, WITHDRAWN, Delivery
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarFile, CalendarReport
from followup.publishing.errands import Errand, errands
from followup.publishing.naming import owner_calendar, owner_language, owner_stem
from followup.publishing.news import News
from followup.publishing.webdav import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from followup.publishing.drawing import Drawing
    from followup.publishing.news import Note
    from followup.publishing.webdav import Answer, Server

_GONE = frozenset({404, 410})
_OTHERWISE = 412


@dataclass(frozen=True, slots=True)
class Collections:
    """The owners' collections on one server, before they are brought up to date."""

    drawing: Drawing
    told: tuple[Delivery, ...]
    server: Server

    @property
    def channel(self) -> str:
        """What the ledger calls it: one server is one channel."""
        return f"caldav:{self.server.url}"

    def report(self) -> CalendarReport:
        """Give the report of an export that asks nothing of the server."""
        return self._report([self._told(one, "", None) for one in self._errands()], dry_run=True)

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Bring each owner's collection up to date, note what was done, and give the report.

        Raises:
            Trouble: the server cannot be reached, or does not let the user in; nothing was done.
        """
        home = self.server.home()
        return self._report([self._served(one, home, now, note) for one in self._errands()], dry_run=False)

    def _errands(self) -> list[Errand]:
        known = self.drawing.snapshot.people
        asked = [one for one in errands(self.drawing, self.told, self.channel) if one.uids or one.before]
        return [one for one in asked if one.owner in known or one.news]

    def _served(self, errand: Errand, home: str, now: datetime, note: Note) -> CalendarFile:
        collection = f"{home}followup-{owner_stem(errand.owner)}/"
        visit = Visit(self.drawing, self.server, collection, errand)
        gone: list[Delivery] = []
        try:
            for uid, sequence, state in visit.steps():
                gone.append(Delivery(uid, errand.owner, self.channel, sequence, state, now))
        except Trouble as stopped:
            return self._told(errand, collection, stopped)
        finally:
            note(gone)
        return self._told(errand, collection, None)

    def _told(self, errand: Errand, collection: str, trouble: Trouble | None) -> CalendarFile:
        people = self.drawing.snapshot.people
        name = owner_calendar(self.drawing.snapshot, errand.owner).name if errand.owner in people else errand.owner
        lines, changed = self.drawing.lines(errand.news), bool(errand.news) and trouble is None
        return CalendarFile(errand.owner, name, collection, len(errand.uids), changed, *lines, trouble)

    def _report(self, files: list[CalendarFile], *, dry_run: bool) -> CalendarReport:
        drawn = self.drawing
        return CalendarReport(self.server.url, dry_run, tuple(files), drawn.undated, drawn.unowned)


@dataclass(frozen=True, slots=True)
class Visit:
    """One owner's collection, and what has to be done there."""

    drawing: Drawing
    server: Server
    collection: str
    errand: Errand

    def steps(self) -> Iterator[tuple[str, int, str]]:
        """Do what has to be done, one object at a time; give each that was done: UID, sequence, sent or withdrawn.

        What is missing on the server is put there again.

        Raises:
            Trouble: the server did not do a step; those given were done.
        """
        etags = self._etags()
        for uid in self.errand.news.withdrawn:
            self._delete(uid, etags)
            yield uid, self.errand.before[uid], WITHDRAWN
        for uid in self._due(self.errand.news, etags):
            self._put(uid, etags)
            yield uid, self.drawing.reminders[uid].sequence, SENT

    def _due(self, news: News, etags: dict[str, str]) -> Iterator[str]:
        fresh = {*news.new, *news.updated}
        return (uid for uid in self.errand.uids if uid in fresh or _name(uid) not in etags)

    def _etags(self) -> dict[str, str]:
        """List the collection, made if it is missing and there is anything to put."""
        found = self.server.etags(self.collection)
        if found is None and self.errand.uids:
            self.server.make(self.collection, owner_calendar(self.drawing.snapshot, self.errand.owner).name)
        return found or {}

    def _put(self, uid: str, etags: dict[str, str]) -> None:
        language = owner_language(self.drawing.snapshot, self.errand.owner)
        data = assemble(head(Calendar("", language)), (self.drawing.component(uid),))
        answer = self.server.put(self.collection + _name(uid), data, etags.get(_name(uid), ""))
        if answer.status == _OTHERWISE:
            answer = self._put_again(uid, data)
        if not answer.is_good:
            raise refused(answer)

    def _put_again(self, uid: str, data: bytes) -> Answer:
        """Put once more, over what somebody has put there meanwhile: the object is ours."""
        now = self.server.etags(self.collection) or {}
        return self.server.put(self.collection + _name(uid), data, now.get(_name(uid), ""))

    def _delete(self, uid: str, etags: dict[str, str]) -> None:
        etag = etags.get(_name(uid))
        if etag is None:
            return
        answer = self.server.delete(self.collection + _name(uid), etag)
        if answer.status == _OTHERWISE:
            now = self.server.etags(self.collection) or {}
            answer = self.server.delete(self.collection + _name(uid), now.get(_name(uid), etag))
        if not answer.is_good and answer.status not in _GONE:
            raise refused(answer)


def _name(uid: str) -> str:
    return f"{uid}.ics"
