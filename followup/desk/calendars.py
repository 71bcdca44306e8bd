"""Reminders for the owners: drawn up, noted in the ledger, and only then written or sent, by four ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypedDict

from followup.domain.changes import Refused
from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Unpack

    from followup.clock import Clock
    from followup.desk.outcome import Outcome
    from followup.domain.actions import Action
    from followup.domain.commands import Command
    from followup.domain.reminders import Delivery
    from followup.domain.snapshot import Snapshot
    from followup.domain.stopping import Watch
    from followup.phrases.book import Phrases
    from followup.present.told import Told
    from followup.publishing.calendar_report import CalendarReport
    from followup.publishing.drawing import Drawing
    from followup.publishing.news import Note
    from followup.publishing.outbox import Outbox
    from followup.settings import Settings
    from followup.store.store import Store


class Way(Protocol):
    """A way out: says what it would do, or does it and notes it."""

    def report(self) -> CalendarReport:
        """Give the report of doing nothing."""

    def carry_out(self, now: datetime, note: Note) -> CalendarReport:
        """Do it, note what was done as soon as it is, and give the report."""


class Seat(Protocol):
    """As much of the desk as reminders need."""

    settings: Settings
    phrases: Phrases
    clock: Clock

    def snapshot(self) -> Snapshot:
        """Give everything as it stands now."""

    def do(self, *commands: Command, note: str = "") -> Outcome:
        """Carry out commands as one change set, or none of them."""


class How(TypedDict, total=False):
    """How reminders are asked for.

    `only` names a person or a role, `private` leaves out all texts, and a `dry_run` writes nothing and sends nothing;
    who `watch`es sees how far it has come, and may stop it.
    """

    only: str
    dry_run: bool
    private: bool
    watch: Watch | None


class Calendars:
    """What the owners are told by calendar and by mail, and the ledger of it.

    Each method raises Trouble when the plan or the person is unknown, when the way is not set up, or when
    the ledger cannot be written; then nothing has been written or sent. What failed for one owner stands in the report.
    """

    def __init__(self, desk: Seat, store: Store) -> None:
        """Draw up what the desk's snapshot holds when asked, and keep the ledger in the store."""
        self._desk = desk
        self._store = store
        self._settings = desk.settings
        self._clock = desk.clock
        self._snapshot = desk.snapshot

    def export_folder(self, folder: str, **how: Unpack[How]) -> CalendarReport:
        """Write a calendar for each owner and each plan into a folder, to be subscribed to."""
        from followup.publishing.calendars import fill_folder

        drawing = self._drawn(how)
        return self._go(fill_folder(folder, drawing), drawing, how)

    def single(self, **how: Unpack[How]) -> bytes:
        """Give the one calendar that is chosen, a person's or a plan's, as a file.

        Raises:
            Trouble: it is not one.
        """
        from followup.publishing.calendars import single

        drawing = self._drawn(how)
        data = single(drawing)
        self._store.record_reminders(drawing.news)
        return data

    def export_by_hand(self, folder: str, *, since_last: bool = False, **how: Unpack[How]) -> CalendarReport:
        """Write files to open by hand, each with a page on what to take away; with `since_last` only what is news."""
        from followup.publishing.hand import Handful

        drawing, years = self._drawn(how), int(self._settings.value("calendar_years"))
        told = tuple(self._store.deliveries())
        handful = Handful(folder, drawing, told, self._clock.today(), years, since_last)
        return self._go(handful, drawing, how)

    def send_mails(self, folder: str = "", **how: Unpack[How]) -> CalendarReport:
        """Send each owner's news as invitations and withdrawals; into a folder as drafts, if one is named."""
        from followup.publishing.accounts import sender_of
        from followup.publishing.mail import Post

        sender, outbox = sender_of(self._settings), self._outbox(folder)
        drawing = self._drawn(how)
        post = Post(drawing, tuple(self._store.deliveries()), sender, outbox)
        return self._go(post, drawing, how)

    def send_digests(self, folder: str = "", **how: Unpack[How]) -> CalendarReport:
        """Send each owner one mail: what is late, what comes, what is news; as drafts into a folder, if named."""
        from followup.publishing.accounts import ahead_of, sender_of
        from followup.publishing.digest import Digests

        sender, outbox = sender_of(self._settings), self._outbox(folder)
        drawing, told = self._drawn(how), tuple(self._store.deliveries())
        ahead = ahead_of(self._settings, self._clock.today())
        digests = Digests(drawing, told, sender, outbox, ahead, how.get("private", False))
        return self._go(digests, drawing, how)

    def sync(self, **how: Unpack[How]) -> CalendarReport:
        """Bring each owner's collection on the CalDAV server up to date."""
        from followup.publishing.accounts import server_of
        from followup.publishing.caldav import Collections

        server, drawing = server_of(self._settings), self._drawn(how)
        collections = Collections(drawing, tuple(self._store.deliveries()), server)
        return self._go(collections, drawing, how)

    def log(self, action: str = "") -> tuple[Told, ...]:
        """Give who was told what, when and by which way, the newest first; of one action (id), if named."""
        from followup.present.told import told_rows

        return told_rows(self._snapshot(), self._store.reminders(), self._store.deliveries(), action)

    def reminder_lines(self, label: str = "") -> list[str]:
        """Give the log as finished lines, the newest first; of one action, if its label is given.

        Raises:
            Trouble: there is no such action, or several.
        """
        from followup.present.told import told_lines

        action = self._action(label).id if label else ""
        return told_lines(self.log(action), self._desk.phrases)

    def _action(self, label: str) -> Action:
        from followup.domain.snapshot import find_action

        found = find_action(self._snapshot(), label, self._settings.plan)
        if isinstance(found, Refused):
            raise Trouble(found.code, **dict(found.facts))
        return found

    def read_addresses(self, path: str) -> Outcome:
        """Give people the mail addresses that a CSV file or vCards have beside their names, as one change set.

        Raises:
            Trouble: the file cannot be read, or holds no address of anybody in the plans.
        """
        from followup.domain.commands import SetPerson
        from followup.domain.enrol import folded
        from followup.intake.addresses import read_address_file

        mails = {folded(one.name): one.mail for one in reversed(read_address_file(path))}
        people = self._snapshot().people.values()
        found = [(one, mails[folded(one.name)]) for one in people if folded(one.name) in mails]
        if not found:
            raise Trouble("addresses.nobody", path=path)
        return self._desk.do(*(SetPerson(one.id, mail=mail) for one, mail in found), note=path)

    def _drawn(self, how: How) -> Drawing:
        from followup.publishing.choosing import asked_of
        from followup.publishing.drawing import draw_up
        from followup.publishing.ledger import Ledger
        from followup.publishing.undisturbed import undisturbed

        snapshot, today = self._snapshot(), self._clock.today()
        asked = asked_of(self._settings, snapshot, today, how.get("only", ""), private=how.get("private", False))
        with undisturbed():
            return draw_up(snapshot, Ledger.of(self._store.reminders()), asked, today, self._clock.now())

    def _outbox(self, folder: str) -> Outbox:
        from followup.publishing.accounts import account_of
        from followup.publishing.outbox import Drafts, Server

        return Drafts(folder) if folder else Server(account_of(self._settings))

    def _go(self, way: Way, drawing: Drawing, how: How) -> CalendarReport:
        """Record the ledger first, so that no sequence is ever used twice; then go, noting each step when it is done.

        Raises:
            StoppedError: the one who watches has stopped it; what was noted until then is done.
        """
        if how.get("dry_run"):
            return way.report()
        watch = how.get("watch")
        self._store.record_reminders(drawing.news)

        def note(told: Sequence[Delivery]) -> None:
            self._store.record_reminders((), told)
            if watch is not None:
                watch.step(len(told))

        return way.carry_out(self._clock.now(), note)
