"""What breaks in between is not noticed: restarts, gaps, crashes, new devices, lost connections."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.chats.matrix.server import JsonObject, Refused, Unanswered
from bot.messages import Address, ChatError, Failure, Message, Reply, Urgency
from tests.matrix.conftest import Bot, echo, said
from tests.matrix.person import Person
from tests.matrix.process import Process


def at(room: str) -> Address:
    return Address(platform="matrix", chat=room)


async def test_after_a_restart_it_is_the_same_device(bot: Bot, person: Person) -> None:
    """No new login and no new keys; and a reminder into an encrypted room that was quiet ever
    since can be read."""
    room, other = await person.open_room(bot.id), await person.open_room(bot.id)
    for _ in range(2):  # after the second time there is nothing new in the first room
        await bot.restart()
        await person.say(other, "hello")
        await person.hear(other, bot.id, len(bot.heard))
    await bot.restart()
    await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
    reminder = await person.hear_text(room, bot.id, "a reminder")
    assert reminder["trust"] == "cross-signed-tofu"
    answer = await person.call("POST", "keys", "query", body={"device_keys": {bot.id: []}})
    assert len(answer["device_keys"][bot.id]) == 1


async def test_what_was_missed_is_answered_once_and_in_order(bot: Bot, person: Person) -> None:
    """More messages than the homeserver lists at once, sent while the bot was down."""
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "before")
    await person.hear(room, bot.id)
    await bot.stop()
    questions = [f"question {number}" for number in range(120)]
    for question in questions:
        await person.say(room, question)
    await bot.start()
    answers = await person.hear(room, bot.id, 1 + len(questions))
    bodies = [answer["content"]["body"] for answer in answers]
    assert bodies == ["Heard: before", *(f"Heard: {question}" for question in questions)]


async def test_an_encrypted_question_asked_while_it_was_down_is_answered_once(
    bot: Bot, person: Person
) -> None:
    """The key is there when the bot comes back, and once more after the next restart nothing is
    answered again."""
    room = await person.open_room(bot.id)
    await bot.stop()
    await person.say(room, "are you there?")
    await bot.start()
    await person.hear_text(room, bot.id, "Heard: are you there?")
    await bot.restart()
    await person.say(room, "and now?")
    await person.hear_text(room, bot.id, "Heard: and now?")
    assert len(person.messages(room, bot.id)) == 2


async def test_the_first_start_answers_nothing_old(bot: Bot, person: Person) -> None:
    """An account without a memory reads from now on."""
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "old")
    await person.hear(room, bot.id)
    await bot.stop()
    await person.say(room, "while away")
    (bot.folder / "device" / "memory.jsonl").unlink()
    await bot.start()
    await person.say(room, "new")
    await person.hear_text(room, bot.id, "Heard: new")
    assert [message.text for message in bot.heard] == ["old", "new"]


async def test_a_new_device_of_a_person_can_read_on(bot: Bot, person: Person) -> None:
    """Someone logs in on a second device in the middle of a conversation: it reads what is said
    from then on, and is answered."""
    room = await person.open_room(bot.id)
    await person.say(room, "first")
    await person.hear(room, bot.id)
    tablet = await person.another_device()
    await tablet.say(room, "second")
    answer = await tablet.hear_text(room, bot.id, "Heard: second")
    assert answer["encrypted"]
    await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
    for device in (person, tablet):
        await device.hear_text(room, bot.id, "a reminder")
    await tablet.leave_the_phone()


async def test_used_up_keys_are_replaced(bot: Bot, person: Person) -> None:
    """Every one-time key was taken while the bot was down; back again, it has new ones, and a
    stranger can write to it."""
    await bot.stop()
    answer = await person.call("POST", "keys", "query", body={"device_keys": {bot.id: []}})
    (device,) = answer["device_keys"][bot.id]
    wanted = {"one_time_keys": {bot.id: {device: "signed_curve25519"}}}
    claims = 0
    while (await person.call("POST", "keys", "claim", body=wanted))["one_time_keys"]:
        claims += 1
    assert claims >= 40
    await bot.start()
    room = await person.open_room(bot.id)
    await person.say(room, "hello")
    await person.hear_text(room, bot.id, "Heard: hello")


async def test_a_key_that_could_not_be_sent_is_sent_later(bot: Bot, person: Person) -> None:
    """When the connection breaks while a room's key goes out, the message does not leave without
    it; sent again, it can be read."""
    room = await person.open_room(bot.id)
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    tablet = await person.another_device()
    await bot.until(lambda: len(bot.chat._encryption._client.device_store[person.id]) == 2)
    with bot.cut_off("sendToDevice"), pytest.raises(ChatError) as error:
        await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
    assert error.value.failure is Failure.UNREACHABLE
    await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
    for device in (person, tablet):
        await device.hear_text(room, bot.id, "a reminder")
    assert not any(event["type"] == "undecryptable" for _, event in person.seen)
    await tablet.leave_the_phone()


async def test_the_homeserver_may_restart_in_the_middle(bot: Bot, person: Person) -> None:
    """A question is taken, the homeserver goes down before the answer, and comes back: the answer
    arrives, once, and the conversation goes on."""
    room = await person.open_room(bot.id)

    async def stop_the_server(message: Message) -> Reply | None:
        if message.text == "before":
            person.server.stop()
            person.server.start()
        return await echo(message)

    bot.respond = stop_the_server
    await person.say(room, "before")
    await person.hear_text(room, bot.id, "Heard: before")
    await person.say(room, "after")
    await person.hear_text(room, bot.id, "Heard: after")
    assert len(person.messages(room, bot.id)) == 2


async def test_an_unreachable_homeserver_is_told_apart(bot: Bot, person: Person) -> None:
    """Nothing was sent: the delivery may be tried again."""
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    person.server.stop()
    try:
        with pytest.raises(ChatError) as error:
            await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
        assert error.value.failure is Failure.UNREACHABLE
        assert "127.0.0.1" not in str(error.value)
    finally:
        person.server.start()


@pytest.mark.parametrize("moment", ["in the handler", "before the token", "before the handler"])
async def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    bot: Bot, person: Person, moment: str
) -> None:
    """The process is killed (SIGKILL) while it answers, or between the answer and the note of how
    far it has read; started again, each question has exactly one answer."""
    room = await person.open_room(bot.id)
    await person.say(room, "zero")
    await person.hear(room, bot.id)
    await bot.stop()
    await person.say(room, "one")
    process = await Process.start(bot, stop=moment)
    await process.wait_for(moment)
    await process.kill()
    process = await Process.start(bot)
    try:
        await person.hear_text(room, bot.id, "Heard: one")
        await person.say(room, "two")
        await person.hear_text(room, bot.id, "Heard: two")
    finally:
        await process.kill()
    answers = [event["content"]["body"] for event in person.messages(room, bot.id)]
    assert answers == ["Heard: zero", "Heard: one", "Heard: two"]


async def test_a_choice_waits_for_a_rate_limit(bot: Bot, person: Person) -> None:
    """What a number stands for has to be looked up; that this takes its time makes the number no
    text."""
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "card")
    await person.hear_text(room, bot.id, "DC-PAL")
    await bot.restart()  # it has nothing at hand any more
    server = bot.chat._server
    request, limited = server.request, iter([True])

    async def limits(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        if "/event/" in path and next(limited, False):
            raise Refused(429, {"errcode": "M_LIMIT_EXCEEDED"}, retry_after=0.05)
        return await request(method, path, *rest, **named)

    server.request = limits  # type: ignore[method-assign]  # as some servers do
    await person.say(room, "2")
    await person.hear_text(room, bot.id, "Done: who dc-pal")
    assert next(limited, None) is None


async def test_a_delivery_waits_until_the_account_is_known_again(bot: Bot, person: Person) -> None:
    """The process had lost the account for a while, and another one has brought it into a room:
    that room is not gone, only not known yet."""
    bot.running.cancel()
    await asyncio.wait([bot.running])
    room = await person.open_room(bot.id, encrypted=False, wait=False)
    who = {"type": "m.id.user", "user": bot.id}
    login = {"type": "m.login.password", "identifier": who, "password": bot.password}
    token = bot.server.request("POST", "/_matrix/client/v3/login", login)["access_token"]
    bot.server.request("POST", f"/_matrix/client/v3/join/{room}", {}, token)
    bot.running = asyncio.create_task(bot.chat.run(echo))
    await bot.chat.send(at(room), said("a reminder"), "key", Urgency.REMINDER)
    await person.hear_text(room, bot.id, "a reminder")


@pytest.mark.parametrize("broken", ["/createRoom", "/sendToDevice/"])
async def test_what_breaks_before_the_message_has_not_sent_it(
    bot: Bot, person: Person, broken: str
) -> None:
    """Making the person's room, giving out its key: that may have been done, but nobody has read
    anything yet."""
    server = bot.chat._server
    request = server.request

    async def breaks(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        answer = await request(method, path, *rest, **named)
        if broken in path:
            raise Unanswered("broken off", perhaps_done=True)
        return answer

    server.request = breaks  # type: ignore[method-assign]  # it is carried out all the same
    with pytest.raises(ChatError) as error:
        await bot.chat.send(at(person.id), said("line 3"), "key", Urgency.NOTICE)
    assert error.value.failure is Failure.UNREACHABLE
