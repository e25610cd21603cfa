"""How a crowd's reminder is planned, beside one APScheduler job for each reminder.

    python benchmarks/scale.py                            100,000 people follow 10 things each
    python benchmarks/scale.py --people 1000000 --each 1  a million are due at one moment
    python benchmarks/scale.py --database postgresql://...

Everybody follows the session that is due. Each figure is of this machine and this run: compare
them with one another, not with those of another machine.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import resource
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import StillClock
from bot.delivery import Courier, Writer
from bot.messages import Address, Reply, Respond, Span, Urgency
from bot.schedule.model import Event, Programme, ReminderRules, Schedule, Session, Text
from bot.store import Store, watermark
from bot.store.tables import address, person, subscription

NINE = datetime(2018, 11, 13, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Chat:
    """Answers each call after a thirtieth of a second."""

    platform = "bench"

    def __init__(self) -> None:
        self.first: float | None = None

    async def run(self, respond: Respond) -> None:
        """Nobody writes."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Note when the first one comes."""
        self.first = self.first or time.perf_counter()
        await asyncio.sleep(1 / 30)
        return "1"

    async def close(self) -> None:
        """Nothing is held open."""


class LoopWatch:
    """The longest time for which the event loop was held."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._task = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            self.worst = max(self.worst, time.perf_counter() - before - 0.005)

    def stop(self) -> float:
        """Seconds."""
        self._task.cancel()
        return self.worst


def programme(start: datetime) -> Programme:
    """One session that starts then, and is told an hour before."""
    day = date(2018, 11, 13)
    event = Event(id="e", name=Text("E"), timezone="UTC", first_day=day, last_day=day)
    session = Session(event="e", id="s0", title=Text("S"), start=start, day=day)
    rules = ReminderRules(before=(HOUR,))
    return Programme(schedules=(Schedule(event=event, sessions=(session,), reminders=rules),))


def fill(connection: sa.Connection, ids: Iterable[int], each: int) -> None:
    """People with an address, who follow session s0 and others."""
    ids = list(ids)
    connection.execute(sa.insert(person), [{"id": id, "created": NINE} for id in ids])
    reach = {"platform": "bench", "is_group": False, "muted": False, "preferred": True}
    connection.execute(
        sa.insert(address), [{"id": id, "chat": str(id), "person": id, **reach} for id in ids]
    )
    follow = {"event": "e", "kind": "session", "created": NINE}
    connection.execute(
        sa.insert(subscription),
        [
            {"value": f"s{number and (id * 7 + number) % 200 + 1}", "person": id, **follow}
            for id in ids
            for number in range(each)
        ],
    )


def size(connection: sa.Connection) -> int:
    """Bytes of the database."""
    if connection.dialect.name == "postgresql":
        query = "SELECT pg_database_size(current_database())"
    else:
        query = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    return int(connection.exec_driver_sql(query).scalar_one())


class Same(Writer):
    """Writes the same to all."""

    TEXT = Reply(lines=((Span(text="Starts in an hour: The opening"),),))

    def reminder(self, *_: object) -> Reply:
        """One text."""
        return self.TEXT


def memory() -> float:
    """The most megabytes that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def planned(url: str, people: int, each: int) -> None:
    """One moment at which all of them are due."""
    store = await Store.open(url)
    for first in range(1, people + 1, 2000):
        await store.do(fill, range(first, min(first + 2000, people + 1)), each)
    chat, clock = Chat(), StillClock(NINE - 2 * HOUR)
    courier = Courier(
        store=store,
        chats={chat.platform: chat},
        clock=clock,
        writer=Same("en"),
        programme=programme(NINE),
    )
    await courier.plan()
    empty, watch = memory(), LoopWatch()
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(0.1)
    due = time.perf_counter()
    clock.at = NINE - HOUR
    courier.ring()
    while await store.do(watermark.planned_until) != clock.at:
        await asyncio.sleep(0.02)
    beside = time.perf_counter() - due
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    held = watch.stop()
    assert chat.first is not None
    print(f"  first message after                 {chat.first - due:8.3f} s")
    print(f"  all planned, while sending          {beside:8.3f} s")

    clock.at += timedelta(seconds=1)
    courier.publish(programme(NINE + HOUR))
    await courier.plan()
    clock.at = NINE
    began = time.perf_counter()
    await courier.plan()
    print(f"  all planned, with nothing beside    {time.perf_counter() - began:8.3f} s")
    began = time.perf_counter()
    courier.publish(programme(NINE + 3 * HOUR))
    await courier.plan()
    print(f"  the session moved                   {time.perf_counter() - began:8.3f} s")
    print(f"  the event loop was held at most     {held:8.3f} s")
    print(f"  memory, and before planning         {memory():8.0f} MB {empty:6.0f} MB")
    print(f"  database                            {await store.do(size) / 2**20:8.0f} MB")
    await store.close()


async def one_job_each(people: int) -> None:
    """The same with a job for each person's reminder, kept in memory."""
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    ran = 0

    async def send() -> None:
        nonlocal ran
        ran += 1

    before, began = memory(), time.perf_counter()
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})
    scheduler.start(paused=True)
    due = datetime.now(UTC)
    for _ in range(people):
        scheduler.add_job(send, "date", run_date=due)
    print(f"  added                               {time.perf_counter() - began:8.3f} s")
    watch, began = LoopWatch(), time.perf_counter()
    await asyncio.sleep(0.02)
    scheduler.resume()
    while ran < people:
        await asyncio.sleep(0.02)
    print(f"  all run after                       {time.perf_counter() - began:8.3f} s")
    print(f"  the event loop was held at most     {watch.stop():8.3f} s")
    print(f"  memory, and before                  {memory():8.0f} MB {before:6.0f} MB")
    scheduler.shutdown(wait=False)


def main() -> None:
    """Measure both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--people", type=int, default=100_000, help="who are due at one moment")
    parser.add_argument("--each", type=int, default=10, help="things that each of them follows")
    parser.add_argument("--jobs", type=int, default=20_000, help="jobs to compare with")
    parser.add_argument("--database", help="an empty one (default: a new SQLite file)")
    options = parser.parse_args()
    print(f"{options.people:,} due, {options.people * options.each:,} subscriptions, in sets:")
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'scale.db'}"
        asyncio.run(planned(url, options.people, options.each))
    print(f"{options.jobs:,} due, one APScheduler job each, in memory:")
    asyncio.run(one_job_each(options.jobs))


if __name__ == "__main__":
    main()
