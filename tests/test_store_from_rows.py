"""What is read from rows is what was stored: no shortcut of reading may show."""

from __future__ import annotations

from copy import copy
from dataclasses import FrozenInstanceError, asdict, fields, replace

import pytest
from hypothesis import given

from followup.domain.actions import Action
from followup.store.quickly import maker
from strategies import actions

make = maker(Action)


def values_of(action: Action) -> list[object]:
    return [getattr(action, field.name) for field in fields(action)]


@given(actions)
def test_a_value_made_quickly_is_the_value(action: Action) -> None:
    quick = make(*values_of(action))
    assert type(quick) is Action
    assert quick == action and hash(quick) == hash(action) and repr(quick) == repr(action)
    assert copy(quick) == action
    assert replace(quick, label="X9") == replace(action, label="X9") and asdict(quick) == asdict(action)


@given(actions)
def test_a_value_made_quickly_is_frozen(action: Action) -> None:
    quick = make(*values_of(action))
    with pytest.raises(FrozenInstanceError):
        quick.label = "X9"  # type: ignore[misc] # the mistake that is forbidden


def test_a_value_is_never_made_with_a_field_too_few_or_too_many() -> None:
    with pytest.raises(TypeError):
        make(*range(len(fields(Action)) - 1))
    with pytest.raises(TypeError):
        make(*range(len(fields(Action)) + 1))
