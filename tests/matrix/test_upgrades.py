"""Rooms that are replaced: the bot follows, whatever comes first."""

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


def at(room: str) -> Address:
    return Address(platform="matrix", chat=room)


async def test_an_upgraded_room_is_followed(make_bot: MakeBot, person: Person) -> None:
    """The bot goes on in the successor, tells its new address once, and leaves the old room; a
    reminder to the old address says where to send it instead."""
    moves: list[tuple[str, str]] = []

    async def moved(old: Address, new: Address) -> None:
        moves.append((old.chat, new.chat))

    bot = await make_bot(moved=moved)
    room = await person.open_room(bot.id, preset="public_chat", encrypted=False)
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    answer = await person.call("POST", "rooms", room, "upgrade", body={"new_version": "12"})
    successor = str(answer["replacement_room"])
    await person.until(lambda: person.membership(successor, bot.id) == "join")
    await person.until(lambda: person.membership(room, bot.id) == "leave")
    assert moves == [(room, successor)]
    with pytest.raises(ChatError) as error:
        await bot.chat.send(at(room), said("reminder"), "key", Urgency.REMINDER)
    assert error.value.failure is Failure.MOVED
    assert error.value.moved_to == at(successor)
    await person.say(successor, "here again")
    await person.hear_text(successor, bot.id, "Heard: here again")


async def private_room(owner: Person, admin: Person, bot: Bot) -> str:
    """A room of the owner's, where an admin brought the bot in."""
    room = await owner.open_room(admin.id, encrypted=False, wait=False)
    await admin.call("POST", "join", room)
    await admin.call("POST", "rooms", room, "invite", body={"user_id": bot.id})
    await owner.until(lambda: owner.membership(room, bot.id) == "join")
    return room


async def test_an_upgraded_private_room_is_followed_when_the_invitation_comes(
    make_bot: MakeBot, arrive: Arrive
) -> None:
    """The successor of a private room has to invite; that invitation is taken whatever the
    policy."""
    owner, admin = await arrive(), await arrive()
    bot = await make_bot(admins=[admin.id], invites="admins")
    room = await private_room(owner, admin, bot)
    answer = await owner.call("POST", "rooms", room, "upgrade", body={"new_version": "11"})
    successor = str(answer["replacement_room"])
    await owner.call("POST", "rooms", successor, "invite", body={"user_id": bot.id})
    await owner.until(lambda: owner.membership(room, bot.id) == "leave")
    await owner.say(successor, "hello")
    await owner.hear_text(successor, bot.id, "Heard: hello")


@pytest.mark.parametrize("refused", [False, True])
async def test_an_invitation_that_crosses_the_following_is_taken_at_once_and_for_good(
    make_bot: MakeBot, arrive: Arrive, refused: bool
) -> None:
    """The bot hears of the invitation while it already tries the successor's door: let in, it
    stays; refused, it does not wait for the next sync."""
    owner, admin = await arrive(), await arrive()
    bot = await make_bot(admins=[admin.id], invites="admins")
    room = await private_room(owner, admin, bot)
    membership, server = bot.chat._membership, bot.chat._server
    request = server.request
    trying = asyncio.Event()

    async def slow(method: str, path: str, *rest: Any, **named: Any) -> JsonObject:
        if "/join/" in path and not trying.is_set():
            try:
                if refused:  # the homeserver decides before the invitation
                    return await request(method, path, *rest, **named)
            finally:
                trying.set()
                await bot.until(lambda: membership._invited)
        return await request(method, path, *rest, **named)

    server.request = slow  # type: ignore[method-assign]  # the first try takes long
    answer = await owner.call("POST", "rooms", room, "upgrade", body={"new_version": "11"})
    successor = str(answer["replacement_room"])
    async with asyncio.timeout(PATIENCE):
        await trying.wait()
    await owner.call("POST", "rooms", successor, "invite", body={"user_id": bot.id})
    async with asyncio.timeout(20):  # a sync in which nothing happens ends after 30
        await owner.until(lambda: owner.membership(room, bot.id) == "leave")
    await bot.until(lambda: not membership._tasks)
    await owner.say(successor, "hello")
    await bot.until(lambda: not membership._invited)  # it is answered with the next sync
    await owner.say(successor, "still there?")
    await owner.hear_text(successor, bot.id, "Heard: still there?")


@pytest.mark.parametrize("restarted", [False, True])
async def test_an_invitation_ahead_of_the_tombstone_waits_for_it(
    make_bot: MakeBot, arrive: Arrive, restarted: bool
) -> None:
    """What an invitation says of the room that it replaces lets nobody in, but is a reason not to
    decline yet: when that room says so as well, the bot comes."""
    owner, admin = await arrive(), await arrive()
    bot = await make_bot(admins=[admin.id], invites="admins")
    room = await private_room(owner, admin, bot)
    successor = await owner.open_room(
        bot.id, encrypted=False, wait=False, creation_content={"predecessor": {"room_id": room}}
    )
    await owner.say(room, "!igf hello")  # the answer comes after the invitation was heard
    await owner.hear_text(room, bot.id, "Heard: hello")
    await bot.until(lambda: not bot.chat._membership._tasks)
    if restarted:
        await bot.restart()
    assert owner.membership(successor, bot.id) == "invite"
    tombstone = {"body": "Moved", "replacement_room": successor}
    await owner.call("PUT", "rooms", room, "state", "m.room.tombstone", body=tombstone)
    await owner.until(lambda: owner.membership(room, bot.id) == "leave")
    await owner.say(successor, "hello again")
    await owner.hear_text(successor, bot.id, "Heard: hello again")
