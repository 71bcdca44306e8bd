"""Databases of any size, for measuring: clinics that do not exist, with plans as long and as varied as real ones.

Rows go straight into a database that `db` has made, many at a time; the program itself would be slow at it. The same
size gives the same database. Actions come forty to a plan, as a director of many units has them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from json import dumps
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.wording import Wording
from db.address import read
from db.columns import COLUMNS
from db.upgrade import prepare

TODAY = date(2026, 5, 12)
"""The day on which everything is measured."""
PER_PLAN = 40
SETS_TO_CHANGES = 5
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
AREAS = "ABCDEFG"
TITLES = ("studierektor", "verksamhetschef", *("överläkare",) * 6)
"""Of the people of a clinic, in their order; the first two follow up what all of them do."""
RULES = ("FREQ=YEARLY",) * 6 + ("FREQ=MONTHLY;INTERVAL=6",) * 2 + ("FREQ=MONTHLY;INTERVAL=3", "1/term", "2/term", "")
STATUSES = ("planned",) * 8 + ("in_progress",) * 5 + ("done",) * 3 + ("paused", "dropped", "closed")

Row = tuple[str | int | None, ...]
When = tuple[str, str, str | None, str | None]


def kept(folder: Path, actions: int, changes: int = 0, per_plan: int = PER_PLAN) -> Path:
    """Give a database of this size in a folder, made if it is not there yet."""
    path = folder / f"{actions}-{changes}-{per_plan}.db"
    return path if path.exists() else database(path, actions, changes, per_plan)


def database(path: Path, actions: int, changes: int = 0, per_plan: int = PER_PLAN) -> Path:
    """Make a database of so many actions, and so many changes in its journal; give its path."""
    prepare(read(str(path)))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("PRAGMA synchronous=OFF")
        wording = Wording(Random(actions))
        for number, first in enumerate(range(0, actions, per_plan)):
            _fill(connection, _Unit(wording, number).tables(min(per_plan, actions - first)))
        _fill(connection, _journal(connection, changes))
    connection.close()
    return path


def _fill(connection: sqlite3.Connection, tables: dict[str, Iterable[Row]]) -> None:
    for table, rows in tables.items():
        marks = ", ".join("?" * len(COLUMNS[table]))
        columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
        connection.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def _journal(connection: sqlite3.Connection, changes: int) -> dict[str, Iterable[Row]]:
    """Give change sets of a few changes each, spread over the actions there are."""
    actions = [row[0] for row in connection.execute("SELECT id FROM action ORDER BY id")]
    chance = Random(changes)
    sets = range(1, changes // SETS_TO_CHANGES + 1)
    return {
        "change_set": ((number, _uuid(chance), _moment(number), "Made Up", "{}", "do", None) for number in sets),
        "change": (
            (
                number,
                (number - 1) // SETS_TO_CHANGES + 1,
                "action",
                actions[number % len(actions)],
                "status",
                '"planned"',
                '"in_progress"',
            )
            for number in range(1, changes // SETS_TO_CHANGES * SETS_TO_CHANGES + 1)
        ),
    }


def _moment(number: int) -> str:
    day = TODAY - timedelta(days=900 - number % 890)
    return f"{day} {number % 24:02}:{number % 60:02}:00.000000"


def _uuid(chance: Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


@dataclass(frozen=True)
class _Unit:
    """A clinic with its people, its plan and the rounds held."""

    wording: Wording
    number: int
    chance: Random = field(init=False)
    plan: str = field(init=False)
    areas: list[str] = field(init=False)
    people: list[str] = field(init=False)
    roles: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Give everything its id."""
        object.__setattr__(self, "chance", self.wording.chance)
        object.__setattr__(self, "plan", _uuid(self.chance))
        for name, count in (("areas", len(AREAS)), ("people", 8), ("roles", 4)):
            object.__setattr__(self, name, [_uuid(self.chance) for _ in range(count)])

    def tables(self, actions: int) -> dict[str, Iterable[Row]]:
        """Give the rows of each table, in an order that their references allow."""
        word, plan = self.wording, self.plan
        document = str(TODAY - timedelta(days=self.chance.randint(30, 500)))
        made = [self._action(place, place * len(AREAS) // actions) for place in range(actions)]
        title, unit = word.title(), word.title()
        return {
            "plan": [(plan, f"k{self.number}", title, unit, "Review 2025", document, "plan.docx", "sv", 1)],
            "person": [(one, word.name(), "", "", 1) for one in self.people],
            "area": [(one, plan, AREAS[n], word.title(), n, "", 1) for n, one in enumerate(self.areas)],
            "role": [(one, plan, f"{word.title()} {n}", 1) for n, one in enumerate(self.roles)],
            "holding": [(_uuid(self.chance), one, person, None, None, 1) for one, person in self._holders()],
            "action": made,
            "round": [row for one in made if self.chance.random() < 0.2 for row in self._rounds(str(one[0]))],
        }

    def _holders(self) -> Iterator[tuple[str, str]]:
        return zip(self.roles[:-1], self.people, strict=False)

    def _action(self, place: int, area: int) -> Row:
        pick, text = self.chance.choice, self.wording.text
        rule = pick(RULES)
        since = TODAY - timedelta(days=self.chance.randint(0, 400))
        return (
            *(_uuid(self.chance), self.plan, self.areas[area], f"{AREAS[area]}{place + 1}", place),
            *(text(pick((60, 90, 140, 200))), text(pick((100, 180, 280, 480)))),
            *(pick(STATUSES), str(since), text(30) if self.chance.random() < 0.2 else ""),
            *self._when(),
            *(self._owners(len(self.people)), self.wording.title()),
            *(f"Uppföljning {rule or 'en gång'}", rule),
            *(self._when() if self.chance.random() < 0.8 else ("", "none", None, None)),
            dumps([text(20)] if self.chance.random() < 0.1 else [], ensure_ascii=False),
            *(self._owners(2), self.wording.title()),
            *(self._doubts(), f"plan.docx, {place // 4 + 1}", 1),
        )

    def _when(self) -> When:
        """Give a date as plans have them: mostly months, some days, terms and open ones."""
        kind = self.chance.choice(("month",) * 6 + ("day", "day", "term", "open"))
        year, month = self.chance.randint(2025, 2028), self.chance.randint(1, 12)
        first = date(year, month, 1)
        if kind == "month":
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return f"{MONTHS[month - 1]} {year}", kind, str(first), str(last)
        if kind == "day":
            day = str(first + timedelta(days=self.chance.randint(0, 27)))
            return day, kind, day, day
        if kind == "term":
            return f"HT {year}", kind, f"{year}-07-01", f"{year}-12-31"
        return self.chance.choice(("Snarast", "Löpande", "Tills vidare")), kind, None, None

    def _owners(self, most: int) -> str:
        """Give one or two owners out of the first roles and people, these with the title that each has."""
        found = [[self.chance.choice(self.roles[:most]), "", ""]] if self.chance.random() < 0.7 else []
        if not found or self.chance.random() < 0.3:
            place = self.chance.randrange(most)
            found.append(["", self.people[place], TITLES[place]])
        return dumps(found, ensure_ascii=False, separators=(",", ":"))

    def _doubts(self) -> str:
        doubtful = self.chance.random() < 0.1
        return dumps([["due", "year-assumed", self.wording.word(), ""]] if doubtful else [], ensure_ascii=False)

    def _rounds(self, action: str) -> Iterator[Row]:
        held = TODAY - timedelta(days=self.chance.randint(1, 300))
        window = (str(held.replace(day=1)), str(held.replace(day=28)))
        result = self.chance.choice(("holds", "holds", "partly", "remains"))
        said = (str(held), result, self.wording.text(40), self.people[0], "", None, 1)
        yield (_uuid(self.chance), action, window[0], *window, None, None, None, None, *said)
