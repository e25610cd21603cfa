"""What admins decide about a saved schedule: to publish it silently, or not by itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Remember which publications were silent, and which saved texts are held."""
    op.add_column(
        "publication",
        sa.Column("silent", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "held",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_held"),
    )
