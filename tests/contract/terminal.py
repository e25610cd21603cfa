"""Someone at the terminal: the bot's input and output are pipes."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.chats.console import ConsoleChat
from bot.clock import Clock
from bot.messages import Respond
from tests.contract.someone import Someone
from tests.patience import PATIENCE


class AtTerminal(Someone):
    """Types into one pipe and reads from the other. Nothing fails here."""

    address = ConsoleChat.address

    def __init__(self, chat: ConsoleChat, typing: int, reading: asyncio.StreamReader) -> None:
        self.chat = chat
        self._typing = typing
        self._reading = reading
        self._seen = ""
        self._last = ""

    async def says(self, *texts: str) -> None:
        self._last = f"> {texts[0]}\n"
        os.write(self._typing, "".join(f"{text}\n" for text in texts).encode())

    async def presses(self, label: str) -> None:
        numbers = re.findall(rf"\[(\d+)\] [^\[\n]*{re.escape(label)}", self._seen)
        assert numbers, f"there is no choice {label!r}:\n{self._seen}"
        await self.says(numbers[-1])

    def heard(self) -> str:
        if not self._last:
            return self._seen
        _, echo, said = self._seen.rpartition(self._last)
        return said if echo else ""

    async def takes_file(self) -> tuple[str, bytes]:
        await self.hears("📎 ")
        (place,) = re.findall("📎 (.*)\n", self.heard())
        return Path(place).name, Path(place).read_bytes()

    async def waits(self) -> None:
        async with asyncio.timeout(PATIENCE):
            self._seen += (await self._reading.read(65536)).decode()


@asynccontextmanager
async def at_terminal(respond: Respond, clock: Clock, folder: Path) -> AsyncIterator[AtTerminal]:
    """The terminal chat, running, and who sits at it."""
    loop = asyncio.get_running_loop()
    (source, typing), (output, sink) = os.pipe(), os.pipe()
    reading = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reading), os.fdopen(output, "rb")
    )
    with os.fdopen(source) as lines, os.fdopen(sink, "w") as screen:
        chat = ConsoleChat(source=lines, sink=screen, clock=clock, colour=False, folder=folder)
        running = asyncio.create_task(chat.run(respond))
        try:
            yield AtTerminal(chat, typing, reading)
        finally:
            os.close(typing)
            await asyncio.wait_for(running, PATIENCE)  # the input has ended
            transport.close()
