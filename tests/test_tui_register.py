"""The register: what stands on the screen, what the keys do, and what the desk was asked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from builders import TODAY, a_plan, an_action, many_actions
from followup.desk import Desk
from followup.domain.actions import Result, Status
from followup.domain.commands import MoveDue, MoveRound, MoveTo, RecordRound
from followup.domain.snapshot import Snapshot
from followup.domain.trouble import Trouble
from followup.tui.app import FollowupApp
from followup.tui.dialogs.dialog import Dialog
from followup.tui.rooms.register import RegisterRoom
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.filter_line import FilterLine
from tui_desk import MemoryDesk

SIZES = [(80, 24), (120, 40), (200, 60)]
NEVER = 3600.0
"""Seconds after which a message goes away: later than any test ends."""


@asynccontextmanager
async def open_house(
    desk: Desk, size: tuple[int, int] = (120, 40), keys: str = "", room: str = "2"
) -> AsyncIterator[Pilot[int]]:
    """Open the house and go to a room by its key; to none, where the house opens by itself, if that is ""."""
    app = FollowupApp(desk)
    vars(app)["NOTIFICATION_TIMEOUT"] = NEVER  # what was told is looked for, however slow the machine is
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        if room:
            await pilot.press(room)
            await settle(pilot)
        if keys:
            await pilot.press(*keys.split())
            await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[int]) -> None:
    """Wait until threads and messages have come to rest."""
    for _ in range(3):
        with suppress(WorkerCancelled):  # given up for another: what it would have told is not waited for
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def look(pilot: Pilot[int]) -> None:
    """Do at once what the timer does each second."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    app._look()


def screen_text(pilot: Pilot[int]) -> str:
    strips = pilot.app.screen._compositor.render_strips(pilot.app.screen.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def the_list(pilot: Pilot[int]) -> ActionList:
    return pilot.app.screen_stack[0].query_one(ActionList)


def the_room(pilot: Pilot[int]) -> RegisterRoom:
    return pilot.app.screen_stack[0].query_one(RegisterRoom)


def toasts(pilot: Pilot[int]) -> list[str]:
    return [note.message for note in pilot.app._notifications]


async def write(pilot: Pilot[int], field: str, text: str) -> None:
    pilot.app.screen.query_one(f"#{field}", Input).value = text
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "en"])
async def test_every_action_is_on_the_screen_with_what_is_urgent_in_words(size: tuple[int, int], language: str) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size) as pilot:
        text = screen_text(pilot)
        rows = the_list(pilot)
        for label in ("A1", "A2", "B1", "C2"):
            assert f" {label} " in text
        assert len(rows.ids) == 13
        assert "! A1" in text
        assert "~ A2" in text
        assert ("försenad" if language == "sv" else "late") in text
        assert ("snart" if language == "sv" else "soon") in text
        assert "Alla läkare under utbildning" in text


async def test_the_first_paint_needs_only_a_glance() -> None:
    desk = MemoryDesk(many_actions(500))
    app = FollowupApp(desk)
    assert not app._view.whole
    assert len(app._view.snapshot.actions) == 200
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        assert len(the_list(pilot).ids) == 500


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        ("down", "A2"),
        ("j j", "A3"),
        ("down k", "A1"),
        ("down up", "A1"),
        ("end", "D4"),
        ("G", "D4"),
        ("G g", "A1"),
        ("end home", "A1"),
        ("up", "A1"),
        ("end down", "D4"),
        ("n n p", "A2"),
        ("right_square_bracket", "A2"),
        ("pagedown pageup", "A1"),
        ("ctrl+d ctrl+u", "A1"),
    ],
)
async def test_the_keys_move_the_cursor(keys: str, label: str) -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys=keys) as pilot:
        assert desk.now.actions[the_list(pilot).current].label == label


async def test_a_page_is_a_screenful_less_a_row() -> None:
    async with open_house(MemoryDesk(many_actions(100)), (80, 24), "pagedown") as pilot:
        rows = the_list(pilot)
        assert rows.cursor == rows.size.height - 2


