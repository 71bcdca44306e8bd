"""Which days' copies are kept."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.retention import DAILY, MONTHLY, WEEKLY, keep

TODAY = date(2026, 6, 17)
some_days = st.sets(st.dates(date(2023, 1, 1), TODAY), max_size=60)


def test_a_copy_each_day_leaves_a_week_of_days_two_months_of_weeks_and_a_year_of_months() -> None:
    kept: set[date] = set()
    day = date(2024, 1, 1)
    while day <= TODAY:
        kept = keep({*kept, day}, day)
        day += timedelta(days=1)
    days = {TODAY - timedelta(days=n) for n in range(7)}
    weeks = {date(2026, 6, 14) - timedelta(weeks=n) for n in range(7)}
    months = {date(2026, n, 1) - timedelta(days=1) for n in range(1, 7)}
    months |= {date(2025, n, 1) - timedelta(days=1) for n in range(8, 13)}
    assert kept == days | weeks | months


def test_after_a_long_absence_nothing_is_thrown_away() -> None:
    old = {date(2021, 3, 1), date(2021, 3, 2), date(2021, 3, 3)}
    assert keep({*old, TODAY}, TODAY) == {*old, TODAY}


def test_days_to_come_are_kept_and_push_nothing_out() -> None:
    past = {TODAY - timedelta(days=n) for n in range(40)}
    future = {TODAY + timedelta(days=n) for n in range(1, 40)}
    assert keep(past | future, TODAY) == keep(past, TODAY) | future


@given(some_days)
def test_only_days_that_are_there_are_kept_and_not_too_many(days: set[date]) -> None:
    kept = keep(days, TODAY)
    assert kept <= days
    assert len(kept) <= DAILY + WEEKLY + MONTHLY


@given(some_days)
def test_asking_twice_changes_nothing(days: set[date]) -> None:
    assert keep(keep(days, TODAY), TODAY) == keep(days, TODAY)


@given(some_days)
def test_the_newest_week_of_copies_is_always_kept(days: set[date]) -> None:
    assert set(sorted(days)[-DAILY:]) <= keep(days, TODAY)
