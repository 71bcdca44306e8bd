"""The one desk, at a real file: whatever is done, undone, redone and begun anew, the disk says what the mind says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from json import loads
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import strategies as some
from builders import TODAY, a_month
from drafts_of import a_draft, a_draft_action, a_whole_draft
from followup.clock import Clock
from followup.desk import Desk, Outcome
from followup.domain.actions import Result, Status
from followup.domain.commands import (
    AcceptDraft,
    AddAction,
    Assign,
    ChangeRule,
    GradeArea,
    HoldRole,
    MoveDue,
    MoveRound,
    MoveTo,
    NewPlan,
    NoteOccasion,
    RecordRound,
    Reword,
    SetPerson,
)
from followup.domain.dates import When
from followup.domain.people import WrittenOwner
from followup.domain.snapshot import Snapshot, apply, recounted
from followup.phrases.book import Phrases
from followup.present.history import what_words
from followup.settings import Settings
from followup.store.store import Store

OCTOBER = a_month(2026, 10, "oktober 2026")


def a_desk(path: Path | str, today: date = TODAY, user: str = "Signe", language: str = "sv") -> Desk:
    return Desk(Settings(data=str(path), language=language, user=user), Phrases(language), Clock(today))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plans.db"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    desk = a_desk(path)
    desk.do(AcceptDraft(a_whole_draft()))
    yield desk
    desk.close()


def the(desk: Desk, label: str) -> str:
    """The id of an action by its label."""
    [identity] = desk.snapshot().ids_by_label[label.casefold()]
    return identity


def plan_id(desk: Desk) -> str:
    [first, *_] = desk.snapshot().plans
    return first


def content(snapshot: Snapshot) -> dict[str, dict[str, object]]:
    """All that a snapshot says but how often each thing was touched."""
    return {
        shelf: {key: replace(value, version=1) for key, value in getattr(snapshot, shelf).items()}
        for shelf in some.SHELVES
    }


def in_order(snapshot: Snapshot) -> list[list[str]]:
    return [list(getattr(snapshot, shelf)) for shelf in some.SHELVES]


# Any story at all


@cache
def template() -> bytes:
    """A new database with one plan read in, made once."""
    with tempfile.TemporaryDirectory() as folder:
        desk = a_desk(f"{folder}/plans.db")
        desk.do(AcceptDraft(a_whole_draft()))
        desk.close()
        return Path(f"{folder}/plans.db").read_bytes()


notes = st.sampled_from(("därför", "", 'Ö "citat" [/]', "rad\nrad"))
chosen = st.integers(0, 99)


class AnyStory(RuleBasedStateMachine):
    """A user who does, undoes, redoes, leaves and comes back, over many days; and a colleague at the same file."""

    @initialize()
    def sit_down(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "plans.db"
        self.path.write_bytes(template())
        self.day = TODAY
        self.desk = a_desk(self.path)
        self.past: list[dict[str, dict[str, object]]] = []
        self.future: list[dict[str, dict[str, object]]] = []
        self.seen = {self.day: self.desk.snapshot()}
        self.past.append(content(Snapshot()))

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.desk.close()
            shutil.rmtree(self.folder)

    def do(self, ask: Callable[[Desk], Outcome], by: Desk | None = None) -> None:
        before = content(self.desk.snapshot())
        outcome = ask(by or self.desk)
        if outcome.made:
            self.past.append(before)
            self.future.clear()
        else:
            assert content(self.desk.snapshot()) == before

    def action(self, number: int) -> str:
        actions = list(self.desk.snapshot().actions)
        return actions[number % len(actions)]

    def has_actions(self) -> bool:
        return bool(self.desk.snapshot().actions)

    def plan(self, number: int) -> str:
        plans = list(self.desk.snapshot().plans)
        return plans[number % len(plans)]

    @precondition(has_actions)
    @rule(numbers=st.lists(chosen, min_size=1, max_size=3), status=st.sampled_from(Status), note=notes)
    def mark(self, numbers: list[int], status: Status, note: str) -> None:
        self.do(lambda desk: desk.do(*(MoveTo(self.action(number), status, note) for number in numbers)))

    @precondition(has_actions)
    @rule(number=chosen, result=st.sampled_from([one for one in Result if one]), note=notes, ago=st.integers(0, 90))
    def record(self, number: int, result: Result, note: str, ago: int) -> None:
        on = self.day - timedelta(days=ago)
        self.do(lambda desk: desk.do(RecordRound(self.action(number), result, note, on)))

    @precondition(has_actions)
    @rule(number=chosen, when=some.months())
    def move(self, number: int, when: When) -> None:
        self.do(
            lambda desk: desk.do(
                MoveDue(self.action(number), when, "flytt"), MoveRound(self.action(number), when, "flytt")
            )
        )

    @precondition(has_actions)
    @rule(number=chosen, text=some.texts, form=some.rules, first=some.whens())
    def reword(self, number: int, text: str, form: str, first: When) -> None:
        identity = self.action(number)
        self.do(
            lambda desk: desk.do(
                Reword(identity, "measure", text), ChangeRule(identity, text, form, first, ("vid ny chef",), "x")
            )
        )

    @precondition(has_actions)
    @rule(
        number=chosen, name=st.sampled_from(("Signe Åk", "Ny Person", "Agnes Tallberg")), ahead=st.integers(-400, 400)
    )
    def hand_over(self, number: int, name: str, ahead: int) -> None:
        role = ("Verksamhetsledare", "studierektor", "Okänd")[number % 3]
        self.do(lambda desk: desk.do(HoldRole(self.plan(0), role, name, self.day + timedelta(days=ahead))))

    @precondition(has_actions)
    @rule(number=chosen, names=st.lists(st.sampled_from(("Bo Ek", "Signe Åk")), max_size=2))
    def assign(self, number: int, names: list[str]) -> None:
        owners = tuple(WrittenOwner("kollega", name) for name in names)
        self.do(lambda desk: desk.do(Assign(self.action(number), "responsible", owners, ", ".join(names))))

    @precondition(has_actions)
    @rule(number=chosen)
    def note_an_event(self, number: int) -> None:
        self.do(lambda desk: desk.do(NoteOccasion(self.plan(number), "ny chef", self.day, "började i dag")))

    @precondition(lambda self: bool(self.desk.snapshot().plans))
    @rule(number=chosen, area=st.sampled_from("ABX"), text=some.words)
    def add(self, number: int, area: str, text: str) -> None:
        self.do(
            lambda desk: desk.do(
                AddAction(self.plan(number), area, "", "", text, OCTOBER, (WrittenOwner("", "Bo Ek"),))
            )
        )

    @rule(number=chosen)
    def open_a_plan(self, number: int) -> None:
        self.do(lambda desk: desk.do(NewPlan(f"p{number}", "Egen plan")))

    @precondition(has_actions)
    @rule(number=chosen, count=st.integers(1, 4))
    def read_a_document_again(self, number: int, count: int) -> None:
        draft = a_draft(
            *a_whole_draft().actions[:count], a_draft_action(f"Ny punkt {number}.", "N"), document_date=self.day
        )
        self.do(lambda desk: desk.documents.accept(draft, plan=self.plan(number)))

    @precondition(lambda self: bool(self.desk.snapshot().people))
    @rule(number=chosen, mail=some.words)
    def set_an_address(self, number: int, mail: str) -> None:
        people = list(self.desk.snapshot().people)
        self.do(lambda desk: desk.do(SetPerson(people[number % len(people)], mail=f"{mail}@ex.example")))

    @precondition(has_actions)
    @rule(number=chosen, note=notes)
    def a_colleague_marks(self, number: int, note: str) -> None:
        colleague = a_desk(self.path, self.day, "Tove")
        self.do(lambda desk: desk.do(MoveTo(self.action(number), Status.IN_PROGRESS, note)), colleague)
        colleague.close()

    @rule()
    def undo(self) -> None:
        now = content(self.desk.snapshot())
        outcome = self.desk.undo()
        if not self.past:
            assert outcome.refused and outcome.refused.code == "nothing.to_undo"
            return
        assert content(outcome.snapshot) == self.past.pop()
        self.future.append(now)

    @rule()
    def redo(self) -> None:
        now = content(self.desk.snapshot())
        outcome = self.desk.redo()
        if not self.future:
            assert outcome.refused and outcome.refused.code == "nothing.to_redo"
            return
        assert content(outcome.snapshot) == self.future.pop()
        self.past.append(now)

    @rule()
    def leave_and_come_back(self) -> None:
        self.desk.close()
        self.desk = a_desk(self.path, self.day)

    @rule(later=st.integers(1, 40))
    def sleep(self, later: int) -> None:
        self.seen[self.day] = self.desk.snapshot()
        self.day += timedelta(days=later)
        self.leave_and_come_back()

    @invariant()
    def the_disk_says_what_the_mind_says(self) -> None:
        store = Store(str(self.path))
        stored, mind = store.snapshot(), self.desk.snapshot()
        store.close()
        assert stored == mind
        assert in_order(stored) == in_order(mind)

    @invariant()
    def the_next_to_undo_and_redo_are_there_or_not(self) -> None:
        assert (self.desk.next_undo() is None) == (not self.past)
        assert (self.desk.next_redo() is None) == (not self.future)

    @rule()
    def replay_the_journal_from_nothing(self) -> None:
        history = self.desk.history(limit=None)
        now = Snapshot()
        for made in reversed(history):
            now = replace(apply(now, made.changes), revision=made.number)
        assert recounted(now, history) == self.desk.snapshot()

    @rule()
    def look_back(self) -> None:
        for day, seen in self.seen.items():
            if day < self.day:
                then = self.desk.snapshot_as_of(day)
                assert then == seen
                assert in_order(then) == in_order(seen)
        assert self.desk.snapshot_as_of(self.day) == self.desk.snapshot()


TestAnyStory = AnyStory.TestCase
TestAnyStory.settings = settings(
    max_examples=settings().max_examples // 4,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


# Told one by one


def test_everything_can_be_undone_to_nothing_and_done_again_after_each_restart(desk: Desk, path: Path) -> None:
    desk.do(MoveTo(the(desk, "A1"), Status.DONE))
    desk.do(RecordRound(the(desk, "A1"), Result.HOLDS))
    whole = content(desk.snapshot())
    for _ in range(3):
        desk.close()
        desk = a_desk(path)
        assert desk.undo().made
    assert desk.snapshot().plans == {}
    for _ in range(3):
        desk.close()
        desk = a_desk(path)
        assert desk.redo().made
    assert content(desk.snapshot()) == whole
    desk.close()


def test_undo_and_redo_say_what_they_take_back(desk: Desk) -> None:
    done = desk.do(MoveTo(the(desk, "A1"), Status.DONE)).made
    undone = desk.undo().made
    redone = desk.redo().made
    assert done and undone and redone
    assert (undone.kind, undone.undoes, undone.why) == ("undo", done.id, done.why)
    assert (redone.kind, redone.undoes, redone.why) == ("redo", undone.id, done.why)


def test_several_commands_are_one_set_and_one_undo(desk: Desk) -> None:
    before = content(desk.snapshot())
    made = desk.do(*(MoveTo(the(desk, label), Status.DONE) for label in ("A1", "B1", "B2"))).made
    assert made and made.number == desk.snapshot().revision == 2
    assert content(desk.undo().snapshot) == before


def test_a_refusal_stores_nothing_and_says_why(desk: Desk) -> None:
    before = desk.snapshot()
    outcome = desk.do(MoveTo(the(desk, "A1"), Status.CLOSED))
    assert outcome.refused and outcome.refused.code == "note.needed" and outcome.made is None
    assert outcome.snapshot is before is desk.snapshot()


def test_the_journal_keeps_who_when_and_why(desk: Desk) -> None:
    desk.do(MoveTo(the(desk, "A1"), Status.DONE, "besked på mötet"))
    newest, first = desk.history()
    assert (newest.by, newest.kind, newest.number) == ("Signe", "do", 2)
    assert newest.at.astimezone().date() == TODAY
    why = loads(newest.why)
    assert (why["command"], why["labels"], why["note"]) == ("MoveTo", ["A1"], "besked på mötet")
    assert loads(first.why)["source"] == "plan.docx"


def test_the_history_of_an_action_has_its_rounds_and_nothing_else(desk: Desk) -> None:
    desk.do(RecordRound(the(desk, "A1"), Result.PARTLY))
    desk.do(MoveTo(the(desk, "B1"), Status.DONE))
    told = desk.history(the(desk, "A1"))
    assert [loads(made.why)["command"] for made in told] == ["RecordRound", "AcceptDraft"]
    assert [change.entity for change in told[0].changes] == ["round"]
    assert [made.number for made in desk.history(the(desk, "A1"), limit=1)] == [2]


# Days


def over_three_days(path: Path) -> list[Snapshot]:
    """Mark an action on each of three days; give what was seen in the evening of each."""
    seen = []
    for number, status in enumerate((Status.IN_PROGRESS, Status.DONE, Status.PLANNED)):
        desk = a_desk(path, TODAY + timedelta(days=number * 3))
        seen.append(desk.do(MoveTo(the(desk, "A1"), status, "x")).snapshot)
        desk.close()
    return seen


def test_each_day_can_be_seen_again_as_it_was(desk: Desk, path: Path) -> None:
    seen = over_three_days(path)
    assert [desk.snapshot_as_of(TODAY + timedelta(days=number)) for number in (0, 3, 6)] == seen
    assert desk.snapshot_as_of(TODAY + timedelta(days=5)) == seen[1]
    assert desk.snapshot_as_of(TODAY + timedelta(days=900)) == seen[2]


def test_before_the_first_day_there_was_nothing(desk: Desk) -> None:
    assert desk.snapshot_as_of(TODAY - timedelta(days=1)) == Snapshot()


def test_what_was_removed_since_is_seen_as_it_was_then_with_its_count(desk: Desk, path: Path) -> None:
    desk.do(NewPlan("egen", "Egen"))
    [own] = [plan.id for plan in desk.snapshot().plans.values() if plan.key == "egen"]
    desk.do(AddAction(own, "Z", "", "", "x", OCTOBER))
    desk.do(Reword(the(desk, "Z1"), "measure", "y"))
    seen = desk.undo().snapshot
    later = a_desk(path, TODAY + timedelta(days=1))
    later.undo()
    assert later.snapshot_as_of(TODAY) == seen
    later.close()


def test_what_happened_since_a_day_is_from_that_day_on(desk: Desk, path: Path) -> None:
    over_three_days(path)
    since = desk.history_since(TODAY + timedelta(days=3))
    assert [made.number for made in since] == [4, 3]
    assert desk.history_since(TODAY + timedelta(days=7)) == ()
    assert len(desk.history_since(TODAY)) == 4


# Two hands


def test_a_change_of_what_a_colleague_changed_meanwhile_is_refused_with_both_values(desk: Desk, path: Path) -> None:
    seen = desk.snapshot()
    identity = the(desk, "A1")
    colleague = a_desk(path, user="Tove")
    colleague.do(MoveDue(identity, a_month(2027, 3, "mars 2027"), "upphandling"))
    before = colleague.snapshot()
    outcome = desk.do(
        MoveTo(the(desk, "B1"), Status.DONE), MoveDue(identity, a_month(2026, 11, "november 2026"), "x"), seen=seen
    )
    assert outcome.refused and outcome.refused.code == "changed.meanwhile" and outcome.made is None
    facts = dict(outcome.refused.facts)
    assert (facts["actual"], facts["wanted"]) == ("mars 2027", "november 2026")
    assert "A1" in facts["what"] and "Klart senast" in facts["what"]
    assert outcome.snapshot == before == colleague.snapshot()
    assert len(colleague.history()) == 2
    colleague.close()


def test_a_change_of_something_else_than_the_colleague_changed_is_done_and_both_are_seen(
    desk: Desk, path: Path
) -> None:
    seen = desk.snapshot()
    colleague = a_desk(path, user="Tove")
    colleague.do(MoveTo(the(colleague, "A1"), Status.DONE))
    after = desk.do(
        MoveDue(the(desk, "A1"), OCTOBER, "x"), Reword(the(desk, "B1"), "measure", "Nytt."), seen=seen
    ).snapshot
    a1 = after.actions[the(desk, "A1")]
    assert (a1.status, after.actions[the(desk, "B1")].measure) == (Status.DONE, "Nytt.")
    assert after == colleague.snapshot()
    colleague.close()


def test_a_set_that_slips_in_between_reading_and_writing_is_not_overlooked(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague = a_desk(path, user="Tove")
    kept = desk._store.commit

    def commit(made: object) -> int:
        monkeypatch.setattr(desk._store, "commit", kept)
        colleague.do(MoveTo(the(colleague, "B2"), Status.DONE))
        return kept(made)  # type: ignore[arg-type]  # whatever the desk hands over

    monkeypatch.setattr(desk._store, "commit", commit)
    outcome = desk.do(MoveTo(the(desk, "A1"), Status.DONE))
    assert outcome.snapshot == colleague.snapshot()
    assert outcome.snapshot.actions[the(desk, "B2")].status is Status.DONE
    colleague.close()


def test_the_same_round_recorded_by_two_is_recorded_once(desk: Desk, path: Path) -> None:
    seen = desk.snapshot()
    colleague = a_desk(path, user="Tove")
    colleague.do(RecordRound(the(desk, "B1"), Result.HOLDS, on=TODAY))
    outcome = desk.do(RecordRound(the(desk, "B1"), Result.REMAINS, "brist", on=TODAY), seen=seen)
    assert outcome.refused and outcome.refused.code == "changed.taken"
    assert [one.result for one in outcome.snapshot.rounds.values()] == [Result.HOLDS]
    colleague.close()


def test_something_that_a_colleague_took_back_meanwhile_is_told_as_gone(desk: Desk, path: Path) -> None:
    own = plan_id(desk)
    desk.do(AddAction(own, "A", "", "", "x", OCTOBER))
    seen = desk.snapshot()
    identity = the(desk, "A2")
    colleague = a_desk(path, user="Tove")
    colleague.undo()
    outcome = desk.do(Reword(identity, "measure", "y"), seen=seen)
    assert outcome.refused and outcome.refused.code == "changed.vanished"
    assert dict(outcome.refused.facts)["what"] == "A2"
    colleague.close()


def test_one_who_asks_again_sees_what_the_other_did(desk: Desk, path: Path) -> None:
    colleague = a_desk(path, user="Tove")
    assert desk.has_news() and not desk.has_news(), "its own work is news once"
    colleague.do(MoveTo(the(colleague, "A1"), Status.DONE))
    assert desk.has_news()
    assert desk.snapshot() == colleague.snapshot()
    assert desk.snapshot() is desk.snapshot()
    colleague.close()


# Documents that come again


def test_what_a_person_has_set_outranks_the_document_and_what_was_undone_does_not(desk: Desk) -> None:
    desk.do(MoveDue(the(desk, "A1"), a_month(2027, 1, "januari 2027"), "x"))
    desk.do(MoveDue(the(desk, "B2"), a_month(2027, 1, "januari 2027"), "x"))
    desk.undo()
    later = a_month(2027, 5, "maj 2027")
    draft = replace(a_whole_draft(), actions=tuple(replace(one, due=later) for one in a_whole_draft().actions))
    now = desk.documents.accept(draft, plan=plan_id(desk)).snapshot
    assert now.actions[the(desk, "A1")].due.text == "januari 2027"
    assert now.actions[the(desk, "B2")].due.text == "maj 2027"


def test_a_grade_that_a_person_has_set_outranks_the_document(desk: Desk) -> None:
    first, second = list(desk.snapshot().areas.values())[:2]
    made = desk.do(GradeArea(first.id, "A")).made
    assert made is not None
    assert what_words(made, Phrases("sv")) == f"Gradering av {first.title}"
    draft = a_whole_draft()
    graded = tuple(replace(one, area_grade="D") for one in draft.actions)
    now = desk.documents.accept(replace(draft, actions=graded), plan=plan_id(desk)).snapshot
    assert (now.areas[first.id].grade, now.areas[second.id].grade) == ("A", "D")


def test_areas_without_letters_are_stored_each_by_name(path: Path) -> None:
    desk = a_desk(path)
    outcome = desk.documents.accept(a_draft(*(a_draft_action(name, "", area_name=name) for name in ("Jour", "Kurs"))))
    assert outcome.refused is None
    assert [area.name for area in desk.snapshot().areas.values()] == ["Jour", "Kurs"]
    desk.close()


def test_nothing_half_written_is_left_beside_the_file(desk: Desk, path: Path) -> None:
    desk.do(MoveTo(the(desk, "A1"), Status.DONE))
    assert not [file for file in path.parent.iterdir() if file.name.endswith(("-journal", "-wal"))]


def test_typed_words_are_read_as_in_a_column_of_dates_unless_they_tell_what_comes_again(path: Path) -> None:
    desk = a_desk(path, date(2026, 11, 21))

    assert desk.typed("mars").start == date(2027, 3, 1)
    assert desk.typed("maj och november").rule == "FREQ=YEARLY;BYMONTH=5,11"
    assert desk.typed("varje år i maj").rule == "FREQ=YEARLY;BYMONTH=5"
