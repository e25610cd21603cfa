"""Quiet hours and days in the morning: planned in sets, once, and by each one's own clock."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time, timedelta

import sqlalchemy as sa

from bot.clock import StillClock
from bot.reminders.quiet import Hours
from bot.schedule.model import Session
from bot.store import Store, people, subscriptions
from tests.delivery.stage import EVENT, Stage, address, target
from tests.programmes import HOUR, NINE, programme, session

NIGHT = (time(22), time(7))
DAY = timedelta(days=1)


def paris(day: int, hour: int, minute: int = 0) -> datetime:
    """In November, when Paris is an hour ahead of UTC."""
    return datetime(2018, 11, day, hour, minute, tzinfo=UTC) - HOUR


async def stage_with(store: Store, *sessions: Session, at: datetime) -> Stage:
    """A stage before those sessions."""
    stage = Stage(store, StillClock(at), programme(*sessions))
    await stage.courier.step()
    return stage


async def set_up(
    stage: Stage,
    chat: str,
    *,
    zone: str | None = None,
    digest: time | None = None,
    quiet: Hours | None = None,
) -> None:
    """Someone who follows the event, with their hours."""
    id = await stage.follow(chat, EVENT)
    await stage.store.do(people.set_zone, id, zone)
    await stage.store.do(people.set_digest, id, digest)
    await stage.store.do(people.set_quiet, id, quiet)


async def test_the_evening_before_is_for_those_who_are_quiet(store: Store) -> None:
    """A session at half past six: one hears in the evening, one in Tokyo at noon, one at night."""
    early = session("a", paris(14, 6, 30))
    stage = await stage_with(store, early, at=paris(13, 12))
    await set_up(stage, "quiet", quiet=NIGHT)
    await set_up(stage, "tokyo", zone="Asia/Tokyo", quiet=NIGHT)
    await set_up(stage, "awake")
    assert await stage.at(paris(13, 21, 49)) == []
    assert await stage.at(paris(13, 21, 50)) == ["quiet: a 8h40m"]
    assert sorted(await stage.at(paris(14, 5, 30))) == ["awake: a 1h", "tokyo: a 1h"]
    assert sorted(await stage.at(paris(14, 6, 20))) == ["awake: a 10m", "tokyo: a 10m"]
    assert await stage.at(paris(14, 7)) == []


async def test_the_morning_is_in_time(store: Store) -> None:
    """Of what waited, the newest is told when the quiet hours end, and not as late."""
    stage = await stage_with(store, session("a", paris(14, 7, 5)), at=paris(13, 12))
    await set_up(stage, "quiet", quiet=NIGHT)
    assert await stage.at(paris(14, 6, 5)) == []
    assert await stage.at(paris(14, 6, 55)) == []
    await stage.restart()
    assert await stage.at(paris(14, 7)) == ["quiet: a 5m"]


async def test_what_was_missed_at_night_while_down_comes_when_it_is_up(store: Store) -> None:
    """Late is counted from when the quiet hours ended."""
    stage = await stage_with(store, session("a", paris(14, 7, 40)), at=paris(13, 12))
    await set_up(stage, "quiet", quiet=NIGHT)
    await stage.restart()
    assert await stage.at(paris(14, 6, 50)) == []
    await stage.restart()
    assert await stage.at(paris(14, 7, 10)) == ["quiet: a 30m late"]
    await stage.restart()
    assert await stage.at(paris(14, 7, 30)) == ["quiet: a 10m"]


async def test_everybody_gets_their_day_once(store: Store) -> None:
    """Each at their hour, by their clock, if they follow anything that is on."""
    stage = await stage_with(
        store, session("a", paris(13, 10)), session("b", paris(13, 12)), at=paris(13, 0, 30)
    )
    await set_up(stage, "ann", digest=time(7, 30))
    await set_up(stage, "bo", digest=time(7, 30), zone="Asia/Tokyo")
    await set_up(stage, "cy", digest=time(8))
    id = await stage.follow("none", target("z"))
    await store.do(people.set_digest, id, time(7, 30))
    assert await stage.at(paris(13, 7, 29)) == []
    assert await stage.at(paris(13, 7, 30)) == ["ann: day a b"]
    await stage.restart()
    assert await stage.at(paris(13, 8)) == ["cy: day a b"]
    assert all("day" not in text for text in await stage.at(paris(13, 23, 30)))
    assert (await stage.counts())["stale: empty"] == 1


async def test_a_day_that_the_bot_slept_through_is_not_told_in_the_afternoon(store: Store) -> None:
    """A little late it still is."""
    stage = await stage_with(store, session("a", paris(13, 22)), at=paris(13, 0, 30))
    await set_up(stage, "ann", digest=time(7, 30))
    await stage.restart()
    assert await stage.at(paris(13, 9)) == ["ann: day a"]
    other = await stage.follow("bo", EVENT)
    await store.do(people.set_digest, other, time(7, 31))
    await stage.restart()
    assert await stage.at(paris(13, 14)) == []
    third = await stage.follow("cy", EVENT)
    await store.do(people.set_digest, third, time(15))
    stage.clock.at = paris(13, 15)
    await stage.courier.plan()
    await stage.restart()
    assert [text for text in await stage.at(paris(13, 21)) if "day" in text] == []


async def test_a_day_shows_what_is_true_when_it_leaves(store: Store) -> None:
    """A session that moved away meanwhile is not in it."""
    stage = await stage_with(store, session("a"), session("b"), at=paris(13, 0, 30))
    await set_up(stage, "ann", digest=time(7, 30))
    stage.clock.at = paris(13, 7, 30)
    await stage.courier.plan()
    stage.courier.publish(programme(session("a"), session("b", NINE + DAY)))
    assert await stage.at(paris(13, 7, 30)) == ["ann: day a"]


def sleepers(connection: sa.Connection, count: int) -> None:
    """People who follow session `a`, and whose night it is."""
    for number in range(count):
        someone = people.find_or_create(connection, address(str(number)), NINE)
        people.set_quiet(connection, someone.id, NIGHT)
        subscriptions.subscribe(connection, someone.id, target("a"), NINE)


async def test_a_crowd_that_sleeps_does_not_hold_up_those_who_are_awake(store: Store) -> None:
    """All that is to wait is looked through at once, and not a handful at each wake-up."""
    stage = await stage_with(
        store, session("a", paris(14, 7, 50)), session("b", paris(14, 7, 51)), at=paris(13, 12)
    )
    await store.do(sleepers, 500)
    await stage.follow("awake", target("b"), leads=(HOUR + timedelta(minutes=1),))
    sent = asyncio.Event()

    async def note() -> None:
        sent.set()

    stage.chat.during = note
    stage.clock.at = paris(14, 6, 50)
    running = asyncio.create_task(stage.courier.run())
    try:
        await asyncio.wait_for(sent.wait(), 5)  # a handful each second would take longer
    finally:
        running.cancel()
        await asyncio.wait([running])
    assert stage.chat.take() == ["awake: b 1h1m"]
    await stage.restart()
    assert len(await stage.at(paris(14, 7))) == 500
