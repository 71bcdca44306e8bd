"""The grade of an area is read where the document states one: in a column, in the area's heading, or on a line under it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.intake.documents import read_document
from followup.intake.grades import is_grade, split_grade, with_grade

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
    [" (gradering C)", ", gradering: C", " – betyg C", " (Bedömning: C)", " [SPUR-gradering C]", " (grade C)"],
)
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
    ["Handledning och bedömning", "Bedömning av kompetens", "Organisation A", "Betyg och intyg", "Gradering av skador"],
)
def test_what_only_speaks_of_grades_is_a_name(name: str) -> None:
    assert grades(LINES.format(heading="", line="").replace("Organisation", name)) == [("A", name, "")]


def test_a_sentence_about_grading_is_no_grade() -> None:
    said = "Gradering: Enligt granskarna når kliniken inte upp till kravet på handledning i någon del."
    assert grades(LINES.format(heading="", line=said)) == [("A", "Organisation", "")]


@given(st.from_regex(r"[A-H]\. [A-ZÅÄÖ][a-zåäö]{2,12}", fullmatch=True), GRADES, GRADES)
def test_a_grade_that_is_put_beside_an_area_comes_off_it_again_the_last_one_alone(
    area: str, first: str, last: str
) -> None:
    assert split_grade(with_grade(with_grade(area, first), last)) == (area, last)
    assert is_grade(last)
