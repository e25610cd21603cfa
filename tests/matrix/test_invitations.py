"""Invitations that cross something: a refusal under way, another invitation, an upgrade."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.chats.matrix.server import JsonObject
from bot.messages import Address, ChatError, Failure, Urgency
from tests.matrix.conftest import Bot, MakeBot, said
from tests.matrix.fixtures import Arrive
from tests.matrix.person import Person
from tests.patience import PATIENCE


async def shared_room(stranger: Person, admin: Person) -> str:
    """A room of the stranger's, where the admin is, too."""
    room = await stranger.open_room(admin.id, encrypted=False, wait=False)
    await admin.call("POST", "join", room)
    return room


async def test_an_admins_invitation_that_crosses_a_refusal_is_taken(
    make_bot: MakeBot, arrive: Arrive
) -> None:
    """The bot declines a stranger's invitation, and hears of the admin's before it hears that it
    has declined; it comes at once."""
    stranger, admin = await arrive(), await arrive()
    bot = await make_bot(admins=[admin.id], invites="admins")
    room = await shared_room(stranger, admin)
    membership, server = bot.chat._membership, bot.chat._server
    request = server.request
    declined = asyncio.Event()

    async def slow(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        answer = await request(method, path, *rest, **named)
        if path.endswith("/leave") and not declined.is_set():
            strangers = membership._invited[room]
            declined.set()
            await bot.until(lambda: membership._invited[room] is not strangers)
        return answer

    server.request = slow  # type: ignore[method-assign]  # the answer takes long
    await stranger.call("POST", "rooms", room, "invite", body={"user_id": bot.id})
    async with asyncio.timeout(PATIENCE):
        await declined.wait()
    await admin.call("POST", "rooms", room, "invite", body={"user_id": bot.id})
    async with asyncio.timeout(20):  # a sync in which nothing happens ends after 30
        await admin.until(lambda: admin.membership(room, bot.id) == "join")
    await admin.say(room, "!igf hello")
    await admin.hear_text(room, bot.id, "Heard: hello")
    assert not membership._invited


async def test_an_admins_invitation_outweighs_a_strangers_after_it(
    make_bot: MakeBot, arrive: Arrive
) -> None:
    """While the room cannot be reached, a stranger invites as well: that is no reason to decline
    what the admin asked for."""
    stranger, admin = await arrive(), await arrive()
    bot = await make_bot(admins=[admin.id], invites="admins")
    other = await admin.open_room(bot.id, encrypted=False)
    room = await shared_room(stranger, admin)
    with bot.cut_off("/join/"):
        for each in (admin, stranger):
            await each.call("POST", "rooms", room, "invite", body={"user_id": bot.id})
            await admin.say(other, "hello")  # the answer comes after the invitation was heard
            await admin.hear(other, bot.id, len(bot.heard) + 1)
    await admin.say(other, "try again")
    await admin.until(lambda: admin.membership(room, bot.id) == "join")


async def test_thrown_out_before_it_saw_the_room_the_bot_forgets_it(
    bot: Bot, person: Person
) -> None:
    """What is sent there fails at once and for good, and does not wait for the room."""
    other = await person.open_room(bot.id, encrypted=False)
    server = bot.chat._server
    request = server.request
    seen = asyncio.Event()

    async def blind(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        if path.endswith("/sync") and bot.chat._membership._invited:
            await seen.wait()
        return await request(method, path, *rest, **named)

    server.request = blind  # type: ignore[method-assign]  # once invited, it does not look
    room = await person.open_room(bot.id, encrypted=False)
    await person.call("POST", "rooms", room, "kick", body={"user_id": bot.id})
    seen.set()
    await person.say(other, "hello")  # the answer comes after the rest
    await person.hear(other, bot.id)
    with pytest.raises(ChatError) as error:
        await bot.chat.send(
            Address(platform="matrix", chat=room), said("reminder"), "key", Urgency.REMINDER
        )
    assert error.value.failure is Failure.GONE
