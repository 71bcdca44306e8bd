"""The other rooms: what each shows, in both languages and three sizes, and the ways between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import TODAY, a_plan, an_action, many_actions
from followup.domain.actions import Result, Status
from followup.domain.commands import GradeArea, MoveTo, RecordRound
from followup.domain.dates import When
from followup.domain.snapshot import Snapshot
from followup.domain.when import read
from followup.phrases.book import Phrases
from followup.tui.dialogs.status import StatusDialog
from followup.tui.doors import DOORS
from followup.tui.house import House
from followup.tui.rooms.today import TodayRoom
from followup.tui.view import Read, View
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.entries import Entry
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.outline import Outline
from test_tui_register import HOSTILE, look, open_house, painted_strips, screen_text, settle, the_room, toasts
from tui_desk import MemoryDesk

SIZES = [(80, 24), (120, 40), (200, 60)]
OUTLINED = {"1": "today", "4": "people", "5": "year", "6": "areas", "8": "log"}


def a_desk(language: str = "sv") -> MemoryDesk:
    desk = MemoryDesk(a_plan(), language)
    desk.do(MoveTo("d3", Status.IN_PROGRESS, "Två nya saknar introduktion"))
    desk.do(RecordRound("d3", Result.PARTLY, "Listan finns men används inte"))
    return desk


SHOWN = {
    ("1", "sv"): ("Försenat", "Uppföljningar som väntar", "Inom en månad", "12 maj 2026"),
    ("1", "en"): ("Late", "Follow-ups that wait", "Within a month", "12 May 2026"),
    ("4", "sv"): ("Signe Åkerlund", "studierektor", "att följa upp"),
    ("4", "en"): ("Signe Åkerlund", "to follow up"),
    ("5", "sv"): ("Maj 2026", "Juli 2026       inget", "klart 29 maj"),
    ("5", "en"): ("May 2026", "July 2026       nothing", "due 29 May"),
    ("6", "sv"): ("A. Ledning och organisation", "klara", "━", "gradering C"),
    ("6", "en"): ("A. Ledning och organisation", "done", "━", "grade C"),
    ("8", "sv"): ("12 maj 2026", "Uppföljning av D3", "Avslutad → Pågår"),
    ("8", "en"): ("12 May 2026", "Follow-up of D3", "Closed → In progress"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "language"), list(SHOWN))
async def test_each_room_says_what_it_is_for(key: str, language: str, size: tuple[int, int]) -> None:
    async with open_house(a_desk(language), size, key) as pilot:
        text = screen_text(pilot)
        assert [words for words in SHOWN[key, language] if words not in text] == []


@pytest.mark.parametrize(("language", "words"), [("sv", ("klart", "uppf.")), ("en", ("due", "follow-up"))])
async def test_also_a_narrow_screen_says_what_is_late_of_an_action(language: str, words: tuple[str, str]) -> None:
    async with open_house(a_desk(language), (80, 24), "1") as pilot:
        lines = screen_text(pilot).split("\n")
        assert any(words[0] in line and " A1 " in line for line in lines)
        assert any(words[1] in line and " C2 " in line for line in lines)


async def test_every_door_has_a_key_and_a_name_in_the_bar() -> None:
    async with open_house(a_desk(), (120, 24)) as pilot:
        first = screen_text(pilot).split("\n")[0]
        for door in DOORS:
            await pilot.press(door.key)
            await settle(pilot)
            house = pilot.app.screen
            assert isinstance(house, House)
            assert house._here == door.name
            assert house._phrases(f"tui.room.{door.name}") in first
            if door.name == "import":
                await pilot.press("escape")
                await settle(pilot)


@pytest.mark.parametrize("key", OUTLINED)
async def test_the_cursor_walks_over_headings(key: str) -> None:
    async with open_house(a_desk(), (80, 24), key) as pilot:
        outline = pilot.app.screen.query_one(f"#room-{OUTLINED[key]} Outline", Outline)
        assert outline.has_focus
        for press in ("down", "up", "G", "pageup", "n", "p", "pagedown", "g", "j", "k", "end", "home"):
            await pilot.press(press)
            assert outline.entries[outline.cursor].target != ""


@pytest.mark.parametrize("key", OUTLINED)
async def test_enter_shows_the_action_whole_in_the_register(key: str) -> None:
    async with open_house(a_desk(), (80, 24), key) as pilot:
        target = pilot.app.screen.query_one(f"#room-{OUTLINED[key]} Outline", Outline).current
        await pilot.press("enter")
        await settle(pilot)
        assert the_room(pilot).has_class("opened")
        assert the_room(pilot)._list.current == target


async def test_an_action_is_worked_with_from_today() -> None:
    desk = a_desk()
    async with open_house(desk, keys="1 n m") as pilot:
        assert isinstance(pilot.app.screen, StatusDialog)
        await pilot.press("3", "enter")
        await settle(pilot)
        (asked,) = desk.asked[-1]
        assert isinstance(asked, MoveTo)
        assert asked.status is Status.DONE


async def test_the_log_and_today_follow_what_is_done_and_undone() -> None:
    desk = a_desk()
    async with open_house(desk, keys="8 u") as pilot:
        assert "Ångrat: uppföljning av D3" in screen_text(pilot)
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("G")
        assert "Ångrat: uppföljning av D3" in screen_text(pilot)


async def test_a_change_elsewhere_shows_in_the_room_that_is_open_and_in_the_others_when_visited() -> None:
    desk = a_desk()
    async with open_house(desk, keys="6 2 6") as pilot:
        new = an_action("n1", "A9", requirement="Ny åtgärd från ett annat fönster.")
        desk.now = replace(desk.now, revision=99, actions={**desk.now.actions, "n1": new})
        desk.news = True
        look(pilot)
        await settle(pilot)
        assert "Ny åtgärd från" in screen_text(pilot)
        await pilot.press("2", "G")
        await settle(pilot)
        assert "Ny åtgärd från" in screen_text(pilot)


@pytest.mark.parametrize("key", OUTLINED)
async def test_no_room_needs_an_action(key: str) -> None:
    async with open_house(MemoryDesk(Snapshot()), (80, 24), f"{key} down enter m f d u") as pilot:
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("key", OUTLINED)
@pytest.mark.parametrize("text", HOSTILE)
async def test_no_room_takes_peoples_words_for_markup_or_control(key: str, text: str) -> None:
    plan = a_plan()
    action = an_action(requirement=text, measure=text, status_note=text, triggers=(text,))
    people = {one: replace(person, name=text[:80]) for one, person in plan.people.items()}
    area = replace(plan.areas["omr-a"], name=text)
    hostile = replace(plan, actions={"a1": action}, areas={"omr-a": area}, people=people, rounds={})
    desk = MemoryDesk(hostile)
    desk.do(MoveTo("a1", Status.PAUSED, text))
    async with open_house(desk, (80, 24), key) as pilot:
        painted = "".join(segment.text for strip in painted_strips(pilot) for segment in strip)
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in painted)
        assert not set(painted) & set("\u202e\u202c\u2066\u2069\ud800")


@pytest.mark.parametrize("key", OUTLINED)
async def test_many_actions_are_gone_through_in_a_thread(key: str) -> None:
    async with open_house(MemoryDesk(many_actions(2500)), (80, 24), key) as pilot:
        await settle(pilot)
        outline = pilot.app.screen.query_one(f"#room-{OUTLINED[key]} Outline", Outline)
        assert key == "8" or len(outline.entries) > 100


@pytest.mark.parametrize(("language", "words"), [("sv", "Försenat"), ("en", "Late")])
async def test_it_opens_in_today(language: str, words: str) -> None:
    async with open_house(MemoryDesk(a_plan(), language), room="") as pilot:
        assert pilot.app.screen_stack[0]._here == "today"  # type: ignore[attr-defined]  # the house
        assert words in screen_text(pilot)
        assert pilot.app.screen.query_one(Outline).has_focus


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "words"), [("sv", "! 1 försenad"), ("en", "! 1 late")])
async def test_today_says_how_the_plan_stands_in_words_that_fit(
    language: str, words: str, size: tuple[int, int]
) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size, room="") as pilot:
        line = screen_text(pilot).split("\n")[1].rstrip()
        assert words in line
        assert line.endswith(("~ 2 snart", "~ 2 soon"))


async def test_today_counts_nothing_while_only_the_first_actions_are_known() -> None:
    view = View(a_plan(), TODAY, 500, whole=False)
    room = TodayRoom(Phrases("sv"), Read(lambda _: read("", TODAY), lambda _: ()))
    assert room.headline(view).plain == "12 maj 2026  ·  läser in …"
    headings = [one for one in room.entries(view) if one.heading]
    assert headings
    assert {one.right for one in headings} == {""}


@pytest.mark.parametrize(("language", "words"), [("sv", "i   läs in den"), ("en", "i   import the one")])
async def test_an_empty_database_greets_in_today_and_the_first_plan_takes_its_place(language: str, words: str) -> None:
    desk = MemoryDesk(Snapshot(), language)
    async with open_house(desk, (80, 24), room="") as pilot:
        text = screen_text(pilot)
        assert words in text
        assert "followup demo" in text
        desk.now, desk.news = replace(a_plan(), revision=9), True
        look(pilot)
        await settle(pilot)
        look(pilot)
        await settle(pilot)
        assert words not in screen_text(pilot)
        assert "12 maj 2026" in screen_text(pilot) or "12 May 2026" in screen_text(pilot)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_what_stands_beside_a_text_stands_in_columns_and_a_text_with_nothing_beside_it_runs_on(
    width: int,
) -> None:
    async with open_house(MemoryDesk(a_plan()), (width, 24), "6") as pilot:
        outline = pilot.app.screen.query_one("#room-areas Outline", Outline)
        outline.show(
            [
                Entry("1", "A1", "text " * 60, "mitten", "höger"),
                Entry("2", "A2", "text " * 60, "mitten"),
                Entry("3", "A3", "text " * 60, "", "höger"),
                Entry("4", "A4", "text " * 60),
                Entry("5", "", "text " * 60, wide=True),
            ]
        )
        await settle(pilot)
        lines = [line for line in screen_text(pilot).split("\n") if " text" in line]
        places = {words: {line.index(words) for line in lines if words in line} for words in ("mitten", "höger")}
        assert all(len(where) <= 1 for where in places.values())
        ends = [line.rstrip().index("…") for line in lines]
        assert ends[0] <= ends[2] <= ends[3]
        assert (ends[0] == ends[1]) == bool(places["mitten"])
        assert lines[4].index("text") < lines[3].index("text")


@pytest.mark.parametrize(("key", "size"), [("1", (80, 24)), ("4", (120, 40)), ("5", (60, 24)), ("6", (80, 24))])
async def test_the_line_that_is_clicked_is_the_one_that_is_pointed_at_and_opened(
    key: str, size: tuple[int, int]
) -> None:
    async with open_house(a_desk(), size, key) as pilot:
        outline = pilot.app.screen.query_one(f"#room-{OUTLINED[key]} Outline", Outline)
        lines = screen_text(pilot).split("\n")
        row = next(n for n, line in enumerate(lines) if " C2 " in line)
        await pilot.click(offset=(12, row))
        await settle(pilot)
        assert outline.current == "c2"
        await pilot.click(offset=(12, row), times=2)
        await settle(pilot)
        assert pilot.app.screen.query_one(ActionList).current == "c2"
        assert pilot.app.screen.query_one("#room-register").display


async def test_the_field_that_is_clicked_is_the_one_that_is_pointed_at() -> None:
    async with open_house(a_desk(), (80, 24), "3") as pilot:
        fields = pilot.app.screen.query_one("#room-action FieldList", FieldList)
        lines = screen_text(pilot).split("\n")
        row = next(n for n, line in enumerate(lines) if "Klart senast" in line)
        await pilot.click(offset=(12, row))
        await settle(pilot)
        assert fields.current == "due"


async def test_the_area_under_the_cursor_is_graded_by_hand_and_the_grade_taken_back() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "6 down b") as pilot:
        assert "Gradering av A. Ledning och organisation" in screen_text(pilot)
        for key in ("ctrl+u", "B", "enter", "u"):
            await pilot.press(key)
            await settle(pilot)
            assert ("gradering B" in screen_text(pilot)) == (key == "enter")
        assert desk.asked == [(GradeArea("omr-a", "B"),)]


async def test_an_action_that_is_late_in_two_ways_is_one_late_action_of_its_area() -> None:
    plan = a_plan()
    action = next(one for one in plan.actions.values() if one.due.end and one.rule)
    late = replace(action, due=When.on(date(2026, 1, 9)), first=When.on(date(2026, 2, 9)))
    async with open_house(MemoryDesk(replace(plan, actions={late.id: late}, rounds={})), (120, 40), "6") as pilot:
        assert "! 1 försenad " in screen_text(pilot)


async def test_what_is_told_of_a_thing_with_a_long_name_leaves_the_room_in_sight() -> None:
    plan = a_plan()
    areas = {key: replace(area, name="x" * 9000) for key, area in plan.areas.items()}
    async with open_house(MemoryDesk(replace(plan, areas=areas)), (80, 24), "6 down b ctrl+u B enter") as pilot:
        [told] = toasts(pilot)
        assert told.startswith("Gradering av A. xxx")
        assert told.endswith("…")
        assert "━" in screen_text(pilot)
        assert "A1" in screen_text(pilot)


async def test_without_an_action_there_is_no_area_to_grade() -> None:
    async with open_house(MemoryDesk(Snapshot()), (80, 24), "6 b") as pilot:
        assert "Gradera" not in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("width", [60, 80])
async def test_a_long_grade_leaves_the_count_of_its_area_on_the_screen(width: int) -> None:
    areas = {key: replace(area, grade="delvis uppfyllt") for key, area in a_plan().areas.items()}
    async with open_house(MemoryDesk(replace(a_plan(), areas=areas)), (width, 24), "6") as pilot:
        lines = [line for line in screen_text(pilot).split("\n") if "A. " in line]
        assert "1 av 3" in lines[0]
        assert ("Delvis uppfyllt" in lines[0]) == (width == 80)
