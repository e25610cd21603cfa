"""One profile on two chats: a code joins them, and reminders come where they are wanted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.messages import Address
from bot.store import profiles
from tests.conversation.post import Post
from tests.dialogue import Talk

MATRIX = Address(platform="matrix", chat="!ann:example.org")


@pytest.fixture
def matrix(bot: Talk) -> Talk:
    """The same bot, as Ann meets it on her other chat."""
    other = replace(bot, address=MATRIX, sender="@ann:example.org")
    other.conversation = bot.conversation
    return other


@pytest.fixture
async def post(bot: Talk) -> Post:
    """Delivers to both chats."""
    post = Post(bot, "test", "matrix")
    await post.courier.step()
    return post


async def code(bot: Talk) -> str:
    """The code that `/link` gives."""
    reply = await bot.says("/link")
    assert "10 minutes" in reply.plain
    found = re.search(r"/link ([A-Z2-9]{8})\b", reply.plain)
    assert found, reply.plain
    return found[1]


async def test_the_other_chat_takes_the_profile_over(bot: Talk, matrix: Talk) -> None:
    """Settings and what is followed are the same on both from then on."""
    await bot.says("/timezone Nairobi")
    await bot.says("remind me of OF 4")
    await matrix.says("remind me of DC-PAL")
    await matrix.dialogue(f"""
        > /link {await code(bot)}
        < The two chats share one profile now
        < Reminders come to your other chat (Test)
        > /reminders
        < 1. DC Public Access in Libraries
        < 2. African Union Open Forum
        > /timezone
        < Nairobi
    """)
    await matrix.dialogue(f"""
        > /link {await code(bot)}
        < These chats share one profile already
    """)


async def test_a_reminder_comes_once_and_where_it_is_wanted(
    bot: Talk, matrix: Talk, post: Post
) -> None:
    """To the chat where it came before; to the other after one tap; or to both."""
    await bot.says("/leads 1h 10m 5m 2m")
    await bot.says("remind me of OF 4")
    await matrix.says("remind me of OF 4")
    await matrix.says(f"/link {await code(bot)}")
    (letter,) = await post.at("2018-11-13T14:00:00+01:00")
    assert letter.address == bot.address
    await matrix.dialogue("""
        > /prefer
        < Reminders come to your other chat (Test).
        > [This chat]
        < Reminders come to this chat.
    """)
    (letter,) = await post.at("2018-11-13T14:50:00+01:00")
    assert letter.address == MATRIX
    await bot.dialogue("""
        > /prefer
        < Reminders come to your other chat (Matrix).
        > [Both]
        < Reminders come to all your chats (Matrix).
    """)
    assert len(await post.at("2018-11-13T14:55:00+01:00")) == 2
    await bot.dialogue("""
        > /prefer other
        < Reminders come to your other chat (Matrix).
    """)
    (letter,) = await post.at("2018-11-13T14:58:00+01:00")
    assert letter.address == MATRIX


async def test_a_snooze_comes_where_reminders_come(bot: Talk, matrix: Talk, post: Post) -> None:
    """Also if it was asked for on the other chat, under an old message."""
    await bot.says("remind me of OF 4")
    await matrix.says(f"/link {await code(bot)}")
    bot.at("2018-11-13T14:30:00+01:00")
    await post.courier.step()
    await matrix.says("", action="z:igf-2018/of-4")
    (letter, *_) = await post.at("2018-11-13T14:45:00+01:00")
    assert letter.address == bot.address


async def test_a_code_is_used_once_and_expires(bot: Talk, matrix: Talk) -> None:
    """A wrong, used or old one says what to do."""
    used = await code(bot)
    await matrix.says(f"/link {used.lower()}")
    stranger = replace(bot, address=Address(platform="test", chat="eve"), sender="eve")
    stranger.conversation = bot.conversation
    for wrong in (used, "ABCD2345", "'; DROP TABLE person", "🙂" * 500):
        assert "That code is not valid" in (await stranger.says(f"/link {wrong}")).plain
    old = await code(bot)
    bot.clock.at += profiles.HOLDS
    assert "That code is not valid" in (await stranger.says(f"/link {old}")).plain


async def test_a_group_has_no_other_chat(bot: Talk) -> None:
    """It would hand its members' reminders to whoever knows the code."""
    bot.group = True
    await bot.dialogue("""
        > /link
        < in private
        > /link ABCD2345
        < in private
        > /prefer both
        < in this chat only
    """)


async def test_chats_part_again(bot: Talk, matrix: Talk) -> None:
    """Each keeps what was shared, and changes only its own from then on."""
    await bot.says("remind me of OF 4")
    await matrix.says(f"/link {await code(bot)}")
    await matrix.dialogue("""
        > /unlink
        < This chat is on its own again
        > /stop
        < Stopped.
        > /unlink
        < in this chat only
    """)
    await bot.dialogue("""
        > /reminders
        < 1. African Union Open Forum
    """)


async def test_who_knows_one_chat_only_is_told_how_to_join_another(bot: Talk) -> None:
    """There is nothing to prefer yet."""
    await bot.dialogue("""
        > /prefer
        < I know you in this chat only. Write /link
    """)
