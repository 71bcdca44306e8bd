"""The journal in the user's words: what each change set did, and each of its changes, old and new."""

from __future__ import annotations

from dataclasses import dataclass
from json import loads
from typing import TYPE_CHECKING, Any

from followup.clock import local_day
from followup.present.dates import day_words
from followup.present.doubts import doubt_words
from followup.present.rules import rule_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from followup.domain.changes import Change, ChangeSet
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

QUIET = frozenset({"status_since", "label", "position", "source"})
"""Fields that a reader of the log is not told of: another line says it already."""
ENROLLED = frozenset({"area", "person", "role", "holding"})
"""What a document brings along with its actions: a reader of the log is told of the actions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change set in the log: when, who, what in a sentence, why, and its changes.

    `day` is YYYY-MM-DD and `date` the same in words. `quoted` is the note as it is shown, between the language's
    quotation marks; "" where there is none.
    """

    number: int
    at: datetime
    day: str
    date: str
    time: str
    by: str
    what: str
    note: str
    quoted: str
    changes: tuple[ChangeLine, ...]

    @property
    def told(self) -> tuple[ChangeLine, ...]:
        """The changes that say more than the note above them does."""
        return tuple(one for one in self.changes if not one.is_noted)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: the thing (a label or a name), the field, old and new; empty is nothing.

    With no field the thing itself appeared, or `is_gone`. `is_noted` says that the note of the set is all it tells.
    """

    thing: str
    field: str
    old: str
    new: str
    entity: str = ""
    id: str = ""
    is_gone: bool = False
    is_noted: bool = False


def entry_of(snapshot: Snapshot, made: ChangeSet, phrases: Phrases) -> Entry:
    """Give a change set as an entry of the log."""
    local, day = made.at.astimezone(), local_day(made.at)
    note = str(_why(made).get("note", ""))
    return Entry(
        number=made.number,
        at=made.at,
        day=day.isoformat(),
        date=day_words(day, phrases),
        time=local.strftime("%H:%M"),
        by=made.by,
        what=what_words(made, phrases),
        note=note,
        quoted=phrases("log.note", text=note) if note else "",
        changes=tuple(_line(snapshot, change, phrases, note) for change in told_changes(made)),
    )


def change_words(snapshot: Snapshot, changes: Iterable[Change], phrases: Phrases) -> list[str]:
    """Give the changes to one thing, a line each, without its name: "Status: Planerad → Klar"."""
    told = (_line(snapshot, change, phrases) for change in changes if change.field not in QUIET)
    return [_field_words(line) if line.field else line_words(line) for line in told]


def line_words(line: ChangeLine) -> str:
    """Give "D1: Status: Planerad → Klar"; a thing that appears or disappears has a sign before it."""
    if line.field:
        return f"{line.thing}: {_field_words(line)}"
    said = line.new or line.old
    sign = "−" if line.is_gone else "+"
    return f"{sign} {line.thing}" + (f": {said}" if said and not line.thing.endswith(said) else "")


def _field_words(line: ChangeLine) -> str:
    return f"{line.field}: {line.old or '–'} → {line.new or '–'}"


def told_changes(made: ChangeSet) -> tuple[Change, ...]:
    """Give the changes that a reader of the log is told of: of a plan read in whole, none; the sentence has it all."""
    changes = tuple(change for change in made.changes if change.field not in QUIET)
    if _why(made).get("command") != "AcceptDraft":
        return changes
    if any(change.entity == "plan" and change.field is None for change in changes):
        return ()
    return tuple(change for change in changes if change.field or change.entity not in ENROLLED)


def what_words(made: ChangeSet, phrases: Phrases) -> str:
    """Name what a set did: "Status på 7 åtgärder: klar", "Ångrat: status på D3: klar"."""
    why = _why(made)
    command = str(why.get("command", ""))
    labels = why.get("labels", [])
    facts = {name: value for name, value in why.items() if isinstance(value, str | int)}
    key = f"why.{command}"
    if phrases.has(key):
        said = phrases(key, **facts) if facts else phrases(key)
    elif not phrases.has(f"{key}.other"):
        said = phrases("why.unknown")
    else:
        number = int(why.get("count", len(labels)))
        said = phrases.count(key, number, label=", ".join(labels[:1]), source=why.get("source", ""))
    said += _aim_words(why, phrases)
    return said if made.kind == "do" else phrases(f"why.{made.kind}", what=_lowered(said))


def _aim_words(why: dict[str, Any], phrases: Phrases) -> str:
    """Give what it became: ": klar", ": HT 2027", " (från och med 2026-12-01)"."""
    for table in ("status", "result"):
        if table in why:
            return f": {_lowered(phrases(f'{table}.{why[table]}'))}"
    if why.get("to"):
        return f": {why['to']}"
    return f" ({phrases('date.from', day=why['start'])})" if why.get("start") else ""


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _why(made: ChangeSet) -> dict[str, Any]:
    found: dict[str, Any] = loads(made.why) if made.why else {}
    return found


_NOTES = frozenset({"status_note", "note"})


def _line(snapshot: Snapshot, change: Change, phrases: Phrases, note: str = "") -> ChangeLine:
    return ChangeLine(
        thing=thing_words(snapshot, change, phrases),
        field=phrases(f"field.{change.field}") if change.field else "",
        old=value_words(snapshot, change.field, change.old, phrases),
        new=value_words(snapshot, change.field, change.new, phrases),
        entity=change.entity,
        id=change.id,
        is_gone=change.field is None and change.new is None,
        is_noted=change.field in _NOTES and bool(note) and not change.old and change.new == note,
    )


def thing_words(snapshot: Snapshot, change: Change, phrases: Phrases) -> str:
    """Name the thing a change is about: an action by its label, anything else by its kind and name."""
    say = {"action": _action_words, "round": _round_words, "holding": _holding_words}.get(change.entity)
    if say:
        return say(snapshot, change, phrases)
    return " ".join(filter(None, (phrases(f"entity.{change.entity}"), _name(snapshot, change))))


def _action_words(snapshot: Snapshot, change: Change, _phrases: Phrases) -> str:
    action = snapshot.actions.get(change.id)
    return action.label if action else str(_record(change).get("label", "?"))


def _round_words(snapshot: Snapshot, change: Change, phrases: Phrases) -> str:
    stored = snapshot.rounds.get(change.id)
    action = stored.action if stored else str(_record(change).get("action", ""))
    label = snapshot.actions[action].label if action in snapshot.actions else "?"
    return f"{label}, {phrases('entity.round')}"


def _holding_words(snapshot: Snapshot, change: Change, phrases: Phrases) -> str:
    """Name who holds which role: "Verksamhetschef, Anna Ek"."""
    stored, record = snapshot.holdings.get(change.id), _record(change)
    role = snapshot.roles.get(stored.role if stored else str(record.get("role", "")))
    person = snapshot.people.get(stored.person if stored else str(record.get("person", "")))
    names = [one.name for one in (role, person) if one]
    return ", ".join(names) or phrases("entity.holding")


def _record(change: Change) -> dict[str, Any]:
    record = change.new if isinstance(change.new, dict) else change.old
    return record if isinstance(record, dict) and change.field is None else {}


def _name(snapshot: Snapshot, change: Change) -> str:
    record = _record(change)
    if record:
        return str(record.get("name") or record.get("title") or record.get("trigger") or "")
    shelves = {"person": snapshot.people, "role": snapshot.roles, "plan": snapshot.plans, "area": snapshot.areas}
    found: Any = shelves.get(change.entity, {}).get(change.id)
    return str(getattr(found, "name", "") or getattr(found, "key", "")) if found else ""


def value_words(snapshot: Snapshot, field: str | None, plain: Any, phrases: Phrases) -> str:  # noqa: ANN401 - any value
    """Give a field's plain value in words; "" for nothing."""
    if plain in (None, "", [], {}):
        return ""
    say = _SAYING.get(field or "whole", _said)
    return say(snapshot, plain, phrases) if field else _whole_words(plain, phrases)