async def test_the_card_shows_the_action_under_the_cursor() -> None:
    async with open_house(MemoryDesk(a_plan()), (200, 60), "down down down down") as pilot:
        text = screen_text(pilot)
        assert "Lås byts till kort." in text
        assert "Pål Zetterwall, tekniker" in text
        assert "Två gånger per termin" in text


async def test_enter_opens_the_card_alone_and_escape_comes_back() -> None:
    async with open_house(MemoryDesk(a_plan()), (80, 24), "enter") as pilot:
        assert the_room(pilot).has_class("opened")
        assert not the_list(pilot).region
        assert "Listan hålls aktuell på enhetens sida." in screen_text(pilot)
        await pilot.press("n")
        assert "Planen läggs fram" in screen_text(pilot)
        await pilot.press("escape")
        assert the_list(pilot).has_focus
        assert the_list(pilot).region


async def test_a_double_click_opens_and_a_click_points() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk) as pilot:
        await pilot.click(ActionList, offset=(10, 4))
        assert desk.now.actions[the_list(pilot).current].label == "B1"
        await pilot.click(ActionList, offset=(10, 4), times=2)
        await pilot.pause()
        assert the_room(pilot).has_class("opened")


async def test_a_click_on_a_heading_sorts_and_again_turns_it_around() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk) as pilot:
        rows = the_list(pilot)
        due = next(column.left for column in rows.lines.columns if column.field == "due")
        await pilot.click(ActionList, offset=(due + 1, 0))
        assert (rows.sort, rows.reverse) == ("due", False)
        assert desk.now.actions[rows.ids[0]].label == "D3"
        await pilot.click(ActionList, offset=(due + 1, 0))
        assert (rows.sort, rows.reverse) == ("due", True)
        assert "▼" in screen_text(pilot)


async def test_the_row_under_the_cursor_stays_when_the_order_changes() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="down down down") as pilot:
        rows = the_list(pilot)
        for key in ("s", "s", "S", "s", "s", "S", "s", "s", "s", "s", "s"):
            await pilot.press(key)
            assert rows.current == "b1"
        assert rows.sort == ""


async def test_the_row_under_the_cursor_stays_when_the_filter_comes_and_goes() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="G slash") as pilot:
        await pilot.press(*"varje", "enter")
        assert the_list(pilot).current == "d4"
        assert len(the_list(pilot).ids) < 13
        assert the_list(pilot).has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert the_list(pilot).current == "d4"
        assert len(the_list(pilot).ids) == 13
        assert not pilot.app.screen.query(FilterLine)


async def test_the_row_under_the_cursor_stays_when_others_change_the_plan() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="down down down down") as pilot:
        new = an_action("n1", "A0", requirement="Kom till i ett annat fönster.")
        desk.now = replace(desk.now, revision=9, actions={"n1": new, **desk.now.actions})
        desk.news = True
        look(pilot)
        await settle(pilot)
        assert the_list(pilot).current == "b2"
        assert the_list(pilot).ids[0] == "n1"
        assert "Kom till i ett annat" in screen_text(pilot)


async def test_midnight_makes_a_new_day() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk) as pilot:
        assert "~ A2" in screen_text(pilot)
        desk.clock._fixed = date(2026, 6, 1)
        look(pilot)
        await settle(pilot)
        assert "! A2" in screen_text(pilot)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [("status:pågår", "A1 C2"), ("försenad", "A1"), ("ansvarig:tove", "A3"), ("område:B", "B1 B2"), ("-a", "")],
)
async def test_the_filter_line_takes_the_query_language(typed: str, labels: str) -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="slash") as pilot:
        await write(pilot, "filter", typed)
        await pilot.press("enter")
        await settle(pilot)
        assert " ".join(desk.now.actions[one].label for one in the_list(pilot).ids) == labels


