"""Killed with -9 at the worst moments: nothing is lost, and little comes twice."""

from __future__ import annotations

import signal
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from bot.delivery.outbox import IN_FLIGHT
from bot.store import Store, deliveries, people, subscriptions, watermark
from tests.delivery.stage import address, target
from tests.delivery.victim import live
from tests.forking import processes
from tests.programmes import HOUR, NINE

CROWD = 100


def run(url: str, ledger: Path, point: str, after: int = 1, resend: bool = True) -> int:
    """One life; its exit code, negative if a signal ended it."""
    process = processes.Process(target=live, args=(url, ledger, point, after, resend))
    process.start()
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode


@pytest.fixture
async def ledger(database: str, tmp_path: Path) -> Path:
    """What reaches the platform; a crowd waits for a reminder that is now due."""
    store = await Store.open(database)
    for number in range(CROWD):
        person = await store.do(people.find_or_create, address(str(number)), NINE)
        await store.do(subscriptions.subscribe, person.id, target("a"), NINE)
    await store.do(watermark.set_planned_until, NINE - 2 * HOUR)
    await store.close()
    return tmp_path / "ledger"


def arrived(ledger: Path) -> Counter[str]:
    """How often each message reached the platform, by chat and key."""
    return Counter(ledger.read_text().splitlines()) if ledger.exists() else Counter()


async def counts(database: str) -> dict[str, int]:
    """What the database says in the end."""
    store = await Store.open(database)
    found = await store.do(deliveries.counts)
    await store.close()
    return found


async def test_between_planning_and_sending(database: str, ledger: Path) -> None:
    """Everyone gets it once from the next life."""
    assert run(database, ledger, "planned") == -signal.SIGKILL
    assert not arrived(ledger)
    assert run(database, ledger, "never") == 0
    assert len(arrived(ledger)) == CROWD
    assert set(arrived(ledger).values()) == {1}
    assert await counts(database) == {"sent": CROWD}


@pytest.mark.parametrize("point", ["before", "after"])
async def test_between_sending_and_settling(database: str, ledger: Path, point: str) -> None:
    """What was in flight is sent again under the same key, and nothing else."""
    assert run(database, ledger, point, after=50) == -signal.SIGKILL
    assert run(database, ledger, "never") == 0
    assert len(arrived(ledger)) == CROWD
    doubled = sum(arrived(ledger).values()) - CROWD
    assert 0 < doubled <= IN_FLIGHT
    assert await counts(database) == {"sent": CROWD}


async def test_giving_up_what_was_in_flight(database: str, ledger: Path) -> None:
    """If the operator wants nothing twice: what is not sent again is counted."""
    assert run(database, ledger, "after", after=50) == -signal.SIGKILL
    assert run(database, ledger, "never", resend=False) == 0
    assert set(arrived(ledger).values()) == {1}
    given_up = (await counts(database))["dead: the bot stopped while sending"]
    assert 0 < given_up <= IN_FLIGHT
    assert len(arrived(ledger)) >= CROWD - given_up


async def test_killed_again_and_again(database: str, ledger: Path) -> None:
    """However often it dies: nothing is lost, and each time no more than the flight is doubled."""
    random, kills = Random(1), 0
    while code := run(database, ledger, random.choice(["before", "after"]), random.randint(1, 60)):
        assert code == -signal.SIGKILL
        kills += 1
    assert kills >= 3
    assert len(arrived(ledger)) == CROWD
    assert sum(arrived(ledger).values()) - CROWD <= kills * IN_FLIGHT
    assert await counts(database) == {"sent": CROWD}
