"""A clock that is stepped by an hour, as by an admin or a time server: nothing comes twice, nothing
is left out, and nothing waits until it is that late again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo

import pytest

from bot.messages import ChatError, Failure
from bot.reminders.due import start_of
from bot.schedule.model import Session
from bot.store import Store, people, planning, watermark
from tests.delivery.stage import EVENT, Recorder, Stage, address, courier, failing, target
from tests.delivery.test_changes import BEFORE, Office, office
from tests.patience import PATIENCE
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, schedule, session

__all__ = ["office"]  # a fixture

MINUTE = timedelta(minutes=1)
DUE = NINE - HOUR


async def snooze(store: Store, chat: str, about: Session, at: datetime) -> None:
    """Someone wants to hear of a session again at that moment."""
    start = start_of(about, schedule(about))
    assert start is not None
    await store.do(people.find_or_create, address(chat), at)
    await store.do(planning.snooze, address(chat), about, start, at)


async def through(stage: Stage, since: datetime, until: datetime) -> list[str]:
    """What is sent while the clock goes from one moment to another, minute by minute."""
    sent, moment = [], since
    while moment <= until:
        sent += await stage.at(moment)
        moment += MINUTE
    return sent


async def test_an_hour_back(stage: Stage) -> None:
    """Right after a reminder: the same hour is lived through again, and brings what is new."""
    await stage.follow("ann", target("a"))
    assert await through(stage, NINE - 2 * HOUR, DUE) == ["ann: a 1h"]
    await stage.follow("bo", target("a"))
    assert await through(stage, DUE - HOUR, DUE) == ["bo: a 1h"]
    assert sorted(await through(stage, DUE, NINE)) == ["ann: a 10m", "bo: a 10m"]
    assert await stage.counts() == {"sent": 4}


async def test_an_hour_forward(stage: Stage) -> None:
    """Past two reminders: the second one comes, late, with the time that is really left."""
    await stage.follow("ann", target("a"))
    assert await through(stage, NINE - 2 * HOUR, DUE - 5 * MINUTE) == []
    assert await through(stage, NINE - 5 * MINUTE, NINE + HOUR) == ["ann: a 5m late"]
    assert await stage.counts() == {"sent": 1, "stale: superseded": 1}


async def test_an_hour_forward_and_back_again(stage: Stage) -> None:
    """It was a mistake: what came too early does not come again, the rest comes in time."""
    await stage.follow("ann", target("a"))
    stage.courier.publish(programme(session("a"), session("b", NINE + 2 * HOUR)))
    await stage.follow("bo", EVENT)
    assert await through(stage, DUE - 5 * MINUTE, DUE - MINUTE) == []
    early = await through(stage, NINE - MINUTE, NINE)
    assert sorted(early) == ["ann: a 1m late", "bo: a 1m late"]
    assert await through(stage, DUE, NINE) == []
    rest = await through(stage, NINE, NINE + 2 * HOUR)
    assert rest == ["bo: b 1h", "bo: b 10m"]


async def test_a_restart_after_an_hour_back(stage: Stage) -> None:
    """What the last life of the bot planned until then is not waited for."""
    await stage.follow("ann", target("a"))
    assert await stage.at(DUE) == ["ann: a 1h"]
    await stage.follow("bo", target("a"))
    stage.clock.at = DUE - HOUR
    await stage.restart()
    assert await through(stage, DUE - HOUR, DUE) == ["bo: a 1h"]


async def test_a_pause_for_a_server_that_is_down_ends_when_the_clock_is_set_back(
    stage: Stage,
) -> None:
    """It was to last for seconds, and does not last for an hour."""
    await stage.follow("ann", target("a"))
    stage.chat.fails = failing(ChatError(Failure.UNREACHABLE, "no connection"))
    assert await stage.at(DUE) == []
    await snooze(stage.store, "bo", session("a"), DUE - HOUR / 2)
    assert await stage.at(DUE - HOUR) == []
    assert await stage.at(DUE - HOUR / 2) == ["bo: a 1h30m"]
    assert await through(stage, DUE, DUE + MINUTE) == ["ann: a 59m"]


async def test_news_does_not_wait_for_an_hour_that_is_set_back(office: Office) -> None:
    """What was published is to be told now, whatever the clock showed then."""
    office.stage.chat.fails = failing(*[ChatError(Failure.BUSY, "slow", retry_after=60)] * 2)
    await office.save("10:00", "11:00")
    assert await office.stage.at(BEFORE) == []
    told = await office.stage.at(BEFORE - HOUR + 2 * MINUTE)
    assert sorted(told) == ["ann: a later", "bo: a later"]
    assert await through(office.stage, BEFORE - HOUR, BEFORE + 5 * MINUTE) == []


class Wall(datetime):
    """The machine's clock, which can be set."""

    off = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Wall:
        """What it shows."""
        return super().now(tz) + cls.off


async def test_the_machine_s_clock_is_set_back_while_the_bot_runs(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its scheduler would sleep until it is that late again; what is owed meanwhile still comes."""
    for module in ("bot.delivery.courier", "apscheduler.schedulers.base"):
        monkeypatch.setattr(f"{module}.datetime", Wall)
    monkeypatch.setattr(Wall, "off", timedelta(0))
    chat, about = Recorder(), session("a", Wall.now(UTC) + HOUR / 2)
    bot = courier(store, chat, lambda: Wall.now(UTC), programme(about, leads=(TEN_MINUTES,)))
    running, sent = asyncio.create_task(bot.run()), asyncio.Event()

    async def during() -> None:
        sent.set()

    chat.during = during
    try:
        while not await store.do(watermark.planned_until):
            await asyncio.sleep(0)
        monkeypatch.setattr(Wall, "off", -HOUR)
        # Later than the scheduler's next look, at which it would find how long it is to sleep.
        await snooze(store, "ann", about, Wall.now(UTC) + timedelta(seconds=1.2))
        await asyncio.wait_for(sent.wait(), PATIENCE)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    assert chat.take() == ["ann: a 1h29m"]
