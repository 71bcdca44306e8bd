"""One filter language in two languages: what each condition finds, and what is refused by name."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from shlex import split

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as some
from builders import TODAY, a_month, a_plan, an_action
from followup.domain.actions import Area, Plan, Result, Round, Status
from followup.domain.dates import Kind, When
from followup.domain.given import appear
from followup.domain.people import Owner
from followup.domain.query import QueryError, fold, parse
from followup.domain.snapshot import Snapshot, apply


def found(filter_line: str, snapshot: Snapshot | None = None, today: date = TODAY) -> str:
    """The labels that the filter finds, one after the other."""
    snapshot = snapshot or a_plan()
    query = parse(filter_line)
    return " ".join(action.label for action in snapshot.actions.values() if query.matches(snapshot, action, today))


EVERYTHING = "A1 A2 A3 B1 B2 C1 C2 C3 C4 D1 D2 D3 D4"

BOTH_LANGUAGES = [
    ("område:B", "area:B", "B1 B2"),
    ("område:handledning", "area:handledning", "C1 C2 C3 C4"),
    ("ansvarig:zetterwall", "responsible:zetterwall", "B2"),
    ("ansvarig:schemaläggare", "owner:schemaläggare", "D1 D2"),
    ("uppföljer:åkerlund", "follower:åkerlund", EVERYTHING),
    ("uppföljer:studierektor", "follow-up-by:studierektor", EVERYTHING),
    ("status:pågår", "status:in_progress", "A1 C2"),
    ("status:planerad", "status:planned", "A2 B1 B2 C3 D1 D2 D4"),
    ("status:klar", "status:done", "A3"),
    ("status:pausad", "status:paused", "C1"),
    ("status:utgår", "status:dropped", "C4"),
    ("status:avslutad", "status:closed", "D3"),
    ("klart:2026-05", "due:2026-05", "A2 C2"),
    ("klart:<2026-05", "due:<2026-05", "A1 A3 C4 D3"),
    ("klart:<=2026-05", "due:<=2026-05", "A1 A2 A3 C2 C4 D3"),
    ("klart:>2026-11", "due:>2026-11", "B2 C3"),
    ("klart:>=2026-11", "due:>=2026-11", "B2 C1 C3"),
    ("klart:2027", "due:2027", "C3"),
    ("klart:2026-05-29", "due:2026-05-29", "A2 C2"),
    ("klart:=2026-08", "due:=2026-08", "B2"),
    ("uppföljning:2026-06", "follow-up:2026-06", "A1"),
    ("uppföljning:<2026-05", "followup:<2026-05", "A3 B2 C2"),
    ("plan:fjm", "plan:FJM", EVERYTHING),
    ("plan:granskning", "plan:handlingsplan", EVERYTHING),
    ("nr:C2", "label:c2", "C2"),
    ("krav:inläsningstid", "requirement:inläsningstid", "D2"),
    ("åtgärd:stickprov", "action:stickprov", "D2"),
    ("åtgärd:rum", "measure:rum", "B1"),
    ("oklart:due", "doubt:due", "C3"),
    ("försenad", "overdue", "A1"),
    ("försenad", "late", "A1"),
    ("snart", "soon", "A2 C2"),
    ("uppföljas", "follow-up-due", "A3 B2 C2 D4"),
    ("uppföljning-försenad", "follow-up-overdue", "A3 B2 C2 D4"),
]


@pytest.mark.parametrize(("swedish", "english", "labels"), BOTH_LANGUAGES)
def test_every_field_is_understood_in_both_languages(swedish: str, english: str, labels: str) -> None:
    assert found(swedish) == found(english) == labels


@pytest.mark.parametrize(("swedish", "english", "labels"), BOTH_LANGUAGES)
def test_a_minus_finds_the_others(swedish: str, english: str, labels: str) -> None:
    others = [label for label in EVERYTHING.split() if label not in labels.split()]
    assert found(f"-{swedish}").split() == found(f"-{english}").split() == others


def test_an_empty_filter_finds_everything() -> None:
    assert found("") == found("   ") == EVERYTHING


def test_conditions_must_all_hold() -> None:
    assert found("område:C -status:pausad klart:<2027") == "C2 C4"


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("chefens", "A1"),
        ("SCHEMAT", "D2"),
        ("schema", "D1 D2 D3 D4"),
        ("D2", "D2"),
        ("lokaler", "B1 B2"),
        ("inställd", "C1"),
        ("Snarast", "B1"),
        ("HT", "B2"),
        ("per termin", "B2"),
        ("Öfverstedt", "A1 A2 B1 B2 C1 C2 C3 C4 D3 D4"),
        ("målbeskrivning", "C3"),
        ("jour-/beredskap", "D1"),
    ],
)
def test_words_search_every_text(words: str, labels: str) -> None:
    hits = found(f'"{words}"').split()
    assert set(labels.split()) <= set(hits)
    assert found(f'-"{words}"').split() == [label for label in EVERYTHING.split() if label not in hits]


def test_words_search_what_was_written_of_owners_and_what_was_noted_of_rounds() -> None:
    plan = a_plan()
    written = replace(plan.actions["a1"], responsible_text="Chefen, se bilaga Vinter")
    kept = Round("r", "a2", "k", TODAY, TODAY, When.no_date(), TODAY, Result.HOLDS, "Gick bra", "", "dnr 17/2026")
    plan = replace(plan, actions={**plan.actions, "a1": written}, rounds={"r": kept})
    assert found("vinter", plan) == "A1"
    assert found("17/2026", plan) == found('"gick bra"', plan) == "A2"


def test_quotes_group_words_and_a_quote_not_yet_closed_groups_to_the_end() -> None:
    assert found('"minst en gång"') == "C2"
    assert found('"minst en gå') == "C2"
    assert found('krav:"minst en gång"') == "C2"
    assert found("gång minst") != ""
    assert found('"gång minst"') == ""


def test_a_quoted_mark_is_a_word() -> None:
    assert found('"försenad"') == ""


def test_letters_with_rings_and_dots_are_letters_of_their_own() -> None:
    plan = replace(a_plan(), actions={"a": an_action(requirement="Hål i en pärm på ön")})
    assert found("hål", plan) == found("HÅL", plan) == "A1"
    assert found("hal", plan) == found("parm", plan) == found('"på on"', plan) == ""


def test_other_accents_are_not_searched_for() -> None:
    plan = replace(a_plan(), actions={"a": an_action(requirement="En idé om Müllers café à la carte")})
    for typed in ("ide", "idé", "IDÉ", "cafe", "muller", "müller", '"a la"'):
        assert found(typed, plan) == "A1", typed


@given(some.texts)
def test_folding_is_done_once_however_the_letters_are_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("abcåäöÅÄÖ é-–’ 1"), max_size=20))
def test_folding_keeps_the_swedish_alphabet_and_loses_case(text: str) -> None:
    assert fold(text) == text.lower().replace("é", "e")


# Dates


def test_a_window_is_before_a_day_only_when_all_of_it_is() -> None:
    plan = replace(
        a_plan(), actions={"a": an_action(due=When(Kind.TERM, date(2026, 7, 1), date(2026, 12, 31), "HT 2026"))}
    )
    assert [bool(found(f"klart:{sign}2026-09", plan)) for sign in ("<", "<=", "", ">=", ">")] == [
        False,
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize("due", [When.no_date(), When.open_ended("snarast")])
def test_what_has_no_date_is_found_by_none(due: When) -> None:
    plan = replace(a_plan(), actions={"a": an_action(due=due)})
    assert all(found(f"klart:{sign}2026", plan) == "" for sign in ("", "<", ">", "<=", ">="))


@given(some.days, some.days)
def test_a_day_is_before_on_or_after_another(due: date, asked: date) -> None:
    plan = replace(a_plan(), actions={"a": an_action(due=When.on(due))})
    hits = {sign: bool(found(f"klart:{sign}{asked}", plan)) for sign in ("<", "<=", "=", ">=", ">")}
    assert hits == {"<": due < asked, "<=": due <= asked, "=": due == asked, ">=": due >= asked, ">": due > asked}


def test_a_start_without_an_end_counts_from_its_start() -> None:
    plan = replace(a_plan(), actions={"a": an_action(due=When(Kind.RANGE, date(2026, 9, 1), None, "från september"))})
    assert found("klart:>2026-08", plan) == "A1" and found("klart:<2026-09", plan) == ""


@pytest.mark.parametrize("months", ["2026-2", "2026-02"])
def test_a_month_may_be_written_with_one_digit(months: str) -> None:
    assert found(f"klart:{months}") == "A3"


# Areas, plans, labels


def test_an_area_is_named_by_its_letter_alone_or_by_words_of_its_name() -> None:
    plan = a_plan()
    areas = {**plan.areas, "x": Area("x", "p1", "AB", "Annat")}
    plan = replace(plan, areas=areas, actions={**plan.actions, "z": an_action("z", "AB1", area="x")})
    assert found("område:A", plan) == "A1 A2 A3"
    assert found("område:AB", plan) == "AB1"
    assert found("område:annat", plan) == "AB1"


def test_an_action_without_an_area_is_in_none() -> None:
    plan = replace(a_plan(), actions={"a": an_action(area="")})
    assert found("område:A", plan) == "" and found("-område:A", plan) == "A1"


def test_a_plan_is_named_by_its_key() -> None:
    plan = apply(a_plan(), [appear(Plan("p2", "zz", "Annan")), appear(an_action("x", "X1", plan="p2", area=""))])
    assert found("plan:zz", plan) == "X1"


def test_a_doubt_that_was_ticked_is_no_longer_found() -> None:
    plan = a_plan()
    [doubt] = plan.actions["c3"].doubts
    ticked = replace(plan.actions["c3"], doubts=(replace(doubt, ticked_by="Signe"),))
    assert found("oklart:due", replace(plan, actions={"c3": ticked})) == ""


def test_a_role_is_sought_as_it_is_held_on_the_day() -> None:
    plan = replace(a_plan(), actions={"a": an_action(responsible=(Owner(role="r-chef"),))})
    assert found("ansvarig:öfverstedt", plan) == "A1"
    assert found("ansvarig:öfverstedt", replace(plan, holdings={})) == ""


def test_late_is_late_on_the_day_that_is_asked_about() -> None:
    plan = replace(a_plan(), actions={"a": an_action(due=a_month(2026, 5, "maj"))})
    assert found("försenad", plan, date(2026, 5, 31)) == ""
    assert found("försenad", plan, date(2026, 6, 1)) == "A1"


# Nonsense


@pytest.mark.parametrize(
    ("filter_line", "part"),
    [
        ("färg:röd", "färg:röd"),
        ("schema klart:maj", "klart:maj"),
        ("klart:<", "klart:<"),
        ("klart:2026-13", "klart:2026-13"),
        ("klart:2026-02-30", "klart:2026-02-30"),
        ("klart:0000", "klart:0000"),
        ("klart:<<2026", "klart:<<2026"),
        ("uppföljning:snart", "uppföljning:snart"),
        ("status:grön", "status:grön"),
        ("status:p", "status:p"),
        ("-status:", "-status:"),
        ("område:", "område:"),
        ('område:""', 'område:""'),
        ("a -", "-"),
    ],
)
def test_nonsense_is_refused_by_naming_the_part(filter_line: str, part: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(filter_line)
    assert caught.value.part == part


@pytest.mark.parametrize(
    ("filter_line", "reason"),
    [
        ("färg:röd", "field"),
        ("klart:", "empty"),
        ("klart:<=", "empty"),
        ("rum -", "empty"),
        ("klart:maj", "date"),
        ("klart:2026-13", "date"),
        ("status:grön", "status"),
        ("status:p", "status"),
    ],
)
def test_a_refusal_says_what_kind_of_nonsense_it_is(filter_line: str, reason: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(filter_line)
    assert caught.value.reason == reason


@pytest.mark.parametrize("started", ["status:pl", "status:plan", "status:ej", "status:PLANERAD"])
def test_a_status_may_be_begun_as_long_as_it_is_the_only_one(started: str) -> None:
    assert found(started) == found("status:planerad")


def test_a_number_with_a_colon_is_a_word_and_not_a_field() -> None:
    plan = replace(a_plan(), actions={"a": an_action(requirement="Enligt 2015:8, kl: 9")})
    assert found("2015:8", plan) == found("kl:", plan) == "A1"


@given(some.texts)
def test_any_line_is_read_or_refused_by_a_part_of_itself(line: str) -> None:
    part = refused_part(line)
    if part is None:
        assert set(found(line).split()) <= set(EVERYTHING.split())
    else:
        assert part and part in unicodedata.normalize("NFC", line)


def refused_part(line: str) -> str | None:
    try:
        parse(line)
    except QueryError as error:
        return error.part
    return None


@given(some.words)
def test_a_word_of_a_text_finds_it(word: str) -> None:
    plan = replace(a_plan(), actions={"a": an_action(measure=f"Ord före {word} och efter.")})
    assert found(f'"{word}"', plan) == "A1"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.PLANNED, "planned planerad 'ej påbörjad' 'not started'"),
        (Status.IN_PROGRESS, "in_progress 'in progress' in-progress pågår pågående påbörjad started"),
        (Status.DONE, "done klar klart genomförd"),
        (Status.PAUSED, "paused pausad vilande avvaktar"),
        (Status.DROPPED, "dropped utgår struken"),
        (Status.CLOSED, "closed avslutad stängd"),
    ],
)
def test_a_status_has_many_names(status: Status, words: str) -> None:
    for word in split(words):
        query = parse(f'status:"{word}"')
        assert [str(status)] == [term.sought for term in query.terms], word
