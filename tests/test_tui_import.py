"""Import: a document is chosen, reviewed beside its words, put right and stored as one change that can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from documents_typed import HEADS, ROWS, a_desk_that_remembers, a_document, a_real_desk, a_table
from followup.desk import Desk
from followup.domain.dates import Kind
from followup.tui.dialogs.options import OptionsDialog
from followup.tui.dialogs.words import WordsDialog
from followup.tui.folders import completed, names_for, pasted_path
from followup.tui.rooms.imports import ImportRoom
from followup.tui.widgets.field_list import FieldList
from followup.tui.widgets.month_view import MonthView
from followup.tui.widgets.outline import Outline
from followup.tui.widgets.path_line import PathLine
from test_tui_register import open_house, screen_text, settle, toasts

SIZES = [(80, 24), (120, 40), (80, 18)]


def the_room(pilot: Pilot[int]) -> ImportRoom:
    return pilot.app.screen_stack[0].query_one(ImportRoom)


def the_note(pilot: Pilot[int]) -> str:
    return str(the_room(pilot).query_one(".note", Static).content)


async def read(pilot: Pilot[int], path: Path) -> None:
    the_room(pilot).query_one(PathLine).value = str(path)
    await settle(pilot)
    await pilot.press("enter")
    await settle(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


async def correct(pilot: Pilot[int], field: str, words: str) -> None:
    """Type other words for a field of the action under the cursor."""
    the_room(pilot).query_one(FieldList).post_message(FieldList.Opened(field))
    await settle(pilot)
    dialog = pilot.app.screen
    assert isinstance(dialog, WordsDialog)
    box = dialog.query_one("#words")
    if isinstance(box, Input):
        box.value = words
    else:
        box.text = words  # type: ignore[attr-defined]  # a TextArea
    await pilot.pause()
    dialog.action_save()
    await settle(pilot)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_real_desk(tmp_path)


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_stand_beside_their_reading_and_doubts_are_marked(
    desk: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with open_house(desk, size, "i") as pilot:
        await read(pilot, a_document(tmp_path))
        text = screen_text(pilot)
        assert "3 åtgärder" in text
        assert "B. Lokaler" in text
        assert "? 2" in text
        await press(pilot, "o", "enter")
        text = screen_text(pilot)
        assert "när alla hunnit" in text
        assert "→ rollen Verksamhetschef" in text
        assert "? datumet gick inte att tolka" in text


async def test_a_whole_review_is_stored_as_one_change_with_what_was_put_right(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path))
        await press(pilot, "o")
        await correct(pilot, "due", "VT 2028")
        assert "inget är oklart" in screen_text(pilot)
        await correct(pilot, "responsible", "Överläkare Ada Quist")
        assert "→ Ada Quist (Överläkare)" in screen_text(pilot)
        await correct(pilot, "follow_up", "varje kvartal")
        await correct(pilot, "measure", "Rådet bildas.\n\nDet träffas varje månad.")
        await correct(pilot, "area", "C. Råd")
        await press(pilot, "G", "space")
        assert "tas inte med" in screen_text(pilot)
        await press(pilot, "a")
        snapshot = desk.snapshot()
        assert [one.label for one in snapshot.actions.values()] == ["A1", "C1"]
        changed = list(snapshot.actions.values())[1]
        assert (changed.due.kind, changed.due.text) == (Kind.TERM, "VT 2028")
        assert changed.rule == "FREQ=MONTHLY;INTERVAL=3"
        assert changed.doubts == ()
        assert changed.measure == "Rådet bildas.\n\nDet träffas varje månad."
        assert snapshot.people[changed.responsible[0].person].name == "Ada Quist"
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house
        assert any("Läste in 2 åtgärder från plan.md" in said for said in toasts(pilot))
        await press(pilot, "u")
        assert desk.snapshot().actions == {}


async def test_what_cannot_be_read_is_said_and_what_was_typed_stays(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path))
        await correct(pilot, "due", "blåbär")
        assert isinstance(pilot.app.screen, WordsDialog)
        assert "Kan inte läsa ”blåbär”" in screen_text(pilot)
        assert pilot.app.screen.query_one("#words", Input).value == "blåbär"
        await press(pilot, "escape")
        await correct(pilot, "follow_up", "blåbär")
        assert "som en uppföljning" in screen_text(pilot)


async def test_a_day_is_picked_in_the_month(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, (80, 24), "i") as pilot:
        await read(pilot, a_document(tmp_path))
        await press(pilot, "o", "enter", "down", "down", "down", "enter")
        assert "November 2026" in screen_text(pilot)
        await press(pilot, "down")
        assert isinstance(pilot.app.focused, MonthView)
        await press(pilot, "pagedown", "right", "down", "enter")
        assert pilot.app.screen.query_one("#words", Input).value == "2026-12-30"
        assert "→ 30 december 2026" in screen_text(pilot)
        await press(pilot, "enter")
        assert "2026-12-30" in screen_text(pilot)


async def test_a_tick_says_that_it_is_right_as_read(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path))
        await press(pilot, "o", "t", "ctrl+s")
        doubts = [one for action in desk.snapshot().actions.values() for one in action.doubts]
        assert doubts
        assert {one.ticked_by for one in doubts} == {"Kim"}


async def test_a_new_issue_shows_what_is_new_same_changed_and_gone(desk: Desk, tmp_path: Path) -> None:
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    later = (
        ROWS[0],
        (*ROWS[1][:3], "December 2027", *ROWS[1][4:]),
        ("C. Tid", "Tid", "Tid i schemat.", "2028", "Bo Ek", "", ""),
    )
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path, "ny.md", a_table(later)))
        text = screen_text(pilot)
        for words in ("ny utgåva av", "Nya", "Ändrade", "Finns inte i den nya utgåvan", "Oförändrade"):
            assert words in text
        await press(pilot, "g", "n")
        text = screen_text(pilot)
        assert "December 2027" in text
        assert "när alla hunnit" in text
        await press(pilot, "n", "space", "a")
        actions = {one.label: one for one in desk.snapshot().actions.values()}
        assert set(actions) == {"A1", "A2", "B1", "C1"}
        assert actions["A2"].due.text == "December 2027"
        assert [one.code for one in actions["B1"].doubts] == []
        assert len(desk.history()) == 2


async def test_a_changed_action_that_is_left_out_stays_as_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    before = {one.label: one for one in desk.snapshot().actions.values()}
    later = ((*ROWS[0][:3], "Juni 2029", *ROWS[0][4:]), *ROWS[1:])
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path, "ny.md", a_table(later)))
        await press(pilot, "g", "space", "a")
        assert {one.label: one for one in desk.snapshot().actions.values()} == before


async def test_a_document_can_become_a_plan_of_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.documents.accept(desk.documents.read(str(a_document(tmp_path)), {}))
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path))
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, OptionsDialog)
        pilot.app.screen.query_one("#typed", Input).value = "andra"
        await press(pilot, "1", "enter", "a")
        assert "andra" in {plan.key for plan in desk.snapshot().plans.values()}


async def test_a_review_with_a_heading_that_is_not_known_is_not_called_clear(desk: Desk, tmp_path: Path) -> None:
    table = a_table(rows=(ROWS[0], ROWS[2]), heads=(*HEADS[:4], "Fixare", *HEADS[5:]))
    async with open_house(desk, SIZES[0], "i") as pilot:
        await read(pilot, a_document(tmp_path, text=table))
        text = screen_text(pilot)
        assert "? Fixare: känns inte igen" in text
        assert "inget är oklart" not in text


async def test_headings_that_are_not_recognised_can_be_told(desk: Desk, tmp_path: Path) -> None:
    heads = (*HEADS[:3], "Deadlinje-x", *HEADS[4:])
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path, "x.md", a_table(heads=heads)))
        await press(pilot, "m")
        assert "Vad står under ”Deadlinje-x”?" in screen_text(pilot)
        await press(pilot, "3", "enter")
        await settle(pilot)
        assert "Maj 2027" in screen_text(pilot)
        await press(pilot, "a")
        assert next(iter(desk.snapshot().actions.values())).due.text == "Maj 2027"


async def test_a_pasted_text_is_read(desk: Desk) -> None:
    async with open_house(desk, keys="i") as pilot:
        pilot.app.post_message(events.Paste(a_table()))
        await settle(pilot)
        assert "inklistrad text" in screen_text(pilot)
        assert "3 åtgärder" in screen_text(pilot)


@pytest.mark.parametrize(
    ("name", "text", "words"), [("tom.md", " ", "tom"), ("brev.txt", "Hej!\nVi ses i morgon.\n", "ingen")]
)
async def test_what_is_no_plan_is_refused_in_a_sentence(
    desk: Desk, tmp_path: Path, name: str, text: str, words: str
) -> None:
    async with open_house(desk, keys="i") as pilot:
        await read(pilot, a_document(tmp_path, name, text))
        assert the_note(pilot).startswith("! ")
        assert words in the_note(pilot)
        await read(pilot, tmp_path / "finns-inte.pdf")
        assert the_note(pilot).startswith("! ")
        assert desk.snapshot().revision == 0


async def test_names_are_completed_and_folders_entered(desk: Desk, tmp_path: Path) -> None:
    deep = tmp_path / "Dokument å"
    deep.mkdir()
    a_document(deep, "handlingsplan 2027.md")
    a_document(deep, "handlingsplan 2026.md")
    async with open_house(desk, keys="i") as pilot:
        line = the_room(pilot).query_one(PathLine)
        line.value = str(tmp_path / "Dok")
        await settle(pilot)
        await press(pilot, "tab")
        assert line.value == str(deep) + "/"
        await press(pilot, "tab")
        assert line.value.endswith("/handlingsplan 202")
        await press(pilot, "down", "down", "enter")
        assert "3 åtgärder" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Fortsätt med handlingsplan 2027.md" in screen_text(pilot)
        the_room(pilot).query_one("#names", Outline).focus()
        await press(pilot, "g", "enter")
        assert "3 åtgärder" in screen_text(pilot)


async def test_escape_leads_back_to_the_register(desk: Desk, tmp_path: Path) -> None:
    async with open_house(desk, (80, 24), "i") as pilot:
        await read(pilot, a_document(tmp_path))
        await press(pilot, "enter", "escape", "escape", "escape")
        assert pilot.app.screen_stack[0]._here == "register"  # type: ignore[attr-defined]  # the house


def test_hidden_names_and_other_files_are_not_offered(tmp_path: Path) -> None:
    for name in (".dold.md", "bild.png", "plan.docx", "Plan.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [one.name for one in names_for(f"{tmp_path}/")] == ["plan.docx", "Plan.pdf"]
    assert [one.name for one in names_for(f"{tmp_path}/PLAN.p")] == ["Plan.pdf"]
    assert names_for(f"{tmp_path}/nej/") == ()
    assert completed("x", ()) == "x"


@pytest.mark.parametrize(
    ("dropped", "path"),
    [
        ("'/hem/min plan.pdf' ", "/hem/min plan.pdf"),
        ("/hem/min\\ plan.pdf", "/hem/min plan.pdf"),
        ("file:///hem/min%20plan.pdf", "/hem/min plan.pdf"),
    ],
)
def test_a_path_is_taken_as_terminals_drop_it(dropped: str, path: str) -> None:
    assert pasted_path(dropped) == path


async def test_headings_once_told_are_known_in_the_next_run(tmp_path: Path) -> None:
    heads = (*HEADS[:3], "Deadlinje-x", *HEADS[4:])
    path = a_document(tmp_path, "x.md", a_table(heads=heads))
    async with open_house(a_desk_that_remembers(tmp_path), keys="i") as pilot:
        await read(pilot, path)
        await press(pilot, "m", "3", "enter")
        await settle(pilot)
        assert "Maj 2027" in screen_text(pilot)
    async with open_house(a_desk_that_remembers(tmp_path), keys="i") as pilot:
        await read(pilot, path)
        assert "Maj 2027" in screen_text(pilot)


@pytest.mark.parametrize(("language", "said"), [("sv", "A. Ledning (gradering C)"), ("en", "A. Ledning (grade C)")])
async def test_the_grade_of_an_area_is_shown_and_kept(tmp_path: Path, language: str, said: str) -> None:
    desk = a_real_desk(tmp_path, language)
    text = "| Område | Gradering | Åtgärd | Klart senast |\n|---|---|---|---|\n"
    text += "| A. Ledning | | Utse en chef | maj 2027 |\n| A. Ledning | C | Skriv ner uppdraget | juni 2027 |\n"
    (tmp_path / "graderad.md").write_text(text, encoding="utf-8")
    async with open_house(desk, (80, 24), "i") as pilot:
        await read(pilot, tmp_path / "graderad.md")
        assert screen_text(pilot).count(said) == 1
        await press(pilot, "a")
    assert [area.grade for area in desk.snapshot().areas.values()] == ["C"]
