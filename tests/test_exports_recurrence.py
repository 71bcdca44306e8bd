"""A rule says all that a client would otherwise have to guess, in a form that Outlook maps."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from calendar_judge import checker
from exports.recurrence import anything_left, days_of, outlook_rule

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
simple_rules = st.builds(
    "FREQ={};INTERVAL={}".format, st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), st.integers(1, 30)
)


@pytest.mark.parametrize(
    ("rule", "day", "completed"),
    [
        ("FREQ=YEARLY", date(2026, 12, 1), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"),
        ("FREQ=YEARLY", date(2026, 12, 31), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
        ("FREQ=YEARLY", date(2028, 2, 29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("FREQ=YEARLY;INTERVAL=2", date(2027, 5, 3), "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=3"),
        ("FREQ=YEARLY;UNTIL=20301201", date(2026, 12, 1), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;UNTIL=20301201"),
        ("FREQ=YEARLY;UNTIL=20301201T235959Z", date(2026, 12, 1), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;UNTIL=20301201"),
        ("FREQ=MONTHLY;INTERVAL=6", date(2026, 12, 1), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1"),
        ("FREQ=MONTHLY;INTERVAL=6", date(2027, 5, 31), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=31", date(2027, 5, 31), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;INTERVAL=3", date(2027, 4, 30), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;INTERVAL=24", date(2027, 5, 31), "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=31"),
        ("FREQ=MONTHLY;BYDAY=1TU", date(2026, 12, 1), "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1"),
        (
            "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
            date(2026, 8, 3),
            "FREQ=YEARLY;BYMONTH=8;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        ),
        ("FREQ=WEEKLY;INTERVAL=2", date(2026, 12, 1), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("freq=daily;interval=1;wkst=mo", date(2026, 12, 1), "FREQ=DAILY"),
        ("FREQ=YEARLY;COUNT=3", date(2026, 12, 1), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;COUNT=3"),
        ("FREQ=YEARLY;COUNT=1", date(2026, 12, 1), ""),
        ("", date(2026, 12, 1), ""),
    ],
)
def test_the_first_day_completes_the_rule(rule: str, day: date, completed: str) -> None:
    assert outlook_rule(rule, day) == completed


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("FREQ=MONTHLY", date(2026, 1, 30)),
        ("FREQ=MONTHLY", date(2027, 3, 29)),
        ("FREQ=YEARLY;BYMONTH=6,12", date(2026, 12, 1)),
        ("FREQ=YEARLY;BYMONTH=6", date(2026, 12, 1)),
        ("FREQ=YEARLY;BYMONTHDAY=2", date(2026, 12, 1)),
        ("FREQ=YEARLY;BYDAY=MO", date(2026, 12, 7)),
        ("FREQ=YEARLY;UNTIL=20251201", date(2026, 12, 1)),
        ("FREQ=YEARLY;UNTIL=20301301", date(2026, 12, 1)),
        ("FREQ=YEARLY;COUNT=3;UNTIL=20301201", date(2026, 12, 1)),
        ("FREQ=YEARLY;FREQ=DAILY", date(2026, 12, 1)),
        ("FREQ=MONTHLY;BYDAY=1MO,2TU;BYSETPOS=1", date(2026, 12, 7)),
        ("FREQ=HOURLY", date(2026, 12, 1)),
        ("FREQ=MONTHLY;INTERVAL=0", date(2026, 12, 1)),
        ("FREQ=WEEKLY;BYDAY=XX", date(2026, 12, 1)),
        ("BYMONTH=6", date(2026, 6, 1)),
        ("2/term", date(2026, 9, 1)),
    ],
)
def test_what_no_single_series_can_say_is_refused(rule: str, day: date) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        outlook_rule(rule, day)


@given(simple_rules, days)
def test_the_first_day_is_a_day_of_its_completed_rule(rule: str, day: date) -> None:
    try:
        completed = outlook_rule(rule, day)
    except ValueError:
        reject()
    assert day in days_of(completed, day, day)
    assert outlook_rule(completed, day) == completed


@given(simple_rules, days)
def test_an_independent_expansion_gives_the_same_days(rule: str, day: date) -> None:
    judge = checker()
    assume(judge is not None)
    try:
        completed = outlook_rule(rule, day)
    except ValueError:
        reject()
    assert judge is not None
    parts, errors = judge.parse_rrule(completed)
    assert errors == []
    last = day + timedelta(days=1500)
    assert [each for each in judge.expand(parts, day, 3000) if each <= last] == sorted(days_of(completed, day, last))


def test_a_series_by_the_end_of_the_month_has_no_short_month() -> None:
    completed = outlook_rule("FREQ=MONTHLY;INTERVAL=6", date(2027, 5, 31))
    assert sorted(days_of(completed, date(2027, 5, 31), date(2028, 12, 31))) == [
        date(2027, 5, 31),
        date(2027, 11, 30),
        date(2028, 5, 31),
        date(2028, 11, 30),
    ]


def test_a_day_without_a_rule_is_one_day() -> None:
    day = date(2026, 12, 1)
    assert days_of("", day, day) == {day}
    assert days_of("", day, day - timedelta(days=1)) == frozenset()
    assert anything_left("", day, {date(2027, 1, 1)}) and not anything_left("", day, {day})


def test_a_series_ends_with_its_last_day() -> None:
    rule = outlook_rule("FREQ=YEARLY;UNTIL=20271201", date(2026, 12, 1))
    assert anything_left(rule, date(2026, 12, 1), {date(2026, 12, 1)})
    assert not anything_left(rule, date(2026, 12, 1), {date(2026, 12, 1), date(2027, 12, 1)})
