"""Listens on one port: for platforms that call the bot, and for whoever watches whether it is
well.

What is mounted is for the wiring to say. `/health` answers 200 while the database answers, and 503
with the cause when it does not.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

import sqlalchemy as sa
from aiohttp import web

from bot.store import Store, StoreError

EVERYWHERE = None
"""On all addresses of the machine."""

PATIENCE = 5.0
"""Seconds for the database to answer, and for requests under way to end."""


class PortError(Exception):
    """The port cannot be listened on; the message says why."""


@asynccontextmanager
async def listening(
    port: int, routes: Iterable[web.RouteDef], *, host: str | None = EVERYWHERE
) -> AsyncIterator[int]:
    """Serve those routes meanwhile; gives the port, which the system chooses if it is 0. Raises
    `PortError`."""
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=PATIENCE)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            reason = error.strerror or str(error)
            raise PortError(f"port {port} cannot be listened on: {reason.lower()}") from None
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def health(store: Store) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Answers whether the bot can work."""

    async def answer(request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(PATIENCE):
                await store.do(_look)
        except StoreError as error:
            return web.Response(status=503, text=f"{error}\n")
        except TimeoutError:
            return web.Response(status=503, text="the database does not answer\n")
        return web.Response(text="well\n")

    return answer


def _look(connection: sa.Connection) -> None:
    connection.execute(sa.select(1))
