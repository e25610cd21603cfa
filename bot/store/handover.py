"""What becomes of deliveries when it changes which of a person's chats reminders come to.

What is still to be sent moves to the preferred addresses, and what was sent to one address counts
as sent to all: nothing is lost, and nothing comes twice.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import OPEN, address, delivery

_KEPT = ("kind", "about", "start", "lead", "urgency", "due", "expires", "not_before")


def hand_over(connection: sa.Connection, id: int) -> None:
    """Owe what is open at a person's addresses to the preferred ones, and to them alone; count
    what was sent to one of them as sent to all.

    What is being sent at this moment is owed there too: the call may fail.
    """
    _copy(connection, id, delivery.c.state == "sent", state="sent")
    _copy(connection, id, sa.and_(OPEN, _to.c.preferred, ~_to.c.muted), state="planned")
    others = sa.select(address.c.id).where(address.c.person == id, ~address.c.preferred)
    connection.execute(
        sa.delete(delivery).where(
            delivery.c.address.in_(others), OPEN, delivery.c.state == "planned"
        )
    )


_to = address.alias()


def _copy(connection: sa.Connection, id: int, which: sa.ColumnElement[bool], *, state: str) -> None:
    """Copy deliveries of a person to their other addresses, unless they are there."""
    columns: dict[str, Any] = {name: delivery.c[name] for name in _KEPT} | {
        "address": _to.c.id,
        "platform": _to.c.platform,
        "state": sa.literal(state),
        "attempts": sa.literal(0),
        "settled": delivery.c.settled,
    }
    rows = (
        sa.select(*columns.values())
        .select_from(delivery)
        .join(address, address.c.id == delivery.c.address)
        .join(_to, sa.and_(_to.c.person == address.c.person, _to.c.id != address.c.id))
        .where(address.c.person == id, which)
    )
    new = insert(connection, delivery).from_select([*columns], rows)
    connection.execute(new.on_conflict_do_nothing())
