"""A snapshot and its changes: forward and back again is no step at all, and what has moved on is not overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import a_plan, an_action
from followup.domain.actions import Action, Plan, Result, Status
from followup.domain.changes import Change, ChangeSet, Refused, invert
from followup.domain.commands import AddAction, MoveDue, MoveTo, NoteOccasion, RecordRound
from followup.domain.dates import When
from followup.domain.given import appear, change_fields
from followup.domain.snapshot import Snapshot, StaleChangeError, apply, find_action, recounted, rewind
from paper_desk import PaperDesk

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


def reworded(snapshot: Snapshot, text: str) -> tuple[Change, ...]:
    return tuple(change for action in snapshot.actions.values() for change in change_fields(action, measure=text))


@given(some.beginnings())
def test_plans_that_appear_and_are_taken_back_leave_nothing(beginning: tuple[Change, ...]) -> None:
    there = apply(Snapshot(), beginning)
    assert apply(there, invert(beginning), step=-1) == Snapshot()


@given(some.snapshots(), some.texts)
def test_a_change_and_its_inverse_give_the_same_snapshot(snapshot: Snapshot, text: str) -> None:
    changes = reworded(snapshot, text)
    assert apply(apply(snapshot, changes), invert(changes), step=-1) == snapshot


@given(some.snapshots(), some.texts)
def test_taking_back_by_a_new_set_restores_all_but_the_counts(snapshot: Snapshot, text: str) -> None:
    changes = reworded(snapshot, text)
    after = apply(apply(snapshot, changes), invert(changes))
    assert after.revision == snapshot.revision + 2
    assert all(
        replace(value, version=1) == replace(snapshot.actions[key], version=1) for key, value in after.actions.items()
    )
    touched = {change.id for change in changes}
    assert all(action.version == (3 if action.id in touched else 1) for action in after.actions.values())


@given(some.beginnings(), some.texts, some.texts)
def test_going_back_over_any_number_of_sets_gives_what_was_there_before(
    beginning: tuple[Change, ...], first: str, second: str
) -> None:
    seen, sets = [Snapshot(), apply(Snapshot(), beginning)], [ChangeSet("s0", NOON, "Tove", "", beginning)]
    for text in (first, second):
        changes = reworded(seen[-1], text)
        sets.append(ChangeSet(f"s{len(sets)}", NOON, "Tove", "", changes))
        seen.append(apply(seen[-1], changes))
    for back in range(4):
        assert rewind(seen[-1], sets[::-1][:back]) == seen[3 - back]


def test_an_old_snapshot_is_untouched_by_what_comes_after_it() -> None:
    before = a_plan()
    kept = a_plan()
    apply(before, reworded(before, "Något annat"))
    assert before == kept


def test_several_changes_of_one_thing_in_a_set_count_once() -> None:
    before = a_plan()
    a1 = before.actions["a1"]
    after = apply(before, change_fields(a1, measure="x", requirement="y", status=Status.DONE))
    assert after.actions["a1"].version == a1.version + 1
    assert after.revision == before.revision + 1


@given(some.snapshots(), some.texts)
def test_a_change_whose_old_value_no_longer_stands_is_refused(snapshot: Snapshot, text: str) -> None:
    for action in snapshot.actions.values():
        stale = Change("action", action.id, "measure", f"{action.measure}!", text)
        with pytest.raises(StaleChangeError) as caught:
            apply(snapshot, [stale])
        assert caught.value.change is stale and caught.value.actual == action.measure


def test_what_stands_already_cannot_appear_again() -> None:
    with pytest.raises(StaleChangeError):
        apply(a_plan(), [appear(an_action())])


def test_what_is_not_there_cannot_change_or_go() -> None:
    gone = an_action("nowhere", "Z1")
    for change in (*change_fields(gone, measure="x"), *invert([appear(gone)])):
        with pytest.raises(StaleChangeError) as caught:
            apply(a_plan(), [change])
        assert caught.value.actual is None


def test_even_a_change_from_nothing_needs_something_to_change() -> None:
    with pytest.raises(StaleChangeError):
        apply(a_plan(), [Change("action", "nowhere", "status_since", None, "2026-05-01")])


def test_what_has_changed_since_cannot_disappear_as_it_was() -> None:
    made = appear(an_action("new", "Z1"))
    after = apply(apply(a_plan(), [made]), [Change("action", "new", "measure", an_action().measure, "Ny lydelse")])
    with pytest.raises(StaleChangeError):
        apply(after, invert([made]))


def test_what_appears_stands_where_the_store_would_read_it() -> None:
    second = Plan("p0", "aaa", "Före i bokstavsordning")
    early = an_action("early", "B1", plan="p0", area="", position=1)
    after = apply(a_plan(), [appear(second), appear(early), appear(an_action("late", "D9", position=99))])
    assert [plan.key for plan in after.plans.values()] == ["aaa", "fjm"]
    assert [next(iter(after.actions)), list(after.actions)[-1]] == ["early", "late"]


def test_order_can_be_left_for_later_and_is_then_the_only_difference() -> None:
    made = [appear(Plan("p0", "aaa", "")), appear(an_action("early", "B1", plan="p0", area=""))]
    hasty = apply(a_plan(), made, ordered=False)
    assert hasty == apply(a_plan(), made)
    assert list(hasty.actions)[-1] == "early"


def test_going_back_over_a_removal_needs_the_history_to_know_the_count() -> None:
    plan = a_plan()
    a1 = plan.actions["a1"]
    sets = [
        ChangeSet("s1", NOON, "", "", (appear(a1),), number=1),
        ChangeSet("s2", NOON, "", "", change_fields(a1, measure="x"), number=2),
        ChangeSet("s3", NOON, "", "", invert([appear(replace(a1, measure="x"))]), number=3),
    ]
    then = replace(apply(plan, sets[1].changes), revision=2)
    gone = apply(then, sets[2].changes)
    assert rewind(gone, sets[2:]).actions["a1"].version == 1
    assert recounted(rewind(gone, sets[2:]), sets[::-1]).actions["a1"].version == then.actions["a1"].version == 2


def test_what_belongs_to_a_thing_is_found_by_it() -> None:
    plan = a_plan()
    assert [one.id for one in plan.rounds_of["d3"]] == ["t1"]
    assert [held.person for held in plan.holdings_of["r-chef"]] == ["m-chef"]
    assert plan.ids_by_label["c2"] == ("c2",)
    assert plan.occasions_of == {}


def test_the_shelves_follow_every_kind_of_change() -> None:
    desk = PaperDesk()
    desk.do(
        NoteOccasion("p1", "vid ny målbeskrivning", desk.today),
        RecordRound("c3", Result.HOLDS),
        MoveTo("a2", Status.DONE),
        MoveDue("b1", When.on(date(2026, 8, 1)), "leverans"),
        AddAction("p1", "E", "Teknik", "", "En tavla sätts upp.", When.no_date()),
    )
    assert len(desk.snapshot.occasions_of["p1"]) == 1
    assert [one.result for one in desk.rounds("C3")] == [Result.HOLDS]
    assert desk.action("E1").measure == "En tavla sätts upp."


@pytest.mark.parametrize("typed", ["C2", "c2", " C2 ", "fjm/C2", "FJM/c2"])
def test_a_label_is_found_as_people_type_it(typed: str) -> None:
    found = find_action(a_plan(), typed)
    assert isinstance(found, Action) and found.id == "c2"


def two_plans() -> Snapshot:
    other = an_action("x2", "C2", plan="p2", area="")
    return apply(a_plan(), [appear(Plan("p2", "ort", "En annan")), appear(other)])


def test_a_label_in_several_plans_asks_for_the_plan_and_names_them() -> None:
    refused = find_action(two_plans(), "C2")
    assert isinstance(refused, Refused) and refused.code == "label.ambiguous"
    assert dict(refused.facts)["labels"] == "fjm/C2, ort/C2"


@pytest.mark.parametrize(("typed", "plan"), [("ort/C2", ""), ("ort/C2", "fjm"), ("c2", "ort"), ("C2", "ORT")])
def test_a_plan_before_the_label_or_beside_it_decides(typed: str, plan: str) -> None:
    found = find_action(two_plans(), typed, plan)
    assert isinstance(found, Action) and found.id == "x2"


@pytest.mark.parametrize("typed", ["", "Z9", "fjm/Z9", "nix/C2", "/", "C", "ort/A1"])
def test_an_unknown_label_is_refused_by_name(typed: str) -> None:
    refused = find_action(two_plans(), typed)
    assert isinstance(refused, Refused)
    assert (refused.code, dict(refused.facts)["label"]) == ("label.unknown", typed)


def test_a_label_may_hold_a_stroke_itself() -> None:
    odd = apply(a_plan(), [appear(an_action("odd", "K/M1"))])
    for typed in ("K/M1", "fjm/k/m1"):
        found = find_action(odd, typed)
        assert isinstance(found, Action) and found.id == "odd"


@given(st.data())
def test_every_label_finds_its_own_action(data: st.DataObject) -> None:
    snapshot = data.draw(some.snapshots().filter(lambda snapshot: snapshot.actions))
    action = data.draw(st.sampled_from(list(snapshot.actions.values())))
    assert find_action(snapshot, f"{snapshot.plans[action.plan].key}/{action.label}") == action
