"""The Matrix chat in a process of its own, to be killed: it echoes, and can stop at a moment."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from bot.chats.matrix.chat import MatrixChat
from bot.chats.matrix.memory import FileMemory
from bot.messages import Message, Reply, Span


async def main(settings: dict[str, str]) -> None:
    """Echo what is said; at the moment `stop`, say so on standard output and do no more."""
    stop = settings["stop"]
    folder = Path(settings["folder"])

    async def moment(name: str) -> None:
        if name == stop:
            print(name, flush=True)
            await asyncio.Event().wait()

    class Memory(FileMemory):
        opened = False

        async def recall(self, key: str) -> str | None:
            if key == "unread" and self.opened:
                await moment("before the handler")
            self.opened = self.opened or key == "unread"
            return await super().recall(key)

        async def remember(self, key: str, value: str | None) -> None:
            if key == "token":
                await moment("before the token")
            await super().remember(key, value)

    async def respond(message: Message) -> Reply:
        await moment("in the handler")
        return Reply(lines=((Span(text=f"Heard: {message.text}"),),))

    chat = MatrixChat(
        homeserver=settings["homeserver"],
        user=settings["user"],
        password=settings["password"],
        folder=folder,
        memory=Memory(folder / "memory.jsonl"),
    )
    try:
        await chat.run(respond)
    finally:
        await chat.close()


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.argv[1])))
