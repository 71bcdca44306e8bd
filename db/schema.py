"""The newest schema of a SQLite file as plain SQL, so that a new file needs neither Alembic nor SQLAlchemy.

`schema.sql` is what the migrations make, written down; a test compares the two. To write it anew after
a migration was added: `python -m db.migrations`.
"""

from __future__ import annotations

import os
import sqlite3

__all__ = ["FILE", "dump", "statements"]

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema.sql")


def statements() -> list[str]:
    """The statements that make an empty database, in order."""
    with open(FILE, encoding="utf-8") as file:
        return split(file.read())


def split(text: str) -> list[str]:
    """The statements of an SQL text; a trigger's inner semicolons do not end it."""
    found, rest = [], ""
    for line in text.splitlines():
        rest = f"{rest}\n{line}" if rest else line
        if sqlite3.complete_statement(rest):
            found.append(rest.rstrip().removesuffix(";"))
            rest = ""
    return found


def dump(connection: sqlite3.Connection) -> str:
    """The schema of an open database as the file writes it: tables, indexes, triggers, and the revision."""
    sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    made = [row[0] for row in connection.execute(sql)]
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    made.append(f"INSERT INTO alembic_version VALUES ('{revision}')")
    return "".join(f"{_tidied(statement)};\n" for statement in made)


def _tidied(statement: str) -> str:
    return "\n".join(line.rstrip() for line in statement.strip().splitlines())
