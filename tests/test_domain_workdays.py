"""Days from Monday to Friday are counted as one counts them on a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup.domain.when.windows import add_workdays


def counted(day: date, count: int) -> date:
    """As one does with a finger."""
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5
    return day


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)).filter(lambda day: day.weekday() < 5), st.integers(0, 60))
def test_workdays_from_a_workday_are_those_that_a_calendar_shows(day: date, count: int) -> None:
    assert add_workdays(day, count) == counted(day, count)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_none_is_the_day_itself(day: date) -> None:
    assert add_workdays(day, 0) == day
