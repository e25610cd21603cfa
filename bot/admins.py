"""Tells the admins what came of a saved schedule file."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence

import structlog

from bot.clock import Clock
from bot.messages import Address, Chat, ChatError, Reply, Urgency
from bot.publishing import Edit
from bot.replies import admin
from bot.replies.moments import Reader
from bot.replies.wording import wording
from bot.schedule.diff import SessionChange
from bot.schedule.problems import Format, Severity, show

MOST_PROBLEMS = 20
"""So many problems are shown in a chat; the rest is for `python -m bot check`."""

log = structlog.get_logger()


class Admins:
    """The people who run the bot, at their addresses. They read English, as the log is."""

    def __init__(
        self, *, chats: Sequence[Chat], addresses: Sequence[Address], clock: Clock
    ) -> None:
        self._chats = {chat.platform: chat for chat in chats}
        self._addresses = addresses
        self._clock = clock

    async def run(self, edits: asyncio.Queue[Edit]) -> None:
        """Tell of each edit until cancelled."""
        while True:
            edit = await edits.get()
            reply = self._reply(edit)
            if reply is not None:
                for address in self._addresses:
                    await self._tell(address, reply, edit)

    def _reply(self, edit: Edit) -> Reply | None:
        reader = Reader(wording=wording("en"), zone=None, now=self._clock())
        if edit.schedule is None:
            errors = [each for each in edit.problems if each.severity is Severity.ERROR]
            text = show(errors[:MOST_PROBLEMS], Format.TEXT)
            log.warning("a schedule file was refused", file=edit.path, problems=len(errors))
            return admin.refused(reader, edit.path, text, len(errors))
        counts = Counter(
            change.what[0]
            for change in edit.changes
            if isinstance(change, SessionChange) and change.what
        )
        log.info("published", file=edit.path, changes=dict(counts))
        return admin.published(reader, edit.schedule, counts) if counts else None

    async def _tell(self, address: Address, reply: Reply, edit: Edit) -> None:
        version = edit.schedule.version if edit.schedule else str(hash(edit.problems))
        key = f"admin {address} {edit.path} {version}"
        try:
            await self._chats[address.platform].send(address, reply, key, Urgency.NOTICE)
        except ChatError as error:
            log.warning("an admin could not be told", chat=address.platform, cause=str(error))
