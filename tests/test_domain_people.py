"""Who holds a role on a day, and how a role or a title is handed over: the past stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_plan, an_action
from followup.domain.actions import Plan
from followup.domain.changes import Refused
from followup.domain.commands import HoldRole
from followup.domain.given import appear
from followup.domain.people import Holding, Owner, holder_on
from followup.domain.questions import owners_on
from followup.domain.snapshot import apply
from paper_desk import PaperDesk

CHIEF = "Enhetschef"
SEPTEMBER = date(2026, 9, 1)


def holder(desk: PaperDesk, role: str, day: date) -> str:
    """The name of whoever holds the role on the day, "" for nobody."""
    [identity] = [one.id for one in desk.snapshot.roles.values() if one.name == role]
    held = holder_on(desk.snapshot.holdings_of.get(identity, ()), identity, day)
    return desk.snapshot.people[held.person].name if held else ""


def owner_names(desk: PaperDesk, label: str, day: date) -> list[str]:
    return [one.name for one in owners_on(desk.snapshot, desk.action(label).responsible, day)]


# Holding


@given(st.none() | some.days, st.none() | some.days, some.days)
def test_a_holding_covers_its_days_both_ends_included(start: date | None, end: date | None, day: date) -> None:
    held = Holding("h", "r", "p", start, end)
    assert held.covers(day) == ((start or date.min) <= day <= (end or date.max))


def test_an_empty_role_has_no_holder() -> None:
    assert holder_on([], "r", TODAY) is None
    assert holder_on([Holding("h", "other", "p")], "r", TODAY) is None


# A role gets a new holder


def test_the_holder_before_held_it_until_the_day_before() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", CHIEF, "Tove Ahlqvist", SEPTEMBER))
    assert holder(desk, CHIEF, SEPTEMBER - timedelta(days=1)) == "Ingemar Öfverstedt"
    assert holder(desk, CHIEF, SEPTEMBER) == "Tove Ahlqvist"
    assert owner_names(desk, "A2", SEPTEMBER) == ["Tove Ahlqvist"]


@pytest.mark.parametrize("typed", ["enhetschef", "ENHETSCHEF", " Enhetschef "])
def test_a_role_is_named_as_people_type_it(typed: str) -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", typed, "Tove Ahlqvist", SEPTEMBER))
    assert holder(desk, CHIEF, SEPTEMBER) == "Tove Ahlqvist"


def test_a_new_name_becomes_a_person_and_a_known_one_is_found() -> None:
    desk = PaperDesk()
    desk.do(
        HoldRole("p1", CHIEF, "Helt Okänd", SEPTEMBER), HoldRole("p1", "Schemaläggare", "signe åkerlund", SEPTEMBER)
    )
    assert len(desk.snapshot.people) == len(a_plan().people) + 1
    assert holder(desk, "Schemaläggare", SEPTEMBER) == "Signe Åkerlund"


def test_a_role_that_nobody_held_is_held_from_the_day() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", "Schemaläggare", "Pål Zetterwall", SEPTEMBER))
    assert (holder(desk, "Schemaläggare", TODAY), holder(desk, "Schemaläggare", SEPTEMBER)) == ("", "Pål Zetterwall")


def test_whoever_holds_it_already_goes_on() -> None:
    desk = PaperDesk()
    assert desk.refused(HoldRole("p1", CHIEF, "Ingemar Öfverstedt", SEPTEMBER)) == "nothing.to_change"


def test_one_who_takes_over_on_the_same_day_replaces_the_other() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", CHIEF, "Tove Ahlqvist", SEPTEMBER))
    desk.do(HoldRole("p1", CHIEF, "Pål Zetterwall", SEPTEMBER))
    assert [holder(desk, CHIEF, SEPTEMBER + timedelta(days=off)) for off in (-1, 0)] == [
        "Ingemar Öfverstedt",
        "Pål Zetterwall",
    ]


def test_what_is_agreed_for_later_stands_when_somebody_steps_in_before() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", CHIEF, "Tove Ahlqvist", SEPTEMBER))
    desk.do(HoldRole("p1", CHIEF, "Pål Zetterwall", date(2026, 6, 1)))
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 8, 31), SEPTEMBER)
    assert [holder(desk, CHIEF, day) for day in days] == [
        "Ingemar Öfverstedt",
        "Pål Zetterwall",
        "Pål Zetterwall",
        "Tove Ahlqvist",
    ]


def test_an_unknown_role_is_refused_with_those_that_the_plan_names() -> None:
    refused = PaperDesk().decide(HoldRole("p1", "Kaffekokare", "Tove Ahlqvist", SEPTEMBER))
    assert isinstance(refused, Refused) and refused.code == "role.unknown"
    known = dict(refused.facts)["known"].split("; ")
    assert known[:2] == ["Enhetschef", "Schemaläggare"] and "tekniker" in known and "studierektor" in known


def test_a_role_is_held_by_somebody_with_a_name() -> None:
    assert PaperDesk().refused(HoldRole("p1", CHIEF, "  ", SEPTEMBER)) == "person.nameless"


def test_a_role_of_another_plan_is_left_alone() -> None:
    other = an_action("x", "X1", plan="p2", area="", responsible=(Owner(person="m-zet", title="tekniker"),))
    desk = PaperDesk(apply(a_plan(), [appear(Plan("p2", "zz", "")), appear(other)]))
    assert desk.refused(HoldRole("p2", CHIEF, "Tove Ahlqvist", SEPTEMBER)) == "role.unknown"
    desk.do(HoldRole("p1", "tekniker", "Tove Ahlqvist", SEPTEMBER))
    assert owner_names(desk, "X1", SEPTEMBER) == ["Pål Zetterwall"]


# A title becomes a role


def test_what_a_person_owned_under_a_title_goes_to_whoever_gets_it() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", "Tekniker", "Miriam Nordanstig", SEPTEMBER))
    assert owner_names(desk, "B2", TODAY) == ["Pål Zetterwall", "Ingemar Öfverstedt"]
    assert owner_names(desk, "B2", SEPTEMBER) == ["Miriam Nordanstig", "Ingemar Öfverstedt"]


def test_a_title_is_handed_over_in_every_action_and_both_parts() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", "studierektor", "Tove Ahlqvist", SEPTEMBER))
    followers = {
        owner.name
        for action in desk.snapshot.actions.values()
        for owner in owners_on(desk.snapshot, action.follow_up_responsible, SEPTEMBER)
    }
    assert followers == {"Tove Ahlqvist"}


def test_what_the_person_owns_under_another_title_stays() -> None:
    plan = a_plan()
    both = (Owner(person="m-zet", title="tekniker"), Owner(person="m-zet", title="skyddsombud"))
    desk = PaperDesk(replace(plan, actions={"a1": an_action(responsible=both)}))
    desk.do(HoldRole("p1", "tekniker", "Tove Ahlqvist", SEPTEMBER))
    assert owner_names(desk, "A1", SEPTEMBER) == ["Tove Ahlqvist", "Pål Zetterwall"]


def test_a_title_that_several_have_is_nobodys_to_hand_over() -> None:
    plan = a_plan()
    shared = (Owner(person="m-zet", title="överläkare"), Owner(person="m-ahl", title="Överläkare"))
    desk = PaperDesk(replace(plan, actions={"a1": an_action(responsible=shared)}))
    refused = desk.decide(HoldRole("p1", "överläkare", "Ny Person", SEPTEMBER))
    assert isinstance(refused, Refused) and refused.code == "role.shared"
    assert dict(refused.facts)["names"] == "Pål Zetterwall, Tove Ahlqvist"


def test_a_title_handed_over_is_a_role_from_then_on() -> None:
    desk = PaperDesk()
    desk.do(HoldRole("p1", "tekniker", "Tove Ahlqvist", SEPTEMBER))
    desk.do(HoldRole("p1", "tekniker", "Miriam Nordanstig", date(2027, 1, 1)))
    assert [owner_names(desk, "B2", day)[0] for day in (TODAY, SEPTEMBER, date(2027, 1, 1))] == [
        "Pål Zetterwall",
        "Tove Ahlqvist",
        "Miriam Nordanstig",
    ]


# Laws


names = st.sampled_from(("Tove Ahlqvist", "Pål Zetterwall", "Miriam Nordanstig", "Ny Person"))
handovers = st.lists(st.tuples(names, st.dates(date(2024, 1, 1), date(2028, 12, 31))), max_size=6)


@given(handovers)
def test_a_role_never_has_two_holders_on_one_day(given_over: list[tuple[str, date]]) -> None:
    desk = PaperDesk()
    for name, day in given_over:
        desk.ask(HoldRole("p1", CHIEF, name, day))
        assert holder(desk, CHIEF, day) == name
    holdings = desk.snapshot.holdings_of["r-chef"]
    for number in range(0, 1900, 7):
        day = date(2023, 12, 1) + timedelta(days=number)
        assert sum(held.covers(day) for held in holdings) == 1


@given(handovers)
def test_a_hand_over_leaves_every_day_before_it_as_it_was(given_over: list[tuple[str, date]]) -> None:
    desk = PaperDesk()
    for name, day in given_over:
        before = [holder(desk, CHIEF, day - timedelta(days=back)) for back in (1, 30, 400)]
        desk.ask(HoldRole("p1", CHIEF, name, day))
        assert [holder(desk, CHIEF, day - timedelta(days=back)) for back in (1, 30, 400)] == before
