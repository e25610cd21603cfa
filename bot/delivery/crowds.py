"""Which reminders go to a crowd, and so begin to leave before they are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.delivery.housekeeping import LONG_AGO, is_time
from bot.reminders.crowd import EARLIEST, begins
from bot.schedule.targets import Target
from bot.store import Store, planning, subscriptions
from bot.store.planning import Owing

HORIZON = 2 * EARLIEST
"""How far to look ahead: what begins last may stand in the way of what begins now."""

RECOUNT = timedelta(minutes=5)
"""How often followers are counted again."""

Wanted = tuple[Owing, Sequence[Target]]
"""What is owed, and to the followers of which targets."""


class Crowds:
    """Finds what begins early. `rates` says how many messages a second leave on a platform."""

    def __init__(self, store: Store, rates: Mapping[str, float]) -> None:
        self._store = store
        self._rates = rates
        self._counted = LONG_AGO
        self._ahead: list[tuple[datetime, Wanted]] = []

    def is_due(self, now: datetime) -> bool:
        """Whether followers are to be counted again."""
        return bool(self._rates) and is_time(now, self._counted, RECOUNT)

    def forget(self) -> None:
        """What is due, or what people want, has changed."""
        self._counted = LONG_AGO

    async def count(self, soon: Sequence[Wanted], now: datetime) -> None:
        """Find what begins early, of all that is due within the `HORIZON`. Raises `StoreError`."""
        ahead: list[tuple[datetime, Wanted]] = []
        for platform, rate in self._rates.items():
            here = [(replace(owing, platform=platform), targets) for owing, targets in soon]
            sizes: Counter[datetime] = Counter()
            for owing, targets in here:
                sizes[owing.due] += await self._size(owing, targets)
            early = begins(sizes, rate)
            for owing, targets in here:
                if begin := early.get(owing.due):
                    ahead.append((begin, (replace(owing, begins=begin), targets)))
        self._ahead, self._counted = ahead, now

    def begun(self, now: datetime) -> list[Wanted]:
        """What has begun since this was last asked; or since it was counted, so that who follows
        meanwhile is not left out."""
        found = [wanted for begin, wanted in self._ahead if begin <= now]
        self._ahead = [each for each in self._ahead if each[0] > now]
        return found

    async def _size(self, owing: Owing, targets: Sequence[Target]) -> int:
        targets = await self._store.do(subscriptions.followed, targets)
        size = 0
        place: planning.Place | None = (0, 0) if targets else None
        while place is not None:
            more, place = await self._store.do(planning.count, owing, targets, place)
            size += more
        return size
