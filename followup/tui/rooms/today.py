"""Today: what is late, what comes within a week, a month and a quarter, which follow-ups wait, what changed last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from followup.present.agenda import Item, agenda
from followup.present.dates import day_words, distance_words
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.summary import count, urgent_words
from followup.tui.widgets.entries import Entry, Sides
from followup.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from followup.phrases.book import Phrases
    from followup.present.summary import Summary
    from followup.tui.view import Read, View

_STRETCHES = (("week", 7), ("month", 30), ("quarter", 90))
_LATEST = 5
_MOST = 40
"""How many changes are told of since the last look; the log has them all."""


class TodayRoom(OutlinedRoom):
    """What the day asks for."""

    name_key = "tui.room.today"
    SCOPED_CSS = False
    DEFAULT_CSS = "TodayRoom .greeting { height: 1fr; padding: 2 6; color: $foreground; background: $background; }"

    def __init__(self, phrases: Phrases, read: Read) -> None:
        """Begin with nothing counted."""
        super().__init__(phrases, read)
        self._counted: Summary | None = None
        self._seen: int | None = None

    def headline(self, view: View) -> Content:
        """Say the day, and how the plan stands; in shorter words where the long ones do not fit."""
        if not view.whole:
            return self._joined(view, [Content(self.phrases("tui.headline.reading"))] if view.total else [])
        self._counted = count(view)
        return self._standing(view, self._counted)

    def _standing(self, view: View, counted: Summary) -> Content:
        long = self._joined(view, urgent_words(self.phrases, counted))
        if long.cell_length <= self.size.width - 2 or not self.size.width:
            return long
        return self._joined(view, urgent_words(self.phrases, counted, short=True), " · ")

    def _joined(self, view: View, said: list[Content], sign: str = "  ·  ") -> Content:
        day = Content.styled(day_words(view.today, self.phrases), "bold")
        return Content.styled(sign, "$foreground 72%").join([day, *said])

    def on_resize(self) -> None:
        """Say the headline in words that fit."""
        if self.view is not None and self.view.whole and self._counted is not None:
            self.query_one(".headline", Static).update(self._standing(self.view, self._counted))

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
        return [*(lines or self._calm(view)), *self._latest(view)]

    def _section(self, name: str, items: list[Item], view: View, tone: str) -> list[Entry]:
        """Give a heading with its number, which is not said while only some of the actions are known."""
        if not items:
            return []
        number = str(len(items)) if view.whole else ""
        head = Entry("", "", self.phrases(f"tui.today.{name}"), right=number, tone=tone, heading=True)
        return [head, *(self._line(item, view, tone) for item in items), Entry("", "", "")]

    def _line(self, item: Item, view: View, tone: str) -> Entry:
        far = distance_words(item.day, view.today, self.phrases)
        kind = self.phrases(f"tui.today.{item.kind}")
        sign = {"late": "!", "soon": "~"}.get(tone, "·")
        return Entry(
            item.action, item.label, item.text, f"{kind} {item.when}", far, sign, tone,
            key=item.kind + item.when, brief=self.phrases(f"tui.today_short.{item.kind}"),
        )  # fmt: skip

    def _calm(self, view: View) -> list[Entry]:
        if not view.whole or not view.total:
            return []
        return [Entry("", "", self.phrases("tui.today.calm"), heading=True, tone="done"), Entry("", "", "")]

    # -- where there is nothing yet -----------------------------------------------------------------------------

    def _show(self, head: Content, entries: Sequence[Entry], sides: Sides | None = None) -> None:
        super()._show(head, entries, sides)
        empty = self.view is not None and not self.view.total
        if empty or self.has_class("bare"):
            self.set_class(empty, "bare")
            self._greet()

    def _greet(self) -> None:
        """Say what to do first, in the place of the list; there is no greeting to draw where there is a plan."""
        bare = self.has_class("bare")
        for part in (*self.query(".headline"), *self.query(Outline)):
            part.display = not bare
        self.query(".greeting").remove()
        if bare and self.view is not None:
            says = "tui.empty_list.no_actions" if self.view.snapshot.plans else "tui.empty_list.greeting"
            title, _, rest = self.phrases(says).partition("\n")
            self.mount(Static(Content.assemble((title, "bold $text-primary"), "\n", rest), classes="greeting"))

    # -- what changed last --------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Ask what changed last, once the first paint is done."""
        super().on_mount()
        self.after_paint(lambda: self.post_message(self.HistoryAsked("")))

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

        news = [made for made in self.told.sets if self._seen is not None and made.number > self._seen]
        lines = [
            log_line(view.snapshot, made, self.phrases, action_of(view.snapshot, made), with_day=True)
            for made in (news[:_MOST] or self.told.sets[:_LATEST])
        ]
        head, right = ("since", str(len(news))) if news else ("changed", "")
        return [Entry("", "", self.phrases(f"tui.today.{head}"), right=right, heading=True), *lines]

    def kept(self) -> dict[str, Any]:
        """Keep the number of the newest change that was in sight, for the next look."""
        if self.told is None or self.told.action or not self.told.sets:
            return {} if self._seen is None else {"seen": self._seen}
        return {"seen": self.told.sets[0].number}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Know what was in sight at the last look."""
        seen = kept.get("seen")
        self._seen = seen if isinstance(seen, int) else None


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
