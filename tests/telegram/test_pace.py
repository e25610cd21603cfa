"""The laws of pacing, on a simulated network and Telegram's own count."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import async_solipsism  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import RetryAfter

from bot.chats.telegram.limiter import Limiter
from bot.chats.telegram.pace import PER_SECOND, Pace, Ticket, sustained
from bot.messages import Urgency
from tests.telegram.emulator import Limits


@dataclass(frozen=True)
class Wish:
    """A message that someone wants to send, and how the network will treat it."""

    at: float
    chat: int
    urgency: Urgency
    outward: float
    homeward: float


def simulate(pace: Pace, wishes: list[Wish]) -> list[tuple[float, Wish]]:
    """Send everything; gives when Telegram got each message, in that order. Checks that of the
    chats not written to yet, none with a more urgent message is passed over."""
    events: list[tuple[float, int, str, Any]] = []
    numbers = itertools.count()

    def plan(at: float, what: str, content: Any = None) -> None:
        heapq.heappush(events, (at, next(numbers), what, content))

    for wish in wishes:
        plan(wish.at, "wish", wish)
    wanted: dict[int, Wish] = {}
    touched: set[int] = set()
    alarm = -math.inf
    got: list[tuple[float, Wish]] = []
    while events and events[0][0] < math.inf:
        now, _, what, content = heapq.heappop(events)
        if what == "wish":
            wanted[pace.queue(content.chat, content.urgency).number] = content
        elif what == "answer":
            pace.leave(content, now)
        while ticket := pace.next(now):
            wish = wanted.pop(ticket.number)
            if len(wanted) < 200:  # for the sake of speed
                urgent = (each for each in wanted.values() if each.urgency < wish.urgency)
                assert all(each.chat in touched for each in urgent)
            touched.add(wish.chat)
            got.append((now + wish.outward, wish))
            plan(now + wish.outward + wish.homeward, "answer", ticket)
        if now < (wake := pace.wake(now)) < alarm or alarm <= now:
            alarm = wake
            plan(wake, "wake")
    assert not wanted, "everything leaves in the end"
    return sorted(got, key=lambda each: each[0])


def busiest(times: list[float], span: float) -> int:
    """The most messages in any stretch of that length (the end not included)."""
    return max(
        (sum(start <= at < start + span - 1e-9 for at in times) for start in times), default=0
    )


WISHES = st.lists(
    st.builds(
        Wish,
        at=st.floats(0, 3),
        chat=st.integers(-3, 60).filter(bool),
        urgency=st.sampled_from(Urgency),
        outward=st.floats(0, 0.8),
        homeward=st.floats(0, 0.8),
    ),
    max_size=120,
)


@given(WISHES)
@settings(max_examples=150, deadline=None)
def test_telegram_never_counts_one_too_many(wishes: list[Wish]) -> None:
    """Whatever the network does: at most 30 in any second, 1 a second to a chat, 20 a minute
    to a group; and the most urgent of those that may leave goes first."""
    got = simulate(Pace(), wishes)
    assert busiest([at for at, _ in got], 1.0) <= 30
    for chat in {wish.chat for wish in wishes}:
        times = [at for at, wish in got if wish.chat == chat]
        assert busiest(times, 1.0) <= 1
        assert chat > 0 or busiest(times, 60.0) <= 20


@given(st.lists(st.sampled_from(Urgency), max_size=29))
def test_the_most_urgent_leaves_first_and_then_the_oldest(urgencies: list[Urgency]) -> None:
    """Answers, reminders, notices, digests, broadcasts; within one urgency in order."""
    pace = Pace()
    queued = [pace.queue(chat, urgency) for chat, urgency in enumerate(urgencies, 1)]
    left = [pace.next(float(second)) for second in range(len(queued))]
    assert left == sorted(queued, key=lambda ticket: ticket.urgency)


def test_a_group_gets_twenty_a_minute() -> None:
    """One a second until the twentieth; the next comes a minute after the first."""
    wishes = [Wish(0.0, -5, Urgency.NOTICE, 0.0, 0.1) for _ in range(22)]
    times = [at for at, _ in simulate(Pace(), wishes)]
    assert times[:20] == pytest.approx([1.1 * n for n in range(20)])
    assert times[20:] == pytest.approx([60.1, 61.2])


def test_a_broadcast_is_even_and_fast() -> None:
    """With 5 ms to Telegram and back, 300 messages leave evenly, at nearly 30 a second."""
    broadcast = [Wish(0.0, chat, Urgency.BROADCAST, 0.003, 0.002) for chat in range(1, 301)]
    times = [at for at, _ in simulate(Pace(), broadcast)]
    assert busiest(times, 0.1) <= 5
    assert times[-1] - times[0] < 300 / 29.5


def test_an_answer_passes_a_broadcast() -> None:
    """A reply leaves within a few hundredths of a second, however long the queue."""
    broadcast = [Wish(0.0, chat, Urgency.BROADCAST, 0.05, 0.05) for chat in range(1, 2000)]
    answer = Wish(20.0, 5000, Urgency.ANSWER, 0, 0)
    got = {wish: at for at, wish in simulate(Pace(), [*broadcast, answer])}
    assert got[answer] - answer.at < 0.15


def test_a_paid_account_sends_a_thousand_a_second() -> None:
    """Never more, and not much less."""
    broadcast = [Wish(0.0, chat, Urgency.BROADCAST, 0.003, 0.002) for chat in range(1, 2201)]
    times = [at for at, _ in simulate(Pace(per_second=1000), broadcast)]
    assert 990 * (times[-1] - times[0]) < 2200
    assert max(sum(t <= at < t + 1 - 1e-9 for at in times) for t in times[::50]) <= 1000


def test_time_lost_is_made_up_only_a_little() -> None:
    """A process that slept for ten seconds does not send what it missed in one burst."""
    pace = Pace()
    for chat in range(1, 100):
        pace.queue(chat, Urgency.BROADCAST)
    assert pace.next(0.0)
    assert sum(pace.next(10.0) is not None for _ in range(20)) <= 3


def test_a_chat_that_is_not_written_to_is_forgotten() -> None:
    """Memory does not grow with the number of readers."""
    pace = Pace(per_second=1000)
    for chat in range(1, 50_001):
        ticket = pace.queue(chat, Urgency.BROADCAST)
        now = chat / 100
        assert pace.next(now) is ticket
        pace.leave(ticket, now)
    assert len(pace._chats) <= 1000


# -- refusals ------------------------------------------------------------------------------


def started(pace: Pace, chat: int, now: float) -> Ticket:
    ticket = pace.queue(chat, Urgency.REMINDER)
    assert pace.next(now) is ticket
    return ticket


def test_a_refused_chat_waits_alone() -> None:
    """429 holds its chat back for the time it names, and nobody else."""
    pace = Pace()
    ticket = started(pace, 1, 0.0)
    pace.refuse(ticket, 7, 0.1)
    pace.leave(ticket, 0.1)
    again = pace.queue(1, Urgency.ANSWER)
    started(pace, 2, 0.2)
    assert pace.next(7.0) is None
    assert pace.next(7.1) is again


def test_two_refused_chats_halt_everyone() -> None:
    """When a second chat is refused at once, it is the bot that Telegram means."""
    pace = Pace()
    for chat, now in ((1, 0.0), (2, 0.2)):
        ticket = started(pace, chat, now)
        pace.refuse(ticket, 7, now)
        pace.leave(ticket, now)
    third = pace.queue(3, Urgency.ANSWER)
    assert pace.next(1.0) is None
    assert pace.halt(None, 1.0) == pytest.approx(6.0)
    assert pace.next(7.0) is third


# -- the limiter, on a loop whose time is simulated ----------------------------------------


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = async_solipsism.EventLoop()
    yield loop
    loop.close()


class Requests:
    """Telegram, as far as the limiter sees it."""

    def __init__(self, limiter: Limiter) -> None:
        self.limiter = limiter
        self.made: list[tuple[float, int]] = []
        self.refusals: dict[int, float] = {}

    async def make(
        self, chat: int, urgency: Urgency = Urgency.BROADCAST, endpoint: str = "sendMessage"
    ) -> Any:
        return await self.limiter.process_request(
            self._answer, (chat,), {}, endpoint, {"chat_id": chat}, urgency
        )

    async def _answer(self, chat: int) -> str:
        self.made.append((asyncio.get_running_loop().time(), chat))
        await asyncio.sleep(0.05)
        if chat in self.refusals:
            raise RetryAfter(timedelta(seconds=self.refusals.pop(chat)))
        return "sent"


class StrictRequests(Requests):
    """Telegram with its real limits, over a network that takes from nothing to a fifth of a
    second each way. Counts what it refuses."""

    def __init__(self, limiter: Limiter) -> None:
        super().__init__(limiter)
        self.limits, self.refused, self.random = Limits(), 0, Random(1)

    async def _answer(self, chat: int) -> str:
        await asyncio.sleep(self.random.uniform(0, 0.2))
        now = asyncio.get_running_loop().time()
        self.made.append((now, chat))
        wait = self.limits.wait(chat, now, paid=False)
        await asyncio.sleep(self.random.uniform(0, 0.2))
        if wait:
            self.refused += 1
            raise RetryAfter(timedelta(seconds=int(wait) + 1))
        return "sent"


def test_ten_minutes_of_broadcast(loop: asyncio.AbstractEventLoop) -> None:
    """Telegram refuses nothing, never counts over 30 in a second, and nobody is forgotten;
    answers pass meanwhile."""

    async def run() -> None:
        requests = StrictRequests(Limiter(Pace()))
        waits = []

        async def ask(person: int) -> None:
            await asyncio.sleep(requests.random.uniform(0, 600))
            asked = loop.time()
            await requests.make(person, Urgency.ANSWER)
            waits.append(loop.time() - asked)

        async with asyncio.TaskGroup() as tasks:
            for chat in range(1, 16_001):
                tasks.create_task(requests.make(chat))
            for person in range(100_000, 100_500):
                tasks.create_task(ask(person))
        times = sorted(at for at, _ in requests.made)
        assert len(times) == 16_500
        assert requests.refused == 0
        assert all(late - early >= 1 for early, late in zip(times, times[30:], strict=False))
        assert 600 < times[-1] < 1.02 * 16_500 / sustained(PER_SECOND)
        assert sorted(waits)[-5] < 0.5  # 99 of 100, both ways included

    loop.run_until_complete(run())


def test_a_long_refusal_is_told_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Who would have to wait for hours is told so, also those in the queue already; a short
    wait is waited."""

    async def run() -> None:
        requests = Requests(Limiter(Pace()))
        requests.refusals = {1: 3600.0, 2: 5.0}
        queued = [asyncio.ensure_future(requests.make(1)) for _ in range(3)]
        errors = await asyncio.gather(*queued, requests.make(1), return_exceptions=True)
        assert all(isinstance(error, RetryAfter) for error in errors)
        with pytest.raises(RetryAfter):
            await requests.make(1)
        assert len(requests.made) == 1
        with pytest.raises(RetryAfter):
            await requests.make(2)
        began = loop.time()
        assert await requests.make(2) == "sent"
        assert loop.time() - began == pytest.approx(5.05, abs=0.01)

    loop.run_until_complete(run())


