"""From what was heard in a room to an answer there.

The rules that live here: a typed number, a keycap or a bell presses a button of a message of the
bot's own; taking the bell away undoes it. An answer goes where the question stood: into its
thread, below it, or in a busy room into a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

import structlog

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.events import Reaction, Redaction, Text, number, parse, words_for_bot
from bot.chats.matrix.html import actions_of
from bot.chats.matrix.memory import Memory
from bot.chats.matrix.rooms import Rooms
from bot.chats.matrix.server import JsonObject, Refused, patiently
from bot.chats.matrix.speaking import Speaker
from bot.messages import Address, Message, Respond

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """What is asked: words or an action, and where the answer belongs."""

    words: str = ""
    action: str | None = None
    place: JsonObject | None = None


class Hearing:
    """Hears as the account `me`, in its rooms called by `prefix`."""

    def __init__(
        self,
        speaker: Speaker,
        rooms: Rooms,
        memory: Memory,
        *,
        me: str,
        prefix: str,
        admins: Collection[str],
    ) -> None:
        self._speaker = speaker
        self._rooms = rooms
        self._memory = memory
        self._me = me
        self._prefix = prefix
        self._admins = admins

    async def answer(self, room: str, events: list[JsonObject], respond: Respond) -> None:
        """Answer what was said in a room, in its order. Raises `LoginError`."""
        for event in events:
            try:
                await self._answer(room, event, respond, last=event is events[-1])
            except LoginError:
                raise
            except Exception:  # one message must not keep the bot from the others
                log.exception("matrix.message_failed", id=event.get("event_id"))

    async def _answer(self, room: str, event: JsonObject, respond: Respond, *, last: bool) -> None:
        heard = parse(event)
        if heard is None or heard.sender == self._me or room not in self._rooms:
            return
        request = await patiently(self._request, room, heard)
        if request is None:
            return
        message = Message(
            address=Address(platform="matrix", chat=room),
            id=heard.id,
            sender=heard.sender,
            text=request.words,
            action=request.action,
            sent=heard.sent,
            group=not self._rooms.direct(room),
            admin=heard.sender in self._admins,
            moderates=self._rooms.moderates(room, heard.sender),
        )
        reading = None
        if last or message.group:  # of many at once between two, the last one says it for all
            reading = asyncio.create_task(self._speaker.read(room, heard.id))
        try:
            async with self._speaker.thinking(room):
                reply = await respond(message)
            if reply is not None:
                await patiently(
                    self._speaker.say,
                    room,
                    reply,
                    f"re.{heard.id}",
                    notice=True,
                    place=request.place,
                )
        except Refused as refused:
            log.warning("matrix.answer_refused", reason=str(refused))
        finally:
            if reading is not None:
                await reading
        if isinstance(heard, Redaction):
            await self._memory.remember(f"bell {heard.of}", None)

    async def _request(self, room: str, heard: Text | Reaction | Redaction) -> _Request | None:
        match heard:
            case Text():
                return await self._asked(room, heard)
            case Reaction():
                return await self._pressed(room, heard)
            case Redaction():
                action = await self._memory.recall(f"bell {heard.of}")
                return _Request(action=action) if action else None

    async def _asked(self, room: str, text: Text) -> _Request | None:
        answered = text.replies_to and await self._speaker.own(room, text.replies_to)
        words = words_for_bot(
            text,
            me=self._me,
            name=self._rooms.own_name(room),
            prefix=self._prefix,
            direct=self._rooms.direct(room),
            own_thread=bool(answered) or await self._own_thread(room, text.thread),
        )
        if words is None:
            return None
        place = self._place(room, text)
        choice = number(words)
        if choice is not None:
            shown = text.replies_to if answered else await self._speaker.last(room, text.thread)
            content = await self._speaker.own(room, shown) if shown else None
            actions = actions_of(content or {})
            if choice <= len(actions):
                return _Request(action=actions[choice - 1], place=place)
        return _Request(words=words, place=place)

    async def _own_thread(self, room: str, root: str | None) -> bool:
        """Whether a thread began with the bot, or with words for it."""
        event = await self._speaker.event(room, root) if root else None
        if event is None:
            return False
        text = parse(event)
        return event.get("sender") == self._me or (
            isinstance(text, Text)
            and words_for_bot(
                text,
                me=self._me,
                name=self._rooms.own_name(room),
                prefix=self._prefix,
                direct=False,
                own_thread=False,
            )
            is not None
        )

    def _place(self, room: str, text: Text) -> JsonObject | None:
        if text.thread:
            return _in_thread(text.thread, text.id)
        if self._rooms.direct(room):
            return None
        if self._rooms.busy(room) and not text.related:
            return _in_thread(text.id, text.id)
        return {"m.in_reply_to": {"event_id": text.id}}

    async def _pressed(self, room: str, reaction: Reaction) -> _Request | None:
        content = await self._speaker.own(room, reaction.to)
        if content is None:
            return None
        actions = actions_of(content)
        action = None
        if reaction.bell and (bell := self._speaker.bell(actions)):
            action, undo = bell
            await self._memory.remember(f"bell {reaction.id}", undo)
        elif reaction.choice and reaction.choice <= len(actions):
            action = actions[reaction.choice - 1]
        relation = content.get("m.relates_to", {})
        if relation.get("rel_type") == "m.thread":
            place: JsonObject | None = _in_thread(relation["event_id"], reaction.to)
        else:
            direct = self._rooms.direct(room)
            place = None if direct else {"m.in_reply_to": {"event_id": reaction.to}}
        return _Request(action=action, place=place) if action else None


def _in_thread(root: str, answered: str) -> JsonObject:
    return {
        "rel_type": "m.thread",
        "event_id": root,
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": answered},
    }
