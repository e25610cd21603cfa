"""Updates, from their arrival to the end of their handling: none lost, none twice, in order.

The rule that lives here: an update is confirmed to Telegram only after the inbox has it; it
leaves the inbox only when it is answered. What a crash left there is taken up at the next start.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol, TypeVar

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.chats.telegram.errors import TokenError, chat_error
from bot.chats.telegram.hearing import WANTED
from bot.chats.telegram.lanes import Lanes

T = TypeVar("T")

POLL = 50
"""Seconds for which Telegram may hold a request while there is nothing new."""

LOOK = 0.25
"""Seconds between looks for updates that Telegram gave to another process."""

# Seconds between tries while Telegram does not answer: at first, and at most.
_PAUSE = 1.0
_LONGEST_PAUSE = 30.0

log = structlog.get_logger()


class Inbox(Protocol):
    """Keeps updates (number and text) from their arrival until they are answered."""

    async def receive(self, updates: Sequence[tuple[int, str]]) -> Sequence[int]:
        """Keep them; the numbers of those that never came before."""

    async def answered(self, id: int) -> None:
        """Keep no more than the number."""

    async def waiting(self) -> Sequence[tuple[int, str]]:
        """Those that are not answered yet, in order."""


class MemoryInbox:
    """An inbox for trying things out: what it keeps is lost with the process."""

    def __init__(self) -> None:
        self._known: dict[int, str | None] = {}

    async def receive(self, updates: Sequence[tuple[int, str]]) -> Sequence[int]:
        """Keep them; the numbers of those that never came before."""
        new = {id: text for id, text in updates if id not in self._known}
        self._known |= new
        return list(new)

    async def answered(self, id: int) -> None:
        """Keep no more than the number."""
        self._known[id] = None

    async def waiting(self) -> Sequence[tuple[int, str]]:
        """Those that are not answered yet, in order."""
        return [(id, text) for id, text in self._known.items() if text is not None]


class Listener:
    """Listens as `bot`. `arrived` sees each new update at once; `handle` those of a chat one
    after another."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        *,
        arrived: Callable[[Update], None],
        handle: Callable[[Update], Awaitable[None]],
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._arrived = arrived
        self._handle = handle
        self._lanes = Lanes()
        self._in_hand: set[int] = set()

    async def poll(self) -> None:
        """Fetch updates until cancelled. Raises `TokenError`."""
        offset = None
        while True:
            fetch = partial(
                self._bot.get_updates, offset=offset, timeout=POLL, allowed_updates=WANTED
            )
            try:
                updates = await persistently(fetch)
                await self.take(updates)
            except TokenError:
                raise
            except Exception:  # not confirmed, so Telegram gives them again
                log.exception("telegram.updates_not_taken")
                await asyncio.sleep(_PAUSE)
                continue
            if updates:
                offset = updates[-1].update_id + 1

    async def take(self, updates: Sequence[Update]) -> None:
        """Keep updates and have them handled; returns when they are safe. Raises what the
        inbox raises."""
        new = set(await self._inbox.receive([(each.update_id, each.to_json()) for each in updates]))
        for update in updates:
            if update.update_id in new:
                self._arrived(update)
                await self._put(update)

    async def attend(self, called: asyncio.Event) -> None:
        """Handle what Telegram's calls leave in the inbox, until cancelled: `called` tells of
        those to this process. Others may be to another one."""
        while True:
            called.clear()
            try:
                await self.take_up()
            except Exception:
                log.exception("telegram.updates_not_taken")
            with suppress(TimeoutError):
                await asyncio.wait_for(called.wait(), LOOK)

    async def take_up(self) -> None:
        """Handle what is unanswered and not in hand yet."""
        waiting = await self._inbox.waiting()
        for id, text in [each for each in waiting if each[0] not in self._in_hand]:
            try:
                update = Update.de_json(json.loads(text), self._bot)
            except Exception:  # of another version of the library, or of no one's
                log.exception("telegram.update_not_understood", id=id)
                await self._inbox.answered(id)
            else:
                self._arrived(update)
                await self._put(update)

    async def close(self, grace: float) -> None:
        """Give what is being handled so many seconds to end."""
        await self._lanes.close(grace)

    async def _put(self, update: Update) -> None:
        self._in_hand.add(update.update_id)
        chat = update.effective_chat
        await self._lanes.put(chat.id if chat else 0, partial(self._answer, update))

    async def _answer(self, update: Update) -> None:
        try:
            await self._handle(update)
            await self._inbox.answered(update.update_id)
            self._in_hand.discard(update.update_id)
        except Exception:  # one update must not keep the bot from the others
            log.exception("telegram.update_failed", id=update.update_id)


async def persistently(call: Callable[[], Awaitable[T]]) -> T:
    """Call until Telegram answers. Raises `TokenError`."""
    pause = _PAUSE
    while True:
        try:
            return await call()
        except InvalidToken:  # its text, and what is chained to it, holds the token
            refused: TelegramError | None = None
        except TelegramError as error:
            refused = error
        if refused is None:
            raise TokenError
        failure = chat_error(refused)
        log.warning("telegram.no_answer", reason=str(failure))
        await asyncio.sleep(failure.retry_after or pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
