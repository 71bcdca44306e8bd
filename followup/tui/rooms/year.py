"""The year: twelve months from this one, each with its load as a bar and what falls due in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from followup.domain.rules import add_months
from followup.present.agenda import Item, agenda
from followup.tui.rooms.outlined import OutlinedRoom
from followup.tui.widgets.entries import Entry

if TYPE_CHECKING:
    from datetime import date

    from followup.tui.view import View

_MONTHS = 12
_WIDEST = 20


class YearRoom(OutlinedRoom):
    """Twelve months of deadlines and follow-ups."""

    name_key = "tui.room.year"

    def headline(self, view: View) -> Content:
        """Say from when to when, as a strip of months whose height is their load."""
        months = _by_month(self._items(view), view.today)
        most = max((len(items) for items in months.values()), default=0) or 1
        strip = "".join("▁▂▃▄▅▆▇█"[round(7 * len(items) / most)] if items else "·" for items in months.values())
        first, last = (self._month(month) for month in (min(months), max(months)))
        return Content.assemble((first, "bold"), f"  {strip}  ", (last, "bold"))

    def entries(self, view: View) -> list[Entry]:
        """Give each month as a heading with its load, its items beneath; what is late stands before."""
        if not view.total:
            return self.nothing_yet()
        items = self._items(view)
        months = _by_month(items, view.today)
        most = max((len(found) for found in months.values()), default=0) or 1
        lines: list[Entry] = []
        for month, found in months.items():
            lines += [Entry("", "", "")] if lines else []
            bar = "━" * max(round(_WIDEST * len(found) / most), 1) if found else ""
            right = f"{bar}  {len(found)}" if found else self.phrases("tui.year.nothing")
            lines.append(Entry("", "", self._month(month), right=right, heading=True))
            lines += [self._line(item) for item in found]
        return lines

    def _items(self, view: View) -> list[Item]:
        begin = view.today.replace(day=1)
        found = agenda(view.snapshot, view.snapshot.actions.values(), view.today, _MONTHS, self.phrases)
        return [item for item in found if begin <= item.day < add_months(begin, _MONTHS)]

    def _month(self, first: date) -> str:
        words = self.phrases("date.month", month=self.phrases(f"month.{first.month}"), year=first.year)
        return words[:1].upper() + words[1:]

    def _line(self, item: Item) -> Entry:
        tone = {"late": "late", "soon": "soon"}.get(str(item.tone), "")
        sign = {"late": "!", "soon": "~"}.get(tone, "·")
        kind = self.phrases(f"tui.today.{item.kind}")
        day = f"{kind} {item.day.day} {self.phrases(f'month_short.{item.day.month}')}"
        return Entry(item.action, item.label, item.text, item.who, day, sign, tone, key=item.kind + item.when)


def _by_month(items: list[Item], today: date) -> dict[date, list[Item]]:
    begin = today.replace(day=1)
    months: dict[date, list[Item]] = {add_months(begin, n): [] for n in range(_MONTHS)}
    for item in items:
        months[item.day.replace(day=1)].append(item)
    return months
