"""Files on Matrix: encrypted where the room is."""

from __future__ import annotations

from bot.messages import Address, Attachment, Message, Reply, Span, Urgency
from tests.matrix.conftest import Bot
from tests.matrix.person import Person

FILE = Attachment(name="dc-pal.ics", media_type="text/calendar", content=b"BEGIN\xff" * 99)
REPLY = Reply(lines=((Span(text="For your calendar"),),), attachment=FILE)


async def with_file(message: Message) -> Reply:
    return REPLY


async def test_in_an_encrypted_room_the_homeserver_learns_nothing_of_a_file(
    bot: Bot, person: Person
) -> None:
    """What is uploaded is ciphertext; name, kind and key travel in the encrypted event, and the
    person's client opens it."""
    bot.respond = with_file
    room = await person.open_room(bot.id)
    await person.say(room, "the file?")
    await person.hear_text(room, bot.id, "For your calendar")
    content = await person.file(room, bot.id)
    assert all(event["encrypted"] for event in person.messages(room, bot.id))
    assert content["info"] == {"mimetype": "text/calendar", "size": len(FILE.content)}
    assert (content["filename"], content["m.mentions"]) == ("dc-pal.ics", {})
    assert "url" not in content
    assert await person.open_file(content) == FILE.content
    stored = [each.read_bytes() for each in bot.server.media()]
    assert FILE.content not in stored


async def test_a_picture_is_shown(bot: Bot, person: Person) -> None:
    """As an image, encrypted as any other file."""
    plan = Attachment(name="plan.png", media_type="image/png", content=b"\x89PNG" * 99)

    async def with_picture(message: Message) -> Reply:
        return Reply(lines=((Span(text="The way to Salle X"),),), attachment=plan)

    bot.respond = with_picture
    room = await person.open_room(bot.id)
    await person.say(room, "where is it?")
    content = await person.file(room, bot.id)
    assert (content["msgtype"], content["info"]["mimetype"]) == ("m.image", "image/png")
    assert "url" not in content
    assert await person.open_file(content) == plan.content


async def test_in_an_open_room_the_file_is_open(bot: Bot, person: Person) -> None:
    """As what is said there is."""
    bot.respond = with_file
    room = await person.open_room(bot.id, encrypted=False)
    await person.say(room, "the file?")
    content = await person.file(room, bot.id)
    assert "file" not in content
    assert await person.open_file(content) == FILE.content


async def test_a_file_comes_once_and_stays_in_the_thread(bot: Bot, person: Person) -> None:
    """Sent twice under one key it shows once; an answer in a thread has its file there."""
    bot.respond = with_file
    room = await person.open_room(bot.id)
    root = await person.say(room, "hello")
    await person.file(room, bot.id)
    thread = {"rel_type": "m.thread", "event_id": root}
    await person.say(room, "the file?", **{"m.relates_to": thread})
    await person.hear(room, bot.id, 4)
    relation = (await person.file(room, bot.id))["m.relates_to"]
    assert (relation["rel_type"], relation["event_id"]) == ("m.thread", root)
    address = Address(platform="matrix", chat=room)
    for _ in range(2):
        await bot.chat.send(address, REPLY, "a key", Urgency.ANSWER)
    await bot.chat.send(address, Reply(lines=((Span(text="the last"),),)), "k", Urgency.ANSWER)
    await person.hear_text(room, bot.id, "the last")
    assert len(person.messages(room, bot.id)) == 7
