"""The same plan, filed as a table or as a form of any kind, is read the same: every action, and nearly every field."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import islice

import pytest

from builders_every_form import Plan, forms_of, plans
from followup.domain.drafts import Draft
from followup.intake.documents import read_document
from reading_truths import flat
from test_intake_filed import FIELDS, OF_THE_HEAD, fields_told, head_read

REFERENCE = date(2026, 9, 1)
EACH = 4
"""Of the forms of each plan every fourth is read, the first another for each, so that all are by some."""


def chosen(place: int, plan: Plan) -> list[str]:
    return list(islice(forms_of(plan), place % EACH, None, EACH))


CASES = [(plan, form) for place, plan in enumerate(plans()) for form in chosen(place, plan)]


@cache
def read(name: str, form: str) -> Draft:
    plan = next(each for each in plans() if each.name == name)
    return read_document(form, forms_of(plan)[form](plan), REFERENCE)


def wrong(plan: Plan, form: str) -> list[str]:
    """What is read otherwise than it is, one line a field."""
    draft = read(plan.name, form)
    told = plan.head
    dated = date.fromisoformat(told["dated"]) if "dated" in told else None
    true_head = {"unit": told.get("unit", ""), "review": told.get("review", ""), "dated": dated}
    pairs = [(head_read(draft), true_head)]
    pairs += list(zip(map(fields_told, draft.actions), plan.truths(FIELDS), strict=False))
    return [
        f"{plan.name} {form} {place} {name}: {got[name]!r} is not {true[name]!r}"
        for place, (got, true) in enumerate(pairs)
        for name in true
        if got[name] != true[name]
    ]


@pytest.mark.parametrize(("plan", "form"), CASES, ids=[f"{plan.name}-{form}" for plan, form in CASES])
def test_no_action_is_invented_and_none_is_missed_in_any_form(plan: Plan, form: str) -> None:
    assert len(read(plan.name, form).actions) == len(plan.truths(FIELDS))


def test_at_least_ninety_nine_of_a_hundred_fields_are_right_in_any_form() -> None:
    mistakes = [each for plan, form in CASES for each in wrong(plan, form)]
    total = sum(len(plan.truths(FIELDS)) * len(FIELDS) + len(OF_THE_HEAD) for plan, _ in CASES)
    assert len(mistakes) <= total * 0.01, mistakes


def test_what_is_to_be_done_is_read_whole_in_every_form() -> None:
    for plan, form in CASES:
        read_measures = [flat(action.measure).replace("-", "") for action in read(plan.name, form).actions]
        true = [truth["measure"].replace("-", "") for truth in plan.truths(FIELDS)]
        assert read_measures == true, f"{plan.name} {form}"
