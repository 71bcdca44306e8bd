"""Labels: those a document's head says of the whole plan, those that recur, and those that nobody knows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.domain.drafts import Draft
from followup.intake.documents import read_document
from followup.intake.fields import Field
from followup.intake.labels.headings import field_of_head, field_of_label
from followup.intake.refusals import IntakeRefused

REFERENCE = date(2026, 9, 1)
TWO = """Handlingsplan Hudkliniken

Åtgärd: Ny mall för samtal.
Ansvarig: Anna Ek
Zonfaktor: hög
Klart: maj 2027

Åtgärd: Fler rum.
Ansvarig: Bo Lind
Zonfaktor: låg
Klart: juni 2027
"""


def read(text: str, mapping: dict[str, str] | None = None) -> Draft:
    return read_document("plan.txt", text.encode(), REFERENCE, mapping)


def test_a_label_that_nobody_knows_is_a_doubt_of_the_document_and_no_part_of_another_field() -> None:
    draft = read(TWO)
    assert [(doubt.code, doubt.text) for doubt in draft.doubts] == [("heading-unknown", "Zonfaktor")]
    assert [action.responsible_text for action in draft.actions] == ["Anna Ek", "Bo Lind"]
    assert [action.status_note for action in draft.actions] == ["", ""]


def test_a_label_that_nobody_knows_can_be_told() -> None:
    draft = read(TWO, {"Zonfaktor": "note"})
    assert [action.status_note for action in draft.actions] == ["hög", "låg"]
    assert draft.doubts == ()


@pytest.mark.parametrize("label", ["Review: External audit, May 2026", "Responsible: Carla Mendes", "Status: Draft"])
def test_what_the_head_says_of_the_plan_is_no_actions(label: str) -> None:
    actions = [
        f"Action: {what}\nResponsible: {who}\nDue: May 2027\nReview: yearly\nStatus: not started"
        for what, who in (("Hire a tutor.", "Jane Okafor"), ("Buy books.", "Tom Brandt"))
    ]
    draft = read("\n\n".join(["ACTION PLAN", label, *actions]))
    assert [action.responsible_text for action in draft.actions] == ["Jane Okafor", "Tom Brandt"]
    assert [action.rule for action in draft.actions] == ["FREQ=YEARLY", "FREQ=YEARLY"]
    assert [action.status for action in draft.actions] == ["planned", "planned"]


def test_the_review_is_read_from_the_head_of_an_english_plan() -> None:
    text = "ACTION PLAN\n\nReview: External audit, May 2026\n\nAction: Buy books.\nOwner: Tom Brandt\nDue: 2027-05-01\n"
    assert read(text).review == "External audit, May 2026"


def test_two_measures_of_one_requirement_are_one_action_with_both() -> None:
    forms = [
        f"Brist: {need}\n{what}\nTidpunkt: maj 2027\nAnsvarig: Jon Ek"
        for need, what in (("Tyst.", "Åtgärd: Radio."), ("Trångt.", "Åtgärd: Större rum.\nÅtgärd: Färre stolar."))
    ]
    draft = read("Handlingsplan\n\n" + "\n\n".join(forms))
    assert [action.measure for action in draft.actions] == ["Radio.", "Större rum.\n\nFärre stolar."]


def test_a_weak_word_alone_on_a_line_is_a_label_where_it_comes_again() -> None:
    forms = [
        f"Brist\n{need}\nÅtgärder\n{what}\nNär\nmaj 2027" for need, what in (("Trångt.", "Rum."), ("Tyst.", "Radio."))
    ]
    draft = read("Handlingsplan\n\n" + "\n\n".join(forms))
    assert [(action.requirement, action.measure) for action in draft.actions] == [
        ("Trångt.", "Rum."),
        ("Tyst.", "Radio."),
    ]


HEADS = [
    ("Uppf.ansv.", Field.FOLLOW_UP_RESPONSIBLE),
    ("Tids-plan", Field.DUE),
    ("Identifierad brist", Field.REQUIREMENT),
    ("Nuläge/brist", Field.REQUIREMENT),
    ("Orsak till brist", Field.BACKGROUND),
    ("Förbättringsförslag", Field.MEASURE),
    ("Kvalitetskriterium", Field.REQUIREMENT),
    ("What needs to be done?", Field.MEASURE),
    ("Reviewer", Field.FOLLOW_UP_RESPONSIBLE),
    ("Åtgärdsplan", Field.MEASURE),
    ("#", Field.NUMBER),
    ("Granskarnas kommentar", Field.REQUIREMENT),
    ("Datum för första uppföljning", Field.FIRST),
]


@pytest.mark.parametrize(("head", "field"), HEADS)
def test_heads_in_a_clinics_own_words_name_their_field(head: str, field: Field) -> None:
    assert field_of_head(head) is field


@given(st.text(max_size=80))
def test_no_words_make_the_reading_of_headings_fail(text: str) -> None:
    assert field_of_head(text) in {None, *Field}
    assert field_of_label(text, marked=True) in {None, *Field}


def test_a_day_something_was_done_on_is_no_date_to_do_it_by() -> None:
    rows = ["Åtgärd;Ansvarig;Slutdatum;Uppföljning;Utfört datum", "Ny mall;Anna Ek;2026-05-01;årligen;2026-04-20"]
    action = read("\n".join(rows)).actions[0]
    assert (action.due.start, action.first.start, action.status) == (date(2026, 5, 1), None, "done")
    assert action.status_since == date(2026, 4, 20)


def test_a_column_that_must_hold_the_measures_is_guessed_and_told_as_a_doubt() -> None:
    rows = ["Krav;Grepp vi tar;Vem;När;Uppföljning", "Tid ska finnas;Tiden läggs i schemat;Anna Ek;maj 2027;årligen"]
    draft = read("\n".join(rows))
    assert [action.measure for action in draft.actions] == ["Tiden läggs i schemat"]
    assert [(doubt.code, doubt.text) for doubt in draft.doubts] == [("heading-unknown", "Grepp vi tar")]


GUESSED = """Svar från Hjärtmottagningen

