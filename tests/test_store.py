"""The one door to the database: what goes in as values comes out as the same values, at one revision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_plan
from db import tables
from db.columns import COLUMNS
from followup.domain.actions import Result, Status
from followup.domain.changes import Change, ChangeSet, invert
from followup.domain.dates import Kind
from followup.domain.given import appear, change_fields
from followup.domain.records import entity_of, type_of, write_record
from followup.domain.snapshot import Snapshot, StaleChangeError, apply
from followup.domain.trouble import Trouble, Unusable
from followup.phrases.book import Phrases
from followup.present.rows import action_row
from followup.store import from_rows
from followup.store.store import Store
from followup.store.to_rows import row_change
from strategies import uuid

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
READ = {
    "plan": from_rows.plan_of,
    "area": from_rows.area_of,
    "person": from_rows.person_of,
    "role": from_rows.role_of,
    "holding": from_rows.holding_of,
    "action": from_rows.action_of,
    "round": from_rows.round_of,
    "occasion": from_rows.occasion_of,
}


def a_set(number: int, changes: tuple[Change, ...], kind: str = "do", undoes: str = "") -> ChangeSet:
    return ChangeSet(
        uuid(10**9 + number), NOON + timedelta(minutes=number), "Signe", '{"command": "Test"}', changes, kind, undoes
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(str(tmp_path / "plans.db"))
    yield store
    store.close()


def filled(store: Store) -> Snapshot:
    """The made-up plan, stored; as values."""
    things = [thing for shelf in some.SHELVES for thing in getattr(a_plan(), shelf).values()]
    changes = tuple(appear(thing) for thing in things)
    store.commit(a_set(1, changes))
    return apply(Snapshot(), changes)


# Values and rows


@given(some.values)
def test_a_value_becomes_columns_and_comes_back(value: some.Thing) -> None:
    entity = entity_of[type(value)]
    written = row_change(appear(value)).after
    assert written is not None
    row = tuple(as_read(written.get(column)) for column in COLUMNS[entity])
    assert READ[entity](row) == value


def as_read(scalar: object) -> object:
    """What the read side gives for a column: days as ISO text."""
    return scalar if isinstance(scalar, str | int | None) else str(scalar)


@given(some.values)
def test_the_columns_of_a_value_are_those_of_its_table(value: some.Thing) -> None:
    entity = entity_of[type(value)]
    written = row_change(appear(value)).after
    assert written is not None and written.keys() == set(COLUMNS[entity])


@given(some.values)
def test_each_field_alone_is_columns_of_the_same_row(value: some.Thing) -> None:
    whole = row_change(appear(value)).after
    assert whole is not None
    for field, plain in write_record(value).items():
        alone = row_change(Change(entity_of[type(value)], value.id, field, plain, plain))
        assert alone.after is not None and alone.after.items() <= whole.items()
        assert alone.before == alone.after


def test_the_words_that_the_tables_allow_are_those_of_the_domain() -> None:
    assert tuple(Status) == tables.STATUSES
    assert tuple(Result) == tables.RESULTS
    assert tuple(Kind) == tables.KINDS
    assert tuple(type_of) == tables.ENTITIES


# Snapshots


@given(some.beginnings(), some.texts)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_stored_is_read_back_as_it_was_applied_in_the_same_order(
    beginning: tuple[Change, ...], text: str
) -> None:
    with TemporaryDirectory() as folder:
        store = Store(f"{folder}/plans.db")
        now = apply(Snapshot(), beginning)
        store.commit(a_set(1, beginning))
        assert same(store.snapshot(), now)
        changes = tuple(
            one for action in now.actions.values() for one in change_fields(action, measure=text, source="x")
        )
        if changes:
            store.commit(a_set(2, changes))
            assert same(store.snapshot(), apply(now, changes))
            store.commit(a_set(3, invert(changes), "undo", a_set(2, ()).id))
            assert same(store.snapshot(), apply(apply(now, changes), invert(changes)))
        store.close()


@given(some.beginnings())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_one_plan_is_read_as_it_stands_among_the_others(beginning: tuple[Change, ...]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(f"{folder}/plans.db")
        store.commit(a_set(1, beginning))
        whole = store.snapshot()
        for plan in whole.plans.values():
            part = store.snapshot_of(plan.key)
            own = {key: one for key, one in whole.actions.items() if one.plan == plan.id}
            assert (part.actions, part.plans, part.revision) == (own, whole.plans, whole.revision)
            assert all(part.rounds_of.get(key, ()) == whole.rounds_of.get(key, ()) for key in own)
        assert same(store.snapshot_of("no such key"), whole)
        store.close()


def same(one: Snapshot, other: Snapshot) -> bool:
    """Equal, and every shelf in the same order."""
    assert one == other
    return all(list(getattr(one, shelf)) == list(getattr(other, shelf)) for shelf in some.SHELVES)


def test_a_new_database_is_made_at_the_first_question_and_is_empty(store: Store) -> None:
    assert store.snapshot() == Snapshot()
    assert (store.revision(), store.history()) == (0, ())


def test_a_glance_is_the_first_actions_with_all_that_they_need(store: Store) -> None:
    whole = filled(store)
    few, total = store.glance(3)
    assert (list(few.actions), total) == (list(whole.actions)[:3], 13)
    said = [[action_row(one, action, TODAY, Phrases("sv")) for action in few.actions.values()] for one in (few, whole)]
    assert said[0] == said[1]
    assert all(getattr(whole, shelf).items() >= getattr(few, shelf).items() for shelf in ("people", "rounds", "areas"))


def test_a_glance_that_sees_every_action_sees_everything(store: Store) -> None:
    whole = filled(store)
    assert store.glance(13) == (whole, 13)


# History


def test_history_comes_back_newest_first_with_its_changes(store: Store) -> None:
    now = filled(store)
    second = a_set(2, change_fields(now.actions["a1"], measure="Ny", source="y"))
    store.commit(second)
    newest, first = store.history()
    assert newest == replace(second, number=2)
    assert first.number == 1 and len(first.changes) == len(now.actions) + 14
    assert [bare.number for bare in store.bare_history()] == [2, 1]
    assert store.with_changes(next(store.bare_history())) == newest


def test_history_can_be_asked_for_in_parts(store: Store) -> None:
    action = filled(store).actions["a1"]
    for number in range(2, 7):
        changes = change_fields(action, measure=f"Nummer {number}")
        store.commit(a_set(number, changes))
        action = replace(action, measure=f"Nummer {number}")
    assert [made.number for made in store.history(limit=2)] == [6, 5]
    assert [made.number for made in store.history(after=3)] == [6, 5, 4]
    assert [made.number for made in store.history(before=3)] == [2, 1]
    assert [made.number for made in store.history(after=2, before=5)] == [4, 3]


def test_a_long_history_is_read_a_page_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    action = filled(store).actions["a1"]
    for number in range(2, 8):
        store.commit(a_set(number, change_fields(action, measure=f"Nummer {number}")))
        action = replace(action, measure=f"Nummer {number}")
    monkeypatch.setattr("followup.store.store.PAGE", 3)
    assert [made.number for made in store.bare_history()] == [7, 6, 5, 4, 3, 2, 1]


def test_the_history_of_some_things_has_only_their_changes(store: Store) -> None:
    now = filled(store)
    both = (*change_fields(now.actions["a1"], measure="x"), *change_fields(now.actions["a2"], measure="y"))
    store.commit(a_set(2, both))
    made, first = store.history_of(["a2", "t1"])
    assert made.changes == change_fields(now.actions["a2"], measure="y")
    assert {change.id for change in first.changes} == {"a2", "t1"}


@given(st.lists(some.texts, min_size=1, max_size=4, unique=True))
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
def test_who_and_why_come_back_as_they_were_written(said: list[str]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(f"{folder}/plans.db")
        filled(store)
        sets = [replace(a_set(n, ()), by=text, why=text) for n, text in enumerate(said, 2)]
        for made in sets:
            store.commit(made)
        assert [(made.by, made.why, made.at) for made in store.history()[:-1]] == [
            (made.by, made.why, made.at) for made in reversed(sets)
        ]
        store.close()


# Conflicts


def test_a_stale_change_is_told_with_what_stands_and_nothing_of_its_set_is_stored(store: Store) -> None:
    now = filled(store)
    store.commit(a_set(2, change_fields(now.actions["a1"], due=now.actions["a2"].due)))
    before = store.snapshot()
    mixed = (
        *change_fields(now.actions["a2"], measure="y"),
        *change_fields(now.actions["a1"], due=now.actions["d1"].due),
    )
    with pytest.raises(StaleChangeError) as caught:
        store.commit(a_set(3, mixed))
    assert caught.value.change == mixed[1]
    assert caught.value.actual == write_record(now.actions["a2"])["due"]
    assert store.snapshot() == before and len(store.history()) == 2


def test_a_key_that_another_has_taken_is_a_conflict(store: Store) -> None:
    now = filled(store)
    rival = replace(now.plans["p1"], id=uuid(77))
    with pytest.raises(StaleChangeError):
        store.commit(a_set(2, (appear(rival),)))
    assert store.snapshot() == now


def test_something_that_comes_back_goes_on_counting_its_versions(store: Store) -> None:
    now = filled(store)
    there = (appear(now.actions["a1"]),)
    store.commit(a_set(2, invert(there)))
    store.commit(a_set(3, there))
    assert store.snapshot().actions["a1"].version == 3


def test_nothing_is_news_where_nothing_was_read_or_nothing_has_happened(store: Store) -> None:
    assert not store.has_news()
    filled(store)
    other = Store(str(store.address))
    assert not other.has_news() and not other.has_news()
    other.close()


def test_two_stores_of_one_file_see_each_others_work(store: Store) -> None:
    now = filled(store)
    other = Store(str(store.address))
    assert other.snapshot() == now
    store.commit(a_set(2, change_fields(now.actions["a1"], measure="x")))
    assert other.has_news() and not other.has_news()
    assert other.snapshot().actions["a1"].measure == "x"
    other.close()


# Trouble


def test_a_database_that_cannot_be_used_is_told_as_trouble(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("Bara anteckningar, ingen databas. " * 50, encoding="utf-8")
    with pytest.raises(Unusable) as caught:
        Store(str(foreign)).snapshot()
    assert caught.value.code == "database.foreign"
    assert caught.value.facts["place"] == str(foreign)
    assert foreign.read_text(encoding="utf-8").startswith("Bara")


def test_an_address_of_another_kind_is_told_as_trouble() -> None:
    with pytest.raises(Trouble) as caught:
        Store("mysql://x/y")
    assert caught.value.code == "database.address"


def test_closing_lets_go_and_the_next_question_opens_again(store: Store) -> None:
    now = filled(store)
    store.close()
    assert store.snapshot() == now
