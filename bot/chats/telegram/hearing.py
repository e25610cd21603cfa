"""From one of Telegram's updates to a `Message`, or to nothing.

The rules that live here: in a group the bot is meant only by a command (with its name or with
none), by its @name, or by a reply to what it said; its name is taken out of the text. A group is
spoken for by its admins. Edited messages and other bots are not heard.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection

from telegram import Bot, CallbackQuery, Chat, Update, User
from telegram import Message as Post
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType
from telegram.error import TelegramError

from bot.chats.telegram.errors import address
from bot.clock import Clock
from bot.messages import Message

WANTED = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)

_ADMIN_KNOWN_FOR = 300.0  # seconds
_LEADING = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


class Hearing:
    """Hears as `bot`; `admins` are the numbers of the operator's admins."""

    def __init__(
        self,
        bot: Bot,
        *,
        admins: Collection[int],
        clock: Clock,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._admins = frozenset(admins)
        self._clock = clock
        self._ticks = ticks
        self._leading: dict[tuple[int, int], tuple[float, bool]] = {}

    async def message(self, update: Update) -> Message | None:
        """What is said to the bot, if anything."""
        if update.message:
            return await self._said(update.message)
        if update.callback_query:
            return await self._pressed(update.callback_query)
        return None

    async def _said(self, post: Post) -> Message | None:
        sender = post.from_user
        if sender is None or post.via_bot or (sender.is_bot and not _is_hidden_admin(post)):
            return None
        text = words_for(post, self._bot.bot)
        if text is None:
            return None
        return Message(
            address=address(post.chat.id),
            id=str(post.message_id),
            sender=str(sender.id),
            text=text,
            sent=post.date,
            group=_is_group(post.chat),
            language=sender.language_code,
            admin=sender.id in self._admins,
            moderates=_is_hidden_admin(post) or await self._leads(post.chat, sender),
        )

    async def _pressed(self, query: CallbackQuery) -> Message | None:
        if query.message is None or not query.data:
            return None
        chat = query.message.chat
        return Message(
            address=address(chat.id),
            id=query.id,
            sender=str(query.from_user.id),
            text="",
            action=query.data,
            sent=self._clock(),
            group=_is_group(chat),
            language=query.from_user.language_code,
            admin=query.from_user.id in self._admins,
            moderates=await self._leads(chat, query.from_user),
        )

    async def _leads(self, chat: Chat, user: User) -> bool:
        """Whether someone may speak for the chat; asked again after some minutes."""
        if not _is_group(chat):
            return True
        now, key = self._ticks(), (chat.id, user.id)
        until, leads = self._leading.get(key, (now, False))
        if until <= now:
            try:
                member = await self._bot.get_chat_member(chat.id, user.id)
            except TelegramError:
                return False
            leads = member.status in _LEADING
            self._leading = {k: v for k, v in self._leading.items() if v[0] > now}
            self._leading[key] = now + _ADMIN_KNOWN_FOR, leads
        return leads


def words_for(post: Post, me: User) -> str | None:
    """What a message says to the bot, without the bot's name; None if it is not meant. A picture
    or a voice without words, to the bot alone, says nothing: an empty text."""
    text = post.text or post.caption or ""
    names = [
        piece
        for entity, piece in (post.parse_entities() | post.parse_caption_entities()).items()
        if (entity.type == MessageEntityType.MENTION and piece.lower() == me.name.lower())
        or (entity.type == MessageEntityType.TEXT_MENTION and entity.user == me)
    ]
    command, _, rest = text.partition(" ")
    if command.startswith("/"):
        name, _, whose = command.partition("@")
        if whose.lower() in ("", str(me.username).lower()):
            return f"{name} {rest}".strip()
        return None if _is_group(post.chat) else text
    if not text and not post.effective_attachment:
        return None
    said_by_me = post.reply_to_message is not None and post.reply_to_message.from_user == me
    if _is_group(post.chat) and not names and not (said_by_me and text):
        return None
    for name in names:
        text = text.replace(name, " ")
    return " ".join(text.split()) if names else text


def _is_group(chat: Chat) -> bool:
    return chat.type != ChatType.PRIVATE


def _is_hidden_admin(post: Post) -> bool:
    """An admin who writes in the group's own name."""
    return post.sender_chat is not None and post.sender_chat.id == post.chat.id
