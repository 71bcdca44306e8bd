"""The calendar ledger: rows that may change, and what was sent."""

from dataclasses import astuple, replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from db.address import Address
from db.errors import Violated
from db.reading import open_reader
from db.reminders import DeliveryRow, ReminderRow, record
from rows import NOON

pytest_plugins = ["postgres"]

ONE = ReminderRow(
    "one@x", "a1", "due", "0", "sv", "h1", 0, NOON, NOON, "BEGIN:VEVENT\r\nEND:VEVENT\r\n", withdrawn=False
)
TWO = replace(ONE, uid="two@x", kind="follow-up")
SENT = DeliveryRow("one@x", "", "file", 0, "sent", NOON)


def as_read(row: ReminderRow) -> tuple[object, ...]:
    moments = (f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}" for moment in (row.created_at, row.modified_at))
    return (*astuple(row)[:7], *moments, row.component.encode(), int(row.withdrawn))


def test_reminders_are_made_and_changed_and_deliveries_only_grow(engine: Engine, address: Address) -> None:
    record(engine, [ONE, TWO], [SENT])
    changed = replace(ONE, hash="h2", sequence=1, modified_at=NOON + timedelta(microseconds=1), withdrawn=True)
    record(engine, [changed], [replace(SENT, state="withdrawn", sequence=1)])
    record(engine, [])
    with open_reader(address) as reader:
        assert sorted(reader.reminders()) == sorted([as_read(changed), as_read(TWO)])
        assert [row[1:6] for row in reader.deliveries()] == [
            ("one@x", "", "file", 0, "sent"),
            ("one@x", "", "file", 1, "withdrawn"),
        ]
        assert reader.deliveries()[0][6] == "2026-03-02T11:00:00.000000Z"


def test_a_ledger_entry_that_breaks_a_rule_stores_nothing(engine: Engine, address: Address) -> None:
    with pytest.raises(Violated):
        record(engine, [ONE], [replace(SENT, state="lost")])
    with open_reader(address) as reader:
        assert list(reader.reminders()) == []


def test_many_reminders_are_one_transaction(engine: Engine, address: Address) -> None:
    record(engine, [replace(ONE, uid=f"{number:05}") for number in range(3000)])
    with open_reader(address) as reader:
        assert len(list(reader.reminders())) == 3000
