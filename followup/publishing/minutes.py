"""What a meeting came to, as a paper: each action gone through, what was decided, and what each person takes home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.sheet import Card, Column, Fact, Row, Sheet
from followup.domain.questions import OVER, owners_on, standing
from followup.present.dates import day_words, when_words
from followup.present.history import what_words
from followup.present.owners import short_owners
from followup.present.rows import label_of, next_words
from followup.present.tone import STATUS_SYMBOL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from followup.domain.actions import Action
    from followup.domain.changes import ChangeSet
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

COLUMNS = ("label", "requirement", "decided", "responsible", "due", "next", "status")


def minutes_sheet(
    snapshot: Snapshot,
    heading: str,
    dealt: Sequence[str],
    notes: Mapping[str, str],
    made: Iterable[ChangeSet],
    said: tuple[Phrases, date],
) -> Sheet:
    """Give the minutes of a meeting about `heading`.

    `dealt` are the actions (ids) gone through, in order; `notes` what was said of each; `made` the change sets of the
    meeting, newest first; `said` the phrases and the day.
    """
    phrases, today = said
    sets = tuple(made)
    actions = [snapshot.actions[one] for one in dealt if one in snapshot.actions]
    rows = tuple(
        Row(_cells(snapshot, action, _decided(snapshot, action, notes, sets, phrases), today, phrases))
        for action in actions
    )
    columns = tuple(
        Column(name, phrases(f"minutes.{name}"), wide=name in {"requirement", "decided"}) for name in COLUMNS
    )
    plans = [snapshot.plans[one] for one in dict.fromkeys(action.plan for action in actions)]
    facts = [Fact(phrases("field.unit"), ", ".join(plan.unit or plan.title for plan in plans))] if plans else []
    return Sheet(
        language=phrases.language,
        title=phrases("minutes.title", heading=heading),
        columns=columns,
        rows=rows,
        facts=(*facts, Fact(phrases("paper.day"), day_words(today, phrases))),
        summary=(Fact(phrases("minutes.dealt"), str(len(rows))),),
        empty=phrases("minutes.empty"),
        cards=tuple(_homeworks(snapshot, actions, today, phrases)),
    )


def _cells(snapshot: Snapshot, action: Action, decided: str, today: date, phrases: Phrases) -> tuple[str, ...]:
    return (
        label_of(snapshot, action),
        action.requirement or action.measure,
        decided,
        short_owners(snapshot, action.responsible, today),
        when_words(action.due, phrases),
        next_words(standing(snapshot, action, today), phrases),
        f"{STATUS_SYMBOL[action.status]} {phrases(f'status.{action.status}')}",
    )


def _decided(
    snapshot: Snapshot, action: Action, notes: Mapping[str, str], made: Iterable[ChangeSet], phrases: Phrases
) -> str:
    """Give what was done to the action at the meeting, what stands undone left out, and what was said of it."""
    from followup.domain.changes import in_force

    own = {action.id, *(one.id for one in snapshot.rounds_of.get(action.id, ()))}
    told = [_told(one, phrases) for one in in_force(made) if any(change.id in own for change in one.changes)]
    note = notes.get(action.id, "").strip()
    return "\n".join([*reversed(told), *([note] if note else [])])


def _told(made: ChangeSet, phrases: Phrases) -> str:
    from json import loads

    note = loads(made.why).get("note", "") if made.why else ""
    what = what_words(made, phrases)
    return f"{what} ({note})" if note else what


def _homeworks(snapshot: Snapshot, actions: Iterable[Action], today: date, phrases: Phrases) -> Iterable[Card]:
    """Give for each person what of it is to be done and followed up: what may be mailed as it stands."""
    facts: dict[str, list[Fact]] = {}
    for action in actions:
        if action.status in OVER:
            continue
        text = " ".join((action.requirement or action.measure).split())
        when = when_words(action.due, phrases) or phrases("date.none")
        coming = next_words(standing(snapshot, action, today), phrases)
        told = ((action.responsible, "due", when), (action.follow_up_responsible, "follow_up", coming))
        for owners, kind, day in told:
            for owner in owners_on(snapshot, owners, today) if day else ():
                says = f"{phrases(f'agenda.{kind}')}: {day}. {text}"
                facts.setdefault(owner.name or owner.role, []).append(Fact(label_of(snapshot, action), says))
    for name, lines in facts.items():
        yield Card(phrases("minutes.takes_home", name=name), facts=tuple(lines))
