"""The bot as its users meet it: a process of its own, in a folder of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.matrix.homeserver import Homeserver
from tests.patience import PATIENCE
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


async def eventually(true: Callable[[], bool], failure: str) -> None:
    """Look again and again until it is true; for what tells nobody that it changed."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while not true():
                await asyncio.sleep(0.05)
            return
    raise AssertionError(failure)


@dataclass(frozen=True, kw_only=True)
class MatrixAccount:
    """What the bot has on a homeserver, and nobody else uses."""

    server: Homeserver
    id: str
    password: str

    @classmethod
    def made(cls, server: Homeserver) -> MatrixAccount:
        """A new one."""
        password = secrets.token_hex(8)
        id = server.register(f"bot-{secrets.token_hex(4)}", password)
        return cls(server=server, id=id, password=password)


class Running:
    """The bot as a process beside the test, on an emulated Telegram, on Matrix, or on both.

    Its clock starts at `at` and runs `speed` times as fast as real time. `admins` are numbers on
    Telegram and ids on Matrix. With a `webhook` Telegram calls there. `variables` are more of its
    environment.
    """

    def __init__(
        self,
        folder: Path,
        telegram: Telegram | None = None,
        *,
        matrix: MatrixAccount | None = None,
        admins: Sequence[int | str] = (),
        webhook: str = "",
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = folder
        self._telegram = telegram
        self._secrets = dict(variables or {})
        self._process: asyncio.subprocess.Process | None = None
        config = ""
        if telegram:
            numbers = [each for each in admins if isinstance(each, int)]
            config += f'[telegram]\napi_url = "{telegram.url}"\nadmins = {numbers}\n'
            config += f'webhook_url = "{webhook}"\n'
            self._secrets["TELEGRAM_TOKEN"] = telegram.token
        if matrix:
            ids = [each for each in admins if isinstance(each, str)]
            config += f'[matrix]\nhomeserver = "{matrix.server.url}"\nuser = "{matrix.id}"\n'
            config += f"admins = {ids}\n"
            self._secrets["MATRIX_PASSWORD"] = matrix.password
        (folder / "config.toml").write_text(config)

    async def starts(self, *, at: str, speed: float = 1.0, waits: bool = True) -> None:
        """Start it and, on Telegram, wait until it asks for updates; unless it is not to wait."""
        polls = len(self._polls())
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run", "--at", at, "--speed", str(speed)),
            cwd=self._folder,
            env=environment(**self._secrets),
            stdin=asyncio.subprocess.DEVNULL,
            stderr=(self._folder / "stderr").open("ab"),
        )
        if self._telegram and waits:
            await self._telegram.until(
                lambda: len(self._polls()) > polls or None, "the bot does not ask for updates"
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
        return await asyncio.wait_for(self._process.wait(), PATIENCE)

    @property
    def complaints(self) -> str:
        """What it wrote to stderr."""
        return (self._folder / "stderr").read_text()

    def _polls(self) -> list[Call]:
        calls = self._telegram.calls if self._telegram else []
        return [call for call in calls if call.method == "getUpdates"]
