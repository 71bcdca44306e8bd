"""The register under headings, and what it finds again the next time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TODAY, a_plan, many_actions
from followup.desk.memory import MOST, Memory
from followup.domain.query import parse
from followup.domain.searching import Searched
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.tui.arranging import Asked, asked_of
from followup.tui.grouping import GROUPS, grouped
from followup.tui.ordering import SORTS, arranged
from followup.tui.widgets.headed import Headed
from test_tui_register import open_house, screen_text, settle, the_list, the_room
from tui_desk import MemoryDesk

BREAKS = st.lists(st.integers(0, 40), unique=True, max_size=8).map(sorted)


@given(st.integers(0, 40), BREAKS)
def test_every_line_is_one_thing_or_one_heading(things: int, firsts: list[int]) -> None:
    breaks = [(first, f"rubrik {first}") for first in firsts if first < things]
    lines = Headed(things, breaks)
    assert len(lines) == things + len(breaks)
    said = [lines.heading_at(line) or lines.place_at(line) for line in range(len(lines))]
    assert [one for one in said if isinstance(one, str)] == [words for _, words in breaks]
    assert [one for one in said if isinstance(one, int)] == list(range(things))
    assert all(lines.place_at(lines.line_of(place)) == place for place in range(things))
    assert all(said[lines.line_of(first) - 1] == words for first, words in breaks)
    assert lines.place_at(len(lines)) is None


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("by", GROUPS)
@pytest.mark.parametrize("sort", ["", "due"])
def test_groups_hold_every_action_once_in_the_order_it_had(by: str, sort: str, language: str) -> None:
    searched = Searched(a_plan(), TODAY)
    ids = arranged(searched, parse("-rum"), sort, reverse=False)
    shown, breaks = grouped(searched, ids, by, Phrases(language))
    assert sorted(shown) == sorted(ids)
    edges = [*(first for first, _ in breaks), len(shown)]
    for first, last in pairwise(edges):
        places = [ids.index(one) for one in shown[first:last]]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("area", "A. Ledning och organisation  3"),
        ("responsible", "Tove Ahlqvist  1"),
        ("status", "Pågår  2"),
        ("month", "Oktober 2026  1"),
    ],
)
async def test_v_groups_the_list_under_headings(by: str, words: str) -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys=f"down down v {GROUPS.index(by) + 1} enter") as pilot:
        assert words in screen_text(pilot)
        rows = the_list(pilot)
        assert rows.current == "a3"
        seen = {rows.current}
        for key in ("home", *["down"] * 12):
            await pilot.press(key)
            seen.add(rows.current)
        assert len(seen) == 13


async def test_a_click_points_at_the_action_on_the_line_and_never_at_a_heading() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="v 2 enter") as pilot:
        rows = the_list(pilot)
        for line, label in ((4, "A3"), (5, "A3"), (6, "B1"), (1, "B1")):
            await pilot.click("#actions", offset=(10, line))
            assert desk.now.actions[rows.current].label == label


async def test_the_heading_above_the_first_action_comes_into_sight_with_it() -> None:
    async with open_house(MemoryDesk(many_actions(100)), (80, 24), "v 2 enter G g") as pilot:
        assert the_list(pilot).scroll_offset.y == 0
        assert "A. Ledning" in screen_text(pilot)


async def test_what_was_open_is_found_again() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="s v 4 enter slash") as pilot:
        await pilot.press(*"rum", "enter")
        await settle(pilot)
        shown = list(the_list(pilot).ids)
        await pilot.press("5", "q")
    again = MemoryDesk(a_plan())
    again.kept = desk.kept
    async with open_house(again, room="") as pilot:
        assert "Årshjul" in screen_text(pilot)
        assert pilot.app.screen.query_one("#room-year").display
        await pilot.press("2")
        await settle(pilot)
        assert list(the_list(pilot).ids) == shown
        assert (the_list(pilot).sort, the_room(pilot)._asked.group) == ("due", "status")
        await pilot.press("escape")
        await settle(pilot)
        assert len(the_list(pilot).ids) == 13


@given(st.text(max_size=6), st.sampled_from(SORTS), st.booleans(), st.sampled_from(GROUPS))
def test_what_is_remembered_is_asked_for_again(text: str, sort: str, reverse: bool, group: str) -> None:
    asked = Asked(text, sort, reverse, group)
    again = asked_of(asked.kept())
    assert again == asked or again == Asked("", sort, reverse, group)


@given(
    st.dictionaries(st.sampled_from(["text", "sort", "reverse", "group", "x"]), st.none() | st.text() | st.integers())
)
def test_what_was_never_kept_is_never_asked_for(kept: dict[str, object]) -> None:
    asked = asked_of(kept)
    assert asked.sort in SORTS
    assert asked.group in GROUPS


def test_each_database_has_its_own_memory_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    file = str(tmp_path / "made" / "settings.toml")
    rooms = [Memory(Settings(f"{n}.db", "sv", file=file)) for n in range(MOST + 2)]
    for n, memory in enumerate(rooms):
        memory.remember("tui", {"room": n})
    assert [memory.remembered("tui") for memory in rooms] == [None, None, *({"room": n} for n in range(2, MOST + 2))]
    assert "0.db" not in (tmp_path / "made" / "state.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}', "\x00"])
def test_a_spoiled_memory_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text, encoding="utf-8")
    memory = Memory(Settings("a.db", "sv", file=str(tmp_path / "settings.toml")))
    assert memory.remembered("tui") is None
    memory.remember("tui", 1)
    assert memory.remembered("tui") == 1


def test_where_nothing_can_be_written_nothing_is_remembered() -> None:
    for file in ("", "/proc/nowhere/settings.toml"):
        memory = Memory(Settings("a.db", "sv", file=file))
        memory.remember("tui", 1)
        assert memory.remembered("tui") is None
