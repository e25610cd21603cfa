"""The bot as its users meet it: a process of its own, in a folder of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.telegram.emulator import Call, Telegram

ROOT = Path(__file__).parent.parent.parent


def environment(**more: str) -> dict[str, str]:
    """What a process of the bot needs to find the code, and nothing of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | more


def bot(folder: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command of the bot to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(),
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


async def eventually(true: Callable[[], bool], within: float, failure: str) -> None:
    """Look again and again until it is true; for what tells nobody that it changed."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within):
            while not true():
                await asyncio.sleep(0.05)
            return
    raise AssertionError(failure)


class Running:
    """The bot as a process beside the test, talking to an emulated Telegram.

    Its clock starts at `at` and runs `speed` times as fast as real time.
    """

    def __init__(self, folder: Path, telegram: Telegram, *, admins: Sequence[int] = ()) -> None:
        self._folder = folder
        self._telegram = telegram
        self._process: asyncio.subprocess.Process | None = None
        config = f'[telegram]\napi_url = "{telegram.url}"\nadmins = {list(admins)}\n'
        (folder / "config.toml").write_text(config)

    async def starts(self, *, at: str, speed: float = 1.0) -> None:
        """Start it and wait until it asks for updates."""
        polls = len(self._polls())
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run", "--at", at, "--speed", str(speed)),
            cwd=self._folder,
            env=environment(TELEGRAM_TOKEN=self._telegram.token),
            stdin=asyncio.subprocess.DEVNULL,
            stderr=(self._folder / "stderr").open("ab"),
        )
        await self._telegram.until(
            lambda: len(self._polls()) > polls or None, 20.0, "the bot does not ask for updates"
        )

    async def is_killed(self) -> None:
        """As a crash would: it gets no chance to write anything."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stops(self) -> int:
        """Told to end; gives its exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), 15.0)

    @property
    def complaints(self) -> str:
        """What it wrote to stderr."""
        return (self._folder / "stderr").read_text()

    def _polls(self) -> list[Call]:
        return [call for call in self._telegram.calls if call.method == "getUpdates"]
