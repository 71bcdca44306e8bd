"""Today: what is late, what comes within a week, a month and a quarter, which follow-ups wait, what changed last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from followup.present.agenda import Item, agenda
from followup.present.dates import day_words, distance_words
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.summary import count, urgent_words
from followup.tui.widgets.outline import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from followup.tui.view import View

_STRETCHES = (("week", 7), ("month", 30), ("quarter", 90))
_LATEST = 5


class TodayRoom(OutlinedRoom):
    """What the day asks for."""

    name_key = "tui.room.today"

    def headline(self, view: View) -> Content:
        """Say the day, and how the plan stands."""
        day = Content.styled(day_words(view.today, self.phrases), "bold")
        return Content.styled("  ·  ", "$foreground 72%").join([day, *urgent_words(self.phrases, count(view))])

    def entries(self, view: View) -> list[Entry]:
        """Give late, waiting, and coming, each under its heading; then what changed last."""
        items = _first_rounds(agenda(view.snapshot, view.snapshot.actions.values(), view.today, 4, self.phrases))
        late = [item for item in items if item.day < view.today]
        lines = self._section("late", late, view, "late")
        waiting = [item for item in items if item.kind == "follow_up" and item.tone == "soon"]
        lines += self._section("waiting", waiting, view, "soon")
        begun = {id(item) for item in waiting}
        coming = [item for item in items if item.day >= view.today and id(item) not in begun]
        after = view.today
        for name, days in _STRETCHES:
            until = view.today + timedelta(days=days)
            inside = [item for item in coming if after <= item.day <= until]
            lines += self._section(name, inside, view, "soon" if days == 7 else "")
            after = until + timedelta(days=1)
        return [*(lines or self._calm()), *self._latest(view)]

    def _section(self, name: str, items: list[Item], view: View, tone: str) -> list[Entry]:
        if not items:
            return []
        head = Entry("", "", self.phrases(f"tui.today.{name}"), right=str(len(items)), tone=tone, heading=True)
        return [head, *(self._line(item, view, tone) for item in items), Entry("", "", "")]

    def _line(self, item: Item, view: View, tone: str) -> Entry:
        far = distance_words(item.day, view.today, self.phrases)
        kind = self.phrases(f"tui.today.{item.kind}")
        sign = {"late": "!", "soon": "~"}.get(tone, "·")
        return Entry(
            item.action, item.label, item.text, f"{kind} {item.when}", far, sign, tone, key=item.kind + item.when
        )

    def _calm(self) -> list[Entry]:
        return [Entry("", "", self.phrases("tui.today.calm"), heading=True, tone="done"), Entry("", "", "")]

    # -- what changed last --------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Ask what changed last."""
        super().on_mount()
        self.post_message(self.HistoryAsked(""))

    def watch_view(self) -> None:
        """Everything again, and what changed last."""
        super().watch_view()
        if self.is_mounted:
            self.post_message(self.HistoryAsked(""))

    def watch_told(self) -> None:
        """Show what changed last."""
        if self.is_mounted:
            self.again()

    def _latest(self, view: View) -> list[Entry]:
        if self.told is None or self.told.action or not self.told.sets:
            return []
        from followup.tui.rooms.log import action_of, log_line

        lines = [
            log_line(view.snapshot, made, self.phrases, action_of(view.snapshot, made), with_day=True)
            for made in self.told.sets[:_LATEST]
        ]
        return [Entry("", "", self.phrases("tui.today.changed"), heading=True), *lines]


def _first_rounds(items: Iterable[Item]) -> list[Item]:
    """Keep of each action's missed rounds the last only: holding it answers for those before it."""
    found: dict[tuple[str, str, bool], Item] = {}
    kept: list[Item] = []
    for item in items:
        if item.kind == "follow_up" and item.tone == "late":
            found[item.action, item.kind, True] = item
        else:
            kept.append(item)
    return sorted([*found.values(), *kept], key=lambda item: (item.day, item.label))
