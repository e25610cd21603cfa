"""What becomes of a delivery when sending fails: the chat's error decides."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta

import pytest

from bot.delivery.outbox import FEWEST, IN_FLIGHT, LONGEST_WAIT
from bot.messages import ChatError, Failure
from bot.store import StoreError, people
from tests.delivery.stage import Stage, address, failing, target
from tests.patience import PATIENCE
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, session

SECOND = timedelta(seconds=1)
DUE = NINE - HOUR


@pytest.fixture(autouse=True)
async def followers(stage: Stage) -> None:
    """Ann follows the session."""
    await stage.follow("ann", target("a"))


async def test_gone_mutes_the_address(stage: Stage) -> None:
    """Who blocked the bot is never tried again; the others get theirs."""
    await stage.follow("bo", target("a"))
    stage.chat.fails = failing(ChatError(Failure.GONE, "blocked"))
    assert await stage.at(DUE) == ["bo: a 1h"]
    assert await stage.at(NINE - TEN_MINUTES) == ["bo: a 10m"]
    assert await stage.counts() == {"dead: gone: blocked": 1, "sent": 2}


async def test_refused_is_dead(stage: Stage) -> None:
    """A text that is never accepted is not tried again; the address stays."""
    stage.chat.fails = failing(ChatError(Failure.REFUSED, "too long"))
    assert await stage.at(DUE) == []
    assert await stage.at(DUE + LONGEST_WAIT) == []
    assert await stage.at(NINE - TEN_MINUTES) == ["ann: a 10m"]


async def test_busy_waits_as_long_as_it_is_told_to(stage: Stage) -> None:
    """A server's `retry after` is obeyed, for that delivery alone."""
    await stage.follow("bo", target("a"))
    stage.chat.fails = failing(ChatError(Failure.BUSY, "slow down", retry_after=40))
    assert await stage.at(DUE) == ["bo: a 1h"]
    assert await stage.at(DUE + 39 * SECOND) == []
    assert await stage.at(DUE + 40 * SECOND) == ["ann: a 59m"]


async def test_unreachable_rests_the_whole_chat(stage: Stage) -> None:
    """Nobody else is tried before a pause, which grows."""
    stage.courier.publish(programme(session("a"), session("b", NINE + SECOND)))
    await stage.follow("bo", target("b"))
    down = ChatError(Failure.UNREACHABLE, "no connection")
    stage.chat.fails = failing(down, down, down)
    assert await stage.at(DUE) == []
    assert await stage.at(DUE + SECOND) == []
    assert len(stage.chat.fails) == 2
    assert await stage.at(DUE + 2 * SECOND) == []
    assert len(stage.chat.fails) == 0
    assert await stage.at(DUE + 3 * SECOND) == []
    assert sorted(await stage.at(DUE + 6 * SECOND)) == ["ann: a 59m", "bo: b 59m"]


async def test_attempts_end_with_the_session(stage: Stage) -> None:
    """Until then it is tried again and again, at most a minute apart."""
    down = ChatError(Failure.UNREACHABLE, "no connection")
    stage.courier.publish(programme(session("a"), leads=(TEN_MINUTES,)))
    stage.chat.fails = failing(*[down] * 1000)
    moment, tried = NINE - TEN_MINUTES, []
    while moment < NINE + 2 * HOUR:
        before = len(stage.chat.fails)
        assert await stage.at(moment) == []
        if len(stage.chat.fails) < before:
            tried.append(moment)
        moment += 10 * SECOND
    gaps = {later - earlier for earlier, later in itertools.pairwise(tried)}
    assert max(gaps) == LONGEST_WAIT
    assert NINE + HOUR - 2 * LONGEST_WAIT < tried[-1] < NINE + HOUR
    assert await stage.counts() == {"stale: over": 1}


async def test_ambiguous_is_sent_again(stage: Stage) -> None:
    """It may arrive twice rather than never."""
    stage.chat.fails = failing(ChatError(Failure.AMBIGUOUS, "the call broke off"))
    assert await stage.at(DUE) == []
    assert await stage.at(DUE + 2 * SECOND) == ["ann: a 59m"]