async def test_a_filter_that_cannot_be_read_is_told_quietly_and_the_list_stands() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="slash") as pilot:
        await write(pilot, "filter", "status:grön")
        assert "”grön” är ingen status." in screen_text(pilot)
        assert len(the_list(pilot).ids) == 13
        await write(pilot, "filter", "status:klar")
        assert "är ingen status" not in screen_text(pilot)


async def test_an_empty_list_says_why() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="slash x y z q enter") as pilot:
        text = screen_text(pilot)
        assert "Inget passar filtret ”xyzq”" in text
        assert "Esc" in text
        await pilot.press("escape")
        await pilot.pause()
        assert len(the_list(pilot).ids) == 13


@pytest.mark.parametrize(("language", "words"), [("sv", "läs in den som ni har"), ("en", "followup demo")])
async def test_an_empty_database_says_what_to_do(language: str, words: str) -> None:
    async with open_house(MemoryDesk(Snapshot(), language), (80, 24), "m f d slash enter") as pilot:
        assert words in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 1


# -- what is done ---------------------------------------------------------------------------------------------------


async def test_m_gives_a_status_with_a_note_and_a_day() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="down m 4 tab") as pilot:
        assert "Status för A2" in screen_text(pilot)
        assert "En kommentar behövs här" in screen_text(pilot)
        await write(pilot, "note", "Mötet flyttat")
        await write(pilot, "day", "i går")
        assert "→ 11 maj 2026" in screen_text(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert desk.asked == [(MoveTo("a2", Status.PAUSED, "Mötet flyttat", date(2026, 5, 11)),)]
        assert toasts(pilot) == ["Status på A2. Tryck u för att ångra."]
        assert len(pilot.app.screen_stack) == 1
        assert "‖" in screen_text(pilot)


async def test_a_refusal_is_said_and_what_was_typed_stays() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "m 6 enter") as pilot:
        assert isinstance(pilot.app.screen, Dialog)
        assert "A1 behöver en kommentar för att bli avslutad." in screen_text(pilot)
        await write(pilot, "note", "Uppfyllt")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert desk.now.actions["a1"].status is Status.CLOSED


async def test_a_day_that_cannot_be_read_is_not_asked_for() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="m 2") as pilot:
        await write(pilot, "day", "häromsistens")
        assert "går inte att läsa" in screen_text(pilot)
        await pilot.press("ctrl+s")
        assert "”häromsistens”" in screen_text(pilot)
        assert desk.asked == []


async def test_trouble_with_the_database_keeps_the_dialog() -> None:
    desk = MemoryDesk(a_plan())
    desk.trouble = Trouble("database.locked", place="plan.db")
    async with open_house(desk, keys="m 3 enter") as pilot:
        assert isinstance(pilot.app.screen, Dialog)
        assert "plan.db är låst" in screen_text(pilot)
        desk.trouble = None
        await pilot.press("enter")
        await settle(pilot)
        assert desk.now.actions["a1"].status is Status.DONE


async def test_f_notes_a_round_held() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="down f 2") as pilot:
        assert "Uppföljning av A2" in screen_text(pilot)
        for field, text in (("note", "En bit på väg"), ("evidence", "protokoll 7"), ("held_by", "Signe Åkerlund")):
            await write(pilot, field, text)
        await pilot.press("enter")
        await settle(pilot)
        asked = RecordRound("a2", Result.PARTLY, "En bit på väg", TODAY, "protokoll 7", "Signe Åkerlund")
        assert desk.asked == [(asked,)]
        assert "protokoll 7" in screen_text(pilot)


async def test_d_moves_a_date_typed_in_words_and_shows_how_it_is_read() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="down d") as pilot:
        await write(pilot, "words", "maj 2027")
        assert "→ 1 maj 2027 – 31 maj 2027 (månad)" in screen_text(pilot)
        await write(pilot, "why", "Ny chef i augusti")
        await pilot.press("enter")
        await settle(pilot)
        (asked,) = desk.asked[0]
        assert isinstance(asked, MoveDue)
        assert (asked.due.start, asked.due.end, asked.why) == (date(2027, 5, 1), date(2027, 5, 31), "Ny chef i augusti")
        assert "maj 2027" in screen_text(pilot)


