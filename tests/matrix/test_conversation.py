"""A person and the bot between two: questions, choices, bells, reminders."""

from __future__ import annotations

import asyncio

import pytest

from bot.messages import Address, Message, Reply, Urgency
from tests.matrix.conftest import CARD, Bot, echo, said
from tests.matrix.fixtures import Arrive
from tests.matrix.person import Person


def at(room: str) -> Address:
    return Address(platform="matrix", chat=room)


async def test_an_encrypted_question_gets_an_encrypted_answer(bot: Bot, person: Person) -> None:
    """Invited, the bot comes; asked in an encrypted room, it answers so: a notice that does not
    ring, from a device that its owner has signed, mentioning nobody."""
    room = await person.open_room(bot.id, is_direct=True)
    await person.say(room, "when is the library session?")
    (answer,) = await person.hear(room, bot.id)
    assert answer["encrypted"]
    assert answer["trust"] == "cross-signed-tofu"
    assert answer["content"]["body"] == "Heard: when is the library session?"
    assert answer["content"]["msgtype"] == "m.notice"
    assert answer["content"]["m.mentions"] == {}


async def test_an_open_room_is_answered_in_the_open(bot: Bot, person: Person) -> None:
    """Where the room is not encrypted, neither is the answer."""
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "hello")
    (answer,) = await person.hear(room, bot.id)
    assert "encrypted" not in answer


async def test_what_was_said_with_the_invitation_is_answered_and_nothing_older(
    bot: Bot, person: Person
) -> None:
    """A question asked before the bot had come in counts; what stood there before the invitation
    was said to others."""
    room = await person.open_room(encrypted=False)
    await person.say(room, "old")
    await person.call("POST", "rooms", room, "invite", body={"user_id": bot.id})
    await person.say(room, "new")
    await person.hear_text(room, bot.id, "Heard: new")
    assert [message.text for message in bot.heard] == ["new"]


async def test_edits_notices_and_oddities_are_ignored(bot: Bot, person: Person) -> None:
    """Only texts that people write are heard: no edits, no notices (other bots), no pictures, and
    nothing malformed; and whoever sends such things is still answered afterwards."""
    room = await person.open_room(bot.id, encrypted=False)
    first = await person.say(room, "frist")
    replace = {"rel_type": "m.replace", "event_id": first}
    new = {"msgtype": "m.text", "body": "first"}
    await person.say(room, "* first", **{"m.new_content": new, "m.relates_to": replace})
    await person.say(room, "I am a bot", msgtype="m.notice")
    await person.say(room, "a picture", msgtype="m.image", url="mxc://bot.test/x")
    odd: tuple[tuple[str, dict[str, object]], ...] = (
        ("m.room.encrypted", {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x"}),
        (
            "m.room.encrypted",
            {
                "algorithm": "m.megolm.v1.aes-sha2",
                "ciphertext": "x",
                "sender_key": "",
                "device_id": "",
                "session_id": "",
            },
        ),
        ("m.reaction", {"m.relates_to": "x"}),
        ("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": 1, "key": []}}),
    )
    for kind, content in odd:
        await person.send(room, kind, content)
    await person.say(room, "last")
    await person.hear_text(room, bot.id, "Heard: last")
    assert [message.text for message in bot.heard] == ["frist", "last"]


async def test_a_broken_key_message_does_not_stop_the_bot(bot: Bot, person: Person) -> None:
    """Anyone can send rubbish straight to the bot's device; it is left out, and the next key is
    taken in."""
    room = await person.open_room(bot.id)
    answer = await person.call("POST", "keys", "query", body={"device_keys": {bot.id: []}})
    ((device, known),) = answer["device_keys"][bot.id].items()
    key = known["keys"][f"curve25519:{device}"]
    olm = {"algorithm": "m.olm.v1.curve25519-aes-sha2", "sender_key": "x"}
    for number, rubbish in enumerate(
        (
            {},
            {**olm, "ciphertext": {}},
            {**olm, "ciphertext": {key: {"type": 1}}},
            {**olm, "ciphertext": {key: {"type": 0, "body": "!!!"}}},
            {**olm, "ciphertext": {key: {"type": 1, "body": "AAAA"}}},
        )
    ):
        body = {"messages": {bot.id: {device: rubbish}}}
        await person.call("PUT", "sendToDevice", "m.room.encrypted", f"x{number}", body=body)
    await person.say(room, "still there?")
    await person.hear_text(room, bot.id, "Heard: still there?")


