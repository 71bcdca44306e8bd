"""Everything goes out as one file and comes in again into an empty database, the same to the last byte, or not at all."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from db.address import read
from db.checks import dangling, miscounted, unsound
from db.reading import open_reader
from followup.clock import Clock
from followup.desk import Desk
from followup.domain.actions import Result, Status
from followup.domain.commands import (
    AddAction,
    HoldRole,
    MoveDue,
    MoveTo,
    NewPlan,
    NoteOccasion,
    RecordRound,
    SetPerson,
)
from followup.domain.dates import When
from followup.domain.people import WrittenOwner
from followup.domain.reminders import Delivery, Reminder
from followup.domain.trouble import Trouble
from followup.phrases.book import Phrases
from followup.settings import Settings
from followup.store.complete import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.address import Address
    from postgres import Server

pytest_plugins = ["postgres"]

TODAY = date(2026, 5, 12)
NOON = datetime(2026, 5, 12, 10, tzinfo=UTC)


OPEN: list[Desk] = []


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Let go of every database that a test opened."""
    yield
    while OPEN:
        OPEN.pop().close()


@pytest.fixture
def other(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """An empty place of the same kind."""
    if kind == "sqlite":
        return read(str(tmp_path / "other.db"))
    server: Server = request.getfixturevalue("server")
    return read(server.url(server.new()))


def a_desk(address: Address) -> Desk:
    place = str(address.path or address.url.replace("+psycopg", ""))
    desk = Desk(Settings(place, "sv", today=TODAY, user="Signe Åkerlund"), Phrases("sv"), Clock(TODAY))
    OPEN.append(desk)
    return desk


def lived(desk: Desk) -> Desk:
    """Give a desk whose database has something in every table."""
    desk.do(NewPlan("hav", "Handlingsplan", "Havsviks hälsocentral"))
    (plan,) = desk.snapshot().plans
    who = (WrittenOwner("Enhetschef", "Tove Ahlqvist", held=True), WrittenOwner("", "Pål Zetterwall"))
    for number in range(3):
        text = f"Rad ett\n\tRad två: åäö ”{number}” \\ \x85 'x'"
        due = When.on(date(2026, 9, 1 + number), f"{1 + number} september")
        desk.do(AddAction(plan, "A", "Ledning", text, text, due, who, rule="FREQ=YEARLY", triggers=("vid ny chef",)))
    first, second, third = desk.snapshot().actions
    desk.do(MoveTo(first, Status.IN_PROGRESS, "På väg"), MoveTo(second, Status.DONE))
    desk.do(RecordRound(second, Result.HOLDS, "Allt väl", evidence="protokoll 7"))
    desk.do(MoveDue(third, When.on(date(2027, 1, 1)), "sen leverans"))
    desk.do(NoteOccasion(plan, "vid ny chef", TODAY))
    desk.do(HoldRole(plan, "Enhetschef", "Miriam Nordanstig", TODAY))
    desk.do(SetPerson(next(iter(desk.snapshot().people)), mail="tove@havsvik.example", language="sv"))
    desk.undo()
    desk.redo()
    uid = f"{first}-due@followup"
    component = b"BEGIN:VEVENT\r\nSUMMARY:A1\\, klart\r\nEND:VEVENT\r\n"
    reminder = Reminder(uid, first, "due", "", "sv", "0" * 8, 2, NOON, NOON, component)
    desk._store.record_reminders([reminder], [Delivery(uid, "", "folder", 2, "sent", NOON)])
    return desk


def everything(desk: Desk) -> bytes:
    return b"".join(desk.keeping.complete())


def changed(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    document = json.loads(data)
    change(document)
    return json.dumps(document).encode()


def test_what_went_out_comes_in_equal_and_goes_out_the_same(address: Address, other: Address) -> None:
    out = everything(lived(a_desk(address)))
    filled = a_desk(other)
    counts = filled.keeping.fill(BytesIO(out), "all.json")
    assert min(counts.values()) > 0
    assert everything(filled) == out
    assert filled.snapshot() == a_desk(address).snapshot()
    assert filled.history(limit=None) == a_desk(address).history(limit=None)
    assert filled.replay_trouble() == ""
    with open_reader(other) as reader:
        assert (unsound(reader), dangling(reader), miscounted(reader)) == ([], [], [])


def test_the_filled_database_goes_on_where_the_other_was(address: Address, other: Address) -> None:
    desk = lived(a_desk(address))
    filled = a_desk(other)
    filled.keeping.fill(BytesIO(everything(desk)), "all.json")
    first = next(iter(filled.snapshot().actions))
    made = filled.do(MoveTo(first, Status.DONE, "Klart nu")).made
    assert made is not None
    assert made.number == desk.snapshot().revision + 1
    assert filled.undo().made is not None
    assert filled.snapshot().actions[first].status is Status.IN_PROGRESS


@pytest.mark.parametrize("kind", ["postgresql"])
def test_what_went_out_of_a_server_comes_in_to_a_file_and_goes_out_the_same(address: Address, tmp_path: Path) -> None:
    out = everything(lived(a_desk(address)))
    filled = a_desk(read(str(tmp_path / "plan.db")))
    filled.keeping.fill(BytesIO(out), "all.json")
    assert everything(filled) == out


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_database_that_holds_anything_is_left_as_it_is(address: Address) -> None:
    desk = lived(a_desk(address))
    out = everything(desk)
    with pytest.raises(Trouble) as told:
        desk.keeping.fill(BytesIO(out), "all.json")
    assert told.value.code == "complete.occupied"
    assert everything(desk) == out


@pytest.mark.parametrize("kind", ["sqlite"])
def test_other_layouts_of_the_same_json_are_taken_in_too(address: Address, other: Address) -> None:
    out = everything(lived(a_desk(address)))
    filled = a_desk(other)
    pretty = b"\xef\xbb\xbf" + json.dumps(json.loads(out), indent=2).encode()
    assert filled.keeping.is_complete(pretty)
    filled.keeping.fill(BytesIO(pretty), "all.json")
    assert everything(filled) == out


def of_the_first_version(document: dict[str, Any]) -> None:
    """What a program wrote that knew no grades."""
    document["schema"] = "followup.complete/1"
    areas = document["tables"]["area"]
    place = areas["columns"].index("grade")
    for row in (areas["columns"], *areas["rows"]):
        del row[place]


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("laid_out", [False, True], ids=["as one line", "line by line"])
def test_what_an_older_program_wrote_is_taken_in_whole(address: Address, other: Address, laid_out: bool) -> None:
    desk = lived(a_desk(address))
    older = changed(everything(desk), of_the_first_version)
    filled = a_desk(other)
    filled.keeping.fill(BytesIO(line_by_line(older) if laid_out else older), "all.json")
    assert everything(filled) == everything(desk)


def line_by_line(data: bytes) -> bytes:
    """The same JSON with a row on each line, as the program itself writes it."""
    document = json.loads(data)
    tables = [
        f'"{name}":{{"columns":{as_json(table["columns"])},"rows":[\n' + ",\n".join(map(as_json, table["rows"]))
        for name, table in document["tables"].items()
    ]
    return (f'{{"schema":"{document["schema"]}","tables":{{\n' + "\n]},\n".join(tables) + "\n]}}}\n").encode()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_nobody_waits_while_everything_is_written(address: Address, tmp_path: Path) -> None:
    desk = lived(a_desk(address))
    parts = desk.keeping.complete()
    first = next(parts)
    other = a_desk(address)
    assert other.do(NewPlan("ny", "Medan det skrivs")).made is not None
    out = first + b"".join(parts)
    assert b"Medan det skrivs" not in out
    assert [path.name for path in (tmp_path / "plan-copies").glob(".*")] == []


def at(table: str, column: str, value: object, row: int = 0) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        found = document["tables"][table]
        found["rows"][row][found["columns"].index(column)] = value

    return change


def without(table: str) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["tables"].pop(table)


def renamed(document: dict[str, Any]) -> None:
    document["tables"]["plan"]["columns"][1] = "nyckel"


def twice(document: dict[str, Any]) -> None:
    rows = document["tables"]["action"]["rows"]
    rows.append(rows[0])


BROKEN: dict[str, Callable[[dict[str, Any]], None]] = {
    "a terminal's escape": at("action", "measure", "\x1b]0;titel\x07"),
    "a turned reading direction": at("plan", "title", "\u202egnp.exe"),
    "NUL": at("person", "name", "a\0b"),
    "half a pair": at("person", "name", "\ud800"),
    "an escape inside the journal": at("change", "new", '"\\u001b[2J"', -1),
    "an escape inside a list": at("action", "triggers", '["\\u009b2J"]'),
    "an escape in a reason": at("change_set", "why", '{"command":"MoveTo","note":"\\u001b"}'),
    "an escape in the name of who did it": at("change_set", "by", "\x9b31m"),
    "a number for a text": at("action", "measure", 7),
    "a text for a number": at("action", "position", "1"),
    "truth for a number": at("action", "position", True),
    "a list for a text": at("action", "measure", ["x"]),
    "a number too large": at("action", "position", 2**70),
    "a status that is none": at("action", "status", "finished"),
    "a day that is none": at("action", "due_start", "2026-02-30"),
    "an instant that is none": at("change_set", "at", "yesterday"),
    "owners that are none": at("action", "responsible", '{"role":1}'),
    "a reason that is no object": at("change_set", "why", "[]"),
    "a change of nothing known": at("change", "entity", "planet"),
    "a change of no field": at("change", "field", "colour", -1),
    "a plan that is missing": at("action", "plan_id", "00000000-0000-4000-8000-000000000000"),
    "the same action twice": twice,
    "a table that is missing": without("delivery"),
    "other columns": renamed,
}


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("name", BROKEN)
def test_a_file_with_anything_strange_is_refused_whole(name: str, address: Address, other: Address) -> None:
    bad = changed(everything(lived(a_desk(address))), BROKEN[name])
    empty = a_desk(other)
    with pytest.raises(Trouble) as told:
        empty.keeping.fill(BytesIO(bad), "all.json")
    assert told.value.code == "complete.broken"
    assert empty.snapshot().revision == 0
    assert not empty.snapshot().plans


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("left", [0.2, 0.5, 0.9, 0.99, 0.9999])
def test_a_file_cut_off_anywhere_is_refused_whole(left: float, address: Address, other: Address) -> None:
    out = everything(lived(a_desk(address)))
    cut = out[: min(int(len(out) * left), len(out) - 2)]
    empty = a_desk(other)
    with pytest.raises(Trouble) as told:
        empty.keeping.fill(BytesIO(cut), "all.json")
    assert told.value.code == "complete.broken"
    assert not empty.snapshot().plans


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_file_of_a_later_version_is_refused_by_name(address: Address) -> None:
    later = everything(a_desk(address)).replace(b"followup.complete/2", b"followup.complete/3")
    desk = a_desk(address)
    assert desk.keeping.is_complete(later)
    with pytest.raises(Trouble) as told:
        desk.keeping.fill(BytesIO(later), "all.json")
    assert (told.value.code, told.value.facts["schema"]) == ("complete.newer", "followup.complete/3")


@pytest.mark.parametrize("kind", ["sqlite"])
def test_weighing_a_file_stores_nothing(address: Address, other: Address) -> None:
    desk = lived(a_desk(address))
    empty = a_desk(other)
    counts = empty.keeping.fill(BytesIO(everything(desk)), "all.json", dry_run=True)
    assert (counts["plan"], counts["action"]) == (1, 3)
    assert empty.snapshot().revision == 0


def test_documents_are_not_taken_for_everything(tmp_path: Path) -> None:
    desk = a_desk(read(str(tmp_path / "empty.db")))
    for beginning in (b"", b"{}", b"PK\x03\x04", b'{"schema":"followup.status/1"', b"followup.complete/1 i en text"):
        assert not desk.keeping.is_complete(beginning)
