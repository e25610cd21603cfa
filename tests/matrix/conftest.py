"""A bot that echoes, on the homeserver of `fixtures`."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.chat import MatrixChat
from bot.chats.matrix.server import JsonObject, Unanswered
from bot.messages import Button, Message, Reply, Span
from tests.matrix.homeserver import Homeserver
from tests.patience import PATIENCE

if sys.version_info >= (3, 13):
    # The other client's encryption (python-olm) has no wheels for these Pythons: Matrix is
    # tested on 3.11 and 3.12.
    collect_ignore_glob = ["test_*.py"]


def undo(action: str) -> str | None:
    """`follow X` is undone by `forget X`."""
    return action.replace("follow ", "forget ") if action.startswith("follow ") else None


def said(text: str, *buttons: Button) -> Reply:
    return Reply(
        lines=tuple((Span(text=line),) for line in text.split("\n")),
        buttons=tuple((button,) for button in buttons),
    )


CARD = (
    Button(label="Remind me", action="follow dc-pal"),
    Button(label="Who speaks?", action="who dc-pal"),
    Button(label="The page", link="https://example.org/dc-pal"),
)


async def echo(message: Message) -> Reply | None:
    """Says what it heard; `card` gives a session with buttons, `silence` nothing."""
    if message.action:
        return said(f"Done: {message.action}")
    if message.text == "silence":
        return None
    if message.text == "card":
        return said("DC-PAL\nWed 14 Nov", *CARD)
    return said(f"Heard: {message.text}")


class Bot:
    """The chat on an account of its own, running. `heard` holds the messages it was given."""

    def __init__(self, server: Homeserver, folder: Path, **settings: Any) -> None:
        self.server = server
        self.folder = folder
        self.password = secrets.token_hex(8)
        self.id = server.register(f"bot-{secrets.token_hex(4)}", self.password)
        self.heard: list[Message] = []
        self.respond: Callable[[Message], Awaitable[Reply | None]] = echo
        self.settings: dict[str, Any] = {
            "homeserver": server.url,
            "user": self.id,
            "password": self.password,
            "folder": folder / "device",
            "undo": undo,
            **settings,
        }

    async def start(self) -> None:
        self.chat = MatrixChat(**self.settings)
        self.running = asyncio.create_task(self.chat.run(self._respond))
        ready = asyncio.create_task(self.chat.ready())
        async with asyncio.timeout(PATIENCE):
            await asyncio.wait([ready, self.running], return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if self.running.done():
            await self.running

    async def stop(self) -> None:
        self.running.cancel()
        with contextlib.suppress(asyncio.CancelledError, LoginError):
            await self.running
        await self.chat.close()

    async def until(self, found: Callable[[], object]) -> None:
        """Returns when the bot has come to know something."""
        async with asyncio.timeout(PATIENCE):
            while not found():
                await asyncio.sleep(0.01)  # it tells nobody

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    @contextlib.contextmanager
    def cut_off(self, part: str) -> Iterator[None]:
        """Its requests whose path has that part break off before they arrive."""
        server = self.chat._server
        request = server.request

        async def broken(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
            if part in path:
                raise Unanswered("broken off", perhaps_done=False)
            return await request(method, path, *rest, **named)

        server.request = broken  # type: ignore[method-assign]  # the cable is pulled
        try:
            yield
        finally:
            server.request = request  # type: ignore[method-assign]  # and plugged in again

    async def _respond(self, message: Message) -> Reply | None:
        self.heard.append(message)
        return await self.respond(message)


MakeBot = Callable[..., Awaitable[Bot]]


@pytest.fixture
async def make_bot(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[MakeBot]:
    """Starts bots with settings of their own; they stop at the end of the test."""
    bots: list[Bot] = []

    async def make(server: Homeserver = homeserver, **settings: Any) -> Bot:
        bots.append(Bot(server, tmp_path / str(len(bots)), **settings))
        await bots[-1].start()
        return bots[-1]

    yield make
    for bot in bots:
        await bot.stop()


@pytest.fixture
async def bot(make_bot: MakeBot) -> Bot:
    return await make_bot()
