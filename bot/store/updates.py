"""What a platform hands over, by its own number: stored before it is confirmed, answered once.

A platform repeats what was not confirmed; the number shows what is a double. The text is kept
until it is answered, so that nothing asked is lost in a crash, and the number a while longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import update


def receive(
    connection: sa.Connection, platform: str, updates: Sequence[tuple[int, str]], now: datetime
) -> list[int]:
    """Store updates (number and text); the numbers of those that are new, in their order."""
    if not updates:
        return []
    rows = [{"platform": platform, "id": id, "body": body, "received": now} for id, body in updates]
    new = insert(connection, update).values(rows).on_conflict_do_nothing().returning(update.c.id)
    return sorted(connection.execute(new).scalars())


def waiting(connection: sa.Connection, platform: str) -> list[tuple[int, str]]:
    """The updates (number and text) that are not answered yet, in order."""
    rows = connection.execute(
        sa.select(update.c.id, update.c.body)
        .where(update.c.platform == platform, update.c.body.is_not(None))
        .order_by(update.c.id)
    )
    return [(row.id, row.body) for row in rows]


def answered(connection: sa.Connection, platform: str, id: int) -> None:
    """An update is dealt with; only its number is kept."""
    connection.execute(
        sa.update(update).where(update.c.platform == platform, update.c.id == id).values(body=None)
    )


def forget_before(connection: sa.Connection, moment: datetime) -> None:
    """Drop the numbers of what was received and answered before that."""
    connection.execute(sa.delete(update).where(update.c.received < moment, update.c.body.is_(None)))
