"""What a column holds is told by its cells where its head may mean two things."""

from __future__ import annotations

from datetime import date

import pytest

from followup.domain.drafts import DraftAction
from followup.intake.documents import IntakeRefused, read_document

REFERENCE = date(2026, 9, 1)
LACKS = (
    "ST-läkarna saknar planerade bedömningar på mottagningen.",
    "Handledarna har ingen tid avsatt i schemat.",
)


def read(heads: str, *rows: str) -> tuple[DraftAction, ...]:
    lines = [heads, "|".join("---" for _ in heads.split("|")), *rows]
    text = "# Handlingsplan\n\n" + "\n".join(f"|{line}|" for line in lines) + "\n"
    return read_document("plan.md", text.encode(), REFERENCE).actions


@pytest.mark.parametrize("ticks", ["Klar?", "Genomfört", "Klar (ja/nej)"])
@pytest.mark.parametrize("days", ["Klart", "Klar", "Färdigt"])
def test_klart_over_days_is_when_it_must_be_done_and_the_ticks_beside_it_how_it_stands(days: str, ticks: str) -> None:
    rows = ("Inför bedömningar|Ebba Falk|2027-03-31|Nej", "Lägg tid i schemat|Jon Ek|juni 2027|Ja")
    first, second = read(f"Åtgärd|Ansvarig|{days}|{ticks}", *rows)
    assert (first.due.text, first.status) == ("2027-03-31", "planned")
    assert (second.due.text, second.status) == ("juni 2027", "done")


@pytest.mark.parametrize(
    "head", ["Förbättringsområde", "Utvecklingsområde", "Område för förbättring", "Area for improvement"]
)
def test_what_is_to_be_improved_is_the_requirement_where_it_is_told_in_sentences(head: str) -> None:
    rows = (f"{LACKS[0]}|Inför bedömningar|Ebba Falk|2027-03-31", f"{LACKS[1]}|Lägg tid i schemat|Jon Ek|juni 2027")
    read_actions = read(f"{head}|Åtgärd|Ansvarig|Klart senast", *rows)
    assert [(one.requirement, one.area_name) for one in read_actions] == [(lack, "") for lack in LACKS]


def test_what_is_to_be_improved_is_an_area_where_it_is_only_named_or_a_requirement_stands_beside_it() -> None:
    named = read("Förbättringsområde|Åtgärd|Ansvarig|Klart senast", "Handledning|Inför mall|Ebba Falk|2027-03-31")
    assert [(one.area_name, one.requirement) for one in named] == [("Handledning", "")]
    beside = read(
        "Förbättringsområde|Brist|Åtgärd|Klart senast",
        f"Handledning och bedömning av ST-läkare|{LACKS[0]}|Inför bedömningar|2027-03-31",
    )
    assert [one.requirement for one in beside] == [LACKS[0]]


def test_what_the_reviewers_pointed_at_is_the_requirement_and_how_it_is_now_its_background() -> None:
    [action] = read("Påpekande|Nuläge|Åtgärd|Vem|Senast", f"{LACKS[1]}|Görs på fritiden.|Lägg tid|Jon Ek|1 mars 2027")
    assert (action.requirement, action.due.text) == (LACKS[1], "1 mars 2027")


@pytest.mark.parametrize(("heads", "turn"), [("Roll|Namn", 1), ("Namn|Funktion", -1), ("Role|Name", 1)])
def test_a_role_and_a_name_in_columns_of_their_own_are_one_owner(heads: str, turn: int) -> None:
    owner = "|".join(("Schemaläggare", "Jon Ek")[::turn])
    (action,) = read(f"Brist|Åtgärd|{heads}|Klart senast", f"{LACKS[1]}|Lägg tid i schemat|{owner}|juni 2027")
    assert [(one.role, one.name) for one in action.responsible] == [("Schemaläggare", "Jon Ek")]
    assert action.follow_up_responsible == ()


def test_one_column_may_tell_how_it_is_followed_up_and_by_whom() -> None:
    row = f"{LACKS[0]}|Inför bedömningar|Ebba Falk|2027-03-31|Årligen i samband med kollegiet. Verksamhetschef"
    (action,) = read("Brist|Åtgärd|Ansvarig|Klart senast|Uppföljning och ansvarig", row)
    assert (action.rule, action.triggers) == ("FREQ=YEARLY", ("i samband med kollegiet",))
    assert [one.role for one in action.follow_up_responsible] == ["Verksamhetschef"]


@pytest.mark.parametrize(("letter", "code"), [("R", ""), ("Å", ""), ("B", "B")])
def test_a_letter_before_all_numbers_is_an_areas_only_where_an_area_may_have_it(letter: str, code: str) -> None:
    rows = (f"{letter}1|Inför bedömningar|Ebba Falk|2027-03-31", f"{letter}2|Lägg tid i schemat|Jon Ek|juni 2027")
    assert [one.area_code for one in read("Nr|Åtgärd|Ansvarig|Klart senast", *rows)] == [code, code]


def test_a_head_that_only_its_cells_explain_is_told_as_a_doubt() -> None:
    rows = (f"{LACKS[0]}|Inför bedömningar|2027-03-31|Ebba Falk", f"{LACKS[1]}|Lägg tid i schemat|juni 2027|Jon Ek")
    text = "\n".join(f"|{line}|" for line in ("Brist|Åtgärd|Klart senast|Fixare", "---|---|---|---", *rows))
    draft = read_document("plan.md", text.encode(), REFERENCE)
    assert [one.responsible_text for one in draft.actions] == ["Ebba Falk", "Jon Ek"]
    assert {(doubt.code, doubt.text) for doubt in draft.doubts} >= {("heading-unknown", "Fixare")}


def test_cells_of_columns_that_nobody_knows_are_no_running_text() -> None:
    rows = (
        "Chefen ska känna till uppdraget.|Uppdraget skrivs ned.|när alla hunnit|Lo Berg",
        "Ett råd ska finnas.|x|y|z",
    )
    text = "\n".join(
        ["# Handlingsplan", "", *(f"|{row}|" for row in ("Qrav|Grej|Deadlinje-x|Fixare", "---|---|---|---", *rows))]
    )
    with pytest.raises(IntakeRefused) as refused:
        read_document("plan.md", text.encode(), REFERENCE)
    assert refused.value.code == "intake.not_a_plan"
