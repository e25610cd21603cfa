"""What the database need not keep: dropped once a day, in sets."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.reminders.leads import Leads
from bot.store import updates
from bot.store.tables import delivery, lead, person, subscription

CHUNK = 10_000
"""Rows dropped in one transaction."""

DELIVERIES = timedelta(days=30)
"""How long a settled delivery is kept: nothing is planned again that far back."""

UPDATES = timedelta(days=2)
"""How long the number of an update is kept: Telegram repeats what is not confirmed for a day."""


def prune_deliveries(connection: sa.Connection, now: datetime) -> bool:
    """Drop a part of the deliveries that were settled long ago; whether there may be more."""
    old = sa.select(delivery.c.id).where(delivery.c.settled < now - DELIVERIES)
    some = old.order_by(delivery.c.id).limit(CHUNK)
    return connection.execute(sa.delete(delivery).where(delivery.c.id.in_(some))).rowcount == CHUNK


def prune_rest(connection: sa.Connection, now: datetime) -> None:
    """Drop the numbers of old updates, and leads that nobody has any more."""
    updates.forget_before(connection, now - UPDATES)
    if connection.dialect.name == "postgresql":  # whoever chooses a lead right now waits
        connection.exec_driver_sql("LOCK TABLE lead IN EXCLUSIVE MODE")
    used = {each for table in (person, subscription) for each in _leads(connection, table)}
    connection.execute(sa.delete(lead).where(lead.c.lead.not_in(used)))


def _leads(connection: sa.Connection, table: sa.Table) -> set[timedelta]:
    chosen = sa.select(table.c.leads).where(table.c.leads.is_not(None)).distinct()
    found: list[Leads] = list(connection.execute(chosen).scalars())
    return {each for leads in found for each in leads}
