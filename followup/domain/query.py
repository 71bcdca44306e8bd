"""The query language: one filter for the command line, the UI's filter line and saved views.

Words search every text, case-blind, å ä ö apart from a and o; `område:D`, `ansvarig:bergström`, `uppföljer:`,
`status:pågår`, `klart:<2026-06`, `uppföljning:2026-12`, `försenad`, `snart`; `-word` negates, quotes group. The names
are grammar, as dates are, and both languages are read whatever language the screen speaks.
"""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from re import compile as pattern
from typing import TYPE_CHECKING

from followup.domain.questions import Standing, owners_on, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from re import Match

    from followup.domain.actions import Action
    from followup.domain.people import Owner
    from followup.domain.snapshot import Snapshot

FIELDS = {
    "område": "area",
    "area": "area",
    "ansvarig": "responsible",
    "responsible": "responsible",
    "owner": "responsible",
    "uppföljer": "follower",
    "follower": "follower",
    "follows": "follower",
    "follow-up-by": "follower",
    "status": "status",
    "klart": "due",
    "due": "due",
    "uppföljning": "next",
    "follow-up": "next",
    "followup": "next",
    "plan": "plan",
    "nr": "label",
    "label": "label",
    "krav": "requirement",
    "requirement": "requirement",
    "åtgärd": "measure",
    "action": "measure",
    "measure": "measure",
    "oklart": "doubt",
    "doubt": "doubt",
}
"""The names of fields, in both languages, each with the field that it means."""
_STATUSES = {
    "planned": ("planned", "planerad", "ej påbörjad", "not started"),
    "in_progress": ("in_progress", "in progress", "in-progress", "pågår", "pågående", "påbörjad", "started"),
    "done": ("done", "klar", "klart", "genomförd"),
    "paused": ("paused", "pausad", "vilande", "avvaktar"),
    "dropped": ("dropped", "utgår", "struken"),
    "closed": ("closed", "avslutad", "stängd"),
}
_MARKS: dict[str, Callable[[Standing], bool]] = {
    "försenad": lambda now: now.overdue,
    "overdue": lambda now: now.overdue,
    "late": lambda now: now.overdue,
    "snart": lambda now: now.due_soon,
    "soon": lambda now: now.due_soon,
    "uppföljas": lambda now: now.follow_up_due or now.follow_up_overdue,
    "follow-up-due": lambda now: now.follow_up_due or now.follow_up_overdue,
    "uppföljning-försenad": lambda now: now.follow_up_overdue,
    "follow-up-overdue": lambda now: now.follow_up_overdue,
}
IN_TEXTS = frozenset({"", "requirement", "measure", "responsible", "follower", "doubt"})
"""The fields that are sought in texts."""
_TOKEN = pattern(r'(-?)(?:([\w-]+):)?(?:"([^"]*)(?:"|$)|(\S*))')
_DATE = pattern(r"(<=|>=|<|>|=)?(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?$")
_ACCENTED = pattern("[^\x00-\x7fåäö\u2010-\u2026]")
"""Letters to be searched for without their accents; å, ä and ö are letters of their own."""


class QueryError(Exception):
    """The filter cannot be read at `part`, for a reason: "field", "status" or "date" unknown, or "empty"."""

    def __init__(self, part: str, reason: str) -> None:
        """Keep the part that cannot be read, and why it cannot."""
        super().__init__(part)
        self.part, self.reason = part, reason


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a field ("" for any text, "mark" for a state), what is sought, and whether it is negated."""

    field: str
    sought: str
    negated: bool
    low: date | None = None
    high: date | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that must all hold; no condition holds for everything."""

    terms: tuple[Term, ...] = ()

    def matches(self, snapshot: Snapshot, action: Action, today: date) -> bool:
        """Say whether the action meets every condition on that day."""
        return all(holds(term, snapshot, action, today) != term.negated for term in self.terms)


def fold(text: str) -> str:
    """Give the text as it is searched: lower case, without accents but those of å, ä and ö."""
    plain = unicodedata.normalize("NFC", text.casefold())
    return _ACCENTED.sub(_bare, plain)


def _bare(found: Match[str]) -> str:
    parts = unicodedata.normalize("NFD", found.group())
    return "".join(part for part in parts if not unicodedata.combining(part))


def parse(text: str) -> Query:
    """Read a filter; raises QueryError naming the part that cannot be read."""
    return Query(tuple(_terms(unicodedata.normalize("NFC", text))))


def _terms(text: str) -> Iterable[Term]:
    for found in _TOKEN.finditer(text):
        minus, field, quoted, bare = found.groups()
        sought = quoted if quoted is not None else bare or ""
        if field is None and not sought:
            if minus:
                raise QueryError(minus, "empty")
            continue
        yield _term(found.group().strip(), field or "", sought, negated=bool(minus), bare=quoted is None)


