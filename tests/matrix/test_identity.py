"""Who the bot is to other people's clients: verified, and the same one for ever."""

from __future__ import annotations

import json
import shutil

import nio.crypto  # type: ignore[import-untyped]  # nio ships no types
import pytest

from bot.chats.matrix.account import LoginError
from bot.messages import AccountError
from tests.matrix.conftest import Bot, MakeBot
from tests.matrix.fixtures import Arrive
from tests.matrix.person import Person


async def identity(person: Person, user: str) -> tuple[str, dict[str, str]]:
    """A user's master key, and for each device how the person's client trusts it."""
    answer = await person.call("POST", "keys", "query", body={"device_keys": {user: []}})
    (master,) = answer["master_keys"][user]["keys"].values()
    trust = {}
    for device in answer["device_keys"][user]:
        known = await person.keys.get_or_fetch_device(user, device)  # type: ignore[arg-type]  # str
        assert known is not None
        trust[device] = str(await person.keys.resolve_trust(known))
    return master, trust


async def test_people_who_exclude_insecure_devices_are_served(bot: Bot, person: Person) -> None:
    """Clients may give keys only to devices that their owner has signed: the bot can read them."""
    person.exclude_insecure_devices()
    room = await person.open_room(bot.id)
    await person.say(room, "can you read this?")
    await person.hear_text(room, bot.id, "Heard: can you read this?")


async def test_without_its_signature_the_bot_would_be_excluded(
    bot: Bot, person: Person, arrive: Arrive
) -> None:
    """The counter-check: a device that is not signed (this other person's) gets no key."""
    other = await arrive()
    person.exclude_insecure_devices()
    room = await person.open_room(bot.id, other.id, wait=False)
    await other.call("POST", "join", room)
    await person.until(lambda: person.membership(room, other.id) == "join")
    await person.until(lambda: person.membership(room, bot.id) == "join")
    event = await person.say(room, "!igf secret")
    await person.hear_text(room, bot.id, "Heard: secret")
    await other.hear_text(room, bot.id, "Heard: secret")
    sent = [each["event_id"] for each in other.messages(room, person.id)]
    assert event not in sent


async def test_a_lost_device_is_replaced_without_a_warning(bot: Bot, person: Person) -> None:
    """The folder with the device is gone, the seeds are there: the new device belongs to the same
    identity, and is trusted as the old one was."""
    room = await person.open_room(bot.id)
    await person.say(room, "before")
    await person.hear(room, bot.id)
    master, before = await identity(person, bot.id)
    await bot.stop()
    shutil.rmtree(bot.folder / "device")
    await bot.start()
    await person.say(room, "after")
    answer = await person.hear_text(room, bot.id, "Heard: after")
    assert answer["trust"] == "cross-signed-tofu"
    same, after = await identity(person, bot.id)
    assert same == master
    assert len(after) == len(before) + 1
    assert set(after.values()) == {"cross-signed-tofu"}


async def test_lost_seeds_are_not_replaced_unasked(bot: Bot, person: Person) -> None:
    """A new identity warns everyone and cannot be undone, so the bot does not start without its
    seeds; put back, all is as before; and with a person's consent there is a new identity."""
    room = await person.open_room(bot.id)
    await person.say(room, "before")
    await person.hear(room, bot.id)
    master, _ = await identity(person, bot.id)
    seeds = bot.folder / "device-identity.json"
    backup = seeds.read_text()
    await bot.stop()
    seeds.unlink()
    with pytest.raises(LoginError, match="Put the backup back"):
        await bot.start()
    seeds.write_text(backup)
    await bot.restart()
    assert (await identity(person, bot.id))[0] == master
    await bot.stop()
    seeds.write_text("new\n")
    await bot.start()
    assert (await identity(person, bot.id))[0] != master
    await person.say(room, "after")
    answer = await person.hear_text(room, bot.id, "Heard: after")
    assert answer["trust"] == "cross-signed-untrusted"
    await bot.stop()
    seeds.write_text(backup)
    with pytest.raises(LoginError, match="cannot be taken back"):
        await bot.start()


async def test_the_seeds_are_private_and_for_one_account(bot: Bot, make_bot: MakeBot) -> None:
    """Only the bot's user may read them; another account refuses them, and so does anyone a file
    that is damaged."""
    seeds = bot.folder / "device-identity.json"
    assert seeds.stat().st_mode & 0o077 == 0
    assert (bot.folder / "device" / "login.json").stat().st_mode & 0o077 == 0
    with pytest.raises(LoginError, match="belongs to"):
        await make_bot(identity=seeds)
    damaged = bot.folder / "damaged.json"
    damaged.write_text(json.dumps({"user": bot.id, "master": "x"}))
    with pytest.raises(LoginError, match="Put the backup back"):
        await make_bot(identity=damaged)


async def test_without_encryption_it_does_not_start(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """nio would send plain text into encrypted rooms; the bot refuses, and says what to install."""
    await bot.stop()
    monkeypatch.setattr(nio.crypto, "ENCRYPTION_ENABLED", False)
    with pytest.raises(AccountError, match=r"matrix-nio\[e2e\]"):
        await bot.start()
