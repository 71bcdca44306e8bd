"""Every key of every room, dialog and list does what the bar and the sheet of keys say: none is bound and forgotten.

A place is where the keyboard can be: a room or a dialog with something focused in it. For each key that is bound there
stands what it does. What is bound is read from the classes, so that a new key without an entry here fails.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from textual.widgets._toast import Toast
from textual.worker import WorkerCancelled

import followup.tui
from documents_typed import HEADS, a_document, a_table
from followup.domain.actions import Status
from followup.domain.commands import MoveTo
from followup.domain.snapshot import Snapshot
from followup.phrases.book import Phrases
from followup.publishing.calendar_report import CalendarFile, CalendarReport, Line
from followup.tui import editor
from followup.tui.app import FollowupApp
from followup.tui.remembering import Memories
from followup.tui.room import Room
from followup.tui.widgets.month_view import MonthView
from test_tui_plans import two_plans
from test_tui_register import SIZES, open_house, screen_text, toasts
from tui_desk import MemoryDesk, NoCalendars

TYPED = frozenset({"space", "slash", "plus", "question_mark", "colon", "left_square_bracket", "right_square_bracket"})
"""Signs that are written where something is typed; so is every key that is one letter."""


@dataclass(frozen=True)
class Sight:
    """What can be seen of the house, and what its desk has been asked."""

    room: str
    screen: str
    focus: str
    cursor: int
    scroll: float
    looks: frozenset[str]
    text: str
    told: int
    asked: int
    revision: int
    copied: int
    left: int
    typed: str

    @property
    def stance(self) -> tuple[object, ...]:
        """Where the keyboard is."""
        return self.room, self.screen, self.focus, self.looks


Check = Callable[[Sight, Sight], bool]


@dataclass(frozen=True)
class Place:
    """Where the keyboard can be: the keys that lead there, what is focused, and what each key bound there does.

    What other keys do is as in the place that `else_as` names, and tried there.
    """

    way: str
    focus: str
    does: dict[str, Check] = field(default_factory=dict)
    one_plan: bool = False
    else_as: str = ""


# -- what keys do ---------------------------------------------------------------------------------------------------


def down(before: Sight, after: Sight) -> bool:
    return after.cursor > before.cursor and after.stance == before.stance


def up(before: Sight, after: Sight) -> bool:
    return after.cursor < before.cursor and after.stance == before.stance


def on(before: Sight, after: Sight) -> bool:
    """On to what comes: further down, or scrolled."""
    return down(before, after) or after.scroll > before.scroll


def back_up(before: Sight, after: Sight) -> bool:
    return after.stance == before.stance and (after.cursor, after.scroll) <= (before.cursor, before.scroll)


def scrolls(before: Sight, after: Sight) -> bool:
    """On by a screenful, where not all is in sight already."""
    return after.stance == before.stance and after.scroll >= before.scroll


def stays(before: Sight, after: Sight) -> bool:
    return after.stance == before.stance and after.text == before.text


def changes(before: Sight, after: Sight) -> bool:
    """Something else is shown, and the keyboard is where it was."""
    return after.text != before.text and after.room == before.room and after.screen == before.screen


def tells(before: Sight, after: Sight) -> bool:
    return after.told > before.told


def asks(before: Sight, after: Sight) -> bool:
    """The desk is asked, and the dialog is gone."""
    return after.asked > before.asked and after.screen == "House"


def refuses(before: Sight, after: Sight) -> bool:
    """It is said in the dialog why not."""
    return after.screen == before.screen and "! " in after.text and after.revision == before.revision


def undoes(before: Sight, after: Sight) -> bool:
    return after.revision > before.revision and after.told > before.told


def copies(before: Sight, after: Sight) -> bool:
    return after.copied > before.copied


def leaves(before: Sight, after: Sight) -> bool:
    return after.left > before.left


def closes(before: Sight, after: Sight) -> bool:
    return before.screen != "House" and after.screen == "House" and after.asked == before.asked


def goes(room: str) -> Check:
    return lambda _, after: after.room == room and after.screen == "House"


def opens(screen: str) -> Check:
    return lambda _, after: after.screen == screen


def focuses(name: str) -> Check:
    return lambda _, after: after.focus == name


def looks(name: str, *, on: bool = True) -> Check:
    return lambda before, after: (name in after.looks) == on and (name in before.looks) != on


def holds(words: str) -> Check:
    return lambda _, after: words in after.typed


DOORS: dict[str, Check] = {
    key: goes(room)
    for key, room in zip(
        "12345678ie",
        ("today", "register", "action", "people", "year", "areas", "meeting", "log", "import", "export"),
        strict=True,
    )
}
HOUSE: dict[str, Check] = {
    **DOORS,
    "P": opens("OptionsDialog"),
    "u": undoes,
    "ctrl+r": tells,
    "ctrl+p": opens("Palette"),
    "colon": opens("Palette"),
    "ctrl+q": leaves,
    "q": leaves,
    "question_mark": opens("KeySheet"),
    "f1": opens("KeySheet"),
}
WORK: dict[str, Check] = {
    **HOUSE,
    "m": opens("StatusDialog"),
    "f": opens("RoundDialog"),
    "d": opens("MoveDialog"),
    "plus": opens("ActionDialog"),
    "N": opens("PlanDialog"),
    "y": copies,
}
MOVING: dict[str, Check] = {
    "down": down,
    "j": down,
    "up": up,
    "k": up,
    "pagedown": on,
    "ctrl+d": on,
    "pageup": back_up,
    "ctrl+u": back_up,
    "home": back_up,
    "g": back_up,
    "end": on,
    "G": on,
}
SHOWN: dict[str, Check] = {key: goes("register") for key in ("enter", "right")}
HEADINGS: dict[str, Check] = {
    "n": down,
    "right_square_bracket": down,
    "p": back_up,
    "left_square_bracket": back_up,
}
OUTLINED = {**WORK, **MOVING, **HEADINGS, **SHOWN}
TURNING: dict[str, Check] = {
    "n": changes,
    "right_square_bracket": changes,
    "p": changes,
    "left_square_bracket": changes,
}
REGISTER: dict[str, Check] = {
    **WORK,
    "slash": focuses("filter"),
    "s": changes,
    "S": changes,
    "v": opens("OptionsDialog"),
    "w": opens("ViewsDialog"),
    "c": opens("ColumnsDialog"),
    "t": changes,
    "a": changes,
}
FIELDS: dict[str, Check] = {
    **MOVING,
    "pagedown": scrolls,
    "ctrl+d": scrolls,
    "enter": opens("WordsDialog"),
    "right": opens("WordsDialog"),
}
DIALOG: dict[str, Check] = {"escape": closes, "tab": lambda before, after: after.focus != before.focus}


def numbers(options: int, chosen: int = 1) -> dict[str, Check]:
    """Numbers choose, but the one that is chosen, and those that stand before nothing."""
    return {str(n): changes if n <= options and n != chosen else stays for n in range(1, 10)}


PICKS: dict[str, Check] = {"down": down, "j": down, "up": up, "k": up}

PLACES: dict[str, Place] = {
    "today": Place("1 n n", "Outline", OUTLINED),
    "people": Place(
        "4 n down", "Outline", {**OUTLINED, "o": opens("HandOverDialog"), "a": opens("PersonDialog")}
    ),
    "year": Place("5 n down", "Outline", OUTLINED),
    "areas": Place("6 n down", "Outline", {**OUTLINED, "b": opens("WordsDialog")}),
    "log": Place("8 down", "Outline", {**OUTLINED, **SHOWN, "slash": focuses("search"), "n": stays, "right_square_bracket": stays}),
    "log search": Place(
        "8 slash A 1", "search", {"escape": focuses("Outline"), "down": focuses("Outline"), "enter": focuses("Outline")}
    ),
    "register": Place(
        "2 down down",
        "actions",
        {
            **REGISTER, **MOVING,
            "enter": looks("opened"), "right": looks("opened"), "space": changes, "l": looks("opened"),
            "n": down, "right_square_bracket": down, "p": up, "left_square_bracket": up,
            "escape": stays, "left": stays, "h": stays,
        },
    ),
    "register, some chosen": Place(
        "2 down space", "actions", {"escape": changes, "left": changes, "h": changes, "space": changes, "a": changes}, else_as="register",
    ),
    "register, opened": Place(
        "2 down down enter",
        "card",
        {
            **REGISTER, **TURNING,
            "down": scrolls, "j": scrolls, "up": back_up, "k": back_up, "g": back_up, "G": scrolls, "l": changes,
            "escape": looks("opened", on=False), "left": looks("opened", on=False), "h": looks("opened", on=False),
            "s": changes, "S": changes, "v": opens("OptionsDialog"), "t": stays, "a": changes,
        },
    ),
    "register, filtering": Place(
        "2 slash s t",
        "filter",
        {"enter": focuses("actions"), "down": focuses("actions"), "tab": holds("status:"), "escape": focuses("actions")},
    ),
    "action": Place(
        "2 down down 3 down down",
        "FieldList",
        {
            **WORK, **FIELDS, **TURNING,
            "enter": opens("OptionsDialog"), "right": opens("OptionsDialog"),
            "escape": goes("register"), "left": goes("register"), "h": goes("register"),
        },
    ),
    "meeting, choosing": Place(
        "7 n down",
        "Outline",
        {**HOUSE, **MOVING, **HEADINGS, "enter": looks("begun"), "right": looks("begun"),
         "plus": opens("ActionDialog"), "N": opens("PlanDialog"), "y": stays, "d": stays, "f": stays, "m": stays,
         "space": stays, "c": stays, "w": stays, "escape": goes("today"), "left": goes("today")},
    ),
    "meeting": Place(
        "7 enter down",
        "Outline",
        {**WORK, **MOVING, "n": stays, "right_square_bracket": stays, "p": stays, "left_square_bracket": stays,
         "enter": looks("opened"), "right": looks("opened"), "space": changes, "c": opens("WordsDialog"),
         "w": opens("WordsDialog"), "escape": looks("begun", on=False), "left": looks("begun", on=False)},
    ),
    "meeting, an action": Place(
        "7 enter enter down",
        "FieldList",
        {**WORK, **FIELDS, "space": changes, "c": opens("WordsDialog"), "w": opens("WordsDialog"),
         "escape": focuses("Outline"), "left": focuses("Outline")},
    ),
    "import, typing": Place(
        "i h", "path", {"tab": holds("handlingsplan.md"), "enter": looks("review"), "down": focuses("names"),
                        "escape": goes("register")},
    ),
    "import, names": Place(
        "i down down",
        "names",
        {**HOUSE, **MOVING, "n": stays, "right_square_bracket": stays, "p": back_up, "left_square_bracket": back_up,
         "enter": looks("review"), "right": looks("review"), "escape": focuses("path"), "left": focuses("path")},
    ),
    "import, review": Place(
        "i h tab enter down",
        "rows",
        {**HOUSE, **MOVING, **HEADINGS,
         "a": goes("register"), "ctrl+s": goes("register"), "o": down, "t": changes, "space": changes,
         "w": opens("OptionsDialog"), "m": opens("OptionsDialog"), "u": tells,
         "enter": focuses("fields"), "right": focuses("fields"), "escape": focuses("path"), "left": focuses("path")},
    ),
    "import, an action": Place(
        "i h tab enter enter down",
        "fields",
        {**HOUSE, **FIELDS, "a": goes("register"), "ctrl+s": goes("register"), "o": changes, "t": changes,
         "space": changes, "w": opens("OptionsDialog"), "m": opens("OptionsDialog"), "u": tells,
         "escape": focuses("rows"), "left": focuses("rows")},
    ),
    "export": Place(
        "e down",
        "Picks",
        {**HOUSE, **MOVING, "n": down, "right_square_bracket": down, "p": back_up, "left_square_bracket": back_up,
         "enter": changes, "right": changes, "w": tells, "ctrl+s": tells, "f": focuses("folder"), "v": tells,
         "escape": goes("today"), "left": goes("today")},
    ),
    "export, folder": Place(
        "e f", "folder", {"tab": stays, "enter": focuses("Picks"), "down": focuses("Picks"), "ctrl+s": tells,
                          "escape": focuses("Picks")},
    ),
    "status": Place("2 down m 3", "status", {**DIALOG, **numbers(6, 3), "ctrl+s": asks, "enter": asks, **PICKS}),
    "round": Place("2 f 2", "result", {**DIALOG, **numbers(4, 2), "ctrl+s": asks, "enter": asks, **PICKS}),
    "move": Place("2 d", "words", {**DIALOG, "ctrl+s": refuses}),
    "action by hand": Place(
        "2 plus tab", "requirement", {**DIALOG, "ctrl+s": refuses, "enter": focuses("measure")}, one_plan=True
    ),
    "plan by hand": Place("2 N", "title", {**DIALOG, "ctrl+s": refuses}),
    "hand over": Place("4 n down o", "person", {**DIALOG, "ctrl+s": refuses}),
    "person": Place("4 n down a", "mail", {**DIALOG, "ctrl+s": refuses}),
    "options": Place("2 v 2", "options", {**DIALOG, **numbers(5, 2), "ctrl+s": closes, "enter": closes, "tab": stays, **PICKS}),
    "views": Place(
        "2 w M enter w",
        "names",
        {**DIALOG, **numbers(2, 2), "up": up, "k": up, "down": stays, "j": stays, "enter": closes, "r": focuses("view-name"),
         "x": changes, "delete": changes, "u": closes},
    ),
    "views, a name": Place("2 w", "view-name", {**DIALOG, "ctrl+s": refuses, "u": holds("u")}),
    "columns": Place(
        "2 c", "columns",
        {**numbers(6, 0), "down": down, "j": down, "up": stays, "k": stays, "space": changes, "enter": closes,
         "ctrl+s": closes, "escape": closes, "tab": stays},
    ),
    "a long text": Place(
        "3 enter", "words", {**DIALOG, "tab": stays, "ctrl+s": refuses, "ctrl+o": holds("Skrivet"), "f4": holds("Skrivet"), "down": stays}
    ),
    "a date": Place("3 down down down down enter", "words", {**DIALOG, "down": focuses("MonthView"), "ctrl+s": refuses}),
    "a month": Place(
        "3 down down down down enter down",
        "MonthView",
        {**dict.fromkeys(("left", "h", "up", "k", "pageup"), up), **dict.fromkeys(("right", "l", "down", "j", "pagedown"), down),
         "enter": focuses("words"), "space": focuses("words"), **DIALOG, "ctrl+s": refuses},
    ),
    "the sheet of keys": Place(
        "2 question_mark", "key-sheet", dict.fromkeys(("escape", "question_mark", "q", "enter"), closes)
    ),
}  # fmt: skip


# -- the house, and what is seen of it --------------------------------------------------------------------------------


async def a_moment(*_: object) -> None:
    """Wait as long as a frame takes, in the place of Textual's own wait, which is six times as long."""
    await asyncio.sleep(0.01)


