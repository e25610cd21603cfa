"""Messages whose keys come after them, and what may break until they are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.chats.matrix.server import JsonObject, Server, Unanswered
from bot.messages import Message, Reply
from tests.matrix.conftest import Bot, echo
from tests.matrix.person import Person
from tests.matrix.process import Process

Release = Callable[[], Awaitable[None]]


@pytest.fixture
def release(person: Person) -> Release:
    """The keys that the person sends are under way, until they are released."""
    send = person.client.send_to_device
    held: list[tuple[Any, ...]] = []

    async def hold(*message: Any) -> None:
        held.append(message)

    async def release() -> None:
        for message in held:
            await send(*message)

    person.client.send_to_device = hold  # type: ignore  # as above
    return release


async def say_too_early(bot: Bot, person: Person) -> str:
    """Say something of which the bot only knows that it was said; returns the room."""
    room = await person.open_room(bot.id)
    await person.say(room, "too early")
    await bot.until(lambda: "unread" in (bot.folder / "device" / "memory.jsonl").read_text())
    return room


async def test_a_message_whose_key_comes_late_is_answered_then(
    bot: Bot, person: Person, release: Release
) -> None:
    """The key overtakes nothing: the message waits for it, even over a restart of the bot, and is
    answered once."""
    room = await say_too_early(bot, person)
    await bot.restart()
    await release()
    await person.hear_text(room, bot.id, "Heard: too early")
    await bot.restart()
    assert not bot.chat._listener._unread
    assert len(person.messages(room, bot.id)) == 1


async def test_killed_while_it_answers_a_late_message_it_answers_again(
    bot: Bot, person: Person, release: Release
) -> None:
    """The message is kept until its answer has left, not until its key has come."""
    room = await say_too_early(bot, person)
    await bot.stop()
    await release()
    process = await Process.start(bot, stop="in the handler")
    await process.wait_for("in the handler")
    await process.kill()
    process = await Process.start(bot)
    try:
        await person.hear_text(room, bot.id, "Heard: too early")
    finally:
        await process.kill()


async def test_a_late_message_is_not_lost_with_a_broken_connection(
    bot: Bot, person: Person, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its key comes with so much else that the rest has to be fetched, which fails at first."""
    room = await say_too_early(bot, person)
    other = await person.open_room(bot.id, encrypted=False)
    await bot.stop()
    await release()
    bot.respond = echo_but_numbers
    for number in range(101):
        await person.say(other, str(number))
    request = Server.request
    broken: list[str] = []

    async def breaks(self: Server, method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        if path.endswith("/messages") and not broken:
            broken.append(path)
            raise Unanswered("broken off", perhaps_done=False)
        return await request(self, method, path, *rest, **named)

    monkeypatch.setattr(Server, "request", breaks)
    await bot.start()
    await person.hear_text(room, bot.id, "Heard: too early")
    assert broken


async def echo_but_numbers(message: Message) -> Reply | None:
    return None if message.text.isdigit() else await echo(message)


async def test_a_late_message_that_is_listed_again_is_heard_once(
    bot: Bot, person: Person, release: Release
) -> None:
    """Stopped while it answers something else, the bot reads everything again, and finds the key
    this time: one message, one call."""
    room, other = await person.open_room(bot.id), await person.open_room(bot.id, encrypted=False)
    await bot.stop()
    await person.say(room, "too early")
    await person.say(other, "silence")
    bot.respond = forever
    await bot.start()
    await bot.until(lambda: bot.heard)
    await bot.stop()
    await release()
    bot.respond = echo
    await bot.start()
    await person.hear_text(room, bot.id, "Heard: too early")
    await person.say(other, "and now?")
    await person.hear_text(other, bot.id, "Heard: and now?")
    assert [message.text for message in bot.heard].count("too early") == 1


async def forever(message: Message) -> Reply | None:
    await asyncio.Event().wait()
    return None