def _said(_snapshot: Snapshot, plain: Any, _phrases: Phrases) -> str:  # noqa: ANN401 - any value
    return "; ".join(plain) if isinstance(plain, list) else str(plain)


def _when_said(_snapshot: Snapshot, plain: dict[str, Any], _phrases: Phrases) -> str:
    return _when_text(plain)


def _when_text(plain: dict[str, Any]) -> str:
    return str(plain["text"] or plain["start"] or plain["end"] or "")


def _owners_said(snapshot: Snapshot, plain: list[list[str]], _phrases: Phrases) -> str:
    return ", ".join(_owner_words(snapshot, owner) for owner in plain)


def _doubts_said(_snapshot: Snapshot, plain: list[list[str]], phrases: Phrases) -> str:
    return ", ".join(f"{doubt_words(code, phrases)}{' ✓' if ticked else ''}" for _, code, _, ticked in plain)


_SAYING: dict[str, Callable[[Snapshot, Any, Phrases], str]] = {
    **dict.fromkeys(("due", "first", "agreed"), _when_said),
    **dict.fromkeys(("responsible", "follow_up_responsible"), _owners_said),
    "status": lambda _, plain, phrases: phrases(f"status.{plain}"),
    "result": lambda _, plain, phrases: phrases(f"result.{plain}"),
    "rule": lambda _, plain, phrases: rule_words(plain, phrases),
    "area": lambda snapshot, plain, _: _area_said(snapshot, plain),
    "person": lambda snapshot, plain, _: snapshot.people[plain].name if plain in snapshot.people else plain,
    "doubts": _doubts_said,
}


def _area_said(snapshot: Snapshot, plain: str) -> str:
    area = snapshot.areas.get(plain)
    return (area.code or area.name) if area else ""


def _whole_words(record: dict[str, Any], phrases: Phrases) -> str:
    """Give what is to be said of a thing that appears or disappears, beside its name."""
    if "window_start" in record:
        return _round_said(record, phrases)
    if "end" in record:
        said = (("from", record["start"]), ("until", record["end"]))
        return " ".join(phrases(f"date.{name}", day=day) for name, day in said if day)
    names = ("on_day", "requirement", "measure", "title", "name")
    return next((str(record[name]) for name in names if record.get(name)), "")


def _round_said(record: dict[str, Any], phrases: Phrases) -> str:
    if record.get("result"):
        return f"{phrases('result.' + record['result'])} ({record['held_on']})"
    agreed = record["agreed"]
    return f"{phrases('field.agreed')}: {_when_text(agreed)}"


def _owner_words(snapshot: Snapshot, owner: list[str]) -> str:
    role, person, title = owner
    names = [snapshot.people[person].name] if person in snapshot.people else []
    names += [snapshot.roles[role].name] if role in snapshot.roles else [title] if title else []
    return " / ".join(names)
