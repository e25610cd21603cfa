"""Dialogues on the emulated Telegram, with a bot that says what it understood."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
import traceback
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chats.telegram.chat import TelegramChat
from bot.chats.telegram.errors import TokenError
from bot.chats.telegram.listening import MemoryInbox
from bot.chats.telegram.pace import Pace
from bot.messages import (
    Address,
    Button,
    ChatError,
    Failure,
    Message,
    Reply,
    Respond,
    Span,
    Urgency,
)
from tests.telegram.emulator import TOKEN, Limits, Telegram, User

MOMENT = datetime(2018, 11, 14, 9, 0, tzinfo=UTC)


def text(*lines: str, buttons: Sequence[Button] = ()) -> Reply:
    rows = tuple((button,) for button in buttons)
    return Reply(lines=tuple((Span(text=line),) for line in lines), buttons=rows)


class Echo:
    """Answers what it was told and remembers the message."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.waiting_for: dict[str, asyncio.Event] = {}

    async def __call__(self, message: Message) -> Reply | None:
        self.messages.append(message)
        if message.text in self.waiting_for:
            await self.waiting_for[message.text].wait()
        if message.text == "hush":
            return None
        said = message.action or message.text
        again = Button(label="Again", action="again")
        page = Button(label="Page", link="https://www.intgovforum.org/")
        return text(f"«{said}»", buttons=(again, page))


@asynccontextmanager
async def running(chat: TelegramChat, respond: Respond) -> AsyncIterator[TelegramChat]:
    task = asyncio.create_task(chat.run(respond))
    try:
        yield chat
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await chat.close()


def chat_on(telegram: Telegram, **options: Any) -> TelegramChat:
    """Without the second between two messages to a chat, for the sake of speed."""
    pace = Pace(chat_pause=0.0)
    return TelegramChat(token=telegram.token, api_url=telegram.url, pace=pace, **options)


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
async def bot(telegram: Telegram, echo: Echo) -> AsyncIterator[TelegramChat]:
    """The bot, running; Dora is an admin."""
    async with running(chat_on(telegram, admins=[4711]), echo) as chat:
        yield chat


def place(user: User) -> Address:
    return Address(platform="telegram", chat=str(user.account.id))


# -- what is heard -------------------------------------------------------------------------


