"""The life of calendars over years: whatever is done and undone, each owner sees what is open, once, and no more."""

from __future__ import annotations

import email
import email.policy
import re
import shutil
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import icalendar
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from builders_calendar import EVERY_KIND, TODAY, desk_at, desk_with
from calendar_judge import verdict
from calendar_readers import by_vobject
from exports.reading import sequences
from followup.clock import Clock
from followup.domain.actions import Action, Result, Status
from followup.domain.commands import (
    Assign,
    ChangeRule,
    Command,
    HoldRole,
    MoveDue,
    MoveRound,
    MoveTo,
    NoteOccasion,
    RecordRound,
    Reword,
    SetPerson,
)
from followup.domain.dates import Kind, When
from followup.domain.people import WrittenOwner
from followup.domain.questions import coming_rounds, owners_on
from followup.publishing.workdays import Workdays

NAMES = ("Gunvor Ståhlnacke", "Ture Ö. Lindälv", "Zahra Kjellander", "Efva Munter", "Ngũgĩ Åhs")
ROLES = ("Verksamhetschef", "studierektor")
AHEAD = timedelta(days=500)
CHOSEN: dict[str, Any] = {"calendar_years": 3, "organizer_name": "Siv Ek", "organizer_mail": "siv@exempel.se"}

places = st.integers(0, 5)
ahead = st.integers(-60, 500)


def month_after(day: date, days: int) -> When:
    start = (day + timedelta(days=days)).replace(day=1)
    end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return When(Kind.MONTH, start, end, f"{start:%Y-%m}")


