"""Someone on the emulated Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.chats.telegram.chat import TelegramChat
from bot.chats.telegram.pace import Pace
from bot.clock import Clock
from bot.messages import Address, Failure, Respond
from tests.contract.someone import Someone
from tests.patience import PATIENCE
from tests.telegram.emulator import Telegram, User


class OnTelegram(Someone):
    """In their own chat with the bot. Choices are buttons."""

    failures = (
        Failure.GONE,
        Failure.REFUSED,
        Failure.BUSY,
        Failure.UNREACHABLE,
        Failure.AMBIGUOUS,
    )

    def __init__(self, chat: TelegramChat, telegram: Telegram, user: User) -> None:
        self.chat = chat
        self.address = Address(platform="telegram", chat=str(user.account.id))
        self._telegram = telegram
        self._user = user
        self._since = 0

    async def says(self, *texts: str) -> None:
        self._since = self._user.room.newest
        for text in texts:
            self._user.says(text)

    async def presses(self, label: str) -> None:
        self._since = self._user.room.newest
        self._user.presses(label)

    def heard(self) -> str:
        return "\n".join(post.text for post in self._user.history if post.id > self._since)

    async def takes_file(self) -> tuple[str, bytes]:
        while True:
            for post in self._user.history:
                if post.upload and post.id > self._since:
                    return post.upload.name, post.upload.data
            await self.waits()

    async def waits(self) -> None:
        before = self._user.room.newest
        async with asyncio.timeout(PATIENCE):
            while self._user.room.newest == before:
                self._telegram.activity.clear()
                await self._telegram.activity.wait()

    async def fails(self, failure: Failure) -> None:
        match failure:
            case Failure.GONE:
                self._user.blocks()
            case Failure.REFUSED:
                self._telegram.refuses(400, "Bad Request: message text is not acceptable")
            case Failure.BUSY:
                self._telegram.refuses(429, retry_after=1)
            case Failure.UNREACHABLE:
                await self._telegram.goes_down()
            case Failure.AMBIGUOUS:
                self._telegram.drops("after")

    async def mends(self) -> None:
        if self._user.room.members[self._telegram.world.bot.id] == "kicked":
            self._user.unblocks()
        await self._telegram.goes_down()
        await self._telegram.comes_back()


@asynccontextmanager
async def on_telegram(respond: Respond, clock: Clock) -> AsyncIterator[OnTelegram]:
    """The Telegram chat, running, and someone who has started it."""
    async with Telegram() as telegram:
        chat = TelegramChat(
            token=telegram.token, api_url=telegram.url, pace=Pace(chat_pause=0.0), clock=clock
        )
        running = asyncio.create_task(chat.run(respond))
        try:
            yield OnTelegram(chat, telegram, telegram.user("Ann"))
        finally:
            running.cancel()
            await asyncio.wait([running])
            await chat.close()
