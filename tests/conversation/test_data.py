"""What is kept about a person: all of it is shown, and all of it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.clock import StillClock
from bot.messages import Address
from bot.questions.index import Index
from bot.store import Store
from bot.store.tables import metadata
from tests.conversation.post import Post
from tests.dialogue import Talk

SECRETS = ("ann-4711", "!ann:example.org", "blockchain", "Nairobi", "22:30", "06:15", "05:45")
"""What only Ann told."""


@pytest.fixture
async def ann(igf: Index, store: Store) -> Talk:
    """A bot on each kind of database, and Ann, who writes to it."""
    clock = StillClock(datetime(2018, 11, 13, 7, 30, tzinfo=UTC))
    return Talk(
        store=store, index=igf, clock=clock, address=Address(platform="test", chat="ann-4711")
    )


async def everything(store: Store) -> dict[str, list[str]]:
    """All rows of all tables, as text."""

    def read(connection: sa.Connection) -> dict[str, list[str]]:
        rows = {
            name: connection.execute(sa.text(f'SELECT * FROM "{name}"')) for name in metadata.tables
        }
        return {name: [str(tuple(row)) for row in found] for name, found in rows.items()}

    return await store.do(read)


async def live(ann: Talk, matrix: Talk) -> None:
    """Ann uses all that there is."""
    post = Post(ann, "test", "matrix")
    await post.courier.step()
    await ann.says("/timezone Nairobi")
    await ann.says("/leads 1h 7m")
    await ann.says("/quiet 22:30 06:15")
    await ann.says("/digest 05:45")
    await ann.says("/subscribe anything about blockchain")
    await ann.says("remind me 9 minutes before OF 4")
    await ann.says("", action="z:igf-2018/of-4")
    code = (await ann.says("/link")).plain.split("/link ")[1][:8]
    await matrix.says(f"/link {code}")
    await ann.says("/link")
    assert await post.at("2018-11-13T14:51:00+01:00")


async def test_all_that_is_kept_is_shown(ann: Talk) -> None:
    """Every table that has something of Ann's is in the list."""
    matrix = replace(ann, address=Address(platform="matrix", chat="!ann:example.org"))
    matrix.conversation = ann.conversation
    await live(ann, matrix)
    await ann.dialogue("""
        > /mydata
        < Chats: test:ann-4711 (reminders come here), matrix:!ann:example.org
        < Since: Tuesday 13 November
        < Language you last wrote in: English
        < Reminders: 1 hour, then 7 minutes
        < Time zone: Africa/Nairobi
        < Quiet hours: 22:30–06:15
        < Your day: each morning at 05:45
        < everything on “blockchain” · African Union Open Forum (9 minutes before)
        < Messages to you on record:
        < /forget
    """)


async def test_forgotten_nothing_is_left_in_any_table(ann: Talk) -> None:
    """On both chats, and others are untouched."""
    bo = replace(ann, address=Address(platform="test", chat="bo"), sender="bo")
    bo.conversation = ann.conversation
    await bo.says("remind me of OF 4")
    before = await everything(ann.store)
    matrix = replace(ann, address=Address(platform="matrix", chat="!ann:example.org"))
    matrix.conversation = ann.conversation
    await live(ann, matrix)
    kept = str(await everything(ann.store))
    assert all(secret in kept for secret in SECRETS)
    await matrix.dialogue("""
        > /forget
        < Delete everything
        > [Delete everything]
        < Deleted. I keep nothing about you now.
    """)
    after = await everything(ann.store)
    assert not [secret for secret in SECRETS if secret in str(after)]
    for table in ("person", "address", "subscription", "link"):
        assert after[table] == before[table], table
    await ann.dialogue("""
        > /reminders
        < no reminders yet
        > /mydata
        < Messages to you on record: 0
    """)


async def test_what_was_shown_is_forgotten_too(ann: Talk) -> None:
    """Nothing that is said afterwards points at what was said before."""
    await ann.says("when is OF 4?")
    await ann.says("", action="forget!")
    reply = await ann.says("where is it?")
    assert "Salle VIII" not in reply.plain


async def test_a_group_s_data_is_deleted_by_its_admins(ann: Talk) -> None:
    """Everyone may see it."""
    ann.group, ann.moderates = True, False
    await ann.dialogue("""
        > /mydata
        < What I keep
        > /forget
        < only its admins
    """)
    assert "only its admins" in (await ann.says("", action="forget!")).plain