def test_what_is_given_up_frees_its_place(loop: asyncio.AbstractEventLoop) -> None:
    """Cancelled while waiting or while under way: the next one goes on."""

    async def run() -> None:
        limiter = Limiter(Pace())
        requests = Requests(limiter)
        first, second = (asyncio.ensure_future(requests.make(1)) for _ in range(2))
        await asyncio.sleep(0.01)
        first.cancel()
        second.cancel()
        assert await requests.make(1) == "sent"
        assert [at for at, _ in requests.made] == [0.0, pytest.approx(1.01, abs=0.01)]
        waiting = asyncio.ensure_future(requests.make(1))
        await asyncio.sleep(0.01)
        await limiter.shutdown()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    loop.run_until_complete(run())


def test_several_can_be_given_up_at_once(loop: asyncio.AbstractEventLoop) -> None:
    """Also in the very moment at which their turn has come."""

    async def run() -> None:
        requests = Requests(Limiter(Pace()))
        tasks = [asyncio.ensure_future(requests.make(chat)) for chat in range(1, 5)]
        await asyncio.sleep(0.5 / 30 + 5e-5)
        assert len(requests.made) == 2
        for task in tasks[2:]:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(result) for result in results[2:]] == [asyncio.CancelledError] * 2

    loop.run_until_complete(run())


def test_what_is_no_message_does_not_wait(loop: asyncio.AbstractEventLoop) -> None:
    """A pressed button is answered at once, however long the queue."""

    async def run() -> None:
        requests = Requests(Limiter(Pace()))
        queue = [asyncio.ensure_future(requests.make(chat)) for chat in range(1, 200)]
        await asyncio.sleep(0.01)
        await requests.make(1, endpoint="answerCallbackQuery")
        assert loop.time() < 0.1
        await asyncio.gather(*queue)

    loop.run_until_complete(run())
