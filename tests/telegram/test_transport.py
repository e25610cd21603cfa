"""What python-telegram-bot sees of a transport, with its own and with the bot's."""

from __future__ import annotations

import asyncio
import logging
import socket
import traceback
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, HTTPXRequest

from bot.chats.telegram.transport import (
    AiohttpRequest,
    ConnectionLost,
    NotSent,
    NotSentInTime,
)
from tests.telegram.emulator import TOKEN, Telegram

TRANSPORTS = [AiohttpRequest, HTTPXRequest]


def bot_on(url: str, request: BaseRequest, polling: BaseRequest | None = None) -> Bot:
    polling = polling or type(request)()
    return Bot(TOKEN, f"{url}/bot", request=request, get_updates_request=polling)


@pytest.fixture(params=TRANSPORTS)
async def bot(request: pytest.FixtureRequest, telegram: Telegram) -> AsyncIterator[Bot]:
    """The same bot on either transport."""
    async with bot_on(telegram.url, request.param()) as bot:
        yield bot


async def test_text_of_any_script_arrives(bot: Bot, telegram: Telegram) -> None:
    """Forms carry every character, and the answer comes back as an object."""
    ann = telegram.user("Ann")
    text = "a=1&b=2 + ü 会议 مؤتمر 𝄞 100% \n €"
    sent = await bot.send_message(ann.account.id, text)
    assert (await ann.hears(text)).id == sent.message_id
    assert sent.text == text


async def test_a_file_keeps_its_name_and_type(bot: Bot, telegram: Telegram) -> None:
    """A calendar arrives as a calendar, whatever its name."""
    ann = telegram.user("Ann")
    calendar = InputFile(b"BEGIN:VCALENDAR", "mon agenda à moi.ics")
    await bot.send_document(ann.account.id, calendar, caption="<b>14 Nov</b>", parse_mode="HTML")
    upload = (await ann.hears("14 Nov")).upload
    assert upload
    assert (upload.name, upload.mime) == ("mon agenda à moi.ics", "text/calendar")
    assert upload.data == b"BEGIN:VCALENDAR"


REFUSALS: list[tuple[dict[str, Any], type[Exception]]] = [
    ({"code": 400, "description": "Bad Request: chat not found"}, BadRequest),
    ({"code": 403, "description": "Forbidden: bot was blocked by the user"}, Forbidden),
    ({"code": 409, "description": "Conflict"}, Conflict),
    ({"code": 429, "retry_after": 7}, RetryAfter),
    ({"code": 500, "description": "Internal Server Error"}, NetworkError),
]


@pytest.mark.parametrize(("refusal", "error"), REFUSALS)
async def test_refusals_are_told_apart(
    bot: Bot, telegram: Telegram, refusal: dict[str, Any], error: type[Exception]
) -> None:
    """Each answer of the server raises the error of its kind."""
    ann = telegram.user("Ann")
    telegram.refuses(**refusal)
    with pytest.raises(error) as raised:
        await bot.send_message(ann.account.id, "x")
    assert type(raised.value) is error


async def test_an_error_page_is_a_network_error(bot: Bot, telegram: Telegram) -> None:
    """A proxy's page is no answer of Telegram's."""
    telegram.serves_error_pages()
    with pytest.raises(NetworkError):
        await bot.send_message(telegram.user("Ann").account.id, "x")


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_broken_connection_is_a_network_error(
    bot: Bot, telegram: Telegram, when: Any
) -> None:
    """It is no time-out, and the next call works."""
    ann = telegram.user("Ann")
    telegram.drops(when)
    with pytest.raises(NetworkError) as raised:
        await bot.send_message(ann.account.id, "x")
    assert not isinstance(raised.value, TimedOut)
    await bot.send_message(ann.account.id, "y")
    await ann.hears_of("y")


async def test_a_late_answer_is_a_time_out(bot: Bot, telegram: Telegram) -> None:
    """The timeout of the call counts."""
    ann = telegram.user("Ann")
    telegram.delays(30)
    with pytest.raises(TimedOut):
        await bot.send_message(ann.account.id, "x", read_timeout=0.05)


