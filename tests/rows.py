"""Rows for the tests of the database: whole, valid, invented, and easy to vary."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from json import dumps
from uuid import UUID

from db.address import Address
from db.changes import Columns, RowChange, Scalar, SetRow
from db.columns import COLUMNS
from db.reading import open_reader

NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
TABLES = ("plan", "area", "person", "role", "holding", "action", "round", "occasion")


def uuid(number: int) -> str:
    return str(UUID(int=number, version=4))


def change_set(number: int = 1, kind: str = "do", undoes: str | None = None, why: str = "test") -> SetRow:
    return SetRow(uuid(10**9 + number), NOON, "Ylva Tall", why, kind, undoes)


def plan(number: int = 1, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {
        "id": uuid(number),
        "key": f"klinik{number}",
        "title": "Handlingsplan för ögonkliniken",
        "unit": "Ögonkliniken i Havsvik",
        "review": "Granskning 2025",
        "document_date": date(2025, 11, 3),
        "source": "plan.docx",
        "language": "sv",
    }
    return row | values


def area(number: int = 100, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {
        "id": uuid(number),
        "plan_id": uuid(1),
        "code": f"K{number}",
        "name": "Miljö",
        "position": 1,
        "grade": "C",
    }
    return row | values


def person(number: int = 200, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {"id": uuid(number), "name": "Åse Ek", "mail": "ase@havsvik.example", "language": "sv"}
    return row | values


def role(number: int = 300, **values: Scalar) -> dict[str, Scalar]:
    return {"id": uuid(number), "plan_id": uuid(1), "name": f"Roll {number}"} | values


def holding(number: int = 400, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {"id": uuid(number), "role_id": uuid(300), "person_id": uuid(200)}
    return row | {"start_on": date(2024, 2, 29), "end_on": None} | values


def action(number: int = 1000, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {
        "id": uuid(number),
        "plan_id": uuid(1),
        "area_id": None,
        "label": f"K{number}",
        "position": number,
        "requirement": "Handledaren har tid avsatt.",
        "measure": "Vi schemalägger en timme i veckan.\n\nTiden skyddas.",
        "status": "planned",
        "status_since": date(2026, 1, 12),
        "status_note": "",
        "due_text": "Maj 2026",
        "due_kind": "month",
        "due_start": date(2026, 5, 1),
        "due_end": date(2026, 5, 31),
        "responsible": '["x"]',
        "responsible_text": "Sektionsledaren",
        "follow_up_text": "Varje år",
        "rule": "FREQ=YEARLY",
        "first_text": "",
        "first_kind": "none",
        "first_start": None,
        "first_end": None,
        "triggers": "[]",
        "follow_up_responsible": "[]",
        "follow_up_responsible_text": "",
        "doubts": "[]",
        "source": "s. 4",
    }
    return row | values


def round_(number: int = 5000, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {
        "id": uuid(number),
        "action_id": uuid(1000),
        "key": f"runda-{number}",
        "window_start": date(2026, 9, 1),
        "window_end": date(2026, 9, 30),
        "agreed_text": None,
        "agreed_kind": None,
        "agreed_start": None,
        "agreed_end": None,
        "held_on": None,
        "result": "",
        "note": "",
        "held_by": "",
        "evidence": "",
        "occasion_id": None,
    }
    return row | values


def occasion(number: int = 6000, **values: Scalar) -> dict[str, Scalar]:
    row: dict[str, Scalar] = {"id": uuid(number), "plan_id": uuid(1), "trigger": "ny chef", "on_day": date(2026, 4, 1)}
    return row | {"note": ""} | values


def as_json(columns: Columns | None) -> str | None:
    if columns is None:
        return None
    return dumps({name: str(value) if isinstance(value, date) else value for name, value in columns.items()})


def made(entity: str, row: Columns) -> RowChange:
    return RowChange(entity, str(row["id"]), None, None, as_json(row), None, row)


def removed(entity: str, row: Columns) -> RowChange:
    return RowChange(entity, str(row["id"]), None, as_json(row), None, row, None)


def edited(entity: str, row: Columns, field: str, **after: Scalar) -> RowChange:
    before = {name: row[name] for name in after}
    return RowChange(entity, str(row["id"]), field, as_json(before), as_json(after), before, after)


def inverse(changes: Sequence[RowChange]) -> list[RowChange]:
    return [
        RowChange(each.entity, each.id, each.field, each.new, each.old, each.after, each.before)
        for each in reversed(changes)
    ]


def everything(address: Address) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all entities, without their versions."""
    with open_reader(address) as reader:
        found = {
            "plan": reader.plans(),
            "area": reader.areas(),
            "person": reader.people(),
            "role": reader.roles(),
            "holding": reader.holdings(),
            "action": reader.actions(),
            "round": reader.rounds(),
            "occasion": reader.occasions(),
        }
    return {entity: sorted(row[:-1] for row in rows) for entity, rows in found.items()}


def as_read(entity: str, row: Mapping[str, Scalar], version: int = 1) -> tuple[object, ...]:
    """The tuple that the read side gives for a row."""
    values = [row[name] for name in COLUMNS[entity] if name != "version"]
    return (*(str(value) if isinstance(value, date) else value for value in values), version)
