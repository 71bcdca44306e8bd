"""One action whole, changed where it stands; actions, plans, roles and addresses written by hand."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from builders import a_plan, an_action
from documents_typed import a_document, a_real_desk
from followup.domain.actions import Status
from followup.domain.commands import (
    AddAction,
    Assign,
    ChangeRule,
    HoldRole,
    MoveDue,
    NewPlan,
    PutInArea,
    Reword,
    SetPerson,
    TickDoubt,
)
from followup.domain.snapshot import Snapshot
from followup.domain.texts import is_clean
from followup.phrases.book import Phrases
from followup.present.told import Told
from followup.present.told_by_owner import calendar_lines
from followup.tui import editor
from followup.tui.app import FollowupApp
from followup.tui.dialogs.add import ActionDialog, PlanDialog
from followup.tui.dialogs.dialog import Dialog
from followup.tui.dialogs.person import HandOverDialog
from followup.tui.dialogs.status import StatusDialog
from followup.tui.dialogs.words import WordsDialog
from followup.tui.rooms.action import ActionRoom
from followup.tui.widgets.action_list import ActionList
from followup.tui.widgets.choice import Choice
from followup.tui.widgets.field_list import FieldList
from test_tui_register import HOSTILE, open_house, screen_text, settle, toasts
from tui_desk import MemoryDesk


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def the_room(pilot: Pilot[int]) -> ActionRoom:
    return pilot.app.screen_stack[0].query_one(ActionRoom)


async def opened(pilot: Pilot[int], field: str) -> Dialog:
    """Open a field of the action that is shown."""
    the_room(pilot).query_one(FieldList).post_message(FieldList.Opened(field))
    await settle(pilot)
    dialog = pilot.app.screen
    assert isinstance(dialog, Dialog)
    return dialog


async def fill(pilot: Pilot[int], **fields: str) -> None:
    """Write in the fields of the dialog on top."""
    for name, text in fields.items():
        box = pilot.app.screen.query_one(f"#{name}")
        if isinstance(box, TextArea):
            box.text = text
        else:
            pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pilot.pause()


async def saved(pilot: Pilot[int], **fields: str) -> None:
    await fill(pilot, **fields)
    dialog = pilot.app.screen
    assert isinstance(dialog, Dialog)
    dialog.action_save()
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(("language", "words"), [("sv", "Följer upp"), ("en", "Follows up")])
async def test_the_action_pointed_at_is_shown_whole(language: str, words: str, size: tuple[int, int]) -> None:
    async with open_house(MemoryDesk(a_plan(), language), size, "j j j j j j 3") as pilot:
        text = screen_text(pilot)
        assert text.split("\n")[1].strip().startswith("C2")
        assert "29 maj 2026" in text
        assert words in text
        await press(pilot, "n")
        assert screen_text(pilot).split("\n")[1].strip().startswith("C3")
        await press(pilot, "p", "p")
        assert screen_text(pilot).split("\n")[1].strip().startswith("C1")
        await press(pilot, "escape")
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


async def test_each_field_is_changed_by_its_own_command() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="3") as pilot:
        await opened(pilot, "measure")
        await saved(pilot, words="Chefen utses.\n\nOch står i listan.")
        assert list(desk.asked[-1]) == [Reword("a1", "measure", "Chefen utses.\n\nOch står i listan.")]
        await opened(pilot, "due")
        await fill(pilot, words="HT 2027")
        assert "→ 1 juli 2027 – 31 december 2027 (termin)" in screen_text(pilot)
        await saved(pilot)
        assert "Skriv varför A1 ändras." in screen_text(pilot)
        await saved(pilot, why="Chefen byts ut")
        (moved,) = desk.asked[-1]
        assert isinstance(moved, MoveDue)
        assert (moved.due.text, moved.why) == ("HT 2027", "Chefen byts ut")
        await opened(pilot, "responsible")
        await fill(pilot, words="Verksamhetschef, för närvarande Lo Berg")
        assert "→ rollen Verksamhetschef, nu Lo Berg" in screen_text(pilot)
        await saved(pilot)
        assert isinstance(desk.asked[-1][0], Assign)
        await opened(pilot, "follow_up")
        await saved(pilot, words="varje kvartal, första gången september 2026", why="Oftare nu")
        (changed,) = desk.asked[-1]
        assert isinstance(changed, ChangeRule)
        assert (changed.rule, changed.first.text) == ("FREQ=MONTHLY;INTERVAL=3", "september 2026")
        assert len(pilot.app.screen_stack) == 1
        assert "varje kvartal" in screen_text(pilot)
        await press(pilot, *"uuuu")
        assert desk.now.actions["a1"].due.text == "Mars 2026"


async def test_status_and_round_have_their_own_dialogs() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="3") as pilot:
        assert isinstance(await opened(pilot, "status"), StatusDialog)
        await press(pilot, "3", "enter")
        assert pilot.app._view.snapshot.actions["a1"].status is Status.DONE  # type: ignore[attr-defined]  # our app


async def test_a_doubt_is_ticked_off_with_enter_and_can_be_taken_back() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="j j j j j j j 3") as pilot:
        assert "? årtalet är antaget: januari" in screen_text(pilot)
        fields = the_room(pilot).query_one(FieldList)
        fields.cursor = next(n for n, one in enumerate(fields.fields) if one.key.startswith("doubt:"))
        await press(pilot, "enter")
        assert desk.asked[-1] == (TickDoubt("c3", "due", "year-assumed", "Signe"),)
        assert "? årtalet" not in screen_text(pilot)
        await press(pilot, "u")
        assert "? årtalet" in screen_text(pilot)


async def test_rounds_held_and_the_next_three_and_the_history_stand_beneath() -> None:
    desk = MemoryDesk(a_plan())
    desk.do(Reword("d2", "measure", "Tiden låses."))
    async with open_house(desk, (120, 60), "G k k 3") as pilot:
        text = screen_text(pilot)
        assert text.count("oktober 20") >= 3
        assert "Åtgärd: " in text
        await press(pilot, "n")
        assert "protokoll 3" in screen_text(pilot)


async def test_what_cannot_be_read_is_said() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="3") as pilot:
        await opened(pilot, "due")
        await saved(pilot, words="blåbär", why="x")
        assert "Kan inte läsa ”blåbär”" in screen_text(pilot)
        assert desk.asked == []


async def test_a_long_text_is_written_in_ones_own_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = MemoryDesk(a_plan())
    monkeypatch.setattr(FollowupApp, "suspend", lambda _: nullcontext())
    monkeypatch.setattr(editor, "edited", lambda text: f"{text}\n\nSkrivet i redigeraren.")
    async with open_house(desk, keys="3") as pilot:
        await opened(pilot, "requirement")
        await press(pilot, "ctrl+o")
        assert "Skrivet i redigeraren." in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert desk.now.actions["a1"].requirement.endswith("Skrivet i redigeraren.")


async def test_without_an_editor_it_says_so() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="3") as pilot:
        assert isinstance(await opened(pilot, "requirement"), WordsDialog)
        await press(pilot, "ctrl+o")
        assert any("redigerare" in said for said in toasts(pilot))


def test_the_editor_is_the_one_that_the_user_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "sed -i s/gammal/ny/")
    assert editor.edited("en gammal text å") == "en ny text å"


async def test_a_card_and_rows_are_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(FollowupApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with open_house(MemoryDesk(a_plan()), keys="space space y 3 y") as pilot:
        assert [line.split("\t")[0] for line in copied[0].splitlines()] == ["A1", "A2"]
        assert copied[1].startswith("A3")
        assert "Rådet bildas" in copied[1]
        assert any("urklipp" in said for said in toasts(pilot))


async def test_what_is_copied_holds_nothing_that_a_terminal_would_obey() -> None:
    plan = a_plan()
    action = replace(plan.actions["a1"], measure="Byt \x1b]0;titel\x07 lås\ud800", requirement="")
    async with open_house(MemoryDesk(replace(plan, actions={"a1": action})), keys="y") as pilot:
        assert pilot.app.clipboard.startswith("A1\t")
        assert is_clean(pilot.app.clipboard)


async def test_an_action_is_written_by_hand() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "G plus") as pilot:
        assert isinstance(pilot.app.screen, ActionDialog)
        assert pilot.app.screen.query_one("#area", Input).value == "D. Schemaläggning och placeringar"
        await fill(pilot, requirement="Alla ska få lunch.", due="VT 2027", responsible="Överläkare Bo Ek")
        pilot.app.screen.query_one("#due").focus()
        await pilot.pause()
        assert "(termin)" in screen_text(pilot)
        await press(pilot, "enter")
        assert "→ Bo Ek (Överläkare)" in screen_text(pilot)
        await saved(pilot, follow_up="varje år")
        (added,) = desk.asked[-1]
        assert isinstance(added, AddAction)
        assert "D5" in {one.label for one in desk.now.actions.values()}
        await press(pilot, "plus")
        await saved(pilot)
        assert "! " in screen_text(pilot)


async def test_a_plan_is_written_by_hand_from_the_empty_database() -> None:
    desk = MemoryDesk(Snapshot())
    async with open_house(desk, (80, 24)) as pilot:
        assert "+   skriv en för hand" in screen_text(pilot)
        await press(pilot, "plus")
        assert isinstance(pilot.app.screen, PlanDialog)
        await saved(pilot)
        assert "Skriv en titel eller en verksamhet." in screen_text(pilot)
        await saved(pilot, title="Handlingsplan 2027", unit="Ögonmottagningen Väst")
        assert desk.asked[-1] == (NewPlan("ov", "Handlingsplan 2027", "Ögonmottagningen Väst"),)
        assert "Planen är tom" in screen_text(pilot)
        await press(pilot, "plus")
        await saved(pilot, area="A. Ledning", measure="Ett råd bildas.")
        assert [one.label for one in desk.now.actions.values()] == ["A1"]
        assert "Ett råd bildas" in screen_text(pilot)


async def test_a_role_is_handed_over_from_a_day() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "4") as pilot:
        outline: Any = pilot.app.screen.query_one("#room-people Outline")
        outline.cursor = next(n for n, one in enumerate(outline.entries) if one.key == "m-chef" and one.target)
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, HandOverDialog)
        assert "● Ingemar Öfverstedt" in screen_text(pilot)
        await fill(pilot, person="tove")
        assert "Tove Ahlqvist" in screen_text(pilot)
        await saved(pilot, person="Tove Ahlqvist", day="1 september 2026")
        (held,) = desk.asked[-1]
        assert isinstance(held, HoldRole)
        assert (held.role, held.person, held.start.isoformat()) == ("Enhetschef", "Tove Ahlqvist", "2026-09-01")


async def test_an_address_and_a_language_are_set() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, (80, 24), "4 a") as pilot:
        await saved(pilot, mail="inte en adress")
        assert "ingen e-postadress" in screen_text(pilot)
        await saved(pilot, mail="a.b@example.org")
        (said,) = desk.asked[-1]
        assert isinstance(said, SetPerson)
        assert (said.mail, said.language, said.name) == ("a.b@example.org", None, None)


@pytest.mark.parametrize("text", HOSTILE)
async def test_peoples_words_are_neither_markup_nor_control(text: str) -> None:
    plan = a_plan()
    action = an_action(requirement=text, measure=text, responsible_text=text, follow_up_text=text)
    hostile = Snapshot(
        **{
            **{name: getattr(plan, name) for name in ("plans", "areas", "people", "roles", "holdings")},
            "actions": {"a1": action},
            "revision": 1,
        }
    )
    async with open_house(MemoryDesk(hostile), (80, 24), "3") as pilot:
        painted = screen_text(pilot)
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in painted.replace("\n", ""))


async def test_without_an_action_it_says_what_to_do() -> None:
    async with open_house(MemoryDesk(Snapshot()), (80, 24), "3 enter m f d n p y") as pilot:
        assert "Tryck +" in screen_text(pilot)


async def test_an_action_is_put_in_another_area_and_keeps_its_label() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="3") as pilot:
        dialog = await opened(pilot, "area")
        assert dialog.query_one(Choice).value == "omr-a"
        await press(pilot, "3", "enter")
        assert desk.asked[-1] == (PutInArea("a1", "C", "Handledning och bedömning"),)
        text = screen_text(pilot)
        assert text.split("\n")[1].strip().startswith("A1")
        assert "C. Handledning" in text
        await opened(pilot, "area")
        await saved(pilot, typed="E. Forskning")
        assert desk.now.areas[desk.now.actions["a1"].area].name == "Forskning"
        await press(pilot, "u", "u")
        assert desk.now.actions["a1"].area == "omr-a"


async def test_an_area_that_is_the_same_is_nothing_to_change() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="3") as pilot:
        await opened(pilot, "area")
        await press(pilot, "enter")
        assert "! " in screen_text(pilot)
        assert desk.journal == []


async def test_next_and_previous_follow_the_order_and_the_filter_of_the_register() -> None:
    desk = MemoryDesk(a_plan())
    async with open_house(desk, keys="s") as pilot:
        await press(pilot, "slash", *"schema", "enter")
        shown = [desk.now.actions[one].label for one in pilot.app.screen.query_one(ActionList).ids]
        assert len(shown) > 2
        await press(pilot, "g", "3")
        seen = [screen_text(pilot).split("\n")[1].split()[0]]
        for _ in shown:
            await press(pilot, "n")
            seen.append(screen_text(pilot).split("\n")[1].split()[0])
        assert seen == [*shown, shown[-1]]
        await press(pilot, "p", "escape")
        rows = pilot.app.screen.query_one(ActionList)
        assert desk.now.actions[rows.current].label == shown[-2]
        assert [desk.now.actions[one].label for one in rows.ids] == shown


async def test_what_is_filtered_away_walks_in_the_order_of_the_plan() -> None:
    async with open_house(MemoryDesk(a_plan()), keys="slash") as pilot:
        await press(pilot, *"skrivplats", "enter", "1", "end", "3")
        before = screen_text(pilot).split("\n")[1].split()[0]
        assert before != "B1"
        await press(pilot, "p")
        assert screen_text(pilot).split("\n")[1].split()[0] not in {before, "B1"}


async def test_escape_leads_back_to_the_room_one_came_from_at_the_action() -> None:
    async with open_house(MemoryDesk(a_plan()), room="6", keys="down down down 3 n escape") as pilot:
        outline: Any = pilot.app.screen.query_one("#room-areas Outline")
        assert outline.has_focus
        assert outline.current == "b2"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", ("I ägarnas kalendrar", "Lo Berg", "klart senast 31 maj 2027", "kalender i mapp", "sedan dess")),
        ("en", ("In the owners' calendars", "Lo Berg", "due 31 May 2027", "calendar in a folder", "changed since")),
    ],
)
async def test_what_its_owners_calendars_say_stands_beneath(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    desk = a_real_desk(tmp_path, language)
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    async with open_house(desk, (120, 60), "3") as pilot:
        assert words[0] in screen_text(pilot)
        assert words[1] not in screen_text(pilot).partition(words[0])[2].partition("20")[0]
        desk.calendars.export_folder(str(tmp_path / "ut"))
        await press(pilot, "n", "p")
        beneath = screen_text(pilot).partition(words[0])[2]
        assert [one for one in words[1:4] if one not in beneath] == []
        assert words[4] not in beneath
    desk.close()


def test_of_the_whole_ledger_the_last_that_each_was_told_is_said() -> None:
    phrases, day = Phrases("sv"), datetime(2026, 5, 1, 8, tzinfo=UTC)
    row = Told(day, "Lo Berg", "mail", "sent", "a1", "A1", "due", 0, date(2026, 5, 29), is_old=True)
    later = replace(row, at=day + timedelta(days=1), state="withdrawn", is_old=False)
    series = replace(row, kind="follow-up", recurs=True)
    terms = [replace(row, kind="follow-up", who="Bo Ek", day=date(year, 7, 1)) for year in (2028, 2026, 2027, 2026)]
    warned = replace(row, who="", channel="caldav:http://127.0.0.1", kind="warning-7", day=None)
    lines = calendar_lines((later, row, series, warned, *terms), phrases)
    assert [one.says for one in lines] == [
        "klart senast är borttagen; uppföljning från 29 maj 2026",
        "förvarning",
        "uppföljning 3 gånger, 1 juli 2026 – 1 juli 2028",
    ]
    assert lines[0].how.startswith("mejl, 2026-05-02")
    assert lines[1].who == "hela planen"
    assert lines[1].how.endswith("det har ändrats sedan dess")
    assert [one.is_old for one in lines] == [True, True, True]