async def test_no_server_is_a_network_error(bot: Bot, telegram: Telegram) -> None:
    """Nothing listens: the call fails at once, and works once the server is back."""
    ann = telegram.user("Ann")
    await telegram.goes_down()
    with pytest.raises(NetworkError):
        await bot.send_message(ann.account.id, "x")
    await telegram.comes_back()
    await bot.send_message(ann.account.id, "x")


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_a_long_poll_outlasts_the_read_timeout(transport: Any, telegram: Telegram) -> None:
    """The wait for updates is added to the read timeout."""
    ann = telegram.user("Ann")
    polling = transport(read_timeout=0.05)
    async with bot_on(telegram.url, transport(), polling) as bot:
        assert await bot.get_updates(timeout=1) == ()
        waiting = asyncio.create_task(bot.get_updates(timeout=20))
        await telegram.called("getUpdates", times=2)
        ann.says("hello")
        (update,) = await waiting
        assert update.message
        assert update.message.text == "hello"


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_a_full_pool_is_a_time_out(transport: Any, telegram: Telegram) -> None:
    """When every connection is taken, a call fails in time."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    telegram.delays(30, chat=ann)
    request: BaseRequest = HTTPXRequest(connection_pool_size=1, pool_timeout=0.02)
    if transport is AiohttpRequest:
        request = AiohttpRequest(connections=1, pool_timeout=0.02, connect_timeout=0.02)
    async with bot_on(telegram.url, request) as bot:
        slow = asyncio.create_task(bot.send_message(ann.account.id, "x", read_timeout=30))
        await ann.hears("x")
        with pytest.raises(TimedOut):
            await bot.send_message(ben.account.id, "y")
        slow.cancel()
    assert ben.history == []


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_it_can_be_used_again_after_shutdown(transport: Any, telegram: Telegram) -> None:
    """Shut down it refuses to work; initialised again it works."""
    request = transport()
    url = f"{telegram.url}/bot{TOKEN}/getMe"
    await request.initialize()
    assert (await request.do_request(url, "POST"))[0] == 200
    await request.shutdown()
    await request.shutdown()
    with pytest.raises(RuntimeError):
        await request.do_request(url, "POST")
    await request.initialize()
    assert (await request.do_request(url, "POST"))[0] == 200
    await request.shutdown()


# -- what only the bot's own promises ------------------------------------------------------


async def failure(telegram_url: str, **timeouts: Any) -> Exception:
    """The error of a call that fails."""
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError) as raised:
            await request.post(f"{telegram_url}/bot{TOKEN}/getMe", **timeouts)
    return raised.value


async def test_a_request_that_never_left_is_told_from_one_that_may_have(
    telegram: Telegram,
) -> None:
    """No connection: nothing was sent. A broken one or a time-out: nobody knows."""
    telegram.drops("before", method="getMe")
    assert type(await failure(telegram.url)) is ConnectionLost
    telegram.delays(30, method="getMe")
    assert type(await failure(telegram.url, read_timeout=0.02)) is TimedOut
    await telegram.goes_down()
    assert type(await failure(telegram.url)) is NotSent
    assert type(await failure("http://no-such-host.invalid")) is NotSent
    with silent_server() as url:
        late = await failure(url, connect_timeout=0.02, pool_timeout=0.02)
        assert type(late) is NotSentInTime


async def test_a_server_that_reads_nothing_is_a_time_out() -> None:
    """A large file to a stuck server does not hang."""

    async def stuck(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    server = await asyncio.start_server(stuck, "127.0.0.1", 0, limit=1)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with bot_on_unchecked(url) as bot:
        with pytest.raises(TimedOut):
            await bot.send_document(1, InputFile(bytes(30_000_000), "big"), write_timeout=0.1)
    server.close()


async def test_no_error_and_no_log_names_the_token(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the error nor anything chained to it nor a log line holds the URL."""
    caplog.set_level(logging.DEBUG)
    telegram.drops("before", method="getMe")
    telegram.delays(30, method="getMe")
    telegram.refuses(500, method="getMe")
    telegram.serves_error_pages(method="getMe")
    urls = [telegram.url] * 4 + ["http://no-such-host.invalid", "http://127.0.0.1:1", "nonsense"]
    with silent_server() as silent:
        for url in [*urls, silent]:
            error = await failure(url, read_timeout=0.02, connect_timeout=0.02, pool_timeout=0.02)
            told = "".join(traceback.format_exception(error)) + repr(error.__context__)
            assert "emulator_0123456" not in told
            assert "/bot" not in str(error)
    assert "emulator_0123456" not in caplog.text


def bot_on_unchecked(url: str) -> Any:
    """A bot that does not ask who it is when it starts."""

    class Requests:
        async def __aenter__(self) -> Bot:
            self.request = AiohttpRequest(pool_timeout=0.1, connect_timeout=0.1, read_timeout=0.1)
            return bot_on(url, self.request)

        async def __aexit__(self, *_: object) -> None:
            await self.request.shutdown()

    return Requests()


def silent_server() -> Any:
    """Gives the address of a port whose queue of connections is full: none is ever made."""

    class Silent:
        def __enter__(self) -> str:
            self.listener = socket.socket()
            self.listener.bind(("127.0.0.1", 0))
            self.listener.listen(0)
            address = self.listener.getsockname()
            self.waiting = [socket.socket() for _ in range(4)]
            for each in self.waiting:
                each.setblocking(False)
                each.connect_ex(address)
            return f"http://127.0.0.1:{address[1]}"

        def __exit__(self, *_: object) -> None:
            for each in [self.listener, *self.waiting]:
                each.close()

    return Silent()
