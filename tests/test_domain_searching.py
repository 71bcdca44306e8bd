"""Filtering many actions at once answers as asking each of them does, also after changes and on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, a_plan, an_action, many_actions
from followup.domain.actions import Result, Status
from followup.domain.changes import Refused
from followup.domain.commands import Command, MoveTo, RecordRound
from followup.domain.decide import decide_all
from followup.domain.people import Person
from followup.domain.query import parse
from followup.domain.searching import Searched
from followup.domain.snapshot import Snapshot, apply

FILTERS = (
    *("", "a", "varje", "VARJE -rum", '"egen skrivplats"', "ahlqvist", "é", "protokoll 3", "-a", "ledning"),
    *("ansvarig:tove", "uppföljer:signe", "-uppföljer:signe", "krav:ska", "åtgärd:två", "oklart:due", "nr:a1"),
    *("status:pågår", "försenad", "-försenad", "snart", "uppföljas", "område:B", "plan:fjm", "plan:x"),
    *("klart:<2026-06", "klart:2026", "uppföljning:2026-10", "uppföljning:>2026-10", "varje status:planerad -snart"),
)
DAYS = st.dates(date(2025, 6, 1), date(2027, 12, 31))


def slowly(text: str, snapshot: Snapshot, today: date) -> list[str]:
    query = parse(text)
    return [one for one, action in snapshot.actions.items() if query.matches(snapshot, action, today)]


def after(snapshot: Snapshot, command: Command) -> Snapshot:
    decided = decide_all(snapshot, [command], TODAY, lambda: f"n{snapshot.revision}")
    return snapshot if isinstance(decided, Refused) else apply(snapshot, decided)


@given(st.sampled_from(FILTERS), DAYS)
def test_it_finds_what_each_action_answers_to(text: str, today: date) -> None:
    plan = a_plan()
    assert Searched(plan, today).found(parse(text)) == slowly(text, plan, today)


@given(
    st.lists(
        st.tuples(st.sampled_from(list(a_plan().actions)), st.sampled_from(Status), st.text("aåé ", max_size=4)),
        max_size=4,
    ),
    st.lists(st.sampled_from(FILTERS), max_size=6),
    st.sampled_from([0, 1, 40]),
)
def test_what_was_learnt_before_a_change_never_answers_for_what_came_after(
    moves: list[tuple[str, Status, str]], texts: list[str], later: int
) -> None:
    snapshot, searched = a_plan(), Searched(a_plan(), TODAY)
    for action, status, note in moves:
        for text in texts:
            searched.found(parse(text))
        asked: list[Command] = [
            MoveTo(action, status, f"Nu {note}"),
            RecordRound(action, Result.PARTLY, f"Sett {note}"),
        ]
        for command in asked:
            snapshot = after(snapshot, command)
        today = TODAY + timedelta(days=later)
        searched = Searched(snapshot, today, searched)
        for text in (*texts, "sett", "nu"):
            assert searched.found(parse(text)) == slowly(text, snapshot, today)


def test_a_name_that_changes_is_found_in_every_action_that_bears_it() -> None:
    plan = a_plan()
    searched = Searched(plan, TODAY)
    assert searched.found(parse("zetterwall")) == ["b2"]
    married = replace(plan, people={**plan.people, "m-zet": Person("m-zet", "Pål Kvist")})
    fresh = Searched(married, TODAY, searched)
    assert (fresh.found(parse("zetterwall")), fresh.found(parse("kvist"))) == ([], ["b2"])


def test_an_action_that_is_gone_is_found_no_more_and_a_new_one_is() -> None:
    plan = a_plan()
    searched = Searched(plan, TODAY)
    searched.prepare()
    new = {**{one: action for one, action in plan.actions.items() if one != "b1"}, "n1": an_action("n1", "Ny")}
    fresh = Searched(replace(plan, actions=new), TODAY, searched)
    assert fresh.found(parse("")) == list(new)
    assert fresh.found(parse("skrivplats")) == []
    assert "n1" in fresh.found(parse("handledarna träffas"))


@pytest.mark.parametrize("text", ["varje", "försenad"])
def test_preparing_changes_no_answer(text: str) -> None:
    plan = many_actions(300)
    searched = Searched(plan, TODAY)
    searched.prepare()
    assert searched.found(parse(text)) == slowly(text, plan, TODAY)
