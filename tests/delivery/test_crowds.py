"""A crowd's reminders leave early enough, and stand in nobody's way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.messages import Address, Urgency
from bot.store import people, planning, subscriptions
from tests.delivery.stage import EVENT, Stage, target
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, session

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)

RATE = 0.05
"""A message takes twenty seconds, so a crowd need not be large."""

DUE = NINE - HOUR
CROWD = [f"{number:02}" for number in range(30)]


@pytest.fixture(autouse=True)
async def crowd(stage: Stage) -> None:
    """Thirty people, who take ten minutes, follow the session."""
    await stage.restart(rate=RATE)
    for chat in CROWD:
        await stage.follow(chat, target("a"))


async def test_it_begins_early_enough_for_the_last(stage: Stage) -> None:
    """Not before, and none of it comes again when it is due."""
    assert await stage.at(DUE - TEN_MINUTES - SECOND) == []
    assert len(await stage.at(DUE - TEN_MINUTES)) == len(CROWD)
    assert await stage.at(DUE) == []
    assert await stage.counts() == {"sent": len(CROWD)}


async def test_what_leaves_early_is_not_late(stage: Stage) -> None:
    """It says how long there really is."""
    sent = await stage.at(DUE - TEN_MINUTES)
    assert sent[0] == "00: a 1h10m"


async def test_what_is_due_passes_it(stage: Stage) -> None:
    """Whoever is told at another moment does not wait behind a crowd."""
    stage.courier.publish(programme(session("a"), session("b", NINE + HOUR), leads=(HOUR,)))
    await stage.follow("ann", target("b"), leads=(2 * HOUR + TEN_MINUTES,))
    stage.clock.at = DUE - TEN_MINUTES
    sent = await stage.at(DUE - TEN_MINUTES)
    assert sent[0] == "ann: b 2h10m"
    assert len(sent) == 1 + len(CROWD)
    assert stage.chat.urgencies[0] is Urgency.REMINDER
    assert set(stage.chat.urgencies[1:]) == {Urgency.BROADCAST}


async def test_who_follows_meanwhile_is_not_left_out(stage: Stage) -> None:
    """Also one who comes when most have been told."""
    await stage.at(DUE - TEN_MINUTES)
    await stage.follow("ann", EVENT)
    assert await stage.at(DUE) == ["ann: a 1h"]


async def test_a_few_are_told_when_it_is_due(stage: Stage) -> None:
    """Only those who want it at that moment make a crowd."""
    await stage.follow("ann", target("a"), leads=(TEN_MINUTES * 9,))
    assert await stage.at(NINE - TEN_MINUTES * 9 - SECOND) == []
    assert await stage.at(NINE - TEN_MINUTES * 9) == ["ann: a 1h30m"]


async def test_another_platform_is_told_when_it_is_due(stage: Stage) -> None:
    """A crowd on one does not hurry the few on another."""
    there = Address(platform="elsewhere", chat="ann")
    person = await stage.store.do(people.find_or_create, there, stage.clock())
    await stage.store.do(subscriptions.subscribe, person.id, target("a"), stage.clock())
    await stage.at(DUE - TEN_MINUTES)
    assert await stage.counts() == {"sent": len(CROWD)}
    await stage.at(DUE)
    assert await stage.counts() == {"sent": len(CROWD), "planned": 1}


async def test_a_session_that_moves_after_its_crowd_began(stage: Stage) -> None:
    """Who was not told yet hears nothing that is wrong; and all of them at the new time."""
    stage.clock.at = DUE - TEN_MINUTES
    await stage.courier.plan()
    stage.courier.publish(programme(session("a", NINE + HOUR)))
    assert await stage.at(DUE - TEN_MINUTES) == []
    assert await stage.counts() == {"stale: moved": len(CROWD)}
    assert len(await stage.at(NINE - TEN_MINUTES)) == len(CROWD)


async def test_a_crowd_that_grows(stage: Stage) -> None:
    """It is counted again while time goes by."""
    assert await stage.at(DUE - HOUR) == []
    for chat in ("ann", "bo", "cy"):
        await stage.follow(chat, EVENT)
    assert len(await stage.at(DUE - 11 * MINUTE)) == len(CROWD) + 3


async def test_a_crowd_is_counted_in_parts(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nothing else waits for the database."""
    monkeypatch.setattr(planning, "CHUNK", 7)
    assert await stage.at(DUE - TEN_MINUTES - SECOND) == []
    assert len(await stage.at(DUE - TEN_MINUTES)) == len(CROWD)
