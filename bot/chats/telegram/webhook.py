"""Telegram as the one who calls: each update is posted to an address of the bot's own.

The rules that live here: only who knows the secret is heard, compared in constant time; 200
confirms, and is said only when the update is safe. What is not confirmed comes again.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where Telegram shall call: a public HTTPS address, and a secret of 1 to 256 of the
    characters A-Z, a-z, 0-9, _ and -."""

    url: str
    secret: str

    @classmethod
    def at(cls, url: str, token: str) -> Webhook:
        """The webhook of a bot at that address, in every process with the same secret: one that
        only who has the bot's token knows, but that does not give the token away."""
        return cls(url=url, secret=hmac.new(token.encode(), b"webhook", "sha256").hexdigest())


async def receive(
    request: web.Request, secret: str, take: Callable[[dict[str, Any]], Awaitable[None]]
) -> web.Response:
    """Answer a call: 200 when `take` has made the update safe."""
    given = request.headers.get(_SECRET, "")
    if not hmac.compare_digest(given.encode(errors="surrogateescape"), secret.encode()):
        return web.Response(status=403)
    try:
        update = json.loads(await request.read())
    except ValueError:
        return web.Response(status=400)
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        return web.Response(status=400)
    try:
        await take(update)
    except Exception:
        log.exception("telegram.update_not_stored")
        return web.Response(status=503)
    return web.Response()
