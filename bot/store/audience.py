"""How many people would be told of something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import sqlalchemy as sa

from bot.schedule.targets import Target
from bot.store.tables import address, subscription


def count(connection: sa.Connection, targets: Collection[Target]) -> dict[str, int]:
    """How many addresses on each platform follow at least one of these, as planning finds
    them: muted ones and those not preferred are left out."""
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in targets:
        values[each.event, each.kind].append(each.value)
    followed = (
        sa.and_(
            subscription.c.event == event,
            subscription.c.kind == str(kind),
            subscription.c.value.in_(found),
        )
        for (event, kind), found in values.items()
    )
    rows = connection.execute(
        sa.select(address.c.platform, sa.func.count(address.c.id.distinct()))
        .join(subscription, subscription.c.person == address.c.person)
        .where(sa.or_(sa.false(), *followed), ~address.c.muted, address.c.preferred)
        .group_by(address.c.platform)
        .order_by(address.c.platform)
    )
    return {row[0]: row[1] for row in rows}