class Ready(NoCalendars):
    """Calendars that are always drawn up alike and written nowhere, and a ledger with nothing in it."""

    def export_folder(self, folder: str, **asked: Any) -> Any:
        told = tuple(Line(f"A{n}", "due", date(2026, 6, n), f"Sak {n}") for n in range(1, 20))
        files = tuple(
            CalendarFile(name, name, f"{folder}/{name}.ics", 19, changed=True, new=told) for name in ("A", "B")
        )
        return CalendarReport(folder, bool(asked["dry_run"]), files, (), ())

    def export_by_hand(self, folder: str, **asked: Any) -> Any:
        return self.export_folder(folder, **asked)


@dataclass
class Ground:
    """What is the same before every key: the plan, what the desk was asked, what was copied and left."""

    desk: MemoryDesk
    begun: Snapshot
    journal: list[Any]
    copied: list[str]
    left: list[int]


@pytest.fixture
def ground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    """A home with one document, two plans, one change to undo; nobody leaves, copies or edits in earnest."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    a_document(tmp_path, "handlingsplan.md", a_table(heads=(*HEADS[:3], "Deadlinje-x", *HEADS[4:])))
    for name in ("andra.md", "avtal.md"):
        a_document(tmp_path, name)
    desk = MemoryDesk(two_plans())
    desk.calendars = Ready()  # type: ignore[assignment]  # calendars that write nothing
    for action in ("d1", "b1", "s2", "d2"):
        desk.do(MoveTo(action, Status.IN_PROGRESS, "Har börjat"))
    copied: list[str] = []
    left: list[int] = []
    monkeypatch.setattr(FollowupApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    monkeypatch.setattr(FollowupApp, "exit", lambda *_, **__: left.append(1))
    monkeypatch.setattr("textual.app.wait_for_idle", a_moment)
    monkeypatch.setattr("textual.pilot.wait_for_idle", a_moment)
    monkeypatch.setattr(editor, "edited", lambda _: "Skrivet")
    monkeypatch.setattr(FollowupApp, "suspend", lambda _: nullcontext())
    return Ground(desk, desk.now, list(desk.journal), copied, left)


def cursor_of(focused: Any) -> int:
    """Give the place of the cursor in a list or a choice, or the day it stands on."""
    if isinstance(focused, MonthView):
        return focused.day.toordinal()
    place = getattr(focused, "cursor", getattr(focused, "chosen", 0))
    return place if isinstance(place, int) else 0


def sight(pilot: Pilot[int], ground: Ground) -> Sight:
    app = the_app(pilot)
    house, screen = app.house, app.screen
    focused: Any = screen.focused
    text = "" if focused is None else focused.text if isinstance(focused, TextArea) else getattr(focused, "value", "")
    name = "" if focused is None else str(focused.id or type(focused).__name__)
    return Sight(
        room=house._here,
        screen=type(screen).__name__,
        focus=name,
        cursor=cursor_of(focused),
        scroll=focused.scroll_y if focused is not None else 0,
        looks=frozenset(house.room.classes) & LOOKS,
        text=without_clock(pilot),
        told=len(toasts(pilot)),
        asked=len(ground.desk.asked),
        revision=ground.desk.now.revision,
        copied=len(ground.copied),
        left=len(ground.left),
        typed=str(text),
    )


LOOKS = frozenset({"opened", "begun", "review", "searching"})


def the_app(pilot: Pilot[int]) -> FollowupApp:
    app = pilot.app
    assert isinstance(app, FollowupApp)
    return app


def without_clock(pilot: Pilot[int]) -> str:
    """Leave out the messages that come and go by themselves, and the bar that runs while something is read."""
    painted = pilot.app.screen._compositor.visible_widgets
    messages = [region for widget, (region, _) in painted.items() if isinstance(widget, Toast)]
    told = {row for region in messages for row in range(region.y, region.bottom)}
    lines = enumerate(screen_text(pilot).split("\n"))
    return "\n".join(line for row, line in lines if row not in told and "━━" not in line[:20])


async def strike(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after another, each when what came before is at rest; what it gave up is at rest too."""
    for key in keys:
        await pilot.press(key)
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


