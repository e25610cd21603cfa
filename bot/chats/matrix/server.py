"""One request to the homeserver, and what its failure means.

The rule that lives here: a request is answered, refused (`Refused` says why) or unanswered
(`Unanswered` says whether the server may have carried it out). An access token that the server
no longer knows is renewed once, and the request repeated. No error text names the server.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar
from urllib.parse import quote

import aiohttp
import structlog

JsonObject = dict[str, Any]

P = ParamSpec("P")
T = TypeVar("T")

log = structlog.get_logger()

_LONGEST_PAUSE = 60.0  # seconds between two tries, at most, while the homeserver is away

TOKEN_ERRORS = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN")


class Refused(Exception):
    """The homeserver said no: `code` is Matrix's word for it (`M_FORBIDDEN`), `retry_after` the
    seconds that a 429 asks to wait."""

    def __init__(self, status: int, body: JsonObject, retry_after: float | None = None) -> None:
        self.status = status
        self.code = str(body.get("errcode", "M_UNKNOWN"))
        self.body = body
        self.retry_after = retry_after
        super().__init__(f"{self.code} ({status}): {str(body.get('error', ''))[:200]}")


class Unanswered(Exception):
    """No answer came. `perhaps_done`: the request left, so the server may have carried it out."""

    def __init__(self, reason: str, *, perhaps_done: bool) -> None:
        super().__init__(reason)
        self.perhaps_done = perhaps_done


@contextmanager
def beforehand() -> Iterator[None]:
    """Whatever breaks off in here, what was to come after it has not been done."""
    try:
        yield
    except Unanswered as away:
        raise Unanswered(str(away), perhaps_done=False) from None


UPLOAD = "/_matrix/media/v3/upload"
"""The endpoint that takes files."""


def path(*parts: str) -> str:
    """The path of an endpoint, its parts (ids) quoted."""
    return "/_matrix/client/v3/" + "/".join(quote(part, safe="") for part in parts)


class Server:
    """The client-server API of one homeserver at `url`, as the holder of `token`."""

    def __init__(self, url: str, *, timeout: float = 60) -> None:
        self.url = (url if "://" in url else f"https://{url}").rstrip("/")
        self.token = ""
        self.renew: Callable[[str], Awaitable[None]] | None = None
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        path: str,
        body: JsonObject | bytes | None = None,
        *,
        query: Mapping[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - seconds for this one request, as in aiohttp
    ) -> JsonObject:
        """Send one request, its body JSON or a file, as the logged-in user. Raises `Refused`,
        `Unanswered`."""
        token = self.token
        try:
            return await self.request(method, path, body, token=token, query=query, timeout=timeout)
        except Refused as refused:
            if refused.code not in TOKEN_ERRORS or self.renew is None:
                raise
        with beforehand():
            await self.renew(token)
        return await self.request(
            method, path, body, token=self.token, query=query, timeout=timeout
        )

    async def request(
        self,
        method: str,
        path: str,
        body: JsonObject | bytes | None = None,
        *,
        token: str | None = None,
        query: Mapping[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> JsonObject:
        """Send one request, with that token or none. Raises `Refused`, `Unanswered`."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        if body is None and method != "GET":
            body = {}
        try:
            async with self._session.request(
                method,
                self.url + path,
                json=None if isinstance(body, bytes) else body,
                data=body if isinstance(body, bytes) else None,
                params=query,
                headers={"Authorization": f"Bearer {token}"} if token else None,
                timeout=aiohttp.ClientTimeout(total=timeout or self._timeout, connect=30),
            ) as answer:
                content = _object(await answer.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise Unanswered("the homeserver cannot be reached", perhaps_done=False) from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise Unanswered(
                f"the connection to the homeserver broke off ({type(error).__name__})",
                perhaps_done=True,
            ) from None
        if answer.status < 400 and content is not None:
            return content
        if content is None and answer.status in (413, 429):  # a proxy says so, in its own words
            content = {}
        if answer.status >= 500 or content is None:
            raise Unanswered(
                f"the homeserver is in trouble (HTTP {answer.status})",
                perhaps_done=answer.status != 503,
            )
        raise Refused(answer.status, content, _retry_after(answer, content))

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None


async def patiently(call: Callable[P, Awaitable[T]], *arguments: P.args, **named: P.kwargs) -> T:
    """The result of a call that is repeated while the homeserver is away or asks to wait. Raises
    what waiting does not mend."""
    pause = 0.25
    while True:
        try:
            return await call(*arguments, **named)
        except Unanswered as away:
            pause = min(pause * 2, _LONGEST_PAUSE)
            log.warning("matrix.waiting", reason=str(away), seconds=pause)
            await asyncio.sleep(pause)
        except Refused as refused:
            if refused.retry_after is None:
                raise
            log.warning("matrix.waiting", reason=str(refused), seconds=refused.retry_after)
            await asyncio.sleep(refused.retry_after)


def _object(raw: bytes) -> JsonObject | None:
    try:
        content = json.loads(raw)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _retry_after(answer: aiohttp.ClientResponse, content: JsonObject) -> float | None:
    """Seconds to wait, as the body or the header says; 5 where a 429 says nothing."""
    if answer.status != 429:
        return None
    milliseconds = content.get("retry_after_ms")
    if isinstance(milliseconds, int | float):
        return max(milliseconds / 1000, 0.05)
    header = answer.headers.get("Retry-After", "")
    return float(header) if header.isdigit() else 5.0