def _term(part: str, field: str, sought: str, *, negated: bool, bare: bool) -> Term:
    named = FIELDS.get(fold(field), "") if field else ""
    if field and not named:
        return _unnamed(part, field, sought, negated=negated)
    if not field and bare and fold(sought) in _MARKS:
        return Term("mark", fold(sought), negated)
    if field and not sought:
        raise QueryError(part, "empty")
    if named in {"due", "next"}:
        low, high = _range(part, sought)
        return Term(named, sought, negated, low, high)
    return Term(named, _status(part, sought) if named == "status" else fold(sought), negated)


def _unnamed(part: str, field: str, sought: str, *, negated: bool) -> Term:
    """Take "2015:8" or "kl:" as words; a field that is a word but not one of ours is a mistake."""
    if field.isdigit() or not sought:
        return Term("", fold(f"{field}:{sought}"), negated)
    raise QueryError(part, "field")


def _status(part: str, sought: str) -> str:
    wanted = fold(sought)
    for status, names in _STATUSES.items():
        if wanted in names:
            return status
    begun = [status for status, names in _STATUSES.items() if any(name.startswith(wanted) for name in names)]
    if len(begun) != 1:
        raise QueryError(part, "status")
    return begun[0]


def _range(part: str, sought: str) -> tuple[date | None, date | None]:
    """Read "<2026-06" as the days that lie in it: from (inclusive) and until (inclusive), None for open."""
    found = _DATE.match(sought)
    if found is None:
        raise QueryError(part, "date" if sought.strip("<>=") else "empty")
    sign, year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last = date(int(year), int(month or 12), int(day or monthrange(int(year), int(month or 12))[1]))
    except ValueError:
        raise QueryError(part, "date") from None
    return _bounds(sign or "=", first, last)


def _bounds(sign: str, first: date, last: date) -> tuple[date | None, date | None]:
    before = date.fromordinal(max(first.toordinal() - 1, 1))
    after = date.fromordinal(min(last.toordinal() + 1, date.max.toordinal()))
    bounds = {"=": (first, last), "<": (None, before), "<=": (None, last), ">": (after, None), ">=": (first, None)}
    return bounds[sign]


def holds(
    term: Term,
    snapshot: Snapshot,
    action: Action,
    today: date,
    stands: Callable[[Snapshot, Action, date], Standing] = standing,
) -> bool:
    """Say whether a condition holds, whatever its negation; `stands` says how an action stands, as `standing` does."""
    if term.field == "mark":
        return _MARKS[term.sought](stands(snapshot, action, today))
    if term.field == "status":
        return str(action.status) == term.sought
    if term.field == "due":
        return _overlaps(term, action.due.first_day, action.due.end)
    if term.field == "next":
        now = stands(snapshot, action, today).next
        return now is not None and _overlaps(term, now.start, now.end)
    if term.field in {"area", "plan", "label"}:
        return _named(term, snapshot, action)
    return any(term.sought in fold(text) for text in texts_of(term.field, snapshot, action, today))


def _overlaps(term: Term, start: date | None, end: date | None) -> bool:
    """Say whether the window meets the range; "before June" asks that it ends before June, "after" after it."""
    last = end or start
    if last is None:
        return False
    if term.low is not None and term.high is not None:
        return (start or last) <= term.high and term.low <= last
    return last <= term.high if term.high is not None else last >= (term.low or last)


def _named(term: Term, snapshot: Snapshot, action: Action) -> bool:
    area = snapshot.areas.get(action.area)
    names = {
        "area": ((fold(area.code), fold(area.name)) if area else ("", "")),
        "plan": (fold(snapshot.plans[action.plan].key), fold(snapshot.plans[action.plan].title)),
        "label": (fold(action.label), ""),
    }
    exact, whole = names[term.field]
    return term.sought == exact or (len(term.sought) > 1 and term.sought in whole)


def texts_of(field: str, snapshot: Snapshot, action: Action, today: date) -> Iterable[str]:
    """Give the texts that a condition on one of IN_TEXTS is sought in; "" is every text."""
    if field in {"", "requirement"}:
        yield action.requirement
    if field in {"", "measure"}:
        yield action.measure
    if field in {"", "responsible"}:
        yield from _owners(snapshot, action.responsible, today)
    if field in {"", "follower"}:
        yield from _owners(snapshot, action.follow_up_responsible, today)
    if field == "doubt":
        yield from (f"{doubt.field} {doubt.code}" for doubt in action.doubts if not doubt.ticked_by)
    if field == "":
        yield from (action.label, action.status_note, action.due.text, action.follow_up_text, *action.triggers)
        yield from (action.responsible_text, action.follow_up_responsible_text)
        yield from (text for one in snapshot.rounds_of.get(action.id, ()) for text in (one.note, one.evidence))
        area = snapshot.areas.get(action.area)
        yield area.name if area else ""


def _owners(snapshot: Snapshot, owners: Iterable[Owner], today: date) -> Iterable[str]:
    for owner in owners_on(snapshot, owners, today):
        yield f"{owner.name} {owner.role}"
