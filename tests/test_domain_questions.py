"""How an action stands on a day: late, soon, which round waits; computed from the day, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_month, a_plan, an_action
from followup.domain.actions import Action, Occasion, Result, Round, Status
from followup.domain.commands import ChangeRule, HoldRole, MoveRound, MoveTo, NoteOccasion, RecordRound
from followup.domain.dates import Kind, When
from followup.domain.people import Holding, Owner
from followup.domain.questions import (
    OCCASION_DAYS,
    OCCASION_KEY,
    OPEN,
    OVER,
    SOON_DAYS,
    RoundDue,
    coming_rounds,
    next_round,
    owners_on,
    round_for,
    rounds_ahead,
    standing,
    waits_for,
)
from followup.domain.rules import Window, windows
from followup.domain.snapshot import Snapshot
from paper_desk import PaperDesk

MAY, JUNE, JULY = (a_month(2026, month, "") for month in (5, 6, 7))


def desk_with(today: date = TODAY, **facts: Any) -> PaperDesk:
    """A desk with one action A1, whose facts a test names."""
    return PaperDesk(replace(a_plan(), actions={"a1": an_action(**facts)}, rounds={}), today)


def monthly(today: date = TODAY, **facts: Any) -> PaperDesk:
    return desk_with(today, **{"rule": "FREQ=MONTHLY", "first": MAY, **facts})


def month(year: int, number: int) -> tuple[date, date]:
    when = a_month(year, number, "")
    assert when.start and when.end
    return when.start, when.end


# The doing clock


@pytest.mark.parametrize("status", sorted(OPEN))
def test_an_action_is_late_only_after_the_last_day_of_its_window(status: Status) -> None:
    desk = desk_with(status=status, due=MAY)
    assert not desk.standing("A1", date(2026, 5, 31)).overdue
    assert desk.standing("A1", date(2026, 6, 1)).overdue
    assert desk.standing("A1", date(2026, 6, 1)).days_left == -1


@pytest.mark.parametrize("status", sorted(set(Status) - OPEN))
def test_what_is_no_longer_being_done_is_never_late(status: Status) -> None:
    now = desk_with(status=status, due=MAY).standing("A1", date(2030, 1, 1))
    assert (now.overdue, now.due_soon, now.days_left) == (False, False, None)


@given(some.days, st.integers(-60, 90))
def test_soon_is_from_thirty_days_before_the_last_day_to_that_day(last: date, ahead: int) -> None:
    due = When(Kind.RANGE, last - timedelta(days=10), last, "")
    now = desk_with(due=due).standing("A1", last - timedelta(days=ahead))
    assert now.days_left == ahead
    assert now.due_soon == (0 <= ahead <= SOON_DAYS)
    assert now.overdue == (ahead < 0)


@pytest.mark.parametrize(
    "due", [When.no_date(), When.open_ended("snarast"), When(Kind.RANGE, date(2020, 1, 1), None, "från 2020")]
)
def test_a_date_without_a_last_day_is_never_late_and_never_soon(due: When) -> None:
    now = desk_with(due=due).standing("A1", date(2090, 1, 1))
    assert (now.overdue, now.due_soon, now.days_left) == (False, False, None)


# The checking clock


def test_a_follow_up_is_due_through_its_window_and_late_the_day_after() -> None:
    desk = monthly(rule="FREQ=YEARLY")
    marks = [
        (now.follow_up_due, now.follow_up_overdue)
        for now in (desk.standing("A1", date(2026, 5, 1) + timedelta(days=day)) for day in (-1, 0, 30, 31))
    ]
    assert marks == [(False, False), (True, False), (True, False), (False, True)]


@pytest.mark.parametrize("status", sorted(set(Status) - OVER))
def test_follow_ups_go_on_until_the_action_is_closed_or_dropped(status: Status) -> None:
    assert monthly(status=status).next("A1") == month(2026, 5)


@pytest.mark.parametrize("status", sorted(OVER))
def test_what_is_closed_or_dropped_is_not_followed_up(status: Status) -> None:
    desk = monthly(status=status, triggers=("vid ny chef",))
    desk.snapshot = replace(desk.snapshot, occasions={"o": Occasion("o", "p1", "ny chef", date(2026, 5, 1))})
    assert desk.next("A1") is None
    assert coming_rounds(desk.snapshot, desk.action("A1"), TODAY, date(2030, 1, 1)) == ()


def test_a_held_round_is_followed_by_the_next_of_the_series() -> None:
    desk = monthly()
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == month(2026, 6)
    assert desk.rounds("A1")[0].key == "2026-05-01"


def test_a_held_round_answers_for_those_missed_before_it() -> None:
    desk = monthly(today=date(2026, 9, 10))
    assert desk.next("A1") == month(2026, 5)
    desk.do(RecordRound("a1", Result.PARTLY))
    assert [one.key for one in desk.rounds("A1")] == ["2026-09-01"]
    assert desk.next("A1") == month(2026, 10)


def test_a_round_in_the_past_that_waits_goes_on_waiting_however_late() -> None:
    desk = monthly()
    assert desk.next("A1", date(2031, 1, 1)) == month(2026, 5)
    assert desk.standing("A1", date(2031, 1, 1)).follow_up_overdue


def test_a_round_held_early_is_the_next_ones_when_it_is_nearer_to_it() -> None:
    yearly = desk_with(rule="FREQ=YEARLY", first=MAY, today=date(2025, 12, 1))
    yearly.do(RecordRound("a1", Result.HOLDS))
    assert yearly.rounds("A1")[0].key == "2026-05-01"
    assert yearly.next("A1") == month(2027, 5)


def test_a_round_held_far_too_early_is_an_extra_one_and_settles_nothing() -> None:
    yearly = desk_with(rule="FREQ=YEARLY", first=MAY, today=date(2025, 10, 1))
    yearly.do(RecordRound("a1", Result.HOLDS))
    yearly.do(RecordRound("a1", Result.PARTLY))
    assert sorted(one.key for one in yearly.rounds("A1")) == ["extra:2025-10-01", "extra:2025-10-01:2"]
    assert yearly.next("A1") == month(2026, 5)
    assert yearly.standing("A1").last is not None


def test_an_action_without_any_rule_can_be_followed_up_all_the_same() -> None:
    desk = desk_with(rule="", first=When.no_date())
    assert desk.next("A1") is None
    desk.do(RecordRound("a1", Result.HOLDS))
    assert [one.key for one in desk.rounds("A1")] == [f"extra:{TODAY}"]


def test_a_single_follow_up_is_over_when_it_was_held_whenever_that_was() -> None:
    desk = desk_with(rule="", first=JULY, today=date(2025, 1, 1))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") is None


def test_skipping_skips_the_round_that_waits_also_long_before_it() -> None:
    desk = desk_with(rule="FREQ=YEARLY", first=MAY, today=date(2025, 6, 1))
    desk.do(RecordRound("a1", Result.SKIPPED, "sammanslagning"))
    assert desk.next("A1") == month(2027, 5)


def test_skipping_in_a_backlog_skips_one_round_and_not_all() -> None:
    desk = monthly(today=date(2026, 8, 10))
    desk.do(RecordRound("a1", Result.SKIPPED))
    assert desk.next("A1") == month(2026, 6)


def test_a_skipped_round_was_not_held() -> None:
    desk = monthly(today=date(2026, 5, 20))
    desk.do(RecordRound("a1", Result.HOLDS))
    desk.today = date(2026, 6, 20)
    desk.do(RecordRound("a1", Result.SKIPPED))
    last = desk.standing("A1").last
    assert last is not None and (last.on, last.result) == (date(2026, 5, 20), Result.HOLDS)


def test_the_last_round_is_the_one_held_last_not_the_one_noted_last() -> None:
    desk = monthly(today=date(2026, 6, 20))
    desk.do(RecordRound("a1", Result.HOLDS))
    desk.do(RecordRound("a1", Result.REMAINS, "rättat i efterhand", on=date(2026, 5, 3)))
    last = desk.standing("A1").last
    assert last is not None and last.on == date(2026, 6, 20)


# Rounds that were moved


def test_a_moved_round_keeps_its_schedule_beside_it_and_does_not_move_the_series() -> None:
    desk = desk_with(rule="FREQ=YEARLY", first=MAY)
    desk.do(MoveRound("a1", When.on(date(2026, 6, 15)), "sjukdom"))
    assert desk.next("A1") == (date(2026, 6, 15), date(2026, 6, 15))
    desk.today = date(2026, 6, 15)
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == month(2027, 5)
    stored = desk.rounds("A1")[0]
    assert (stored.window_start, stored.window_end) == month(2026, 5)


def test_a_round_moved_past_the_next_one_does_not_hide_it() -> None:
    desk = monthly()
    desk.do(MoveRound("a1", When.on(date(2026, 9, 15)), "ombyggnad"))
    assert desk.next("A1") == month(2026, 6)
    assert desk.standing("A1", date(2026, 7, 1)).follow_up_overdue


def test_a_round_moved_twice_stands_where_it_was_moved_last() -> None:
    desk = monthly()
    desk.do(MoveRound("a1", When.on(date(2026, 5, 20)), "x"))
    desk.do(MoveRound("a1", When.on(date(2026, 5, 28)), "y"))
    assert desk.next("A1") == (date(2026, 5, 28), date(2026, 5, 28))
    assert len(desk.rounds("A1")) == 1


def test_a_round_held_where_another_was_moved_to_answers_for_both() -> None:
    desk = monthly()
    desk.do(MoveRound("a1", When.on(date(2026, 7, 15)), "ombyggnad"))
    desk.today = date(2026, 7, 15)
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == month(2026, 8)


# Rules that were changed


def test_a_changed_rule_moves_the_future_only() -> None:
    desk = monthly()
    desk.do(RecordRound("a1", Result.HOLDS))
    desk.do(ChangeRule("a1", "varje kvartal", "FREQ=MONTHLY;INTERVAL=3", MAY, (), "räcker"))
    assert desk.next("A1") == month(2026, 8)
    assert desk.rounds("A1")[0].result is Result.HOLDS


def test_a_round_that_was_held_is_not_asked_for_again_when_its_window_grows() -> None:
    desk = desk_with(rule="FREQ=YEARLY", first=When.on(date(2026, 5, 1)))
    desk.do(RecordRound("a1", Result.HOLDS))
    desk.do(ChangeRule("a1", "varje år i maj", "FREQ=YEARLY", MAY, (), "hela månaden"))
    assert desk.next("A1") == month(2027, 5)
    desk.do(RecordRound("a1", Result.REMAINS, "brist"))
    assert [one.result for one in desk.rounds("A1") if one.key == "2026-05-01"] == [Result.HOLDS]


def test_a_rule_without_a_first_time_counts_from_the_day_it_was_made() -> None:
    desk = monthly(today=date(2026, 9, 20))
    desk.do(ChangeRule("a1", "två gånger per termin", "2/term", When.no_date(), (), "nytt beslut"))
    assert desk.next("A1") == (date(2026, 7, 1), date(2026, 9, 30))
    assert not desk.standing("A1").follow_up_overdue


def test_a_read_rule_without_a_first_time_counts_from_the_documents_date() -> None:
    desk = desk_with(rule="2/term", first=When.no_date())
    assert desk.next("A1") == (date(2025, 10, 1), date(2025, 12, 31))


def test_a_rule_of_an_undated_document_does_not_run_away_from_today() -> None:
    desk = desk_with(rule="2/term", first=When.no_date())
    undated = {"p1": replace(desk.snapshot.plans["p1"], document_date=None)}
    desk.snapshot = replace(desk.snapshot, plans=undated)
    assert desk.next("A1", date(2027, 1, 1)) == desk.next("A1", TODAY) == (date(2026, 1, 1), date(2026, 3, 31))


# Events


def with_event(today: date = TODAY, **facts: Any) -> PaperDesk:
    desk = desk_with(today, **{"rule": "", "first": When.no_date(), "triggers": ("vid byte av handledare",), **facts})
    desk.do(NoteOccasion("p1", "byte av handledare", date(2026, 5, 2)))
    return desk


def test_an_event_opens_a_round_of_its_own_and_holding_it_closes_it() -> None:
    desk = with_event()
    assert desk.next("A1") == (date(2026, 5, 2), date(2026, 5, 2) + timedelta(days=OCCASION_DAYS))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") is None
    [held] = desk.rounds("A1")
    assert held.key == OCCASION_KEY + held.occasion


def test_an_event_opens_nothing_where_nobody_waits_for_it() -> None:
    desk = with_event()
    others = replace(desk.action("A1"), id="a2", label="A2", triggers=("vid ny lokal",))
    desk.snapshot = replace(desk.snapshot, actions={**desk.snapshot.actions, "a2": others})
    assert desk.next("A2") is None


def test_an_event_opens_nothing_before_its_day() -> None:
    desk = with_event()
    assert desk.next("A1", date(2026, 5, 1)) is None


def test_each_event_opens_its_own_round() -> None:
    desk = with_event()
    desk.do(NoteOccasion("p1", "byte av handledare", date(2026, 5, 10)))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == (date(2026, 5, 10), date(2026, 6, 9))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") is None


def test_the_round_of_an_event_can_be_moved_too() -> None:
    desk = with_event()
    desk.do(MoveRound("a1", When.on(date(2026, 8, 20)), "semester"))
    assert desk.next("A1") == (date(2026, 8, 20), date(2026, 8, 20))
    desk.today = date(2026, 8, 20)
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") is None


def test_a_round_held_is_for_what_waits_longest_the_event_or_the_series() -> None:
    desk = with_event(rule="FREQ=YEARLY", first=a_month(2026, 4, ""))
    assert desk.next("A1") == month(2026, 4)
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == (date(2026, 5, 2), date(2026, 6, 1))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == month(2027, 4)


def test_an_event_does_not_move_the_series() -> None:
    desk = with_event(rule="FREQ=YEARLY", first=a_month(2026, 10, ""))
    desk.do(RecordRound("a1", Result.HOLDS))
    assert desk.next("A1") == month(2026, 10)


@pytest.mark.parametrize("named", ["vid byte av handledare", "BYTE AV  HANDLEDARE", "byte"])
def test_an_event_is_named_by_words_of_the_trigger_case_and_blanks_apart(named: str) -> None:
    assert waits_for(an_action(triggers=("Vid byte av handledare",)), named)
    assert not waits_for(an_action(triggers=("vid ny chef",)), named)
    assert not waits_for(an_action(triggers=()), named)


# What comes


def test_what_comes_is_what_waits_and_then_the_series_until_the_day() -> None:
    desk = with_event(rule="FREQ=MONTHLY", first=MAY)
    coming = coming_rounds(desk.snapshot, desk.action("A1"), TODAY, date(2026, 7, 1))
    assert [due.start for due in coming] == [date(2026, 5, 1), date(2026, 5, 2), date(2026, 6, 1), date(2026, 7, 1)]


def test_what_comes_stands_where_it_was_moved() -> None:
    desk = monthly()
    desk.do(MoveRound("a1", When.on(date(2026, 6, 20)), "x"))
    coming = coming_rounds(desk.snapshot, desk.action("A1"), TODAY, date(2026, 7, 1))
    assert [due.start for due in coming] == [date(2026, 6, 1), date(2026, 6, 20), date(2026, 7, 1)]


def test_a_series_that_was_missed_many_times_waits_once() -> None:
    desk = monthly()
    later = date(2027, 3, 10)
    coming = rounds_ahead(desk.snapshot, desk.action("A1"), later, date(2027, 4, 30))
    assert [due.start for due in coming] == [date(2026, 5, 1), date(2027, 3, 1), date(2027, 4, 1)]
    assert len(coming_rounds(desk.snapshot, desk.action("A1"), later, date(2027, 4, 30))) == 12


def test_what_was_moved_beyond_the_day_does_not_come_before_it() -> None:
    desk = monthly()
    desk.do(MoveRound("a1", When.on(date(2026, 12, 20)), "x"))
    coming = coming_rounds(desk.snapshot, desk.action("A1"), TODAY, date(2026, 7, 1))
    assert [due.start for due in coming] == [date(2026, 6, 1), date(2026, 7, 1)]


# Any story, against a plain reckoning


def reckoned(snapshot: Snapshot, action: Action, today: date) -> RoundDue | None:
    """The round that waits longest, found the slow way: every window of ten years, struck off one by one."""
    if action.status in OVER:
        return None
    touched = snapshot.rounds_of.get(action.id, ())
    held = [one for one in touched if one.result]
    plan = snapshot.plans[action.plan]
    series = islice(windows(action.rule, action.first, plan.document_date or action.status_since), 600)
    due = [in_force(window, touched) for window in series if not answered(window, held)]
    for event in snapshot.occasions_of.get(action.plan, ()):
        key = OCCASION_KEY + event.id
        if waits_for(action, event.trigger) and key not in {one.key for one in held} and event.on_day <= today:
            window = Window(key, event.on_day, event.on_day + timedelta(days=OCCASION_DAYS))
            due.append(in_force(window, touched)._replace(occasion=event.id))
    return min(due, key=lambda one: (one.end, one.key), default=None)


def answered(window: Window, held: list[Round]) -> bool:
    of_series = [one for one in held if ":" not in one.key]
    return any(one.key == window.key or one.window_end >= window.end for one in of_series)


def in_force(window: Window, touched: tuple[Round, ...]) -> RoundDue:
    moved = [one.agreed for one in touched if one.key == window.key and one.agreed.is_dated]
    start = moved[0].first_day if moved else window.start
    end = (moved[0].end or start) if moved else window.end
    assert start and end
    return RoundDue(window.key, window, start, end)


deeds = st.tuples(
    st.sampled_from(("hold", "hold", "skip", "move", "move", "event", "wait")),
    st.integers(0, 45),
    st.integers(-40, 120),
)


@given(some.rules, some.months(), st.lists(deeds, max_size=12))
def test_whatever_happens_the_next_round_is_what_a_plain_reckoning_gives(
    rule: str, first: When, story: list[tuple[str, int, int]]
) -> None:
    desk = desk_with(first.start or TODAY, rule=rule, first=first, triggers=("vid ny chef",))
    for deed, later, off in story:
        desk.today += timedelta(days=later)
        act(desk, deed, off)
        assert next_round(desk.snapshot, desk.action("A1"), desk.today) == reckoned(
            desk.snapshot, desk.action("A1"), desk.today
        )


def act(desk: PaperDesk, deed: str, off: int) -> None:
    there = desk.next("A1") is not None
    if deed == "hold":
        desk.do(RecordRound("a1", Result.HOLDS))
    elif deed == "skip" and there:
        desk.do(RecordRound("a1", Result.SKIPPED))
    elif deed == "move" and there:
        desk.ask(MoveRound("a1", When.on(desk.today + timedelta(days=off)), "flytt"))
    elif deed == "event":
        desk.do(NoteOccasion("p1", "ny chef", desk.today))


@given(some.rules, some.months(), st.integers(0, 4000))
def test_a_round_held_on_a_day_settles_every_window_that_had_begun(rule: str, first: When, later: int) -> None:
    assert first.start
    desk = desk_with(first.start + timedelta(days=later), rule=rule, first=first)
    desk.do(RecordRound("a1", Result.HOLDS))
    left = desk.next("A1")
    assert left is None or left[0] > desk.today


@given(some.rules, some.dated, some.days)
def test_which_round_a_day_answers_for_is_one_that_waits_or_none(rule: str, first: When, day: date) -> None:
    desk = desk_with(rule=rule, first=first)
    found = round_for(desk.snapshot, desk.action("A1"), day)
    last = max(day, first.last_day or first.first_day or day) + timedelta(days=800)
    ahead = coming_rounds(desk.snapshot, desk.action("A1"), day, last)
    assert found is None or found in ahead


@given(some.snapshots(), some.days)
def test_every_action_of_any_plan_stands_somehow_on_any_day(snapshot: Snapshot, today: date) -> None:
    for action in snapshot.actions.values():
        now = standing(snapshot, action, today)
        assert not (now.overdue and now.due_soon) and not (now.follow_up_due and now.follow_up_overdue)
        assert now.next == next_round(snapshot, action, today)


# Owners


def test_a_role_is_owned_by_whoever_holds_it_on_the_day() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", "Enhetschef", "Tove Ahlqvist", date(2026, 9, 1)))
    [before] = owners_on(desk.snapshot, desk.action("A2").responsible, date(2026, 8, 31))
    [after] = owners_on(desk.snapshot, desk.action("A2").responsible, date(2026, 9, 1))
    assert (before.role, before.name, after.name) == ("Enhetschef", "Ingemar Öfverstedt", "Tove Ahlqvist")


def test_a_person_is_named_with_the_title_and_a_role_without_holder_alone() -> None:
    desk = PaperDesk()
    told = [(one.role, one.name) for one in owners_on(desk.snapshot, desk.action("D2").responsible, TODAY)]
    assert told == [("Schemaläggare", ""), ("överläkare", "Miriam Nordanstig")]


def test_of_two_who_hold_a_role_the_latest_begun_counts() -> None:
    plan = a_plan()
    both = {**plan.holdings, "h2": Holding("h2", "r-chef", "m-ahl", date(2026, 1, 1))}
    [now] = owners_on(replace(plan, holdings=both), (Owner(role="r-chef"),), TODAY)
    assert now.person == "m-ahl"


def test_paused_actions_are_still_followed_up() -> None:
    desk = monthly()
    desk.do(MoveTo("a1", Status.PAUSED, "väntar på lokal"))
    assert desk.standing("A1").follow_up_due
