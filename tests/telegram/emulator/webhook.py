"""Telegram as the one who calls: updates posted to the bot's own address.

An update is posted again until the bot answers 2xx, in order, with the secret in its header.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Mapping
from typing import Any

import aiohttp

from tests.telegram.emulator.refusal import broken_rule
from tests.telegram.emulator.world import Updates


class Webhook:
    """Where updates go, if the bot asked for a webhook. Telegram wants HTTPS; on the loopback,
    as a self-hosted server, it takes plain HTTP."""

    def __init__(self, updates: Updates) -> None:
        self.url = ""
        self.repeats = 1
        """How often each update is posted: 2 shows what a lost answer does."""
        self._updates = updates
        self._secret: str | None = None
        self._connections = 40
        self._fault: tuple[int, str] | None = None
        self._task: asyncio.Task[None] | None = None

    def handle(self, method: str, values: Mapping[str, Any]) -> Any:
        """Answer setWebhook, deleteWebhook and getWebhookInfo."""
        if method == "getWebhookInfo":
            return self._info()
        if values.get("drop_pending_updates"):
            self._updates.pending.clear()
        if method == "deleteWebhook" or not values.get("url"):
            self.url = ""
            return True
        if not values["url"].startswith(("https://", "http://127.0.0.1")):
            raise broken_rule("bad webhook: An HTTPS URL must be provided for webhook")
        self._updates.allowed = values.get("allowed_updates", self._updates.allowed)
        self._secret = values.get("secret_token")
        self._connections = values.get("max_connections", 40)
        self.url = values["url"]
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._post_all())
        return True

    async def stop(self) -> None:
        """Post no more."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def _info(self) -> dict[str, Any]:
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending),
            "max_connections": self._connections,
        }
        if self._fault:
            info["last_error_date"], info["last_error_message"] = self._fault
        return info

    async def _post_all(self) -> None:
        pause = 0.02
        async with aiohttp.ClientSession() as session:
            while True:
                self._updates.changed.clear()
                if not self.url or not self._updates.pending:
                    await self._updates.changed.wait()
                    continue
                update = self._updates.pending[0]
                fault = None
                for _ in range(self.repeats):
                    fault = await self._post(session, update)
                if fault is None:
                    self._updates.confirm(update["update_id"] + 1)
                    pause = 0.02
                else:
                    self._fault = (int(time.time()), fault)
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, 1.0)

    async def _post(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> str | None:
        """What went wrong, if anything."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                good = 200 <= answer.status < 300
                return None if good else f"Wrong response from the webhook: {answer.status}"
        except aiohttp.ClientError:
            return "Connection refused"
