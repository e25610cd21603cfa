"""Of several processes one runs a chat, and another takes over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from bot import standby
from bot.messages import Address, Message, Reply, Respond, Urgency
from bot.store import Store, StoreError
from tests.patience import PATIENCE


class Stage:
    """A chat that ends when it is told to. `begun` is set while it runs."""

    platform = "stage"

    def __init__(self) -> None:
        self.begun, self.ends, self.ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def run(self, respond: Respond) -> None:
        self.begun.set()
        try:
            await self.ends.wait()
        finally:
            self.begun.clear()
            self.ended.set()

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        raise NotImplementedError

    async def close(self) -> None:
        pass


async def silent(message: Message) -> Reply | None:
    return None


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standby, "LOOK", 0.01)


@pytest.fixture
async def other(database: str) -> AsyncIterator[Store]:
    """The store of another process."""
    opened = await Store.open(database)
    yield opened
    with suppress(RuntimeError):  # closed by the test
        await opened.close()


async def until(happens: asyncio.Event) -> None:
    await asyncio.wait_for(happens.wait(), PATIENCE)


async def test_a_chat_runs_until_it_ends(store: Store) -> None:
    """And with it what ran it."""
    chat = Stage()
    running = asyncio.create_task(standby.run(chat, silent, store))
    await until(chat.begun)
    chat.ends.set()
    await asyncio.wait_for(running, PATIENCE)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_another_takes_over(store: Store, other: Store) -> None:
    """Not before the first has gone."""
    first, second = Stage(), Stage()
    one = asyncio.create_task(standby.run(first, silent, other))
    await until(first.begun)
    two = asyncio.create_task(standby.run(second, silent, store))
    assert not await store.hold("stage")
    assert not second.begun.is_set()
    one.cancel()
    await until(first.ended)
    await other.close()
    await until(second.begun)
    two.cancel()
    await until(second.ended)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_who_lost_the_account_stops(
    store: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes on when it has it again. While the database does not answer nobody takes it."""
    chat, hold = Stage(), store.hold
    answers: list[bool | StoreError] = [True, True, StoreError("down"), True, False]

    async def told(account: str) -> bool:
        answer = answers.pop(0) if answers else True
        if isinstance(answer, StoreError):
            assert chat.begun.is_set()
            raise answer
        return answer and await hold(account)

    monkeypatch.setattr(store, "hold", told)
    running = asyncio.create_task(standby.run(chat, silent, store))
    await until(chat.begun)
    await until(chat.ended)
    assert answers == []
    await until(chat.begun)
    running.cancel()
