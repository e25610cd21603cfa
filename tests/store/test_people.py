"""People, their addresses, and what they follow."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from bot.messages import Address
from bot.reminders.due import start_of
from bot.reminders.leads import LeadsError, parse_leads
from bot.reminders.person import Subscription
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, people, planning, subscriptions
from bot.store.tables import metadata
from tests.programmes import NINE, schedule, session

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
HERE = Address(platform="telegram", chat="1")
THERE = Address(platform="telegram", chat="-100")

HIGHLIGHTS = Target(kind=TargetKind.HIGHLIGHTS, event="e")
TRACK = Target(kind=TargetKind.TRACK, event="e", value="rights")


async def test_a_person_is_made_once(store: Store) -> None:
    """The first message makes a person, later ones find them."""
    assert await store.do(people.find, HERE) is None
    person = await store.do(people.find_or_create, HERE, NOW)
    assert await store.do(people.find_or_create, HERE, NOW + timedelta(days=1)) == person
    assert person.created == NOW
    assert (person.language, person.zone, person.leads, person.quiet) == (None,) * 4


async def test_a_profile_is_kept(store: Store) -> None:
    """What a person chose comes back as it was chosen, and can be taken back."""
    id = (await store.do(people.find_or_create, HERE, NOW)).id
    await store.do(people.set_language, id, "pt")
    await store.do(people.set_zone, id, "America/Sao_Paulo")
    await store.do(people.set_leads, id, parse_leads("10m 1d"))
    await store.do(people.set_quiet, id, (time(22), time(7, 30)))
    person = await store.do(people.find_or_create, HERE, NOW)
    assert (person.language, person.zone) == ("pt", "America/Sao_Paulo")
    assert person.leads == (timedelta(days=1), timedelta(minutes=10))
    assert person.quiet == (time(22), time(7, 30))
    await store.do(people.set_leads, id, None)
    assert (await store.do(people.find_or_create, HERE, NOW)).leads is None


async def test_leads_out_of_bounds_are_refused(store: Store) -> None:
    """Nothing is stored that could not be planned."""
    id = (await store.do(people.find_or_create, HERE, NOW)).id
    with pytest.raises(LeadsError):
        await store.do(people.set_leads, id, (timedelta(seconds=90),))
    with pytest.raises(LeadsError):
        await store.do(subscriptions.subscribe, id, TRACK, NOW, leads=(timedelta(days=31),))
    assert await store.do(subscriptions.leads_in_use) == set()


async def test_leads_in_use_are_known(store: Store) -> None:
    """Those of people and of subscriptions: there are due moments for each."""
    id = (await store.do(people.find_or_create, HERE, NOW)).id
    await store.do(people.set_leads, id, parse_leads("1d 10m"))
    await store.do(subscriptions.subscribe, id, TRACK, NOW, leads=parse_leads("10m 3m"))
    expected = {timedelta(days=1), timedelta(minutes=10), timedelta(minutes=3)}
    assert await store.do(subscriptions.leads_in_use) == expected


async def test_subscribing_twice_is_subscribing_once(store: Store) -> None:
    """It says whether anything changed, and other leads are a change."""
    id = (await store.do(people.find_or_create, HERE, NOW)).id
    leads = parse_leads("5m")
    assert await store.do(subscriptions.subscribe, id, TRACK, NOW)
    assert not await store.do(subscriptions.subscribe, id, TRACK, NOW)
    assert await store.do(subscriptions.subscribe, id, TRACK, NOW, leads=leads)
    assert not await store.do(subscriptions.subscribe, id, TRACK, NOW, leads=leads)
    assert not await store.do(subscriptions.subscribe, id, TRACK, NOW)
    assert await store.do(subscriptions.subscriptions_of, id) == (
        Subscription(target=TRACK, leads=leads, created=NOW),
    )


async def test_unsubscribing(store: Store) -> None:
    """One thing, or all; it says what there was."""
    id = (await store.do(people.find_or_create, HERE, NOW)).id
    for target in (HIGHLIGHTS, TRACK):
        await store.do(subscriptions.subscribe, id, target, NOW)
    assert await store.do(subscriptions.unsubscribe, id, TRACK)
    assert not await store.do(subscriptions.unsubscribe, id, TRACK)
    assert await store.do(subscriptions.unsubscribe_all, id) == 1
    assert await store.do(subscriptions.subscriptions_of, id) == ()


async def test_followers_are_counted_once(store: Store) -> None:
    """Whoever follows a session by two targets is one person."""
    for chat, targets in (("1", [HIGHLIGHTS, TRACK]), ("2", [TRACK]), ("3", [])):
        address = Address(platform="telegram", chat=chat)
        id = (await store.do(people.find_or_create, address, NOW)).id
        for target in targets:
            await store.do(subscriptions.subscribe, id, target, NOW)
    assert await store.do(subscriptions.followers, [HIGHLIGHTS, TRACK]) == 2
    assert await store.do(subscriptions.followers, [HIGHLIGHTS]) == 1
    assert await store.do(subscriptions.followers, []) == 0


async def test_a_migrated_chat_takes_everything_along(store: Store) -> None:
    """The person and what they follow stay the same under the new address."""
    person = await store.do(people.find_or_create, HERE, NOW, group=True)
    await store.do(subscriptions.subscribe, person.id, TRACK, NOW)
    await store.do(people.move, HERE, THERE)
    assert await store.do(people.find, HERE) is None
    assert await store.do(people.find, THERE) == person
    await store.do(people.move, HERE, THERE)
    assert await store.do(people.find, THERE) == person


async def test_a_migrated_chat_that_already_wrote(store: Store) -> None:
    """Its new person takes over what the old one chose and followed, and the old one is gone."""
    old = await store.do(people.find_or_create, HERE, NOW)
    new = await store.do(people.find_or_create, THERE, NOW)
    await store.do(subscriptions.subscribe, old.id, TRACK, NOW)
    await store.do(subscriptions.subscribe, old.id, HIGHLIGHTS, NOW)
    await store.do(subscriptions.subscribe, new.id, HIGHLIGHTS, NOW)
    await store.do(people.set_zone, old.id, "Africa/Nairobi")
    await store.do(people.set_language, old.id, "fr")
    await store.do(people.set_language, new.id, "de")
    await store.do(people.move, HERE, THERE)
    assert await store.do(people.find, HERE) is None
    found = await store.do(people.find, THERE)
    assert found is not None
    assert (found.zone, found.language) == ("Africa/Nairobi", "de")
    followed = await store.do(subscriptions.subscriptions_of, new.id)
    assert {each.target for each in followed} == {HIGHLIGHTS, TRACK}
    assert await store.do(subscriptions.subscriptions_of, old.id) == ()


async def test_forgetting_leaves_no_trace(store: Store) -> None:
    """Nothing about the person is in any table, and others are untouched."""
    other = await store.do(people.find_or_create, THERE, NOW)
    await store.do(subscriptions.subscribe, other.id, TRACK, NOW)

    def rows(connection: sa.Connection) -> dict[str, int]:
        return {
            table.name: connection.execute(
                sa.select(sa.func.count()).select_from(table)
            ).scalar_one()
            for table in metadata.sorted_tables
        }

    before = await store.do(rows)
    person = await store.do(people.find_or_create, HERE, NOW)
    await store.do(subscriptions.subscribe, person.id, TRACK, NOW)
    start = start_of(session("a"), schedule())
    assert start is not None
    assert await store.do(planning.snooze, HERE, session("a"), start, NINE)
    assert await store.do(rows) != before
    await store.do(people.forget, person.id)
    assert await store.do(rows) == before


async def test_numbers_of_the_forgotten_are_not_given_again(store: Store) -> None:
    """Else what was in flight for one person would be settled for another."""
    first = await store.do(people.find_or_create, HERE, NOW)
    await store.do(people.forget, first.id)
    assert (await store.do(people.find_or_create, HERE, NOW)).id != first.id