FRAMES = 20
"""What is shown may come frames later than the key, on a busy machine; so many of them are waited for."""


async def seen(pilot: Pilot[int], ground: Ground, is_right: Callable[[Sight], bool]) -> Sight:
    """Give what is seen as soon as it is right, or what is seen after so many frames."""
    now = sight(pilot, ground)
    for _ in range(FRAMES):
        if is_right(now):
            break
        await pilot.pause()
        now = sight(pilot, ground)
    return now


async def at_rest(pilot: Pilot[int], ground: Ground) -> Sight:
    """Give what is seen when two frames in a row are alike."""
    last, now = None, sight(pilot, ground)
    for _ in range(FRAMES):
        if now == last:
            break
        await pilot.pause()
        last, now = now, sight(pilot, ground)
    return now


async def stand(pilot: Pilot[int], ground: Ground, place: Place) -> Sight:
    """Begin anew: everything as it was before the first key, and go to the place."""
    app = the_app(pilot)
    while len(app.screen_stack) > 1:
        app.pop_screen()
    app.clear_notifications()
    desk = ground.desk
    desk.kept.clear()
    desk.now = replace(ground.begun, revision=desk.now.revision + 1)
    desk.journal = list(ground.journal)
    app._show(desk.now)
    house = app.house
    house._memories, house.plan, house._narrowed = Memories(None), "p1" if place.one_plan else "", None
    house._here = house.before = "today"
    await house.renew(house.query(Room))
    house.watch_view()
    house.room.enter()
    await strike(pilot, *place.way.split())
    found = await at_rest(pilot, ground)
    assert found.focus == place.focus, found.text
    return found


