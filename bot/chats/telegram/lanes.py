"""Jobs in order: those of one lane one after another, those of different lanes side by side."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """At most `most` jobs wait or run at a time; a job must not raise."""

    def __init__(self, most: int = 1000) -> None:
        self._room = asyncio.Semaphore(most)
        self._lanes: dict[int, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def put(self, lane: int, job: Job) -> None:
        """Have the job done after those before it in its lane. Waits while there is no room."""
        await self._room.acquire()
        jobs = self._lanes.setdefault(lane, deque())
        jobs.append(job)
        if len(jobs) == 1:
            task = asyncio.create_task(self._work(lane, jobs))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self, grace: float) -> None:
        """Let the jobs under way end within `grace` seconds; the others are dropped."""
        for jobs in self._lanes.values():
            while len(jobs) > 1:
                jobs.pop()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _work(self, lane: int, jobs: deque[Job]) -> None:
        try:
            while jobs:
                await jobs[0]()
                jobs.popleft()
                self._room.release()
        finally:
            del self._lanes[lane]
