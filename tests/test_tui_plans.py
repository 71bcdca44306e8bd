"""Several plans in one database: one is chosen, or all; the rooms are about it, and each is found again as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from builders import TODAY, a_plan, an_action
from followup.domain.actions import Area, Plan, Result, Status
from followup.domain.commands import AddAction, MoveTo, NewPlan, RecordRound
from followup.domain.dates import When
from followup.domain.snapshot import Snapshot
from followup.tui.app import FollowupApp
from followup.tui.errands import ErrandAsked, Ledger
from followup.tui.house import House
from followup.tui.narrowing import narrowed, narrowed_told
from followup.tui.remembering import Memories
from followup.tui.view import Told, View
from test_tui_register import open_house, screen_text, settle, the_list, toasts
from tui_desk import MemoryDesk

SIZES = [(80, 24), (120, 40), (200, 60)]


def two_plans() -> Snapshot:
    """Give the made-up plan and another beside it, of an eye clinic, with one late action and one that is not."""
    plan = a_plan()
    eye = Plan("p2", "syn", "Handlingsplan efter granskning", "Ögonmottagningen Sjöbo")
    area = Area("omr-syn", "p2", "A", "Ledning", 1)
    late = an_action(
        "s1",
        "A1",
        plan="p2",
        area="omr-syn",
        requirement="Synfält ska mätas av två.",
        due=When.on(TODAY.replace(day=1)),
    )
    later = an_action("s2", "A2", plan="p2", area="omr-syn", position=2, requirement="Linser ska märkas om.")
    return replace(
        plan,
        plans={**plan.plans, "p2": eye},
        areas={**plan.areas, "omr-syn": area},
        actions={**plan.actions, "s1": late, "s2": later},
    )


def the_house(pilot: Pilot[int]) -> House:
    house = pilot.app.screen_stack[0]
    assert isinstance(house, House)
    return house


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "words"), [("sv", "Alla handlingsplaner (2)"), ("en", "All action plans (2)")])
async def test_the_plan_chosen_is_named_in_the_head(language: str, words: str, size: tuple[int, int]) -> None:
    async with open_house(MemoryDesk(two_plans(), language), size) as pilot:
        assert words in screen_text(pilot).split("\n")[1]
        await press(pilot, "P")
        assert words in screen_text(pilot)
        assert "syn  Ögonmottagningen Sjöbo" in screen_text(pilot)
        await press(pilot, "3", "enter")
        assert "Ögonmottagningen Sjöbo" in screen_text(pilot).split("\n")[1]


@pytest.mark.parametrize("key", ["1", "2", "4", "5", "6"])
async def test_each_room_is_about_the_plan_chosen_only(key: str) -> None:
    async with open_house(MemoryDesk(two_plans()), (120, 60), f"{key} P 3 enter") as pilot:
        text = screen_text(pilot)
        assert "Synfält ska mätas av två." in text
        assert "skrivplats" not in text
        await press(pilot, "P", "2", "enter")
        text = screen_text(pilot)
        assert "Synfält" not in text
        assert "Alla läkare under utbildning" in text
        await press(pilot, "P", "1", "enter")
        assert "syn/A1" in screen_text(pilot)


async def test_the_log_tells_of_the_plan_chosen_only() -> None:
    desk = MemoryDesk(two_plans())
    desk.do(MoveTo("s1", Status.IN_PROGRESS, "Ögats egen"))
    desk.do(MoveTo("a1", Status.DONE, "Den andras"))
    desk.do(RecordRound("s1", Result.HOLDS, "Ögats omgång"))
    async with open_house(desk, keys="8 P 3 enter") as pilot:
        text = screen_text(pilot)
        assert "Ögats egen" in text
        assert "Ögats omgång" in text
        assert "Den andras" not in text
        await press(pilot, "P", "1", "enter")
        assert "Den andras" in screen_text(pilot)


async def test_what_was_open_is_remembered_for_each_plan() -> None:
    desk = MemoryDesk(two_plans())
    async with open_house(desk, keys="s P 3 enter") as pilot:
        assert the_list(pilot).sort == ""
        await press(pilot, "s", "s", "6", "P", "1", "enter", "2")
        assert the_list(pilot).sort == "due"
        await press(pilot, "P", "3", "enter", "q")
    again = MemoryDesk(two_plans())
    again.kept = desk.kept
    async with open_house(again, room="") as pilot:
        assert the_house(pilot).plan == "p2"
        assert the_house(pilot)._here == "register"
        assert the_list(pilot).sort not in {"", "due"}
        assert [again.now.actions[one].plan for one in the_list(pilot).ids] == ["p2", "p2"]


@pytest.mark.parametrize("kept", [None, [], {"plan": 3, "plans": {"": 7}}, {"plan": "gone", "plans": {"gone": {}}}])
async def test_what_was_kept_and_is_not_understood_is_forgotten(kept: Any) -> None:
    desk = MemoryDesk(two_plans())
    desk.kept = {"tui": kept}
    async with open_house(desk, room="") as pilot:
        assert the_house(pilot).plan == ""
        assert the_house(pilot)._here == "today"


def test_what_was_kept_before_there_were_several_plans_is_of_all_of_them() -> None:
    assert Memories({"room": "log", "register": {"sort": "due"}}).of("")["room"] == "log"


async def test_the_plan_named_on_the_command_line_is_the_one_chosen() -> None:
    desk = MemoryDesk(two_plans())
    desk.settings = replace(desk.settings, plan="SYN")
    async with open_house(desk) as pilot:
        assert the_house(pilot).plan == "p2"
        assert len(the_list(pilot).ids) == 2


async def test_with_one_plan_there_is_nothing_to_choose() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="P") as pilot:
        assert len(pilot.app.screen_stack) == 1
        assert screen_text(pilot).split("\n")[1].strip()


async def test_a_plan_that_is_opened_by_hand_is_shown_though_another_was_chosen() -> None:
    desk = MemoryDesk(two_plans())
    async with open_house(desk, keys="P 3 enter") as pilot:
        the_house(pilot).room.post_message(_asked(NewPlan("ny", "Ny plan", "Hörselmottagningen")))
        await settle(pilot)
        assert "Hörselmottagningen" in screen_text(pilot)
        await press(pilot, "u")
        assert "Alla handlingsplaner (2)" in screen_text(pilot)


def _asked(command: NewPlan) -> Any:
    from followup.tui.errands import CommandsAsked

    return CommandsAsked((command,))


async def test_a_new_action_goes_into_the_plan_chosen() -> None:
    desk = MemoryDesk(two_plans())
    async with open_house(desk, (80, 24), "P 3 enter plus") as pilot:
        assert not pilot.app.screen.query("#plan")
        pilot.app.screen.query_one("#measure").value = "Etiketter trycks."  # type: ignore[attr-defined]  # an input
        await press(pilot, "ctrl+s")
        (added,) = desk.asked[-1]
        assert isinstance(added, AddAction)
        assert added.plan == "p2"


async def test_a_meeting_goes_on_when_another_plan_is_chosen() -> None:
    async with open_house(MemoryDesk(two_plans()), keys="7 enter space P 3 enter") as pilot:
        assert "1 av" in screen_text(pilot)
        assert "Alla läkare under utbildning" in screen_text(pilot)
        assert not toasts(pilot)


async def test_what_a_meeting_is_about_is_copied_also_when_another_plan_is_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(FollowupApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with open_house(MemoryDesk(two_plans()), keys="7 enter P 3 enter y") as pilot:
        await settle(pilot)
        assert copied[0].startswith("fjm/A1")


async def test_many_plans_can_be_walked_through() -> None:
    plan = a_plan()
    many = {f"p{n}": Plan(f"p{n}", f"plan{n:02}", "Handlingsplan", f"Enhet {n}") for n in range(1, 60)}
    async with open_house(MemoryDesk(replace(plan, plans=many)), (80, 24), "P") as pilot:
        await press(pilot, *["down"] * 50)
        assert "plan50  Enhet 50" in screen_text(pilot)


def test_what_is_narrowed_keeps_the_whole() -> None:
    view = View(two_plans(), TODAY, 15)
    assert narrowed(view, "") is view
    assert narrowed(view, "unknown") is view
    part = narrowed(view, "p2")
    assert (part.total, list(part.snapshot.actions), list(part.snapshot.plans)) == (2, ["s1", "s2"], ["p2"])
    assert part.all_plans is view.snapshot
    assert part.widened == view
    told = Told("s1", ())
    assert narrowed_told(told, part, "p2") is told


async def test_while_only_other_plans_actions_are_known_nothing_is_said_to_be_missing() -> None:
    desk = MemoryDesk(two_plans())
    async with open_house(desk, keys="P 3 enter") as pilot:
        room = the_house(pilot).room
        part = narrowed(View(replace(two_plans(), actions=a_plan().actions), TODAY, 500, whole=False), "p2")
        room.view = part
        await settle(pilot)
        assert not room.has_class("bare")
        room.view = replace(part, whole=True)
        await settle(pilot)
        assert room.has_class("bare")


@pytest.mark.parametrize("key", ["2", "3"])
async def test_what_a_room_waits_for_is_dropped_when_another_plan_takes_its_place(key: str) -> None:
    async with open_house(MemoryDesk(two_plans()), room=key) as pilot:
        house = the_house(pilot)
        room = house.room
        house.call_later(house.choose_plan, "p2")
        for _ in range(200):
            room.after_paint(lambda: room.query_one(".headline"))
            await pilot.pause(0)
            if not room.is_attached:
                break
        assert not room.is_attached
        await settle(pilot)
        assert "Ögonmottagningen" in screen_text(pilot)


async def test_an_answer_to_a_room_that_has_gone_is_told_to_whoever_looks() -> None:
    async with open_house(MemoryDesk(two_plans()), keys="3") as pilot:
        room = the_house(pilot).room
        await the_house(pilot).choose_plan("p2")
        app = pilot.app
        assert isinstance(app, FollowupApp)
        app._answer(ErrandAsked(Ledger("a1"), room), ())  # type: ignore[arg-type]  # a room that asks
        app._refuse_errand(room, "Det gick inte.")  # type: ignore[arg-type]  # as above
        await settle(pilot)
        assert toasts(pilot) == ["Det gick inte."]