async def test_numbers_and_keycaps_press_buttons(bot: Bot, person: Person) -> None:
    """Buttons are numbered choices of the last reply; a number beyond them is a text; and a
    reply to an older message, or a keycap on it, chooses there."""
    room = await person.open_room(bot.id)
    await person.say(room, "card")
    card = await person.hear_text(room, bot.id, "DC-PAL")
    assert card["content"]["body"].split("\n") == [
        "DC-PAL",
        "Wed 14 Nov",
        "",
        "1. Remind me",
        "2. Who speaks?",
        "The page: https://example.org/dc-pal",
        "Reply with 1–2",
    ]
    await person.say(room, "2")
    await person.hear_text(room, bot.id, "Done: who dc-pal")
    await person.say(room, "366")
    await person.hear_text(room, bot.id, "Heard: 366")
    answering = {"m.relates_to": {"m.in_reply_to": {"event_id": card["event_id"]}}}
    await person.say(room, "1", **answering)
    await person.hear_text(room, bot.id, "Done: follow dc-pal")
    await person.react(room, card["event_id"], "2\ufe0f\u20e3")
    answers = await person.hear(room, bot.id, 5)
    assert answers[-1]["content"]["body"] == "Done: who dc-pal"


async def test_a_bell_subscribes_and_taking_it_away_unsubscribes(bot: Bot, person: Person) -> None:
    """The bot puts a bell under a session; tapping it follows, tapping again stops that, across
    restarts of the bot."""
    room = await person.open_room(bot.id)
    await person.say(room, "card")
    card = await person.hear_text(room, bot.id, "DC-PAL")

    def bell() -> object:
        reactions = (e for _, e in person.seen if e["type"] == "m.reaction")
        return next((e for e in reactions if e["sender"] == bot.id), None)

    bot_bell = await person.until(bell)
    assert bot_bell["content"]["m.relates_to"]["event_id"] == card["event_id"]
    await bot.restart()
    reaction = await person.react(room, card["event_id"], "🔔")
    await person.hear_text(room, bot.id, "Done: follow dc-pal")
    await bot.restart()
    await person.redact(room, reaction)
    await person.hear_text(room, bot.id, "Done: forget dc-pal")
    assert all(message.sender == person.id for message in bot.heard)


async def test_a_reminder_rings_and_comes_once(bot: Bot, person: Person) -> None:
    """A reminder is a text that mentions the person; sent twice under one key, even with other
    words, it shows once, and the same event is returned."""
    room = await person.open_room(bot.id)
    reminder = said("DC-PAL starts in 10 minutes", *CARD)
    key = f"reminder matrix:{room} igf-2018/dc-pal 10m"
    first = await bot.chat.send(at(room), reminder, key, Urgency.REMINDER)
    again = await bot.chat.send(at(room), said("in 9 minutes"), key, Urgency.REMINDER)
    other = await bot.chat.send(at(room), said("moved"), "change igf-2018/dc-pal", Urgency.DIGEST)
    heard = await person.hear(room, bot.id, 2)
    assert first == again == heard[0]["event_id"]
    assert other == heard[1]["event_id"]
    assert heard[0]["content"]["msgtype"] == "m.text"
    assert heard[0]["content"]["m.mentions"] == {"user_ids": [person.id]}
    assert heard[1]["content"]["m.mentions"] == {}
    await person.say(room, "1")
    await person.hear_text(room, bot.id, "Done: follow dc-pal")


async def test_thinking_shows_and_the_question_is_marked_read(bot: Bot, person: Person) -> None:
    """While an answer takes its time, the bot is typing; the question is marked as read."""
    known = asyncio.Event()

    async def think(message: Message) -> Reply | None:
        await known.wait()
        return await echo(message)

    bot.respond = think
    room = await person.open_room(bot.id)
    question = await person.say(room, "hard one")
    await person.until(lambda: any(_typing(e, bot.id) for place, e in person.seen if place == room))
    await person.until(lambda: any(_read(e, question, bot.id) for _, e in person.seen))
    known.set()
    await person.hear_text(room, bot.id, "Heard: hard one")
    await person.until(
        lambda: not _typing([e for _, e in person.seen if e["type"] == "m.typing"][-1], bot.id)
    )


