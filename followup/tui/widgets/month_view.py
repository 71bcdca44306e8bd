"""A month to pick a day in: weeks as rows with their numbers, today marked; arrows walk by day and week."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from followup.domain.rules import add_months

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events
    from textual.geometry import Size

    from followup.phrases.book import Phrases

_WEEK = 5
"""Cells before the days: the week's number."""
_DAY = 4


class MonthView(Widget, can_focus=True):
    """One month; posts the day that is picked."""

    DEFAULT_CSS = """
    MonthView { height: 8; width: 36; background: $surface; color: $foreground; }
    MonthView > .month--name { color: $text-primary; text-style: bold; }
    MonthView > .month--quiet { color: $foreground 72%; }
    MonthView > .month--today { color: $text-warning; text-style: bold; }
    MonthView > .month--day { background: $primary 20%; color: $foreground; text-style: bold; }
    MonthView:focus > .month--day { background: $block-cursor-background; color: auto; }
    """
    COMPONENT_CLASSES = {"month--name", "month--quiet", "month--today", "month--day"}
    BINDINGS = [
        Binding("left,h", "walk(-1)", "tui.key.day_before", show=False, id="month.left"),
        Binding("right,l", "walk(1)", "tui.key.day_after", show=False, id="month.right"),
        Binding("up,k", "walk(-7)", "tui.key.week_before", show=False, id="month.up"),
        Binding("down,j", "walk(7)", "tui.key.week_after", show=False, id="month.down"),
        Binding("pageup", "turn(-1)", "tui.key.month_before", show=False, id="month.before"),
        Binding("pagedown", "turn(1)", "tui.key.month_after", show=False, id="month.after"),
        Binding("enter,space", "pick", "tui.key.pick_day", id="month.pick", key_display="Enter"),
    ]

    day: reactive[date] = reactive(date(2000, 1, 1))

    class Picked(Message):
        """A day was picked."""

        def __init__(self, day: date) -> None:
            """Name the day."""
            super().__init__()
            self.day = day

    def __init__(self, phrases: Phrases, today: date, day: date | None = None, **rest: Any) -> None:  # noqa: ANN401 - as every widget
        """Begin at a day, or at today."""
        super().__init__(**rest)
        self._phrases, self._today = phrases, today
        self.set_reactive(MonthView.day, day or today)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """The name, the weekdays, six weeks."""
        return 8

    def _weeks(self) -> list[list[date]]:
        return Calendar().monthdatescalendar(self.day.year, self.day.month)

    def render_line(self, y: int) -> Strip:
        """Give the name of the month, the weekdays, or a week."""
        weeks = self._weeks()
        if y == 0:
            name = self._phrases("date.month", month=self._phrases(f"month.{self.day.month}"), year=self.day.year)
            segments = [Segment(" " * _WEEK + name[:1].upper() + name[1:], self._style("name"))]
        elif y == 1:
            names = "".join(f"{self._phrases(f'tui.weekday.{n}'):>{_DAY}}" for n in range(1, 8))
            segments = [Segment(self._phrases("tui.weekday.week").ljust(_WEEK) + names, self._style("quiet"))]
        elif y - 2 < len(weeks):
            segments = self._week(weeks[y - 2])
        else:
            segments = []
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _week(self, days: list[date]) -> list[Segment]:
        number = Segment(f"{days[0].isocalendar().week:>2}".ljust(_WEEK), self._style("quiet"))
        return [number, *(Segment(f"{one.day:>{_DAY - 1}} ", self._look(one)) for one in days)]

    def _look(self, one: date) -> Style:
        if one == self.day:
            return self._style("day")
        if one == self._today:
            return self._style("today")
        return self.rich_style if one.month == self.day.month else self._style("quiet")

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"month--{name}")

    def action_walk(self, days: int) -> None:
        """Go so many days on."""
        self.day = self._within(self.day.toordinal() + days)

    def _within(self, ordinal: int) -> date:
        return date.fromordinal(max(date(1900, 1, 1).toordinal(), min(ordinal, date(2199, 12, 31).toordinal())))

    def action_turn(self, months: int) -> None:
        """Go to the same day of another month."""
        self.day = self._within(add_months(self.day, months).toordinal())

    def action_pick(self) -> None:
        """Pick the day."""
        self.post_message(self.Picked(self.day))

    def on_click(self, event: events.Click) -> None:
        """Pick the day that is clicked."""
        week, weekday = event.y - 2, (event.x - _WEEK) // _DAY
        weeks = self._weeks()
        if 0 <= week < len(weeks) and 0 <= weekday < 7:
            self.day = weeks[week][0] + timedelta(days=weekday)
            self.action_pick()
