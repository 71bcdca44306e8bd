"""Views saved by name, the columns chosen, and one line or two: what they show, and that they are found again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from json import dumps, loads
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from builders import TODAY, a_plan, many_actions
from followup.phrases.book import Phrases
from followup.present.rows import action_row
from followup.tui.arranging import Asked
from followup.tui.dialogs.columns import ColumnsDialog
from followup.tui.dialogs.dialog import Dialog
from followup.tui.dialogs.views import ViewsDialog
from followup.tui.grouping import GROUPS
from followup.tui.ordering import SORTS
from followup.tui.saved_views import LONGEST, SavedView, find_view, view_words, views_of, with_view
from followup.tui.widgets.action_words import two_lines
from followup.tui.widgets.columns import CHOSEN, Cells, columns_for, parted
from followup.tui.widgets.headed import Headed
from followup.tui.widgets.named_list import NamedList
from test_tui_register import HOSTILE, SIZES, open_house, screen_text, settle, the_list, the_room, toasts, write
from tui_desk import MemoryDesk

LANGUAGES = ["sv", "en"]
HIDDEN = st.frozensets(st.sampled_from(CHOSEN))
ASKED = st.builds(
    Asked, st.sampled_from(["", "rum", "status:pågår"]), st.sampled_from(SORTS), st.booleans(), st.sampled_from(GROUPS)
)
VIEWS = st.builds(SavedView, st.sampled_from(["Mina", "Mötet", "Sena i vår", "möte 2"]), ASKED, HIDDEN)
SAVED: dict[str, Any] = {
    "name": "Sena",
    "text": "försenad",
    "sort": "due",
    "reverse": True,
    "group": "area",
    "hidden": ["next"],
}


def a_desk(language: str = "sv", **kept: Any) -> MemoryDesk:
    """Give a desk that remembers the register so."""
    desk = MemoryDesk(a_plan(), language)
    desk.kept = {"tui": {"room": "register", "register": kept}}
    return desk


def kept(desk: MemoryDesk) -> dict[str, Any]:
    (rooms,) = desk.kept["tui"]["plans"].values()
    return dict(rooms["register"])


def head(pilot: Any) -> str:
    return screen_text(pilot).split("\n")[1]


async def press(pilot: Any, keys: str) -> None:
    await pilot.press(*keys.split())
    await settle(pilot)


# The values


@given(VIEWS)
def test_a_view_is_remembered_as_it_was(view: SavedView) -> None:
    assert views_of(loads(dumps([view.kept()]))) == (view,)


@given(st.text(max_size=60))
def test_any_name_can_be_shown_and_written_to_a_file(text: str) -> None:
    name = SavedView().named(text).name
    assert len(name) <= LONGEST
    assert name.encode().decode() == name == SavedView().named(name).name


@given(st.lists(VIEWS, max_size=6), VIEWS, st.sampled_from(["", "Mina", "borta"]))
def test_a_view_that_is_saved_is_found_and_no_name_stands_twice(
    views: list[SavedView], view: SavedView, before: str
) -> None:
    kept_views = with_view(views_of([one.kept() for one in views]), view, before)
    names = [one.name.casefold() for one in kept_views]
    assert find_view(kept_views, view.name.upper()) == view
    assert len(names) == len(set(names))


plain = st.none() | st.text(max_size=8) | st.integers() | st.lists(st.text(max_size=4) | st.none(), max_size=3)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["name", "text", "sort", "hidden", "group", "reverse"]), plain) | plain,
        max_size=4,
    )
    | plain
)
def test_a_spoiled_memory_gives_views_that_can_be_shown(spoiled: object) -> None:
    for view in views_of(spoiled):
        assert 0 < len(view.name) <= LONGEST
        assert view.asked.sort in SORTS
        assert view.hidden <= set(CHOSEN)
        assert all(view_words(view, Phrases(language)) for language in LANGUAGES)


# Saving and choosing


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_w_saves_what_is_looked_at_under_a_name_and_the_name_stands_above(
    language: str, size: tuple[int, int]
) -> None:
    desk = MemoryDesk(a_plan(), language)
    async with open_house(desk, size, "s v 2 enter slash r u m enter w") as pilot:
        assert isinstance(pilot.app.screen, ViewsDialog)
        assert ("Visas nu: rum" if language == "sv" else "Shown now: rum") in screen_text(pilot)
        await write(pilot, "view-name", "Rummen i vår")
        await press(pilot, "enter")
        assert "▤ Rummen i vår" in head(pilot)
        assert any("Rummen i vår" in said for said in toasts(pilot))
        (saved,) = kept(desk)["views"]
        assert saved == {
            "name": "Rummen i vår", "text": "rum", "sort": "due", "reverse": False, "group": "area", "hidden": [],
        }  # fmt: skip


async def test_what_is_saved_is_written_down_at_once_and_found_in_the_next_house() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="s w M i n a enter") as pilot:
        assert [one["name"] for one in kept(desk)["views"]] == ["Mina"]
        await press(pilot, "q")
    again = MemoryDesk(a_plan())
    again.kept = desk.kept
    async with open_house(again) as pilot:
        assert "▤ Mina" in head(pilot)
        assert the_list(pilot).sort == "due"


async def test_enter_shows_a_view_whole_filter_order_headings_and_columns() -> None:
    async with open_house(a_desk(views=[SAVED]), keys="w 2 enter") as pilot:
        rows = the_list(pilot)
        assert [rows.sort, rows.reverse, list(rows.ids)] == ["due", True, ["a1"]]
        assert "next" not in {column.field for column in rows.lines.columns}
        assert "A. Ledning och organisation  1" in screen_text(pilot)
        assert "försenad" in screen_text(pilot).split("\n")[2]
        assert "▤ Sena" in head(pilot)
        assert rows.has_focus


async def test_the_first_line_shows_everything_again() -> None:
    async with open_house(a_desk(views=[SAVED], view="Sena", **{**SAVED, "name": ""}), keys="w 1 enter") as pilot:
        rows = the_list(pilot)
        assert (rows.sort, len(rows.ids)) == ("", 13)
        assert "next" in {column.field for column in rows.lines.columns}
        assert "▤" not in head(pilot)
        assert len(screen_text(pilot).split("\n")) == 40
        assert not pilot.app.screen.query("FilterLine")


async def test_a_view_that_is_changed_says_so_and_lets_go_when_everything_is_shown() -> None:
    async with open_house(a_desk(views=[{"name": "Sorterad", "sort": "due"}]), keys="w 2 enter s") as pilot:
        assert "▤ Sorterad (ändrad)" in head(pilot)
        await press(pilot, "w 2 enter")
        assert "(ändrad)" not in head(pilot)
        assert "▤ Sorterad" in head(pilot)
        await press(pilot, " ".join("s" * (len(SORTS) - 1)))
        assert the_list(pilot).sort == ""
        assert "▤" not in head(pilot)


async def test_everything_too_can_have_a_name() -> None:
    async with open_house(a_desk(), keys="w A l l t enter") as pilot:
        assert "▤ Allt" in head(pilot)
        await press(pilot, "w 1 enter")
        assert "▤" not in head(pilot)


async def test_each_plan_has_its_own_views() -> None:
    plan = a_plan()
    other = replace(plan.plans["p1"], id="p2", key="akm", title="Handlingsplan", unit="Akutmottagningen Södra")
    desk = MemoryDesk(replace(plan, plans={**plan.plans, "p2": other}))
    async with open_house(desk, keys="s w M i n a enter") as pilot:
        assert "▤ Mina" in screen_text(pilot)
        await pilot.app.screen.choose_plan("p1")  # type: ignore[attr-defined]  # the house
        await settle(pilot)
        assert "▤" not in screen_text(pilot)
        await pilot.app.screen.choose_plan("")  # type: ignore[attr-defined]  # the house
        await settle(pilot)
        assert "▤ Mina" in screen_text(pilot)
        assert the_list(pilot).sort == "due"


async def test_a_name_that_is_taken_is_told_before_it_is_replaced() -> None:
    desk = a_desk(views=[SAVED])
    async with open_house(desk, keys="w tab") as pilot:
        await write(pilot, "view-name", "sena")
        assert "Ersätter den som finns: försenad" in screen_text(pilot)
        await press(pilot, "enter")
        assert [(one["name"], one["text"]) for one in kept(desk)["views"]] == [("sena", "")]


async def test_without_a_name_nothing_is_saved() -> None:
    desk = a_desk()
    async with open_house(desk, keys="w enter") as pilot:
        assert "Skriv ett namn." in screen_text(pilot)
        assert isinstance(pilot.app.screen, Dialog)


async def test_where_nothing_is_saved_the_name_can_be_written_at_once() -> None:
    async with open_house(a_desk(), keys="w") as pilot:
        assert pilot.app.screen.query_one(Input).has_focus


@pytest.mark.parametrize("language", LANGUAGES)
async def test_r_gives_a_view_another_name(language: str) -> None:
    desk = a_desk(language, views=[SAVED, {"name": "Andra"}], view="Sena", **{**SAVED, "name": ""})
    async with open_house(desk, keys="w r") as pilot:
        assert ("Nytt namn" if language == "sv" else "New name") in screen_text(pilot)
        await write(pilot, "view-name", "andra")
        await press(pilot, "enter")
        assert ("finns redan en vy" if language == "sv" else "already a view") in screen_text(pilot)
        await write(pilot, "view-name", "SENA i år")
        await press(pilot, "enter")
        assert [one["name"] for one in kept(desk)["views"]] == ["SENA i år", "Andra"]
        assert "▤ SENA i år" in head(pilot)


async def test_escape_leaves_a_renaming_and_then_the_dialog() -> None:
    desk = a_desk(views=[SAVED])
    async with open_house(desk, keys="w 2 r escape") as pilot:
        assert pilot.app.screen.query_one(NamedList).has_focus
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        assert [one.name for one in the_room(pilot)._views] == ["Sena"]


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_view_is_dropped_and_the_same_key_brings_it_back(key: str) -> None:
    desk = a_desk(views=[SAVED, {"name": "Andra"}], view="Sena", **{**SAVED, "name": ""})
    async with open_house(desk, keys=f"w {key}") as pilot:
        assert "tas bort; x igen" in screen_text(pilot)
        assert [one["name"] for one in kept(desk)["views"]] == ["Andra"]
        assert "▤" not in head(pilot)
        await press(pilot, "enter")
        assert "Vyn är borttagen" in screen_text(pilot)
        await press(pilot, key)
        assert [one["name"] for one in kept(desk)["views"]] == ["Sena", "Andra"]
        await press(pilot, f"{key} escape w")
        assert [name for name, _ in pilot.app.screen.query_one(NamedList).options] == ["", "Andra"]


async def test_what_is_nobodys_is_neither_renamed_nor_dropped() -> None:
    desk = a_desk(views=[SAVED])
    async with open_house(desk, keys="w home 1 r x") as pilot:
        assert pilot.app.screen.query_one(NamedList).has_focus
        assert "r Byt namn" not in screen_text(pilot)
        await press(pilot, "2")
        assert "r Byt namn" in screen_text(pilot)
        assert pilot.app.screen.query_one(NamedList).gone == set()


async def test_more_views_than_the_screen_has_lines_are_walked_through() -> None:
    many = [{"name": f"Vy {n}"} for n in range(40)]
    async with open_house(a_desk(views=many), (80, 24), "w") as pilot:
        await press(pilot, " ".join(["down"] * 35))
        assert "Vy 34" in screen_text(pilot)
        assert all(words in screen_text(pilot) for words in ("▴", "▾", "Spara som", "Esc Stäng"))
        await press(pilot, "enter")
        assert the_room(pilot)._view_name == "Vy 34"


@pytest.mark.parametrize("text", HOSTILE)
async def test_names_of_views_are_never_markup(text: str) -> None:
    async with open_house(a_desk(views=[SAVED]), keys="w tab") as pilot:
        await write(pilot, "view-name", text)
        await press(pilot, "enter w escape")
        assert len(pilot.app.screen_stack) == 1


# Columns


@given(st.integers(10, 260), st.integers(2, 14), HIDDEN, st.sampled_from(LANGUAGES))
def test_columns_left_out_are_never_shown_and_the_others_never_overlap(
    width: int, label: int, hidden: frozenset[str], language: str
) -> None:
    columns = columns_for(width, label, Cells(Phrases(language)).widths, hidden)
    fields = [column.field for column in columns]
    assert not hidden & set(fields)
    assert fields.count("text") == fields.count("label") == 1
    assert len(fields) == len(set(fields))
    assert "state" not in fields or not hidden & {"status", "mark"}
    for left, right in pairwise(columns):
        assert left.left + left.width + left.gap == right.left
    assert columns[-1].left + columns[-1].width <= max(width, label + 10)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [100, 120, 200])
@pytest.mark.parametrize("hidden", [{"responsible"}, {"next", "due"}, {"status", "mark"}])
def test_the_area_takes_the_place_that_others_leave(language: str, width: int, hidden: set[str]) -> None:
    fields = {column.field for column in columns_for(width, 3, Cells(Phrases(language)).widths, hidden)}
    assert fields - {"label", "text", "state", "status", "mark"} == {"area", "responsible", "due", "next"} - hidden


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "words"), [("sv", "Ansvarig"), ("en", "Responsible")])
async def test_c_chooses_columns_that_are_seen_at_once_and_remembered(
    language: str, words: str, size: tuple[int, int]
) -> None:
    desk = MemoryDesk(a_plan(), language)
    async with open_house(desk, size, "c") as pilot:
        assert f"[x]  {words}" in screen_text(pilot)
        await press(pilot, "down space")
        assert f"[ ]  {words}" in screen_text(pilot)
        assert "responsible" not in {column.field for column in the_list(pilot).lines.columns}
        await press(pilot, "enter q")
    assert kept(desk)["hidden"] == ["responsible"]
    again = MemoryDesk(a_plan(), language)
    again.kept = desk.kept
    async with open_house(again, size) as pilot:
        assert "responsible" not in {column.field for column in the_list(pilot).lines.columns}


async def test_a_number_and_a_click_tick_too_and_escape_brings_back_what_was() -> None:
    async with open_house(a_desk(), keys="c 3") as pilot:
        await pilot.click("#columns", offset=(5, 3))
        await settle(pilot)
        assert not {"due", "next"} & {column.field for column in the_list(pilot).lines.columns}
        await press(pilot, "escape")
        assert {"due", "next"} <= {column.field for column in the_list(pilot).lines.columns}


@pytest.mark.parametrize(("language", "words"), [("sv", "får inte plats"), ("en", "has no room")])
async def test_a_column_that_has_no_room_says_so(language: str, words: str) -> None:
    async with open_house(a_desk(language), (80, 24), "c") as pilot:
        assert isinstance(pilot.app.screen, ColumnsDialog)
        assert words in screen_text(pilot)
        await press(pilot, "2 4 5 6")
        assert words not in screen_text(pilot)


# One line or two


@given(st.integers(0, 40), st.lists(st.integers(0, 40), unique=True, max_size=8).map(sorted), st.integers(1, 3))
def test_every_line_is_a_part_of_one_thing_or_one_heading(things: int, firsts: list[int], tall: int) -> None:
    breaks = [(first, f"rubrik {first}") for first in firsts if first < things]
    lines = Headed(things, breaks, tall)
    assert len(lines) == things * tall + len(breaks)
    said = [lines.heading_at(line) or (lines.place_at(line), lines.part_at(line)) for line in range(len(lines))]
    assert [one for one in said if isinstance(one, str)] == [words for _, words in breaks]
    assert [one for one in said if not isinstance(one, str)] == [
        (n, part) for n in range(things) for part in range(tall)
    ]
    assert all(said[lines.line_of(place)] == (place, 0) for place in range(things))
    assert lines.place_at(len(lines)) is None


@given(st.text(alphabet="ab cd åé-日🏥", max_size=60).map(lambda text: " ".join(text.split())), st.integers(2, 30))
def test_a_text_in_two_parts_loses_nothing_but_the_blank_between(text: str, width: int) -> None:
    begun, rest = parted(text, width)
    assert " ".join(part for part in (begun, rest) if part).replace(" ", "") == text.replace(" ", "")
    assert (begun + rest == text) or f"{begun} {rest}" == text


def test_the_second_line_goes_on_where_the_first_ends_and_leads_to_the_measure() -> None:
    plan = a_plan()
    rows = {key: action_row(plan, action, TODAY, Phrases("sv")) for key, action in plan.actions.items()}
    row, rest, more = two_lines(rows["b1"], 20)
    assert (row.text, rest) == ("Varje", "utbildningsläkare ska ha en egen skrivplats.")
    assert more == "→ Rum 14 görs om till fyra platser."
    _, rest, more = two_lines(rows["d4"], 200)
    assert (rest, more) == ("", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_t_gives_each_action_two_lines_and_one_again(language: str, size: tuple[int, int]) -> None:
    desk = MemoryDesk(a_plan(), language)
    async with open_house(desk, size, "down t") as pilot:
        rows = the_list(pilot)
        lines = screen_text(pilot).split("\n")[3:9]
        assert " A1 " in lines[0]
        assert "→ Chefens" in lines[1]
        assert " A2 " in lines[2]
        assert lines[2].startswith("▌") and lines[3].startswith("▌")
        assert rows.current == "a2"
        await press(pilot, "t")
        assert " A2 " in screen_text(pilot).split("\n")[4]
        await press(pilot, "t q")
    assert kept(desk)["roomy"] is True
    again = MemoryDesk(a_plan(), language)
    again.kept = desk.kept
    async with open_house(again, size) as pilot:
        assert "→ Chefens" in screen_text(pilot)


async def test_a_click_on_either_line_points_at_its_action_also_under_headings() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="t v 2 enter") as pilot:
        for line, label in ((2, "A1"), (3, "A1"), (4, "A2"), (7, "A3"), (8, "A3"), (9, "B1")):
            await pilot.click("#actions", offset=(10, line))
            assert desk.now.actions[the_list(pilot).current].label == label


@pytest.mark.parametrize("grouped", ["", "v 2 enter"])
async def test_the_cursor_stays_whole_in_sight_wherever_it_goes(grouped: str) -> None:
    async with open_house(MemoryDesk(many_actions(60)), (80, 24), f"t {grouped}") as pilot:
        rows = the_list(pilot)
        for key in ("G", "up", "pageup", "pageup", "down", "g", "pagedown", "n", "t", "t"):
            await press(pilot, key)
            line = rows._headed.line_of(rows.cursor)
            assert rows.scroll_offset.y <= line
            assert line + rows._tall <= rows.scroll_offset.y + rows.size.height - 1


async def test_only_actions_in_sight_are_ever_made_into_lines() -> None:
    async with open_house(MemoryDesk(many_actions(1500)), (80, 24), "t") as pilot:
        rows = the_list(pilot)
        rows.lines._rows.clear()
        await press(pilot, "pagedown end pageup")
        assert len(rows.lines._rows) < 4 * rows.size.height


async def test_what_a_key_does_is_wrapped_beside_it_in_the_sheet() -> None:
    async with open_house(MemoryDesk(a_plan()), (80, 24), "question_mark") as pilot:
        lines = screen_text(pilot).split("\n")
        first = next(n for n, line in enumerate(lines) if "Ge en status, med" in line)
        assert lines[first].index("Ge en") == lines[first + 1].index("kommentar och dag")


@pytest.mark.parametrize(
    ("language", "words"), [("sv", ("Vyer", "sparad vy", "kolumner")), ("en", ("Views", "saved view", "columns"))]
)
async def test_the_bar_and_the_sheet_of_keys_tell_of_it(language: str, words: tuple[str, ...]) -> None:
    async with open_house(MemoryDesk(a_plan(), language)) as pilot:
        assert words[0] in screen_text(pilot).split("\n")[-1]
        await press(pilot, "question_mark")
        text = " ".join(screen_text(pilot).split())
        assert words[1] in text and words[2] in text


@pytest.mark.parametrize(
    ("language", "replaced", "back"),
    [("sv", "är ersatt", "Vyerna är som de var."), ("en", "is replaced", "The views are as they were.")],
)
async def test_a_view_that_was_replaced_by_its_name_comes_back_with_u(language: str, replaced: str, back: str) -> None:
    desk = a_desk(language, views=[SAVED])
    async with open_house(desk, (80, 24), "w tab") as pilot:
        await write(pilot, "view-name", "sena")
        await press(pilot, "enter")
        assert any(replaced in said for said in toasts(pilot))
        assert kept(desk)["views"] != [SAVED]
        await press(pilot, "w u")
        assert back in toasts(pilot)
        assert kept(desk)["views"] == [SAVED]
        await press(pilot, "w u")
        assert kept(desk)["views"] != [SAVED]


async def test_where_no_view_has_changed_there_is_nothing_to_take_back() -> None:
    async with open_house(a_desk(views=[SAVED]), keys="w u") as pilot:
        assert isinstance(pilot.app.screen, ViewsDialog)
        assert "Ta tillbaka" not in screen_text(pilot)