MOVES = (down, up, on, back_up, stays, scrolls)
"""Keys that do nothing but move are pressed one after another, the cursor put back in between."""


async def put_back(pilot: Pilot[int], ground: Ground, base: Sight, *, moved: bool) -> bool:
    """Close what was opened, put the cursor back where it was; say whether all is as it was.

    What is shown is only looked at where a key did more than move.
    """
    app = the_app(pilot)
    while base.screen == "House" and len(app.screen_stack) > 1:
        app.pop_screen()
    app.clear_notifications()
    await pilot.pause()
    focused: Any = app.screen.focused
    if focused is None or sight(pilot, ground).stance != base.stance:
        return False
    if isinstance(focused, MonthView):
        focused.day = date.fromordinal(base.cursor)
    for name in ("cursor", "chosen"):
        if isinstance(getattr(focused, name, None), int):
            setattr(focused, name, base.cursor)
    if not isinstance(focused, TextArea):
        focused.scroll_to(y=base.scroll, animate=False, force=True, immediate=True)
    await pilot.pause()
    now = await at_rest(pilot, ground)
    return (now.cursor, now.revision) == (base.cursor, base.revision) and (moved or now.text == base.text)


def differences(before: Sight, after: Sight) -> str:
    """Say what of the sight is another, the text last."""
    other = [one.name for one in fields(Sight) if getattr(before, one.name) != getattr(after, one.name)]
    said = [f"{name} {getattr(before, name)!r} -> {getattr(after, name)!r}" for name in other if name != "text"]
    return "; ".join(said) + (f"\n{after.text}" if "text" in other else " (nothing else is shown)")


