"""The first schema: rows, the append-only journal, and the calendar ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KINDS = "'day', 'week', 'month', 'quarter', 'term', 'half-year', 'season', 'year', 'range', 'open', 'none'"
STATUSES = "'planned', 'in_progress', 'done', 'paused', 'dropped', 'closed'"
JOURNAL = {"change_set": "number = new.number OR id = new.id", "change": "id = new.id"}


def upgrade() -> None:
    """Make every table, and close the journal."""
    people()
    plans()
    actions()
    rounds()
    journal()
    ledger()
    if op.get_bind().dialect.name == "sqlite":
        close_on_sqlite()
    else:
        close_on_postgresql()


def text(name: str, *, null: bool = False) -> "sa.Column[str]":
    """A column of text."""
    return sa.Column(name, sa.String(), nullable=null)


def day(name: str, *, null: bool = True) -> "sa.Column[object]":
    """A column of days."""
    return sa.Column(name, sa.Date(), nullable=null)


def moment(name: str) -> "sa.Column[object]":
    """A column of instants, in UTC."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def number(name: str) -> "sa.Column[int]":
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=False)


def window(name: str, *, null: bool = False) -> list[sa.schema.SchemaItem]:
    """A date that keeps its words."""
    words = (text(f"{name}_text", null=null), text(f"{name}_kind", null=null))
    return [*words, day(f"{name}_start"), day(f"{name}_end")]


def key(table: str, column: str = "id") -> sa.PrimaryKeyConstraint:
    """The primary key."""
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """These columns together are unique."""
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def points(table: str, column: str, to: str, at: str = "id") -> sa.ForeignKeyConstraint:
    """The column points to a row of another table."""
    return sa.ForeignKeyConstraint([column], [f"{to}.{at}"], name=op.f(f"fk_{table}_{column}_{to}"))


def rule(table: str, column: str, condition: str) -> sa.CheckConstraint:
    """What a column may hold."""
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{column}"))


def version(table: str) -> list[sa.schema.SchemaItem]:
    """The count of the change sets that touched a row."""
    return [number("version"), rule(table, "version", "version >= 1")]


def index(table: str, *columns: str) -> None:
    """Make an index."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def people() -> None:
    """Persons, whom several plans may share."""
    items = [text("id"), text("name"), text("mail"), text("language")]
    op.create_table("person", *items, *version("person"), key("person"))


def plans() -> None:
    """Plans, their areas, roles and occasions, and who holds which role."""
    op.create_table(
        "plan", text("id"), text("key"), text("title"), text("unit"), text("review"), day("document_date"),
        text("source"), text("language"), *version("plan"), key("plan"), unique("plan", "key"),
    )  # fmt: skip
    op.create_table(
        "area", text("id"), text("plan_id"), text("code"), text("name"), number("position"), *version("area"),
        key("area"), unique("area", "plan_id", "code", "name"), points("area", "plan_id", "plan"),
    )  # fmt: skip
    op.create_table(
        "role", text("id"), text("plan_id"), text("name"), *version("role"),
        key("role"), unique("role", "plan_id", "name"), points("role", "plan_id", "plan"),
    )  # fmt: skip
    op.create_table(
        "holding", text("id"), text("role_id"), text("person_id"), day("start_on"), day("end_on"),
        *version("holding"), key("holding"), points("holding", "role_id", "role"),
        points("holding", "person_id", "person"),
    )  # fmt: skip
    op.create_table(
        "occasion", text("id"), text("plan_id"), text("trigger"), day("on_day", null=False), text("note"),
        *version("occasion"), key("occasion"), points("occasion", "plan_id", "plan"),
    )  # fmt: skip
    index("holding", "role_id", "start_on")
    index("holding", "person_id")
    index("occasion", "plan_id", "on_day")


def actions() -> None:
    """Actions."""
    op.create_table(
        "action", text("id"), text("plan_id"), text("area_id", null=True), text("label"), number("position"),
        text("requirement"), text("measure"), text("status"), day("status_since"), text("status_note"),
        *window("due"), text("responsible"), text("responsible_text"), text("follow_up_text"), text("rule"),
        *window("first"), text("triggers"), text("follow_up_responsible"), text("follow_up_responsible_text"),
        text("doubts"), text("source"), *version("action"), key("action"), unique("action", "plan_id", "label"),
        points("action", "plan_id", "plan"), points("action", "area_id", "area"),
        rule("action", "status", f"status IN ({STATUSES})"), rule("action", "due_kind", f"due_kind IN ({KINDS})"),
        rule("action", "first_kind", f"first_kind IN ({KINDS})"),
    )  # fmt: skip
    index("action", "plan_id", "position")
    index("action", "area_id")


def rounds() -> None:
    """Rounds that somebody touched."""
    op.create_table(
        "round", text("id"), text("action_id"), text("key"), day("window_start"), day("window_end"),
        *window("agreed", null=True), day("held_on"), text("result"), text("note"), text("held_by"),
        text("evidence"), text("occasion_id", null=True), *version("round"), key("round"),
        unique("round", "action_id", "key"), points("round", "action_id", "action"),
        rule("round", "result", "result IN ('', 'holds', 'partly', 'remains', 'skipped')"),
        rule("round", "agreed_kind", f"agreed_kind IN ({KINDS})"),
    )  # fmt: skip


def journal() -> None:
    """Every change ever made."""
    op.create_table(
        "change_set", number("number"), text("id"), moment("at"), text("by"), text("why"), text("kind"),
        text("undoes", null=True), key("change_set", "number"), unique("change_set", "id"),
        points("change_set", "undoes", "change_set"),
        rule("change_set", "kind", "kind IN ('do', 'undo', 'redo')"), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_table(
        "change", number("id"), number("set_number"), text("entity"), text("entity_id"), text("field", null=True),
        text("old", null=True), text("new", null=True), key("change"),
        points("change", "set_number", "change_set", "number"), sqlite_autoincrement=True,
    )  # fmt: skip
    index("change_set", "at")
    index("change", "entity", "entity_id")
    index("change", "set_number")


def ledger() -> None:
    """What calendars were told."""
    op.create_table(
        "reminder", text("uid"), text("action_id"), text("kind"), text("slot"), text("language"), text("hash"),
        number("sequence"), moment("created_at"), moment("modified_at"), text("component"),
        sa.Column("withdrawn", sa.Boolean(), nullable=False), key("reminder", "uid"),
        rule("reminder", "sequence", "sequence >= 0"),
    )  # fmt: skip
    op.create_table(
        "delivery", number("id"), text("uid"), text("owner"), text("channel"), number("sequence"), text("state"),
        moment("at"), key("delivery"), rule("delivery", "state", "state IN ('sent', 'withdrawn')"),
        sqlite_autoincrement=True,
    )  # fmt: skip
    index("reminder", "action_id")
    index("delivery", "uid")


def close_on_sqlite() -> None:
    """Refuse what would rewrite history; REPLACE deletes without asking the trigger on DELETE."""
    for table, same in JOURNAL.items():
        say = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {say}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {say}")
        known = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} {known} {say}")


def close_on_postgresql() -> None:
    """Refuse what would rewrite history, emptying a table included."""
    op.execute(
        "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in JOURNAL:
        say = f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        op.execute(f"CREATE TRIGGER {table}_no_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE {say}")
