"""A recurrence is used only where it says the plan's own windows; a working day is found inside a window or nowhere."""

from datetime import date, timedelta
from itertools import takewhile

import pytest
from holidays.countries.sweden import Sweden
from hypothesis import given
from hypothesis import strategies as st

from exports.recurrence import days_of, outlook_rule
from followup.domain.dates import Kind, When
from followup.domain.rules import windows
from followup.publishing.series import shifted, tracks
from followup.publishing.workdays import RULES, Workdays

days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
firsts = st.one_of(
    days.map(When.on),
    st.builds(lambda day, length: When(Kind.RANGE, day, day + timedelta(days=length), "då"), days, st.integers(0, 80)),
    st.just(When.no_date()),
)
rules = st.sampled_from(
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3",
        "FREQ=MONTHLY;INTERVAL=6",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=YEARLY;BYMONTH=3,9",
        "FREQ=YEARLY;BYMONTH=5",
        "FREQ=YEARLY;BYDAY=MO;BYMONTH=9",
        "FREQ=DAILY;INTERVAL=10",
        "2/term",
    ]
)


@given(rules, firsts, days)
def test_the_tracks_of_a_rule_are_its_windows(rule: str, first: When, begin: date) -> None:
    found = tracks(rule, first, begin)
    if found:
        last = begin + timedelta(days=3650)
        expected = [window.start for window in takewhile(lambda one: one.start <= last, windows(rule, first, begin))]
        assert sorted(day for track in found for day in track.days(last)) == expected


@pytest.mark.parametrize("day", [date(2026, 2, 27), date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29)])
@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=WEEKLY", "FREQ=MONTHLY;INTERVAL=24"])
def test_the_end_of_february_is_no_exception(rule: str, day: date) -> None:
    last = date(2036, 12, 31)
    expected = [one.start for one in takewhile(lambda one: one.start <= last, windows(rule, When.on(day), day))]
    for track in tracks(rule, When.on(day), day):
        completed = outlook_rule(track.rule, track.first)
        assert track.days(last) == sorted(days_of(completed, track.first, last)) == expected


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=WEEKLY", "FREQ=YEARLY;BYMONTH=3,9"])
def test_common_rules_have_tracks(rule: str) -> None:
    assert tracks(rule, When.on(date(2026, 12, 1)) if "BYMONTH" not in rule else When.no_date(), date(2026, 6, 1))


@given(rules, firsts, days, st.integers(1, 60))
def test_a_shifted_track_lies_so_many_days_before(rule: str, first: When, begin: date, ahead: int) -> None:
    last = begin + timedelta(days=2000)
    for track in tracks(rule, first, begin):
        earlier = shifted(track, ahead)
        if earlier is not None:
            moved = [day - timedelta(days=ahead) for day in track.days(last)]
            assert earlier.days(last - timedelta(days=ahead)) == moved


@given(days, st.integers(0, 100), st.sampled_from(RULES))
def test_a_working_day_lies_in_its_window_and_nothing_works_outside_it(start: date, length: int, rule: str) -> None:
    end, workdays = start + timedelta(days=length), Workdays(rule)
    first, last = workdays.first(start, end), workdays.last(start, end)
    assert start <= first <= end and start <= last <= end
    working = [day for number in range(length + 1) if workdays.is_working(day := start + timedelta(days=number))]
    assert (first, last) == ((working[0], working[-1]) if working else (start, end))


@pytest.mark.parametrize("year", range(2006, 2076))
def test_the_holidays_are_those_that_others_know(year: int) -> None:
    public = Sweden(years=year, include_sundays=False)
    eves = Sweden(years=year, include_sundays=False, categories=("de_facto",))
    every_day = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    weekdays = [day for day in every_day if day.weekday() < 5]
    assert [Workdays().is_working(day) for day in weekdays] == [day not in public for day in weekdays]
    assert [Workdays("eves").is_working(day) for day in weekdays] == [
        day not in public and day not in eves for day in weekdays
    ]


def test_days_off_are_as_chosen() -> None:
    saturday, ascension, christmas_eve = date(2026, 11, 21), date(2027, 5, 6), date(2026, 12, 24)
    works = {rule: [Workdays(rule).is_working(day) for day in (saturday, ascension, christmas_eve)] for rule in RULES}
    assert works == {
        "public": [False, False, True],
        "eves": [False, False, False],
        "weekdays": [False, True, True],
        "any": [True, True, True],
    }
