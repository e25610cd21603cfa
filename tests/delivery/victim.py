"""A life of the bot in a process of its own, which kills itself with -9 at a chosen point."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from bot.clock import StillClock
from bot.messages import Address, Reply, Urgency
from bot.store import Store
from tests.delivery.stage import Recorder, courier
from tests.programmes import HOUR, NINE, programme, session


class Ledger(Recorder):
    """A platform that writes down what reached it, and lives on when the bot dies."""

    def __init__(self, file: Path, point: str, after: int) -> None:
        super().__init__()
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._point = point
        self._left = after

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Die before or after it arrived, when it is the call to die in."""
        await asyncio.sleep(0)
        self._left -= 1
        if self._point == "before" and self._left <= 0:
            die()
        os.write(self._file, f"{address.chat} {key}\n".encode())
        if self._point == "after" and self._left <= 0:
            die()
        return "1"


def die() -> None:
    """As in a power cut: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def live(url: str, ledger: Path, point: str, after: int = 1, resend: bool = True) -> None:
    """Deliver the reminder that is due; die when it is `planned`, or `before` or `after` the
    call of that number reached the platform, or never."""
    asyncio.run(_live(url, Ledger(ledger, point, after), point, resend))


async def _live(url: str, chat: Ledger, point: str, resend: bool) -> None:
    store = await Store.open(url)
    clock = StillClock(NINE - HOUR)
    bot = courier(store, chat, clock, programme(session("a")), resend=resend)
    await bot.plan()
    if point == "planned":
        die()
    await bot.step()
    clock.at += HOUR / 2  # whatever waits for another attempt
    await bot.step()
    await store.close()
