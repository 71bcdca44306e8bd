"""People: who holds a role from a day on, and how a person is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from followup.domain.commands import HoldRole, SetPerson
from followup.domain.people import holder_on
from followup.present.dates import day_words
from followup.tui.dialogs.days import reading_words, typed_day
from followup.tui.dialogs.dialog import Dialog
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from followup.domain.commands import Command
    from followup.domain.people import Person
    from followup.phrases.book import Phrases
    from followup.tui.view import Read, View

LANGUAGES = ("", "sv", "en")


class HandOverDialog(Dialog):
    """Which role, to whom, from which day; who held it when is told beneath."""

    AUTO_FOCUS = "#person"

    def __init__(self, phrases: Phrases, read: Read, view: View, roles: tuple[tuple[str, str], ...]) -> None:
        """Ask about one of these roles: (plan id, the role's name)."""
        super().__init__(phrases, phrases("tui.people.hand_over"), phrases("tui.people.hand_over_about"))
        self._read, self._view, self._roles = read, view, roles

    def fields(self) -> ComposeResult:
        """The role, the person, the day, those who held it."""
        several = len(self._view.snapshot.plans) > 1
        options = tuple(
            (str(n), f"{self._view.snapshot.plans[plan].key}/{role}" if several else role)
            for n, (plan, role) in enumerate(self._roles)
        )
        yield Choice(options, id="role")
        yield Static("", id="held", classes="beneath-choice", markup=False)
        yield self.row("field.name", self.field("person", hint=self.phrases("tui.people.new_holder")))
        yield Static("", id="known", classes="beneath", markup=False)
        yield self.row("tui.people.from", self.field("day", self._view.today.isoformat()))
        yield Static("", id="day-reading", classes="beneath", markup=False)

    def on_mount(self) -> None:
        """Say what follows from the start."""
        self.follow()

    @property
    def _role(self) -> tuple[str, str]:
        return self._roles[int(self.query_one(Choice).value)]

    def follow(self) -> None:
        """Say who held the role when, whether the person is known, and how the day is read."""
        self.say("held", self._held())
        name = self.text("person").casefold()
        names = [one.name for one in self._view.snapshot.people.values() if name and name in one.name.casefold()]
        says = ", ".join(names[:4]) if names else self.phrases("tui.people.unknown") if name else ""
        self.say("known", says)
        text = self.text("day")
        when = self._read(text).when if typed_day(self._read, text) else None
        self.say("day-reading", reading_words(when, text, self._view.today, self.phrases))

    def _held(self) -> str:
        plan, name = self._role
        snapshot = self._view.snapshot
        roles = [one for one in snapshot.roles.values() if (one.plan, one.name) == (plan, name)]
        lines = []
        for held in sorted(
            (one for role in roles for one in snapshot.holdings_of.get(role.id, ())),
            key=lambda one: str(one.start or ""),
        ):
            first = day_words(held.start, self.phrases) if held.start else "…"
            last = day_words(held.end, self.phrases) if held.end else ""
            now = holder_on((held,), held.role, self._view.today)
            lines.append(f"{'●' if now else '○'} {snapshot.people[held.person].name}  {first} – {last}".rstrip())
        return "\n".join(lines)

    def commands(self) -> tuple[Command, ...] | str:
        """One new holder."""
        day = typed_day(self._read, self.text("day"))
        if day is None:
            return self.phrases("tui.here.day.unreadable", text=self.text("day"))
        plan, role = self._role
        return (HoldRole(plan, role, self.text("person"), day),)


class PersonDialog(Dialog):
    """A person's name, address and language."""

    AUTO_FOCUS = "#mail"

    def __init__(self, phrases: Phrases, person: Person) -> None:
        """Ask about this person."""
        super().__init__(phrases, person.name, phrases("tui.people.address_about"))
        self._person = person

    def fields(self) -> ComposeResult:
        """Name, address, language."""
        yield self.row("field.name", self.field("name", self._person.name))
        yield self.row("field.mail", self.field("mail", self._person.mail, self.phrases("tui.people.mail_hint")))
        yield Static("", classes="beneath")
        options = tuple((one, self.phrases(f"tui.people.language_{one or 'plan'}")) for one in LANGUAGES)
        yield Choice(options, self._person.language, id="language")

    def commands(self) -> tuple[Command, ...] | str:
        """One person's facts; what stands as it stood is not asked for."""
        mail, name = self.text("mail"), self.text("name")
        if mail and ("@" not in mail.strip("@") or " " in mail):
            return self.phrases("tui.people.bad_mail", text=mail)
        language = self.query_one(Choice).value
        return (
            SetPerson(
                self._person.id,
                mail if mail != self._person.mail else None,
                language if language != self._person.language else None,
                name if name != self._person.name else None,
            ),
        )
