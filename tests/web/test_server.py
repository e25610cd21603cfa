"""The bot's web server."""

from __future__ import annotations

import asyncio
import threading

import aiohttp
import pytest
import sqlalchemy as sa
from aiohttp import web

from bot.store import Store
from bot.web import PortError, health, listening
from bot.web import server as module


async def get(port: int, path: str = "/health") -> tuple[int, str]:
    """Status and text of an answer."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status, await answer.text()


async def test_it_is_well_while_the_database_answers(store: Store) -> None:
    """A platform asks that before it sends anyone here."""
    async with listening(0, [web.get("/health", health(store))], host="127.0.0.1") as port:
        assert await get(port) == (200, "well\n")
        assert (await get(port, "/"))[0] == 404


async def test_it_says_what_is_wrong(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that hangs is named; afterwards it is well again."""
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    done = threading.Event()

    def hang(connection: sa.Connection) -> None:
        done.wait()

    hanging = asyncio.create_task(store.do(hang))
    async with listening(0, [web.get("/health", health(store))], host="127.0.0.1") as port:
        assert await get(port) == (503, "the database does not answer\n")
        done.set()
        await hanging
        monkeypatch.setattr(module, "PATIENCE", 5.0)
        assert await get(port) == (200, "well\n")


async def test_a_port_that_is_taken(store: Store) -> None:
    """The error says which, and why."""
    async with listening(0, [], host="127.0.0.1") as port:
        with pytest.raises(PortError, match=f"port {port} cannot be listened on: .*in use"):
            async with listening(port, [], host="127.0.0.1"):
                pass
