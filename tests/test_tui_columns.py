"""What a list has room for: which columns at which width, dates that are short together, and a card that wraps once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from builders import a_month, a_plan, an_action
from followup.domain.actions import Status
from followup.domain.dates import Kind, When
from followup.phrases.book import Phrases
from followup.present.card import Line, action_card
from followup.present.dates import shortest_when_words, shortest_window_words
from followup.tui.clean import clean
from followup.tui.widgets.card_text import card_content
from followup.tui.widgets.columns import Cells, columns_for, fitted, parted
from test_tui_register import open_house, screen_text, the_list
from tui_desk import MemoryDesk

LANGUAGES = ["sv", "en"]
ASKED = {"label", "text", "responsible", "due", "next", "state"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 34), (120, 40), (200, 60)])
async def test_the_list_shows_what_is_asked_of_it_with_the_card_in_sight(language: str, size: tuple[int, int]) -> None:
    """Label, requirement, responsible, due, next follow-up and status stand there together, whole, beside the card."""
    async with open_house(MemoryDesk(a_plan(), language), size) as pilot:
        rows = the_list(pilot)
        fields = {column.field for column in rows.lines.columns}
        assert fields >= ASKED
        assert rows.lines.columns[-1].left + rows.lines.columns[-1].width < rows.size.width
        assert pilot.app.screen.query_one("#card").region.height > 3
        months = "Okt 2026" if language == "sv" else "Oct 2026"
        assert size[0] > 140 or months in screen_text(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", [2, 3, 8, 14])
def test_columns_never_overlap_nor_leave_the_list(language: str, label: int) -> None:
    widths = Cells(Phrases(language)).widths
    for width in range(20, 260):
        columns = columns_for(width, label, widths)
        for left, right in pairwise(columns):
            assert left.left + left.width + left.gap == right.left
        assert columns[-1].left + columns[-1].width <= max(width, label + 10)


@given(st.text(max_size=40), st.integers(1, 30))
def test_a_cell_is_as_wide_as_it_is_told_to_be_also_when_it_is_cleaned(text: str, width: int) -> None:
    """What the last door puts in the place of a control character takes a cell, and is measured as one."""
    assert cell_len(clean(fitted(text, width))) == width
    begun, rest = parted(text, width)
    assert cell_len(clean(begun)) <= width
    assert clean(rest) == rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_and_every_word_for_urgency_fits_its_column(language: str) -> None:
    phrases = Phrases(language)
    widths = Cells(phrases).widths
    words = [phrases(f"status.{one}") for one in Status]
    short = [phrases(f"tui.mark_short.{one}") for one in ("late", "soon", "follow_up_late", "follow_up_due")]
    assert all(cell_len(word) + 2 <= widths["state"] for word in (*words, *short))


@pytest.mark.parametrize(
    ("when", "swedish", "english"),
    [
        (a_month(2026, 5, "Maj 2026"), "Maj 2026", "May 2026"),
        (a_month(2026, 12, "december 2026"), "dec 2026", "Dec 2026"),
        (When.on(date(2026, 5, 29), "29 maj 2026"), "2026-05-29", "2026-05-29"),
        (When(Kind.TERM, date(2026, 7, 1), date(2026, 12, 31), "HT 2026"), "HT 2026", "HT 2026"),
        (When(Kind.TERM, date(2026, 7, 1), date(2026, 12, 31), "höstterminen 2026"), "HT 2026", "aut. 2026"),
        (When(Kind.TERM, date(2027, 1, 1), date(2027, 6, 30), "spring term 2027"), "VT 2027", "spr. 2027"),
        (When(Kind.TERM, date(2027, 1, 1), date(2027, 2, 28), "början av VT 2027"), *["början av VT 2027"] * 2),
        (When.open_ended("Snarast"), "Snarast", "Snarast"),
        (When.no_date(), "", ""),
    ],
)
def test_a_date_in_a_narrow_column(when: When, swedish: str, english: str) -> None:
    said = [shortest_when_words(when, Phrases(language)) for language in LANGUAGES]
    assert said == [swedish, english]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_window_in_a_narrow_column_says_when_it_ends(language: str) -> None:
    phrases = Phrases(language)
    april = shortest_window_words(date(2027, 4, 1), date(2027, 4, 30), phrases)
    spring = shortest_window_words(date(2027, 1, 1), date(2027, 4, 30), phrases)
    assert spring == f"–{april}"
    assert cell_len(spring) <= 11
    assert shortest_window_words(date(2027, 4, 3), date(2027, 4, 3), phrases) == "2027-04-03"
    assert shortest_window_words(date(2027, 4, 3), date(2027, 4, 9), phrases) == "–2027-04-09"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [29, 40, 48, 70, 96])
def test_no_line_of_a_card_is_wider_than_the_card(language: str, width: int) -> None:
    plan = a_plan()
    for action in plan.actions.values():
        card = action_card(plan, action, date(2026, 5, 12), Phrases(language))
        assert all(line.cell_length <= width for line in card_content(card, (), width, Phrases(language)).split("\n"))


def test_a_narrow_card_names_a_thing_on_the_line_where_it_begins() -> None:
    plan, phrases = a_plan(), Phrases("sv")
    card = replace(
        action_card(plan, an_action(), date(2026, 5, 12), phrases), lines=(Line("due", "", "maj 2026 och så vidare"),)
    )
    lines = card_content(card, None, 26, phrases).plain.split("\n")
    assert "Klart senast  maj 2026 och" in lines
    assert "  så vidare" in lines


@pytest.mark.parametrize("height", [24, 28, 34, 50])
async def test_the_card_is_wrapped_once_whether_it_scrolls_or_not(height: int) -> None:
    """What the card's text was wrapped for is what it is shown in: no word of a line is left alone on the next."""
    async with open_house(MemoryDesk(a_plan()), (120, height)) as pilot:
        text = pilot.app.screen.query_one("#card-text")
        said = card_content(
            action_card(a_plan(), a_plan().actions["a1"], date(2026, 5, 12), Phrases("sv")),
            None,
            text.size.width,
            Phrases("sv"),
        )
        assert text.size.height == len(said.split("\n"))
