"""Lets python-telegram-bot's requests leave at the pace of `pace.py`."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.chats.telegram.errors import seconds_of
from bot.chats.telegram.pace import Pace, Ticket
from bot.messages import Urgency

# What counts as a message; the rest (who are you, a button was seen) is not limited.
_COUNTED = ("send", "edit", "copy", "forward")

# A chat that refuses for longer than this many seconds is not waited for: whoever wants to
# send is told, and may come back.
_PATIENCE = 30.0

# A timer may ring a little early, and uvloop's count milliseconds: a shorter wait would spin.
_TICK = 0.001


class Limiter(BaseRateLimiter[Urgency]):
    """`rate_limit_args` is the urgency. The clock is the event loop's, which is monotonic."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._turns: dict[int, tuple[Ticket, asyncio.Future[None]]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Let nothing more leave."""
        for _, turn in self._turns.values():
            turn.cancel()
        if self._timer:
            self._timer.cancel()

    async def process_request(  # noqa: PLR0917  # the signature of the base class
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Urgency | None,
    ) -> Any:
        """Make the request when its turn has come. Raises `RetryAfter`, without a request,
        when refusals of the server forbid to write for long; never repeats a request."""
        chat = data.get("chat_id") if endpoint.startswith(_COUNTED) else None
        halt = self._pace.halt(chat, self._now())
        if halt > _PATIENCE:
            raise RetryAfter(timedelta(seconds=halt))
        if not isinstance(chat, int):
            await asyncio.sleep(halt)
            return await callback(*args, **kwargs)
        ticket = self._pace.queue(chat, rate_limit_args or Urgency.ANSWER)
        try:
            await self._turn(ticket)
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            self._refused(ticket, error)
            raise
        finally:
            self._pace.leave(ticket, self._now())
            if self._turns:
                self._step()

    async def _turn(self, ticket: Ticket) -> None:
        self._step()
        if ticket.started:
            return
        turn = asyncio.get_running_loop().create_future()
        self._turns[ticket.number] = ticket, turn
        try:
            await turn
        finally:
            del self._turns[ticket.number]

    def _step(self) -> None:
        """Start what may start now, and come back when more may."""
        now = self._now()
        while ticket := self._pace.next(now):
            if ticket.number not in self._turns:  # whose turn has come before it had to wait
                continue
            _, turn = self._turns[ticket.number]
            if turn.done():  # given up in this very moment
                self._pace.leave(ticket, now)
            else:
                turn.set_result(None)
        if self._timer:
            self._timer.cancel()
        at = self._pace.wake(now)
        loop = asyncio.get_running_loop()
        self._timer = loop.call_at(max(at, now) + _TICK, self._step) if at < math.inf else None

    def _refused(self, ticket: Ticket, error: RetryAfter) -> None:
        """Note a refusal, and tell those in the queue who would have to wait for long."""
        if not ticket.started:
            return
        now = self._now()
        self._pace.refuse(ticket, seconds_of(error), now)
        for waiting, turn in self._turns.values():
            halt = self._pace.halt(waiting.chat, now)
            if halt > _PATIENCE and not turn.done():
                turn.set_exception(RetryAfter(timedelta(seconds=halt)))

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
