"""From a message to a reply: a button, a command, or a question in people's own words."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from bot.clock import Clock
from bot.conversation import asking
from bot.conversation.buttons import press
from bot.conversation.commands import ADMIN_COMMANDS, COMMANDS
from bot.conversation.turn import Memory, Turn
from bot.messages import Message, Reply
from bot.publishing import Publishing
from bot.questions.index import Index
from bot.replies import talk
from bot.replies.naming import told
from bot.replies.wording import spoken
from bot.store import Store, people

log = structlog.get_logger()


class Conversation:
    """Answers every message. `index` gives what is published at the moment of asking;
    `language` is for people whose chat tells none, and `publishing` for admins."""

    def __init__(
        self,
        *,
        store: Store,
        index: Callable[[], Index],
        clock: Clock,
        language: str = "en",
        publishing: Publishing | None = None,
    ) -> None:
        self._store = store
        self._index = index
        self._clock = clock
        self._language = language
        self._publishing = publishing
        self._memory = Memory()

    async def respond(self, message: Message) -> Reply:
        """The reply to a message. A fault of ours is logged and apologised for, never shown."""
        turn = await self._turn(message)
        try:
            return await self._reply(turn)
        except Exception:
            log.exception("a message could not be answered", chat=message.address.platform)
            return told(turn.reader, "failed")

    async def _turn(self, message: Message) -> Turn:
        now = self._clock()
        person = await self._store.do(
            people.find_or_create,
            message.address,
            now,
            group=message.group,
            heard=spoken(message.language),
        )
        context = self._memory.recall(message)
        heard = context.question.language if context else person.heard
        return Turn(
            message=message,
            person=person,
            store=self._store,
            index=self._index(),
            now=now,
            language=person.language or heard or spoken(message.language) or self._language,
            context=context,
            publishing=self._publishing,
        )

    async def _reply(self, turn: Turn) -> Reply:
        said = turn.message.action or turn.message.text
        if said.startswith("/"):
            name, _, text = said[1:].partition(" ")
            command = (COMMANDS | ADMIN_COMMANDS).get(name.partition("@")[0].lower())
            if command is None:
                return talk.unknown_command(turn.reader, name)
            return await command(turn, self._memory, text.strip())
        if turn.message.action is not None:
            return await press(turn, self._memory, turn.message.action)
        return await asking.ask_in_words(turn, self._memory, said)
