"""How a database is opened, migrated, locked, and how it fails."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.messages import Address
from bot.store import Store, StoreError, migrate, people, vectors
from bot.store.tables import metadata

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)
HERE = Address(platform="console", chat="1")


async def test_migrations_make_the_tables(store: Store) -> None:
    """What the migrations made is what the tables in the code would be made as."""

    def both(connection: sa.Connection) -> tuple[object, object]:
        migrated = _shape(connection)
        metadata.drop_all(connection)
        metadata.create_all(connection)
        return migrated, _shape(connection)

    migrated, declared = await store.do(both)
    assert migrated == declared


def _shape(connection: sa.Connection) -> dict[str, object]:
    """All that a database tells of its tables."""
    look = sa.inspect(connection)
    return {
        table: [
            *map(_plain, look.get_columns(table)),
            _plain(look.get_pk_constraint(table)),
            *map(_plain, look.get_foreign_keys(table)),
            *sorted(map(str, map(_plain, look.get_unique_constraints(table)))),
            *sorted(map(str, map(_plain, look.get_indexes(table)))),
        ]
        for table in look.get_table_names()
        if table != "alembic_version"
    }


def _plain(value: Any) -> object:
    """A value of SQLAlchemy's as text, so that it can be compared."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return str(value)


async def test_migrating_twice_changes_nothing(database: str) -> None:
    """A release step and a start may both migrate."""
    migrate(database)
    store = await Store.open(database)
    await store.do(people.find_or_create, HERE, NOW)
    await store.close()
    migrate(database)
    store = await Store.open(database)
    assert await store.do(people.find, HERE) is not None
    await store.close()


async def test_a_failed_function_leaves_nothing_behind(store: Store) -> None:
    """A transaction is all or nothing."""

    def fail(connection: sa.Connection) -> None:
        people.find_or_create(connection, HERE, NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.do(fail)
    assert await store.do(people.find, HERE) is None


async def test_a_second_process_is_refused(tmp_path: Path) -> None:
    """Two processes on one SQLite file would send everything twice."""
    file = tmp_path / "new folder" / "bot.db"
    store = await Store.open(f"sqlite:///{file}")
    code = f"from bot.store import migrate; migrate('sqlite:///{file}')"
    command = [sys.executable, "-c", code]
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "is in use by another process of the bot; stop that one first" in second.stderr
    await store.close()
    subprocess.run(command, check=True)


async def test_a_refused_file_can_be_opened_later(tmp_path: Path) -> None:
    """The lock goes with whoever holds it, also within one process."""
    url = f"sqlite:///{tmp_path}/bot.db"
    store = await Store.open(url)
    with pytest.raises(StoreError, match="in use"):
        await Store.open(url)
    await store.close()
    await (await Store.open(url)).close()


async def test_a_command_beside_a_bot(tmp_path: Path) -> None:
    """It reads and writes while the bot has the file, and keeps no bot from starting."""
    url = f"sqlite:///{tmp_path}/bot.db"
    before = await Store.open(url, beside=True)
    bot = await Store.open(url)
    beside = await Store.open(url, beside=True)
    for each in (before, beside):
        await each.do(people.find_or_create, HERE, NOW)
        assert await bot.do(people.find, HERE) is not None
        await each.close()
    with pytest.raises(StoreError, match="in use"):
        await Store.open(url)
    await bot.close()


async def test_a_command_of_another_version(tmp_path: Path) -> None:
    """It does not touch the tables of a bot that runs."""
    url = f"sqlite:///{tmp_path}/bot.db"
    bot = await Store.open(url)
    older = sa.text("UPDATE alembic_version SET version_num = '0001'")
    await bot.do(lambda connection: connection.execute(older))
    with pytest.raises(StoreError, match="in use by a bot of another version: restart that one"):
        await Store.open(url, beside=True)
    await bot.close()


async def test_memory_needs_no_file() -> None:
    """An in-memory database lives as long as the store."""
    store = await Store.open("sqlite://")
    await store.do(people.find_or_create, HERE, NOW)
    assert await store.do(people.find, HERE) is not None
    await store.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense", "the database URL is not one"),
        ("mysql://me:secret@host/db", "the database is sqlite or postgresql, not 'mysql'"),
        ("postgres://me:secret@127.0.0.1:1/db", "no connection to the database"),
        ("sqlite:////proc/bot.db", "cannot be opened"),
    ],
)
async def test_a_database_that_cannot_be_had(url: str, says: str) -> None:
    """The error names the cause, and never the password."""
    with pytest.raises(StoreError, match=says) as raised:
        await Store.open(url)
    assert "secret" not in str(raised.value)


async def test_a_damaged_file(tmp_path: Path) -> None:
    """A file that is no database is said to be none."""
    (tmp_path / "bot.db").write_text("This is not a database, though long enough to be read." * 99)
    with pytest.raises(StoreError, match="damaged or not one"):
        await Store.open(f"sqlite:///{tmp_path}/bot.db")


async def test_a_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell that holds the file is named as the cause; afterwards everything works again."""
    monkeypatch.setattr("bot.store.engine.BUSY", 1)
    store = await Store.open(f"sqlite:///{tmp_path}/bot.db")
    with sqlite3.connect(tmp_path / "bot.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another program"):
            await store.do(people.find_or_create, HERE, NOW)
        other.execute("ROLLBACK")
    await store.do(people.find_or_create, HERE, NOW)
    await store.close()


async def test_a_full_disk(tmp_path: Path) -> None:
    """What fits no more is refused with the cure, and what was there stays."""
    store = await Store.open(f"sqlite:///{tmp_path}/bot.db")

    def leave_little_room(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 100")

    await store.do(leave_little_room)
    await store.do(vectors.save, "model", {"first": b"1"})
    with pytest.raises(StoreError, match="disk is full: free some space"):
        await store.do(vectors.save, "model", {"huge": b"2" * 1_000_000})
    assert await store.do(vectors.load, "model", ["first", "huge"]) == {"first": b"1"}
    await store.close()