def _typing(event: dict[str, object], who: str) -> bool:
    content = event.get("content")
    return event["type"] == "m.typing" and isinstance(content, dict) and who in content["user_ids"]


def _read(event: dict[str, object], message: str, who: str) -> bool:
    return event["type"] == "m.receipt" and message in str(event) and who in str(event)


async def test_a_failing_answer_does_not_stop_the_others(bot: Bot, person: Person) -> None:
    """When answering goes wrong, the next question is answered all the same."""

    async def fail(message: Message) -> Reply | None:
        if message.text == "break":
            raise ZeroDivisionError
        return await echo(message)

    bot.respond = fail
    room = await person.open_room(bot.id)
    await person.say(room, "break")
    await person.say(room, "go on")
    await person.hear_text(room, bot.id, "Heard: go on")
    assert len(person.messages(room, bot.id)) == 1


async def test_a_very_long_answer_comes_whole(bot: Bot, person: Person) -> None:
    """What does not fit into one event goes into several, in order, the choices under the last."""

    async def tell(message: Message) -> Reply | None:
        lines = "\n".join(f"{line}. {'workshop ' * 20}" for line in range(400))
        return await echo(message) if message.action else said(lines, *CARD)

    bot.respond = tell
    room = await person.open_room(bot.id)
    await person.say(room, "everything")
    await person.hear_text(room, bot.id, "399. workshop")
    parts = [e["content"]["body"] for e in person.messages(room, bot.id)]
    lines = [line for part in parts for line in part.split("\n")]
    assert len(parts) > 3
    assert [line.partition(".")[0] for line in lines[:400]] == [str(n) for n in range(400)]
    await person.say(room, "2")
    await person.hear_text(room, bot.id, "Done: who dc-pal")


async def test_two_people_are_answered_apart(bot: Bot, arrive: Arrive) -> None:
    """Each gets the answer to what they asked, in their own room."""
    people = [await arrive(), await arrive()]
    rooms = [await each.open_room(bot.id) for each in people]
    for each, room in zip(people, rooms, strict=True):
        await each.say(room, f"I am {each.id}")
    for each, room in zip(people, rooms, strict=True):
        await each.hear_text(room, bot.id, f"Heard: I am {each.id}")
        assert len(each.messages(room, bot.id)) == 1


@pytest.mark.parametrize("admin", [True, False])
async def test_admins_are_known_by_their_matrix_id(
    make_bot: object, person: Person, admin: bool
) -> None:
    """Whoever the operator names is an admin, nobody else."""
    assert callable(make_bot)
    bot: Bot = await make_bot(admins=[person.id] if admin else ["@someone:bot.test"])
    room = await person.open_room(bot.id)
    await person.say(room, "hello")
    await person.hear(room, bot.id)
    assert bot.heard[0].admin is admin
    assert bot.heard[0].group is False
    assert bot.heard[0].sender == person.id


async def test_a_person_can_be_told_who_has_not_written_yet(bot: Bot, person: Person) -> None:
    """An admin is known by the Matrix id alone: the bot opens one encrypted room for both, and
    goes on using it."""
    address = Address(platform="matrix", chat=person.id)
    for number in range(2):
        await bot.chat.send(address, said(f"line {number} is wrong"), f"{number}", Urgency.NOTICE)
        await bot.restart()
    (room,) = await person.until(person.invitations)
    await person.call("POST", "join", room)
    await person.say(room, "which?")
    await person.hear_text(room, bot.id, "Heard: which?")
    told = person.messages(room, bot.id)
    assert [event["content"]["body"][:6] for event in told] == ["line 0", "line 1", "Heard:"]
    assert all(event["encrypted"] for event in told)


async def test_two_deliveries_at_once_open_one_room(bot: Bot, person: Person) -> None:
    """To someone who has not written yet."""
    address = Address(platform="matrix", chat=person.id)
    await asyncio.gather(
        *(bot.chat.send(address, said(text), text, Urgency.NOTICE) for text in ("one", "two"))
    )
    room = next(iter(await person.until(person.invitations)))
    await person.call("POST", "join", room)
    await person.say(room, "both?")
    await person.hear_text(room, bot.id, "Heard: both?")
    assert len(bot.chat._rooms._encryption.rooms) == 1
