"""How Alembic runs the steps: on a connection that is handed over, in its transaction.

No URL stands in any configuration: the caller (db.upgrade) has opened the connection, holds the lock and
commits, so that a failing step leaves nothing behind.
"""

from alembic import context

from db.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
