"""Telegram as a chat: one bot account, by long polling or by webhook.

The rule that lives here: which parts make the account up, and what becomes of an update: a
membership or a move is told to the wiring, anything said to the bot is answered.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import structlog
from aiohttp import web
from telegram import BotCommand, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.chats.telegram.account import Account
from bot.chats.telegram.errors import PLATFORM, address
from bot.chats.telegram.hearing import WANTED, Hearing
from bot.chats.telegram.limiter import Limiter
from bot.chats.telegram.listening import Inbox, Listener, MemoryInbox, persistently
from bot.chats.telegram.pace import PAID_PER_SECOND, PER_SECOND, Pace
from bot.chats.telegram.speaking import Speaker
from bot.chats.telegram.transport import AiohttpRequest
from bot.chats.telegram.webhook import Webhook, receive
from bot.clock import Clock, wall_clock
from bot.messages import Address, ChatError, Failure, Reply, Respond, Urgency

log = structlog.get_logger()

_GRACE = 1.0
"""Seconds that answers under way have when the bot is stopped."""

_OUT = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


async def _nobody_moves(old: Address, new: Address) -> None:
    """Without a listener a move is followed by the deliveries alone."""


async def _nobody_minds(chat: Address, reachable: bool) -> None:
    """Without a listener a blocked chat shows at the next send."""


class TelegramChat:
    """One bot.

    `admins` are the numbers of the operator's admins. `paid` pays for more than 30 messages a
    second; `pace` is another pace than Telegram's own, for another server. `commands` are the
    descriptions of the commands by language, `language` the one for people with another.
    `inbox` keeps what is not answered yet. With a `webhook` Telegram calls, and `hook` has to be
    mounted at its address, in every process of the bot; otherwise the bot polls. `moved` hears
    of a group that became a supergroup, perhaps more than once; `reachable` of a chat that
    blocked the bot or threw it out (False), or let it in again.
    """

    platform = PLATFORM

    def __init__(
        self,
        *,
        token: str,
        api_url: str = "https://api.telegram.org",
        admins: Collection[int] = (),
        paid: bool = False,
        pace: Pace | None = None,
        commands: Mapping[str, Mapping[str, str]] | None = None,
        language: str = "en",
        inbox: Inbox | None = None,
        webhook: Webhook | None = None,
        moved: Callable[[Address, Address], Awaitable[None]] = _nobody_moves,
        reachable: Callable[[Address, bool], Awaitable[None]] = _nobody_minds,
        clock: Clock = wall_clock,
    ) -> None:
        self._webhook = webhook
        self._commands = commands or {}
        self._language = language
        self._moved = moved
        self._reachable = reachable
        self._limiter = Limiter(pace or Pace(per_second=PAID_PER_SECOND if paid else PER_SECOND))
        self._requests = (AiohttpRequest(), AiohttpRequest(connections=1))
        self._bot = Account(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            request=self._requests[0],
            get_updates_request=self._requests[1],
            rate_limiter=self._limiter,
        )
        self._hearing = Hearing(self._bot, admins=admins, clock=clock)
        self._speaker = Speaker(self._bot, paid=paid)
        self._inbox = inbox or MemoryInbox()
        self._called = asyncio.Event()
        self._closed = False
        self._errands: set[asyncio.Task[None]] = set()

    async def run(self, respond: Respond) -> None:
        """Answer until cancelled. Raises `TokenError` when Telegram refuses the token."""
        self._respond = respond
        await persistently(self._bot.initialize)
        self._go(self._register_commands())
        listener = Listener(self._bot, self._inbox, arrived=self._arrived, handle=self._handle)
        try:
            if self._webhook:
                await persistently(partial(self._call_me, self._webhook))
                await listener.attend(self._called)
            else:
                await listener.take_up()
                await persistently(self._bot.delete_webhook)
                await listener.poll()
        finally:
            await listener.close(_GRACE)

    async def hook(self, request: web.Request) -> web.Response:
        """Answers Telegram's calls, also in a process that only stands by: what is in the inbox
        is handled by the one that runs."""
        if self._webhook is None or self._closed:
            return web.Response(status=503)
        return await receive(request, self._webhook.secret, self._keep)

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Send, and return the number of the (last) message. Telegram knows no keys: what is
        sent twice shows twice. Raises `ChatError`."""
        return await self._speaker.say(int(address.chat), reply, urgency)

    async def close(self) -> None:
        """Let go of connections."""
        self._closed = True
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)
        await self._limiter.shutdown()
        for request in self._requests:
            await request.shutdown()

    async def _call_me(self, webhook: Webhook) -> None:
        await self._bot.set_webhook(
            webhook.url, secret_token=webhook.secret, allowed_updates=WANTED
        )

    async def _keep(self, update: dict[str, Any]) -> None:
        await self._inbox.receive([(update["update_id"], json.dumps(update))])
        self._called.set()

    def _arrived(self, update: Update) -> None:
        """A pressed button stops spinning at once, whatever waits to be answered before it."""
        if query := update.callback_query:
            self._go(self._stop_spinning(query.id))

    async def _handle(self, update: Update) -> None:
        if update.my_chat_member and update.my_chat_member.chat.type != ChatType.CHANNEL:
            inside = update.my_chat_member.new_chat_member.status not in _OUT
            await self._reachable(address(update.my_chat_member.chat.id), inside)
        elif update.message and (move := _move(update.message)):
            await self._moved(*move)
        elif message := await self._hearing.message(update):
            reply = await self._respond(message)
            if reply is not None:
                said = update.effective_message if message.group else None
                await self._answer(message.address, reply, said.message_id if said else None)

    async def _answer(self, chat: Address, reply: Reply, below: int | None) -> None:
        """Answer, in a group below what was said (so it stays in its topic). What cannot be
        sent is let go."""
        try:
            await self._speaker.say(
                int(chat.chat), reply, Urgency.ANSWER, patient=True, below=below
            )
        except ChatError as error:
            log.warning("telegram.not_answered", why=f"{error.failure}: {error}")
            if error.failure is Failure.GONE:
                await self._reachable(chat, False)
            if error.moved_to:
                await self._moved(chat, error.moved_to)
                await self._answer(error.moved_to, reply, None)

    async def _stop_spinning(self, query: str) -> None:
        with suppress(TelegramError):  # too old, after a time without the bot
            await self._bot.answer_callback_query(query)

    async def _register_commands(self) -> None:
        """What the menu beside the text field offers, in each language."""
        try:
            for language, described in self._commands.items():
                commands = [BotCommand(name, text) for name, text in described.items()]
                await self._bot.set_my_commands(commands, language_code=language)
                if language == self._language:
                    await self._bot.set_my_commands(commands)
        except TelegramError as error:
            log.warning("telegram.commands_not_registered", reason=error.message)

    def _go(self, errand: Awaitable[None]) -> None:
        task = asyncio.ensure_future(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)


def _move(post: Message) -> tuple[Address, Address] | None:
    """From where to where a group moved, if the message tells of that. It is told in both."""
    if post.migrate_to_chat_id:
        return address(post.chat.id), address(post.migrate_to_chat_id)
    if post.migrate_from_chat_id:
        return address(post.migrate_from_chat_id), address(post.chat.id)
    return None
