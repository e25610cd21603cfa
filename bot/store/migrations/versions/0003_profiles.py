"""What a person is written in and when they get their day; codes that join two chats."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Two columns, a table, and indexes for what planning looks at each second."""
    op.add_column("person", sa.Column("heard", sa.Text()))
    op.add_column("person", sa.Column("digest", sa.Text()))
    for chosen in ("quiet", "digest"):
        some = sa.text(f"{chosen} IS NOT NULL")
        op.create_index(
            f"ix_person_{chosen}",
            "person",
            [chosen, "zone"],
            sqlite_where=some,
            postgresql_where=some,
        )
    saved = sa.text("kind = 'query'")
    op.create_index(
        "ix_subscription_saved",
        "subscription",
        ["event", "value"],
        sqlite_where=saved,
        postgresql_where=saved,
    )
    op.create_table(
        "link",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("person", ID, nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["person.id"], name="fk_link_person", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_link"),
        sa.UniqueConstraint("person", name="uq_link_person"),
    )
