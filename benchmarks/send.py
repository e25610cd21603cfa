"""Messages a second through the bot's own path, beside other ways to call Telegram.

    python -m benchmarks.send
    python -m benchmarks.send --seconds 2

Each way sends to the same bare server on the loopback, a process of its own that answers at once,
for some seconds in turn. The bot's own way claims deliveries from an SQLite file, words them, sends
through its adapter and settles them; the others only send. Figures are of this machine and this
run: the last column compares them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

import aiohttp
import sqlalchemy as sa
import uvloop
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Bot as TelegramBot
from telegram.request import HTTPXRequest

from benchmarks.scale import NINE, Same, fill, programme
from bot.app import be_steady
from bot.chats.telegram.chat import TelegramChat
from bot.chats.telegram.pace import Pace, sustained
from bot.clock import StillClock
from bot.delivery import Courier, Writer
from bot.store import Store, deliveries

TOKEN = "700700:AAtest-token-of-the-benchmark_0123456"
TEXT = "Starts in an hour: The opening"
HOUR = timedelta(hours=1)

AT_ONCE = 64
"""Calls at a time, for all of them."""

BEGIN = 2.0
"""Seconds of each broadcast that do not count: at first hundreds of connections are made."""

ANSWER = json.dumps(
    {
        "ok": True,
        "result": {
            "message_id": 1,
            "date": 1542099600,
            "chat": {"id": 1, "type": "private", "first_name": "A"},
            "text": "a",
            "id": 1,  # and what getMe wants
            "is_bot": True,
            "first_name": "B",
        },
    }
).encode()


class BareServer(asyncio.Protocol):
    """Answers every request alike, as soon as its body is there."""

    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(ANSWER)}"
    answer = f"{head}\r\n\r\n".encode() + ANSWER

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with nothing."""
        self.transport = cast(asyncio.Transport, transport)
        self.read = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is complete."""
        self.read += data
        while (end := self.read.find(b"\r\n\r\n")) >= 0:
            length = 0
            for line in self.read[:end].lower().split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    length = int(line[15:])
            if len(self.read) < end + 4 + length:
                return
            self.read = self.read[end + 4 + length :]
            self.transport.write(self.answer)


def serve(tell: Connection) -> None:
    """Run the server until the process is ended; tells its port."""

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(BareServer, "127.0.0.1", 0)
        tell.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    uvloop.run(run())


async def sent_in(seconds: float, send: Callable[[int], Awaitable[Any]]) -> float:
    """Messages a second of `AT_ONCE` senders."""
    sent, began = 0, time.perf_counter()

    async def sender(first: int) -> None:
        nonlocal sent
        chat = first
        while time.perf_counter() - began < seconds:
            chat += AT_ONCE
            await send(chat)
            sent += 1

    await asyncio.gather(*(sender(number) for number in range(AT_ONCE)))
    return sent / (time.perf_counter() - began)


async def by_aiohttp(url: str, seconds: float) -> float:
    """Nothing but the request."""
    async with aiohttp.ClientSession() as session:

        async def send(chat: int) -> None:
            form = {"chat_id": str(chat), "text": TEXT}
            async with session.post(f"{url}/bot{TOKEN}/sendMessage", data=form) as answer:
                await answer.json()

        return await sent_in(seconds, send)


async def by_aiogram(url: str, seconds: float) -> float:
    """As its documentation says."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with AiogramBot(TOKEN, session=session) as bot:
        return await sent_in(seconds, lambda chat: bot.send_message(chat, TEXT))


async def by_ptb(url: str, seconds: float) -> float:
    """python-telegram-bot on its default transport."""
    request = HTTPXRequest(connection_pool_size=AT_ONCE, pool_timeout=60, read_timeout=60)
    async with TelegramBot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        return await sent_in(seconds, lambda chat: bot.send_message(chat, TEXT))


async def by_the_bot(url: str, seconds: float, *, worded: bool) -> float:
    """Claim, send, settle: with the reminder worded, or with a text that stands."""
    people = int(6000 * (BEGIN + seconds))
    async with owing(url, people, per_second=1_000_000, worded=worded) as (courier, store):
        return (await rate_of(courier, store, people, seconds))[0]


async def paced(url: str, seconds: float) -> tuple[float, float]:
    """Messages a second of a paid account, and the share of one core that it takes."""
    people = int(1000 * (BEGIN + seconds)) + 1000
    async with owing(url, people, per_second=1000, worded=True) as (courier, store):
        return await rate_of(courier, store, people, seconds)


@asynccontextmanager
async def owing(
    url: str, people: int, *, per_second: int, worded: bool
) -> AsyncIterator[tuple[Courier, Store]]:
    """A courier that owes all of them a reminder."""
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(f"sqlite:///{Path(folder) / 'bot.db'}")
        for first in range(1, people + 1, 2000):
            await store.do(fill, range(first, first + 2000), 1)
        await store.do(_on_telegram)
        pace = Pace(per_second=per_second, chat_pause=0.0)
        chat = TelegramChat(token=TOKEN, api_url=url, pace=pace)
        clock = StillClock(NINE - 2 * HOUR)
        courier = Courier(
            store=store,
            chats={chat.platform: chat},
            clock=clock,
            writer=Writer("en") if worded else Same("en"),
            programme=programme(NINE),
            rates={chat.platform: sustained(min(per_second, 1000))},
        )
        await courier.plan()
        clock.at = NINE - HOUR
        await courier.plan()
        try:
            yield courier, store
        finally:
            await chat.close()
            await store.close()


async def rate_of(
    courier: Courier, store: Store, people: int, seconds: float
) -> tuple[float, float]:
    """Messages settled a second, and the share of one core, once all connections are made."""
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(BEGIN)
    before, began, cpu = await sent(store), time.perf_counter(), time.process_time()
    await asyncio.sleep(seconds)
    after = await sent(store)
    took, share = time.perf_counter() - began, time.process_time() - cpu
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert after < people, "too few people for this machine"
    return (after - before) / took, share / took


async def sent(store: Store) -> int:
    """How many are settled."""
    return (await store.do(deliveries.counts)).get("sent", 0)


def _on_telegram(connection: sa.Connection) -> None:
    connection.exec_driver_sql("UPDATE address SET platform = 'telegram'")


def main() -> None:
    """Measure each in turn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=5.0, help="for each of them")
    seconds = parser.parse_args().seconds
    os.environ["NO_PROXY"] = "127.0.0.1"
    be_steady()
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    url = f"http://127.0.0.1:{here.recv()}"
    ways: dict[str, Callable[[], Awaitable[float]]] = {
        "the bot: claim, word, send, settle": lambda: by_the_bot(url, seconds, worded=True),
        "the bot: the same, one text for all": lambda: by_the_bot(url, seconds, worded=False),
        "aiohttp: the request alone": lambda: by_aiohttp(url, seconds),
        "aiogram": lambda: by_aiogram(url, seconds),
        "python-telegram-bot, its transport": lambda: by_ptb(url, seconds),
    }
    first = 0.0
    for name, way in ways.items():
        rate = uvloop.run(_awaited(way()))
        first = first or rate
        print(f"{name:38} {rate:7.0f} a second  {rate / first:5.2f}", flush=True)
    rate, share = uvloop.run(paced(url, seconds))
    print(f"{'the bot, paced for a paid account':38} {rate:7.0f} a second  {share:.0%} of a core")
    server.kill()


async def _awaited(way: Awaitable[float]) -> float:
    return await way


if __name__ == "__main__":
    main()
