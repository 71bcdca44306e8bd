"""The tables, as SQLModel declares them: columns and constraints, no methods.

A `table=True` class does not validate and its rows are bound to a session, so nobody outside this
package meets one. An entity is called as its table. Ids are UUIDs as text, lists are JSON as text, and
a date that keeps its words is four columns: NAME_text, NAME_kind, NAME_start, NAME_end.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, MetaData, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel

KINDS = ("day", "week", "month", "quarter", "term", "half-year", "season", "year", "range", "open", "none")
STATUSES = ("planned", "in_progress", "done", "paused", "dropped", "closed")
RESULTS = ("", "holds", "partly", "remains", "skipped")
SET_KINDS = ("do", "undo", "redo")
DELIVERY_STATES = ("sent", "withdrawn")


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """The rule that a column holds one of these words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def counted() -> CheckConstraint:
    """The rule that a row's version is the number of change sets that touched it."""
    return CheckConstraint("version >= 1", name="version")


class Row(SQLModel):
    """What the tables share: names of constraints that a migration can say."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Plan(Row, table=True):
    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("key"), counted())
    id: str = Field(primary_key=True)
    key: str
    title: str
    unit: str
    review: str
    document_date: date | None
    source: str
    language: str
    version: int


class Area(Row, table=True):
    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("plan_id", "code", "name"), counted())
    id: str = Field(primary_key=True)
    plan_id: str = Field(foreign_key="plan.id")
    code: str
    name: str
    position: int
    grade: str = Field(default="", sa_column_kwargs={"server_default": text("''")})
    version: int


class Person(Row, table=True):
    __tablename__ = "person"
    __table_args__ = (counted(),)
    id: str = Field(primary_key=True)
    name: str
    mail: str
    language: str
    version: int


class Role(Row, table=True):
    __tablename__ = "role"
    __table_args__ = (UniqueConstraint("plan_id", "name"), counted())
    id: str = Field(primary_key=True)
    plan_id: str = Field(foreign_key="plan.id")
    name: str
    version: int


class Holding(Row, table=True):
    __tablename__ = "holding"
    __table_args__ = (Index(None, "role_id", "start_on"), Index(None, "person_id"), counted())
    id: str = Field(primary_key=True)
    role_id: str = Field(foreign_key="role.id")
    person_id: str = Field(foreign_key="person.id")
    start_on: date | None
    end_on: date | None
    version: int


class Action(Row, table=True):
    __tablename__ = "action"
    __table_args__ = (
        UniqueConstraint("plan_id", "label"),
        Index(None, "plan_id", "position"),
        Index(None, "area_id"),
        one_of("status", STATUSES),
        one_of("due_kind", KINDS),
        one_of("first_kind", KINDS),
        counted(),
    )
    id: str = Field(primary_key=True)
    plan_id: str = Field(foreign_key="plan.id")
    area_id: str | None = Field(foreign_key="area.id")
    label: str
    position: int
    requirement: str
    measure: str
    status: str
    status_since: date | None
    status_note: str
    due_text: str
    due_kind: str
    due_start: date | None
    due_end: date | None
    responsible: str
    responsible_text: str
    follow_up_text: str
    rule: str
    first_text: str
    first_kind: str
    first_start: date | None
    first_end: date | None
    triggers: str
    follow_up_responsible: str
    follow_up_responsible_text: str
    doubts: str
    source: str
    version: int


class Round(Row, table=True):
    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("action_id", "key"),
        one_of("result", RESULTS),
        one_of("agreed_kind", KINDS),
        counted(),
    )
    id: str = Field(primary_key=True)
    action_id: str = Field(foreign_key="action.id")
    key: str
    window_start: date | None
    window_end: date | None
    agreed_text: str | None
    agreed_kind: str | None
    agreed_start: date | None
    agreed_end: date | None
    held_on: date | None
    result: str
    note: str
    held_by: str
    evidence: str
    occasion_id: str | None
    version: int


class Occasion(Row, table=True):
    __tablename__ = "occasion"
    __table_args__ = (Index(None, "plan_id", "on_day"), counted())
    id: str = Field(primary_key=True)
    plan_id: str = Field(foreign_key="plan.id")
    trigger: str
    on_day: date
    note: str
    version: int


class ChangeSet(Row, table=True):
    __tablename__ = "change_set"
    __table_args__ = (
        UniqueConstraint("id"),
        Index(None, "at"),
        one_of("kind", SET_KINDS),
        {"sqlite_autoincrement": True},
    )
    number: int | None = Field(default=None, primary_key=True)
    id: str
    at: datetime
    by: str
    why: str
    kind: str
    undoes: str | None = Field(foreign_key="change_set.id")


class Change(Row, table=True):
    __tablename__ = "change"
    __table_args__ = (Index(None, "entity", "entity_id"), Index(None, "set_number"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    set_number: int = Field(foreign_key="change_set.number")
    entity: str
    entity_id: str
    field: str | None
    old: str | None
    new: str | None


class Reminder(Row, table=True):
    __tablename__ = "reminder"
    __table_args__ = (Index(None, "action_id"), CheckConstraint("sequence >= 0", name="sequence"))
    uid: str = Field(primary_key=True)
    action_id: str
    kind: str
    slot: str
    language: str
    hash: str
    sequence: int
    created_at: datetime
    modified_at: datetime
    component: str
    withdrawn: bool


class Delivery(Row, table=True):
    __tablename__ = "delivery"
    __table_args__ = (Index(None, "uid"), one_of("state", DELIVERY_STATES), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    uid: str
    owner: str
    channel: str
    sequence: int
    state: str
    at: datetime


TABLES: dict[str, Table] = dict(Row.metadata.tables)
ENTITIES = ("plan", "area", "person", "role", "holding", "action", "round", "occasion")
