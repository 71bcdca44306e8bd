"""The second schema: the grade that a review gave an area."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let areas have a grade; those that are there have none stated."""
    op.add_column("area", sa.Column("grade", sa.String(), nullable=False, server_default=sa.text("''")))
