"""Reading that is stopped ends at its next step, in every form, and leaves nothing open."""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders_documents as build
from followup.domain.stopping import StoppedError, Watch
from followup.intake.documents import read_document
from test_intake_forms import FORMS

LONG = sorted(FORMS)


def watch_until(step: int) -> Watch:
    """A watch that stops the work once so many steps are done."""

    def tell(done: int) -> None:
        if done >= step:
            watch.stop()

    watch = Watch(tell)
    return watch


def steps_of(name: str) -> int:
    watch = Watch()
    read_document(name, FORMS[name](), build.reference(), watch=watch)
    return watch.done


@pytest.mark.parametrize("name", LONG)
def test_who_only_watches_changes_nothing_and_is_told_of_each_action(name: str) -> None:
    watch = Watch()
    draft = read_document(name, FORMS[name](), build.reference(), watch=watch)
    assert draft == read_document(name, FORMS[name](), build.reference())
    assert watch.done > len(draft.actions)


@settings(max_examples=25)
@given(st.sampled_from(LONG), st.data())
def test_a_reading_ends_at_the_step_at_which_it_is_stopped(name: str, data: st.DataObject) -> None:
    step = data.draw(st.integers(1, steps_of(name)))
    watch = watch_until(step)
    with pytest.raises(StoppedError):
        read_document(name, FORMS[name](), build.reference(), watch=watch)
    assert watch.done == step


@pytest.mark.parametrize("name", LONG)
def test_what_is_stopped_beforehand_is_not_read(name: str) -> None:
    watch = Watch()
    watch.stop()
    with pytest.raises(StoppedError):
        read_document(name, FORMS[name](), build.reference(), watch=watch)
    assert watch.done == 1


@pytest.mark.parametrize("name", LONG)
def test_nothing_is_left_open_and_the_document_can_be_read_again(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = _counted_closings(monkeypatch)
    document = tmp_path / name
    document.write_bytes(FORMS[name]())
    files = len(os.listdir("/dev/fd"))  # noqa: PTH208 - only how many
    with pytest.raises(StoppedError):
        read_document(str(document), None, build.reference(), watch=watch_until(2))
    assert len(os.listdir("/dev/fd")) == files  # noqa: PTH208 - as above
    assert closed == ([1] if name.endswith(".pdf") else [])
    assert read_document(str(document), None, build.reference()).actions


@pytest.mark.parametrize("step", [1, 3, 12])
def test_running_text_without_a_table_is_stopped_between_its_lines(step: int) -> None:
    said = "\n\n".join(f"Anna Ek uppdaterar mall {number} till den 15 mars 2027." for number in range(3000))
    watch = watch_until(step)
    with pytest.raises(StoppedError):
        read_document("mail.txt", said.encode(), build.reference(), watch=watch)
    assert watch.done == step


def _counted_closings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by one for each PDF that is closed."""
    closed: list[int] = []
    close = pypdfium2.PdfDocument.close

    def counted(document: pypdfium2.PdfDocument) -> None:
        closed.append(1)
        close(document)

    monkeypatch.setattr(pypdfium2.PdfDocument, "close", counted)
    return closed
