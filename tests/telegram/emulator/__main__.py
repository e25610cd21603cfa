"""The emulator as a process of its own: type as Ann, read what the bot says to her.

    python -m tests.telegram.emulator [PORT]
    TELEGRAM_TOKEN=... python -m bot run        (with `[telegram] api_url` set to the address)

A line is said to the bot; `!label` presses the button with that label.
"""

from __future__ import annotations

import asyncio
import sys

from tests.telegram.emulator import Telegram, User


async def _talk(port: int) -> None:
    async with Telegram(port=port) as telegram:
        print(f"Telegram at {telegram.url}, token {telegram.token}", flush=True)
        ann = telegram.user("Ann")
        listening = asyncio.create_task(_listen(ann))
        while line := await asyncio.to_thread(sys.stdin.readline):
            text = line.strip()
            try:
                if text.startswith("!"):
                    ann.presses(text[1:])
                elif text:
                    ann.says(text)
            except AssertionError as error:
                print(error, flush=True)
        listening.cancel()


async def _listen(user: User) -> None:
    while True:
        print(await user.hears(within=float("inf")), flush=True)


if __name__ == "__main__":
    asyncio.run(_talk(int(sys.argv[1]) if sys.argv[1:] else 8081))
