"""A calendar file says one thing to every calendar, whatever words it is given."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendar_judge import judge, lines, values, verdict
from exports.ics import assemble, head, render, render_event
from exports.sheet import Alarm, Calendar, Event
from hostile_texts import HOSTILE, texts
from sample_sheets import CALENDAR, EVENT, SINGLE

events = st.builds(
    Event,
    uid=st.uuids(version=5).map(str),
    day=st.dates(date(1991, 1, 1), date(2099, 1, 1)),
    summary=texts,
    description=texts,
    created=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone is given beside them
    modified=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone is given beside them
    rule=st.sampled_from(["", "FREQ=YEARLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=90"]),
    alarms=st.lists(st.builds(Alarm, st.integers(1, 60), st.integers(6, 20), texts), max_size=7).map(tuple),
    categories=st.lists(texts, max_size=3).map(tuple),
    private=st.booleans(),
    sequence=st.integers(0, 2**31 - 1),
    url=st.one_of(st.just(""), st.just("https://exempel.se/å b?c=d;e,f"), texts),
)


@st.composite
def partly_held(draw: st.DrawFn) -> Event:
    """An event of which days in its first years are excluded, whether they are its days or not."""
    event = draw(events)
    later = st.integers(0, 140).map(lambda weeks: event.day + timedelta(weeks=weeks))
    return replace(event, excluded=tuple(draw(st.lists(later, max_size=3))))


def test_a_calendar_is_as_the_contract_says(tmp_path: Path) -> None:
    unfolded = judge(render(CALENDAR), tmp_path, "--require-alarm")
    assert values(unfolded, "PRODID") == ["-//followup//followup//SV"]
    assert (
        values(unfolded, "NAME") == values(unfolded, "X-WR-CALNAME") == [r"Handlingsplan\; Medicinkliniken\, Norrvik"]
    )
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in unfolded and "X-PUBLISHED-TTL:PT12H" in unfolded
    assert "METHOD" not in "\n".join(unfolded) and "ORGANIZER" not in "\n".join(unfolded)


def test_an_event_is_all_day_free_and_stamped_by_its_last_change(tmp_path: Path) -> None:
    unfolded = judge(render(Calendar("Plan", "sv", (EVENT,))), tmp_path)
    assert "DTSTART;VALUE=DATE:20261201" in unfolded and "DTEND;VALUE=DATE:20261202" in unfolded
    assert values(unfolded, "DTSTAMP") == values(unfolded, "LAST-MODIFIED") == ["20261121T093000Z"]
    assert values(unfolded, "RRULE") == ["FREQ=YEARLY;BYMONTHDAY=1;BYMONTH=12"]
    assert values(unfolded, "STATUS") == ["CONFIRMED"] and values(unfolded, "TRANSP") == ["TRANSPARENT"]
    assert values(unfolded, "X-MICROSOFT-CDO-BUSYSTATUS") == ["FREE"]
    assert values(unfolded, "CATEGORIES") == ["A. Ledning och struktur,Uppföljning"]


def test_alarms_ring_in_daytime_the_most_important_first() -> None:
    unfolded = lines(render(Calendar("Plan", "sv", (EVENT,))))
    assert values(unfolded, "TRIGGER") == ["-P6DT15H", "-PT15H"]
    assert values(unfolded, "ACTION") == ["DISPLAY", "DISPLAY"]
    (read,) = icalendar.Calendar.from_ical(render(Calendar("Plan", "sv", (EVENT,)))).events
    times = icalendar.Alarms(read)
    times.set_local_timezone("Europe/Stockholm")
    assert [f"{each.trigger:%Y-%m-%d %H:%M}" for each in times.times] == ["2026-11-24 09:00", "2026-11-30 09:00"]


@pytest.mark.parametrize(("days", "hour"), [(0, 9), (-1, 9), (1, 5), (1, 21)])
def test_an_alarm_that_a_calendar_would_misread_cannot_be_made(days: int, hour: int) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        Alarm(days, hour, "text")


def test_alarms_at_the_same_time_are_one_and_there_are_five_at_most() -> None:
    alarms = tuple(Alarm(days, 9, f"om {days}") for days in (1, 1, 2, 3, 4, 5, 6))
    assert values(lines(render_event(replace(EVENT, alarms=alarms))), "TRIGGER") == [
        "-PT15H",
        "-P1DT15H",
        "-P2DT15H",
        "-P3DT15H",
        "-P4DT15H",
    ]


def test_a_sensitive_event_is_private_and_another_says_nothing_of_it() -> None:
    assert values(lines(render_event(SINGLE)), "CLASS") == ["PRIVATE"]
    assert values(lines(render_event(EVENT)), "CLASS") == []


def test_an_address_is_written_as_every_client_reads_it_and_repeated_in_the_text() -> None:
    unfolded = lines(render_event(EVENT))
    assert values(unfolded, "URL") == ["https://plan.exempel.se/%C3%A5tg%C3%A4rder/A1"]
    assert values(unfolded, "DESCRIPTION")[0].endswith("A1\\nhttps://plan.exempel.se/%C3%A5tg%C3%A4rder/A1")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "plan.exempel.se", "file:///etc/passwd", "https://"])
def test_what_is_no_address_on_the_web_is_left_out(address: str) -> None:
    unfolded = lines(render_event(replace(EVENT, url=address)))
    assert values(unfolded, "URL") == []


def test_a_calendar_without_events_is_a_valid_file(tmp_path: Path) -> None:
    unfolded = judge(render(Calendar("Plan", "en")), tmp_path)
    assert "TZID:Europe/Stockholm" in unfolded and "BEGIN:VEVENT" not in unfolded
    assert values(unfolded, "PRODID") == ["-//followup//followup//EN"]


def test_a_calendar_without_a_name_says_none(tmp_path: Path) -> None:
    unfolded = judge(render(Calendar(" \n", "", (EVENT,))), tmp_path)
    assert values(unfolded, "NAME") == values(unfolded, "X-WR-CALNAME") == []


def test_a_held_day_is_excluded_and_the_first_day_stays(tmp_path: Path) -> None:
    held = replace(EVENT, excluded=(date(2026, 12, 1),), sequence=1, modified=EVENT.modified + timedelta(days=12))
    unfolded = judge(render(Calendar("Plan", "sv", (held,))), tmp_path)
    assert "EXDATE;VALUE=DATE:20261201" in unfolded and "DTSTART;VALUE=DATE:20261201" in unfolded
    assert values(unfolded, "CREATED") == ["20261121T093000Z"] and values(unfolded, "DTSTAMP") == ["20261203T093000Z"]


def test_days_that_are_none_of_the_series_are_not_excluded_and_each_is_once_in_order(tmp_path: Path) -> None:
    odd = replace(EVENT, excluded=(date(2028, 12, 1), date(2027, 12, 2), date(2026, 12, 1), date(2028, 12, 1)))
    unfolded = judge(render(Calendar("Plan", "sv", (odd,))), tmp_path)
    assert values(unfolded, "EXDATE") == ["20261201,20281201"]


def test_an_event_without_a_day_left_is_not_there(tmp_path: Path) -> None:
    gone = replace(SINGLE, excluded=(SINGLE.day,))
    over = replace(EVENT, rule="FREQ=YEARLY;UNTIL=20271201", excluded=(date(2026, 12, 1), date(2027, 12, 1)))
    assert render_event(gone) == render_event(over) == b""
    assert "BEGIN:VEVENT" not in judge(render(Calendar("Plan", "sv", (gone, over))), tmp_path)


def test_an_end_by_hand_bounds_the_series(tmp_path: Path) -> None:
    bounded = replace(EVENT, rule="FREQ=YEARLY;UNTIL=20301231")
    judge(render(Calendar("Plan", "sv", (bounded,))), tmp_path, "--max-years", "5")


def test_a_series_that_outlook_cannot_map_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be one series"):
        render_event(replace(EVENT, day=date(2026, 1, 30), rule="FREQ=MONTHLY"))


def test_a_long_title_is_cut_with_an_ellipsis_and_an_empty_one_is_a_dash() -> None:
    (title,) = values(lines(render_event(replace(EVENT, summary="å" * 300))), "SUMMARY")
    assert title == "å" * 254 + "…"
    assert values(lines(render_event(replace(EVENT, summary=" "))), "SUMMARY") == ["–"]


def test_instants_are_written_in_utc_without_fractions() -> None:
    stamp = datetime(2026, 11, 21, 10, 30, 15, 999, tzinfo=timezone(timedelta(hours=1)))
    unfolded = lines(render_event(replace(EVENT, created=stamp, modified=stamp)))
    assert values(unfolded, "DTSTAMP") == values(unfolded, "CREATED") == ["20261121T093015Z"]


def test_something_cannot_be_made_after_it_was_changed() -> None:
    unfolded = lines(render_event(replace(EVENT, created=EVENT.modified + timedelta(hours=1))))
    assert values(unfolded, "CREATED") == values(unfolded, "LAST-MODIFIED")


def test_the_same_event_is_the_same_bytes_in_any_file_and_any_process() -> None:
    again = "import sys; from sample_sheets import CALENDAR; from exports.ics import render; sys.stdout.buffer.write(render(CALENDAR))"
    told = subprocess.run(
        [sys.executable, "-c", again],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parent,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "TZ": "Pacific/Apia", "LC_ALL": "C"},
    )
    assert told.stdout == render(CALENDAR)
    assert render_event(EVENT) in render(Calendar("En annan", "en", (SINGLE, EVENT)))


def test_kept_components_joined_again_are_the_whole_file() -> None:
    kept = [render_event(event) for event in CALENDAR.events]
    assert assemble(head(CALENDAR), kept) == render(CALENDAR)


def test_a_re_export_rises_only_where_something_changed(tmp_path: Path) -> None:
    changed = replace(EVENT, summary="A1: Nytt namn", sequence=1, modified=EVENT.modified + timedelta(days=7))
    for name, calendar in (("old", CALENDAR), ("same", CALENDAR), ("new", replace(CALENDAR, events=(changed, SINGLE)))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.ics").write_bytes(render(calendar))
    assert (tmp_path / "old/plan.ics").read_bytes() == (tmp_path / "same/plan.ics").read_bytes()
    assert verdict(tmp_path / "same", "--previous", tmp_path / "old")
    assert verdict(tmp_path / "new", "--previous", tmp_path / "old")


def test_two_owners_have_the_same_event(tmp_path: Path) -> None:
    for owner in ("a", "b"):
        (tmp_path / f"{owner}.ics").write_bytes(render(Calendar(owner, "sv", (EVENT,))))
    assert verdict(tmp_path)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_land_as_text(text: str, tmp_path: Path) -> None:
    event = replace(EVENT, summary=text, description=text, categories=(text,), alarms=(Alarm(1, 9, text),), url=text)
    unfolded = judge(render(Calendar(text, text, (event,))), tmp_path, "--require-alarm")
    assert unfolded.count("BEGIN:VEVENT") == 1 and len(values(unfolded, "UID")) == 1


@given(event=partly_held(), name=texts)
def test_any_event_gives_a_file_that_every_rule_holds_for(
    event: Event, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    event = replace(event, alarms=event.alarms or (Alarm(1, 9, ""),))
    judge(render(Calendar(name, "sv", (event,))), tmp_path_factory.getbasetemp(), "--require-alarm")


@given(event=events)
def test_the_library_reads_back_what_was_said(event: Event) -> None:
    data = render(Calendar("Plan", "sv", (event,)))
    (read,) = icalendar.Calendar.from_ical(data).events
    assert read.start == event.day and read.end == event.day + timedelta(days=1)
    assert str(read["UID"]) == event.uid and read["SEQUENCE"] == event.sequence
