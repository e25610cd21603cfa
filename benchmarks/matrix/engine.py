"""What Element's own engine says of the bot: no shield, served though insecure devices are
excluded, and no warning after the device was lost and the seeds were kept.

Needs Node: `npm install` in this folder, then `python -m benchmarks.matrix.engine`.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.matrix.conftest import Bot
from tests.matrix.homeserver import Homeserver

FOLDER = Path(__file__).parent


class Element:
    """The person's client, a Node process that takes orders."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls) -> Element:
        return cls(
            await asyncio.create_subprocess_exec(
                *("node", "person.mjs"),
                cwd=FOLDER,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
        )

    async def order(self, order: str, **rest: str) -> dict[str, Any]:
        """Carry out one order; returns what came of it."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps({"order": order, **rest}).encode() + b"\n")
        async with asyncio.timeout(60):
            line = await stdout.readline()
        answer: dict[str, Any] = json.loads(line)
        print(json.dumps(answer))
        return answer

    async def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()


async def main() -> int:
    server = Homeserver()
    folder = Path(tempfile.mkdtemp())
    server.start()
    try:
        bot = Bot(server, folder)
        await bot.start()
        person = server.register("person", "secret")
        element = await Element.start()
        await element.order("login", url=server.url, user=person, password="secret")
        await element.order("invite", bot=bot.id)
        answers = [await element.order("ask", text="when is the library session?", bot=bot.id)]
        await bot.restart()
        answers.append(await element.order("ask", text="after a restart?", bot=bot.id))
        await bot.stop()
        shutil.rmtree(folder / "device")  # the seeds lie beside it, and stay
        await bot.start()
        answers.append(await element.order("ask", text="after the device was lost?", bot=bot.id))
        await bot.stop()
        await element.end()
    finally:
        server.remove()
        shutil.rmtree(folder)
    good = {"shield": "NONE", "signedByOwner": True, "failed": False, "needsUserApproval": False}
    faults = [a for a in answers if {key: a.get(key) for key in good} != good]
    print("no shield, no warning" if not faults else f"{len(faults)} answers are not trusted")
    return len(faults)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
