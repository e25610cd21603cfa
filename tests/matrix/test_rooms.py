"""Rooms with others: being called, threads, moderators, invitations, leaving."""

from __future__ import annotations

import pytest

from bot.messages import Address, ChatError, Failure, Urgency
from tests.matrix.conftest import Bot, MakeBot, said
from tests.matrix.fixtures import Arrive
from tests.matrix.person import Person


def at(room: str) -> Address:
    return Address(platform="matrix", chat=room)


async def test_in_a_room_the_bot_answers_only_when_called(bot: Bot, arrive: Arrive) -> None:
    """Prefix, mention (by its list or in words) and a reply to the bot call it; the answer hangs
    below the question; everything else in the room is not for it."""
    anna, ben = await arrive(), await arrive()
    room = await anna.open_room(bot.id)
    await anna.call("POST", "rooms", room, "invite", body={"user_id": ben.id})
    await ben.call("POST", "join", room)
    await anna.until(lambda: anna.membership(room, ben.id) == "join")
    await anna.say(room, "who has the slides?")
    await anna.say(room, "!igfsomething else")
    asked = await anna.say(room, "!IGF now")
    await anna.say(room, f"{bot.id}: next", **{"m.mentions": {"user_ids": [bot.id]}})
    await anna.say(room, f"{bot.id} is a bot", **{"m.mentions": {}})
    await anna.say(room, f"today, {bot.id}?")
    answer = await anna.hear_text(room, bot.id, "Heard: now")
    assert answer["content"]["m.relates_to"] == {"m.in_reply_to": {"event_id": asked}}
    reply = {"m.relates_to": {"m.in_reply_to": {"event_id": answer["event_id"]}}}
    await anna.say(room, "> <@x:y> quoted\n\nand then?", **reply)
    await anna.hear_text(room, bot.id, "Heard: and then?")
    heard = [message.text for message in bot.heard]
    assert heard == ["now", "next", "today, ?", "and then?"]
    assert all(message.group for message in bot.heard)


async def test_in_a_busy_room_answers_go_into_threads(bot: Bot, person: Person) -> None:
    """The question becomes a thread; in it the bot needs no prefix, and a number chooses; in a
    thread of others it keeps quiet."""
    room = await person.open_room(bot.id, encrypted=False, preset="public_chat")
    crowd = person.server.crowd(room, 10)
    await person.until(lambda: all(person.membership(room, each) == "join" for each in crowd))
    asked = await person.say(room, "!igf card")
    card = await person.hear_text(room, bot.id, "DC-PAL")
    thread = {"rel_type": "m.thread", "event_id": asked}
    assert card["content"]["m.relates_to"]["rel_type"] == "m.thread"
    assert card["content"]["m.relates_to"]["event_id"] == asked
    other = await person.say(room, "lunch?")
    await person.say(room, "yes", **{"m.relates_to": {**thread, "event_id": other}})
    await person.say(room, "2", **{"m.relates_to": thread})
    done = await person.hear_text(room, bot.id, "Done: who dc-pal")
    assert done["content"]["m.relates_to"]["event_id"] == asked
    await person.say(room, "and where?", **{"m.relates_to": thread})
    await person.hear_text(room, bot.id, "Heard: and where?")
    assert [m.text or m.action for m in bot.heard] == ["card", "who dc-pal", "and where?"]


async def test_moderators_are_known_by_their_power(bot: Bot, arrive: Arrive) -> None:
    """Who made the room or has the power of a moderator may speak for it, others not."""
    anna, ben, cleo = await arrive(), await arrive(), await arrive()
    levels = {"users": {ben.id: 50}}
    room = await anna.open_room(
        bot.id, encrypted=False, preset="public_chat", power_level_content_override=levels
    )
    for each in (ben, cleo):
        await each.call("POST", "join", room)
    for each in (anna, ben, cleo):
        await each.say(room, "!igf subscribe")
        await each.hear(room, bot.id, len(bot.heard))
    await anna.hear(room, bot.id, 3)
    powers = {message.sender: message.moderates for message in bot.heard}
    assert powers == {anna.id: True, ben.id: True, cleo.id: False}


@pytest.mark.parametrize(
    ("invites", "comes"),
    [("all", True), ("admins", False), ("bot.test, example.org", True), ("example.org", False)],
)
async def test_invitations_are_taken_by_policy(
    make_bot: MakeBot, arrive: Arrive, invites: str, comes: bool
) -> None:
    """Everyone's, those from listed servers, or admins' alone; others are declined."""
    person, admin = await arrive(), await arrive()
    bot = await make_bot(invites=invites, admins=[admin.id])
    room = await person.open_room(bot.id, wait=False)
    outcome = "join" if comes else "leave"
    await person.until(lambda: person.membership(room, bot.id) == outcome)
    await admin.open_room(bot.id)


async def test_an_invitation_that_came_while_the_bot_was_down_is_taken(
    bot: Bot, person: Person
) -> None:
    """Nobody has to invite twice."""
    await bot.stop()
    room = await person.open_room(bot.id, encrypted=False, wait=False)
    await person.say(room, "hello?")
    await bot.start()
    await person.hear_text(room, bot.id, "Heard: hello?")


async def test_an_invitation_that_could_not_be_taken_is_taken_later(
    bot: Bot, person: Person
) -> None:
    """When the room cannot be reached, the bot goes on answering elsewhere, and comes when it
    can, even after a restart."""
    other = await person.open_room(bot.id, encrypted=False)
    with bot.cut_off("/join/"):
        room = await person.open_room(bot.id, encrypted=False, wait=False)
        await bot.until(lambda: room in bot.chat._membership._invited)
        await person.say(other, "hello")
        await person.hear(other, bot.id)
        assert person.membership(room, bot.id) == "invite"
        await bot.stop()
    await bot.start()
    await person.until(lambda: person.membership(room, bot.id) == "join")


async def test_the_bot_does_not_stay_alone(bot: Bot, person: Person) -> None:
    """When the last other one leaves, it leaves; what was owed there is gone."""
    room = await person.open_room(bot.id, preset="public_chat")
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    await person.call("POST", "rooms", room, "leave")
    await bot.until(lambda: room not in bot.chat._rooms)
    with pytest.raises(ChatError) as error:
        await bot.chat.send(at(room), said("reminder"), "key", Urgency.REMINDER)
    assert error.value.failure is Failure.GONE


async def test_a_room_that_threw_the_bot_out_is_gone(bot: Bot, person: Person) -> None:
    """Kicked, the bot knows that this address is no more, even before its next sync."""
    room = await person.open_room(bot.id)
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    await person.call("POST", "rooms", room, "kick", body={"user_id": bot.id})
    await bot.until(lambda: room not in bot.chat._rooms)
    with pytest.raises(ChatError) as error:
        await bot.chat.send(at(room), said("reminder"), "key", Urgency.REMINDER)
    assert error.value.failure is Failure.GONE


async def test_a_muted_bot_is_refused(bot: Bot, person: Person) -> None:
    """Where the bot may not speak, the message is refused, but the address stays."""
    room = await person.open_room(
        bot.id, encrypted=False, power_level_content_override={"events_default": 50}
    )
    await person.say(room, "hello")
    await bot.until(lambda: bot.heard)
    with pytest.raises(ChatError) as error:
        await bot.chat.send(at(room), said("reminder"), "key", Urgency.REMINDER)
    assert error.value.failure is Failure.REFUSED
