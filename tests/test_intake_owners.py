"""Owners as documents write them: role and name in either order, one or several, some without a name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.intake.documents import read_document
from followup.intake.owners.reading import read_owners

Told = tuple[str, str, bool]


def told(text: str) -> list[Told]:
    return [(owner.role, owner.name, owner.held) for owner in read_owners(text)[0]]


WRITTEN: list[tuple[str, list[Told]]] = [
    (
        "Apotekare Eva Ek Överläkare Bo Ås",
        [("Apotekare", "Eva Ek", False), ("Överläkare", "Bo Ås", False)],
    ),
    ("Överläkare Nils Nord, endoskopisektionen", [("Överläkare, endoskopisektionen", "Nils Nord", False)]),
    ("Director of Medical Education", [("Director of Medical Education", "", False)]),
    ("Dr Ann Lee, Head of Education", [("Head of Education", "Ann Lee", False)]),
    ("Chef för utbildning och forskning", [("Chef för utbildning och forskning", "", False)]),
    ("Chef för vårdutveckling och Anna Ek", [("Chef för vårdutveckling", "", False), ("", "Anna Ek", False)]),
    ("överläkare Anna Ek, avd 51", [("överläkare, avd 51", "Anna Ek", False)]),
    ("Enhetschef IVA", [("Enhetschef IVA", "", False)]),
    ("AE/BB", [("", "AE", False), ("", "BB", False)]),
    ("Verksamhetschef (VC) Anna Ek", [("Verksamhetschef (VC)", "Anna Ek", False)]),
    ("Verksamhetschef (vakant), t.f. Anna Ek", [("Verksamhetschef", "Anna Ek", False)]),
    ("Enhetschefer vid respektive mottagning", [("Enhetschefer vid respektive mottagning", "", False)]),
    ("Anna Ek, studierektor", [("studierektor", "Anna Ek", False)]),
    ("Eva Ny (operationschef)", [("operationschef", "Eva Ny", False)]),
    ("Enhetschef Tor Vik", [("Enhetschef", "Tor Vik", False)]),
    ("Ingenjör Bo Frank", [("Ingenjör", "Bo Frank", False)]),
    ("UAO Birgit Søe", [("UAO", "Birgit Søe", False)]),
    ("Schemaansv. Kim Öhrn", [("Schemaansv.", "Kim Öhrn", False)]),
    ("Enhetschef på avd. 12, Eva Sten", [("Enhetschef på avd. 12", "Eva Sten", False)]),
    ("Anna Ek studierektor", [("studierektor", "Anna Ek", False)]),
    ("Studierektor Anna Ek", [("Studierektor", "Anna Ek", False)]),
    ("Studierektor: Anna Ek", [("Studierektor", "Anna Ek", False)]),
    ("Anna Ek (studierektor)", [("studierektor", "Anna Ek", False)]),
    ("Studierektor (Anna Ek)", [("Studierektor", "Anna Ek", False)]),
    ("Anna Ek – studierektor", [("studierektor", "Anna Ek", False)]),
    ("Anna Ek, studierektor och handledare", [("studierektor och handledare", "Anna Ek", False)]),
    ("NN, studierektor och handledare", [("studierektor och handledare", "NN", False)]),
    (
        "Verksamhetschef, för närvarande Anna Ek . Bo Lind, sektionschef.",
        [("Verksamhetschef", "Anna Ek", True), ("sektionschef", "Bo Lind", False)],
    ),
    (
        "Bo Lind, studierektor och handledare, Verksamhetschef, för närvarande Anna Ek-Ström.",
        [("studierektor och handledare", "Bo Lind", False), ("Verksamhetschef", "Anna Ek-Ström", True)],
    ),
    (
        "Bo Lind studierektor. Verksamhetschef, för närvarande Anna Ek. Cia Ros, sektionschef.",
        [("studierektor", "Bo Lind", False), ("Verksamhetschef", "Anna Ek", True), ("sektionschef", "Cia Ros", False)],
    ),
    ("Verksamhetschef (f.n. Anna Ek)", [("Verksamhetschef", "Anna Ek", True)]),
    ("nuvarande studierektor Anna Ek", [("studierektor", "Anna Ek", True)]),
    (
        "Verksamhetschef, f.n. Bo Lind, och studierektor Anna Ek.",
        [("Verksamhetschef", "Bo Lind", True), ("studierektor", "Anna Ek", False)],
    ),
    ("t.f. verksamhetschef Karin Öst", [("t.f. verksamhetschef", "Karin Öst", False)]),
    ("K. Öst, bitr. chef", [("bitr. chef", "K. Öst", False)]),
    ("Per-Åke Ö. Lund", [("", "Per-Åke Ö. Lund", False)]),
    ("José García-Ek, ST-läkare", [("ST-läkare", "José García-Ek", False)]),
    ("Klinikchef Per af Ugglas", [("Klinikchef", "Per af Ugglas", False)]),
    ("Dr. Karin Öst", [("", "Karin Öst", False)]),
    ("Anna Ek (AE), studierektor", [("studierektor", "Anna Ek", False)]),
    ("Utbildningsansvarig läkare (UAL) Per Holm", [("Utbildningsansvarig läkare (UAL)", "Per Holm", False)]),
    ("Anna Ek, överläkare, studierektor", [("överläkare, studierektor", "Anna Ek", False)]),
    ("samtliga handledare", [("samtliga handledare", "", False)]),
    ("Respektive handledare", [("Respektive handledare", "", False)]),
    ("Anna Ek, respektive Bo Lind", [("", "Anna Ek", False), ("", "Bo Lind", False)]),
    ("Estates; Anna Ek", [("Estates", "", False), ("", "Anna Ek", False)]),
    ("ST-läkarna", [("ST-läkarna", "", False)]),
    ("HR", [("HR", "", False)]),
    ("Studierektor vid Norra kliniken", [("Studierektor vid Norra kliniken", "", False)]),
    ("VC/SR", [("VC", "", False), ("SR", "", False)]),
    ("Verksamhetschef och studierektor", [("Verksamhetschef", "", False), ("studierektor", "", False)]),
    ("Anna Ek och Bo Lind", [("", "Anna Ek", False), ("", "Bo Lind", False)]),
    ("Anna Ek/Bo Lind", [("", "Anna Ek", False), ("", "Bo Lind", False)]),
    ("Anna Ek, Bo Lind och Cia Ros", [("", "Anna Ek", False), ("", "Bo Lind", False), ("", "Cia Ros", False)]),
    ("• Anna Ek\n• Bo Lind", [("", "Anna Ek", False), ("", "Bo Lind", False)]),
    (
        "Anna Ek\nStudierektor\nBo Lind\nSektionschef",
        [("Studierektor", "Anna Ek", False), ("Sektionschef", "Bo Lind", False)],
    ),
    ("studierektor,\nAnna Ek", [("studierektor", "Anna Ek", False)]),
    (
        "Anna Ek, studierektor, Bo Lind, sektionschef",
        [("studierektor", "Anna Ek", False), ("sektionschef", "Bo Lind", False)],
    ),
    (
        "Studierektor Anna Ek, sektionschef Bo Lind",
        [("Studierektor", "Anna Ek", False), ("sektionschef", "Bo Lind", False)],
    ),
    (
        "Anna Ek, studierektor samt Bo Lind, sektionschef",
        [("studierektor", "Anna Ek", False), ("sektionschef", "Bo Lind", False)],
    ),
    (
        "Verksamhetschefen i samråd med studierektor Anna Ek",
        [("Verksamhetschefen", "", False), ("studierektor", "Anna Ek", False)],
    ),
    ("Anna", [("", "Anna", False)]),
    ("AE", [("", "AE", False)]),
    (
        "Head of department, currently Jane Doe; John Smith, educational supervisor",
        [("Head of department", "Jane Doe", True), ("educational supervisor", "John Smith", False)],
    ),
    ("Uddannelsesansvarlig overlæge Mette Holm", [("Uddannelsesansvarlig overlæge", "Mette Holm", False)]),
    ("Avdelningsleder Kari Nordmann", [("Avdelningsleder", "Kari Nordmann", False)]),
    ("Anna Ek <anna.ek@example.se>", [("", "Anna Ek", False)]),
    ("anna.ek@example.se", [("", "anna.ek@example.se", False)]),
    ("", []),
    ("–", []),
    ("?", []),
    ("vakant", []),
]


@pytest.mark.parametrize(("text", "owners"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_owners_are_read_as_written(text: str, owners: list[Told]) -> None:
    assert told(text) == owners


def test_two_single_names_with_a_comma_may_be_one_turned_around() -> None:
    assert [doubt.code for doubt in read_owners("Ek, Lind")[1]] == ["owner-unclear"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ek, Anna", [("", "Anna Ek", False)]),
        ("Rask, Ylva och Ros, Bo-Erik", [("", "Ylva Rask", False), ("", "Bo-Erik Ros", False)]),
        ("Studierektor Ek, Anna", [("Studierektor", "Anna Ek", False)]),
        ("Ek, Anna, studierektor", [("studierektor", "Anna Ek", False)]),
    ],
)
def test_a_surname_before_a_known_first_name_is_one_person_turned_around(text: str, owners: list[Told]) -> None:
    assert told(text) == owners
    assert read_owners(text)[1] == ()


@given(st.text(max_size=120))
def test_no_text_at_all_makes_the_grammar_fail(text: str) -> None:
    owners, doubts = read_owners(text)
    assert all(owner.role or owner.name for owner in owners)
    assert all(doubt.code == "owner-unclear" for doubt in doubts)


NAMES = st.sampled_from(["Anna Ek", "Bo Lind-Ås", "K. Öst", "Per af Ugglas", "Åsa Édel Ros"])
ROLES = st.sampled_from(["studierektor", "sektionschef", "t.f. verksamhetschef", "bitr. chef", "ST-läkare"])


@given(
    st.lists(st.tuples(NAMES, ROLES), min_size=1, max_size=4, unique_by=lambda pair: pair[0]),
    st.sampled_from([". ", "; ", "\n", ", "]),
)
def test_people_with_their_roles_are_found_whatever_parts_them(pairs: list[tuple[str, str]], between: str) -> None:
    written = between.join(f"{name}, {role}" for name, role in pairs)
    assert told(written) == [(role, name, False) for name, role in pairs]


HABIT = """Åtgärd;Ansvarig;Klart;Följs upp av
Ny rutin;Ek Anna;2027-01-01;Lund Per
Ny lokal;Strand Bo, Berg Karin;2027-02-01;Ek Anna
Ny tid;Zahir Noomi;2027-03-01;Lund Per, studierektor
"""


def names_in(table: str) -> list[str]:
    actions = read_document("names.csv", table.encode(), date(2026, 9, 1)).actions
    return [owner.name for action in actions for owner in (*action.responsible, *action.follow_up_responsible)]


def test_names_are_turned_where_the_document_writes_the_surname_first() -> None:
    turned = ["Anna Ek", "Per Lund", "Bo Strand", "Karin Berg", "Anna Ek", "Noomi Zahir", "Per Lund"]
    assert names_in(HABIT) == turned


def test_one_name_that_seems_turned_is_left_as_it_is_written() -> None:
    straight = HABIT.replace("Ek Anna", "Anna Ek").replace("Lund Per", "Per Lund").replace("Berg Karin", "Karin Berg")
    assert "Strand Bo" in names_in(straight)