async def test_d_without_a_reason_is_refused_by_the_domain() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="d") as pilot:
        await write(pilot, "words", "HT 2027")
        await pilot.press("enter")
        await settle(pilot)
        assert "Skriv varför A1 ändras." in screen_text(pilot)


async def test_d_moves_the_waiting_follow_up_too() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="d shift+tab 2") as pilot:
        await write(pilot, "words", "2026-08-20")
        await write(pilot, "why", "Semester")
        await pilot.press("ctrl+s")
        await settle(pilot)
        (asked,) = desk.asked[0]
        assert isinstance(asked, MoveRound)
        assert "20 augusti 2026" in screen_text(pilot)


async def test_words_that_are_no_date_are_told() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="d") as pilot:
        await write(pilot, "words", "blå banan")
        assert "går inte att läsa som ett datum" in screen_text(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert desk.asked == []


async def test_escape_leaves_a_dialog_without_asking() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="m 3 escape d escape f escape") as pilot:
        assert desk.asked == []
        assert len(pilot.app.screen_stack) == 1
        assert the_list(pilot).has_focus


async def test_u_undoes_and_ctrl_r_redoes_and_each_says_what() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="m 3 enter") as pilot:
        seen, said = [desk.now.actions["a1"].status], []
        for key in ("u", "ctrl+r"):
            await pilot.press(key)
            await settle(pilot)
            seen.append(desk.now.actions["a1"].status)
            said += toasts(pilot)
        assert seen == [Status.DONE, Status.IN_PROGRESS, Status.DONE]
        assert any("Ångrat: status på A1" in each for each in said)
        assert any("Gjort om: status på A1" in each for each in said)


async def test_what_was_done_takes_the_place_of_what_was_done_before() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="m 3 enter") as pilot:
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert len(toasts(pilot)) == 1
        pilot.app.notify("Servern svarar inte.", severity="error")
        await pilot.press("u")
        await settle(pilot)
        assert len(toasts(pilot)) == 2


async def test_nothing_to_undo_is_said() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="u") as pilot:
        assert toasts(pilot) == ["Det finns inget att ångra."]


async def test_space_chooses_several_and_all_become_one_change_set() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="space space m 3 enter") as pilot:
        assert [one.action for one in desk.asked[0]] == ["a1", "a2"]  # type: ignore[union-attr]  # all are MoveTo
        assert len(desk.journal) == 1
        assert "2 valda" in screen_text(pilot)
        await pilot.press("escape")
        assert the_list(pilot).chosen == set()
        await pilot.press("a")
        assert len(the_list(pilot).chosen) == 13


async def test_l_shows_what_happened_to_the_action_on_its_card() -> None:
    desk = MemoryDesk(a_plan())
    desk.do(MoveTo("a2", Status.IN_PROGRESS, "Utkastet är skrivet"))
    async with open_house(desk, (80, 24), "down l") as pilot:
        text = screen_text(pilot)
        assert "Historik" in text
        assert "Status på A2" in text
        assert "Utkastet är skrivet" in text
        assert "Planerad → Pågår" in text


# -- the house ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_bar_of_keys_fits_and_says_how(language: str, size: tuple[int, int]) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size) as pilot:
        last = screen_text(pilot).split("\n")[-1]
        words = ("Status", "Ångra", "Hjälp") if language == "sv" else ("Status", "Undo", "Help")
        assert all(word in last for word in words)
        assert last.rstrip()[-1] not in " …"


