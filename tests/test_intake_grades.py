"""The grade of an area is read where the document states one: in a column, in the area's heading, or on a line under it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.intake.documents import read_document
from followup.intake.grades import grade_of, split_grade

DAY = date(2026, 3, 2)
GRADES = st.sampled_from(["A", "B", "C", "D", "2", "uppfyllt", "delvis uppfyllt"])


def grades(text: str, name: str = "plan.txt") -> list[tuple[str, str, str]]:
    found = read_document(name, text.encode(), DAY).actions
    return [(one.area_code, one.area_name, one.area_grade) for one in found]


LINES = """
Handlingsplan

A. Organisation{heading}
{line}
Åtgärd: Utse en huvudhandledare för varje ST-läkare
Klart senast: maj 2027
Ansvarig: Verksamhetschef
"""


@pytest.mark.parametrize(
    "said",
    [
        " (gradering C)", ", gradering: C", " – betyg C", " (Bedömning: C)", " [SPUR-gradering C]", " (grade C)",
        " (Gradering: C)", " (SPUR gradering: C)", " – granskarnas gradering C", "; bedömning: C",
    ],
)  # fmt: skip
def test_a_grade_in_an_areas_heading_is_no_part_of_its_name(said: str) -> None:
    assert grades(LINES.format(heading=said, line="")) == [("A", "Organisation", "C")]


@pytest.mark.parametrize("line", ["Gradering: C", "Betyg: C", "SPUR-gradering: C", "Grade: C"])
def test_a_grade_on_a_line_under_the_heading_is_the_areas(line: str) -> None:
    assert grades(LINES.format(heading="", line=line)) == [("A", "Organisation", "C")]


def test_a_column_of_grades_goes_to_the_areas() -> None:
    table = "Område;Gradering;Åtgärd;Klart senast\nA. Organisation;C;Utse en handledare;maj 2027\n"
    table += "B. Lokaler;Delvis uppfyllt;Ordna en arbetsplats;juni 2027\n"
    assert grades(table, "plan.csv") == [("A", "Organisation", "C"), ("B", "Lokaler", "Delvis uppfyllt")]


@pytest.mark.parametrize(
    "name",
    [
        "Handledning och bedömning", "Bedömning av kompetens", "Organisation A", "Betyg och intyg", "Gradering av skador",
        "Handledning och bedömning: A", "Bedömning: 3", "Verksamhet (tidigare gradering B)", "Verksamhet (ej gradering B)", "Verksamhet (gradering: –)", "Kursbetyg A", "Vitamin A",
        "Verksamhet (gradering: anges av granskarna vid nästa besök)",
    ],
)  # fmt: skip
def test_what_only_speaks_of_grades_is_a_name(name: str) -> None:
    assert grades(LINES.format(heading="", line="").replace("Organisation", name)) == [("A", name, "")]


@pytest.mark.parametrize(
    "said",
    [
        "Gradering: Enligt granskarna når kliniken inte upp till kravet på handledning i någon del.",
        "Gradering:\nHandledning saknas för flera ST-läkare på kliniken.",
        "Gradering: B (mindre brister i handledningen)",
    ],
)
def test_what_is_more_than_a_grade_is_kept_as_text(said: str) -> None:
    (one,) = read_document("plan.txt", LINES.format(heading="", line=said).encode(), DAY).actions
    assert (one.area_grade, one.area_name) == ("", "Organisation")
    assert said.split(":", 1)[1].strip() in f"{one.requirement} {one.measure}"


@pytest.mark.parametrize("head", ["Gradering och brist", "Gradering med kommentar", "Betyg före", "Gradering av risk"])
def test_a_column_that_tells_more_than_a_grade_is_no_column_of_grades(head: str) -> None:
    table = f"Område;{head};Åtgärd;Klart senast\nA. Organisation;C;Utse en handledare;maj 2027\n"
    assert grades(table, "plan.csv") == [("A", "Organisation", "")]


@pytest.mark.parametrize("cell", ["Se protokoll", "Handledare saknas", "Hög", "___", "Ej aktuellt", "B/C"])
def test_what_is_no_judgement_in_a_column_of_grades_is_no_grade(cell: str) -> None:
    table = f"Område;Gradering;Åtgärd;Klart senast\nA. Organisation;{cell};Utse en handledare;maj 2027\n"
    assert grades(table, "plan.csv") == [("A", "Organisation", "")]


def test_a_grade_on_the_line_above_its_area_is_not_that_of_the_area_before() -> None:
    block = "Gradering: {}\nOmråde: {}\nÅtgärd: Utse en handledare {}\nKlart senast: maj 2027\nAnsvarig: Verksamhetschef\n\n"
    text = "Handlingsplan\n\n" + block.format("B", "A. Organisation", 1) + block.format("C", "B. Lokaler", 2)
    assert grades(text) == [("A", "Organisation", "B"), ("B", "Lokaler", "C")]


@pytest.mark.parametrize(
    ("cell", "grade"),
    [("B.", "B"), ("Delvis\nuppfyllt", "Delvis uppfyllt"), ("Ej godkänt", "Ej godkänt"), ("II", "II"), ("", "")],
)
def test_a_grade_is_taken_without_its_full_stop_and_on_one_line(cell: str, grade: str) -> None:
    assert grade_of(cell) == grade


@given(st.from_regex(r"[A-H]\. [A-ZÅÄÖ][a-zåäö]{2,12}", fullmatch=True), GRADES)
def test_a_grade_in_brackets_comes_off_an_areas_words(area: str, grade: str) -> None:
    assert split_grade(f"{area} (gradering: {grade})") == (area, grade)
    assert split_grade(area) == (area, "")
