"""One person on several chats."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from bot.messages import Address
from bot.reminders.daily import Daily
from bot.reminders.due import due_moments
from bot.reminders.leads import parse_leads
from bot.reminders.quiet import Quiet
from bot.schedule.targets import Target, TargetKind, targets_of
from bot.store import Store, deliveries, people, planning, profiles, subscriptions
from bot.store.deliveries import Outcome
from bot.store.tables import delivery, link
from tests.programmes import HOUR, NINE, programme, session

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
HERE = Address(platform="telegram", chat="1")
THERE = Address(platform="matrix", chat="!a:example.org")
A, B = (Target(kind=TargetKind.SESSION, event="e", value=id) for id in "ab")


async def person(store: Store, address: Address, now: datetime, *follows: Target) -> int:
    """Someone who writes from an address and follows these."""
    id = (await store.do(people.find_or_create, address, now)).id
    for each in follows:
        await store.do(subscriptions.subscribe, id, each, now)
    return id


async def preferred(store: Store, id: int) -> list[str]:
    """The platforms to which reminders go."""
    return [
        each.address.platform for each in await store.do(profiles.reaches, id) if each.preferred
    ]


async def plan(store: Store, id: str = "a") -> None:
    """The reminder of a session an hour before."""
    about = session(id)
    (due,) = (each for each in due_moments(programme(about)) if each.lead == HOUR)
    await store.do(planning.plan, planning.Owing.of(due, (HOUR,)), targets_of(about))


async def send(store: Store, platform: str) -> list[str]:
    """What leaves for a platform, and is settled as sent."""

    def judge(each: object, followed: object) -> tuple[Target, ...]:
        return (A,)

    owed, _ = await store.do(deliveries.claim, platform, NINE, 10, judge)
    sent = [Outcome(delivery=each, state="sent", settled=NINE) for each in owed]
    await store.do(deliveries.settle, sent)
    return [each.about for each in owed]


async def test_a_code_joins_two_profiles_once(store: Store) -> None:
    """It is used up, and a new one makes the old one void."""
    one = await person(store, HERE, NOW)
    void = await store.do(profiles.offer, one, NOW)
    code = await store.do(profiles.offer, one, NOW)
    assert await store.do(profiles.redeem, void, NOW) is None
    assert await store.do(profiles.redeem, f" {code.lower()} ", NOW) == one
    assert await store.do(profiles.redeem, code, NOW) is None


async def test_a_code_holds_for_ten_minutes(store: Store) -> None:
    """Then it is not even kept."""
    one = await person(store, HERE, NOW)
    code = await store.do(profiles.offer, one, NOW)
    assert await store.do(profiles.redeem, code, NOW + profiles.HOLDS) is None
    await store.do(profiles.offer, await person(store, THERE, NOW), NOW + profiles.HOLDS)

    def codes(connection: sa.Connection) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(link)).scalar_one()

    assert await store.do(codes) == 1


async def test_codes_are_not_to_be_guessed(store: Store) -> None:
    """Each is another one, of letters that nobody mixes up."""
    one = await person(store, HERE, NOW)
    codes = {await store.do(profiles.offer, one, NOW) for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) == 8 and not set(code) & set("01OIL") for code in codes)


@pytest.mark.parametrize("first", ["older", "younger"])
async def test_joined_the_older_profile_wins(store: Store, first: str) -> None:
    """Its settings stay, its gaps are filled, and everything followed is followed."""
    old, new = await person(store, HERE, NOW, A), await person(store, THERE, LATER, A, B)
    await store.do(people.set_zone, old, "Europe/Paris")
    await store.do(people.set_zone, new, "Asia/Tokyo")
    await store.do(people.set_quiet, new, (time(22), time(7)))
    await store.do(people.set_leads, new, parse_leads("30m"))
    await store.do(subscriptions.subscribe, old, A, NOW, leads=parse_leads("5m"))
    pair = (old, new) if first == "older" else (new, old)
    assert await store.do(profiles.join, *pair) == old
    joined = await store.do(people.find, THERE)
    assert joined is not None
    assert joined == await store.do(people.find, HERE)
    assert (joined.zone, joined.quiet) == ("Europe/Paris", (time(22), time(7)))
    assert joined.leads == parse_leads("30m")
    followed = await store.do(subscriptions.subscriptions_of, old)
    assert {each.target: each.leads for each in followed} == {A: parse_leads("5m"), B: None}
    assert await preferred(store, old) == ["telegram"]


async def test_joined_a_reminder_comes_once(store: Store) -> None:
    """To the chat that is preferred, whatever was planned or sent where before."""
    old, new = await person(store, HERE, NOW, A), await person(store, THERE, LATER, A, B)
    await plan(store, "a")
    await plan(store, "b")
    assert await send(store, "telegram") == ["e/a"]
    await store.do(profiles.join, old, new)
    assert await send(store, "matrix") == []
    assert await send(store, "telegram") == ["e/b"]


async def test_what_was_planned_follows_the_preference(store: Store) -> None:
    """There and back; and to both if both are preferred."""
    id = await store.do(
        profiles.join, await person(store, HERE, NOW, A), await person(store, THERE, NOW)
    )
    await plan(store)
    await store.do(profiles.prefer, id, [THERE])
    await store.do(profiles.prefer, id, [HERE])
    await store.do(profiles.prefer, id, [THERE])
    assert await preferred(store, id) == ["matrix"]
    assert await send(store, "telegram") == []
    assert await send(store, "matrix") == ["e/a"]
    await store.do(profiles.prefer, id, [HERE])
    await plan(store)  # once more, as after a crash
    assert await send(store, "telegram") == []
    await store.do(profiles.prefer, id, [HERE, THERE])
    await plan(store, "b")
    await store.do(subscriptions.subscribe, id, B, NOW)
    await plan(store, "b")
    assert await send(store, "telegram") == await send(store, "matrix") == ["e/b"]


async def test_a_dead_chat_hands_over_to_the_other(store: Store) -> None:
    """Whoever blocks the bot on one chat hears of it on the other, the failed one included."""
    id = await store.do(
        profiles.join, await person(store, HERE, NOW, A), await person(store, THERE, NOW)
    )
    await plan(store)
    (owed,), _ = await store.do(deliveries.claim, "telegram", NINE, 10, lambda *_: (A,))
    gone = Outcome(delivery=owed, state="dead", settled=NINE, reason="gone", muted=True)
    await store.do(deliveries.settle, [gone])
    assert await preferred(store, id) == ["matrix"]
    assert await send(store, "matrix") == ["e/a"]


async def test_parted_each_chat_has_its_own_profile(store: Store) -> None:
    """With a copy of the settings and of what is followed; reminders come to both."""
    id = await store.do(
        profiles.join, await person(store, HERE, NOW, A), await person(store, THERE, NOW)
    )
    await store.do(people.set_zone, id, "Asia/Tokyo")
    assert await store.do(profiles.part, HERE, LATER)
    own = await store.do(people.find, HERE)
    assert own is not None
    assert (own.id != id, own.zone, own.created) == (True, "Asia/Tokyo", LATER)
    assert [each.target for each in await store.do(subscriptions.subscriptions_of, own.id)] == [A]
    assert await preferred(store, own.id) == ["telegram"]
    assert await preferred(store, id) == ["matrix"]
    assert not await store.do(profiles.part, HERE, LATER)


async def test_hours_in_use_are_known(store: Store) -> None:
    """Each once, with the clock by which people have them."""
    for chat, zone in (("1", None), ("2", None), ("3", "Asia/Tokyo")):
        id = await person(store, Address(platform="telegram", chat=chat), NOW)
        await store.do(people.set_zone, id, zone)
        await store.do(people.set_quiet, id, (time(22), time(7)))
        await store.do(people.set_digest, id, time(7, 30))
    night = (time(22), time(7))
    assert await store.do(people.quiet_in_use) == {
        Quiet(hours=night, zone=None),
        Quiet(hours=night, zone="Asia/Tokyo"),
    }
    assert await store.do(people.digests_in_use) == {
        Daily(hour=time(7, 30), zone=None),
        Daily(hour=time(7, 30), zone="Asia/Tokyo"),
    }


async def test_messages_on_record_are_counted(store: Store) -> None:
    """Those of all chats of a person."""
    id = await person(store, HERE, NOW, A)
    assert await store.do(profiles.messages, id) == 0
    await plan(store)
    assert await store.do(profiles.messages, id) == 1

    def rows(connection: sa.Connection) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(delivery)).scalar_one()

    await store.do(people.forget, id)
    assert await store.do(rows) == 0


async def test_a_blocked_chat_cannot_be_preferred(store: Store) -> None:
    """Reminders go on coming where they can."""
    id = await store.do(
        profiles.join, await person(store, HERE, NOW, A), await person(store, THERE, NOW)
    )
    await plan(store)
    await store.do(people.mute, THERE)
    await store.do(profiles.prefer, id, [THERE])
    assert await preferred(store, id) == ["telegram"]
    assert await send(store, "telegram") == ["e/a"]
