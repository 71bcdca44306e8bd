"""What goes wrong for one owner, or halfway, never makes a reminder come twice, and the ledger says only what is true."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from builders_calendar import HEAD, TUTOR, a_draft, action_of, desk_at, desk_with, do, drafted, person_of
from calendar_judge import verdict
from calendar_servers import Mailbox, mail_server
from followup.desk import Desk
from followup.domain.commands import Reword, SetPerson
from followup.domain.reminders import Delivery, Reminder
from followup.publishing.naming import owner_stem

GUNVOR, TURE, ZAHRA = "Gunvor Ståhlnacke", "Ture Ö. Lindälv", "Zahra Kjellander"
PLAN = a_draft(drafted(responsible=(HEAD, TUTOR)), drafted("Annat.", responsible=(TUTOR,)))


class Crash(Exception):
    """The program is killed here."""


def crash_when_noting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    record = desk._store.record_reminders

    def noting(reminders: Sequence[Reminder], deliveries: Sequence[Delivery] = ()) -> None:
        if deliveries:
            raise Crash
        record(reminders)

    monkeypatch.setattr(desk._store, "record_reminders", noting)


def test_a_crash_between_writing_and_noting_makes_no_duplicate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_with(tmp_path, PLAN)
    crash_when_noting(desk, monkeypatch)
    with pytest.raises(Crash):
        desk.calendars.export_folder(str(tmp_path / "out"))
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert before
    report = desk_at(tmp_path).calendars.export_folder(str(tmp_path / "out"))
    after = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert after.items() >= before.items()
    assert {Path(one.path).name for one in report.files if one.changed} == after.keys() - before.keys()
    assert not any(one.changed for one in desk_at(tmp_path).calendars.export_folder(str(tmp_path / "out")).files)


def test_a_crash_between_sending_and_noting_sends_the_same_thing_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as port:
        chosen: dict[str, Any] = {
            "smtp_host": "127.0.0.1",
            "smtp_port": port,
            "smtp_security": "none",
            "organizer_mail": "siv@exempel.se",
        }
        desk = desk_with(tmp_path, PLAN, **chosen)
        do(desk, SetPerson(person_of(desk, GUNVOR).id, mail="g@exempel.se"))
        crash_when_noting(desk, monkeypatch)
        with pytest.raises(Crash):
            desk.calendars.send_mails(only=GUNVOR)
        desk_at(tmp_path, **chosen).calendars.send_mails(only=GUNVOR)
    first, again = (data for _, data in mailbox.mails)
    assert [line for line in first.splitlines() if b"Message-ID" in line] == [
        line for line in again.splitlines() if b"Message-ID" in line
    ]


def test_a_plan_that_is_chosen_writes_its_owners_whole_and_nobody_else(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, PLAN)
    other = a_draft(drafted("I en annan plan.", responsible=(TUTOR,), follow_up_responsible=(TUTOR,)))
    assert desk.documents.accept(other, key="tva").refused is None
    desk = desk_at(tmp_path, plan="tva")
    report = desk.calendars.export_folder(str(tmp_path / "out"))
    assert sorted(Path(one.path).name[:5] for one in report.files) == ["owner", "plan-"]
    assert next(one for one in report.files if ZAHRA in one.name).events == 4
    assert verdict("--require-alarm", tmp_path / "out")


def test_a_full_disk_for_one_file_leaves_it_as_it_was_and_writes_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_with(tmp_path, PLAN)
    stem = owner_stem(person_of(desk, TURE).id)
    (tmp_path / "out" / f"{stem}.ics").mkdir(parents=True)
    report = desk.calendars.export_folder(str(tmp_path / "out"))
    assert [one.owner for one in report.files if one.trouble] == [person_of(desk, TURE).id]
    assert person_of(desk, TURE).id not in {one.owner for one in desk._store.deliveries()}
    (tmp_path / "out" / f"{stem}.ics").rmdir()
    assert not desk.calendars.export_folder(str(tmp_path / "out")).failed
    assert verdict("--require-alarm", tmp_path / "out")


@contextmanager
def capricious(answers: dict[str, int]) -> Iterator[tuple[str, list[str]]]:
    """A calendar server that answers PUT for the collections named with that status; 0 is nothing at all."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_PROPFIND(self) -> None:
            self._answer(404)

        def do_MKCALENDAR(self) -> None:
            self._answer(201)

        def do_PUT(self) -> None:
            asked.append(self.path)
            self._answer(next((answer for stem, answer in answers.items() if stem in self.path), 201))

        def _answer(self, status: int) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            if not status:
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *told: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("status", [401, 409, 412, 500, 507, 0])
def test_a_server_that_refuses_one_owner_serves_the_others_and_is_tried_again(tmp_path: Path, status: int) -> None:
    answers: dict[str, int] = {}
    with capricious(answers) as (url, asked):
        desk = desk_with(tmp_path, PLAN, caldav_url=url)
        refused = person_of(desk, ZAHRA).id
        answers[owner_stem(refused)] = status
        report = desk.calendars.sync()
        assert [one.owner for one in report.files if one.trouble] == [refused]
        assert {one.owner for one in desk._store.deliveries()} == {one.owner for one in report.files} - {refused}
        answers.clear()
        asked.clear()
        report = desk.calendars.sync(only=ZAHRA)
        assert not report.failed and len(asked) == 2


def test_what_changes_while_a_server_is_away_comes_when_it_is_back(tmp_path: Path) -> None:
    with capricious({}) as (url, _):
        desk = desk_with(tmp_path, PLAN, caldav_url=url)
        do(desk, Reword(action_of(desk, "K1").id, "measure", "Nytt."))
        assert not desk.calendars.sync().failed
        later = desk_at(tmp_path, date(2026, 12, 1), caldav_url=url)
        do(later, Reword(action_of(later, "K1").id, "measure", "Nyare."))
        report = later.calendars.sync()
    assert {line.label for one in report.files for line in one.updated} == {"K1"}
