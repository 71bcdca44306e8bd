"""Undo and redo are read from history alone: they agree with a stack that remembers, however long the story is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from followup.domain.changes import Change, ChangeSet, in_force, invert, next_redo, next_undo, refuse

NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
plain = st.none() | some.texts | st.integers() | st.lists(some.texts, max_size=2)
changes = st.builds(Change, st.just("action"), some.ids, st.none() | some.words, plain, plain)


class Story:
    """A history, and beside it what a program with two stacks in its memory would say."""

    def __init__(self) -> None:
        self.sets: list[ChangeSet] = []
        self.done: list[str] = []
        self.undone: list[str] = []

    def do(self) -> None:
        self.done.append(self._add("do"))
        self.undone.clear()

    def undo(self) -> None:
        if found := next_undo(reversed(self.sets)):
            self._add("undo", found.id)
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        if found := next_redo(reversed(self.sets)):
            self._add("redo", found.id)
            self.done.append(self.undone.pop())

    def _add(self, kind: str, undoes: str = "") -> str:
        made = ChangeSet(f"{kind}{len(self.sets)}", NOON, "Tove", self._subject(undoes), (), kind, undoes)
        self.sets.append(made)
        return made.why

    def _subject(self, undoes: str) -> str:
        """The name of the deed that a set is about in the end: an undo, and a redo of it, keep it."""
        return next((made.why for made in self.sets if made.id == undoes), f"deed {len(self.sets)}")


stories = st.lists(st.sampled_from(("do", "do", "undo", "undo", "redo")), max_size=40)


@given(stories)
def test_the_next_to_undo_and_to_redo_are_those_that_two_stacks_remember(steps: list[str]) -> None:
    story = Story()
    for step in steps:
        getattr(story, step)()
        undo, redo = next_undo(reversed(story.sets)), next_redo(reversed(story.sets))
        assert (undo.why if undo else None) == (story.done[-1] if story.done else None)
        assert (redo.why if redo else None) == (story.undone[-1] if story.undone else None)


@given(stories)
def test_what_is_in_force_is_what_was_done_and_not_undone_newest_first(steps: list[str]) -> None:
    story = Story()
    for step in steps:
        getattr(story, step)()
    assert [made.why for made in in_force(reversed(story.sets))] == story.done[::-1]


def test_an_empty_history_has_nothing_to_undo_or_redo() -> None:
    assert next_undo([]) is None and next_redo([]) is None


def test_something_new_ends_what_could_be_redone() -> None:
    story = Story()
    for step in ("do", "undo", "do"):
        getattr(story, step)()
    assert next_redo(reversed(story.sets)) is None


def test_undo_reads_no_further_than_the_last_set_when_that_one_holds() -> None:
    def newest_first() -> Iterator[ChangeSet]:
        yield ChangeSet("s2", NOON, "Tove", "", (), "do")
        pytest.fail("read on")

    found = next_undo(newest_first())
    assert found is not None and found.id == "s2"


@given(st.lists(changes, max_size=8).map(tuple))
def test_taking_back_what_was_taken_back_gives_the_changes_again(made: tuple[Change, ...]) -> None:
    assert invert(invert(made)) == made


@given(st.lists(changes, min_size=1, max_size=8))
def test_taking_back_goes_the_other_way_round_last_first(made: list[Change]) -> None:
    back = invert(made)
    assert [(change.old, change.new) for change in back] == [(change.new, change.old) for change in reversed(made)]
    assert [(change.entity, change.id, change.field) for change in back] == [
        (change.entity, change.id, change.field) for change in reversed(made)
    ]


def test_a_refusal_keeps_its_facts_as_text_in_their_order() -> None:
    refused = refuse("day.in_future", day=NOON.date(), count=3)
    assert refused.code == "day.in_future"
    assert refused.facts == (("day", "2026-05-01"), ("count", "3"))
