"""The ways out: files by hand, mails, digests and calendar servers each say what is true, to each owner once."""

from __future__ import annotations

import email
import email.policy
import subprocess
import sys
from contextlib import suppress
from datetime import date
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Any

import icalendar
import pytest

from builders_calendar import (
    HEAD,
    TUTOR,
    a_draft,
    action_of,
    desk_at,
    desk_with,
    do,
    drafted,
    person_of,
)
from calendar_judge import verdict
from calendar_readers import days_in
from calendar_servers import PASSWORD, USER, Mailbox, fetch, mail_server, radicale, xandikos
from followup.desk import Desk
from followup.domain.actions import Result, Status
from followup.domain.commands import Assign, HoldRole, MoveTo, RecordRound, Reword, SetPerson
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarFile, CalendarReport

GUNVOR, TURE, ZAHRA = "Gunvor Ståhlnacke", "Ture Ö. Lindälv", "Zahra Kjellander"
PLAN = a_draft(drafted(responsible=(HEAD, TUTOR)), drafted("Annat.", responsible=(TUTOR,)))
SENDER: dict[str, Any] = {"organizer_name": "Siv Ek", "organizer_mail": "siv.ek@exempel.se"}


def with_addresses(folder: Path, **chosen: Any) -> Desk:
    desk = desk_with(folder, PLAN, **SENDER, **chosen)
    do(
        desk,
        *(
            SetPerson(one.id, mail=f"{one.name.split()[0].lower()}@exempel.se")
            for one in desk.snapshot().people.values()
        ),
    )
    return desk


def file_of(report: CalendarReport, name: str) -> CalendarFile:
    return next(one for one in report.files if name in one.name)


def news_of(report: CalendarReport, name: str) -> list[list[str]]:
    one = file_of(report, name)
    return [[line.label for line in lines] for lines in (one.new, one.updated, one.withdrawn)]


# ---- by hand


def test_a_file_by_hand_ends_and_comes_with_a_page(tmp_path: Path) -> None:
    report = desk_with(tmp_path, PLAN).calendars.export_by_hand(str(tmp_path / "hand"))
    assert {Path(one.path).suffix for one in report.files} == {".ics"} and len(report.files) == 3
    assert verdict("--require-alarm", "--max-years", "5", *(one.path for one in report.files))
    path = Path(file_of(report, TURE).path)
    (event, other) = icalendar.Calendar.from_ical(path.read_bytes()).events
    assert all(b"UNTIL=20301201" in one["RRULE"].to_ical() for one in (event, other))
    page = path.with_suffix(".txt").read_bytes().decode()
    assert "Outlook" in page and "inget gammalt att ta bort" in page


def test_a_second_file_by_hand_lists_what_to_take_away(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, PLAN)
    desk.calendars.export_by_hand(str(tmp_path / "hand"))
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Nytt."), MoveTo(action_of(desk, "K2").id, Status.DONE))
    report = desk.calendars.export_by_hand(str(tmp_path / "hand"), since_last=True)
    assert news_of(report, ZAHRA) == [[], ["K1"], ["K2"]]
    path = Path(file_of(report, ZAHRA).path)
    (event,) = icalendar.Calendar.from_ical(path.read_bytes()).events
    assert str(event["SUMMARY"]) == "K1 senast maj 2027: Nytt."
    removed = path.with_suffix(".txt").read_bytes().decode().partition("Ta bort för hand")[2].partition("Nytt eller")[0]
    assert "K1 senast" in removed and "K2 senast maj 2027: Annat." in removed
    assert desk.calendars.export_by_hand(str(tmp_path / "hand"), since_last=True).files == ()


def test_a_series_by_hand_begins_with_what_is_left(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    do(desk_at(tmp_path, date(2026, 12, 3)), RecordRound(action_of(desk, "K1").id, Result.HOLDS))
    report = desk_at(tmp_path, date(2026, 12, 3)).calendars.export_by_hand(str(tmp_path / "hand"), only=TURE)
    (one,) = report.files
    days = [day for _, day in days_in(Path(one.path).read_bytes(), date(2040, 1, 1))]
    assert days == [date(year, 12, 1) for year in range(2027, 2032)]


# ---- mail


def mails_in(folder: Path) -> list[EmailMessage]:
    found = sorted(folder.glob("*.eml")) if folder.is_dir() else []
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found]


def calendar_of(mail: EmailMessage) -> icalendar.Calendar:
    (part,) = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
    return icalendar.Calendar.from_ical(content_of(part))


def content_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def told(folder: Path) -> list[tuple[str, str, str, int]]:
    """To whom, what, about which action, with which sequence."""
    found = []
    for mail in mails_in(folder):
        calendar = calendar_of(mail)
        (event,) = calendar.events
        found.append(
            (
                str(mail["To"].addresses[0].username),
                str(calendar["METHOD"]),
                str(event["SUMMARY"])[:2],
                event.sequence,
            )
        )
    return sorted(found)


