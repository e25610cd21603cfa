"""The chat in a process of its own (`echo`), started and killed."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from tests.matrix.conftest import Bot
from tests.patience import PATIENCE


class Process:
    """The chat in a process of its own, which stops and says so at a moment, if one is named."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, bot: Bot, stop: str = "") -> Process:
        settings = {
            "homeserver": bot.server.url,
            "user": bot.id,
            "password": bot.password,
            "folder": str(bot.folder / "device"),
            "stop": stop,
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.matrix.echo", json.dumps(settings)),
            cwd=Path(__file__).parents[2],
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        return cls(process)

    async def wait_for(self, word: str) -> None:
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            while (line := await self._process.stdout.readline()).decode().strip() != word:
                assert line, f"the process ended before {word!r}"

    async def kill(self) -> None:
        self._process.kill()
        await self._process.communicate()
