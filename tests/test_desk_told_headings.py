"""What somebody told of a form's headings is remembered, and used for the next document of the same form only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents_typed import HEADS, a_desk_that_remembers, a_document, a_table
from followup.desk.told_headings import MOST, with_form
from followup.domain.trouble import Trouble

ODD = (*HEADS[:3], "Deadlinje-x", "Fixare", *HEADS[5:])
TOLD = {"Deadlinje-x": "due", "Fixare": "responsible"}


def test_headings_once_told_are_known_the_next_time(tmp_path: Path) -> None:
    path = str(a_document(tmp_path, "x.md", a_table(heads=ODD)))
    assert a_desk_that_remembers(tmp_path).documents.read(path, {}).actions[0].due.start is None
    a_desk_that_remembers(tmp_path).documents.read(path, TOLD)
    draft = a_desk_that_remembers(tmp_path).documents.read(path, {})
    assert draft.actions[0].due.start == date(2027, 5, 1)
    assert draft.actions[0].responsible[0].name == "Lo Berg"
    assert draft.doubts == ()


def test_a_form_that_lacks_one_of_the_headings_is_another_form(tmp_path: Path) -> None:
    a_desk_that_remembers(tmp_path).documents.read(str(a_document(tmp_path, "x.md", a_table(heads=ODD))), TOLD)
    other = a_table(heads=(*HEADS[:3], "Deadlinje-x", *HEADS[4:]))
    assert (
        a_desk_that_remembers(tmp_path)
        .documents.read(str(a_document(tmp_path, "y.md", other)), {})
        .actions[0]
        .due.start
        is None
    )


def test_a_plan_that_is_none_without_what_was_told_is_read_the_next_time(tmp_path: Path) -> None:
    path = str(a_document(tmp_path, "x.md", a_table(heads=("Zon", "Qrav", "Grej", "Deadlinje-x", "Fixare", "U", "V"))))
    told = {**TOLD, "Grej": "measure"}
    a_desk_that_remembers(tmp_path).documents.read(path, told)
    assert len(a_desk_that_remembers(tmp_path).documents.read(path, {}).actions) == 3


def test_what_is_told_now_outranks_what_is_remembered(tmp_path: Path) -> None:
    path = str(a_document(tmp_path, "x.md", a_table(heads=ODD)))
    a_desk_that_remembers(tmp_path).documents.read(path, TOLD)
    a_desk_that_remembers(tmp_path).documents.read(path, {**TOLD, "Fixare": "ignore"})
    assert a_desk_that_remembers(tmp_path).documents.read(path, {}).actions[0].responsible == ()


def test_a_rehearsal_remembers_nothing(tmp_path: Path) -> None:
    path = str(a_document(tmp_path, "x.md", a_table(heads=ODD)))
    a_desk_that_remembers(tmp_path).documents.read(path, TOLD, keep=False)
    assert a_desk_that_remembers(tmp_path).documents.read(path, {}).actions[0].due.start is None


def test_a_document_that_is_no_plan_stays_refused(tmp_path: Path) -> None:
    a_desk_that_remembers(tmp_path).documents.read(str(a_document(tmp_path, "x.md", a_table(heads=ODD))), TOLD)
    with pytest.raises(Trouble) as refused:
        a_desk_that_remembers(tmp_path).documents.read(str(a_document(tmp_path, "brev.txt", "Hej!\nVi ses.\n")), {})
    assert refused.value.code == "intake.not_a_plan"


@pytest.mark.parametrize("forms", [None, "?", {"a": 1}, [1, {"a": 2}, {"b": "due"}]])
def test_whatever_the_file_holds_the_forms_are_plain(forms: object) -> None:
    kept = with_form(forms, {"c": "note"})
    assert kept[-1] == {"c": "note"}
    assert all(isinstance(field, str) for form in kept for field in form.values())


def test_only_the_forms_told_last_are_kept() -> None:
    forms: list[dict[str, str]] = []
    for number in range(MOST + 5):
        forms = with_form(forms, {f"rubrik {number}": "note"})
    assert len(forms) == MOST
    assert forms[-1] == {f"rubrik {MOST + 4}": "note"}
