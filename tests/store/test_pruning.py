"""What the store need not keep is dropped."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.messages import Address
from bot.reminders.leads import parse_leads
from bot.reminders.owed import Owed
from bot.schedule.targets import Target, TargetKind
from bot.store import Store, deliveries, people, planning, pruning, subscriptions
from bot.store.deliveries import Outcome
from bot.store.planning import Owing
from tests.programmes import HOUR, NINE

DAY = timedelta(days=1)
EVENT = Target(kind=TargetKind.EVENT, event="e")


def owing(about: str) -> Owing:
    """A reminder to all who follow the event."""
    return Owing(
        kind=Owed.REMINDER, about=about, start=NINE, lead=HOUR, due=NINE, expires=NINE + HOUR
    )


async def sent(store: Store, about: str) -> None:
    """Plan and send it, at nine."""
    await store.do(planning.plan, owing(about), [EVENT])
    owed, _ = await store.do(deliveries.claim, "telegram", NINE, 100, lambda *_: ())
    done = [Outcome(delivery=each, state="sent", settled=NINE) for each in owed]
    await store.do(deliveries.settle, done)


@pytest.mark.parametrize("chunk", [2, 10_000])
async def test_what_was_settled_long_ago(
    store: Store, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    """It goes, a part at a time; what is open or recent stays."""
    monkeypatch.setattr(pruning, "CHUNK", chunk)
    for chat in "abc":
        address = Address(platform="telegram", chat=chat)
        person = await store.do(people.find_or_create, address, NINE)
        await store.do(subscriptions.subscribe, person.id, EVENT, NINE)
    await sent(store, "e/a")
    await store.do(planning.plan, owing("e/b"), [EVENT])

    async def prune(age: timedelta) -> dict[str, int]:
        while await store.do(pruning.prune_deliveries, NINE + age):
            pass
        return await store.do(deliveries.counts)

    assert await prune(29 * DAY) == {"sent": 3, "planned": 3}
    assert await prune(31 * DAY) == {"planned": 3}


async def test_leads_that_nobody_has(store: Store) -> None:
    """Those of people and of subscriptions stay: nothing would be due at them otherwise."""
    ids = [
        (await store.do(people.find_or_create, Address(platform="x", chat=chat), NINE)).id
        for chat in "abc"
    ]
    await store.do(people.set_leads, ids[0], parse_leads("1d 5m"))
    await store.do(people.set_leads, ids[0], parse_leads("1d 3m"))
    await store.do(people.set_leads, ids[1], parse_leads("7m"))
    await store.do(subscriptions.subscribe, ids[2], EVENT, NINE, leads=parse_leads("2h"))
    await store.do(people.forget, ids[1])
    await store.do(pruning.prune_rest, NINE)
    assert await store.do(subscriptions.leads_in_use) == {DAY, timedelta(minutes=3), 2 * HOUR}


async def test_when_nobody_has_any(store: Store) -> None:
    """Nothing is left, and nothing fails."""
    id = (await store.do(people.find_or_create, Address(platform="x", chat="a"), NINE)).id
    await store.do(people.set_leads, id, parse_leads("7m"))
    await store.do(people.set_leads, id, None)
    await store.do(pruning.prune_rest, NINE)
    assert await store.do(subscriptions.leads_in_use) == set()


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_a_lead_that_is_chosen_right_now(store: Store, database: str) -> None:
    """Another process chooses an old lead while it is being dropped: it is there afterwards."""
    id = (await store.do(people.find_or_create, Address(platform="x", chat="a"), NINE)).id
    await store.do(people.set_leads, id, parse_leads("7m"))
    await store.do(people.set_leads, id, None)
    chosen, pruned = threading.Event(), threading.Event()

    def choose(connection: sa.Connection) -> None:
        people.set_leads(connection, id, parse_leads("7m"))
        chosen.set()
        waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        while not pruned.is_set() and not connection.exec_driver_sql(waits).scalar_one():
            pass

    other = await Store.open(database)
    choosing = asyncio.create_task(other.do(choose))
    await asyncio.to_thread(chosen.wait)
    await store.do(pruning.prune_rest, NINE)
    pruned.set()
    await choosing
    await other.close()
    assert await store.do(subscriptions.leads_in_use) == {timedelta(minutes=7)}
