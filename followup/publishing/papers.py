"""The status as a paper: one sheet that a meeting reads or Excel opens, in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.sheet import Card, Cell, Column, Fact, Row, Sheet
from exports.sheet import Tone as PaperTone
from followup.domain.questions import Standing, standing
from followup.present.card import action_card
from followup.present.dates import day_words, when_words
from followup.present.owners import long_owners
from followup.present.rows import label_of, next_words
from followup.present.summary import summarise
from followup.present.tone import STATUS_SYMBOL, mark_of, tone_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from followup.domain.actions import Action, Plan
    from followup.domain.snapshot import Snapshot
    from followup.phrases.book import Phrases

BRIEF = ("label", "requirement", "responsible", "due", "next", "status", "mark")
"""The columns of a meeting paper."""
FULL = (
    "plan",
    "label",
    "area",
    "requirement",
    "measure",
    "status",
    "status_since",
    "status_note",
    "due",
    "due_start",
    "due_end",
    "mark",
    "responsible",
    "follow_up",
    "next_start",
    "next_end",
    "last",
    "follow_up_responsible",
)
"""The columns of a file that another program or Excel takes on."""
_WIDE = frozenset({"requirement", "measure", "follow_up", "status_note"})


def status_sheet(
    snapshot: Snapshot,
    actions: Sequence[Action],
    today: date,
    phrases: Phrases,
    names: tuple[str, ...] = BRIEF,
    *,
    cards: bool = False,
) -> Sheet:
    """Give the paper: these actions with these columns, and each whole on a card if asked for."""
    standings = [(action, standing(snapshot, action, today)) for action in actions]
    return Sheet(
        language=phrases.language,
        title=_title(snapshot, actions, phrases),
        columns=tuple(Column(name, phrases(f"column.{name}"), wide=name in _WIDE) for name in names),
        rows=tuple(_row(snapshot, action, now, today, phrases, names) for action, now in standings),
        facts=_facts(snapshot, actions, today, phrases),
        summary=_summary(standings, phrases),
        empty=phrases("status.no_match"),
        cards=tuple(paper_card(snapshot, action, today, phrases) for action in actions) if cards else (),
    )


def _plans(snapshot: Snapshot, actions: Iterable[Action]) -> list[Plan]:
    ids = dict.fromkeys(action.plan for action in actions) or snapshot.plans
    return [snapshot.plans[plan] for plan in ids]


def _title(snapshot: Snapshot, actions: Iterable[Action], phrases: Phrases) -> str:
    plans = _plans(snapshot, actions)
    return plans[0].title if len(plans) == 1 else phrases("paper.title")


def _facts(snapshot: Snapshot, actions: Iterable[Action], today: date, phrases: Phrases) -> tuple[Fact, ...]:
    plans = _plans(snapshot, actions)
    said = [("unit", plans[0].unit), ("review", plans[0].review)] if len(plans) == 1 else []
    facts = [Fact(phrases(f"field.{name}"), value) for name, value in said if value]
    return (*facts, Fact(phrases("paper.day"), day_words(today, phrases)))


def _summary(standings: Iterable[tuple[Action, Standing]], phrases: Phrases) -> tuple[Fact, ...]:
    summary = summarise(standings)
    counted: tuple[tuple[str, int, PaperTone], ...] = (
        ("overdue", summary.overdue, "late"),
        ("due_soon", summary.due_soon, "soon"),
        ("follow_up_overdue", summary.follow_up_overdue, "late"),
        ("follow_up_due", summary.follow_up_due, "soon"),
    )
    return (
        Fact(phrases("paper.total"), str(summary.total)),
        *(Fact(phrases(f"paper.{name}"), str(count), tone if count else "calm") for name, count, tone in counted),
        Fact(phrases("paper.ended"), str(sum(summary.by_status[name] for name in ("done", "dropped", "closed")))),
    )


def _row(
    snapshot: Snapshot, action: Action, now: Standing, today: date, phrases: Phrases, names: tuple[str, ...]
) -> Row:
    cells = _cells(snapshot, action, now, today, phrases)
    if names != BRIEF:
        cells["status"] = phrases(f"status.{action.status}")
    area = snapshot.areas.get(action.area)
    group = area.title if area else ""
    tone: PaperTone = tone_of(action.status, now).value
    return Row(tuple(cells[name] for name in names), tone, "" if "area" in names else group)


def _cells(snapshot: Snapshot, action: Action, now: Standing, today: date, phrases: Phrases) -> dict[str, Cell]:
    area = snapshot.areas.get(action.area)
    mark = mark_of(now)
    status = phrases(f"status.{action.status}")
    return {
        "plan": snapshot.plans[action.plan].key,
        "label": label_of(snapshot, action),
        "area": area.title if area else "",
        "requirement": action.requirement or action.measure,
        "measure": action.measure,
        "status": f"{STATUS_SYMBOL[action.status]} {status}",
        "status_since": action.status_since,
        "status_note": action.status_note,
        "due": when_words(action.due, phrases),
        "due_start": action.due.start,
        "due_end": action.due.end,
        "mark": phrases(mark) if mark else "",
        "responsible": long_owners(snapshot, action.responsible, today),
        "follow_up": action.follow_up_text,
        "next": next_words(now, phrases),
        "next_start": now.next.start if now.next else None,
        "next_end": now.next.end if now.next else None,
        "last": now.last.on if now.last else None,
        "follow_up_responsible": long_owners(snapshot, action.follow_up_responsible, today),
    }


def paper_card(snapshot: Snapshot, action: Action, today: date, phrases: Phrases) -> Card:
    """Give one action whole, as a card of a paper."""
    card = action_card(snapshot, action, today, phrases)
    facts = [Fact(line.label, line.text, line.tone.value) for line in card.lines]
    rounds = [Fact(line.label, line.text, line.tone.value) for line in card.rounds]
    heading = f"{card.label} · {card.heading}" if card.heading else card.label
    paragraphs = [card.requirement, *card.measure.split("\n\n")]
    return Card(heading, card.tone.value, (*facts, *rounds), tuple(part for part in paragraphs if part))
