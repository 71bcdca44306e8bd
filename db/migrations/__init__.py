"""The steps from each schema to the next, run by Alembic; a step that has been released never changes."""
