"""A reply into a chat: its pages one after another, then its file, the buttons under the last.
Words that are short enough stand under the file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import Any

from telegram import InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chats.telegram.account import Account
from bot.chats.telegram.errors import chat_error
from bot.chats.telegram.html import Page, is_link, pages
from bot.messages import Attachment, ChatError, Failure, Reply, Urgency

# Pauses, in seconds, before an answer is tried again.
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
_LONGEST_PAUSE = 60.0

# Replies whose form is kept: of a crowd, many are told the same.
_SHARED = 64

Rows = list[list[dict[str, str]]]
"""Buttons, as Telegram's JSON has them."""


class Speaker:
    """Speaks as `bot`; `paid` pays for more than 30 messages a second."""

    def __init__(self, bot: Account, *, paid: bool) -> None:
        self._bot = bot
        self._paid = paid

    async def say(
        self,
        chat: int,
        reply: Reply,
        urgency: Urgency,
        *,
        patient: bool = False,
        below: int | None = None,
    ) -> str:
        """Send, and return the number of the last message. `patient`: try for some time what may
        be tried again; `below`: as a reply to that message. Raises `ChatError`."""
        parts, keyboard = _parts(reply), _keyboard(reply)
        if not parts:
            raise ChatError(Failure.REFUSED, "the text is empty")
        last = ""
        for number, (page, file) in enumerate(parts, 1):
            send = self._sending(
                chat,
                page,
                file,
                urgency,
                keyboard=keyboard if number == len(parts) else [],
                below=below if number == 1 else None,
            )
            # Of a reply that is half out, the rest must follow: repeated, it would show twice.
            last = await (patiently(send) if patient or last else send())
        return last

    def _sending(
        self,
        chat: int,
        page: Page,
        file: Attachment | None,
        urgency: Urgency,
        *,
        keyboard: Rows,
        below: int | None,
    ) -> Callable[[], Awaitable[str]]:
        async def send(text: str, mode: ParseMode | None) -> str:
            if file is None:
                return await self._bot.send_text(
                    self._message(chat, text, mode, keyboard, below), urgency
                )
            send_it = self._bot.send_photo if file.is_picture else self._bot.send_document
            sent = await send_it(
                chat,
                InputFile(file.content, file.name),
                caption=text or None,
                parse_mode=mode,
                reply_markup=_markup(keyboard),
                reply_parameters=_reply_to(below),
                allow_paid_broadcast=self._paid or None,
                rate_limit_args=urgency,
            )
            return str(sent.message_id)

        async def attempt() -> str:
            try:
                try:
                    return await send(page.html, ParseMode.HTML)
                except BadRequest as error:  # an older server, which knows no moments
                    if "can't parse entities" not in error.message.lower():
                        raise
                    return await send(page.plain, None)
            except TelegramError as error:
                failure = chat_error(error)
            raise failure

        return attempt

    def _message(
        self, chat: int, text: str, mode: ParseMode | None, keyboard: Rows, below: int | None
    ) -> dict[str, Any]:
        reply_to = _reply_to(below)
        return {
            "chat_id": chat,
            "text": text,
            "parse_mode": mode,
            "reply_markup": {"inline_keyboard": keyboard} if keyboard else None,
            "link_preview_options": {"is_disabled": True},
            "reply_parameters": reply_to.to_dict() if reply_to else None,
            "allow_paid_broadcast": self._paid or None,
        }


@lru_cache(_SHARED)
def _parts(reply: Reply) -> Sequence[tuple[Page, Attachment | None]]:
    """The messages that say the reply, each a page, the last one with the file if there is one."""
    made, file = list(pages(reply)), reply.attachment
    if file is None:
        return [(page, None) for page in made]
    caption = made.pop() if made and made[-1].is_caption else Page(html="", plain="")
    return [*((page, None) for page in made), (caption, file)]


async def patiently(send: Callable[[], Awaitable[str]]) -> str:
    """Try again what was not sent, with growing pauses, and once what may have been sent: an
    answer seen twice is better than none. Raises `ChatError`."""
    doubted = False
    for pause in _PAUSES:
        try:
            return await send()
        except ChatError as error:
            wait = max(pause, error.retry_after or 0.0)
            again = error.failure in (Failure.BUSY, Failure.UNREACHABLE)
            if error.failure is Failure.AMBIGUOUS and not doubted:
                doubted = again = True
            if not again or wait > _LONGEST_PAUSE:
                raise
        await asyncio.sleep(wait)
    return await send()


@lru_cache(_SHARED)
def _keyboard(reply: Reply) -> Rows:
    """The buttons, without those whose link Telegram could not open."""
    rows = [
        [
            {"text": button.label}
            | ({"url": button.link} if button.link else {"callback_data": button.action})
            for button in row
            if not button.link or is_link(button.link)
        ]
        for row in reply.buttons
    ]
    return [row for row in rows if row]


def _markup(keyboard: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup.de_json({"inline_keyboard": keyboard}) if keyboard else None


def _reply_to(message: int | None) -> ReplyParameters | None:
    if message is None:
        return None
    return ReplyParameters(message, allow_sending_without_reply=True)
