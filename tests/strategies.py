"""Every value a plan can hold, for hypothesis: any date, any owner, hostile texts, whole plans that hang together."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from followup.domain.actions import Action, Area, Occasion, Plan, Result, Round, Status
from followup.domain.changes import Change
from followup.domain.dates import Kind, When
from followup.domain.drafts import Doubt
from followup.domain.given import appear
from followup.domain.people import Holding, Owner, Person, Role
from followup.domain.snapshot import Snapshot, apply
from hostile_texts import HOSTILE

Thing = Plan | Area | Person | Role | Holding | Action | Occasion | Round

STORABLE = [text for text in HOSTILE if "\0" not in text and "\ud800" not in text]
"""Hostile, but such as a database takes: without NUL and without half a surrogate pair."""
RULES = (
    "",
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=2",
    "FREQ=YEARLY;BYMONTH=3,9",
    "FREQ=YEARLY;BYWEEKNO=10,40",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;INTERVAL=6",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=DAILY;INTERVAL=10",
    "1/term",
    "2/term",
    "3/term",
)
SHELVES = ("plans", "areas", "people", "roles", "holdings", "actions", "occasions", "rounds")
"""In an order in which they can be stored: what is named stands before what names it."""

texts = st.sampled_from(STORABLE) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)
words = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
ids = st.uuids().map(str)
rules = st.sampled_from(RULES)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A date of any kind: a window, a deadline without a start, a start without an end, open, or none."""
    kind = draw(st.sampled_from(Kind))
    text = draw(texts)
    if kind in (Kind.OPEN, Kind.NONE):
        return When(kind, None, None, text)
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(0, 400)))
    ends = draw(st.sampled_from(((start, end), (start, start), (start, None), (None, end))))
    return When(kind, *ends, text)


@st.composite
def months(draw: st.DrawFn) -> When:
    """A month, as plans mostly say it."""
    year, month = draw(st.integers(2015, 2035)), draw(st.integers(1, 12))
    return When(Kind.MONTH, date(year, month, 1), date(year, month, monthrange(year, month)[1]), f"{year}-{month:02}")


dated = whens().filter(lambda when: when.is_dated)
owners = st.one_of(st.builds(Owner, role=ids), st.builds(Owner, person=ids, title=texts))
results = st.sampled_from(Result)


class Kinds:
    """How to make each kind of thing out of some texts and some dates."""

    def __init__(self, texts: st.SearchStrategy[str], whens: st.SearchStrategy[When]) -> None:
        day, maybe = days, st.none() | days
        once = st.just(1)
        self.plans = st.builds(Plan, ids, words, texts, texts, texts, maybe, texts, st.sampled_from(("sv", "en")), once)
        self.areas = st.builds(Area, ids, ids, texts, texts, st.integers(0, 99), texts, once)
        self.people = st.builds(Person, ids, texts, texts, st.sampled_from(("sv", "en", "")), once)
        self.roles = st.builds(Role, ids, ids, texts, once)
        self.holdings = st.builds(Holding, ids, ids, ids, maybe, maybe, once)
        self.occasions = st.builds(Occasion, ids, ids, texts, day, texts, once)
        self.rounds = st.builds(
            Round, ids, ids, texts, day, day, whens, maybe, results, texts, texts, texts, st.just("") | ids, once
        )
        self.actions = st.builds(
            Action,
            id=ids,
            plan=ids,
            area=st.just("") | ids,
            label=words,
            position=st.integers(0, 9999),
            requirement=texts,
            measure=texts,
            status=st.sampled_from(Status),
            status_since=day,
            status_note=texts,
            due=whens,
            responsible=st.lists(owners, max_size=3).map(tuple),
            responsible_text=texts,
            follow_up_text=texts,
            rule=rules,
            first=whens,
            triggers=st.lists(texts, max_size=3).map(tuple),
            follow_up_responsible=st.lists(owners, max_size=3).map(tuple),
            follow_up_responsible_text=texts,
            doubts=st.lists(st.builds(Doubt, words, words, texts, texts), max_size=3).map(tuple),
            source=texts,
            version=once,
        )


everything = Kinds(texts, whens())
plans, areas, people, roles = everything.plans, everything.areas, everything.people, everything.roles
holdings, occasions, rounds, actions = (
    everything.holdings,
    everything.occasions,
    everything.rounds,
    everything.actions,
)
values: st.SearchStrategy[Thing] = st.one_of(plans, areas, people, roles, holdings, occasions, rounds, actions)
"""Any one thing, naming others that need not be there."""


def uuid(number: int) -> str:
    """A well-formed id, small numbers apart from each other."""
    return str(UUID(int=number, version=4))


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Whole plans, stored together: every id named is there, labels and keys once, in the store's order."""
    return apply(Snapshot(), draw(beginnings()))


@st.composite
def beginnings(draw: st.DrawFn) -> tuple[Change, ...]:
    """The changes that make whole plans appear where nothing was."""
    few = st.sampled_from(draw(st.lists(texts, min_size=2, max_size=4)))
    kinds = Kinds(few, st.sampled_from(draw(st.lists(whens(), min_size=2, max_size=3))))
    named = [replace(draw(kinds.plans), id=uuid(n), key=f"plan{n}") for n in range(1, draw(st.integers(2, 3)))]
    everybody = [replace(draw(kinds.people), id=uuid(100 + n)) for n in range(3)]
    found = [thing for n, plan in enumerate(named, 1) for thing in _of_plan(draw, kinds, plan, n * 1000)]
    return tuple(appear(thing) for thing in (*named, *everybody, *found))


def _of_plan(draw: st.DrawFn, kinds: Kinds, plan: Plan, number: int) -> list[Thing]:
    own_areas = [replace(draw(kinds.areas), id=uuid(number + n), plan=plan.id, code=f"{n}x") for n in range(2)]
    own_roles = [replace(draw(kinds.roles), id=uuid(number + 10 + n), plan=plan.id, name=f"Roll {n}") for n in range(2)]
    held = [
        replace(draw(kinds.holdings), id=uuid(number + 20 + n), role=role.id, person=uuid(100 + n))
        for n, role in enumerate(own_roles)
    ]
    event = replace(draw(kinds.occasions), id=uuid(number + 30), plan=plan.id)
    owner = st.sampled_from(
        [Owner(role=role.id) for role in own_roles] + [Owner(person=uuid(100 + n)) for n in range(3)]
    )
    own = [
        replace(
            draw(kinds.actions),
            id=uuid(number + 100 + n),
            plan=plan.id,
            area=draw(st.sampled_from(["", *(area.id for area in own_areas)])),
            label=f"L{n}",
            position=n,
            responsible=tuple(draw(st.lists(owner, max_size=2, unique=True))),
            follow_up_responsible=tuple(draw(st.lists(owner, max_size=2, unique=True))),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    kept = [
        replace(
            draw(kinds.rounds),
            id=uuid(number + 200 + n),
            action=action.id,
            key=f"k{n}",
            occasion=draw(st.sampled_from(["", event.id])),
        )
        for n, action in enumerate(own)
    ]
    return [*own_areas, *own_roles, *held, *own, event, *kept]
