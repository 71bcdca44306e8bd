"""Write by hand: a plan of one's own, and an action in it; each field tells how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.widgets import Input, Static

from followup.domain.commands import AddAction, NewPlan
from followup.domain.enrol import free_key
from followup.tui.dialogs.dialog import Dialog
from followup.tui.dialogs.typed import reading_of, typed_area, typed_due, typed_follow_up
from followup.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from followup.domain.commands import Command
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases
    from followup.tui.view import Read, View

FIELDS = ("area", "requirement", "measure", "due", "responsible", "follow_up", "follow_up_responsible")


class PlanDialog(Dialog):
    """A new, empty plan: its title, the unit, a short name."""

    def __init__(self, phrases: Phrases, snapshot: Snapshot) -> None:
        """Ask; an empty short name is made from the unit."""
        super().__init__(phrases, phrases("tui.add.plan"), phrases("tui.add.plan_about"))
        self._snapshot = snapshot

    def fields(self) -> ComposeResult:
        """Title, unit, short name."""
        yield self.row("field.title", self.field("title", hint=self.phrases("tui.add.title_hint")))
        yield self.row("field.unit", self.field("unit"))
        yield self.row("field.key", self.field("key", hint=self.phrases("tui.add.key_hint")))

    def commands(self) -> tuple[Command, ...] | str:
        """One new plan."""
        title, unit, key = self.text("title"), self.text("unit"), self.text("key")
        if not title and not unit:
            return self.phrases("tui.add.nameless")
        return (NewPlan(key or free_key(self._snapshot, unit or title), title or unit, unit),)


class ActionDialog(Dialog):
    """A new action: its fields, and beneath how the one that is written in is read."""

    AUTO_FOCUS = "#area"
    BINDINGS = [
        Binding("ctrl+s", "save", "tui.key.save", id="dialog.save", key_display="Ctrl+S"),
        Binding("enter", "step", "tui.key.next_field", show=False, id="add.step", priority=True),
    ]

    def __init__(self, phrases: Phrases, read: Read, view: View, plan: str, area: str) -> None:
        """Ask for an action of a plan (id), beginning in an area as it is typed."""
        super().__init__(phrases, phrases("tui.add.action"), phrases("tui.add.action_about"))
        self._read, self._plans, self._plan, self._area = read, view.snapshot.plans, plan, area
        self._today: date = view.today

    def fields(self) -> ComposeResult:
        """The plan where there are several, the seven fields, the reading."""
        if len(self._plans) > 1:
            options = tuple((one.id, f"{one.key}  {one.title}") for one in self._plans.values())
            yield Choice(options, self._plan, id="plan")
        for name in FIELDS:
            has_hint = self.phrases.has(f"tui.hint.{name}")
            hint = self.phrases(f"tui.hint.{name}") if has_hint else ""
            says = f"tui.card.{name}" if self.phrases.has(f"tui.card.{name}") else f"field.{name}"
            yield self.row(says, self.field(name, self._area if name == "area" else "", hint))
        yield Static("", id="reading", classes="beneath", markup=False)

    def follow(self) -> None:
        """Say how the field in focus is read."""
        field = self.focused
        if isinstance(field, Input) and field.id:
            self.say("reading", reading_of(field.id, self._read, self._today, self.phrases)(field.value.strip()))

    def on_descendant_focus(self) -> None:
        """Follow the focus."""
        self.follow()

    def action_step(self) -> None:
        """Go to the next field; from the last one, save."""
        if getattr(self.focused, "id", "") == FIELDS[-1]:
            self.action_save()
        else:
            self.focus_next()

    def commands(self) -> tuple[Command, ...] | str:
        """One new action."""
        due, follow = typed_due(self._read, self.text("due")), typed_follow_up(self._read, self.text("follow_up"))
        if due is None:
            return self.phrases("tui.here.date.unreadable", text=self.text("due"))
        if self.text("follow_up") and not follow.says_anything:
            return self.phrases("tui.here.follow_up.unreadable", text=self.text("follow_up"))
        code, name = typed_area(self.text("area"))
        owners: dict[str, Any] = {}
        for part in ("responsible", "follow_up_responsible"):
            owners |= {part: self._read.owners(self.text(part)), f"{part}_text": self.text(part)}
        plan = self.query_one(Choice).value if len(self._plans) > 1 else self._plan
        return (
            AddAction(
                plan, code, name, self.text("requirement"), self.text("measure"), due,
                follow_up_text=self.text("follow_up"), rule=follow.rule, first=follow.first, triggers=follow.triggers,
                **owners,
            ),
        )  # fmt: skip
