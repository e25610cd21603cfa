"""Of several processes of the bot, one runs a chat, and the others stand by to take over.

Telegram lets one process ask for updates, and limits what an account sends as a whole; a Matrix
device cannot be shared. So the process that sends for an account also listens and answers.
"""

from __future__ import annotations

import asyncio

import structlog

from bot.messages import Chat, Respond
from bot.store import Store, StoreError

LOOK = 2.0
"""Seconds between looks whether an account can be had, or is still ours."""

log = structlog.get_logger()


async def run(chat: Chat, respond: Respond, store: Store) -> None:
    """Run a chat while this process has its account, until the chat ends. Raises what it raises."""
    while True:
        while not await _is_ours(chat, store, unknown=False):
            log.info("another process has the account", chat=chat.platform)
            await asyncio.sleep(LOOK)
        running = asyncio.ensure_future(chat.run(respond))
        try:
            while await _is_ours(chat, store, unknown=True):
                if (await asyncio.wait([running], timeout=LOOK))[0]:
                    return running.result()
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        log.warning("another process has taken the account", chat=chat.platform)


async def _is_ours(chat: Chat, store: Store, *, unknown: bool) -> bool:
    """Whether the account is ours; `unknown` while the database does not say: then nobody else
    can take it either."""
    try:
        return await store.hold(chat.platform)
    except StoreError:
        return unknown
