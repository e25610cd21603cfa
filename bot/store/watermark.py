"""The watermark of planning: how far it has got, and what a clock that was set back undoes."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from bot.reminders.owed import Owed
from bot.store.insert import insert
from bot.store.tables import OPEN, delivery, mark


def hurry_news(connection: sa.Connection, now: datetime) -> None:
    """Of a clock that was set back: what was news by its later hour does not wait for that."""
    connection.execute(
        sa.update(delivery)
        .where(
            OPEN,
            delivery.c.state == "planned",
            delivery.c.kind == Owed.NOTICE.value,
            delivery.c.due > now,
        )
        .values(due=now, not_before=now)
    )


def rewind(connection: sa.Connection, now: datetime) -> None:
    """Forget what is due after `now` or still open: a replay begins again at that moment."""
    connection.execute(sa.delete(delivery).where(OPEN | (delivery.c.due > now)))
    connection.execute(sa.delete(mark))


def planned_until(connection: sa.Connection) -> datetime | None:
    """Up to which instant everything due has been planned."""
    return connection.execute(
        sa.select(mark.c.at).where(mark.c.name == "planned")
    ).scalar_one_or_none()


def set_planned_until(connection: sa.Connection, at: datetime) -> None:
    """Everything due up to `at` has been planned."""
    new = insert(connection, mark).values(name="planned", at=at)
    connection.execute(new.on_conflict_do_update(index_elements=[mark.c.name], set_={"at": at}))