async def test_a_message_is_heard_with_all_that_telegram_tells(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """Who, where, when, in which language, and whether it is the operator's admin."""
    ann = telegram.user("Ann", language="pt-br")
    dora = telegram.user("Dora", id=4711, language=None)
    post = ann.says("quando é a sessão <da biblioteca> & co?")
    await ann.hears("«quando é a sessão <da biblioteca> & co?»")
    dora.says("/publish")
    await dora.hears("«/publish»")
    first, second = echo.messages
    assert first == Message(
        address=place(ann),
        id=str(post.id),
        sender=str(ann.account.id),
        text="quando é a sessão <da biblioteca> & co?",
        sent=datetime.fromtimestamp(post.date, UTC),
        language="pt-br",
    )
    assert (second.admin, second.language, second.moderates) == (True, None, True)


async def test_a_deep_link_arrives_as_a_command(bot: TelegramChat, telegram: Telegram) -> None:
    """Who opens t.me/bot?start=... is answered about that."""
    ann = telegram.user("Ann", started=False)
    ann.starts("s_igf-2018_dc-pal")
    await ann.hears("«/start s_igf-2018_dc-pal»")


async def test_a_button_stops_spinning_before_the_answer(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """A pressed button is acknowledged at once, even if the bot is still busy."""
    ann = telegram.user("Ann")
    ann.says("hello")
    await ann.hears()
    assert ann.link("Page") == "https://www.intgovforum.org/"
    echo.waiting_for["slow"] = asyncio.Event()
    ann.says("slow")
    await ann.presses("Again").stops_spinning()
    assert ann.unheard == []
    echo.waiting_for["slow"].set()
    await ann.hears("«slow»")
    await ann.hears("«again»")
    assert (echo.messages[-1].action, echo.messages[-1].text) == ("again", "")


async def test_what_is_no_question_is_passed_over(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """An edited message gets no second answer, nor what the bot itself wrote for an inline query;
    silence is allowed; a picture says nothing."""
    ann = telegram.user("Ann")
    post = ann.says("hush")
    ann.edits(post, "hush!")
    location = {"latitude": 48.85, "longitude": 2.31}
    ann.sends(location=location, via_bot=telegram.world.bot.json)
    ann.sends(location=location)
    ann.says("done")
    await ann.hears("«»")
    await ann.hears("«done»")
    assert [message.text for message in echo.messages] == ["hush", "", "done"]


async def test_messages_of_a_chat_are_answered_in_order(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """A slow answer holds up its own chat and no other."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    echo.waiting_for["slow"] = asyncio.Event()
    ann.says("slow")
    ann.says("quick")
    ben.says("other")
    await ben.hears("«other»")
    assert ann.unheard == []
    echo.waiting_for["slow"].set()
    await ann.hears("«slow»")
    await ann.hears("«quick»")


# -- groups --------------------------------------------------------------------------------


async def test_in_a_group_it_speaks_only_when_addressed(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """A command, a mention or a reply to the bot; its name is no part of the question."""
    ann = telegram.user("Ann")
    group = telegram.group("Librarians", ann)
    there = ann.at(group)
    there.says("nice weather in Paris")
    there.says("/now@other_bot")
    there.says("@other_bot hello")
    there.says("/now@IGF_test_bot please")
    answer = await there.hears("«/now please»")
    assert answer.reply_to
    assert answer.reply_to.text == "/now@IGF_test_bot please"
    there.says("what is on, @igf_test_bot, today?")
    await there.hears("«what is on, , today?»")
    there.says("and tomorrow?", reply_to=answer)
    await there.hears("«and tomorrow?»")
    there.presses("Again", under=answer)
    again = await there.hears("«again»")
    assert again.reply_to is answer
    there.says("/next")
    await there.hears("«/next»")
    assert {message.group for message in echo.messages} == {True}
    assert {message.address.chat for message in echo.messages} == {str(group.room.id)}


async def test_a_group_is_spoken_for_by_its_admins(
    bot: TelegramChat, telegram: Telegram, echo: Echo
) -> None:
    """Telegram is asked who leads the group, once for some minutes."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    group = telegram.group("Librarians", ben, admins=(ann,))
    for who in (ann, ben, ann, ben):
        who.at(group).says("/subscribe")
        await ann.at(group).hears("/subscribe")
    assert [message.moderates for message in echo.messages] == [True, False, True, False]
    assert sum(call.method == "getChatMember" for call in telegram.calls) == 2


# -- what is said --------------------------------------------------------------------------


async def test_a_reply_keeps_its_marks_and_its_length(
    bot: TelegramChat, telegram: Telegram
) -> None:
    """Bold and moments show; a long reply comes in pages, the buttons under the last."""
    ann = telegram.user("Ann")
    head = (Span(text="<DC-PAL>", bold=True), Span(text=" 10:00", moment=MOMENT))
    lines = (head, *((Span(text="word " * 100),) for _ in range(15)))
    buttons = ((Button(label="Again", action="again"), Button(label="Bad", link="no link")),)
    reply = Reply(lines=lines, buttons=buttons)
    last = await bot.send(place(ann), reply, "key", Urgency.REMINDER)
    first, second = await ann.hears("<DC-PAL> 10:00"), await ann.hears("word")
    assert first.marked("bold") == ["<DC-PAL>"]
    assert first.entities[1]["unix_time"] == MOMENT.timestamp()
    assert (first.buttons, second.buttons) == ([], ["Again"])
    assert last == str(second.id)


async def test_telegram_never_finds_it_too_fast(echo: Echo) -> None:
    """Against the real limits: no refusal, and an answer passes a broadcast."""
    async with Telegram(limits=Limits()) as telegram:
        readers, ann = telegram.users(45), telegram.user("Ann")
        chat = TelegramChat(token=telegram.token, api_url=telegram.url)
        async with running(chat, echo), asyncio.TaskGroup() as broadcast:
            for reader in [*readers, readers[0]]:
                send = chat.send(place(reader), text("news"), "key", Urgency.BROADCAST)
                broadcast.create_task(send)
            await readers[5].hears("news")
            ann.says("hello")
            await ann.hears("«hello»")
            assert len(telegram.sent()) < 40
        assert [call.status for call in telegram.calls if call.is_message] == [200] * 47
        assert telegram.busiest() <= 30


async def test_an_older_server_gets_plain_text() -> None:
    """A self-hosted server that knows no moments is sent the words alone."""
    async with Telegram(unknown_tags=("tg-time",)) as telegram:
        ann, chat = telegram.user("Ann"), chat_on(telegram)
        reply = Reply(lines=((Span(text="<10:00>", moment=MOMENT),),))
        await chat.send(place(ann), reply, "key", Urgency.REMINDER)
        await ann.hears("<10:00>")
        await chat.close()


async def test_commands_are_registered_in_each_language(telegram: Telegram, echo: Echo) -> None:
    """The menu shows each person their own language, and the default to everyone else."""
    commands = {"en": {"now": "What is on"}, "fr": {"now": "En ce moment"}}
    chat = chat_on(telegram, commands=commands, language="fr")
    async with running(chat, echo):
        await telegram.called("setMyCommands", times=3)
    described = {
        language: command["description"]
        for (_, language), (command,) in telegram.world.commands.items()
    }
    assert described == {"en": "What is on", "fr": "En ce moment", "": "En ce moment"}


async def test_a_paid_account_says_so(telegram: Telegram) -> None:
    """Only then does Telegram allow a thousand a second."""
    ann, chat = telegram.user("Ann"), chat_on(telegram, paid=True)
    await chat.send(place(ann), text("x"), "key", Urgency.BROADCAST)
    assert telegram.sent(ann)[0].values["allow_paid_broadcast"] is True
    await chat.close()


# -- what goes wrong -----------------------------------------------------------------------

Trouble = Callable[[Telegram, User], object]
TROUBLES: list[tuple[Trouble, Failure]] = [
    (lambda telegram, ann: ann.blocks(), Failure.GONE),
    (lambda telegram, ann: ann.deletes_account(), Failure.GONE),
    (lambda telegram, ann: telegram.refuses(400, "Bad Request: chat not found"), Failure.GONE),
    (lambda telegram, ann: telegram.refuses(400, "Bad Request: MESSAGE_BAD"), Failure.REFUSED),
    (lambda telegram, ann: telegram.refuses(429, retry_after=3600), Failure.BUSY),
    (lambda telegram, ann: telegram.refuses(401, "Unauthorized"), Failure.UNREACHABLE),
    (lambda telegram, ann: telegram.refuses(500, "Internal"), Failure.UNREACHABLE),
    (lambda telegram, ann: telegram.serves_error_pages(), Failure.UNREACHABLE),
    (lambda telegram, ann: telegram.drops("before"), Failure.AMBIGUOUS),
    (lambda telegram, ann: telegram.drops("after"), Failure.AMBIGUOUS),
]


@pytest.mark.parametrize(("trouble", "failure"), TROUBLES)
async def test_a_failed_send_says_what_to_do(
    telegram: Telegram, trouble: Trouble, failure: Failure
) -> None:
    """Gone, refused, busy, unreachable or nobody knows; the error tells no token."""
    ann, chat = telegram.user("Ann"), chat_on(telegram)
    trouble(telegram, ann)
    with pytest.raises(ChatError) as raised:
        await chat.send(place(ann), text("x"), "key", Urgency.REMINDER)
    assert raised.value.failure is failure
    assert raised.value.retry_after == (3600 if failure is Failure.BUSY else None)
    assert TOKEN not in "".join(traceback.format_exception(raised.value))
    await chat.close()


async def test_no_server_is_unreachable(telegram: Telegram) -> None:
    """Nothing was sent."""
    ann, chat = telegram.user("Ann"), chat_on(telegram)
    await telegram.goes_down()
    with pytest.raises(ChatError) as raised:
        await chat.send(place(ann), text("x"), "key", Urgency.REMINDER)
    assert raised.value.failure is Failure.UNREACHABLE
    await chat.close()


async def test_an_empty_reply_is_refused(telegram: Telegram) -> None:
    """Telegram takes no empty message, so none is sent."""
    chat = chat_on(telegram)
    with pytest.raises(ChatError) as raised:
        await chat.send(place(telegram.user("Ann")), text(" "), "key", Urgency.REMINDER)
    assert raised.value.failure is Failure.REFUSED
    await chat.close()


async def test_a_group_that_moved_is_followed(telegram: Telegram, echo: Echo) -> None:
    """A send to the old number names the new one; the listener hears of both."""
    ann = telegram.user("Ann")
    group = telegram.group("Old", ann, kind="group")
    old = Address(platform="telegram", chat=str(group.room.id))
    moves: list[tuple[Address, Address]] = []

    async def moved(*move: Address) -> None:
        moves.append(move)  # type: ignore[arg-type]  # two addresses

    async with running(chat_on(telegram, moved=moved), echo) as chat:
        new = group.migrates(by=ann)
        with pytest.raises(ChatError) as raised:
            await chat.send(old, text("x"), "key", Urgency.REMINDER)
        assert raised.value.failure is Failure.MOVED
        assert raised.value.moved_to
        assert raised.value.moved_to.chat == str(new.room.id)
        ann.at(new).says("/now")
        await ann.at(new).hears("«/now»")
    assert set(moves) == {(old, raised.value.moved_to)}


async def test_an_answer_follows_the_group(telegram: Telegram, echo: Echo) -> None:
    """A group that moves between question and answer gets the answer where it is now."""
    ann = telegram.user("Ann")
    group, new = telegram.group("Old", ann, kind="group"), telegram.group("New", ann)
    moves: list[str] = []

    async def moved(old: Address, new: Address) -> None:
        moves.append(f"{old.chat} {new.chat}")

    echo.waiting_for["/slow"] = asyncio.Event()
    async with running(chat_on(telegram, moved=moved), echo):
        ann.at(group).says("/slow")
        ann.says("hello")
        await ann.hears("«hello»")
        group.room.successor = new.room.id
        echo.waiting_for["/slow"].set()
        await ann.at(new).hears("«/slow»")
    assert moves == [f"{group.room.id} {new.room.id}"]


async def test_who_blocks_the_bot_is_told(telegram: Telegram, echo: Echo) -> None:
    """The wiring hears at once of a chat that is shut, and of one that opens again."""
    ann, ben = telegram.user("Ann"), telegram.user("Ben")
    group = telegram.group("Librarians", ben)
    heard: list[tuple[str, bool]] = []

    async def reachable(address: Address, is_reachable: bool) -> None:
        heard.append((address.chat, is_reachable))

    async with running(chat_on(telegram, reachable=reachable), echo):
        ann.blocks()
        group.removes_bot(by=ben)
        ann.unblocks()
        ann.says("hello")
        await ann.hears("«hello»")
    assert [is_in for chat, is_in in heard if chat == str(ann.account.id)] == [False, True]
    assert [is_in for chat, is_in in heard if chat == str(group.room.id)] == [False]


async def test_an_answer_is_tried_again(
    bot: TelegramChat, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal for a moment, an error of the server, a lost connection: the answer comes."""
    monkeypatch.setattr("bot.chats.telegram.speaking._PAUSES", (0.0,) * 5)
    ann = telegram.user("Ann")
    telegram.refuses(500)
    telegram.drops("before")
    telegram.serves_error_pages()
    ann.says("hello")
    await ann.hears("«hello»")
    telegram.refuses(403, "Forbidden: bot was blocked by the user")
    ann.says("lost")
    ann.says("found")
    await ann.hears("«found»")


# -- nothing is lost -----------------------------------------------------------------------


class Disk(MemoryInbox):
    """An inbox that survives the bot, and may fail the first time."""

    full = False

    async def receive(self, updates: Sequence[tuple[int, str]]) -> Sequence[int]:
        if updates and self.full:
            self.full = False
            raise OSError("the disk is full")
        return await super().receive(updates)


async def test_nothing_asked_is_lost_in_a_crash(telegram: Telegram, echo: Echo) -> None:
    """What was taken from Telegram and not answered is answered by the next life of the bot."""
    inbox, ann = Disk(), telegram.user("Ann")
    await inbox.receive([(1, "not JSON")])
    stuck = asyncio.Event()

    async def never(message: Message) -> Reply | None:
        stuck.set()
        await asyncio.Event().wait()
        return None

    async with running(chat_on(telegram, inbox=inbox), never):
        ann.says("one")
        ann.says("two")
        await stuck.wait()
        await telegram.called("getUpdates", times=2)
    assert [json.loads(body)["message"]["text"] for _, body in await inbox.waiting()] == [
        "one",
        "two",
    ]
    assert telegram.world.updates.pending == []
    async with running(chat_on(telegram, inbox=inbox), echo):
        await ann.hears("«one»")
        await ann.hears("«two»")
    assert await inbox.waiting() == []


async def test_an_answer_under_way_is_finished(telegram: Telegram, echo: Echo) -> None:
    """A bot that is stopped waits for the answer it is sending, so that it is not repeated."""
    inbox, ann = MemoryInbox(), telegram.user("Ann")
    telegram.delays(0.1)
    async with running(chat_on(telegram, inbox=inbox), echo):
        ann.says("hello")
        await ann.hears("«hello»")
        assert await inbox.waiting()
    assert await inbox.waiting() == []


async def test_what_cannot_be_stored_stays_with_telegram(
    telegram: Telegram, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk is full nothing is confirmed; afterwards it is answered, once."""
    monkeypatch.setattr("bot.chats.telegram.listening._PAUSE", 0.01)
    inbox, ann = Disk(), telegram.user("Ann")
    inbox.full = True
    async with running(chat_on(telegram, inbox=inbox), echo):
        ann.says("hello")
        await ann.hears("«hello»")
    assert len(echo.messages) == 1


async def test_an_update_that_comes_twice_is_answered_once(telegram: Telegram, echo: Echo) -> None:
    """A confirmation lost on the way does not repeat the answer."""
    ann = telegram.user("Ann")
    async with running(chat_on(telegram), echo):
        post = ann.says("hello")
        await ann.hears("«hello»")
        await telegram.called("getUpdates", times=2)
        update = {"update_id": 700_001, "message": post.json}
        telegram.world.updates.pending.append(update)
        ann.says("next")
        await ann.hears("«next»")
    assert len(echo.messages) == 2


async def test_it_waits_for_telegram(
    telegram: Telegram, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Telegram does not answer, at the start or later, is asked again until it does."""
    monkeypatch.setattr("bot.chats.telegram.listening._PAUSE", 0.0)
    ann = telegram.user("Ann")
    telegram.drops("before", method="getMe")
    telegram.serves_error_pages(method="deleteWebhook")
    telegram.refuses(500, method="getUpdates")
    ann.says("hello")
    async with running(chat_on(telegram), echo):
        await ann.hears("«hello»")


async def test_a_wrong_token_is_told_without_the_token(telegram: Telegram, echo: Echo) -> None:
    """The operator learns where to get the right one."""
    chat = TelegramChat(token="1:wrong-one", api_url=telegram.url)
    with pytest.raises(TokenError, match="BotFather") as raised:
        await chat.run(echo)
    told = "".join(traceback.format_exception(raised.value)) + repr(raised.value.__context__)
    assert "wrong-one" not in told
    await chat.close()


async def test_it_stops_in_the_middle_of_a_long_poll(telegram: Telegram, echo: Echo) -> None:
    """And another one can start at once."""
    for _ in range(2):
        polls = sum(call.method == "getUpdates" for call in telegram.calls)
        async with running(chat_on(telegram), echo):
            await telegram.called("getUpdates", times=polls + 1)
            began = time.monotonic()
        assert time.monotonic() - began < 1.0


async def test_another_process_with_the_token_is_endured(
    bot: TelegramChat, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """During a deployment two processes listen for a moment; nobody ends."""
    monkeypatch.setattr("bot.chats.telegram.listening._PAUSE", 0.01)
    await telegram.called("getUpdates")
    other = Echo()
    async with running(chat_on(telegram), other):
        await telegram.called("getUpdates", times=2)
    ann = telegram.user("Ann")
    ann.says("hello")
    await ann.hears("«hello»")
