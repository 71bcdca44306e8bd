"""What both chairs show: lists, cards, history and dates, in both languages, in words and never by colour alone."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from json import dumps
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_month, a_plan, an_action
from drafts_of import a_draft_action
from followup.domain.actions import Plan, Result, Status
from followup.domain.changes import Change, ChangeSet
from followup.domain.commands import (
    AddAction,
    Assign,
    HoldRole,
    MoveDue,
    MoveRound,
    MoveTo,
    NoteOccasion,
    RecordRound,
    SetPerson,
)
from followup.domain.dates import Kind, When
from followup.domain.drafts import Doubt
from followup.domain.given import appear, change_fields
from followup.domain.people import Owner, WrittenOwner
from followup.domain.questions import standing
from followup.domain.snapshot import Snapshot, apply
from followup.phrases.book import Phrases
from followup.present.card import Card, action_card
from followup.present.dates import day_words, distance_words, short_window_words, when_words, window_words
from followup.present.drafts import status_said
from followup.present.history import Entry, entry_of, value_words, what_words
from followup.present.owners import long_owners, short_owners
from followup.present.rows import action_row
from followup.present.rules import rule_words
from followup.present.summary import summarise, summary_words
from followup.present.tone import STATUS_SYMBOL, TONE_SYMBOL, Tone, mark_of, tone_of
from paper_desk import PaperDesk

SV, EN = Phrases("sv"), Phrases("en")
BOTH = (SV, EN)
NOON = datetime(2026, 5, 12, 10, 30, tzinfo=UTC)
day = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def row(label: str, snapshot: Snapshot | None = None, today: date = TODAY, phrases: Phrases = SV) -> Any:
    snapshot = snapshot or a_plan()
    return action_row(snapshot, snapshot.actions[label.lower()], today, phrases)


def card(label: str, snapshot: Snapshot | None = None, today: date = TODAY, phrases: Phrases = SV) -> Card:
    snapshot = snapshot or a_plan()
    return action_card(snapshot, snapshot.actions[label.lower()], today, phrases)


def said(card: Card) -> dict[str, str]:
    return {line.key: line.text for line in card.lines}


# Dates


@pytest.mark.parametrize(
    ("start", "end", "swedish", "english"),
    [
        (date(2026, 5, 31), date(2026, 5, 31), "31 maj 2026", "31 May 2026"),
        (date(2026, 5, 1), date(2026, 5, 31), "maj 2026", "May 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "februari 2028", "February 2028"),
        (date(2026, 7, 1), date(2026, 12, 31), "juli 2026 – dec 2026", "Jul 2026 – Dec 2026"),
        (date(2026, 5, 4), date(2026, 5, 10), "4 maj 2026 – 10 maj 2026", "4 May 2026 – 10 May 2026"),
        (date(2026, 5, 1), date(2026, 5, 30), "1 maj 2026 – 30 maj 2026", "1 May 2026 – 30 May 2026"),
    ],
)
def test_a_window_is_said_in_as_few_words_as_say_it(start: date, end: date, swedish: str, english: str) -> None:
    assert (window_words(start, end, SV), window_words(start, end, EN)) == (swedish, english)


@pytest.mark.parametrize(
    ("start", "end", "swedish"),
    [
        (date(2026, 5, 31), date(2026, 5, 31), "31 maj 2026"),
        (date(2026, 5, 1), date(2026, 5, 31), "maj 2026"),
        (date(2026, 7, 1), date(2026, 12, 31), "juli – dec 2026"),
        (date(2026, 11, 1), date(2027, 1, 31), "nov 2026 – jan 2027"),
        (date(2026, 11, 2), date(2026, 12, 1), "2 nov – 1 dec 2026"),
    ],
)
def test_a_window_in_a_list_is_said_in_fewer_letters_still(start: date, end: date, swedish: str) -> None:
    assert short_window_words(start, end, SV) == swedish


@given(day, st.integers(0, 400))
def test_no_two_windows_are_said_alike(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    for phrases in BOTH:
        assert window_words(start, end, phrases) != window_words(start, end + timedelta(days=1), phrases)
        assert short_window_words(start, end, phrases) != short_window_words(
            start + timedelta(days=1), end + timedelta(days=1), phrases
        )


def test_a_date_is_said_as_it_was_written() -> None:
    assert when_words(a_month(2026, 5, "Maj 2026"), EN) == "Maj 2026"
    assert when_words(When.open_ended("snarast möjligt"), EN) == "snarast möjligt"
    assert when_words(When(Kind.MONTH, date(2026, 5, 1), date(2026, 5, 31), ""), SV) == "maj 2026"
    assert when_words(When(Kind.DAY, None, date(2026, 5, 31), ""), SV) == "31 maj 2026"
    assert when_words(When.no_date(), SV) == ""


@pytest.mark.parametrize(
    ("days", "swedish", "english"),
    [
        (0, "i dag", "today"),
        (1, "i morgon", "tomorrow"),
        (-1, "i går", "yesterday"),
        (2, "om 2 dagar", "in 2 days"),
        (13, "om 13 dagar", "in 13 days"),
        (14, "om 2 veckor", "in 2 weeks"),
        (-59, "för 8 veckor sedan", "8 weeks ago"),
        (60, "om 2 månader", "in 2 months"),
        (-365, "för 12 månader sedan", "12 months ago"),
        (730, "om 2 år", "in 2 years"),
        (-3650, "för 10 år sedan", "10 years ago"),
    ],
)
def test_a_distance_is_said_as_one_says_it(days: int, swedish: str, english: str) -> None:
    then = TODAY + timedelta(days=days)
    assert (distance_words(then, TODAY, SV), distance_words(then, TODAY, EN)) == (swedish, english)


@given(day, day)
def test_any_day_and_any_distance_can_be_said(one: date, other: date) -> None:
    for phrases in BOTH:
        assert str(one.year) in day_words(one, phrases)
        assert distance_words(one, other, phrases)


# Rules


@pytest.mark.parametrize(
    ("rule", "swedish", "english"),
    [
        ("", "", ""),
        ("FREQ=YEARLY", "varje år", "every year"),
        ("FREQ=YEARLY;INTERVAL=2", "vartannat år", "every other year"),
        ("FREQ=YEARLY;INTERVAL=3", "vart 3:e år", "every 3 years"),
        ("FREQ=MONTHLY;INTERVAL=24", "vartannat år", "every other year"),
        ("FREQ=MONTHLY", "varje månad", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3", "varje kvartal", "every quarter"),
        ("FREQ=MONTHLY;INTERVAL=6", "varje halvår", "every half-year"),
        ("FREQ=WEEKLY;INTERVAL=2", "varannan vecka", "every other week"),
        ("FREQ=DAILY;INTERVAL=14", "varannan vecka", "every other week"),
        ("FREQ=DAILY;INTERVAL=10", "var 10:e dag", "every 10 days"),
        ("FREQ=YEARLY;BYMONTH=3,9", "varje år (mars, september)", "every year (March, September)"),
        ("FREQ=WEEKLY;BYDAY=MO", "varje vecka (måndag)", "every week (Monday)"),
        ("FREQ=MONTHLY;BYDAY=1TU", "varje månad (första tisdagen)", "every month (the first Tuesday)"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "varje månad (sista fredagen)", "every month (the last Friday)"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "varje månad (den 15)", "every month (day 15)"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "varje månad (sista dagen)", "every month (the last day)"),
        ("FREQ=YEARLY;BYWEEKNO=12", "varje år (vecka 12)", "every year (week 12)"),
        ("1/term", "en gång per termin", "once a term"),
        ("2/term", "2 gånger per termin", "2 times a term"),
        ("FREQ=HOURLY", "FREQ=HOURLY", "FREQ=HOURLY"),
    ],
)
def test_a_rule_is_said_in_words_or_left_as_it_is(rule: str, swedish: str, english: str) -> None:
    assert (rule_words(rule, SV), rule_words(rule, EN)) == (swedish, english)


@given(some.rules.filter(bool))
def test_every_rule_has_words_in_both_languages(rule: str) -> None:
    assert rule_words(rule, SV) and rule_words(rule, EN)


# Tones


@pytest.mark.parametrize(
    ("label", "tone", "mark"),
    [
        ("A1", Tone.LATE, "försenad"),
        ("A2", Tone.SOON, "snart"),
        ("A3", Tone.LATE, "uppföljning försenad"),
        ("C3", Tone.CALM, ""),
        ("C4", Tone.DONE, ""),
        ("D1", Tone.CALM, ""),
        ("D3", Tone.DONE, ""),
    ],
)
def test_what_is_urgent_is_said_by_tone_word_and_symbol(label: str, tone: Tone, mark: str) -> None:
    found = row(label)
    assert (found.tone, found.mark, found.tone_symbol) == (tone, mark, TONE_SYMBOL[tone])


def test_a_follow_up_that_is_due_is_soon_and_says_so() -> None:
    found = row("D4", today=date(2026, 5, 4))
    assert (found.tone, found.mark) == (Tone.SOON, "dags att följa upp")


def test_every_status_has_a_symbol_of_its_own_and_so_has_what_is_urgent() -> None:
    assert STATUS_SYMBOL.keys() == set(Status) and len(set(STATUS_SYMBOL.values())) == len(Status)
    assert TONE_SYMBOL.keys() == set(Tone)
    assert len({TONE_SYMBOL[tone] for tone in (Tone.LATE, Tone.SOON, Tone.CALM)}) == 3


@given(some.snapshots(), some.days)
def test_a_tone_is_urgent_exactly_when_there_is_a_word_for_it(snapshot: Snapshot, today: date) -> None:
    for action in snapshot.actions.values():
        now = standing(snapshot, action, today)
        assert (tone_of(action.status, now) in {Tone.LATE, Tone.SOON}) == bool(mark_of(now))


# Rows


def test_a_row_has_what_a_list_shows() -> None:
    found = row("C2")
    assert (found.id, found.label, found.area, found.due, found.next) == (
        "c2",
        "C2",
        "C",
        "29 maj 2026",
        "februari 2026",
    )
    assert found.text == "Handledningssamtal ska hållas minst en gång i månaden och antecknas."
    assert (found.responsible, found.status, found.status_symbol) == ("Ingemar Öfverstedt", "Pågår", "◐")
    assert row("C2", phrases=EN).status == "In progress"


def test_a_row_without_requirement_shows_the_measure_on_one_line() -> None:
    plan = replace(a_plan(), actions={"a1": an_action(requirement="", measure="Rad ett.\n\n  Rad\ttvå.")})
    assert row("A1", plan).text == "Rad ett. Rad två."


def test_with_several_plans_the_key_stands_before_the_label() -> None:
    two = apply(a_plan(), [appear(Plan("p2", "zz", ""))])
    assert row("A1", two).label == "fjm/A1"


def test_the_same_owner_twice_is_named_once_in_a_list() -> None:
    owners = (Owner(role="r-chef"), Owner(person="m-chef", title="överläkare"))
    assert short_owners(a_plan(), owners, TODAY) == "Ingemar Öfverstedt"
    assert long_owners(a_plan(), owners, TODAY) == "Ingemar Öfverstedt, Enhetschef; Ingemar Öfverstedt, överläkare"


def test_a_role_that_nobody_holds_is_shown_itself() -> None:
    assert row("D1").responsible == "Schemaläggare"


@given(some.snapshots(), some.days)
def test_a_row_is_one_line_of_finished_words_whatever_the_plan_holds(snapshot: Snapshot, today: date) -> None:
    for action in snapshot.actions.values():
        for phrases in BOTH:
            found = action_row(snapshot, action, today, phrases)
            assert all(isinstance(getattr(found, field.name), str) for field in fields(found))
            assert "\n" not in found.text and found.status in {phrases(f"status.{status}") for status in Status}


# The count above


def test_the_count_names_only_what_there_is() -> None:
    plan = a_plan()
    summary = summarise((action, standing(plan, action, TODAY)) for action in plan.actions.values())
    assert (summary.total, summary.overdue, summary.due_soon) == (13, 1, 2)
    assert summary.by_status == {"planned": 7, "in_progress": 2, "done": 1, "paused": 1, "dropped": 1, "closed": 1}
    assert summary_words(summary, SV).startswith("13 åtgärder · 1 försenad · ")
    assert summary_words(summarise(()), SV) == "0 åtgärder · inget är försenat"
    assert summary_words(summarise(()), EN) == "0 actions · nothing is late"


# The card


def test_a_card_says_everything_that_is_known() -> None:
    found = card("C3")
    assert (found.label, found.heading, found.status) == ("C3", "C. Handledning och bedömning", "○ Planerad")
    assert said(found)["due"] == "Januari 2027 (om 9 månader)"
    assert said(found)["responsible"] == "Ingemar Öfverstedt, Enhetschef"
    assert said(found)["follow_up_responsible"] == "Signe Åkerlund, studierektor"
    assert said(found)["triggers"] == "vid byte av handledare; vid ny målbeskrivning"
    assert said(found)["next"].startswith("oktober 2026 (om ")
    assert found.measure == "Tre mått väljs, och alla som bedömer övar på film."
    assert [line.text for line in found.doubts] == ["årtalet är antaget: januari"]


def test_a_card_says_why_it_stands_as_it_does() -> None:
    assert said(card("C1"))["status"].endswith("Kursen är inställd i vår")
    assert said(card("D3"))["last"] == "20 januari 2026: Uppfylld"


def test_a_date_that_was_never_set_is_said_to_be_missing() -> None:
    assert said(card("D4"))["due"] == "inget datum"
    assert said(card("B1"))["due"] == "Snarast"


def test_late_and_soon_have_their_tone_on_the_line_that_is_late_or_soon() -> None:
    tones = {line.key: line.tone for line in card("A1").lines}
    assert (tones["due"], tones["next"], tones["responsible"]) == (Tone.LATE, Tone.CALM, Tone.CALM)
    assert {line.key: line.tone for line in card("A3").lines}["next"] is Tone.LATE


def test_rounds_held_stand_before_those_that_come_of_which_three() -> None:
    desk = PaperDesk()
    desk.do(RecordRound("c2", Result.REMAINS, "brist", date(2026, 5, 2), "protokoll", "Tove"))
    desk.do(RecordRound("c2", Result.PARTLY, "bättre", date(2026, 5, 10)))
    rounds = card("C2", desk.snapshot).rounds
    assert [(line.label, line.text, line.tone) for line in rounds[:2]] == [
        ("2 maj 2026", "Kvarstår · brist · Tove · protokoll", Tone.LATE),
        ("10 maj 2026", "Delvis uppfylld · bättre", Tone.DONE),
    ]
    assert [line.label for line in rounds[2:]] == ["augusti 2026", "november 2026", "februari 2027"]


def test_an_action_without_text_of_its_follow_up_shows_the_rule_in_words() -> None:
    plan = replace(a_plan(), actions={"a1": an_action(follow_up_text="")})
    assert said(card("A1", plan))["follow_up"] == "varje år"


def test_what_is_gone_from_the_document_is_said() -> None:
    plan = replace(
        a_plan(),
        actions={"a1": an_action(doubts=(Doubt("status", "gone"), Doubt("due", "year-assumed", "x", "Signe")))},
    )
    assert [line.text for line in card("A1", plan).doubts] == ["åtgärden finns inte med i det senaste dokumentet"]


@given(some.snapshots(), some.days)
def test_a_card_can_be_made_of_any_action(snapshot: Snapshot, today: date) -> None:
    for action in snapshot.actions.values():
        plain = replace(action, doubts=())
        for phrases in BOTH:
            found = action_card(snapshot, plain, today, phrases)
            assert all(line.label and line.text for line in found.lines)
            assert (found.requirement, found.measure) == (action.requirement, action.measure)


# History


def entry(
    changes: tuple[Change, ...], snapshot: Snapshot, phrases: Phrases = SV, kind: str = "do", **why: Any
) -> Entry:
    told = {"command": "MoveTo", "labels": ["A1"], **why}
    return entry_of(snapshot, ChangeSet("s", NOON, "Signe", dumps(told), changes, kind, "", 7), phrases)


def test_an_entry_says_who_when_what_and_why() -> None:
    desk = PaperDesk()
    changes = desk.do(MoveTo("a1", Status.DONE, "besked"))
    found = entry(changes, desk.snapshot, note="besked")
    assert (found.number, found.by, found.day, found.note) == (7, "Signe", "2026-05-12", "besked")
    assert found.what == "Status på A1"
    lines = [(line.thing, line.field, line.old, line.new) for line in found.changes]
    assert lines == [("A1", "Status", "Pågår", "Klar"), ("A1", "Kommentar", "", "besked")]
    assert found.told == found.changes[:1]
    assert (found.quoted, entry(changes, desk.snapshot, EN, note="besked").quoted) == ("”besked”", "“besked”")
    assert entry(changes, desk.snapshot, EN).changes[0].old == "In progress"


def test_a_note_is_told_once_and_one_that_it_replaces_is_told_beside_it() -> None:
    desk = PaperDesk()
    desk.do(MoveTo("a1", Status.PAUSED, "väntar"))
    again = desk.do(MoveTo("a1", Status.DONE, "besked"))
    told = [(line.field, line.old, line.new) for line in entry(again, desk.snapshot, note="besked").told]
    assert ("Kommentar", "väntar", "besked") in told


def test_another_field_that_says_what_the_note_says_is_told() -> None:
    desk = PaperDesk()
    moved = desk.do(MoveDue("d4", a_month(2027, 5, "maj 2027"), "maj 2027"))
    assert [line.field for line in entry(moved, desk.snapshot, note="maj 2027").told] == ["Klart senast"]


@pytest.mark.parametrize(
    ("kind", "swedish", "english"),
    [
        ("undo", "Ångrat: status på 2 åtgärder", "Undone: status of 2 actions"),
        ("redo", "Gjort om: status på 2 åtgärder", "Redone: status of 2 actions"),
    ],
)
def test_an_undo_says_what_it_took_back(kind: str, swedish: str, english: str) -> None:
    made = ChangeSet("s", NOON, "", dumps({"command": "MoveTo", "labels": ["A1", "B1"]}), (), kind)
    assert (what_words(made, SV), what_words(made, EN)) == (swedish, english)


@pytest.mark.parametrize(
    ("why", "swedish"),
    [
        ({"command": "AcceptDraft", "source": "plan.docx", "count": 13}, "Läste in 13 åtgärder från plan.docx"),
        ({"command": "NewPlan", "key": "ort", "title": "x"}, "Ny handlingsplan: ort"),
        ({"command": "NoteOccasion", "trigger": "ny chef {x}"}, "Händelse: ny chef {x}"),
        ({"command": "SetPerson", "name": "Tove"}, "Uppgifter om Tove"),
        ({"command": "AddAction"}, "Ny åtgärd"),
    ],
)
def test_what_was_done_is_said_with_what_it_was_done_to(why: dict[str, Any], swedish: str) -> None:
    assert what_words(ChangeSet("s", NOON, "", dumps(why), ()), SV) == swedish


def lines_of(desk: PaperDesk, *commands: Any) -> list[tuple[str, str, str, str]]:
    found = entry(desk.do(*commands), desk.snapshot)
    return [(line.thing, line.field, line.old, line.new) for line in found.changes]


def test_dates_owners_and_areas_are_said_in_words_and_never_as_numbers_of_things() -> None:
    desk = PaperDesk()
    assert lines_of(desk, MoveDue("a1", a_month(2026, 9, "september 2026"), "x")) == [
        ("A1", "Klart senast", "Mars 2026", "september 2026")
    ]
    [*_, owners, text] = lines_of(desk, Assign("a1", "responsible", (WrittenOwner("lektor", "Ny Person"),), "lektorn"))
    assert owners[1:] == ("Ansvarig", "Enhetschef", "Ny Person / lektor")
    assert text[3] == "lektorn"
    moved = change_fields(desk.action("A1"), area="omr-d")
    assert [(line.old, line.new) for line in entry(moved, desk.snapshot).changes] == [("A", "D")]


def test_a_deadline_without_words_is_said_by_its_day() -> None:
    plain = {"text": "", "start": None, "end": "2026-05-31", "kind": "day"}
    assert value_words(a_plan(), "due", plain, SV) == "2026-05-31"


def test_rounds_and_holders_are_named_by_what_they_belong_to() -> None:
    desk = PaperDesk()
    [held] = lines_of(desk, RecordRound("a1", Result.HOLDS))
    assert held == ("A1, uppföljningstillfälle", "", "", "Uppfylld (2026-05-12)")
    [moved] = lines_of(desk, MoveRound("a2", When.on(date(2026, 12, 1), "1 dec"), "x"))
    assert moved == ("A2, uppföljningstillfälle", "", "", "Flyttad till: 1 dec")
    ended, begun = lines_of(desk, HoldRole("p1", "Enhetschef", "Tove Ahlqvist", date(2026, 9, 1)))
    assert ended == ("Enhetschef, Ingemar Öfverstedt", "Till och med", "", "2026-08-31")
    assert begun[0] == "Enhetschef, Tove Ahlqvist" and "2026-09-01" in begun[3]


def test_people_and_events_are_named() -> None:
    desk = PaperDesk()
    assert lines_of(desk, SetPerson("m-ahl", mail="t@x.example")) == [
        ("person Tove Ahlqvist", "E-post", "", "t@x.example")
    ]
    [event] = lines_of(desk, NoteOccasion("p1", "ny målbeskrivning", TODAY))
    assert event[0] == "händelse ny målbeskrivning"


def test_what_was_undone_since_is_still_named_in_the_log() -> None:
    desk = PaperDesk()
    changes = desk.do(AddAction("p1", "A", "", "", "Nytt.", When.no_date()))
    [line] = entry(changes, a_plan()).changes
    assert (line.thing, line.new, line.is_gone) == ("A4", "Nytt.", False)
    [gone] = entry(tuple(Change(one.entity, one.id, None, one.new, None) for one in changes), a_plan()).changes
    assert (gone.thing, gone.old, gone.is_gone) == ("A4", "Nytt.", True)


@given(some.beginnings(), some.texts)
def test_the_log_can_tell_of_any_change_in_both_languages(beginning: tuple[Change, ...], text: str) -> None:
    now = apply(Snapshot(), beginning)
    known = tuple(change for change in beginning if not (isinstance(change.new, dict) and change.new.get("doubts")))
    edits = tuple(
        one
        for action in now.actions.values()
        for one in change_fields(action, measure=text, due=When.on(TODAY), responsible=())
    )
    for phrases in BOTH:
        for changes in (known, edits):
            for snapshot in (now, Snapshot()):
                for line in entry(changes, snapshot, phrases).changes:
                    assert line.thing


@pytest.mark.parametrize("phrases", BOTH)
def test_a_doubt_that_this_version_has_no_words_for_is_shown_by_its_code(phrases: Phrases) -> None:
    strange = an_action(doubts=(Doubt("colour", "from-the-future", "blå"),))
    [line] = action_card(a_plan(actions={"a1": strange}), strange, TODAY, phrases).doubts
    assert (line.label, line.text) == ("colour", "from-the-future: blå")


@pytest.mark.parametrize(
    ("note", "status", "written", "understood"),
    [
        ("Ej påbörjad", "planned", "Ej påbörjad", "Planerad"),
        ("", "in_progress", "Pågår", ""),
        ("Väntar på lokal", "", "Väntar på lokal", ""),
        ("", "", "", ""),
    ],
)
def test_a_status_is_shown_as_it_was_written_before_what_it_is_taken_for(
    note: str, status: str, written: str, understood: str
) -> None:
    assert status_said(a_draft_action("Ny mall", status=status, status_note=note), SV) == (written, understood)