Brist: Handledaren och ST-läkaren har olika dagar.
Tanke: Schemat görs om så att de arbetar samma dagar.
Ansvarig: Enhetschefen
Klart: v. 40

Brist: Ingen plats vid ronden.
Tanke: Ronden flyttas till större rum.
Ansvarig: Anna Ek
Klart: omgående
"""


def test_a_label_that_must_hold_the_measures_is_guessed_and_told_as_a_doubt() -> None:
    draft = read(GUESSED)
    measures = ["Schemat görs om så att de arbetar samma dagar.", "Ronden flyttas till större rum."]
    assert [action.measure for action in draft.actions] == measures
    assert [(doubt.code, doubt.text) for doubt in draft.doubts] == [("heading-unknown", "Tanke")]


def test_no_label_is_guessed_where_nothing_tells_of_a_plan() -> None:
    with pytest.raises(IntakeRefused):
        read(GUESSED.replace("Brist:", "Lokal:").replace("Tanke:", "Föreläsning:"))


def test_no_table_of_courses_is_taken_for_a_plan() -> None:
    with pytest.raises(IntakeRefused):
        read("Kurs;Kursledare;Datum;Plats\nHjärtsvikt för nya;Anna Ek;2027-05-01;Sal 3\nEKG;Bo Lind;2027-06-01;Sal 4\n")


def test_a_function_and_a_name_in_columns_of_their_own_are_one_owner() -> None:
    rows = ["Åtgärd;Ansvarig funktion;Namn;Genomförs (datum)", "Ny plats;Sektionschef;Ove Lindén;2027-02-01"]
    action = read("\n".join(rows)).actions[0]
    assert [(owner.role, owner.name) for owner in action.responsible] == [("Sektionschef", "Ove Lindén")]
    assert (action.due.start, action.status) == (date(2027, 2, 1), "")


@pytest.mark.parametrize(
    "text",
    [
        "# Rapport\n\nAnsvarig: Anna Ek\nDatum: 2026-05-01\n\n## Resultat\n\nVi såg brister.\n\n## Uppföljning\n\nSker nästa år.\n",
        "| Kurs | Ansvarig | Datum | Mål | Uppföljning |\n|---|---|---|---|---|\n| Akut kirurgi | Anna Ek | 2027 | A1 | enkät |\n",
    ],
)
def test_what_is_no_plan_gives_no_action(text: str) -> None:
    with pytest.raises(IntakeRefused):
        read(text)