class Years(RuleBasedStateMachine):
    """A plan is worked with, day after day; after each export the calendars are compared with what is open."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.today = TODAY
        self.desk = desk_with(self.folder, EVERY_KIND, **CHOSEN)
        self.sequences: dict[str, int] = {}
        self.inboxes: defaultdict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
        self.posted = 0
        self.workdays = Workdays()

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            shutil.rmtree(self.folder)

    def action(self, place: int) -> Action:
        return list(self.desk.snapshot().actions.values())[place]

    def try_to(self, *commands: Command) -> None:
        self.desk.do(*commands)

    @rule(place=places, status=st.sampled_from(Status))
    def give_status(self, place: int, status: Status) -> None:
        self.try_to(MoveTo(self.action(place).id, status, "därför"))

    @rule(place=places, result=st.sampled_from([one for one in Result if one]))
    def hold_a_round(self, place: int, result: Result) -> None:
        self.try_to(RecordRound(self.action(place).id, result, "sågs över"))

    @rule(place=places, days=ahead)
    def move_a_round(self, place: int, days: int) -> None:
        self.try_to(MoveRound(self.action(place).id, month_after(self.today, days), "ledigt"))

    @rule(place=places, days=ahead, kind=st.sampled_from(["month", "day", "open"]))
    def move_a_deadline(self, place: int, days: int, kind: str) -> None:
        day = When.on(self.today + timedelta(days=days))
        due = {"month": month_after(self.today, days), "day": day, "open": When.open_ended("löpande")}[kind]
        self.try_to(MoveDue(self.action(place).id, due, "omplanerat"))

    @rule(
        place=places,
        said=st.sampled_from(
            ["", "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY", "3/term", "FREQ=WEEKLY;INTERVAL=2"]
        ),
        days=ahead,
    )
    def change_the_rule(self, place: int, said: str, days: int) -> None:
        first = When.on(self.today + timedelta(days=days))
        self.try_to(ChangeRule(self.action(place).id, said or "en gång", said, first, (), "nytt"))

    @rule(days=st.integers(0, 40))
    def let_an_event_happen(self, days: int) -> None:
        plan = next(iter(self.desk.snapshot().plans), "")
        if plan:
            self.try_to(NoteOccasion(plan, "anställning", self.today - timedelta(days=days)))

    @rule(role=st.sampled_from(ROLES), name=st.sampled_from(NAMES), days=ahead)
    def give_a_role_a_holder(self, role: str, name: str, days: int) -> None:
        plan = next(iter(self.desk.snapshot().plans))
        self.try_to(HoldRole(plan, role, name, self.today + timedelta(days=days)))

    @rule(place=places, part=st.sampled_from(["responsible", "follow_up_responsible"]), name=st.sampled_from(NAMES))
    def give_it_to_another(self, place: int, part: str, name: str) -> None:
        self.try_to(Assign(self.action(place).id, part, (WrittenOwner("", name),), name))

    @rule(name=st.sampled_from(NAMES), language=st.sampled_from(["sv", "en", ""]))
    def choose_a_language(self, name: str, language: str) -> None:
        person = next((one for one in self.desk.snapshot().people.values() if one.name == name), None)
        if person:
            self.try_to(SetPerson(person.id, language=language))

    @rule(place=places, text=st.sampled_from(["Kort.", "En längre text, med; tecken.\n\nOch stycken."]))
    def write_otherwise(self, place: int, text: str) -> None:
        self.try_to(Reword(self.action(place).id, "measure", text))

    @rule()
    def take_back(self) -> None:
        following = self.desk.next_undo()
        if following and "AcceptDraft" not in following.why:
            self.desk.undo()

    @rule()
    def do_again(self) -> None:
        self.desk.redo()

    @rule(days=st.integers(1, 200))
    def let_time_pass(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.desk.close()
        self.desk = desk_at(self.folder, self.today, **CHOSEN)
        assert isinstance(self.desk.clock, Clock)

    @rule()
    def export(self) -> None:
        report = self.desk.calendars.export_folder(str(self.folder / "out"))
        assert not report.failed
        files = {one.owner or Path(one.path).name[:5]: Path(one.path).read_bytes() for one in report.files}
        assert verdict("--require-alarm", self.folder / "out")
        for owner, data in files.items():
            self.judge(owner, data)

    @rule()
    def write_mails(self) -> None:
        """What each owner has after taking in the mails is what each owner's calendar holds, at the same sequence."""
        self.address_everybody()
        self.posted += 1
        folder = self.folder / f"post-{self.posted}"
        report = self.desk.calendars.send_mails(str(folder))
        people = self.desk.snapshot().people
        assert all(one.trouble is None or one.owner not in people for one in report.files)
        for path in sorted(folder.glob("*.eml")):
            self.take_in(email.message_from_bytes(path.read_bytes(), policy=email.policy.default))
        assert not folder.exists() or verdict(*folder.glob("*.eml"))
        for one in self.desk.calendars.export_folder(str(self.folder / "out")).files:
            if one.owner in people:
                held = {uid: sequence for uid, (sequence, there) in self.inboxes[one.owner].items() if there}
                assert held == sequences(Path(one.path).read_bytes())

    def address_everybody(self) -> None:
        people = self.desk.snapshot().people.values()
        self.try_to(*(SetPerson(one.id, mail=f"{one.id}@exempel.se") for one in people if not one.mail))

    def take_in(self, mail: EmailMessage) -> None:
        inbox = self.inboxes[str(mail["To"].addresses[0].username)]
        (part,) = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
        calendar = icalendar.Calendar.from_ical(part.get_content())
        (event,) = calendar.events
        known, there = inbox.get(str(event["UID"]), (-1, False))
        invites = str(calendar["METHOD"]) == "REQUEST"
        assert event.sequence > known and (invites or there)
        inbox[str(event["UID"])] = (event.sequence, invites)

    def judge(self, owner: str, data: bytes) -> None:
        events = icalendar.Calendar.from_ical(data).events
        uids = [str(one["UID"]) for one in events]
        assert len(uids) == len(set(uids))
        self.sequences_only_rise(data)
        last = self.today + AHEAD
        titles = {str(one["UID"]): str(one["SUMMARY"]) for one in events}
        seen = sorted((titles[uid].split()[0], "uppf" in titles[uid] or "follow" in titles[uid], day)
                      for uid, day in by_vobject(data, last))  # fmt: skip
        assert seen == sorted(self.expected(owner, last))

    def sequences_only_rise(self, data: bytes) -> None:
        for uid, sequence in zip(
            re.findall(rb"\r\nUID:(\S+)", data), re.findall(rb"\r\nSEQUENCE:(\d+)", data), strict=True
        ):
            known = self.sequences.get(uid.decode(), 0)
            assert int(sequence) >= known
            self.sequences[uid.decode()] = int(sequence)

    def expected(self, owner: str, last: date) -> list[tuple[str, bool, date]]:
        """Say by the rules of the plan what an owner should see, without any of the calendar's own reckoning."""
        return [
            (action.label, follow_up, day)
            for action in self.desk.snapshot().actions.values()
            for follow_up, day in (*self.deadline(action), *self.rounds(action, last))
            if day <= last and self.is_for(owner, action, day, follow_up=follow_up)
        ]

    def is_for(self, owner: str, action: Action, day: date, *, follow_up: bool) -> bool:
        part = action.follow_up_responsible if follow_up else action.responsible
        owners = owners_on(self.desk.snapshot(), part, max(day, self.today))
        return owner == "plan-" or owner in {one.person for one in owners}

    def deadline(self, action: Action) -> list[tuple[bool, date]]:
        if action.status in (Status.DONE, Status.DROPPED, Status.CLOSED) or not action.due.end:
            return []
        return [(False, self.workdays.last(action.due.start or action.due.end, action.due.end))]

    def rounds(self, action: Action, last: date) -> list[tuple[bool, date]]:
        if action.status in (Status.DROPPED, Status.CLOSED):
            return []
        found = []
        for due in coming_rounds(self.desk.snapshot(), action, self.today, last):
            moved = (due.start, due.end) != (due.scheduled.start, due.scheduled.end)
            recurs = action.rule.startswith("FREQ=")
            if due.occasion and not moved:
                found.append((True, self.workdays.last(due.start, due.end)))
            elif recurs and not moved:
                found.append((True, due.start))
            else:
                found.append((True, self.workdays.first(due.start, max(due.start, due.end))))
        return found


Years.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
TestYears = Years.TestCase
