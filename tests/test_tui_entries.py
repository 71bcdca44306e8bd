"""Headings that tell something: in columns where there is room, and never wider than the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from followup.tui.widgets.columns import in_columns
from followup.tui.widgets.entries import Entry, Sides, heading_parts

WORDS = st.text("abcåäö日本 .", max_size=40)
HEADINGS = st.lists(st.builds(Entry, st.just(""), st.just(""), WORDS, WORDS, WORDS, heading=st.just(True)), min_size=1)


def a_heading(text: str, middle: str, right: str) -> Entry:
    return Entry("", "", text, middle, right, heading=True)


def told(entries: list[Entry], width: int) -> list[str]:
    sides = Sides.of(entries)
    return ["".join(heading_parts(one, sides, width)) for one in entries]


AREAS = [a_heading("A. Ledning", "! 1 sen", "1 av 2  C  ━━"), a_heading("B. Handledare och mer", "", "0 av 1  D  ──")]


@given(HEADINGS, st.integers(20, 200))
def test_with_room_for_all_each_part_stands_under_the_same_part(entries: list[Entry], width: int) -> None:
    sides = Sides.of(entries)
    parts = [heading_parts(one, sides, width) for one in entries if one.right]
    if sides.heading[-1] > 5 and sum(sides.heading) + 4 <= width:
        assert len({(cell_len(text), cell_len(middle)) for text, middle, _ in parts}) <= 1
        assert all(sum(map(cell_len, three)) <= width for three in parts)


@given(HEADINGS, st.integers(20, 200))
def test_what_is_told_is_cut_where_it_does_not_fit_and_what_is_urgent_is_not(entries: list[Entry], width: int) -> None:
    sides = Sides.of(entries)
    for one in entries:
        text, middle, right = heading_parts(one, sides, width)
        assert one.middle in middle
        assert cell_len(right) <= max(width - cell_len(text) - cell_len(middle), 2)


def test_there_are_columns_where_there_is_room_and_the_same_end_where_there_is_less() -> None:
    assert told(AREAS, 60) == [
        "A. Ledning             ! 1 sen  1 av 2  C  ━━",
        "B. Handledare och mer           0 av 1  D  ──",
    ]
    assert told(AREAS, 40) == [
        "A. Ledning  ! 1 sen        1 av 2  C  ━━",
        "B. Handledare och mer      0 av 1  D  ──",
    ]


def test_what_is_told_in_different_lengths_stands_close_behind_where_there_are_no_columns() -> None:
    uneven = [AREAS[0], a_heading("B. Handledare och mer", "", "tre att göra, en att följa upp")]
    assert told(uneven, 40)[0] == "A. Ledning  ! 1 sen  1 av 2  C  ━━"


def test_a_mere_count_stays_close_behind_its_heading() -> None:
    assert told([a_heading("Nya", "", "1"), a_heading("Ändrade och flyttade", "", "2")], 60)[0] == "Nya  1"


def test_rows_become_columns_and_a_part_that_no_row_has_takes_no_room() -> None:
    assert in_columns([("1 av 2", "", "━"), ("10 av 12", "", "─")]) == ["1 av 2    ━", "10 av 12  ─"]
