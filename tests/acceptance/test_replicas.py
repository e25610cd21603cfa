"""Two processes of the bot on one PostgreSQL: one works, and the other takes over."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.delivery.outbox import FEWEST
from bot.messages import Address
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, people, subscriptions, watermark
from bot.web import listening
from tests.acceptance.process import ROOT, Running
from tests.patience import PATIENCE
from tests.programmes import NINE
from tests.telegram.emulator import Telegram

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


class Replicas:
    """Processes of the bot, each in a folder of its own, that end with the test."""

    def __init__(self, folder: Path, telegram: Telegram, database: str) -> None:
        self._folder = folder
        self._telegram = telegram
        self._database = database
        self._made: list[Running] = []

    def one(self, *, webhook: str = "", port: int = 0) -> Running:
        """One more, not started yet."""
        folder = self._folder / str(len(self._made))
        (folder / "schedules").mkdir(parents=True)
        shutil.copy(ROOT / "schedules" / "igf-2018.yaml", folder / "schedules")
        variables = {"DATABASE_URL": self._database, "PORT": str(port)}
        made = Running(folder, self._telegram, webhook=webhook, variables=variables)
        self._made.append(made)
        return made

    async def end(self) -> None:
        """None of them wrote of a fault."""
        for each in self._made:
            await each.stops()
            assert "Traceback" not in each.complaints


@pytest.fixture
async def replicas(tmp_path: Path, telegram: Telegram, database: str) -> AsyncIterator[Replicas]:
    """None yet."""
    made = Replicas(tmp_path, telegram, database)
    yield made
    await made.end()


async def test_the_sending_one_is_killed(
    replicas: Replicas, telegram: Telegram, database: str
) -> None:
    """In the middle of a broadcast. The other goes on, and nobody is left out."""
    crowd = telegram.users(90)
    await follow(database, [str(user.room.id) for user in crowd])
    first, second = replicas.one(), replicas.one()
    await first.starts(at="2018-11-13T14:50:00+01:00")
    await second.starts(at="2018-11-13T14:50:00+01:00", waits=False)
    await telegram.called("sendMessage", times=30)
    await first.is_killed()
    polls = sum(call.method == "getUpdates" for call in telegram.calls)
    await telegram.until(
        lambda: all(user.history for user in crowd) or None, "somebody was left out"
    )
    assert sum(len(user.history) for user in crowd) <= len(crowd) + FEWEST
    await telegram.called("getUpdates", polls + 1)
    crowd[0].says("when is DC-PAL?")
    await crowd[0].hears_of("Salle X")


async def test_telegram_calls_any_of_them(replicas: Replicas, telegram: Telegram) -> None:
    """Whichever is called, and though each call comes twice: every question is answered once and
    in order; also when the answering one was killed."""
    ports = [free_port(), free_port()]
    telegram.webhook.repeats = 2
    async with balancer(ports) as url:
        first, second = (replicas.one(webhook=url, port=port) for port in ports)
        await first.starts(at="2018-11-13T10:00:00+01:00", waits=False)
        await telegram.called("setWebhook")
        await second.starts(at="2018-11-13T10:00:00+01:00", waits=False)
        await healthy(ports[1])
        ann = telegram.user("Ann")
        asked = ["DC-PAL", "OF 4", "WS 384", "OF 4", "DC-PAL"]
        for code in asked:
            ann.says(f"where is {code}?")
        for code in asked:
            await ann.hears(code)
        await first.is_killed()
        ann.says("where is OF 4?")
        await ann.hears_of("OF 4")  # the last answer may come again before
        assert ann.unheard == []


async def follow(database: str, chats: Sequence[str]) -> None:
    """These follow a session of which a reminder is due at ten to three."""
    store = await Store.open(database)
    await store.do(watermark.set_planned_until, NINE)
    target = Target(kind=TargetKind.SESSION, event="igf-2018", value="of-4")
    for chat in chats:
        address = Address(platform="telegram", chat=chat)
        person = await store.do(people.find_or_create, address, NINE)
        await store.do(subscriptions.subscribe, person.id, target, NINE)
    await store.close()


@asynccontextmanager
async def balancer(ports: Sequence[int]) -> AsyncIterator[str]:
    """What stands before several processes: each call goes to the next that can be reached."""
    turns = itertools.cycle(ports)

    async def pass_on(request: web.Request) -> web.Response:
        body, secret = await request.read(), "X-Telegram-Bot-Api-Secret-Token"
        headers = {secret: request.headers[secret]}
        for port in itertools.islice(turns, len(ports)):
            try:
                url = f"http://127.0.0.1:{port}{request.path}"
                async with session.post(url, data=body, headers=headers) as answer:
                    return web.Response(status=answer.status)
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)

    routes = [web.post("/telegram", pass_on)]
    async with aiohttp.ClientSession() as session, listening(0, routes, host="127.0.0.1") as port:
        yield f"http://127.0.0.1:{port}/telegram"


async def healthy(port: int) -> None:
    """Returns when a process is well."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/health") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
