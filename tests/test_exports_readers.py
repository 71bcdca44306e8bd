"""Programs that are not ours see the same days in our files, and ring at the same times."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from calendar_judge import judge, lines, values
from exports.ics import render
from exports.sheet import Alarm, Calendar, Event
from sample_sheets import EVENT

LAST = date(2032, 12, 31)

ONE_YEARLY = replace(EVENT, excluded=())
HALF_YEARLY = replace(EVENT, day=date(2027, 5, 31), rule="FREQ=MONTHLY;INTERVAL=6")
LEAP_DAY = replace(EVENT, day=date(2028, 2, 29))
HELD = replace(EVENT, excluded=(date(2026, 12, 1),), sequence=1)
TWO_HELD = replace(EVENT, excluded=(date(2026, 12, 1), date(2027, 12, 1)), sequence=2)
BOUNDED = replace(EVENT, rule="FREQ=YEARLY;UNTIL=20291231")
COUNTED = replace(EVENT, rule="FREQ=MONTHLY;INTERVAL=3;COUNT=4")
FIRST_WORKDAY = replace(EVENT, day=date(2027, 8, 2), rule="FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1")
FORTNIGHTLY = replace(EVENT, rule="FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331")
ONCE = replace(EVENT, day=date(2026, 12, 31), rule="")
OVER_SUMMER_TIME = replace(EVENT, day=date(2027, 3, 28), rule="FREQ=DAILY;COUNT=3")

CASES = {
    "every year in December": (ONE_YEARLY, [date(year, 12, 1) for year in range(2026, 2033)]),
    "half-yearly by the end of the month": (
        HALF_YEARLY,
        [date(year, *end) for year in range(2027, 2033) for end in ((5, 31), (11, 30))],
    ),
    "on the last of February": (LEAP_DAY, [date(year, 2, 29 if year % 4 == 0 else 28) for year in range(2028, 2033)]),
    "the first one held": (HELD, [date(year, 12, 1) for year in range(2027, 2033)]),
    "two held": (TWO_HELD, [date(year, 12, 1) for year in range(2028, 2033)]),
    "until the plan ends": (BOUNDED, [date(year, 12, 1) for year in range(2026, 2030)]),
    "four times": (COUNTED, [date(2026, 12, 1), date(2027, 3, 1), date(2027, 6, 1), date(2027, 9, 1)]),
    "the first workday of August": (
        FIRST_WORKDAY,
        [date(2027, 8, 2), date(2028, 8, 1), date(2029, 8, 1), date(2030, 8, 1), date(2031, 8, 1), date(2032, 8, 2)],
    ),
    "every other week": (FORTNIGHTLY, [date(2026, 12, 1) + timedelta(weeks=2 * each) for each in range(9)]),
    "once": (ONCE, [date(2026, 12, 31)]),
    "over the change to summer time": (OVER_SUMMER_TIME, [date(2027, 3, day) for day in (28, 29, 30)]),
}


def by_recurring_ical_events(data: bytes) -> list[date]:
    # Its expansion stumbles over alarms of all-day events, so it reads the same file without them.
    calendar = icalendar.Calendar.from_ical(data)
    for event in calendar.events:
        event.subcomponents.clear()
    found = recurring_ical_events.of(calendar).between(date(2020, 1, 1), LAST + timedelta(days=1))
    return sorted(each.start for each in found if each.start <= LAST)


def by_ical(data: bytes) -> list[date]:
    timeline = IcsCalendarStream.calendar_from_ics(data.decode()).timeline
    found = []
    for each in timeline:
        assert isinstance(each.dtstart, date) and not isinstance(each.dtstart, datetime)
        if each.dtstart > LAST:
            break
        found.append(each.dtstart)
    return found


def by_vobject(data: bytes) -> list[date]:
    event = vobject.readOne(data.decode()).vevent
    series = event.getrruleset(addRDate=True)
    if series is None:
        return [event.dtstart.value]
    end = datetime(2032, 12, 31)  # noqa: DTZ001 - vobject counts all-day events in naive moments
    return [each.date() for each in series.between(datetime(2020, 1, 1), end, inc=True)]  # noqa: DTZ001


def by_dateutil(data: bytes) -> list[date]:
    unfolded = lines(data)
    first, rules = values(unfolded, "DTSTART")[0], values(unfolded, "RRULE")
    excluded = {date.fromisoformat(day) for value in values(unfolded, "EXDATE") for day in value.split(",")}
    if not rules:
        return [date.fromisoformat(first)]
    end = datetime(2032, 12, 31)  # noqa: DTZ001 - a rule of days has no zone
    start = datetime.fromisoformat(first)
    found = rrulestr(rules[0], dtstart=start).between(start, end, inc=True)
    return [each.date() for each in found if each.date() not in excluded]


READERS = (by_recurring_ical_events, by_ical, by_vobject, by_dateutil)


@pytest.mark.parametrize("name", CASES)
def test_four_readers_see_the_days_that_were_meant(name: str, tmp_path: Path) -> None:
    event, days = CASES[name]
    data = render(Calendar("Plan", "sv", (event,)))
    judge(data, tmp_path, "--require-alarm")
    for reader in READERS:
        assert reader(data) == days, reader.__name__


@given(
    st.builds(
        replace,
        st.just(EVENT),
        day=st.dates(date(2026, 1, 1), date(2028, 12, 28)).filter(lambda day: day.day < 29),
        rule=st.sampled_from(["", "FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=WEEKLY;INTERVAL=26"]),
        excluded=st.lists(st.dates(date(2026, 1, 1), date(2030, 1, 1)), max_size=5).map(tuple),
    )
)
def test_four_readers_agree_on_any_series(event: Event) -> None:
    data = render(Calendar("Plan", "sv", (event,)))
    if b"BEGIN:VEVENT" in data:
        seen = [reader(data) for reader in READERS]
        assert seen[1:] == seen[:-1]


@pytest.mark.parametrize("first", [date(2026, 12, 1), date(2027, 3, 29), date(2027, 11, 1)])
def test_alarms_ring_at_nine_whatever_the_clocks_were_set_to(first: date) -> None:
    alarms = (Alarm(7, 9, "om en vecka"), Alarm(1, 9, "i morgon"))
    (read,) = icalendar.Calendar.from_ical(
        render(Calendar("P", "sv", (replace(ONCE, day=first, alarms=alarms),)))
    ).events
    rings = icalendar.Alarms(read)
    rings.set_local_timezone("Europe/Stockholm")
    found = [f"{each.trigger:%Y-%m-%d %H:%M}" for each in rings.times]
    assert found == [f"{first - timedelta(days=days)} 09:00" for days in (7, 1)]


def test_words_arrive_as_they_were_written() -> None:
    event = replace(EVENT, summary="A1; klart, eller \\ inte?", description="rad ett\nrad två, \\;\n– slut", url="")
    text = render(Calendar("Plan; A, B", "sv", (event,))).decode()
    read = IcsCalendarStream.calendar_from_ics(text).events[0]
    other = vobject.readOne(text).vevent
    assert read.summary == other.summary.value == event.summary
    assert read.description == other.description.value == event.description
    assert read.uid == other.uid.value == event.uid