async def test_a_click_in_the_bar_of_keys_presses_the_key() -> None:
    async with open_house(MemoryDesk(a_plan())) as pilot:
        where = screen_text(pilot).split("\n")[-1].index("Status")
        await pilot.click("#key-bar", offset=(where, 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, Dialog)


@pytest.mark.parametrize(("language", "words"), [("sv", "En sida ned"), ("en", "A page down")])
async def test_the_question_mark_shows_the_keys(language: str, words: str) -> None:
    async with open_house(MemoryDesk(a_plan(), language), (80, 24), "question_mark") as pilot:
        assert words in screen_text(pilot)
        await pilot.press("escape")
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize(("language", "words"), [("sv", "Flytta ett datum"), ("en", "Move a date")])
async def test_the_palette_speaks_the_users_language_and_does_what_it_says(language: str, words: str) -> None:
    async with open_house(MemoryDesk(a_plan(), language), keys="ctrl+p") as pilot:
        await pilot.press(*words.split(maxsplit=1)[0].lower())
        await settle(pilot)
        assert words in screen_text(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Dialog)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_house_is_left(key: str) -> None:
    desk = MemoryDesk(a_plan())
    app = FollowupApp(desk)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert not app.is_running


@pytest.mark.parametrize("theme", ["textual-light", "followup-contrast", "followup-colour-safe", "ansi-dark"])
async def test_each_theme_paints(theme: str) -> None:
    async with open_house(MemoryDesk(a_plan())) as pilot:
        pilot.app.theme = theme
        await pilot.pause()
        assert "försenad" in screen_text(pilot)


async def test_keys_can_be_changed_by_the_id_of_what_they_do() -> None:
    desk = MemoryDesk(a_plan())
    desk.settings = replace(desk.settings, chosen={"keys": {"action.status": "f9"}})
    async with open_house(desk, keys="m") as pilot:
        assert len(pilot.app.screen_stack) == 1
        assert "f9 Status" in screen_text(pilot).split("\n")[-1]
        await pilot.press("f9")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Dialog)


async def test_an_older_snapshot_never_covers_a_newer_one() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="m 3 enter") as pilot:
        app: Any = pilot.app
        app._show(a_plan())
        assert app._view.snapshot.revision == desk.now.revision


HOSTILE = [
    "[/] [/red] [b]fet[/b] [@click=app.quit]x[/]",
    "\x1b[31mröd\x1b]0;titel\x07 \x9b2J",
    "\u202eexe.txt\u202c \u2066a\u2069",
    "שלום עולם مرحبا 👩🏽‍⚕️🏥",
    "å" * 10_000,
    "rad ett\nrad två\trad tre",
    ":warning: {key} %s $primary",
    "\ud800 ensam",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("size", SIZES[:2])
async def test_peoples_words_are_never_markup_nor_control(text: str, size: tuple[int, int]) -> None:
    action = an_action(
        requirement=text, measure=text, status_note=text, follow_up_text=text, label=text[:3].strip() or "A"
    )
    plan = a_plan()
    area = replace(plan.areas["omr-a"], name=text)
    people = {key: replace(person, name=text[:80]) for key, person in plan.people.items()}
    unit = replace(plan.plans["p1"], unit=text[:200])
    hostile = replace(plan, actions={"a1": action}, areas={"omr-a": area}, people=people, plans={"p1": unit}, rounds={})
    desk = MemoryDesk(hostile)
    async with open_house(desk, size, "m 4 tab") as pilot:
        await write(pilot, "note", "[/b] nej")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("l", "escape", "question_mark", "escape", "ctrl+p", "escape")
        await settle(pilot)
        painted = "".join(segment.text for strip in painted_strips(pilot) for segment in strip)
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in painted)
        assert not set(painted) & set("\u202e\u202c\u2066\u2069\ud800")


def painted_strips(pilot: Pilot[int]) -> list[Any]:
    screen = pilot.app.screen
    filters = pilot.app.get_line_filters()
    strips = screen._compositor.render_strips(screen.size)
    return [strip.apply_filter(filters[-1], screen.styles.background) for strip in strips]
