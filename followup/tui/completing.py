"""What a filter may go on with while it is typed: field names, and the values that the plan in sight has for them.

It knows no widget. Names are those of the user's language; the query language reads both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from re import compile as pattern
from re import escape
from typing import TYPE_CHECKING
from unicodedata import normalize

from followup.domain.actions import Status
from followup.domain.query import FIELDS, QueryError, fold, parse
from followup.domain.questions import owners_on
from followup.tui.ordering import letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from followup.domain.people import Owner
    from followup.domain.query import Query
    from followup.phrases.book import Phrases
    from followup.tui.view import View

NAMES = ("status", "responsible", "area", "due", "next", "follower", "requirement", "measure", "label", "plan", "doubt")
"""The fields, those most asked for first."""
MARKS = ("overdue", "soon", "follow_up_due", "follow_up_overdue")
MOST = 24
"""So many choices are told of; more do not fit any line."""
_LAST = pattern(r'(?:^|\s)(-?)(?:([\w-]+):)?(?:"([^"]*)|(\S*))$')
_SIGNED = pattern(r"(<=|>=|<|>|=)?(.*)$")
_NEAR = 0.6
"""How alike two names are to be taken for each other (difflib's ratio)."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How a filter can go on: `ghost` is the line with its last word completed ("" for none); what may stand there.

    `lines` has, for each of the choices, the line with it whole.
    """

    ghost: str = ""
    choices: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field: as it is told of, and the ways to write it."""

    says: str
    written: tuple[str, ...]


class Vocabulary:
    """The words of the query language, and of one view; what a field's values are is found out when first asked."""

    def __init__(self, view: View, phrases: Phrases) -> None:
        """Speak the user's language about this view."""
        self.view, self._phrases = view, phrases
        self._known: dict[str, tuple[Value, ...]] = {}

    def completion(self, line: str) -> Completion:
        """Say how a line can go on."""
        found = _LAST.search(line)
        if found is None:
            return Completion()
        _, field, quoted, bare = found.groups()
        if field is None:
            return self._named(line, bare) if quoted is None else Completion()
        named = FIELDS.get(fold(field), "")
        if quoted is not None:
            return _whole(line, quoted, self.values(named))
        sign, typed = _SIGNED.match(bare).groups() if named in {"due", "next"} else ("", bare)  # type: ignore[union-attr]  # it matches any text
        return _begun(line, typed, [one for one in self.values(named) if not sign or one.says[0].isdigit()])

    def _named(self, line: str, typed: str) -> Completion:
        names = [f"{self._phrases(f'tui.query.{name}')}:" for name in NAMES if self._is_useful(name)]
        names += [self._phrases(f"tui.query.{mark}") for mark in MARKS]
        fitting = tuple(name for name in names if _begins(name, typed))
        ghost = next((line + name[len(typed) :] for name in fitting if typed and len(name) > len(typed)), "")
        before = line.removesuffix(typed)
        return Completion(ghost, *_told({name: before + name for name in fitting if name != typed}))

    def _is_useful(self, name: str) -> bool:
        return name != "plan" or len(self.view.snapshot.plans) > 1

    def values(self, field: str) -> tuple[Value, ...]:
        """Give what can stand after a field of the query language; nothing for free text and for no field."""
        if field not in self._known:
            self._known[field] = tuple(_VALUES[field](self.view, self._phrases)) if field in _VALUES else ()
        return self._known[field]


def _begins(word: str, typed: str) -> bool:
    return fold(word[: len(typed)]) == fold(typed)


def _whole(line: str, typed: str, values: Iterable[Value]) -> Completion:
    """Go on within quotes: a value from its beginning, and the quote that ends it."""
    fitting = [(one, way) for one in values for way in one.written if _begins(way, typed)]
    ghost = next((f'{line}{way[len(typed) :]}"' for _, way in fitting), "")
    before = line.removesuffix(typed)
    return Completion(ghost, *_told({one.says: f'{before}{way}"' for one, way in fitting[:MOST]}))


def _begun(line: str, typed: str, values: Iterable[Value]) -> Completion:
    """Go on with a word of a value, whichever of its words is typed."""
    pairs = ((one, word) for one in values for way in one.written for word in way.split() if _begins(word, typed))
    fitting = list(islice(pairs, MOST))
    ghost = next((line + word[len(typed) :] for _, word in fitting if len(word) > len(typed)), "")
    before = line.removesuffix(typed)
    choices = {one.says: before + _quoted(one.written[0]) for one, _ in fitting}
    is_done = len(choices) == 1 and not ghost
    return Completion(ghost, *_told({} if is_done else choices))


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _told(lines: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(lines), tuple(lines.values())


def _statuses(_: View, phrases: Phrases) -> Iterable[Value]:
    for status in Status:
        word = phrases(f"status.{status}").lower()
        yield Value(word, (word.replace(" ", "-"),))


def _areas(view: View, _: Phrases) -> Iterable[Value]:
    for area in view.snapshot.areas.values():
        written = tuple(part for part in (area.code, area.name) if part)
        yield Value(". ".join(written), written)


def _responsible(view: View, _: Phrases) -> Iterable[Value]:
    return _owners(view, (owner for action in view.snapshot.actions.values() for owner in action.responsible))


def _followers(view: View, _: Phrases) -> Iterable[Value]:
    return _owners(view, (owner for action in view.snapshot.actions.values() for owner in action.follow_up_responsible))


def _owners(view: View, owners: Iterable[Owner]) -> Iterable[Value]:
    """Give who they are today: people by name, then roles."""
    now = owners_on(view.snapshot, dict.fromkeys(owners), view.today)
    for names in ({one.name for one in now}, {one.role for one in now}):
        yield from (Value(name, (name,)) for name in sorted(names - {""}, key=letters))


def _due_months(view: View, _: Phrases) -> Iterable[Value]:
    """Give the months when something is due: those to come, then those gone by, the nearest first."""
    days = [action.due.end or action.due.first_day for action in view.snapshot.actions.values()]
    months = [f"{year:04}-{month:02}" for year, month in sorted({(day.year, day.month) for day in days if day})]
    now = f"{view.today:%Y-%m}"
    yield from _months([*(one for one in months if one >= now), *(one for one in reversed(months) if one < now)], now)


def _next_months(view: View, _: Phrases) -> Iterable[Value]:
    """Give the twelve months from this one on."""
    first = view.today.year * 12 + view.today.month - 1
    yield from _months([f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, first + 12)], f"{view.today:%Y-%m}")


def _months(months: list[str], now: str) -> Iterable[Value]:
    return (Value(one, (one,)) for one in (*months, f"<{now}", f">{now}"))


def _labels(view: View, _: Phrases) -> Iterable[Value]:
    return (Value(label, (label,)) for label in dict.fromkeys(one.label for one in view.snapshot.actions.values()))


def _plans(view: View, _: Phrases) -> Iterable[Value]:
    return (Value(plan.key, (plan.key,)) for plan in view.snapshot.plans.values())


def _doubts(view: View, _: Phrases) -> Iterable[Value]:
    doubts = (doubt for action in view.snapshot.actions.values() for doubt in action.doubts if not doubt.ticked_by)
    return (Value(code, (code,)) for code in sorted({doubt.code for doubt in doubts}))


_VALUES: dict[str, Callable[[View, Phrases], Iterable[Value]]] = {
    "status": _statuses,
    "area": _areas,
    "responsible": _responsible,
    "follower": _followers,
    "due": _due_months,
    "next": _next_months,
    "label": _labels,
    "plan": _plans,
    "doubt": _doubts,
}


def without_last(line: str) -> str:
    """Give a line without the word that is being typed at its end."""
    found = _LAST.search(line)
    return line[: found.start()] if found else line


def read_filter(text: str) -> tuple[Query, str, QueryError | None]:
    """Give the query of what can be read, the text of that, and the first mistake in the rest, None for none."""
    text, mistake = normalize("NFC", text), None
    while True:
        try:
            return parse(text), text.strip(), mistake
        except QueryError as error:
            mistake = mistake or error
            text = _without(text, error.part)


def _without(text: str, part: str) -> str:
    """Take a part away, where it stands by itself before where it is within a word."""
    whole = pattern(rf"(?<!\S){escape(part)}(?!\S)").search(text)
    start = whole.start() if whole else text.rindex(part)
    return f"{text[:start].rstrip()} {text[start + len(part) :].lstrip()}"


def trouble_words(error: QueryError, phrases: Phrases) -> str:
    """Say what of a filter cannot be read, and what can be written instead."""
    name, _, sought = error.part.lstrip("-").partition(":")
    if error.reason == "field":
        return _no_field(name, phrases)
    if error.reason == "status":
        known = ", ".join(phrases(f"status.{one}").lower() for one in Status)
        return phrases("tui.filter.status", sought=sought, known=known)
    if error.reason == "date":
        return phrases("tui.filter.date", sought=sought, name=name)
    return phrases("tui.filter.empty", part=error.part)


def _no_field(name: str, phrases: Phrases) -> str:
    from difflib import get_close_matches

    known = [phrases(f"tui.query.{one}") for one in NAMES]
    near = get_close_matches(name.casefold(), known, 1, _NEAR)
    if near:
        return phrases("tui.filter.near", name=name, near=near[0])
    return phrases("tui.filter.field", name=name, known=", ".join(known))
