"""A rule's windows: counted from the anchor, never from the previous one, and the same whoever asks and from where."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

import strategies as some
from builders import a_month
from followup.domain.dates import Kind, When
from followup.domain.rules import Window, add_months, counted_from, is_placed, windows

NOWHERE = When.no_date()
DOCUMENT = date(2026, 2, 10)
anchors = st.dates(date(2000, 1, 1), date(2050, 12, 31))
rules = some.rules.filter(bool)


def some_of(rule: str, first: When, count: int = 12, after: date | None = None) -> list[Window]:
    return list(islice(windows(rule, first, DOCUMENT, after), count))


def days(rule: str, first: When, count: int = 4) -> list[str]:
    return [window.start.isoformat() for window in some_of(rule, first, count)]


# Counted from the anchor


def test_every_month_from_the_31st_of_january_is_the_last_day_where_the_month_is_short() -> None:
    january = When.on(date(2027, 1, 31))
    assert days("FREQ=MONTHLY", january, 5) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]


def test_every_year_from_a_leap_day_comes_back_to_it() -> None:
    found = some_of("FREQ=YEARLY", When.on(date(2028, 2, 29)), 9)
    assert [window.start.day for window in found] == [29 if isleap(window.start.year) else 28 for window in found]


@given(anchors, st.integers(1, 36), st.integers(0, 60))
def test_the_window_after_k_steps_is_the_anchor_plus_k_steps(anchor: date, interval: int, k: int) -> None:
    found = some_of(f"FREQ=MONTHLY;INTERVAL={interval}", When.on(anchor), k + 1)[k]
    assert found.start == found.end == add_months(anchor, k * interval)


@given(anchors, st.integers(-1200, 1200))
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


# Laws of every rule


@given(rules, some.dated)
def test_starts_and_ends_strictly_rise(rule: str, first: When) -> None:
    found = some_of(rule, first)
    assert all(one.start < other.start and one.end < other.end for one, other in pairwise(found))
    assert all(window.start <= window.end for window in found)


@given(rules, some.dated)
def test_keys_are_unique_and_the_same_each_time(rule: str, first: When) -> None:
    found = some_of(rule, first)
    assert len({window.key for window in found}) == len(found)
    assert found == some_of(rule, first)


@given(rules, some.dated)
def test_a_rule_goes_on_for_centuries(rule: str, first: When) -> None:
    assert len(some_of(rule, first, 500)) == 500


@given(rules, some.dated, st.integers(0, 40), st.integers(-3, 3))
def test_asking_for_those_after_a_day_gives_the_tail_of_the_series(rule: str, first: When, k: int, off: int) -> None:
    whole = some_of(rule, first, 60)
    after = whole[k].end + timedelta(days=off)
    assert some_of(rule, first, 10, after) == [window for window in whole if window.end > after][:10]


@given(rules, some.dated)
def test_asking_far_ahead_gives_windows_of_the_same_series(rule: str, first: When) -> None:
    far = date(2400, 6, 15)
    found = some_of(rule, first, 3, far)
    assert found[0].end > far
    before = takewhile(lambda window: window.end <= found[0].end, windows(rule, first, DOCUMENT, date(2398, 1, 1)))
    assert found[0] in list(before)


@given(rules)
def test_without_a_first_time_only_a_rule_that_says_its_own_has_windows(rule: str) -> None:
    assert bool(some_of(rule, NOWHERE)) == is_placed(rule, NOWHERE)
    assert all(window.end >= DOCUMENT for window in some_of(rule, NOWHERE))


def test_without_any_day_there_are_no_windows() -> None:
    assert list(windows("2/term", NOWHERE, None)) == []


@given(some.dated)
def test_a_single_follow_up_is_one_window(first: When) -> None:
    [only] = windows("", first, DOCUMENT)
    assert (only.start, only.end) == (first.first_day, first.end or first.start)
    assert list(windows("", first, DOCUMENT, only.end)) == []


@pytest.mark.parametrize("first", [NOWHERE, When.open_ended("löpande")])
def test_no_rule_and_no_first_time_is_no_follow_up(first: When) -> None:
    assert list(windows("", first, DOCUMENT)) == []


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;INTERVAL=x",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=YEARLY;BYDAY=XX",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYWEEKNO=0",
        "nonsens",
        "x/term",
        "/term",
        ";",
        "=",
    ],
)
def test_what_is_no_rule_gives_no_windows_and_never_invents_any(rule: str) -> None:
    assert list(windows(rule, When.on(date(2026, 5, 1)), DOCUMENT)) == []
    assert not is_placed(rule, NOWHERE)


def test_a_first_time_at_the_end_of_time_gives_no_windows() -> None:
    assert list(windows("FREQ=YEARLY", When.on(date.max), DOCUMENT)) == []


# Windows keep their shape


@given(some.months(), st.sampled_from(("FREQ=YEARLY", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=5")))
def test_a_month_stays_a_whole_month(first: When, rule: str) -> None:
    for window in some_of(rule, first):
        assert window.start.day == 1
        assert window.end == date(
            window.start.year, window.start.month, monthrange(window.start.year, window.start.month)[1]
        )


@given(st.integers(2020, 2040), st.integers(1, 12), st.integers(2, 11))
def test_a_stretch_of_whole_months_stays_as_many_whole_months(year: int, month: int, length: int) -> None:
    start = date(year, month, 1)
    first = When(Kind.RANGE, start, add_months(start, length) - timedelta(days=1), "")
    for window in some_of("FREQ=YEARLY", first):
        assert window.start.day == 1
        assert window.end + timedelta(days=1) == add_months(window.start, length)


def test_february_grows_in_leap_years() -> None:
    found = some_of("FREQ=YEARLY", a_month(2027, 2, "februari 2027"), 2)
    assert [window.end for window in found] == [date(2027, 2, 28), date(2028, 2, 29)]


@given(
    anchors, st.integers(0, 20), st.sampled_from(("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=6", "FREQ=DAILY;INTERVAL=100"))
)
def test_windows_counted_in_days_keep_their_length(start: date, length: int, rule: str) -> None:
    first = When(Kind.RANGE, start, start + timedelta(days=length), "")
    assert {window.end - window.start for window in some_of(rule, first)} == {timedelta(days=length)}


def test_a_deadline_is_a_window_of_its_last_day() -> None:
    by_may = When(Kind.DAY, None, date(2026, 5, 31), "senast 31 maj 2026")
    assert days("FREQ=YEARLY", by_may, 2) == ["2026-05-31", "2027-05-31"]


# Terms


def of_term(count: int, year: int, term: str, first: When) -> list[Window]:
    found = some_of(f"{count}/term", first, count * 4)
    return [window for window in found if window.key.startswith(f"{year}-{term}-")]


@given(st.integers(1, 181), st.integers(2020, 2035), st.sampled_from(("VT", "HT")))
def test_the_windows_of_a_term_fill_it_without_gap_or_overlap(count: int, year: int, term: str) -> None:
    begin, end = (date(year, 1, 1), date(year, 6, 30)) if term == "VT" else (date(year, 7, 1), date(year, 12, 31))
    found = of_term(count, year, term, When.on(begin))
    assert len(found) == count
    assert (found[0].start, found[-1].end) == (begin, end)
    assert all(other.start - one.end == timedelta(days=1) for one, other in pairwise(found))
    lengths = {(window.end - window.start).days for window in found}
    assert max(lengths) - min(lengths) <= 1


@given(st.integers(1, 12), anchors)
def test_terms_begin_with_the_window_that_the_anchor_lies_in(count: int, anchor: date) -> None:
    first = some_of(f"{count}/term", When.on(anchor), 1)[0]
    assert first.start <= anchor <= first.end


def test_twice_a_term_has_keys_that_say_so() -> None:
    found = some_of("2/term", When.on(date(2026, 5, 1)), 4)
    assert [window.key for window in found] == ["2026-VT-2", "2026-HT-1", "2026-HT-2", "2027-VT-1"]


def test_more_times_than_a_term_has_days_is_once_a_day() -> None:
    assert {window.end - window.start for window in some_of("1000/term", When.on(DOCUMENT), 30)} <= {
        timedelta(0),
        timedelta(1),
    }


# The same days as RFC 5545

RRULES = (
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=3",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=DAILY;INTERVAL=9",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;BYDAY=-1FR",
    "FREQ=YEARLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=MO",
    "FREQ=MONTHLY;BYDAY=5FR",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=12;BYMONTH=1,6",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
    "FREQ=WEEKLY;BYMONTH=6",
)


@given(st.sampled_from(RRULES), anchors)
def test_the_days_are_those_that_any_calendar_reckons(rule: str, anchor: date) -> None:
    assume(anchor.day <= 28)
    reckoned = rrulestr(f"{rule};WKST=MO", dtstart=datetime.combine(anchor, time()))
    assert [window.start for window in some_of(rule, When.on(anchor))] == [at.date() for at in islice(reckoned, 12)]


@given(anchors, st.lists(st.integers(1, 53), min_size=1, max_size=3, unique=True))
def test_weeks_of_the_year_are_whole_iso_weeks_that_the_year_has(anchor: date, numbers: list[int]) -> None:
    rule = f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, numbers))}"
    for window in some_of(rule, When.on(anchor)):
        assert window.start.isocalendar()[1] in numbers
        assert window.start.weekday() == 0 and window.end - window.start == timedelta(days=6)
        assert window.end >= anchor


# The rule's own days


def test_months_of_every_year_begin_with_the_first_that_is_not_over() -> None:
    assert days("FREQ=YEARLY;BYMONTH=2,9", NOWHERE) == ["2026-02-01", "2026-09-01", "2027-02-01", "2027-09-01"]


def test_a_first_time_in_a_month_that_the_rule_does_not_name_only_says_from_when() -> None:
    assert days("FREQ=YEARLY;BYMONTH=5", a_month(2026, 9, "september 2026"), 2) == ["2027-05-01", "2028-05-01"]


def test_a_first_time_in_the_months_that_the_rule_names_keeps_its_own_day() -> None:
    assert days("FREQ=YEARLY;BYMONTH=5", When.on(date(2026, 5, 12)), 2) == ["2026-05-12", "2027-05-12"]


def test_the_first_monday_of_a_month_is_not_a_month_after_the_last_one() -> None:
    assert days("FREQ=MONTHLY;BYDAY=1MO", a_month(2026, 11, "november 2026")) == [
        "2026-11-02",
        "2026-12-07",
        "2027-01-04",
        "2027-02-01",
    ]


@pytest.mark.parametrize("rule", ["FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=WEEKLY", ""])
def test_a_rule_that_says_no_day_is_not_placed_without_a_first_time(rule: str) -> None:
    assert not is_placed(rule, NOWHERE)
    assert counted_from(rule, NOWHERE, DOCUMENT) == NOWHERE


def test_a_rule_that_is_made_later_counts_from_that_day() -> None:
    since = date(2026, 9, 20)
    first = counted_from("2/term", When.no_date("två gånger per termin"), since)
    assert first == When(Kind.RANGE, since, None, "två gånger per termin")
    assert [window.key for window in some_of("2/term", first, 2)] == ["2026-HT-1", "2026-HT-2"]


@given(rules, some.dated, anchors)
def test_a_first_time_that_was_said_is_left_as_it_is(rule: str, first: When, day: date) -> None:
    assert counted_from(rule, first, day) == first


def test_a_week_belongs_to_the_year_that_its_thursday_lies_in() -> None:
    found = windows("FREQ=YEARLY;BYWEEKNO=53", When.no_date(), date(2026, 1, 1))
    first, second = islice(found, 2)
    assert (first.start, first.end) == (date(2026, 12, 28), date(2027, 1, 3))
    assert (second.start, second.end) == (date(2032, 12, 27), date(2033, 1, 2))
