"""Someone in an encrypted room on a real homeserver, with a client of another make."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.chats.matrix.chat import MatrixChat
from bot.messages import Address, Failure, Respond
from bot.replies import actions
from tests.contract.someone import Someone
from tests.matrix.homeserver import Homeserver
from tests.matrix.person import Person
from tests.matrix.proxy import Proxy
from tests.patience import PATIENCE


class OnMatrix(Someone):
    """Between two with the bot. Choices are numbers."""

    failures = (
        Failure.GONE,
        Failure.REFUSED,
        Failure.BUSY,
        Failure.UNREACHABLE,
        Failure.AMBIGUOUS,
    )

    chat: MatrixChat

    def __init__(self, chat: MatrixChat, person: Person, room: str, bot: str, proxy: Proxy) -> None:
        self.chat = chat
        self.address = Address(platform="matrix", chat=room)
        self._person = person
        self._room = room
        self._bot = bot
        self._proxy = proxy
        self._since = 0

    async def says(self, *texts: str) -> None:
        self._since = len(self._bodies())
        for text in texts:
            await self._person.say(self._room, text)

    async def presses(self, label: str) -> None:
        lines = "\n".join(self._bodies())
        numbers = re.findall(rf"^\u200f?(\d+)\. .*{re.escape(label)}", lines, re.MULTILINE)
        assert numbers, f"there is no choice {label!r}:\n{lines}"
        await self.says(numbers[-1])

    def heard(self) -> str:
        return "\n".join(self._bodies()[self._since :])

    async def takes_file(self) -> tuple[str, bytes]:
        file = await self._person.file(self._room, self._bot, self._since)
        return file["filename"], await self._person.open_file(file)

    async def waits(self) -> None:
        before = len(self._bodies())
        await self._person.until(lambda: len(self._bodies()) > before)

    def _bodies(self) -> list[str]:
        return [event["content"]["body"] for event in self._person.messages(self._room, self._bot)]

    async def fails(self, failure: Failure) -> None:
        match failure:
            case Failure.GONE:
                kicked = {"user_id": self._bot}
                await self._person.call("POST", "rooms", self._room, "kick", body=kicked)
                while self._room in self.chat._rooms:
                    await asyncio.sleep(0.01)  # it tells nobody
            case Failure.REFUSED:
                self._proxy.refuses(400, errcode="M_BAD_JSON")
            case Failure.BUSY:
                self._proxy.refuses(429, errcode="M_LIMIT_EXCEEDED", retry_after_ms=1000)
            case Failure.UNREACHABLE:
                await self._proxy.goes_down()
            case Failure.AMBIGUOUS:
                self._proxy.drops()

    async def mends(self) -> None:
        if self._person.membership(self._room, self._bot) == "leave":
            await self._invite()
        await self._proxy.mends()

    async def _invite(self) -> None:
        await self._person.call("POST", "rooms", self._room, "invite", body={"user_id": self._bot})
        await self._person.until(lambda: self._person.membership(self._room, self._bot) == "join")


@asynccontextmanager
async def on_matrix(respond: Respond, server: Homeserver, folder: Path) -> AsyncIterator[OnMatrix]:
    """The Matrix chat on an account of its own, running, and someone who has invited it."""
    password = secrets.token_hex(8)
    bot = server.register(f"bot-{secrets.token_hex(4)}", password)
    person = await Person.arrive(server)
    async with Proxy(server) as proxy:
        chat = MatrixChat(
            homeserver=proxy.url,
            user=bot,
            password=password,
            folder=folder / "device",
            undo=actions.undo,
        )
        running = asyncio.create_task(chat.run(respond))
        try:
            async with asyncio.timeout(PATIENCE):
                await chat.ready()
            room = await person.open_room(bot, is_direct=True)
            yield OnMatrix(chat, person, room, bot, proxy)
        finally:
            running.cancel()
            await asyncio.wait([running])
            await chat.close()
            await person.leave_the_phone()
