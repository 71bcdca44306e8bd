"""The one screen of the house: the rooms' names above, one room in sight, the keys of that room below.

House
├── Bar #room-bar
├── Bar #plan-bar       which of several plans is chosen
├── a Room (the others are made when first visited, and hidden)
└── Bar #key-bar
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input

from followup.tui.doors import DOORS, FIRST, NARROWED, REMEMBERED, WHOLE
from followup.tui.remembering import Memories
from followup.tui.spoken import hints, press, spoken
from followup.tui.view import Told, View
from followup.tui.widgets.bars import Bar, Hint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from followup.phrases.book import Phrases
    from followup.tui.room import Room
    from followup.tui.rooms.action import ActionRoom
    from followup.tui.view import Read


MANY = 2
"""So many plans are several."""


class House(Screen[None]):
    """All rooms, one at a time."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (116, "-wide"), (150, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = None
    BINDINGS = [
        *(
            Binding(door.key, f"go('{door.name}')", f"tui.room.{door.name}", False, id=f"room.{door.name}")
            for door in DOORS
        ),
        Binding("P", "plans", "tui.key.plans", show=False, tooltip="tui.tip.plans", id="plan.choose"),
    ]

    view: reactive[View | None] = reactive(None)
    told: reactive[Told | None] = reactive(None)

    def __init__(self, phrases: Phrases, read: Read, view: View, memory: object = None, plan: str = "") -> None:
        """Open on the room remembered, or the first, with what is known already; `plan` is the key of one chosen."""
        super().__init__()
        self._phrases, self._read = phrases, read
        self.set_reactive(House.view, view)
        self._memories = Memories(memory)
        named = (one.id for one in view.snapshot.plans.values() if one.key.casefold() == plan.casefold())
        self.plan = next(named, "") if plan else self._memories.plan
        if self.plan not in view.snapshot.plans or len(view.snapshot.plans) < MANY:
            self.plan = ""
        room = self._memories.of(self.plan).get("room")
        self._here = room if isinstance(room, str) and room in REMEMBERED and view.total else FIRST
        self.before = self._here
        self._narrowed: tuple[View, View] | None = None
        self._moves = False

    def compose(self) -> ComposeResult:
        """The bars, and the first room."""
        yield Bar(id="room-bar")
        yield Bar(id="plan-bar")
        yield self._opened(self._here)
        yield Bar(id="key-bar", keep_last=True)

    def _opened(self, name: str) -> Room:
        room = next(door for door in DOORS if door.name == name).open(self._phrases, self._read)
        room.set_reactive(type(room).view, self._view_for(name))
        kept = self._memories.of(self.plan).get(name)
        if isinstance(kept, dict):
            room.recall(kept)
        return room

    def kept(self) -> dict[str, Any]:
        """Give what is to be remembered until the next time: the room, and what each room keeps."""
        from followup.tui.room import Room

        rooms = {str(room.id).removeprefix("room-"): room.kept() for room in self.query(Room)}
        return self._memories.keep(self.plan, {**rooms, "room": self._here})

    @property
    def room(self) -> Room:
        """The room in sight."""
        from followup.tui.room import Room

        return self.query_one(f"#room-{self._here}", Room)

    @property
    def raw_bindings(self) -> dict[str, ActiveBinding]:
        """The keys in force, described by phrase keys."""
        return super().active_bindings

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys in force, in the user's language."""
        return spoken(super().active_bindings, self._phrases)

    def on_mount(self) -> None:
        """Name the rooms, and follow the keys."""
        self._name_rooms()
        self.bindings_updated_signal.subscribe(self, lambda _: self._name_keys())
        self.room.enter()

    def _name_rooms(self) -> None:
        names = [(door, self._phrases(f"tui.room.{door.name}")) for door in DOORS]
        if sum(len(name) + len(door.key) + 3 for door, name in names) > self.size.width - 2:
            names = [(door, self._phrases(f"tui.room_short.{door.name}")) for door in DOORS]
        bar = self.query_one("#room-bar", Bar)
        bar.hints = tuple(Hint(door.key, door.key, name, door.name == self._here) for door, name in names)
        self._name_plan()

    def on_resize(self) -> None:
        """Name the rooms in words that fit."""
        if self.is_mounted:
            self._name_rooms()

    # -- which plan ---------------------------------------------------------------------------------------------

    def _name_plan(self) -> None:
        """Say which plan is shown: at the right end of the first line, or on a line of its own among several."""
        plans = self.view.snapshot.plans if self.view else {}
        chosen = plans.get(self.plan) or (next(iter(plans.values())) if len(plans) == 1 else None)
        words = self._phrases.count("tui.headline.plans", len(plans)) if plans else "followup"
        note = (chosen.unit or chosen.title) if chosen else words
        several = len(plans) >= MANY
        self.query_one("#room-bar", Bar).note = "" if several else note
        bar = self.query_one("#plan-bar", Bar)
        bar.display = several
        bar.hints = (Hint("P", "P", note if chosen else self._phrases("tui.plans.all", n=len(plans))),)
        bar.note = chosen.key if chosen else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Offer to choose a plan only where there are several."""
        return action != "plans" or (self.view is not None and len(self.view.snapshot.plans) >= MANY)

    def action_plans(self) -> None:
        """Ask which plan to show, or all."""
        from followup.tui.dialogs.options import OptionsDialog

        if self.view is None:
            return
        plans = self.view.snapshot.plans.values()
        options = [("", self._phrases("tui.plans.all", n=len(plans)))]
        options += [(one.id, f"{one.key}  {one.unit or one.title}") for one in plans]
        titles = (self._phrases("tui.plans.which"), self._phrases("tui.plans.about"))
        self.post_message(
            self.room.DialogAsked(OptionsDialog(self._phrases, titles, tuple(options), self._take, chosen=self.plan))
        )

    def _take(self, plan: str, _: str) -> None:
        self.call_later(self.choose_plan, plan)

    async def choose_plan(self, plan: str) -> None:
        """Show one plan (id), or all (""), each room as it was when that was last shown."""
        from followup.tui.room import Room

        if plan == self.plan:
            return
        self.kept()
        self.plan, self._narrowed = plan, None
        await self.renew([room for room in self.query(Room) if str(room.id).removeprefix("room-") in NARROWED])
        self.watch_view()
        self.watch_told()
        self._name_rooms()
        self.room.enter()

    async def renew(self, rooms: Iterable[Room]) -> None:
        """Let these rooms go, and make the one in sight anew; what is told meanwhile is handed down afterwards."""
        self._moves = True
        for room in rooms:
            room.is_leaving = True
            await room.remove()
        if not self.query(f"#room-{self._here}"):
            await self.mount(self._opened(self._here), before="#key-bar")
        self._moves = False

    def _view_for(self, name: str) -> View | None:
        """Give a room its view: of the plan chosen, or of all where it is about all."""
        if self.view is None or not self.plan or name in WHOLE:
            return self.view
        if self._narrowed is None or self._narrowed[0] is not self.view:
            from followup.tui.narrowing import narrowed

            self._narrowed = self.view, narrowed(self.view, self.plan)
        return self._narrowed[1]

    def _name_keys(self) -> None:
        if self.is_mounted and self.is_current:
            types = isinstance(self.focused, Input)
            self.query_one("#key-bar", Bar).hints = hints(self.active_bindings.values(), self._phrases, types=types)

    def watch_view(self) -> None:
        """Hand the view down to the room in sight."""
        if self.is_mounted and not self._moves:
            self.room.view = self._view_for(self._here)
            self._name_plan()

    def watch_told(self) -> None:
        """Hand down what the journal says."""
        if self.is_mounted and not self._moves:
            self.room.told = self._told_now()

    def _told_now(self) -> Told | None:
        if self.view is None or not self.plan:
            return self.told
        from followup.tui.narrowing import narrowed_told

        return narrowed_told(self.told, self.view, self.plan)

    async def action_go(self, name: str) -> None:
        """Go to a room, making it at the first visit."""
        pointed = self._pointed()
        if name != self._here:
            self.room.display = False
            self.before = self._here if self._here in REMEMBERED else self.before
            self._here = name
            if not self.query(f"#room-{name}"):
                await self.mount(self._opened(name), before="#key-bar")
            self.room.display = True
            self.room.view = self._view_for(name)
            self.room.told = self._told_now()
        self._name_rooms()
        if name == "action" and pointed:
            self.room.go_to(pointed)
        self.room.enter()

    def _pointed(self) -> str:
        """Give the action (id) that the room in sight is about."""
        from followup.tui.rooms.work import WorkRoom

        room = self.room
        return room.pointed() if isinstance(room, WorkRoom) else ""

    async def on_action_room_turn_asked(self, event: ActionRoom.TurnAsked) -> None:
        """Show the action so many steps on, in the register's filtered order; in the plan's, if that has it not."""
        event.stop()
        view = self._view_for("action")
        if view is None:
            return
        ids = await self._register_order()
        if event.action not in ids:
            ids = list(view.snapshot.actions)
        self.room.go_to(ids[max(0, min(ids.index(event.action) + event.steps, len(ids) - 1))])

    async def _register_order(self) -> list[str]:
        """Give the actions (ids) that the register shows, opening it behind what is in sight if it has not been."""
        from followup.tui.rooms.register import RegisterRoom

        if not self.query(RegisterRoom):
            room = self._opened("register")
            room.display = False
            await self.mount(room, before="#key-bar")
        room = self.query_one(RegisterRoom)
        room.view = self._view_for("register")
        return list(room.order())

    async def show_action(self, action: str) -> None:
        """Show an action whole, in the register."""
        await self.widen_to(action)
        await self.action_go("register")
        self.room.go_to(action)

    async def widen_to(self, action: str) -> None:
        """Show all plans, where an action (id) is in another than the one chosen."""
        found = self.view.snapshot.actions.get(action) if self.view else None
        if self.plan and found is not None and found.plan != self.plan:
            await self.choose_plan("")

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A hint was clicked: as if its key was pressed."""
        event.stop()
        press(self, event.key)
