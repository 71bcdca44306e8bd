"""A date keeps its precision: the window, its ends and its words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.domain.dates import Kind, When

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
MAY = When(Kind.MONTH, date(2026, 5, 1), date(2026, 5, 31), "Maj 2026")


def test_the_kinds_are_the_words_files_use() -> None:
    written = "day week month quarter term half-year season year range open none"
    assert [kind.value for kind in Kind] == written.split()


def test_a_month_is_over_only_after_its_last_day() -> None:
    assert not MAY.is_over(date(2026, 5, 31))
    assert MAY.is_over(date(2026, 6, 1))


def test_no_date_and_open_have_no_days() -> None:
    for when in (When.no_date(), When.open_ended("snarast")):
        assert not when.is_dated
        assert when.first_day is None and when.last_day is None
        assert not when.is_over(date.max) and not when.contains(date(2026, 1, 1))


def test_a_deadline_is_waited_for_on_its_end() -> None:
    deadline = When(Kind.DAY, None, date(2026, 5, 31), "senast 31 maj 2026")
    assert deadline.is_dated
    assert deadline.first_day == deadline.last_day == date(2026, 5, 31)
    assert deadline.contains(date(2020, 1, 1)) and not deadline.contains(date(2026, 6, 1))


def test_a_window_with_a_start_only_is_never_over() -> None:
    later = When(Kind.RANGE, date(2026, 9, 1), None, "från och med september 2026")
    assert not later.is_over(date.max)
    assert later.contains(date(2030, 1, 1)) and not later.contains(date(2026, 8, 31))


@pytest.mark.parametrize("kind", [Kind.OPEN, Kind.NONE])
def test_an_undated_kind_refuses_a_day(kind: Kind) -> None:
    with pytest.raises(ValueError, match="has no days"):
        When(kind, None, date(2026, 1, 1), "")


@given(days, st.integers(min_value=1, max_value=400))
def test_a_window_that_ends_before_it_starts_is_refused(day: date, back: int) -> None:
    with pytest.raises(ValueError, match="ends before"):
        When(Kind.RANGE, day, day - timedelta(days=back), "")


@given(days, st.integers(min_value=0, max_value=400))
def test_every_day_of_a_window_is_in_it_and_not_late(day: date, length: int) -> None:
    when = When(Kind.RANGE, day, day + timedelta(days=length), "")
    assert when.contains(day) and when.contains(day + timedelta(days=length))
    assert not when.contains(day - timedelta(days=1))
    assert not when.is_over(day + timedelta(days=length))
    assert when.is_over(day + timedelta(days=length + 1))


@given(days)
def test_one_day_is_written_iso_when_no_words_are_given(day: date) -> None:
    assert When.on(day) == When(Kind.DAY, day, day, day.isoformat())
