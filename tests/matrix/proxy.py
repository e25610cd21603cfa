"""Stands between the bot and its homeserver, and lets go wrong what a test wants."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Literal, Self

import aiohttp
from aiohttp import web

from tests.matrix.homeserver import Homeserver

_KEPT = ("Authorization", "Content-Type")


class Proxy:
    """Use as `async with Proxy(server) as proxy:`; the bot takes `proxy.url` for its homeserver.
    A fault strikes the messages that the bot sends, until it `mends`."""

    def __init__(self, server: Homeserver) -> None:
        self._server = server
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._fault: tuple[int, dict[str, Any]] | Literal["drop"] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        self._client = aiohttp.ClientSession(auto_decompress=False)
        await self.comes_back()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.goes_down()
        await self._client.close()

    async def comes_back(self) -> None:
        """Listen, at the same address as before."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/{path:.*}", self._pass_on)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.01
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def goes_down(self) -> None:
        """Stop listening and break every connection."""
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def mends(self) -> None:
        """Pass everything on from now on."""
        self._fault = None
        if self._runner is None:
            await self.comes_back()

    def refuses(self, status: int, **body: Any) -> None:
        """Answer so, carrying nothing out."""
        self._fault = status, body

    def drops(self) -> None:
        """Carry it out and break the connection before the answer."""
        self._fault = "drop"

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        fault = None
        if "/send/" in request.path:
            fault = self._fault
        if isinstance(fault, tuple):
            status, body = fault
            return web.json_response(body, status=status)
        async with self._client.request(
            request.method,
            self._server.url + request.raw_path,
            data=await request.read(),
            headers={name: request.headers[name] for name in _KEPT if name in request.headers},
            skip_auto_headers=("Accept-Encoding",),
        ) as answer:
            content = await answer.read()
        if fault == "drop" and request.transport:
            request.transport.abort()
        headers = {"Content-Type": answer.headers.get("Content-Type", "")}
        return web.Response(status=answer.status, body=content, headers=headers)
