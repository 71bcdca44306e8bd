"""Reminders say what the plan says, and what they are made of decides all that they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan, an_action
from followup.domain.actions import Action, Status
from followup.domain.dates import Kind, When
from followup.domain.people import Owner
from followup.domain.snapshot import Snapshot
from followup.phrases.book import Phrases
from followup.publishing.entries import Diary, Entry
from followup.publishing.ledger import NAMESPACE, uid_of
from followup.publishing.reminders import entries_of
from followup.publishing.wording import Taste, Wording
from followup.publishing.workdays import Workdays

TODAY = date(2026, 5, 12)
MAY = date(2027, 5, 1), date(2027, 5, 31)


def entries(action: Action, warnings: tuple[int, ...] = ()) -> tuple[Diary, list[Entry]]:
    snapshot = replace(a_plan(), actions={action.id: action})
    diary = Diary(snapshot, TODAY, Workdays("weekdays"), date(2028, 12, 31))
    return diary, list(entries_of(diary, action, warnings))


def title(action: Action, language: str = "sv") -> str:
    diary, found = entries(action)
    return Wording(Phrases(language), diary, Taste()).title(found[0])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Maj 2027", "A1 senast maj 2027"),
        ("Senast maj 2027", "A1 senast maj 2027"),
        ("Klart senast 31 maj", "A1 senast 31 maj"),
        ("VT 2027", "A1 senast VT 2027"),
        ("Före sommaren 2027", "A1 klart före sommaren 2027"),
        ("2027-05-31", "A1 senast 2027-05-31"),
        ("", "A1 senast maj 2027"),
        ("så snart det bara går, dock senast under maj månad 2027", "A1 senast maj 2027"),
    ],
)
def test_a_deadline_is_named_as_the_plan_says_it(words: str, said: str) -> None:
    assert title(an_action(due=When(Kind.MONTH, *MAY, words))) == f"{said}: En fast tid bokas i schemat."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("May 2027", "May 2027"), ("Sept. 2027", "Sept. 2027"), ("Monday 3 May 2027", "Monday 3 May 2027"),
        ("Easter 2027", "Easter 2027"), ("Michaelmas term 2027", "Michaelmas term 2027"),
        ("Spring 2027", "spring 2027"), ("Mid May 2027", "mid May 2027"),
    ],
)  # fmt: skip
def test_an_english_month_keeps_its_capital_where_a_season_has_none(words: str, said: str) -> None:
    diary, found = entries(an_action(due=When(Kind.MONTH, *MAY, words)))
    plans = {key: replace(plan, language="en") for key, plan in diary.snapshot.plans.items()}
    english = Wording(Phrases("en"), replace(diary, snapshot=replace(diary.snapshot, plans=plans)), Taste())
    assert english.title(found[0]).startswith(f"A1 due by {said}: ")


def test_another_language_says_the_window_itself() -> None:
    assert title(an_action(due=When(Kind.MONTH, *MAY, "Maj 2027")), "en").startswith("A1 due by May 2027: ")


def test_a_long_measure_is_cut_between_words_and_stands_whole_below() -> None:
    measure = "Handledarna samlas. " * 20
    diary, found = entries(an_action(measure=measure))
    event = Wording(Phrases("sv"), diary, Taste()).event(found[0], "u")
    assert len(event.summary) < 140 and event.summary.endswith("…") and measure in event.description


def test_a_paused_action_says_so() -> None:
    assert title(an_action(status=Status.PAUSED)).startswith("A1 (pausad) senast september 2026")


texts = st.sampled_from(["", "Ett.", "Två.", "Maj 2027", "Före jul"])
owners = st.sampled_from([(Owner(role="r-chef"),), (Owner(person="m-dir", title="studierektor"),), ()])
actions = st.builds(
    an_action,
    label=st.sampled_from(["A1", "A2"]),
    requirement=texts,
    measure=texts,
    status=st.sampled_from([Status.PLANNED, Status.PAUSED]),
    status_note=texts,
    due=st.builds(When, st.just(Kind.MONTH), st.just(MAY[0]), st.sampled_from([MAY[1], date(2027, 6, 30)]), texts),
    responsible=owners,
    follow_up_text=texts,
    rule=st.sampled_from(["", "FREQ=YEARLY", "2/term", "FREQ=MONTHLY"]),
    follow_up_responsible=owners,
    area=st.sampled_from(["omr-a", "omr-b", ""]),
)
tastes = st.builds(
    Taste,
    warn_days=st.sampled_from([(7, 1), (1,), ()]),
    warn_hour=st.sampled_from([8, 9]),
    organizer=texts,
    private=st.booleans(),
)


@given(actions, actions, tastes, tastes, st.sampled_from(["sv", "en"]), st.sampled_from(["sv", "en"]))
def test_the_same_facts_are_the_same_event(
    one: Action, other: Action, taste: Taste, other_taste: Taste, language: str, other_language: str
) -> None:
    told = [*worded(one, taste, language), *worded(one, other_taste, language), *worded(other, taste, other_language)]
    events = dict(told)
    assert all(events[facts] == event for facts, event in told)


def worded(action: Action, taste: Taste, language: str) -> list[tuple[str, object]]:
    diary, found = entries(action, (7,))
    wording = Wording(Phrases(language), diary, taste)
    return [(wording.facts(entry), wording.event(entry, "u")) for entry in found]


def test_what_plans_and_areas_are_called_is_among_the_facts() -> None:
    action = an_action()
    diary, (entry, *_) = entries(action)
    renamed = replace(diary.snapshot, plans={"p1": replace(diary.snapshot.plans["p1"], title="Annan plan")})
    assert facts(diary.snapshot, entry) != facts(renamed, entry)
    areas = {key: replace(area, name="Annat") for key, area in diary.snapshot.areas.items()}
    assert facts(diary.snapshot, entry) != facts(replace(diary.snapshot, areas=areas), entry)


def facts(snapshot: Snapshot, entry: Entry) -> str:
    diary = Diary(snapshot, TODAY, Workdays("weekdays"), date(2028, 12, 31))
    return Wording(Phrases("sv"), diary, Taste()).facts(entry)


def test_the_uid_is_a_uuid_of_the_plan_and_what_the_entry_stands_for() -> None:
    _, (entry, *_) = entries(an_action())
    assert uid_of(entry, "") == str(uuid5(uuid5(NAMESPACE, "p1"), "a1/due/due"))
    assert uid_of(entry, "en") == str(uuid5(uuid5(NAMESPACE, "p1"), "a1/due/due/en"))
