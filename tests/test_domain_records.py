"""A value becomes plain data and comes back the same: what the journal writes is what a change compares."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from importlib import import_module
from json import dumps, loads
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from followup import domain
from followup.domain.actions import Action, Status
from followup.domain.dates import Kind, When
from followup.domain.records import (
    entity_of,
    read_field,
    read_record,
    read_when,
    type_of,
    write_field,
    write_record,
    write_when,
)


@given(some.values)
def test_a_value_comes_back_from_its_record(value: some.Thing) -> None:
    assert read_record(entity_of[type(value)], write_record(value)) == value


@given(some.values)
def test_a_record_says_the_same_after_a_journey_through_json(value: some.Thing) -> None:
    record = write_record(value)
    assert loads(dumps(record, ensure_ascii=False)) == record


@given(some.values, st.integers(1, 99))
def test_a_record_tells_all_of_a_value_but_its_version_which_the_store_counts(value: some.Thing, version: int) -> None:
    record = write_record(replace(value, version=version))
    assert record == write_record(value)
    assert set(record) == {field.name for field in fields(value)} - {"version"}
    assert read_record(entity_of[type(value)], record, version).version == version


@given(some.values)
def test_each_field_comes_back_alone_too(value: some.Thing) -> None:
    for field in fields(value):
        assert read_field(field.name, write_field(field.name, getattr(value, field.name))) == getattr(value, field.name)


@given(some.values)
def test_what_comes_back_is_of_the_same_types(value: some.Thing) -> None:
    back = read_record(entity_of[type(value)], write_record(value))
    assert [type(getattr(back, field.name)) for field in fields(back)] == [
        type(getattr(value, field.name)) for field in fields(value)
    ]


@given(some.whens())
def test_a_date_is_written_as_the_contract_says_and_comes_back(when: When) -> None:
    plain = write_when(when)
    assert list(plain) == ["text", "start", "end", "kind"]
    assert plain["kind"] in {str(kind) for kind in Kind}
    assert read_when(plain) == when


def test_every_entity_has_one_type_and_every_type_one_entity() -> None:
    assert list(type_of) == ["plan", "area", "person", "role", "holding", "action", "round", "occasion"]
    assert {entity_of[kind]: kind for kind in entity_of} == type_of


def test_the_names_of_an_actions_fields_are_the_journals_for_ever() -> None:
    written = (
        "id plan area label position requirement measure status status_since status_note due responsible"
        " responsible_text follow_up_text rule first triggers follow_up_responsible follow_up_responsible_text"
        " doubts source version"
    )
    assert [field.name for field in fields(Action)] == written.split()


def test_every_value_of_the_domain_is_frozen() -> None:
    modules = [import_module(found.name) for found in walk_packages(domain.__path__, "followup.domain.")]
    kinds = [
        kind for module in modules for kind in vars(module).values() if isinstance(kind, type) and is_dataclass(kind)
    ]
    assert len(set(kinds)) > 30
    assert {kind.__qualname__ for kind in kinds if not kind.__dataclass_params__.frozen} == set()  # type: ignore[attr-defined] # what dataclasses keeps


@pytest.mark.parametrize("status", Status)
def test_a_status_is_written_as_its_word(status: Status) -> None:
    assert write_field("status", status) == status.value
    assert type(write_field("status", status)) is str
    assert read_field("status", status.value) is status
