"""What each command means: the changes it makes, the notes it asks for, and when it is refused."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from json import dumps
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_month, a_plan, an_action
from followup.domain import commands
from followup.domain.actions import Plan, Result, Status
from followup.domain.changes import Refused, invert, refuse
from followup.domain.commands import (
    AddAction,
    Assign,
    ChangeRule,
    Command,
    MoveDue,
    MoveRound,
    MoveTo,
    NewPlan,
    NoteOccasion,
    PutInArea,
    RecordRound,
    Reword,
    SetPerson,
    TickDoubt,
)
from followup.domain.dates import Kind, When
from followup.domain.decide import decide
from followup.domain.given import appear
from followup.domain.people import Owner, WrittenOwner
from followup.domain.snapshot import apply
from followup.domain.texts import clean
from paper_desk import PaperDesk

TOMORROW = TODAY + timedelta(days=1)
NOTE_ASKED = (Status.PAUSED, Status.DROPPED, Status.CLOSED)
ENDED = (Status.DONE, Status.DROPPED, Status.CLOSED)


def of(label: str) -> str:
    """The id of an action of the made-up plan."""
    return label.lower()


def with_status(status: Status) -> PaperDesk:
    return PaperDesk(replace(a_plan(), actions={"a1": an_action(status=status)}, rounds={}))


# The doing clock


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_any_move_is_allowed_with_a_note_and_only_some_without(before: Status, after: Status) -> None:
    desk = with_status(before)
    reopens = before in ENDED and after not in ENDED
    if after is before:
        assert desk.refused(MoveTo("a1", after)) == "nothing.to_change"
    elif after in NOTE_ASKED:
        assert desk.refused(MoveTo("a1", after)) == "note.needed"
    elif reopens:
        assert desk.refused(MoveTo("a1", after)) == "note.needed_to_reopen"
    else:
        desk.do(MoveTo("a1", after))
    desk = with_status(before)
    desk.do(MoveTo("a1", after, "därför"))
    assert (desk.action("A1").status, desk.action("A1").status_note) == (after, "därför")


@pytest.mark.parametrize("note", ["", " ", "\n\t"])
def test_a_note_of_blanks_is_no_note(note: str) -> None:
    desk = PaperDesk()
    assert desk.refused(MoveTo(of("A2"), Status.PAUSED, note)) == "note.needed"


def test_the_day_of_a_status_is_the_day_it_happened() -> None:
    desk = PaperDesk()
    desk.do(MoveTo(of("A2"), Status.DONE), MoveTo(of("A1"), Status.DONE, on=date(2026, 4, 2)))
    assert (desk.action("A2").status_since, desk.action("A1").status_since) == (TODAY, date(2026, 4, 2))


def test_another_note_on_the_same_status_keeps_its_day() -> None:
    desk = PaperDesk()
    since = desk.action("C1").status_since
    desk.do(MoveTo(of("C1"), Status.PAUSED, "Kursen hålls i höst"))
    assert (desk.action("C1").status_since, desk.action("C1").status_note) == (since, "Kursen hålls i höst")


def test_a_new_status_without_a_note_takes_the_old_ones_note_away() -> None:
    desk = PaperDesk()
    desk.do(MoveTo(of("C1"), Status.IN_PROGRESS))
    assert desk.action("C1").status_note == ""


def test_nothing_happens_tomorrow() -> None:
    desk = PaperDesk()
    for command in (
        MoveTo(of("A1"), Status.DONE, on=TOMORROW),
        RecordRound(of("A1"), Result.HOLDS, on=TOMORROW),
        NoteOccasion("p1", "ny målbeskrivning", TOMORROW),
    ):
        assert desk.refused(command) == "day.in_future"


# The checking clock


@pytest.mark.parametrize("result", [Result.HOLDS, Result.PARTLY, Result.REMAINS, Result.SKIPPED])
def test_a_round_keeps_all_that_was_said_of_it(result: Result) -> None:
    desk = PaperDesk()
    desk.do(RecordRound(of("A1"), result, "sett på plats", date(2026, 5, 4), "foto 3", "Tove Ahlqvist"))
    [held] = desk.rounds("A1")
    assert (held.result, held.note, held.held_on) == (result, "sett på plats", date(2026, 5, 4))
    assert (held.evidence, held.held_by) == ("foto 3", "Tove Ahlqvist")
    assert (held.key, held.window_start, held.window_end) == ("2026-06-01", date(2026, 6, 1), date(2026, 6, 30))


def test_what_remains_reopens_what_was_reported_done_in_the_same_set() -> None:
    desk = PaperDesk()
    changes = desk.do(RecordRound(of("A3"), Result.REMAINS, "Rådet har inte träffats", date(2026, 5, 5)))
    a3 = desk.action("A3")
    assert (a3.status, a3.status_since) == (Status.IN_PROGRESS, date(2026, 5, 5))
    assert a3.status_note == "Rådet har inte träffats"
    assert {change.entity for change in changes} == {"round", "action"}


def test_reopening_by_what_remains_needs_a_note() -> None:
    assert PaperDesk().refused(RecordRound(of("A3"), Result.REMAINS)) == "note.needed_to_reopen"


@pytest.mark.parametrize("label", ["A1", "A2", "C1"])
def test_what_remains_leaves_what_was_never_reported_done(label: str) -> None:
    desk = PaperDesk()
    before = desk.action(label)
    desk.do(RecordRound(of(label), Result.REMAINS))
    assert desk.action(label) == before


@pytest.mark.parametrize("result", [Result.HOLDS, Result.PARTLY, Result.SKIPPED])
def test_other_results_reopen_nothing(result: Result) -> None:
    desk = PaperDesk()
    desk.do(RecordRound(of("A3"), result))
    assert desk.action("A3").status is Status.DONE


@pytest.mark.parametrize("label", ["C4", "D3"])
def test_what_is_dropped_or_closed_has_no_more_rounds(label: str) -> None:
    desk = PaperDesk()
    assert desk.refused(RecordRound(of(label), Result.HOLDS)) == "round.over"
    assert desk.refused(MoveRound(of(label), When.on(TOMORROW), "semester")) == "round.none"


def test_there_must_be_a_round_to_skip_or_to_move() -> None:
    desk = PaperDesk()
    refused = desk.decide(RecordRound(of("B1"), Result.SKIPPED))
    assert refused == refuse("round.none", label="B1")
    assert desk.refused(MoveRound(of("B1"), When.on(TOMORROW), "x")) == "round.none"


@pytest.mark.parametrize("agreed", [When.no_date(), When.open_ended("snarast")])
def test_a_round_is_moved_to_a_date_and_not_to_some_time(agreed: When) -> None:
    assert PaperDesk().refused(MoveRound(of("A1"), agreed, "x")) == "date.unreadable"


def test_a_moved_round_is_one_stored_thing_and_moving_it_to_where_it_stands_is_nothing() -> None:
    desk = PaperDesk()
    later = When.on(date(2026, 7, 3))
    desk.do(MoveRound(of("A1"), later, "semester"))
    assert [(one.agreed, one.result) for one in desk.rounds("A1")] == [(later, Result.NONE)]
    assert desk.refused(MoveRound(of("A1"), later, "semester")) == "nothing.to_change"


@pytest.mark.parametrize("trigger", ["", "  ", "ny lokal"])
def test_an_event_that_nobody_waits_for_is_refused_with_those_that_are(trigger: str) -> None:
    refused = PaperDesk().decide(NoteOccasion("p1", trigger, TODAY))
    assert isinstance(refused, Refused) and refused.code == "trigger.unknown"
    assert dict(refused.facts) == {"trigger": trigger.strip(), "known": "vid byte av handledare; vid ny målbeskrivning"}


def test_an_event_belongs_to_its_own_plan() -> None:
    desk = PaperDesk(apply(a_plan(), [appear(Plan("p2", "zz", ""))]))
    assert desk.refused(NoteOccasion("p2", "ny målbeskrivning", TODAY)) == "trigger.unknown"


# What was agreed


@pytest.mark.parametrize("why", ["", "   "])
def test_an_agreement_is_changed_for_a_reason(why: str) -> None:
    desk = PaperDesk()
    june = a_month(2026, 6, "juni 2026")
    for command in (
        MoveDue(of("A1"), june, why),
        MoveRound(of("A1"), june, why),
        ChangeRule(of("A1"), "", "FREQ=YEARLY", june, (), why),
    ):
        assert desk.refused(command) == "why.needed"


def test_a_date_is_moved_and_the_first_agreed_one_stands_in_the_change() -> None:
    desk = PaperDesk()
    june = a_month(2026, 6, "juni 2026")
    [change] = desk.do(MoveDue(of("A1"), june, "upphandling"))
    assert desk.action("A1").due == june
    assert isinstance(change.old, dict) and change.old["text"] == "Mars 2026"


def test_a_rule_is_changed_whole() -> None:
    desk = PaperDesk()
    first = a_month(2026, 8, "augusti 2026")
    desk.do(ChangeRule(of("A1"), "varje kvartal", "FREQ=MONTHLY;INTERVAL=3", first, ("vid ny chef",), "tätare"))
    a1 = desk.action("A1")
    assert (a1.follow_up_text, a1.rule, a1.first) == ("varje kvartal", "FREQ=MONTHLY;INTERVAL=3", first)
    assert a1.triggers == ("vid ny chef",)


def test_a_follow_up_can_be_taken_away() -> None:
    desk = PaperDesk()
    desk.do(ChangeRule(of("A1"), "", "", When.no_date(), (), "behövs inte"))
    assert desk.next("A1") is None


def test_a_text_is_reworded_but_an_action_must_say_something() -> None:
    desk = PaperDesk()
    desk.do(Reword(of("B1"), "measure", "Rum 15 görs om."))
    assert desk.action("B1").measure == "Rum 15 görs om."
    desk.do(Reword(of("B1"), "requirement", ""))
    assert desk.refused(Reword(of("B1"), "measure", " ")) == "action.empty"


def test_an_action_is_put_in_an_area_by_letter_or_name_and_keeps_its_label() -> None:
    desk = PaperDesk()
    for code, name in (("D", ""), ("c", "Vad som helst"), ("", "lokaler och utrustning")):
        before = len(desk.snapshot.areas)
        desk.do(PutInArea(of("A1"), code, name))
        assert desk.action("A1").label == "A1"
        assert len(desk.snapshot.areas) == before
    assert desk.snapshot.areas[desk.action("A1").area].code == "B"
    desk.do(PutInArea(of("A1"), "", "Forskning"))
    assert desk.snapshot.areas[desk.action("A1").area].name == "Forskning"
    before = len(desk.snapshot.areas)
    desk.do(PutInArea(of("A2"), "", "forskning"))
    assert desk.action("A2").area == desk.action("A1").area
    assert len(desk.snapshot.areas) == before
    assert desk.refused(PutInArea(of("A2"), "", "Forskning")) == "nothing.to_change"


def test_an_area_is_graded_on_one_line_and_the_grade_can_be_taken_away() -> None:
    desk = PaperDesk()
    desk.do(commands.GradeArea("omr-a", " delvis\n uppfyllt "))
    assert desk.snapshot.areas["omr-a"].grade == "delvis uppfyllt"
    assert desk.refused(commands.GradeArea("omr-a", "delvis uppfyllt")) == "nothing.to_change"
    desk.do(commands.GradeArea("omr-a", ""))
    assert desk.snapshot.areas["omr-a"].grade == ""


def test_owners_are_given_and_the_new_ones_made() -> None:
    desk = PaperDesk()
    desk.do(
        Assign(
            of("B1"),
            "responsible",
            (WrittenOwner("fastighetschef", "Ulla Brännström"),),
            "Ulla Brännström, fastighetschef",
        )
    )
    [owner] = desk.action("B1").responsible
    assert (desk.snapshot.people[owner.person].name, owner.title) == ("Ulla Brännström", "fastighetschef")
    assert desk.action("B1").responsible_text == "Ulla Brännström, fastighetschef"


def test_an_action_can_be_left_without_an_owner() -> None:
    desk = PaperDesk()
    desk.do(Assign(of("B1"), "responsible", (), ""))
    assert desk.action("B1").responsible == ()


def test_a_doubt_is_ticked_off_once_by_name() -> None:
    desk = PaperDesk()
    desk.do(TickDoubt(of("C3"), "due", "year-assumed", "Signe"))
    assert [doubt.ticked_by for doubt in desk.action("C3").doubts] == ["Signe"]
    assert desk.refused(TickDoubt(of("C3"), "due", "year-assumed", "Tove")) == "nothing.to_change"
    assert desk.refused(TickDoubt(of("C3"), "due", "other", "Tove")) == "nothing.to_change"


# People


def test_a_person_is_given_an_address_and_a_language() -> None:
    desk = PaperDesk()
    desk.do(SetPerson("m-ahl", mail="tove@fjall.example"))
    desk.do(SetPerson("m-ahl", language="en"))
    tove = desk.snapshot.people["m-ahl"]
    assert (tove.name, tove.mail, tove.language) == ("Tove Ahlqvist", "tove@fjall.example", "en")
    assert desk.refused(SetPerson("m-ahl")) == "nothing.to_change"


def test_a_name_can_be_corrected_but_not_to_nothing_or_to_another_persons() -> None:
    desk = PaperDesk()
    desk.do(SetPerson("m-ahl", name="Tove Alqvist"))
    assert desk.snapshot.people["m-ahl"].name == "Tove Alqvist"
    assert desk.refused(SetPerson("m-ahl", name=" ")) == "person.nameless"
    assert desk.refused(SetPerson("m-ahl", name="signe  ÅKERLUND")) == "person.name_taken"
    desk.do(SetPerson("m-ahl", name="TOVE Alqvist"))


# By hand


@pytest.mark.parametrize("key", ["", "å b", "a/b", "-", "a.b", " "])
def test_a_plans_key_is_letters_and_digits(key: str) -> None:
    assert PaperDesk().refused(NewPlan(key, "Titel")) == "plan.key_bad"


@pytest.mark.parametrize("key", ["fjm", "FJM"])
def test_a_plans_key_is_given_once(key: str) -> None:
    assert PaperDesk().refused(NewPlan(key, "Titel")) == "plan.key_taken"


def test_a_plan_is_opened_and_written_in_by_hand() -> None:
    desk = PaperDesk()
    desk.do(NewPlan("ort-2", "Eget", "Ortopeden"))
    plan = next(plan.id for plan in desk.snapshot.plans.values() if plan.key == "ort-2")
    desk.do(
        AddAction(plan, "A", "Ledning", "", "Träffas oftare.", When.no_date(), (WrittenOwner("chef"),), rule="2/term")
    )
    assert (desk.snapshot.plans[plan].title, desk.snapshot.plans[plan].unit) == ("Eget", "Ortopeden")
    action = desk.action("ort-2/A1")
    assert (action.measure, action.status, action.status_since) == ("Träffas oftare.", Status.PLANNED, TODAY)
    assert action.first == When(Kind.RANGE, TODAY, None, "")
    assert not desk.standing("ort-2/A1").follow_up_overdue


def test_an_action_by_hand_must_say_something() -> None:
    empty = AddAction("p1", "A", "", " ", "\n", When.no_date())
    assert PaperDesk().refused(empty) == "action.empty"


# Every command


@pytest.mark.parametrize("text", ["ett\0två", "halv \ud800", "\udfff"])
def test_what_no_database_takes_never_gets_there(text: str) -> None:
    desk = PaperDesk()
    for command in (
        MoveTo(of("A1"), Status.DONE, text),
        RecordRound(of("A1"), Result.HOLDS, evidence=text),
        MoveDue(of("A1"), When.open_ended(text), "x"),
        Reword(of("A1"), "measure", text),
        AddAction("p1", "A", "", "", text, When.no_date()),
        Assign(of("A1"), "responsible", (WrittenOwner(text),), ""),
        ChangeRule(of("A1"), "", "", When.no_date(), (text,), "x"),
    ):
        told = dumps([change.new for change in desk.do(command)], ensure_ascii=False)
        assert "\\u0000" not in told and told.encode()


@given(some.texts)
def test_any_text_is_taken_cleaned_and_no_further_changed(text: str) -> None:
    desk = PaperDesk()
    desk.ask(Reword(of("A1"), "measure", text))
    assert desk.action("A1").measure == clean(text)


ONE_OF_EACH: tuple[Command, ...] = (
    MoveTo("a2", Status.DONE),
    RecordRound("a3", Result.REMAINS, "brist"),
    MoveDue("a1", When.on(TOMORROW), "x"),
    MoveRound("a1", When.on(TOMORROW), "x"),
    ChangeRule("a1", "", "", When.no_date(), (), "x"),
    NoteOccasion("p1", "ny målbeskrivning", TODAY),
    commands.HoldRole("p1", "Enhetschef", "Ny Chef", TODAY),
    commands.HoldRole("p1", "överläkare", "Ny Läkare", TODAY),
    SetPerson("m-ahl", mail="x@y.example"),
    Reword("a1", "measure", "x"),
    PutInArea("a1", "", "Forskning"),
    commands.GradeArea("omr-a", "A"),
    Assign("a1", "responsible", (WrittenOwner("Ny roll", "Ny Person", held=True),), "x"),
    TickDoubt("c3", "due", "year-assumed", "Signe"),
    AddAction("p1", "Z", "Övrigt", "", "x", When.no_date(), (WrittenOwner("", "Helt Ny"),)),
    NewPlan("ny", "Ny plan"),
)


NAMES = [f"{type(command).__name__}-{number}" for number, command in enumerate(ONE_OF_EACH)]


def test_every_command_but_the_reading_of_documents_is_tried_here() -> None:
    assert {type(command) for command in ONE_OF_EACH} | {commands.AcceptDraft} == set(get_args(Command))


@pytest.mark.parametrize("command", ONE_OF_EACH, ids=NAMES)
def test_what_a_command_does_can_be_taken_back(command: Command) -> None:
    desk = PaperDesk()
    before = desk.snapshot
    changes = desk.do(command)
    assert desk.snapshot != before
    assert apply(desk.snapshot, invert(changes), step=-1) == before


@pytest.mark.parametrize("command", ONE_OF_EACH, ids=NAMES)
def test_deciding_stores_nothing_and_gives_the_same_twice(command: Command) -> None:
    plan = a_plan()
    given_ids = ["i1", "i2", "i3", "i4"]
    first, second = (decide(plan, command, TODAY, iter(given_ids).__next__) for _ in range(2))
    assert first == second
    assert plan == a_plan()


@pytest.mark.parametrize("command", ONE_OF_EACH, ids=NAMES)
def test_no_change_of_a_command_is_empty(command: Command) -> None:
    for change in PaperDesk().do(command):
        assert change.old != change.new


def test_commands_are_plain_values_that_can_be_compared_and_kept() -> None:
    for command in ONE_OF_EACH:
        said: dict[str, Any] = {field.name: getattr(command, field.name) for field in fields(command)}
        assert type(command)(**said) == command
        assert hash(command) == hash(type(command)(**said))


# Several at once


def test_commands_given_together_see_what_those_before_them_did() -> None:
    desk = PaperDesk()
    changes = desk.do(
        AddAction("p1", "E", "Teknik", "", "Ett.", When.no_date(), (WrittenOwner("tekniker"),)),
        AddAction("p1", "E", "Teknik", "", "Två.", When.no_date(), (WrittenOwner("Tekniker"),)),
    )
    assert [desk.action(label).measure for label in ("E1", "E2")] == ["Ett.", "Två."]
    assert sum(change.entity == "role" for change in changes) == sum(change.entity == "area" for change in changes) == 1


def test_one_refusal_refuses_all() -> None:
    desk = PaperDesk()
    assert desk.refused(MoveTo("a2", Status.DONE), MoveTo("a1", Status.CLOSED)) == "note.needed"


def test_those_that_change_nothing_do_not_stop_the_others() -> None:
    desk = PaperDesk()
    desk.do(MoveTo("a3", Status.DONE), MoveTo("a2", Status.DONE))
    assert desk.action("A2").status is Status.DONE


def test_if_nothing_is_changed_by_any_all_are_refused_so() -> None:
    desk = PaperDesk()
    assert desk.refused(MoveTo("a3", Status.DONE), MoveTo("d3", Status.CLOSED)) == "nothing.to_change"
    assert desk.refused() == "nothing.to_change"


@given(st.lists(st.sampled_from(ONE_OF_EACH), max_size=5))
def test_together_is_the_same_as_one_after_the_other(chosen: list[Command]) -> None:
    together, apart = PaperDesk(), PaperDesk()
    together.ask(*chosen)
    for command in chosen if together.snapshot.revision > 1 else ():
        apart.ask(command)
    for shelf in some.SHELVES:
        unversioned = [
            {key: replace(value, version=1) for key, value in getattr(desk.snapshot, shelf).items()}
            for desk in (together, apart)
        ]
        assert unversioned[0] == unversioned[1]


def test_owners_named_twice_are_owners_once() -> None:
    desk = PaperDesk()
    desk.do(Assign("a1", "responsible", (WrittenOwner("Enhetschef"), WrittenOwner("enhetschef")), "x"))
    assert desk.action("A1").responsible == (Owner(role="r-chef"),)
