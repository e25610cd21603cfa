"""A database that is full or locked when something is due: the cause is said, and as soon as it can
be written again everything comes, once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot.delivery import courier as module
from bot.store import Store, StoreError, people, subscriptions
from bot.store.engine import parse
from tests.delivery.stage import Stage, address, target
from tests.patience import PATIENCE
from tests.programmes import HOUR, NINE

DUE = NINE - HOUR
SOON = DUE + timedelta(seconds=1)
FOLLOWERS = 500


@pytest.fixture(autouse=True)
async def followers(stage: Stage) -> None:
    """More than fit into what is left of a page."""

    def follow(connection: sa.Connection) -> None:
        for number in range(FOLLOWERS):
            person = people.find_or_create(connection, address(str(number)), NINE)
            subscriptions.subscribe(connection, person.id, target("a"), NINE)

    await stage.store.do(follow)


FULL = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
END $$;
CREATE TRIGGER no_room BEFORE INSERT ON delivery FOR EACH ROW EXECUTE FUNCTION no_room()
"""


@asynccontextmanager
async def full_disk(store: Store) -> AsyncIterator[None]:
    """No room for anything more; PostgreSQL is made to say what it says then."""

    def execute(connection: sa.Connection, sqlite: str, postgresql: str) -> None:
        on_sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(sqlite if on_sqlite else postgresql)

    await store.do(execute, "PRAGMA max_page_count = 1", FULL)  # it is never less than there are
    try:
        yield
    finally:
        emptied = "DROP TRIGGER no_room ON delivery; DROP FUNCTION no_room()"
        await store.do(execute, "PRAGMA max_page_count = 1000000", emptied)


@contextmanager
def locked(database: str) -> Iterator[None]:
    """Somebody's shell holds the table, or the file."""
    engine = sa.create_engine(parse(database), isolation_level="AUTOCOMMIT")
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else "BEGIN")
        if not sqlite:
            connection.exec_driver_sql("LOCK TABLE delivery")
        try:
            yield
        finally:
            connection.exec_driver_sql("ROLLBACK")
    engine.dispose()


def be_impatient(connection: sa.Connection) -> None:
    """Wait for a lock for no more than a moment."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql(
        "PRAGMA busy_timeout = 10" if sqlite else "SET lock_timeout = '10ms'"
    )


async def test_a_full_disk(stage: Stage) -> None:
    """Nothing is sent that could not be written down first."""
    async with full_disk(stage.store):
        with pytest.raises(StoreError, match="disk is full: free some space"):
            await stage.at(DUE)
        assert stage.chat.take() == []
    assert len(set(await stage.at(SOON))) == FOLLOWERS
    assert await stage.at(SOON) == []


async def test_a_locked_database(stage: Stage, database: str) -> None:
    """The same holds for one that somebody else is writing to."""
    await stage.store.do(be_impatient)
    with (
        locked(database),
        pytest.raises(StoreError, match=r"locked by another program|lock timeout"),
    ):
        await stage.at(DUE)
    assert stage.chat.take() == []
    assert len(set(await stage.at(SOON))) == FOLLOWERS
    assert await stage.at(SOON) == []


async def test_it_goes_on_by_itself(
    stage: Stage, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that runs says what is wrong and tries again, without anybody's help."""
    monkeypatch.setattr(module, "WAKE", timedelta(milliseconds=10))
    await stage.store.do(be_impatient)
    stage.clock.at = DUE
    async with asyncio.timeout(PATIENCE):
        with locked(database), capture_logs() as logs:
            running = asyncio.create_task(stage.courier.run())
            while not any(each["event"] == "nothing can be planned" for each in logs):
                await asyncio.sleep(0.01)
        while len(stage.chat.sent) < FOLLOWERS:
            await asyncio.sleep(0.01)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert len(set(stage.chat.take())) == FOLLOWERS
    assert await stage.counts() == {"sent": FOLLOWERS}
