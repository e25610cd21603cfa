"""Several processes on one PostgreSQL: one sends for an account, another takes over."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.clock import StillClock
from bot.store import Store, StoreError
from bot.store.engine import parse
from tests.delivery.stage import Stage, target
from tests.programmes import HOUR, NINE, TEN_MINUTES, programme, session

pytestmark = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def replica(store: Store) -> Stage:
    """A process of the bot, two hours before session `a`."""
    return Stage(store, StillClock(NINE - 2 * HOUR), programme(session("a")))


async def test_one_sends_and_another_takes_over(store: Store, database: str) -> None:
    """Both plan, which does no harm. One sends, and as soon as it is gone the other one does."""
    first_store = await Store.open(database)
    first, second = replica(first_store), replica(store)
    await first.follow("ann", target("a"))
    for each in (first, second):
        assert await each.at(NINE - 2 * HOUR) == []
    assert await second.at(NINE - HOUR) == []
    assert await first.at(NINE - HOUR) == ["ann: a 1h"]
    assert await second.at(NINE - TEN_MINUTES) == []
    await first_store.close()
    assert await second.at(NINE - TEN_MINUTES) == ["ann: a 10m"]
    assert await second.counts() == {"sent": 2}


async def test_a_database_that_restarts(stage: Stage, database: str) -> None:
    """All connections break: it says so, goes on by itself, and nothing comes twice."""
    await stage.follow("ann", target("a"))
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    _break_connections(database)
    with pytest.raises(StoreError, match="no connection to the database"):
        await stage.at(NINE - HOUR)
    assert await stage.at(NINE - TEN_MINUTES) == ["ann: a 10m"]
    assert await stage.counts() == {"sent": 2}


async def test_what_is_in_flight_while_the_account_is_lost(stage: Stage, database: str) -> None:
    """Whoever gets the account back knows its own calls, and does not repeat them."""
    await stage.follow("ann", target("a"))

    async def during() -> None:
        _break_connections(database)
        stage.chat.during = None

    stage.chat.during = during
    with pytest.raises(StoreError):
        await stage.at(NINE - HOUR)
    assert await stage.at(NINE - HOUR) == ["ann: a 1h"]
    assert await stage.counts() == {"sent": 1}


def _break_connections(database: str) -> None:
    engine = sa.create_engine(parse(database))
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    engine.dispose()