def typing(pilot: Pilot[int]) -> bool:
    return isinstance(pilot.app.screen.focused, (Input, TextArea))


def in_force(pilot: Pilot[int]) -> set[str]:
    """Give the keys that the house itself answers to now."""
    app = the_app(pilot)
    active = app.screen.active_bindings.items()
    return {key for key, one in active if one.enabled and one.node in {app, app.house}}


async def wrong_keys(pilot: Pilot[int], ground: Ground, place: Place, *, everywhere: bool) -> list[str]:
    """Press each key of a place where it begins; give those that did something else than they should.

    What the house itself answers to is pressed only if it is to be `everywhere`; else it is seen to be in force.
    """
    wrong, base = [], await stand(pilot, ground, place)
    unknown = {key for key, one in the_app(pilot).screen.active_bindings.items() if one.enabled and one.binding.id}
    known = place.does.keys() | HOUSE.keys() | (PLACES[place.else_as].does.keys() if place.else_as else set())
    wrong += [f"{key}: stands nowhere" for key in unknown - known - (TYPED if typing(pilot) else set())]
    last: Check = stays
    for key, check in place.does.items():
        if HOUSE.get(key) is check and not everywhere:
            if key not in in_force(pilot):
                wrong.append(f"{key}: is not in force")
            continue
        if not await put_back(pilot, ground, base, moved=last in MOVES):
            base = await stand(pilot, ground, place)
        last = check
        before = sight(pilot, ground)
        await strike(pilot, key)
        after = await seen(pilot, ground, partial(check, before))
        if not check(before, after):
            wrong.append(f"{key}: {differences(before, after)}")
    return wrong


