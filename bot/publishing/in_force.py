"""The programme in force, here and in the store.

A text is stored under the next number before it is swapped in, so that of two publishers one
finds the number taken; and what another process published is taken up here too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import PurePath

import structlog

from bot.clock import Clock
from bot.messages import Address
from bot.publishing.edits import Declined, Published, Refused
from bot.reminders.notices import told_changes
from bot.schedule.model import Programme, Schedule
from bot.schedule.yamlfile import Loaded, load
from bot.store import Store, schedules
from bot.store.schedules import Publication

log = structlog.get_logger()


class InForce:
    """The programme in force. `listeners` are given every new one."""

    def __init__(
        self, *, store: Store, clock: Clock, on_taken_up: Callable[[Published], Awaitable[None]]
    ) -> None:
        """`on_taken_up` is told of what another process published."""
        self.programme = Programme()
        self.listeners: list[Callable[[Programme], None]] = []
        self._store = store
        self._clock = clock
        self._on_taken_up = on_taken_up

    async def current(self, event: str) -> Publication | None:
        """What is in force in the store, and now here too. Raises `StoreError`."""
        last = await self._store.do(schedules.current, event)
        before = self.programme.schedule(event)
        if last is None or (before is not None and before.number >= last.number):
            return last
        schedule = (await parse(f"{event}.yaml", last.text)).schedule
        if schedule is None:
            log.error("what is published cannot be read", schedule=event, number=last.number)
            return last
        after = self._swap(schedule, last)
        if before is not None:
            await self._on_taken_up(Published(before=before, after=after, silent=last.silent))
        return last

    async def catch_up(self) -> None:
        """Take up what others published of the events that are here. Raises `StoreError`."""
        for event, number in (await self._store.do(schedules.numbers)).items():
            here = self.programme.schedule(event)
            if here is not None and here.number < number:
                await self.current(event)

    async def publish(
        self,
        schedule: Schedule,
        text: bytes,
        last: Publication | None,
        *,
        silent: bool = False,
        hold: str | None = None,
        unless_held: bool = False,
        by: Address | None = None,
    ) -> Published | None:
        """Put a text in force after `last`; None if somebody else was faster. `hold` and
        `unless_held` are as in the store. Raises `StoreError`."""
        event = schedule.event.id
        before = self.programme.schedule(event)
        new = Publication(
            event=event,
            number=last.number + 1 if last is not None else 1,
            version=schedule.version,
            text=text,
            published=self._clock(),
            told=silent or before is None or not told_changes(before, schedule),
            silent=silent,
        )
        done = await self._store.do(schedules.publish, new, hold=hold, unless_held=unless_held)
        if not done:
            return None
        after = self._swap(schedule, new)
        return Published(before=before, after=after, silent=silent, by=by)

    async def undo(
        self, event: str, number: int | None, saved: str | None, *, silent: bool, by: Address | None
    ) -> Published | Refused | Declined:
        """Put the text before publication `number`, the one in force, back in force, as one of
        its own. `saved` is the version of the event's file: if it says otherwise, it is held.
        Raises `StoreError`."""
        last = await self.current(event)
        undone = number or (last.number if last is not None else 0)
        earlier = await self._store.do(schedules.find, event, undone - 1)
        if last is not None and last.number != undone:
            back = earlier is not None and last.version == earlier.version
            again = back and last.number == undone + 1
            return Declined.UNDONE if again else Declined.OVERTAKEN
        if last is None or earlier is None:
            return Declined.FIRST
        loaded = await parse(f"{event}.yaml", earlier.text)
        if loaded.schedule is None:
            return Refused(path=loaded.path, problems=loaded.problems)
        hold = saved if saved != earlier.version else None
        quiet = silent or last.silent
        done = await self.publish(
            loaded.schedule, earlier.text, last, silent=quiet, hold=hold, by=by
        )
        if done is None:
            return Declined.OVERTAKEN
        return replace(done, undone=earlier.published, unsaved=hold is not None)

    def _swap(self, schedule: Schedule, published: Publication) -> Schedule:
        as_of = min(published.published, self._clock())  # a replay goes back
        schedule = replace(schedule, as_of=as_of, number=published.number)
        rest = [each for each in self.programme.schedules if each.event.id != schedule.event.id]
        every = sorted([*rest, schedule], key=lambda each: each.event.id)
        self.programme = Programme(schedules=tuple(every))
        for listener in self.listeners:
            listener(self.programme)
        return schedule


async def parse(path: str | PurePath, text: bytes) -> Loaded:
    """Read a schedule's text, off the event loop."""
    return await asyncio.to_thread(load, text, str(path))
