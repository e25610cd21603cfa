"""The HTTP requests of python-telegram-bot, on aiohttp.

Its own transport slows down beyond a few dozen connections; this one does not. Errors become those
of python-telegram-bot, and none of them carries a URL: the URL holds the token. They are raised
outside of the `except` blocks, so that no chained error carries it either.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_JSON = {"Content-Type": "application/json"}
_URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


class NotSent(NetworkError):
    """No connection was made: the request never left."""


class NotSentInTime(TimedOut):
    """No connection was made in time: the request never left."""


class ConnectionLost(NetworkError):
    """The connection broke before the answer: the request may have been carried out."""


class Json(RequestData):  # type: ignore[misc]  # final, but nothing else is taken by `post`
    """Values in one piece of JSON: made in a fraction of the time that a form takes."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__()
        self.body = json.dumps(values).encode()


class AiohttpRequest(BaseRequest):
    """Up to `connections` requests at once. The timeouts, in seconds, are those for a free
    connection (`pool`), making one (`connect`), sending (`write`) and the answer (`read`); a
    call may give its own, and None is for ever."""

    def __init__(
        self,
        *,
        connections: int = 256,
        pool_timeout: float | None = 1.0,
        connect_timeout: float | None = 5.0,
        write_timeout: float | None = 20.0,
        read_timeout: float | None = 10.0,
    ) -> None:
        self._connections = connections
        self._timeouts = (pool_timeout, connect_timeout, write_timeout, read_timeout)
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    @property
    def read_timeout(self) -> float | None:
        """How long an answer may take if the call does not say."""
        return self._timeouts[3]

    async def initialize(self) -> None:
        """Be ready for requests, also after `shutdown`."""
        self._closed = False

    async def shutdown(self) -> None:
        """Close all connections."""
        self._closed = True
        session, self._session = self._session, None
        if session:
            await session.close()

    async def do_request(  # noqa: PLR0917  # the signature of the base class
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises `NetworkError` and its kin."""
        if self._closed:
            raise RuntimeError("This request object is shut down.")
        whole = not isinstance(request_data, Json)
        timeout = self._timeout(whole, pool_timeout, connect_timeout, write_timeout, read_timeout)
        headers = None
        try:
            body: aiohttp.FormData | bytes | None = None
            if isinstance(request_data, Json):
                body, headers = request_data.body, _JSON
            elif request_data and request_data.contains_files:
                body = _form(request_data)
            elif request_data:  # what FormData would make of it, in a third of the time
                body, headers = request_data.url_encoded_parameters().encode(), _URLENCODED
            async with self._opened().request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _translated(error)
        raise failure

    def _timeout(self, whole: bool, *given: Any) -> aiohttp.ClientTimeout:
        """The limits of one call: its own, or where it gives none, those of all calls. `whole`
        limits the writing too."""
        pool, connect, write, read = (
            default if own is BaseRequest.DEFAULT_NONE else own
            for own, default in zip(given, self._timeouts, strict=True)
        )
        return _limits(whole, pool, connect, write, read)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )
        return self._session


@cache
def _limits(
    whole: bool, pool: float | None, connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=_sum(pool, connect),
        sock_connect=connect,
        sock_read=read,
        # aiohttp does not limit writing; so the whole is limited, by the sum of its parts. Some
        # JSON is written at once, and minding the whole of a call takes a tenth of its time.
        total=_sum(pool, connect, write, read) if whole else None,
    )


def _sum(*timeouts: float | None) -> float | None:
    known = [each for each in timeouts if each is not None]
    return sum(known) if len(known) == len(timeouts) else None


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _translated(error: Exception) -> NetworkError:
    """What it means for python-telegram-bot, without what aiohttp says about the URL."""
    name = type(error).__name__
    match error:
        case aiohttp.ConnectionTimeoutError():
            return NotSentInTime("No connection in time; nothing was sent")
        case asyncio.TimeoutError():
            return TimedOut("No answer in time")
        case aiohttp.ClientConnectorCertificateError():
            return NotSent("No connection: the server's certificate is not trusted")
        case aiohttp.ClientConnectorDNSError():
            return NotSent("No connection: the server's name is not known")
        case aiohttp.ClientConnectorError():  # asyncio's own words name the address
            return NotSent(f"No connection: {os.strerror(error.errno) if error.errno else name}")
        case aiohttp.InvalidURL() | ValueError():
            return NotSent(f"The request cannot be sent ({name})")
        case _:
            return ConnectionLost(f"The connection broke ({name})")
