"""The changes of a publication, read from the texts that the store keeps."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.reminders.notices import told_changes
from bot.schedule.diff import SessionChange
from bot.schedule.model import Schedule
from bot.schedule.yamlfile import load
from bot.store import Store, schedules

KEPT = 8
"""Publications whose changes are kept in memory."""


@dataclass(frozen=True, kw_only=True)
class News:
    """What a publication changed that people are told of."""

    before: Schedule
    after: Schedule
    changes: tuple[SessionChange, ...]


class Newsroom:
    """Finds the news of a publication, `event@number`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, News | None] = {}
        self._reading = asyncio.Lock()

    async def news(self, about: str) -> News | None:
        """The news, or None if the texts cannot be read any more. Raises `StoreError`."""
        async with self._reading:
            if about not in self._found:
                if len(self._found) >= KEPT:
                    del self._found[next(iter(self._found))]
                self._found[about] = await self._read(about)
            return self._found[about]

    async def _read(self, about: str) -> News | None:
        event, _, number = about.partition("@")
        before, after = [
            await self._schedule(event, each) for each in (int(number) - 1, int(number))
        ]
        if before is None or after is None:
            return None
        return News(before=before, after=after, changes=told_changes(before, after))

    async def _schedule(self, event: str, number: int) -> Schedule | None:
        found = await self._store.do(schedules.find, event, number)
        if found is None:
            return None
        loaded = await asyncio.to_thread(load, found.text, f"{event}.yaml", as_of=found.published)
        return loaded.schedule
