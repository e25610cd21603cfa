"""Files on Telegram: a document with the words under it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.chats.telegram.chat import TelegramChat
from bot.chats.telegram.pace import Pace
from bot.messages import Address, Attachment, Button, ChatError, Failure, Reply, Span, Urgency
from tests.telegram.emulator import Telegram, User

FILE = Attachment(name="dc-pal.ics", media_type="text/calendar", content=b"BEGIN\xff\r\n" * 99)
AGAIN = ((Button(label="Again", action="again"),),)


PLAN = Attachment(name="plan.png", media_type="image/png", content=b"\x89PNG" * 99)


def reply(text: str, file: Attachment = FILE) -> Reply:
    lines = tuple((Span(text=line, bold=True),) for line in text.split("\n"))
    return Reply(lines=lines, buttons=AGAIN, attachment=file)


@pytest.fixture
async def chat(telegram: Telegram) -> AsyncIterator[TelegramChat]:
    made = TelegramChat(token=telegram.token, api_url=telegram.url, pace=Pace(chat_pause=0.0))
    yield made
    await made.close()


def at(user: User) -> Address:
    return Address(platform="telegram", chat=str(user.account.id))


async def test_short_words_stand_under_the_file(telegram: Telegram, chat: TelegramChat) -> None:
    """One message: the document, its caption and the buttons."""
    ann = telegram.user("Ann")
    id = await chat.send(at(ann), reply("<For> your calendar"), "key", Urgency.ANSWER)
    (post,) = ann.history
    assert (str(post.id), post.text, post.marked("bold")) == (
        id,
        "<For> your calendar",
        [post.text],
    )
    assert post.buttons == ["Again"]
    assert post.upload is not None
    assert (post.upload.name, post.upload.mime) == ("dc-pal.ics", "text/calendar")
    assert post.upload.data == FILE.content


async def test_a_picture_is_shown(telegram: Telegram, chat: TelegramChat) -> None:
    """As a photo that is seen without opening it, its words and buttons below."""
    ann = telegram.user("Ann")
    await chat.send(at(ann), reply("The way to Salle X", PLAN), "key", Urgency.ANSWER)
    (post,) = ann.history
    assert (post.text, post.buttons) == ("The way to Salle X", ["Again"])
    assert telegram.calls[-1].method == "sendPhoto"
    assert post.upload is not None
    assert post.upload.data == PLAN.content


async def test_long_words_come_before_the_file(telegram: Telegram, chat: TelegramChat) -> None:
    """A caption holds a quarter of a message; the buttons are at the end all the same."""
    ann = telegram.user("Ann")
    await chat.send(at(ann), reply("word " * 300), "key", Urgency.ANSWER)
    words, file = ann.history
    assert (words.text, words.buttons, words.upload) == (("word " * 300).strip(), [], None)
    assert (file.text, file.buttons) == ("", ["Again"])
    assert file.upload is not None


async def test_a_file_needs_no_words(telegram: Telegram, chat: TelegramChat) -> None:
    """It is enough in itself."""
    ann = telegram.user("Ann")
    await chat.send(at(ann), Reply(lines=(), attachment=FILE), "key", Urgency.ANSWER)
    (post,) = ann.history
    assert post.upload is not None


async def test_an_older_server_gets_plain_words_under_the_file(chat: TelegramChat) -> None:
    """Where the markup is not understood."""
    async with Telegram(unknown_tags=("b",), port=0) as old:
        older = TelegramChat(token=old.token, api_url=old.url)
        ann = old.user("Ann")
        await older.send(at(ann), reply("For your calendar"), "key", Urgency.ANSWER)
        (post,) = ann.history
        assert (post.text, post.marked("bold")) == ("For your calendar", [])
        await older.close()


async def test_a_file_that_fails_is_classified_as_words_are(
    telegram: Telegram, chat: TelegramChat
) -> None:
    """The same error with the same decision."""
    ann = telegram.user("Ann")
    telegram.refuses(429, retry_after=7, method="sendDocument")
    with pytest.raises(ChatError) as error:
        await chat.send(at(ann), reply("For your calendar"), "key", Urgency.REMINDER)
    assert (error.value.failure, error.value.retry_after) == (Failure.BUSY, 7)
