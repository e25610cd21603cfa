"""Saying something in a room, once, and knowing later what was said.

The rule that lives here: the homeserver takes a transaction id once for each room, so the same
id shows once however often it is sent. An answer's id is `re.` and the event that it answers; a
delivery's is its key.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import re
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable

import structlog

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.encryption import Encryption
from bot.chats.matrix.files import file_content
from bot.chats.matrix.html import BELL, Hint, actions_of, contents
from bot.chats.matrix.memory import Memory
from bot.chats.matrix.server import JsonObject, Refused, Server, Unanswered, beforehand, path
from bot.messages import Reply

log = structlog.get_logger()

_KNOWN = 1000  # events kept at hand
_PAUSE = 0.5  # seconds of thinking before it shows
_PLAIN = re.compile(r"[A-Za-z0-9._$=~-]{1,100}")


def transaction(key: str) -> str:
    """A transaction id for a key: the key itself, or its hash where it is long or odd."""
    return key if _PLAIN.fullmatch(key) else hashlib.sha256(key.encode()).hexdigest()


class Speaker:
    """Speaks as the account `me`. `undo` gives the action that undoes an action, if a bell may
    stand for it; `hint` tells people to type a number."""

    def __init__(
        self,
        server: Server,
        encryption: Encryption,
        memory: Memory,
        *,
        me: str,
        undo: Callable[[str], str | None],
        hint: Hint,
    ) -> None:
        self._server = server
        self._encryption = encryption
        self._memory = memory
        self._me = me
        self._undo = undo
        self._hint = hint
        self._known: OrderedDict[str, JsonObject] = OrderedDict()

    async def say(
        self,
        room: str,
        reply: Reply,
        key: str,
        *,
        notice: bool,
        place: JsonObject | None = None,
        mentions: list[str] | None = None,
    ) -> str:
        """Send a reply and then its file, and return the event's id. `place` is the relation to
        what is answered. Raises `Refused`, `Unanswered`, `LoginError`."""
        event = ""
        content: JsonObject = {}
        for part, content in enumerate(contents(reply, notice=notice, hint=self._hint)):
            if place:
                content["m.relates_to"] = place
            if mentions:
                content["m.mentions"] = {"user_ids": mentions}
            event = await self._put(
                room, "m.room.message", content, f"{key}.{part}" if part else key
            )
        if actions := actions_of(content):
            thread = place["event_id"] if place and "rel_type" in place else None
            await self._memory.remember(_last(room, thread), event)
            if self.bell(actions):
                await self._ring(room, event)
        if reply.attachment:
            file = await file_content(self._server, self._encryption, room, reply.attachment)
            relation = {"m.relates_to": place} if place else {}
            await self._put(room, "m.room.message", file | relation, f"{key}.file")
        return event

    def bell(self, actions: list[str]) -> tuple[str, str] | None:
        """What the bell under a message does and undoes: its one action that can be undone."""
        found = [(each, undone) for each in actions if (undone := self._undo(each))]
        return found[0] if len(found) == 1 else None

    async def last(self, room: str, thread: str | None) -> str | None:
        """The last message with choices, in a room or a thread of it."""
        return await self._memory.recall(_last(room, thread))

    async def _ring(self, room: str, event: str) -> None:
        """Put a bell under a message, so that one tap is enough. A rate limit is no reason to
        wait: people can set the bell themselves."""
        relation = {"rel_type": "m.annotation", "event_id": event, "key": BELL}
        try:
            await self._put(room, "m.reaction", {"m.relates_to": relation}, f"bell.{event}")
        except (Refused, Unanswered, LoginError) as error:
            log.debug("matrix.no_bell", reason=str(error))

    async def _put(self, room: str, kind: str, content: JsonObject, key: str) -> str:
        with beforehand():
            kind, content = await self._encryption.encrypt(room, kind, content)
        place = path("rooms", room, "send", kind, transaction(key))
        answer = await self._server.call("PUT", place, content)
        return str(answer["event_id"])

    async def event(self, room: str, id: str) -> JsonObject | None:
        """An event of a room in clear, or None where it cannot be had. Raises `Refused` (a 429),
        `Unanswered`."""
        if id not in self._known:
            try:
                event = await self._server.call("GET", path("rooms", room, "event", id))
            except Refused as refused:
                if refused.retry_after is not None:
                    raise
                return None
            clear = self._encryption.decrypt(room, event)
            if clear is None:
                return None
            self._known[id] = clear
            if len(self._known) > _KNOWN:
                self._known.popitem(last=False)
        return self._known[id]

    async def own(self, room: str, id: str) -> JsonObject | None:
        """The content of an own message, or None. Raises as `event` does."""
        event = await self.event(room, id)
        return event.get("content") if event and event.get("sender") == self._me else None

    async def read(self, room: str, event: str) -> None:
        """Show that everything up to an event was read."""
        markers = {"m.fully_read": event, "m.read": event}
        with contextlib.suppress(Refused, Unanswered, LoginError):
            await self._server.call("POST", path("rooms", room, "read_markers"), markers)

    @contextlib.asynccontextmanager
    async def thinking(self, room: str) -> AsyncIterator[None]:
        """Show that the bot is typing, if it takes longer than a moment."""
        place = path("rooms", room, "typing", self._me)
        shown = False

        async def show() -> None:
            nonlocal shown
            await asyncio.sleep(_PAUSE)
            shown = True
            with contextlib.suppress(Refused, Unanswered, LoginError):
                await self._server.call("PUT", place, {"typing": True, "timeout": 30_000})

        showing = asyncio.create_task(show())
        try:
            yield
        finally:
            showing.cancel()
            await asyncio.wait([showing])
            if shown:
                with contextlib.suppress(Refused, Unanswered, LoginError):
                    await self._server.call("PUT", place, {"typing": False})


def _last(room: str, thread: str | None) -> str:
    return f"last {room} {thread}" if thread else f"last {room}"
