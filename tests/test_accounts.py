"""Several chats at once: what becomes of the others when one cannot go on."""

from __future__ import annotations

import asyncio
import io

import pytest
from structlog.testing import capture_logs

from bot import accounts
from bot.chats.console import ConsoleChat
from bot.clock import wall_clock
from bot.messages import AccountError, Address, Chat, Message, Reply, Respond, Urgency
from bot.store import Store


class Broken:
    """A chat that can say nothing, and ends at once in its own way."""

    platform = "broken"

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def run(self, respond: Respond) -> None:
        raise self._error

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        raise NotImplementedError

    async def close(self) -> None:
        pass


class Endless(Broken):
    """A chat on which nothing happens. `begun` is set when it runs, `ended` when it was told to
    end."""

    def __init__(self) -> None:
        self.begun, self.ended = asyncio.Event(), asyncio.Event()

    async def run(self, respond: Respond) -> None:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


async def silent(message: Message) -> Reply | None:
    return None


def terminal(typed: str) -> Chat:
    return ConsoleChat(
        source=io.StringIO(typed), sink=io.StringIO(), clock=wall_clock, colour=False
    )


async def test_the_others_go_on_without_an_account_that_cannot_be_used(store: Store) -> None:
    """The operator reads why in the log; whoever writes on the other chat is answered."""
    heard: list[str] = []

    async def listen(message: Message) -> Reply | None:
        while not logs:  # the terminal, whose input ends, must not be the first to end
            await asyncio.sleep(0)
        heard.append(message.text)
        return None

    with capture_logs() as logs:
        chats = [Broken(AccountError("set the token")), terminal("hello\n")]
        await accounts.serve(chats, listen, store)
    assert heard == ["hello"]
    assert [(each["chat"], each["cause"]) for each in logs] == [("broken", "set the token")]


async def test_without_any_account_left_it_is_raised(store: Store) -> None:
    """The bot ends and says why."""
    with pytest.raises(AccountError, match="set the token"):
        await accounts.serve([Broken(AccountError("set the token"))], silent, store)


async def test_a_fault_of_ours_ends_all(store: Store) -> None:
    """It is not hidden, and nothing goes on in the background."""
    endless = Endless()
    with pytest.raises(ZeroDivisionError):
        await accounts.serve([endless, Broken(ZeroDivisionError())], silent, store)
    assert endless.ended.is_set()


async def test_told_to_end_it_ends_all(store: Store) -> None:
    """As at SIGTERM."""
    endless = Endless()
    serving = asyncio.create_task(accounts.serve([endless], silent, store))
    await endless.begun.wait()
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
    assert endless.ended.is_set()
