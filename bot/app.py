"""The only place that builds and wires: clock, store, chats, publishing, delivery, conversation."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import Coroutine, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web

from bot import accounts
from bot.admins import Admins
from bot.chats.console import ConsoleChat
from bot.clock import ReplayClock, wall_clock
from bot.config import Config
from bot.conversation import Conversation
from bot.delivery import Courier, Writer
from bot.indexing import Indexing
from bot.messages import Chat, Urgency
from bot.publishing import Edit, Publishing
from bot.replies import talk
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.model import Programme
from bot.schedule.times import to_utc_anyhow
from bot.store import Store, watermark
from bot.web import PortError, health, listening

REPLAY_STORE = "sqlite:///data/replay.db"
"""A replay goes back in time, so it has a store of its own: no real delivery is forgotten."""

SWITCH = 0.0005
"""Seconds after which Python lets another thread go on. While a programme is indexed on one, each
step of whoever asks the database on another has to wait for that."""

GARBAGE = (50_000, 20, 20)
"""How many objects more make Python look for garbage, and how many looks make a thorough one. By
its own measure (700, 10, 10) that takes as long as all the rest of sending."""

REPLAY_SPEED = 60.0
REPLAY_HOUR = time(8, 30)

log = structlog.get_logger()


class UsageError(Exception):
    """The bot cannot do what it was asked to; the message says why and what would help."""


async def run(
    config: Config, *, at: datetime | None = None, speed: float | None = None, terminal: bool
) -> None:
    """Run the bot until it is told to stop, or its input ends.

    With `terminal` it is the terminal chat on a replayed clock, which starts `at` that instant
    and runs `speed` times as fast. Raises `StoreError`, `UsageError`.
    """
    be_steady()
    stop = _told_to_stop()
    async with AsyncExitStack() as closing:
        url = REPLAY_STORE if terminal else config.store.url.get_secret_value()
        store = await Store.open(url)
        closing.push_async_callback(store.close)
        edits: asyncio.Queue[Edit] = asyncio.Queue()
        publishing = await _publishing(config, store, edits)
        if terminal:
            at = at or first_morning(publishing.programme)
            speed = speed or REPLAY_SPEED
        clock = ReplayClock(at, speed or 1.0) if at else wall_clock
        if terminal:
            await store.do(watermark.rewind, clock())

        indexing = Indexing(store=store)
        indexing.take(publishing.programme)
        await indexing.by_words()
        publishing.foresee = indexing.foresee
        chats = [accounts.console(clock)] if terminal else accounts.configured(config, store, clock)
        for chat in chats:
            closing.push_async_callback(chat.close)
        if not terminal:
            await _listen(config, store, chats, closing)
        courier = Courier(
            store=store,
            chats={chat.platform: chat for chat in chats},
            clock=clock,
            writer=Writer(config.language),
            targets=indexing.targets,
            decide=indexing.decide,
            programme=publishing.programme,
            resend_ambiguous=config.delivery.resend_ambiguous,
            rates=accounts.rates(config),
        )
        publishing.listeners += [courier.publish, indexing.take]
        conversation = Conversation(
            store=store,
            index=lambda: indexing.index,
            clock=clock,
            language=config.language,
            publishing=publishing,
        )
        admins = Admins(
            store=store,
            chats=chats,
            addresses=[ConsoleChat.address] if terminal else accounts.admins(config),
            clock=clock,
            foresee=indexing.foresee,
        )
        if terminal and at and speed:
            reader = Reader(wording=wording(config.language), zone=None, now=clock())
            greeting = talk.greeting(reader, publishing.programme, replay=(at, speed))
            await chats[0].send(ConsoleChat.address, greeting, "greeting", Urgency.ANSWER)
        await _run_until(
            stop,
            serving=accounts.serve(chats, conversation.respond, store),
            beside=[courier.run(), publishing.watch(), indexing.run(), admins.run(edits)],
        )


async def _publishing(config: Config, store: Store, edits: asyncio.Queue[Edit]) -> Publishing:
    """The schedules as they were published last, and what was saved since."""
    publishing = Publishing(
        store=store,
        folder=Path(config.schedules),
        clock=wall_clock,
        on_edit=edits.put,
        wait=timedelta(seconds=config.publishing.wait),
    )
    await publishing.recall()
    await publishing.read()
    return publishing


async def _listen(
    config: Config, store: Store, chats: Sequence[Chat], closing: AsyncExitStack
) -> None:
    """Open the bot's own port, if it has one. Raises `UsageError` if that cannot be."""
    if not config.web.port:
        return
    routes = [web.get("/health", health(store)), *accounts.hooks(config, chats)]
    try:
        await closing.enter_async_context(listening(config.web.port, routes))
    except PortError as error:
        raise UsageError(str(error)) from None


def be_steady() -> None:
    """Have Python hold up what runs for shorter times. What is there already, such as the
    libraries, is never looked through for garbage again."""
    sys.setswitchinterval(SWITCH)
    gc.set_threshold(*GARBAGE)
    gc.freeze()


def first_morning(programme: Programme) -> datetime:
    """Where a replay begins unless told otherwise: the morning of the first highlight.

    Raises `UsageError` if nothing is published.
    """
    starts = []
    for schedule in programme.schedules:
        days = [each.day for each in schedule.highlights if each.day]
        day = min(days, default=schedule.event.first_day)
        starts.append(to_utc_anyhow(datetime.combine(day, REPLAY_HOUR), schedule.event.timezone))
    if not starts:
        raise UsageError("there is no schedule to replay; put a YAML file into schedules/")
    return min(starts)


def _told_to_stop() -> asyncio.Event:
    """Set when the process gets SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(each, stop.set)
    return stop


async def _run_until(
    stop: asyncio.Event,
    serving: Coroutine[Any, Any, None],
    beside: list[Coroutine[Any, Any, None]],
) -> None:
    """Run all of these until told to stop, every chat has ended, or one of them fails (which is
    raised)."""
    tasks = [asyncio.ensure_future(each) for each in (stop.wait(), serving, *beside)]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
