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
from tests.telegram.emulator import Telegram

SECRET = "s3cret_of-the-webhook"


async def echo(message: Message) -> Reply:
    return Reply(lines=((Span(text=f"«{message.text}»"),),))


@asynccontextmanager
async def called_bot(telegram: Telegram, inbox: Inbox | None = None) -> AsyncIterator[str]:
    """The bot behind its own web server; gives the address that Telegram calls."""
    chats: list[TelegramChat] = []

    async def hook(request: web.Request) -> web.Response:
        return await chats[0].hook(request)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    chat = TelegramChat(
        token=telegram.token,
        api_url=telegram.url,
        pace=Pace(chat_pause=0.0),
        inbox=inbox,
        webhook=Webhook(url=url, secret=SECRET),
    )
    chats.append(chat)
    task = asyncio.create_task(chat.run(echo))
    try:
        await telegram.called("setWebhook")
        yield url
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await chat.close()
        await runner.cleanup()


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


async def test_a_bot_that_does_not_listen_confirms_nothing(telegram: Telegram) -> None:
    """Before it knows its name, and after it was stopped, updates wait with Telegram."""
    chat = TelegramChat(
        token=telegram.token, webhook=Webhook(url="https://a.org/hook", secret=SECRET)
    )
    app = web.Application()
    app.router.add_post("/hook", chat.hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert await post(url, b'{"update_id": 1}') == 503
    await runner.cleanup()
    await chat.close()


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
