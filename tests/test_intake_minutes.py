"""Minutes and templates: what their heads and headings tell is no action, and what was never filled in says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from followup.domain.drafts import Draft
from followup.intake.documents import IntakeRefused, read_document
from followup.intake.habits.unfilled import is_unfilled
from followup.intake.statuses import read_status

DAY = date(2027, 3, 9)


def read(text: str) -> Draft:
    """The draft of a text."""
    return read_document("minutes.md", text.encode(), DAY)


def measures(draft: Draft) -> list[str]:
    """What is to be done, in order."""
    return [action.measure for action in draft.actions]


@pytest.mark.parametrize(
    "title", ["# Möte i utbildningsrådet", "## Möte i utbildningsrådet", "Möte i utbildningsrådet"]
)
@pytest.mark.parametrize("heading", ["### Åtgärder", "Åtgärder", "**Aktiviteter**", "## Beslut\n\n## Att göra"])
def test_the_day_of_a_meeting_is_its_own_and_the_heading_above_the_table_no_measure(title: str, heading: str) -> None:
    draft = read(
        f"{title}\n\nDatum: 2027-02-03\nDeltagare: Pia Rask, Olle Ström\n\n{heading}\n\n"
        "| Vad | Vem | När |\n|---|---|---|\n| Ny jourmall | Pia Rask | 5 mars |\n| Boka lokal | Olle Ström | april |\n"
    )

    assert measures(draft) == ["Ny jourmall", "Boka lokal"]
    assert draft.document_date == date(2027, 2, 3)
    assert draft.actions[0].due.start == date(2027, 3, 5)


def test_rows_that_were_never_filled_in_are_no_actions() -> None:
    draft = read(
        "## Action items\n\n| # | Action | Owner | Due date | Status |\n|---|---|---|---|---|\n"
        "| 1 | Renew the rota | Ida Moss | 2027-05-01 | [x] Done |\n"
        "| 2 | [Specific task] | [Owner] | [Date] | [ ] Open |\n| 3 | Order manikins | [Name] | <date> | PENDING |\n"
    )

    assert measures(draft) == ["Renew the rota", "Order manikins"]
    assert draft.actions[1].responsible == ()
    assert draft.actions[1].responsible_text == ""
    assert draft.actions[1].due.start is None


def test_a_template_is_no_plan() -> None:
    with pytest.raises(IntakeRefused):
        read("### Tiltak\n\n| Tiltak | Ansvarlig | Frist |\n|---|---|---|\n| [Tiltak 1] | [Navn] | [Dato] |\n")


@pytest.mark.parametrize("words", ["[Namn]", "<datum>", "[Action 1]", "{{YYYY-MM-DD}}", "[fyll i]", "[Vem?]"])
def test_words_in_brackets_that_only_ask_say_nothing(words: str) -> None:
    assert is_unfilled(words)


@pytest.mark.parametrize("words", ["[Pia Rask]", "[VC]", "[ ]", "[x]", "[Ny mall för jourbyten]", "Namn", "Pia [vik.]"])
def test_words_in_brackets_that_tell_something_stay(words: str) -> None:
    assert not is_unfilled(words)


def test_a_plan_may_have_many_columns_of_its_own_and_say_how_success_is_measured() -> None:
    draft = read(
        "| action | owner | due | measure | cause_ref | tier | kind | proof | status |\n"
        "|---|---|---|---|---|---|---|---|---|\n"
        "| Fit a lock | Night lead | by May 2027 | no unlocked cupboard | C1 | A | fix | walk | in-progress |\n"
        "| Train all | Day lead | June 2027 | all trained | C2 | B | fix | list | not_started |\n"
    )

    assert measures(draft) == ["Fit a lock", "Train all"]
    assert [action.requirement for action in draft.actions] == ["no unlocked cupboard", "all trained"]
    assert [action.status for action in draft.actions] == ["in_progress", "planned"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("PENDING", "planned"),
        ("Åpen", "planned"),
        ("Beslutad", "planned"),
        ("(x)", "done"),
        ("Uppstartat", "in_progress"),
    ],
)
def test_a_status_is_known_in_the_words_of_lists(words: str, code: str) -> None:
    assert read_status(words, DAY).code == code


@pytest.mark.parametrize("heading", ["## Avsnitt 4: Handlingsplan", "Del B. Handlingsplan", "# Section E: Action plan"])
def test_a_part_of_a_paper_that_is_the_plan_is_no_area(heading: str) -> None:
    draft = read(f"{heading}\n\n| Åtgärd | Ansvarig | Klart |\n|---|---|---|\n| Ny jourmall | Pia Rask | maj |\n")

    assert [(action.area_code, action.area_name) for action in draft.actions] == [("", "")]


def test_a_decision_after_what_is_lacking_is_what_is_done() -> None:
    draft = read(
        "§ 3 Granskningen\nSit-in görs sällan. Beslut: Två per termin skrivs in i schemat. Ansvarig: Pia Rask. Klart: maj.\n"
        "Mallar saknas. Beslut: Nya mallar tas fram. Ansvarig: Olle Ström. Klart: 1 juni.\n"
    )

    assert [(action.requirement, action.measure) for action in draft.actions] == [
        ("Sit-in görs sällan.", "Två per termin skrivs in i schemat."),
        ("Mallar saknas.", "Nya mallar tas fram."),
    ]


def test_words_before_a_colon_that_begin_each_need_are_its_label() -> None:
    draft = read(
        "HANDLINGSPLAN\n\n1. Brister enligt rapporten: Skriftlig introduktion saknas.\n   Planerad åtgärd: Ny pärm.\n"
        "   Ansvarig: Pia Rask\n   Klart senast: maj 2027\n\n2. Brister enligt rapporten: Sit-in görs sällan.\n"
        "   Planerad åtgärd: Två per termin.\n   Ansvarig: Olle Ström\n   Klart senast: juni 2027\n"
    )

    assert [action.requirement for action in draft.actions] == ["Skriftlig introduktion saknas.", "Sit-in görs sällan."]


def test_a_drawn_table_may_have_lines_without_cells() -> None:
    table = "+------+-----+------+\n| Vad | Vem | När |\n+------+-----+------+\n|\n| Ny mall | Pia Rask | maj 2027 |\n+---+---+---+\n"

    assert measures(read(table)) == ["Ny mall"]


@pytest.mark.parametrize(
    ("written", "told"),
    [("Pia Rask.", "Pia Rask"), ("Bo Ek.", "Bo Ek"), ("Pia Rask m.fl.", "Pia Rask m.fl."), ("Maria B.", "Maria B.")],
)
def test_the_full_stop_of_a_sentence_is_not_the_owners(written: str, told: str) -> None:
    draft = read(f"Mallar saknas. Beslut: Nya mallar tas fram. Ansvarig: {written} Klart: maj 2027.\n")

    assert draft.actions[0].responsible_text == told
