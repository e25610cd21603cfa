"""What is written down and thrown away now and then: how far planning has got, and what is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.store import Store, planning, pruning, watermark

TIDY = timedelta(minutes=1)
"""How often the watermark is stored while nothing is due, and what is over dropped."""

PRUNE = timedelta(days=1)
"""How often the store is rid of what it need not keep."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Housekeeping:
    """Tidies the store once a minute, and prunes it once a day."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tidied = self._pruned = LONG_AGO

    async def tidy(self, now: datetime, *, anyhow: bool) -> None:
        """All that is due by now has been planned. Raises `StoreError`."""
        if anyhow or is_time(now, self._tidied, TIDY):
            await self._store.do(_tidy, now)
            self._tidied = now
        if is_time(now, self._pruned, PRUNE):
            while await self._store.do(pruning.prune_deliveries, now):
                pass
            await self._store.do(pruning.prune_rest, now)
            self._pruned = now


def is_time(now: datetime, last: datetime, pause: timedelta) -> bool:
    """Whether something that is done now and then is to be done; also if a clock was set back."""
    return not timedelta(0) <= now - last < pause


def _tidy(connection: sa.Connection, now: datetime) -> None:
    watermark.set_planned_until(connection, now)
    planning.expire(connection, now)