LOOKED_AT = [(language, size) for size in SIZES for language in ("sv", "en")]
DOORWAYS = frozenset({"today", "export"})
"""Where the keys of the house itself are pressed in every run."""
TURNS = range(len(LOOKED_AT) if os.environ.get("FOLLOWUP_LONG_FUZZ") else 1)
"""Every place in each language and size when asked for, with FOLLOWUP_LONG_FUZZ; in every run each place in one of them."""


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("name", PLACES)
async def test_each_key_does_what_it_says(name: str, turn: int, ground: Ground) -> None:
    language, size = LOOKED_AT[(turn + list(PLACES).index(name)) % len(LOOKED_AT)]
    ground.desk.phrases = Phrases(language)
    async with open_house(ground.desk, size, room="") as pilot:
        wrong = await wrong_keys(pilot, ground, PLACES[name], everywhere=len(TURNS) > 1 or name in DOORWAYS)
        assert not wrong, "\n\n".join(wrong)


# -- nothing is forgotten ---------------------------------------------------------------------------------------------


def bound() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Give every binding of the interface with the class that has it."""
    for module in pkgutil.walk_packages(followup.tui.__path__, "followup.tui."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == module.name:
                yield from ((kind, one) for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding))


TRIED_IN: dict[str, tuple[str, ...]] = {
    "FollowupApp": ("today",),
    "House": ("today",),
    "WorkRoom": ("register",),
    "ArrangedRoom": ("register",),
    "ViewedRoom": ("register",),
    "CardedRoom": ("register", "register, opened"),
    "RegisterRoom": ("register", "register, some chosen", "register, opened"),
    "ActionRoom": ("action",),
    "PeopleRoom": ("people",),
    "AreasRoom": ("areas",),
    "MeetingRoom": ("meeting", "meeting, choosing", "meeting, an action"),
    "LogRoom": ("log", "log search"),
    "ReviewRoom": ("import, review", "import, an action"),
    "ImportRoom": ("import, review", "import, an action"),
    "ExportRoom": ("export", "export, folder"),
    "Outline": ("today", "people", "year", "areas", "log"),
    "Picks": ("export",),
    "ActionList": ("register",),
    "CardPane": ("register, opened",),
    "FieldList": ("action", "meeting, an action", "import, an action"),
    "FilterField": ("register, filtering",),
    "FilterLine": ("register, filtering",),
    "PathLine": ("import, typing", "export, folder"),
    "Dialog": ("status", "round", "move", "plan by hand", "hand over", "person", "options"),
    "Choice": ("status", "round", "options"),
    "Ticks": ("columns",),
    "ColumnsDialog": ("columns",),
    "NamedList": ("views",),
    "ViewsDialog": ("views", "views, a name"),
    "ActionDialog": ("action by hand",),
    "WordsDialog": ("a long text", "a date"),
    "MonthView": ("a month",),
    "KeySheet": ("the sheet of keys",),
}
"""The places where the keys of a class are tried."""


def test_no_key_is_bound_that_is_not_tried() -> None:
    """A class with keys that stands in no place, or a key that none of its places has, has been forgotten here."""
    tried = {name: {key for place in places for key in PLACES[place].does} for name, places in TRIED_IN.items()}
    keys = {(kind.__name__, key) for kind, one in bound() for key in one.key.split(",")}
    assert {(name, key) for name, key in keys if key not in tried.get(name, set())} == set()
    assert set(TRIED_IN) == {name for name, _ in keys}
