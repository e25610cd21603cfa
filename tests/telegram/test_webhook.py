"""The bot called by Telegram, instead of asking it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.chats.telegram.chat import TelegramChat
from bot.chats.telegram.listening import Inbox, MemoryInbox
from bot.chats.telegram.pace import Pace
from bot.chats.telegram.webhook import Webhook
from bot.messages import Message, Reply, Span
from bot.web import listening
from tests.telegram.emulator import Telegram

SECRET = "s3cret_of-the-webhook"


async def echo(message: Message) -> Reply:
    return Reply(lines=((Span(text=f"«{message.text}»"),),))


@asynccontextmanager
async def called_bot(
    telegram: Telegram, inbox: Inbox | None = None, *, runs: bool = True
) -> AsyncIterator[str]:
    """The bot behind its own web server, running or standing by; gives the address that Telegram
    calls."""
    chats: list[TelegramChat] = []

    async def hook(request: web.Request) -> web.StreamResponse:
        return await chats[0].hook(request)

    async with listening(0, [web.post("/hook", hook)], host="127.0.0.1") as port:
        url = f"http://127.0.0.1:{port}/hook"
        chat = TelegramChat(
            token=telegram.token,
            api_url=telegram.url,
            pace=Pace(chat_pause=0.0),
            inbox=inbox,
            webhook=Webhook(url=url, secret=SECRET),
        )
        chats.append(chat)
        task = asyncio.create_task(chat.run(echo) if runs else asyncio.Event().wait())
        try:
            if runs:
                await telegram.called("setWebhook")
            yield url
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await chat.close()


async def post(url: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret is not None else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        return answer.status


async def test_updates_are_answered_once_and_in_order(telegram: Telegram) -> None:
    """Also when Telegram posts each of them twice."""
    ann = telegram.user("Ann")
    telegram.webhook.repeats = 2
    async with called_bot(telegram):
        for word in ("one", "two", "three"):
            ann.says(word)
        for word in ("one", "two", "three"):
            await ann.hears(f"«{word}»")
    assert ann.unheard == []


async def test_only_telegram_is_heard(telegram: Telegram) -> None:
    """Without the secret nothing is read; what is no update is refused."""
    ann = telegram.user("Ann")
    update = b'{"update_id": 1, "message": {}}'
    async with called_bot(telegram) as url:
        for wrong in (None, "", "s3cret", "s3cret_of-the-webhook ü"):
            assert await post(url, update, wrong) == 403
        for body in (b"", b"[]", b"\xff", b'{"update_id": "1"}'):
            assert await post(url, body) == 400
        ann.says("hello")
        await ann.hears("«hello»")


class FullOnce(MemoryInbox):
    """An inbox that fails the first time."""

    full = True

    async def receive(self, updates: Sequence[tuple[int, str]]) -> Sequence[int]:
        if self.full:
            self.full = False
            raise OSError("the disk is full")
        return await super().receive(updates)


async def test_what_cannot_be_stored_comes_again(telegram: Telegram) -> None:
    """It is not confirmed, so that Telegram posts it again."""
    ann, inbox = telegram.user("Ann"), FullOnce()
    async with called_bot(telegram, inbox):
        ann.says("hello")
        await ann.hears("«hello»")
    assert not inbox.full


async def test_a_process_that_stands_by_keeps_what_it_is_told(telegram: Telegram) -> None:
    """The one that runs finds it in the inbox that they share; a closed one confirms nothing."""
    ann, inbox = telegram.user("Ann"), MemoryInbox()
    async with called_bot(telegram, inbox), called_bot(telegram, inbox, runs=False) as standby:
        telegram.webhook.url = standby
        for word in ("one", "two", "three"):
            ann.says(word)
        for word in ("one", "two", "three"):
            await ann.hears(f"«{word}»")
    assert ann.unheard == []


async def test_a_closed_bot_confirms_nothing(telegram: Telegram) -> None:
    """Updates wait with Telegram."""
    chat = TelegramChat(
        token=telegram.token, webhook=Webhook(url="https://a.org/hook", secret=SECRET)
    )
    async with listening(0, [web.post("/hook", chat.hook)], host="127.0.0.1") as port:
        url = f"http://127.0.0.1:{port}/hook"
        assert await post(url, b'{"update_id": 1}') == 200
        await chat.close()
        assert await post(url, b'{"update_id": 2}') == 503


@pytest.mark.parametrize("hooked_before", [True, False])
async def test_polling_takes_a_webhook_away(telegram: Telegram, hooked_before: bool) -> None:
    """A bot that was called before can poll, and the other way round."""
    ann = telegram.user("Ann")
    if hooked_before:
        async with called_bot(telegram):
            pass
    chat = TelegramChat(token=telegram.token, api_url=telegram.url)
    task = asyncio.create_task(chat.run(echo))
    ann.says("hello")
    await ann.hears("«hello»")
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await chat.close()
