"""What the export room shows as lines: the ways out, what each owner will get by one of them, and where a paper lies.

Pure: a report of many thousand lines is made into them in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from followup.present.dates import day_words
from followup.tui.folders import short_path
from followup.tui.widgets.entries import Entry

if TYPE_CHECKING:
    from followup.phrases.book import Phrases

FORMS = ("ics", "hand", "mail", "digest", "caldav", "md", "html", "xlsx", "csv")
CALENDARS = frozenset({"ics", "hand", "mail", "digest", "caldav"})
"""The forms that tell owners what is new to them; the others are papers."""
WHAT = "what:"
NEWS = (("new", "+", ""), ("updated", "~", "soon"), ("withdrawn", "−", "quiet"))


def choice_lines(form: str, phrases: Phrases) -> list[Entry]:
    """Give the ways out, the one chosen marked."""
    lines = [Entry("", "", phrases("tui.export.what"), heading=True)]
    for one in FORMS:
        suffix = "" if one in CALENDARS - {"ics"} else f".{one}"
        sign = "●" if one == form else "○"
        lines.append(Entry(WHAT + one, "", phrases(f"tui.export.{one}"), right=suffix, sign=sign, wide=True))
    return [*lines, Entry("", "", "")]


def paper_lines(path: str, about: str, phrases: Phrases) -> list[Entry]:
    """Give where a paper will lie, and what it is about in a few words."""
    head = Entry("", "", phrases("tui.export.paper"), right=about, heading=True)
    return [head, Entry("folder:", "", path, wide=True)]


def news_in(report: Any) -> int:  # noqa: ANN401 - a report of the desk
    """Count what a report has that is news to somebody."""
    return sum(len(getattr(one, name)) for one in getattr(report, "files", ()) for name, *_ in NEWS)


def report_lines(report: Any, phrases: Phrases) -> list[Entry]:  # noqa: ANN401 - as above
    """Give what each owner gets, then what reaches nobody."""
    lines = [line for one in report.files for line in _file(one, phrases)]
    if not lines:
        lines = [Entry("", "", phrases("calendar_report.nobody"), heading=True), Entry("", "", "")]
    return [*lines, *_left(report, "undated", phrases), *_left(report, "unowned", phrases)]


def _file(one: Any, phrases: Phrases) -> list[Entry]:  # noqa: ANN401 - a calendar's file as the desk tells it
    counts = [phrases.count(f"tui.export.{name}", len(getattr(one, name))) for name, _, _ in NEWS if getattr(one, name)]
    events = phrases.count("tui.export.events", one.events)
    right = "  ·  ".join([events, *(counts or [phrases("tui.export.no_news")])])
    lines = [Entry("", "", one.name, right=right, heading=True, tone="late" if one.trouble else "")]
    lines.append(Entry(f"file:{one.path}", "", short_path(one.path), tone="quiet", key=one.path))
    for name, sign, tone in NEWS:
        for number, line in enumerate(getattr(one, name)):
            lines.append(_line(line, sign, tone, f"{one.path} {name} {number}", phrases))
    return [*lines, Entry("", "", "")]


def _line(line: Any, sign: str, tone: str, key: str, phrases: Phrases) -> Entry:  # noqa: ANN401 - a line of the report
    again = phrases("calendar_report.repeated") if line.recurs else ""
    title = line.title.removeprefix(f"{line.label} ") if line.label else line.title
    return Entry(f"line:{key}", line.label, title, again, day_words(line.day, phrases), sign, tone)


def _left(report: Any, name: str, phrases: Phrases) -> list[Entry]:  # noqa: ANN401 - as above
    things = getattr(report, name)
    if not things:
        return []
    lines = [Entry("", "", phrases(f"calendar_report.{name}"), heading=True, tone="soon")]
    for number, one in enumerate(things):
        kind = phrases(f"calendar_report.kind_{one.kind.replace('-', '_')}")
        lines.append(Entry(f"{name}:{number}", one.label, one.words or "–", kind, tone="quiet"))
    return [*lines, Entry("", "", "")]
