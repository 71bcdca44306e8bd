"""Each owner has one calendar, each plan has one, and they say what is to be done and followed up, and no more."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest

from builders_calendar import (
    DIRECTOR,
    EVERY_KIND,
    FIRST_DECEMBER,
    HEAD,
    LAST_OF_YEAR,
    TUTOR,
    a_draft,
    action_of,
    desk_at,
    desk_with,
    do,
    drafted,
    person_of,
)
from calendar_judge import CHECKER, verdict
from calendar_readers import days_in
from followup.desk import Desk
from followup.domain.actions import Result, Status
from followup.domain.commands import (
    Assign,
    ChangeRule,
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
from followup.domain.trouble import Trouble
from followup.publishing.calendar_report import CalendarReport

LAST = date(2032, 12, 31)
GUNVOR, TURE, ZAHRA = "Gunvor Ståhlnacke", "Ture Ö. Lindälv", "Zahra Kjellander"


def export(desk: Desk, folder: Path, **asked: Any) -> CalendarReport:
    report = desk.calendars.export_folder(str(folder / "out"), **asked)
    assert not report.failed
    return report


def path_of(report: CalendarReport, name: str) -> Path:
    return Path(next(one.path for one in report.files if name in one.name))


def events_of(report: CalendarReport, name: str) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(path_of(report, name).read_bytes()).events)


def titles(report: CalendarReport, name: str) -> list[str]:
    return [str(one["SUMMARY"]) for one in events_of(report, name)]


def the_event(report: CalendarReport, name: str, *words: str) -> icalendar.Event:
    found = [one for one in events_of(report, name) if all(word in str(one["SUMMARY"]) for word in words)]
    assert len(found) == 1, titles(report, name)
    return found[0]


def days(report: CalendarReport, name: str, *words: str, last: date = LAST) -> list[date]:
    uid = str(the_event(report, name, *words)["UID"])
    return [day for one, day in days_in(path_of(report, name).read_bytes(), last) if one == uid]


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def test_there_is_a_file_for_each_owner_and_one_for_the_plan_named_by_ids(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path), tmp_path)
    names = {one.name: Path(one.path).name for one in report.files}
    assert names.pop("Handlingsplan 2026, Hudkliniken, Älvsby") == "plan-ha.ics"
    assert set(names) == {f"Handlingsplan: {one}" for one in (GUNVOR, TURE, ZAHRA)}
    assert all(re.fullmatch(r"owner-[0-9a-f]{12}\.ics", name) for name in names.values())


def test_the_strict_checker_is_content_with_every_file(tmp_path: Path) -> None:
    export(desk_with(tmp_path), tmp_path)
    assert verdict("--require-alarm", tmp_path / "out")


def test_the_strict_checker_is_content_with_warnings_of_their_own(tmp_path: Path) -> None:
    export(desk_with(tmp_path, warn_as_events=True, warn_days=[28, 7, 1]), tmp_path)
    assert verdict("--require-alarm", tmp_path / "out")


def test_three_readers_see_the_same_days(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, warn_as_events=True, warn_days=[28, 7, 1]), tmp_path)
    assert all(days_in(Path(one.path).read_bytes(), LAST) for one in report.files)


def test_every_year_from_december_recurs_on_the_first_with_warnings_in_daytime(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, a_draft(drafted())), tmp_path)
    event = the_event(report, TURE, "K1 uppföljning")
    assert event["RRULE"].to_ical() == b"FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=12"
    assert [event[name].to_ical() for name in ("DTSTART", "DTEND")] == [b"20261201", b"20261202"]
    assert days(report, TURE, "K1 uppföljning", last=date(2030, 12, 31)) == [date(y, 12, 1) for y in range(2026, 2031)]
    triggers = [alarm["TRIGGER"].to_ical() for alarm in event.walk("VALARM")]
    assert triggers == [b"-P6DT15H", b"-PT15H"]


def test_half_yearly_from_the_end_of_may_stays_at_the_ends_of_months(tmp_path: Path) -> None:
    draft = a_draft(drafted(rule="FREQ=MONTHLY;INTERVAL=6", first=When.on(date(2027, 5, 31))))
    report = export(desk_with(tmp_path, draft), tmp_path)
    found = days(report, TURE, "K1 uppföljning", last=date(2028, 12, 31))
    assert found == [date(2027, 5, 31), date(2027, 11, 30), date(2028, 5, 31), date(2028, 11, 30)]


def test_a_deadline_stands_on_the_last_working_day_of_its_window(tmp_path: Path) -> None:
    christmas = When(Kind.RANGE, date(2026, 12, 21), date(2026, 12, 27), "julveckan")
    draft = a_draft(drafted(), drafted(due=christmas), drafted(due=LAST_OF_YEAR))
    report = export(desk_with(tmp_path, draft), tmp_path)
    assert days(report, GUNVOR, "K1 senast maj 2027") == [date(2027, 5, 31)]
    assert days(report, GUNVOR, "K2 senast julveckan") == [date(2026, 12, 24)]
    assert days(report, GUNVOR, "K3 senast 31/12 2026") == [date(2026, 12, 31)]


def test_eves_are_days_off_for_those_who_choose_so(tmp_path: Path) -> None:
    december = When(Kind.MONTH, date(2026, 12, 1), date(2026, 12, 31), "December 2026")
    report = export(desk_with(tmp_path, a_draft(drafted(due=december)), working_days="eves"), tmp_path)
    assert days(report, GUNVOR, "K1 senast december 2026") == [date(2026, 12, 30)]


def test_a_single_follow_up_stands_on_the_first_working_day_of_its_window(tmp_path: Path) -> None:
    january = When(Kind.MONTH, date(2027, 1, 1), date(2027, 1, 31), "januari 2027")
    report = export(desk_with(tmp_path, a_draft(drafted(rule="", first=january))), tmp_path)
    assert days(report, TURE, "K1 uppföljning januari 2027") == [date(2027, 1, 4)]


def test_a_single_follow_up_far_ahead_is_there_too(tmp_path: Path) -> None:
    far = When(Kind.MONTH, date(2041, 3, 1), date(2041, 3, 31), "mars 2041")
    report = export(desk_with(tmp_path, a_draft(drafted(rule="", first=far)), calendar_years=1), tmp_path)
    assert days(report, TURE, "K1 uppföljning mars 2041", last=date(2042, 1, 1)) == [date(2041, 3, 1)]


def test_times_a_term_are_days_of_their_own_for_the_years_to_come(tmp_path: Path) -> None:
    draft = a_draft(drafted(rule="2/term", first=When.no_date()))
    report = export(desk_with(tmp_path, draft, calendar_years=1), tmp_path)
    found = sorted(one.DTSTART for one in events_of(report, TURE))
    assert found == [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 4), date(2027, 4, 1),
                     date(2027, 7, 1), date(2027, 10, 1)]  # fmt: skip


def test_a_rule_of_two_months_is_two_series(tmp_path: Path) -> None:
    draft = a_draft(drafted(rule="FREQ=YEARLY;BYMONTH=3,9", first=When.no_date()))
    report = export(desk_with(tmp_path, draft), tmp_path)
    rules = [one["RRULE"].to_ical() for one in events_of(report, TURE)]
    assert sorted(rules) == [b"FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=3", b"FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=9"]


def test_a_rule_that_no_calendar_says_is_written_day_by_day(tmp_path: Path) -> None:
    draft = a_draft(drafted(rule="FREQ=MONTHLY", first=When.on(date(2027, 1, 30))))
    report = export(desk_with(tmp_path, draft, calendar_years=1), tmp_path)
    found = sorted(one.DTSTART for one in events_of(report, TURE))
    assert found[:3] == [date(2027, 1, 30), date(2027, 2, 28), date(2027, 3, 30)]
    assert not any("RRULE" in one for one in events_of(report, TURE))


def test_joint_owners_see_one_thing(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, a_draft(drafted(responsible=(HEAD, TUTOR)))), tmp_path)
    one, other = the_event(report, GUNVOR, "senast"), the_event(report, ZAHRA, "senast")
    assert one.to_ical() == other.to_ical()
    assert "Gunvor Ståhlnacke, Verksamhetschef; Zahra Kjellander" in str(one["DESCRIPTION"])


def test_joint_owners_of_two_languages_see_two_things_each_in_one(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted(responsible=(HEAD, TUTOR))))
    do(desk, SetPerson(person_of(desk, ZAHRA).id, language="en"))
    report = export(desk, tmp_path)
    swedish, english = the_event(report, GUNVOR, "K1 senast maj 2027"), the_event(report, ZAHRA, "K1 due by May 2027")
    assert swedish["UID"] != english["UID"]
    assert titles(report, "Handlingsplan 2026")[0].startswith("K1 senast")
    assert verdict("--require-alarm", tmp_path / "out")


def test_what_has_no_day_gets_none_and_is_named(tmp_path: Path) -> None:
    draft = a_draft(drafted(due=When.open_ended("löpande"), rule="FREQ=YEARLY", first=When.no_date()))
    report = export(desk_with(tmp_path, draft), tmp_path)
    assert [(one.label, one.kind, one.words) for one in report.undated] == [
        ("K1", "due", "löpande"), ("K1", "follow-up", "Varje år, först i december 2026"),
    ]  # fmt: skip
    assert titles(report, GUNVOR) == []
    assert verdict("--require-alarm", tmp_path / "out")


def test_a_role_that_nobody_holds_stands_in_the_plans_calendar_and_is_named(tmp_path: Path) -> None:
    draft = a_draft(drafted(responsible=(replace(HEAD, name="", held=False),)))
    report = export(desk_with(tmp_path, draft), tmp_path)
    assert [(one.label, one.kind, one.words) for one in report.unowned] == [("K1", "due", "Verksamhetschef")]
    assert len(titles(report, "Handlingsplan 2026")) == 2


def test_the_description_says_what_why_who_and_what_to_do_when_done(tmp_path: Path) -> None:
    report = export(
        desk_with(tmp_path, a_draft(drafted()), organizer_name="Siv Ek", organizer_mail="siv@x.se"), tmp_path
    )
    told = str(the_event(report, GUNVOR, "senast")["DESCRIPTION"])
    for part in ("ha/K1", "Ett forum för handledare", "Handledare ska träffas", GUNVOR, "säg till Siv Ek (siv@x.se)"):
        assert part in told


def test_nothing_that_is_over_is_there(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted(), drafted(), drafted()))
    do(desk, MoveTo(action_of(desk, "K1").id, Status.DONE), MoveTo(action_of(desk, "K2").id, Status.CLOSED, "Uppfylld"))
    do(desk, MoveTo(action_of(desk, "K3").id, Status.DROPPED, "Utgår"))
    report = export(desk, tmp_path)
    assert titles(report, GUNVOR) == []
    assert [one[:14] for one in titles(report, TURE)] == ["K1 uppföljning"]


def test_an_export_without_change_touches_nothing(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    export(desk, tmp_path)
    before = all_bytes(tmp_path), [path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()]
    report = export(desk_at(tmp_path, date(2026, 11, 28)), tmp_path)
    assert (all_bytes(tmp_path), [path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()]) == before
    assert not any(one.changed or one.new or one.updated or one.withdrawn for one in report.files)


def test_an_internal_note_changes_no_byte_and_a_new_text_one_thing(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted(), drafted("Annat.")))
    export(desk, tmp_path)
    before = all_bytes(tmp_path)
    do(desk, MoveTo(action_of(desk, "K1").id, Status.PLANNED, "ringde i dag"))
    export(desk_at(tmp_path, date(2026, 11, 28)), tmp_path)
    assert all_bytes(tmp_path) == before
    desk = desk_at(tmp_path, date(2026, 12, 5))
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Ett annat forum ordnas."))
    report = export(desk, tmp_path)
    assert [(one["SEQUENCE"], str(one["SUMMARY"])[:2]) for one in events_of(report, GUNVOR)] == [(1, "K1"), (0, "K2")]


@pytest.mark.skipif(not CHECKER.is_file(), reason="the strict checker is not at hand")
def test_the_strict_checker_is_content_with_what_follows_what(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    export(desk, tmp_path)
    (tmp_path / "out").rename(tmp_path / "old")
    desk = desk_at(tmp_path, date(2026, 12, 3))
    do(desk, RecordRound(action_of(desk, "K1").id, Result.HOLDS), MoveTo(action_of(desk, "K2").id, Status.DONE))
    do(desk, MoveDue(action_of(desk, "K4").id, LAST_OF_YEAR, "tidigare"))
    export(desk, tmp_path)
    assert verdict("--require-alarm", "--previous", tmp_path / "old", tmp_path / "out")


def test_a_round_held_is_excluded_and_the_series_goes_on(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    before = the_event(export(desk, tmp_path), TURE, "uppföljning")
    desk = desk_at(tmp_path, date(2026, 12, 3))
    do(desk, RecordRound(action_of(desk, "K1").id, Result.HOLDS))
    report = export(desk, tmp_path)
    event = the_event(report, TURE, "uppföljning")
    assert (event["UID"], event["SEQUENCE"], event.DTSTART) == (before["UID"], 1, date(2026, 12, 1))
    assert event["EXDATE"].to_ical() == b"20261201"
    assert days(report, TURE, "uppföljning")[0] == date(2027, 12, 1)
    assert event.CREATED == before.CREATED and event.LAST_MODIFIED > before.LAST_MODIFIED


def test_a_round_moved_is_excluded_and_stands_by_itself(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    export(desk, tmp_path)
    later = When(Kind.WEEK, date(2027, 1, 11), date(2027, 1, 17), "v. 2 2027")
    do(desk, MoveRound(action_of(desk, "K1").id, later, "ledigt"))
    report = export(desk, tmp_path)
    assert days(report, TURE, "K1 uppföljning:")[0] == date(2027, 12, 1)
    assert days(report, TURE, "K1 uppföljning v. 2 2027") == [date(2027, 1, 11)]
    do(desk_at(tmp_path, date(2027, 1, 12)), RecordRound(action_of(desk, "K1").id, Result.HOLDS))
    report = export(desk_at(tmp_path, date(2027, 1, 12)), tmp_path)
    assert [one[:14] for one in titles(report, TURE)] == ["K1 uppföljning"]
    assert days(report, TURE, "K1 uppföljning")[0] == date(2027, 12, 1)


def test_an_event_opens_a_round_that_stands_by_its_last_day(tmp_path: Path) -> None:
    draft = a_draft(drafted(rule="", first=When.no_date(), triggers=("vid anställning av ny ST-läkare",)))
    desk = desk_with(tmp_path, draft)
    plan = next(iter(desk.snapshot().plans))
    do(desk, NoteOccasion(plan, "anställning av ny ST-läkare", date(2026, 11, 20)))
    report = export(desk, tmp_path)
    assert days(report, TURE, "K1 uppföljning senast", "(anställning av ny ST-läkare)") == [date(2026, 12, 18)]
    do(desk, RecordRound(action_of(desk, "K1").id, Result.HOLDS))
    assert titles(export(desk, tmp_path), TURE) == []


def test_what_is_reassigned_leaves_one_and_comes_to_the_other_as_the_same(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    before = the_event(export(desk, tmp_path), GUNVOR, "senast")
    do(desk, Assign(action_of(desk, "K1").id, "responsible", (TUTOR,), "Zahra Kjellander"))
    report = export(desk, tmp_path)
    after = the_event(report, ZAHRA, "senast")
    assert titles(report, GUNVOR) == []
    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], 1)
    gone = next(one for one in report.files if GUNVOR in one.name)
    assert [one.label for one in gone.withdrawn] == ["K1"] and gone.events == 0


def test_a_new_holder_takes_over_on_the_day_and_not_before(tmp_path: Path) -> None:
    plan = a_draft(drafted(follow_up_responsible=(HEAD,)))
    desk = desk_with(tmp_path, plan)
    before = the_event(export(desk, tmp_path), GUNVOR, "senast")
    plan_id = next(iter(desk.snapshot().plans))
    do(desk, HoldRole(plan_id, "Verksamhetschef", "Efva Munter", date(2027, 3, 1)))
    report = export(desk, tmp_path)
    assert the_event(report, "Efva Munter", "senast")["UID"] == before["UID"]
    assert days(report, GUNVOR, "uppföljning") == [date(2026, 12, 1)]
    assert days(report, "Efva Munter", "uppföljning") == [date(year, 12, 1) for year in range(2027, 2033)]
    assert verdict("--require-alarm", tmp_path / "out")
    report = export(desk_at(tmp_path, date(2027, 3, 2)), tmp_path)
    assert titles(report, GUNVOR) == []
    assert days(report, "Efva Munter", "uppföljning")[-1] == date(2032, 12, 1)


def test_reopened_is_above_every_earlier_sequence_and_undo_never_lowers_one(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    before = the_event(export(desk, tmp_path), GUNVOR, "senast")
    do(desk, MoveTo(action_of(desk, "K1").id, Status.DONE))
    export(desk, tmp_path)
    desk.undo()
    after = the_event(export(desk, tmp_path), GUNVOR, "senast")
    assert after["UID"] == before["UID"] and after["SEQUENCE"] == 2
    do(desk, MoveDue(action_of(desk, "K1").id, LAST_OF_YEAR, "brådskar"))
    assert the_event(export(desk, tmp_path), GUNVOR, "senast")["SEQUENCE"] == 3
    desk.undo()
    assert the_event(export(desk, tmp_path), GUNVOR, "senast")["SEQUENCE"] == 4


def test_a_clock_turned_back_turns_no_stamp_back(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted()))
    before = the_event(export(desk, tmp_path), GUNVOR, "senast")
    desk = desk_at(tmp_path, date(2026, 8, 1))
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Annat."))
    after = the_event(export(desk, tmp_path), GUNVOR, "senast")
    assert after.LAST_MODIFIED == before.LAST_MODIFIED and after["SEQUENCE"] == 1


def test_the_files_of_those_who_are_no_more_become_empty_and_stay(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    export(desk, tmp_path)
    foreign = tmp_path / "out" / "owner-000000000000.ics"
    foreign.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:theirs\r\nSEQUENCE:0\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    theirs = foreign.read_bytes()
    desk.undo()
    export(desk, tmp_path)
    assert foreign.read_bytes() == theirs
    foreign.unlink()
    assert len(all_bytes(tmp_path)) == 4
    assert all(b"BEGIN:VEVENT" not in data for data in all_bytes(tmp_path).values())
    assert verdict("--require-alarm", tmp_path / "out")


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    report = desk.calendars.export_folder(str(tmp_path / "out"), dry_run=True)
    assert report.dry_run and not (tmp_path / "out").exists()
    assert sum(len(one.new) for one in report.files) == sum(one.events for one in report.files) > 10
    assert the_event(export(desk, tmp_path), TURE, "K1 uppföljning")["SEQUENCE"] == 0


def test_a_report_names_what_is_new_changed_and_withdrawn(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, a_draft(drafted(), drafted()))
    export(desk, tmp_path)
    do(desk, Reword(action_of(desk, "K1").id, "measure", "Annat."), MoveTo(action_of(desk, "K2").id, Status.DONE))
    do(desk, ChangeRule(action_of(desk, "K2").id, "en gång", "", FIRST_DECEMBER, (), "räcker"))
    told = {one.name: one for one in export(desk, tmp_path).files}
    chief = told[f"Handlingsplan: {GUNVOR}"]
    assert [(one.label, one.kind) for one in chief.updated] == [("K1", "due")]
    assert [(one.label, one.kind, one.day) for one in chief.withdrawn] == [("K2", "due", date(2027, 5, 31))]


def test_only_those_named_get_their_file(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    for name in (TURE, "lindälv", person_of(desk, TURE).id):
        report = desk.calendars.export_folder(str(tmp_path / name[:4]), only=name)
        assert [one.owner for one in report.files] == [person_of(desk, TURE).id]
    report = desk.calendars.export_folder(str(tmp_path / "roll"), only="verksamhetschef")
    assert [one.owner for one in report.files] == [person_of(desk, GUNVOR).id]
    with pytest.raises(Trouble, match=r"person\.unknown"):
        desk.calendars.export_folder(str(tmp_path / "x"), only="Nemo")
    assert not (tmp_path / "x").exists()


def test_a_private_calendar_says_no_text(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, a_draft(drafted())), tmp_path, private=True)
    data = path_of(report, "Handlingsplan 2026").read_bytes()
    assert titles(report, TURE) == ["K1: åtgärd att följa upp"]
    for hidden in ("forum", "träffas", "Kollegium", GUNVOR):
        assert hidden.encode() not in data.replace(b"\r\n ", b"")
    assert data.count(b"CLASS:PRIVATE") == 2 and verdict("--require-alarm", tmp_path / "out")


def test_early_warnings_can_stand_by_themselves(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, a_draft(drafted()), warn_as_events=True, warn_days=[7]), tmp_path)
    assert days(report, GUNVOR, "Om 7 dagar: K1 senast maj 2027") == [date(2027, 5, 24)]
    assert days(report, TURE, "Om 7 dagar: K1 uppföljning", last=date(2028, 1, 1)) == [
        date(2026, 11, 24),
        date(2027, 11, 24),
    ]


def test_a_folder_that_cannot_be_written_is_told_and_the_ledger_says_nothing_of_it(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    (tmp_path / "out").write_text("en fil")
    report = desk.calendars.export_folder(str(tmp_path / "out"))
    assert report.failed and all(one.trouble and one.trouble.code == "file.not_written" for one in report.files)
    assert desk._store.deliveries() == []
    (tmp_path / "out").unlink()
    report = export(desk, tmp_path)
    assert the_event(report, TURE, "K1 uppföljning")["SEQUENCE"] == 0
    assert {one.state for one in desk._store.deliveries()} == {"sent"}


@pytest.mark.parametrize("text", ["\r\nBEGIN:VEVENT\r\nUID:x", "å" * 10_000, "\x07\u2028\u202e", "👩🏽‍⚕️; a, b \\n", ""])
def test_any_text_lands_as_text(tmp_path: Path, text: str) -> None:
    owner = replace(DIRECTOR, name=f"Bo {text} Ek")
    draft = a_draft(drafted(text, requirement=text or "Krav", area_name=text, follow_up_responsible=(owner,)))
    report = export(desk_with(tmp_path, draft), tmp_path)
    assert verdict("--require-alarm", tmp_path / "out")
    assert sum(one.events for one in report.files) == 4
    assert all(days_in(Path(one.path).read_bytes(), LAST) for one in report.files)


def test_every_kind_of_action_is_there(tmp_path: Path) -> None:
    report = export(desk_with(tmp_path, EVERY_KIND), tmp_path)
    plan = next(one for one in report.files if not one.owner)
    assert {(one.label, one.kind) for one in plan.new} == {
        ("K1", "due"), ("K1", "follow-up"), ("K2", "due"), ("K2", "follow-up"), ("K3", "follow-up"), ("K4", "due"),
        ("K4", "follow-up"), ("K5", "due"), ("K5", "follow-up"), ("K6", "follow-up"),
    }  # fmt: skip
