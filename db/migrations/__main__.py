"""Write db/schema.sql anew from the migrations: `python -m db.migrations`, after a step was added."""

from db.schema import FILE, dump
from db.steps import migrated_in_memory

if __name__ == "__main__":
    with open(FILE, "w", encoding="utf-8") as file:
        file.write(dump(migrated_in_memory()))
