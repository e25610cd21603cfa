"""The courier as it runs: woken by APScheduler, stopped at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from bot.clock import ReplayClock
from bot.delivery import courier as module
from bot.delivery.courier import Courier
from bot.store import Store, deliveries, people, planning, subscriptions, watermark
from tests.delivery.stage import EVENT, Recorder, address, courier
from tests.patience import PATIENCE
from tests.programmes import HOUR, NINE, programme, session

SECOND = timedelta(seconds=1)


@asynccontextmanager
async def running(courier: Courier) -> AsyncIterator[asyncio.Task[None]]:
    """A courier at work."""
    task = asyncio.create_task(courier.run())
    yield task
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def until_sent(chat: Recorder, count: int) -> list[str]:
    """What was sent, when it is that much."""
    async with asyncio.timeout(PATIENCE):
        while len(chat.sent) < count:
            await asyncio.sleep(0.01)
    return chat.take()


async def follow(store: Store, chat: str) -> None:
    """Someone follows the whole event."""
    person = await store.do(people.find_or_create, address(chat), NINE)
    await store.do(subscriptions.subscribe, person.id, EVENT, NINE)


@pytest.fixture
def clock() -> ReplayClock:
    """A minute before the first reminder, which is a second at this speed."""
    return ReplayClock(NINE - HOUR - 60 * SECOND, 60)


async def test_wakes_up_at_the_due_moment(
    store: Store, clock: ReplayClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a job for the moment, and not only because it looks now and then."""
    monkeypatch.setattr(module, "WAKE", HOUR)
    chat = Recorder()
    await follow(store, "ann")
    async with running(courier(store, chat, clock, programme(session("a")))):
        assert await until_sent(chat, 1) == ["ann: a 59m"]
    assert NINE - HOUR <= clock() < NINE - HOUR + 2 * timedelta(minutes=2)


async def test_looks_now_and_then(store: Store) -> None:
    """A clock that is suddenly set forward is noticed without any job for it."""
    chat, clock = Recorder(), ReplayClock(NINE - 5 * HOUR, 1)
    await follow(store, "ann")
    async with running(courier(store, chat, clock, programme(session("a")))):
        async with asyncio.timeout(PATIENCE):
            while not await store.do(watermark.planned_until):
                await asyncio.sleep(0.01)
        clock.at += 4 * HOUR + timedelta(minutes=5)
        assert await until_sent(chat, 1) == ["ann: a 54m late"]


async def test_of_two_that_are_late_only_the_second_leaves(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though sending begins while there is still something to plan."""
    monkeypatch.setattr(planning, "CHUNK", 1)
    await store.do(watermark.set_planned_until, NINE - 2 * HOUR)
    for number in range(20):
        await follow(store, str(number))
    chat, clock = Recorder(), ReplayClock(NINE - timedelta(minutes=5), 1)
    async with running(courier(store, chat, clock, programme(session("a")))):
        counts: dict[str, int] = {}
        async with asyncio.timeout(PATIENCE):
            while sum(counts.values()) < 40 or counts.keys() & {"planned", "sending"}:
                counts = await store.do(deliveries.counts)
    assert counts == {"sent": 20, "stale: superseded": 20}


async def test_a_publication_moves_the_jobs(
    store: Store, clock: ReplayClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing leaves at the old moment, and it wakes up at the new one."""
    monkeypatch.setattr(module, "WAKE", HOUR)
    chat = Recorder()
    await follow(store, "ann")
    bot = courier(store, chat, clock, programme(session("a")))
    async with running(bot):
        bot.publish(programme(session("a", NINE + timedelta(seconds=30))))
        await until_sent(chat, 1)
        assert clock() >= NINE - HOUR + timedelta(seconds=30)
    assert await store.do(deliveries.counts) == {"sent": 1}


async def test_one_job_for_each_moment(store: Store) -> None:
    """However many people and sessions there are: never a job for a person."""
    clock = ReplayClock(NINE - 5 * HOUR, 1)
    for number in range(20):
        await follow(store, str(number))
    sessions = programme(*(session(each) for each in "abcdef"))
    bot = courier(store, Recorder(), clock, sessions)
    async with running(bot):
        await asyncio.sleep(0)
        bot.publish(sessions)
        assert bot._scheduler is not None
        assert len(bot._scheduler.get_jobs()) == 2  # the leads


async def test_stopping_lets_calls_end(store: Store, clock: ReplayClock) -> None:
    """What is being sent is settled before the bot ends, and nothing else is begun."""
    chat, under_way, go_on = Recorder(), asyncio.Event(), asyncio.Event()

    async def during() -> None:
        under_way.set()
        await go_on.wait()

    chat.during = during
    await follow(store, "ann")
    async with running(courier(store, chat, clock, programme(session("a")))) as task:
        await asyncio.wait_for(under_way.wait(), PATIENCE)
        assert await store.do(deliveries.counts) == {"sending": 1}
        task.cancel()
        asyncio.get_running_loop().call_soon(go_on.set)
    assert await store.do(deliveries.counts) == {"sent": 1}


async def test_stopping_does_not_wait_for_ever(
    store: Store, clock: ReplayClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that hangs is given up after a while; the next life of the bot repeats it."""
    monkeypatch.setattr(module, "GRACE", 0.05)
    chat, under_way = Recorder(), asyncio.Event()

    async def during() -> None:
        under_way.set()
        await asyncio.Event().wait()

    chat.during = during
    await follow(store, "ann")
    async with running(courier(store, chat, clock, programme(session("a")))):
        await asyncio.wait_for(under_way.wait(), PATIENCE)
    assert await store.do(deliveries.counts) == {"sending": 1}
    chat.during = None
    async with running(courier(store, chat, clock, programme(session("a")))):
        assert len(await until_sent(chat, 1)) == 1
