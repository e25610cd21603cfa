"""A reply into a chat: its pages one after another, then its file, the buttons under the last.
Words that are short enough stand under the file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.chats.telegram.errors import chat_error
from bot.chats.telegram.html import Page, is_link, pages
from bot.messages import Attachment, ChatError, Failure, Reply, Urgency

# Pauses, in seconds, before an answer is tried again.
_PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)
_LONGEST_PAUSE = 60.0

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Speaker:
    """Speaks as `bot`; `paid` pays for more than 30 messages a second."""

    def __init__(self, bot: ExtBot[Urgency], *, paid: bool) -> None:
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
        parts = _parts(reply)
        if not parts:
            raise ChatError(Failure.REFUSED, "the text is empty")
        last = ""
        for number, (page, file) in enumerate(parts, 1):
            send = self._sending(
                chat,
                page,
                file,
                urgency,
                keyboard=keyboard(reply) if number == len(parts) else None,
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
        keyboard: InlineKeyboardMarkup | None,
        below: int | None,
    ) -> Callable[[], Awaitable[str]]:
        async def post(text: str, mode: ParseMode | None) -> Message:
            if file:
                return await self._bot.send_document(
                    chat,
                    InputFile(file.content, file.name),
                    caption=text or None,
                    parse_mode=mode,
                    reply_markup=keyboard,
                    reply_parameters=_reply_to(below),
                    allow_paid_broadcast=self._paid or None,
                    rate_limit_args=urgency,
                )
            return await self._bot.send_message(
                chat,
                text,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
                reply_parameters=_reply_to(below),
                allow_paid_broadcast=self._paid or None,
                rate_limit_args=urgency,
            )

        async def send(text: str, mode: ParseMode | None) -> str:
            return str((await post(text, mode)).message_id)

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


def _parts(reply: Reply) -> list[tuple[Page, Attachment | None]]:
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


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons, without those whose link Telegram could not open."""
    rows = [
        [
            InlineKeyboardButton(button.label, url=button.link, callback_data=button.action or None)
            for button in row
            if not button.link or is_link(button.link)
        ]
        for row in reply.buttons
    ]
    rows = [row for row in rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _reply_to(message: int | None) -> ReplyParameters | None:
    if message is None:
        return None
    return ReplyParameters(message, allow_sending_without_reply=True)