async def test_ambiguous_is_given_up_if_the_operator_wants_that(stage: Stage) -> None:
    """It may arrive never rather than twice; that is counted."""
    await stage.restart(resend=False)
    stage.chat.fails = failing(ChatError(Failure.AMBIGUOUS, "the call broke off"))
    assert await stage.at(DUE) == []
    assert await stage.at(DUE + LONGEST_WAIT) == []
    assert await stage.counts() == {"dead: ambiguous: the call broke off": 1}


async def test_a_migrated_chat_is_followed(stage: Stage) -> None:
    """The message goes to the new address at once, and so do later ones."""
    stage.chat.fails = failing(ChatError(Failure.MOVED, "migrated", moved_to=address("new")))
    assert await stage.at(DUE) == ["new: a 1h"]
    assert await stage.at(NINE - TEN_MINUTES) == ["new: a 10m"]
    assert await stage.store.do(people.find, address("ann")) is None


async def test_a_migrated_chat_that_already_wrote(stage: Stage) -> None:
    """Its own person is told, once."""
    await stage.follow("new", target("a"))
    stage.chat.fails = failing(ChatError(Failure.MOVED, "migrated", moved_to=address("new")))
    assert await stage.at(DUE) == ["new: a 1h"]
    assert await stage.at(NINE - TEN_MINUTES) == ["new: a 10m"]


async def test_a_mistake_in_a_chat_ends_nothing(stage: Stage) -> None:
    """An unforeseen error counts as ambiguous, and the others get theirs."""
    await stage.follow("bo", target("a"))
    stage.chat.fails.append(ZeroDivisionError())
    assert await stage.at(DUE) == ["bo: a 1h"]
    assert await stage.at(DUE + 2 * SECOND) == ["ann: a 59m"]


async def test_a_session_that_moves_while_its_reminder_waits(stage: Stage) -> None:
    """What is no longer true is dropped, and comes at the new time."""
    stage.chat.fails = failing(ChatError(Failure.BUSY, "slow down", retry_after=60))
    assert await stage.at(DUE) == []
    stage.courier.publish(programme(session("a", NINE + HOUR)))
    assert await stage.at(DUE + 60 * SECOND) == []
    assert await stage.counts() == {"stale: moved": 1}
    assert await stage.at(NINE) == ["ann: a 1h"]


@pytest.mark.parametrize(("rate", "most"), [(None, IN_FLIGHT), (25.0, FEWEST), (400.0, 100)])
async def test_calls_in_flight_are_bounded(stage: Stage, rate: float | None, most: int) -> None:
    """So that a crash repeats no more than that; and all are sent in the end. A slow chat has
    fewer of them, a fast one more."""
    await stage.restart(rate=rate)
    crowd = {f"{number:03}" for number in range(3 * most)}
    for chat in crowd:
        await stage.follow(chat, target("a"))
    calls = flying = peak = 0
    full, slow = asyncio.Event(), asyncio.Event()

    async def during() -> None:
        nonlocal calls, flying, peak
        calls = number = calls + 1
        flying += 1
        peak = max(peak, flying)
        if flying == most:
            full.set()
        async with asyncio.timeout(PATIENCE):
            await full.wait()
        if number > 2 * most:
            slow.set()
        elif number % 4 == 0:  # these are still under way when others have long been settled
            await slow.wait()
        flying -= 1

    stage.chat.during = during
    assert len(await stage.at(DUE)) == len(crowd) + 1
    assert peak == most


async def test_a_database_that_fails_while_settling(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sent is settled as soon as the database is back, and not sent again."""
    work = stage.store.do

    async def broken(*_: object, **__: object) -> None:
        raise StoreError("no connection to the database")

    async def during() -> None:
        monkeypatch.setattr(stage.store, "do", broken)

    stage.chat.during = during
    with pytest.raises(StoreError):
        await stage.at(DUE)
    monkeypatch.setattr(stage.store, "do", work)
    assert await stage.at(DUE + SECOND) == ["ann: a 1h"]
    assert await stage.at(DUE + 2 * SECOND) == []
    assert await stage.counts() == {"sent": 1}
