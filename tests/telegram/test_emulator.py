"""The emulator itself: aiogram can live on it, and it refuses what Telegram refuses."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)
from aiohttp import web

from tests.patience import PATIENCE
from tests.telegram.emulator import Limits, Telegram


@pytest.fixture
async def aiogram(telegram: Telegram) -> AsyncIterator[Bot]:
    """A bot of another library, whose models check every answer."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(telegram.url))
    properties = DefaultBotProperties(parse_mode="HTML")
    async with Bot(telegram.token, session=session, default=properties) as bot:
        yield bot


async def test_an_aiogram_bot_lives_on_it(telegram: Telegram, aiogram: Bot) -> None:
    """Long polling, messages, buttons, files and inline queries work for a bot of another
    library, so the answers have the shape that the Bot API promises."""
    dispatcher = Dispatcher()

    @dispatcher.message(F.text.startswith("file"))
    async def document(message: Message) -> None:
        await message.answer_document(BufferedInputFile(b"BEGIN:VCALENDAR", "igf.ics"))
        await message.answer_photo(BufferedInputFile(b"\x89PNG", "hall.png"), caption="<i>hall</i>")

    @dispatcher.message()
    async def echo(message: Message) -> None:
        button = InlineKeyboardButton(text="Again", callback_data="again")
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await message.reply(f"<b>{message.html_text}</b>", reply_markup=keyboard)

    @dispatcher.callback_query()
    async def again(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer("once more")
        await query.message.edit_reply_markup()
        await query.message.edit_text("<u>again</u>")
        await query.message.delete()
        await query.message.answer("bye")

    @dispatcher.inline_query()
    async def inline(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=query.query)
        result = InlineQueryResultArticle(id="1", title="x", input_message_content=content)
        await query.answer([result])

    polling = asyncio.create_task(
        dispatcher.start_polling(aiogram, handle_signals=False, close_bot_session=False)
    )
    ann = telegram.user("Ann", language="fr")
    ann.says("salut /help")
    heard = await ann.hears("salut")
    assert heard.marked("bold") == ["salut /help"]
    assert await ann.presses("Again").stops_spinning() == "once more"
    await ann.hears("bye")
    assert heard not in ann.history
    ann.says("file please")
    calendar, photo = await ann.hears(), await ann.hears("hall")
    assert calendar.upload
    assert (calendar.upload.name, calendar.upload.data) == ("igf.ics", b"BEGIN:VCALENDAR")
    assert photo.marked("italic") == ["hall"]
    assert [result["title"] for result in await ann.asks_inline("now")] == ["x"]
    await dispatcher.stop_polling()
    await polling


async def test_what_a_bot_can_ask_about_chats(telegram: Telegram, aiogram: Bot) -> None:
    """Chats, members, commands, files and the webhook are described as the Bot API says."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    group = telegram.group("Librarians", ben, admins=(ann,))
    assert (await aiogram.get_me()).username == "igf_test_bot"
    assert (await aiogram.get_chat(group.room.id)).title == "Librarians"
    assert (await aiogram.get_chat_member(group.room.id, ben.account.id)).status == "member"
    (admin,) = await aiogram.get_chat_administrators(group.room.id)
    assert (admin.user.first_name, admin.status) == ("Ann", "administrator")
    command = BotCommand(command="now", description="What is on")
    await aiogram.set_my_commands([command], language_code="en")
    assert [c.command for c in await aiogram.get_my_commands(language_code="en")] == ["now"]
    assert await aiogram.get_my_commands() == []
    assert await aiogram.delete_my_commands(language_code="en")
    assert await aiogram.send_chat_action(ann.account.id, "typing")
    sent = await aiogram.send_document(ann.account.id, BufferedInputFile(b"abc", "a.txt"))
    assert sent.document
    known = await aiogram.get_file(sent.document.file_id)
    assert known.file_path
    content = await aiogram.download_file(known.file_path)
    assert content
    assert content.read() == b"abc"
    assert (await aiogram.get_webhook_info()).url == ""
    assert await aiogram.leave_chat(group.room.id)


async def call(
    telegram: Telegram, method: str, token: str | None = None, **values: Any
) -> tuple[int, str]:
    """A request as it goes over the wire: status and description."""
    url = f"{telegram.url}/bot{token or telegram.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=values) as answer:
        body = await answer.json()
        return answer.status, body.get("description", "ok")


BROKEN_MARKUP = {
    "<b>open": 'Can\'t find end tag corresponding to start tag "b"',
    "close</b>": "Unexpected end tag at byte offset 5",
    "é<b><i>crossed</b></i>": (
        'Unmatched end tag at byte offset 15, expected "</i>", found "</b>"'
    ),
    "<p>para</p>": 'Unsupported start tag "p" at byte offset 0',
    "a < b": "Unclosed start tag at byte offset 2",
    "<a href='x>y": "Unclosed start tag at byte offset 0",
    "<br/>": 'Unsupported start tag "br/" at byte offset 0',
    '<tg-time unix="soon">x</tg-time>': 'Tag "tg-time" must have attribute "unix" at byte offset 0',
    '<tg-time unix="5" format="rt">x</tg-time>': (
        'Tag "tg-time" has an unsupported format "rt" at byte offset 0'
    ),
    "<span>x</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    "<code><b>x</b></code>": "bold cannot be inside code",
    '<a href="https://a.org"><tg-time unix="5">x</tg-time></a>': (
        "date_time cannot be inside text_link"
    ),
}


@pytest.mark.parametrize(("text", "complaint"), BROKEN_MARKUP.items())
async def test_broken_markup_is_refused(telegram: Telegram, text: str, complaint: str) -> None:
    """HTML is read as strictly as by Telegram, and the refusal says where."""
    ann = telegram.user("Ann")
    answer = await call(
        telegram, "sendMessage", chat_id=ann.account.id, text=text, parse_mode="HTML"
    )
    assert answer == (400, f"Bad Request: can't parse entities: {complaint}")
    with pytest.raises(AssertionError, match="can't parse entities"):
        telegram.check()


async def test_markup_becomes_entities_counted_in_utf16(telegram: Telegram) -> None:
    """Offsets count UTF-16 units, escapes are resolved, and a moment keeps its instant."""
    ann = telegram.user("Ann")
    text = '𝄞 &lt;&amp;&#x41;&unknown; <b>bo<i>th</i></b> <tg-time unix="1542207600">9:00</tg-time>'
    await call(telegram, "sendMessage", chat_id=ann.account.id, text=text, parse_mode="HTML")
    heard = await ann.hears("𝄞 <&A&unknown; both 9:00")
    assert heard.entities == [
        {"type": "bold", "offset": 16, "length": 4},
        {"type": "italic", "offset": 18, "length": 2},
        {"type": "date_time", "unix_time": 1542207600, "offset": 21, "length": 4},
    ]


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


BROKEN_RULES: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "𝄞" * 2049}, "message is too long"),
    ("sendMessage", {"text": " \n "}, "message text is empty"),
    ("sendMessage", {}, "text: Field required"),
    ("sendMessage", {"text": "x", "colour": "red"}, "SendMessage has no field 'colour'"),
    ("sendMessage", {"text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keyboard(callback_data="é" * 33)},
        "callback_data has 66 bytes, allowed are 1 to 64",
    ),
    ("sendMessage", {"text": "x", "reply_markup": keyboard()}, "instead of one action"),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keyboard(url="here")},
        "BUTTON_URL_INVALID: 'here'",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keyboard(callback_data="a", colour="red")},
        "InlineKeyboardButton has no field 'colour'",
    ),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    (
        "setMyCommands",
        {"commands": [{"command": "Now", "description": "x"}]},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "now", "description": ""}]},
        "description has 0 characters, allowed are 1 to 256",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "now", "description": "x"}] * 101},
        "commands has 101 characters, allowed are 0 to 100",
    ),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1", "text": "x" * 201},
        "text has 201 characters, allowed are 0 to 200",
    ),
    ("getUpdates", {"limit": 101}, "limit has 101"),
    ("setWebhook", {"url": "https://a.org", "secret_token": "é"}, "secret_token"),
    ("setWebhook", {"url": "http://a.org"}, "HTTPS URL must be provided"),
]


@pytest.mark.parametrize(("method", "values", "complaint"), BROKEN_RULES)
async def test_broken_rules_are_refused(
    telegram: Telegram, method: str, values: dict[str, Any], complaint: str
) -> None:
    """What a correct bot never asks is refused and fails the test, down to nested fields."""
    ann = telegram.user("Ann")
    chat: dict[str, Any] = (
        {} if method.startswith(("set", "get", "answer")) else {"chat_id": ann.account.id}
    )
    status, description = await call(telegram, method, **chat, **values)
    assert (status, complaint in description) == (400, True), description
    with pytest.raises(AssertionError, match="broke rules"):
        telegram.check()
    assert ann.history == []


async def test_what_happens_to_a_correct_bot_is_no_violation(telegram: Telegram) -> None:
    """A chat that is gone, blocked, moved or unknown is refused without failing the test."""
    ann, ben, new = telegram.user("Ann"), telegram.user("Ben"), telegram.user("New", started=False)
    group = telegram.group("Old", ann, kind="group")
    ann.blocks()
    ben.deletes_account()
    moved = group.migrates(by=ann)
    expected = {
        ann.account.id: (403, "Forbidden: bot was blocked by the user"),
        ben.account.id: (403, "Forbidden: user is deactivated"),
        new.account.id: (400, "Bad Request: chat not found"),
        99: (400, "Bad Request: chat not found"),
        group.room.id: (400, "Bad Request: group chat was upgraded to a supergroup chat"),
        moved.room.id: (200, "ok"),
    }
    answers = {
        chat: await call(telegram, "sendMessage", chat_id=chat, text="x") for chat in expected
    }
    assert answers == expected
    assert (await call(telegram, "getMe", token="1:wrong"))[0] == 401
    assert (await call(telegram, "getMee"))[0] == 404


async def test_unconfirmed_updates_come_again(telegram: Telegram) -> None:
    """An update comes until a higher offset confirms it; its number never changes."""
    ann = telegram.user("Ann")
    ann.says("one")
    ann.says("two")
    url = f"{telegram.url}/bot{telegram.token}/getUpdates"

    async def poll(**values: Any) -> list[tuple[int, str]]:
        async with aiohttp.ClientSession() as session, session.get(url, params=values) as answer:
            updates = (await answer.json())["result"]
            return [(update["update_id"], update["message"]["text"]) for update in updates]

    first = await poll()
    assert [text for _, text in first] == ["one", "two"]
    assert await poll() == first
    assert await poll(offset=first[1][0]) == first[1:]
    assert await poll() == first[1:]
    assert await poll(offset=-1) == first[1:]
    assert await poll(offset=first[1][0] + 1) == []


async def test_a_second_poller_drives_out_the_first(telegram: Telegram) -> None:
    """Only one process may poll: the one that waits gets 409, the new one the updates."""
    first = asyncio.create_task(call(telegram, "getUpdates", timeout=30))
    await telegram.called("getUpdates")
    second = asyncio.create_task(call(telegram, "getUpdates", timeout=30))
    assert (await first)[0] == 409
    telegram.user("Ann").says("hello")
    assert (await second)[0] == 200


async def test_limits_are_enforced(telegram: Telegram) -> None:
    """One message more than allowed is answered 429 with the time to wait."""
    limits = Limits()
    sent = [limits.wait(chat, chat / 100, paid=False) for chat in range(1, 31)]
    assert sent == [0.0] * 30
    assert limits.wait(31, 0.5, paid=False) == pytest.approx(0.51)
    assert limits.wait(31, 1.02, paid=False) == 0
    assert limits.wait(31, 1.5, paid=True) == pytest.approx(0.52)
    group = Limits()
    waits = [group.wait(-5, 2.0 * n, paid=False) for n in range(21)]
    assert waits == [0.0] * 20 + [20.0]
    telegram.limits = Limits()
    ann = telegram.user("Ann")
    for status in (200, 429):
        answer = await call(telegram, "sendMessage", chat_id=ann.account.id, text="x")
        assert answer[0] == status
    assert answer[1] == "Too Many Requests: retry after 1"


async def test_faults_on_demand(telegram: Telegram) -> None:
    """Errors, broken connections and late answers befall just the requests they are meant for."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    telegram.refuses(500, "Internal Server Error", chat=ann)
    telegram.drops("before", chat=ben)
    telegram.drops("after", chat=ben)
    assert (await call(telegram, "sendMessage", chat_id=ann.account.id, text="a"))[0] == 500
    for delivered in (0, 1):
        with pytest.raises(aiohttp.ClientError):
            await call(telegram, "sendMessage", chat_id=ben.account.id, text="b")
        assert len(ben.history) == delivered
    await telegram.goes_down()
    with pytest.raises(aiohttp.ClientConnectorError):
        await call(telegram, "getMe")
    await telegram.comes_back()
    telegram.delays(30)
    late = asyncio.create_task(call(telegram, "sendMessage", chat_id=ann.account.id, text="a"))
    await ann.hears("a")
    assert not late.done()
    late.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await late


async def test_a_webhook_gets_each_update_until_it_answers_well(telegram: Telegram) -> None:
    """Updates are posted with the secret, in order, and again after an error."""
    got: list[tuple[str, str]] = []

    async def receive(request: web.Request) -> web.Response:
        update = await request.json()
        got.append((update["message"]["text"], request.headers["X-Telegram-Bot-Api-Secret-Token"]))
        return web.Response(status=500 if len(got) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    assert (await call(telegram, "setWebhook", url=url, secret_token="s3cret"))[0] == 200
    assert (await call(telegram, "getUpdates"))[0] == 409
    ann = telegram.user("Ann")
    ann.says("one")
    ann.says("two")
    async with asyncio.timeout(PATIENCE):
        while telegram.world.updates.pending:
            await asyncio.sleep(0)
    assert got == [("one", "s3cret"), ("one", "s3cret"), ("two", "s3cret")]
    await runner.cleanup()


async def test_it_runs_as_a_process_of_its_own() -> None:
    """A line that is typed is said to the bot, and what the bot says is printed."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.telegram.emulator", "0", stdin=pipe, stdout=pipe
    )
    assert process.stdin
    assert process.stdout
    _, _, url, _, token = (await process.stdout.readline()).decode().replace(",", "").split()
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(token, session=session) as bot:
        process.stdin.write(b"when is the library session?\n")
        (update,) = await bot.get_updates(timeout=20)
        assert update.message
        assert update.message.text == "when is the library session?"
        await bot.send_message(update.message.chat.id, "On 14 November")
        assert await process.stdout.readline() == b"On 14 November\n"
    process.stdin.close()
    assert await process.wait() == 0