def test_each_owner_is_invited_once_to_each_thing(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    report = desk.calendars.send_mails(str(tmp_path / "post"))
    assert not report.failed
    assert told(tmp_path / "post") == [
        ("gunvor", "REQUEST", "K1", 0), ("ture", "REQUEST", "K1", 0), ("ture", "REQUEST", "K2", 0),
        ("zahra", "REQUEST", "K1", 0), ("zahra", "REQUEST", "K2", 0),
    ]  # fmt: skip
    assert verdict("--require-alarm", *(tmp_path / "post").glob("*.eml"))
    assert desk.calendars.send_mails(str(tmp_path / "again")).files == () and not (tmp_path / "again").exists()


def test_what_is_reassigned_is_withdrawn_from_one_and_sent_to_the_other(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    desk.calendars.send_mails(str(tmp_path / "post"))
    do(desk, Assign(action_of(desk, "K2").id, "responsible", (HEAD,), "Verksamhetschefen"))
    desk.calendars.send_mails(str(tmp_path / "news"))
    assert told(tmp_path / "news") == [("gunvor", "REQUEST", "K2", 1), ("zahra", "CANCEL", "K2", 1)]
    assert verdict(*(tmp_path / "news").glob("*.eml"))
    cancel = next(mail for mail in mails_in(tmp_path / "news") if "zahra" in str(mail["To"]))
    (event,) = calendar_of(cancel).events
    assert str(event["ATTENDEE"]) == "mailto:zahra@exempel.se" and not event.walk("VALARM")
    assert "Borttagen" in str(cancel["Subject"])


def test_a_new_holder_of_a_private_plan_is_told_above_what_the_old_one_was(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    desk.calendars.send_mails(str(tmp_path / "post"), private=True)
    do(desk, HoldRole(next(iter(desk.snapshot().plans)), "Verksamhetschef", "Efva Munter", date(2026, 11, 21)))
    do(desk, SetPerson(person_of(desk, "Efva Munter").id, mail="efva@exempel.se"))
    desk.calendars.send_mails(str(tmp_path / "news"), private=True)
    assert told(tmp_path / "news") == [
        ("efva", "REQUEST", "K1", 1), ("gunvor", "CANCEL", "K1", 1), ("zahra", "REQUEST", "K1", 1),
    ]  # fmt: skip


def test_what_is_done_is_withdrawn_and_reopened_is_above_it(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    desk.calendars.send_mails(str(tmp_path / "post"))
    do(desk, MoveTo(action_of(desk, "K2").id, Status.DONE))
    desk.calendars.send_mails(str(tmp_path / "done"))
    assert told(tmp_path / "done") == [("zahra", "CANCEL", "K2", 1)]
    desk.undo()
    desk.calendars.send_mails(str(tmp_path / "undone"))
    assert told(tmp_path / "undone") == [("zahra", "REQUEST", "K2", 2)]
    assert verdict(*(tmp_path / "done").glob("*.eml"), *(tmp_path / "undone").glob("*.eml"))


def test_a_calendar_server_takes_the_mails_as_they_come(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    desk.calendars.send_mails(str(tmp_path / "1"), only=GUNVOR)
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Nytt."))
    desk.calendars.send_mails(str(tmp_path / "2"), only=GUNVOR)
    do(desk, MoveTo(action_of(desk, "K1").id, Status.DROPPED, "utgår"))
    desk.calendars.send_mails(str(tmp_path / "3"), only=GUNVOR)
    summaries = []
    for number in "123":
        (mail,) = (tmp_path / number).glob("*.eml")
        command = [sys.executable, "-m", "xandikos", "import-imip", "--autocreate", "-d", str(tmp_path / "server")]
        subprocess.run(command, input=mail.read_bytes(), capture_output=True, check=True)
        (kept,) = (tmp_path / "server" / "user" / "calendars" / "calendar").glob("*.ics")
        (event,) = icalendar.Calendar.from_ical(kept.read_bytes()).events
        summaries.append((str(event["SUMMARY"]), str(event["STATUS"])))
    first = "K1 senast maj 2027: Ett forum för handledare ordnas."
    assert summaries == [
        (first, "CONFIRMED"),
        ("K1 senast maj 2027: Nytt.", "CONFIRMED"),
        ("K1 senast maj 2027: Nytt.", "CANCELLED"),
    ]


def test_a_mail_server_takes_them_and_one_refused_stops_nobody_else(tmp_path: Path) -> None:
    mailbox = Mailbox("zahra")
    with mail_server(mailbox) as port:
        desk = with_addresses(tmp_path, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
        report = desk.calendars.send_mails()
        assert report.failed and [one.name for one in report.files if one.trouble] == [ZAHRA]
        trouble = file_of(report, ZAHRA).trouble
        assert trouble is not None and trouble.code == "mail.refused" and "550" in trouble.facts["reason"]
        assert sorted(to for to, _ in mailbox.mails) == ["gunvor@exempel.se", "ture@exempel.se", "ture@exempel.se"]
        mailbox.refused = ()
        report = desk.calendars.send_mails()
        assert [one.name for one in report.files] == [ZAHRA] and not report.failed
        assert len(mailbox.mails) == 5
        assert desk.calendars.send_mails().files == ()


def test_a_mail_server_that_is_away_is_told_and_tried_again(tmp_path: Path) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        pass
    desk = with_addresses(tmp_path, smtp_host="127.0.0.1", smtp_port=port, smtp_security="none")
    report = desk.calendars.send_mails()
    assert [one.trouble.code for one in report.files if one.trouble] == ["mail.server"] * 3
    assert desk.calendars.log() == ()


def test_an_owner_without_an_address_is_named_and_the_others_are_served(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    do(desk, SetPerson(person_of(desk, TURE).id, mail="türe@exempel.se"), SetPerson(person_of(desk, ZAHRA).id, mail=""))
    report = desk.calendars.send_mails(str(tmp_path / "post"))
    assert {one.name: one.trouble.code for one in report.files if one.trouble} == {
        TURE: "mail.bad_address", ZAHRA: "mail.no_address",
    }  # fmt: skip
    assert told(tmp_path / "post") == [("gunvor", "REQUEST", "K1", 0)]


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        ({}, "mail.no_sender"),
        ({"organizer_mail": "å;b"}, "mail.bad_sender"),
        ({"organizer_mail": "a@b.se"}, "mail.no_host"),
    ],
)
def test_what_is_not_set_up_is_said_before_anything_is_done(tmp_path: Path, chosen: dict[str, Any], code: str) -> None:
    desk = desk_with(tmp_path, PLAN, **chosen)
    with pytest.raises(Trouble, match=code.replace(".", r"\.")):
        desk.calendars.send_mails()
    assert desk._store.reminders() == []


def test_the_log_says_who_was_told_what_when_and_how(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    desk.calendars.send_mails(str(tmp_path / "post"))
    do(desk, MoveTo(action_of(desk, "K2").id, Status.DONE))
    desk.calendars.send_mails(str(tmp_path / "post"))
    newest = desk.calendars.log(action_of(desk, "K2").id)[0]
    assert (newest.who, newest.channel, newest.state, newest.label) == (ZAHRA, "draft", "withdrawn", "K2")
    assert {one.label for one in desk.calendars.log()} == {"K1", "K2"}
    assert {one.label for one in desk.calendars.log(action_of(desk, "K2").id)} == {"K2"}
    line = desk.calendars.reminder_lines("K2")[0]
    assert line.startswith("2026-11-21 ") and line.endswith(f"K2  klart senast, borttaget: {ZAHRA}, utkast till mejl")
    with pytest.raises(Trouble, match=r"label\.unknown"):
        desk.calendars.reminder_lines("Q9")


# ---- digests


def test_a_digest_says_what_is_late_what_comes_and_what_is_new(tmp_path: Path) -> None:
    with_addresses(tmp_path)
    desk = desk_at(tmp_path, date(2027, 6, 2), **SENDER)
    report = desk.calendars.send_digests(str(tmp_path / "post"))
    assert not report.failed and len(report.files) == 3
    mail = next(one for one in mails_in(tmp_path / "post") if "zahra" in str(one["To"]))
    text = mail.get_body(("plain",))
    page = mail.get_body(("html",))
    assert text is not None and page is not None
    for part in (text.get_content(), page.get_content()):
        assert "Försenat" in part and "K1" in part and "Zahra" in part
    (attached,) = mail.iter_attachments()
    (tmp_path / "bifogad.ics").write_bytes(content_of(attached))
    assert verdict("--require-alarm", "--max-years", "5", tmp_path / "bifogad.ics")
    do(desk, Reword(action_of(desk, "K2").id, "measure", "Nytt."))
    desk.calendars.send_digests(str(tmp_path / "next"), only=ZAHRA)
    (mail,) = mails_in(tmp_path / "next")
    text = mail.get_body(("plain",))
    assert text is not None and "Ändrat sedan sist" in text.get_content()


def test_who_has_nothing_gets_no_digest(tmp_path: Path) -> None:
    desk = with_addresses(tmp_path)
    for label in ("K1", "K2"):
        do(desk, MoveTo(action_of(desk, label).id, Status.CLOSED, "uppfylld"))
    assert desk.calendars.send_digests(str(tmp_path / "post")).files == ()


# ---- calendar servers


def test_radicale_holds_what_the_plan_holds_and_nothing_else_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_CALDAV_PASSWORD", PASSWORD)
    with radicale(tmp_path / "server") as url:
        desk = with_addresses(tmp_path, caldav_url=f"{url}{USER}/", caldav_user=USER)
        live_on(desk, tmp_path)


def test_xandikos_holds_what_the_plan_holds_and_nothing_else_is_touched(tmp_path: Path) -> None:
    with xandikos(tmp_path / "server") as url:
        live_on(with_addresses(tmp_path, caldav_url=url), tmp_path)


def live_on(desk: Desk, folder: Path) -> None:
    """A year at a server: put, again, change, withdraw, hand over."""
    report = desk.calendars.sync()
    assert not report.failed and news_of(report, ZAHRA) == [["K1", "K2"], [], []]
    zahra = file_of(report, ZAHRA).path
    assert labels(desk, zahra, ZAHRA, folder) == ["K1", "K2"]
    foreign = put_foreign(desk, zahra)
    again = desk.calendars.sync()
    assert [one.changed for one in again.files] == [False, False, False]
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Nytt."), MoveTo(action_of(desk, "K2").id, Status.DONE))
    report = desk.calendars.sync()
    assert news_of(report, ZAHRA) == [[], ["K1"], ["K2"]]
    assert labels(desk, zahra, ZAHRA, folder) == ["K1"]
    do(desk, Assign(action_of(desk, "K1").id, "responsible", (HEAD,), "Verksamhetschefen"))
    desk.undo()
    do(desk, Assign(action_of(desk, "K1").id, "responsible", (HEAD,), "Verksamhetschefen"))
    assert not desk.calendars.sync().failed
    assert labels(desk, zahra, ZAHRA, folder) == []
    assert b"SUMMARY:Egen" in fetch(foreign)


def put_foreign(desk: Desk, collection: str) -> str:
    from followup.publishing.accounts import server_of

    event = b"BEGIN:VEVENT\r\nUID:egen\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260101\r\nSUMMARY:Egen\r\nEND:VEVENT\r\n"
    data = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//SV\r\n" + event + b"END:VCALENDAR\r\n"
    assert server_of(desk.settings).put(f"{collection}egen.ics", data, "").is_good
    return f"{collection}egen.ics"


def labels(desk: Desk, collection: str, name: str, folder: Path) -> list[str]:
    """Which of an owner's reminders lie on the server, each as the ledger has it."""
    person = person_of(desk, name).id
    found = []
    for one in desk._store.reminders():
        with suppress(OSError):
            (event,) = icalendar.Calendar.from_ical(fetch(f"{collection}{one.uid}.ics")).events
            assert event.sequence == one.sequence and str(event["UID"]) == one.uid
            found.append(str(event["SUMMARY"])[:2])
    assert person in collection.replace("-", "") or person.replace("-", "")[:12] in collection
    return sorted(found)


def test_a_server_that_lost_an_object_gets_it_again(tmp_path: Path) -> None:
    with xandikos(tmp_path / "server") as url:
        desk = with_addresses(tmp_path, caldav_url=url)
        collection = file_of(desk.calendars.sync(), TURE).path
        lost = next(one for one in desk._store.reminders() if one.kind == "follow-up")
        from followup.publishing.accounts import server_of

        server = server_of(desk.settings)
        etags = server.etags(collection)
        assert etags is not None
        assert server.delete(f"{collection}{lost.uid}.ics", etags[f"{lost.uid}.ics"]).is_good
        assert not desk.calendars.sync().failed
        assert lost.uid.encode() in fetch(f"{collection}{lost.uid}.ics")


def test_a_wrong_password_and_a_server_that_is_away_are_told_and_nothing_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_CALDAV_PASSWORD", "fel")
    with radicale(tmp_path / "server") as url:
        desk = with_addresses(tmp_path, caldav_url=f"{url}{USER}/", caldav_user=USER)
        with pytest.raises(Trouble, match=r"caldav\.denied"):
            desk.calendars.sync()
    with pytest.raises(Trouble, match=r"caldav\.server"):
        desk.calendars.sync()
    assert desk.calendars.log() == ()


@pytest.mark.parametrize("url", ["", "ftp://x/", "http://kalender.exempel.se/", "inget"])
def test_only_an_address_that_keeps_a_password_safe_is_used(tmp_path: Path, url: str) -> None:
    desk = with_addresses(tmp_path, caldav_url=url)
    with pytest.raises(Trouble, match=r"caldav\.(address|no_server)"):
        desk.calendars.sync()
