"""A homeserver as it is installed: its rate limits, and tokens that expire."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.chats.matrix.account import LoginError
from bot.chats.matrix.server import JsonObject, Refused
from bot.messages import Address, ChatError, Failure, Urgency
from tests.matrix.conftest import Bot, MakeBot, said
from tests.matrix.homeserver import Homeserver
from tests.matrix.person import Person


@pytest.fixture
async def guest(limited: Homeserver) -> AsyncIterator[Person]:
    """A person on the homeserver with limits."""
    person = await Person.arrive(limited)
    yield person
    await person.leave_the_phone()


async def test_a_rate_limit_says_how_long_to_wait(
    limited: Homeserver, make_bot: MakeBot, guest: Person
) -> None:
    """Deliveries beyond the limit are told to wait, with nothing sent; an answer waits by itself
    as long as the homeserver asks, and comes."""
    bot = await make_bot(limited)
    room = await guest.open_room(bot.id)
    address = Address(platform="matrix", chat=room)
    await guest.say(room, "hello")
    await guest.hear(room, bot.id)

    async def remind(everyone: int) -> None:
        for number in range(everyone):
            await bot.chat.send(address, said(f"reminder {number}"), f"{number}", Urgency.REMINDER)

    with pytest.raises(ChatError) as error:
        await remind(20)
    assert error.value.failure is Failure.BUSY
    assert error.value.retry_after is not None
    assert 0 < error.value.retry_after <= 10
    await guest.say(room, "patience?")
    await guest.hear_text(room, bot.id, "Heard: patience?")
    numbers = [event["content"]["body"] for event in guest.messages(room, bot.id)[1:-1]]
    assert numbers == [f"reminder {number}" for number in range(len(numbers))]


def login(bot: Bot) -> dict[str, str]:
    found: dict[str, str] = json.loads((bot.folder / "device" / "login.json").read_text())
    return found


async def expired(bot: Bot, token: str) -> None:
    """Returns when the homeserver no longer knows the token."""

    def refused() -> bool:
        try:
            bot.server.request("GET", "/_matrix/client/v3/account/whoami", token=token)
        except OSError:
            return True
        return False

    await bot.until(refused)


async def test_an_expired_token_is_refreshed(
    limited: Homeserver, make_bot: MakeBot, guest: Person
) -> None:
    """Nobody notices that the token changed; no password is needed, and the device stays."""
    bot = await make_bot(limited)
    bot.settings["password"] = None
    await bot.restart()
    before = login(bot)
    room = await guest.open_room(bot.id, encrypted=False)
    await expired(bot, before["token"])
    await guest.say(room, "still logged in?")
    await guest.hear_text(room, bot.id, "Heard: still logged in?")
    after = login(bot)
    assert after["device"] == before["device"]
    assert after["token"] != before["token"]
    assert after["refresh"] != before["refresh"]


async def test_without_a_refresh_the_password_renews_the_same_device(
    limited: Homeserver, make_bot: MakeBot, guest: Person
) -> None:
    """When refreshing is refused, the bot logs in again on its device, with its keys."""
    bot = await make_bot(limited)
    await bot.stop()
    kept = login(bot)
    file = bot.folder / "device" / "login.json"
    file.write_text(json.dumps({**kept, "token": "syt_old", "refresh": "syr_old"}))
    await bot.start()
    assert login(bot)["device"] == kept["device"]
    room = await guest.open_room(bot.id)
    await guest.say(room, "hello")
    (answer,) = await guest.hear(room, bot.id)
    assert answer["trust"] == "cross-signed-tofu"


async def test_without_any_way_back_it_says_what_to_do(
    limited: Homeserver, make_bot: MakeBot
) -> None:
    """Neither refresh nor password: the operator is told, and the bot stops."""
    bot = await make_bot(limited)
    await bot.stop()
    file = bot.folder / "device" / "login.json"
    file.write_text(json.dumps({**login(bot), "token": "syt_old", "refresh": None}))
    bot.settings["password"] = None
    with pytest.raises(LoginError, match="Set MATRIX_PASSWORD"):
        await bot.start()


async def test_a_wrong_password_is_named(limited: Homeserver, tmp_path: Path) -> None:
    """The message says which user, and what to check; the password is not in it."""
    bot = Bot(limited, tmp_path)
    bot.settings["password"] = "not-this-one"
    with pytest.raises(LoginError, match=r"Check user and MATRIX_PASSWORD") as error:
        await bot.start()
    assert bot.id in str(error.value)
    assert "not-this-one" not in str(error.value)
    await bot.stop()


async def test_an_access_token_serves_instead_of_a_password(
    limited: Homeserver, make_bot: MakeBot, guest: Person
) -> None:
    """The operator may give a token of a fresh device; one whose keys are elsewhere is refused,
    since a device with changed keys looks like an impostor."""
    request = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": guest.id},
        "password": guest.password,
    }
    answer = limited.request("POST", "/_matrix/client/v3/login", request)
    settings = {"user": guest.id, "password": None}
    bot = await make_bot(limited, access_token=answer["access_token"], **settings)
    assert login(bot)["device"] == answer["device_id"]
    with pytest.raises(LoginError, match="has encryption keys of its own"):
        await make_bot(limited, access_token=answer["access_token"], **settings)


async def test_an_account_that_is_not_served_ends_its_chat_with_the_reason(
    bot: Bot, person: Person
) -> None:
    """Other chats of the bot go on after such an end."""
    server = bot.chat._server

    async def full(*request: Any, **named: Any) -> JsonObject:
        raise Refused(403, {"errcode": "M_RESOURCE_LIMIT_EXCEEDED", "error": "too many users"})

    server.request = full  # type: ignore[method-assign]  # from the next sync on
    await person.open_room(bot.id, wait=False)  # ends the sync under way
    with pytest.raises(LoginError, match="too many users"):
        await bot.running
