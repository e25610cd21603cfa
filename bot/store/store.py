"""One database and the one thread that speaks to it.

All SQL runs on that thread, one transaction after another, and asyncio awaits it. That is
several times the speed of SQLAlchemy's own asyncio on SQLite, and one writer never waits for
itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.store.engine import (
    AccountLocks,
    FileInUse,
    FileLock,
    StoreError,
    clear_errors,
    connect,
    parse,
)

_ALEMBIC = Lock()
"""Held while migrating: Alembic has one context for the whole process."""

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """An open database. Use `open`, not the constructor."""

    def __init__(
        self, engine: sa.Engine, lock: FileLock | None, thread: ThreadPoolExecutor
    ) -> None:
        self._engine = engine
        self._lock = lock
        self._thread = thread
        self._accounts = AccountLocks(engine) if engine.dialect.name == "postgresql" else None

    @classmethod
    async def open(cls, url: str, *, beside: bool = False) -> Store:
        """Open the database at that URL (SQLite or PostgreSQL) and migrate it.

        The folder of an SQLite file is made. Raises `StoreError`, also when another process
        has the file open; unless with `beside`, which is for commands that neither answer nor
        send, and run for a moment next to a bot of the same version.
        """
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        opens: Callable[[str], tuple[sa.Engine, FileLock | None]]
        opens = _open_beside if beside else _open
        try:
            engine, lock = await asyncio.get_running_loop().run_in_executor(thread, opens, url)
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(engine, lock, thread)

    async def do(
        self,
        function: Callable[Concatenate[sa.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run `function(connection, ...)` in one transaction: all of it or nothing.

        It runs to its end even if the caller is cancelled. Raises `StoreError` if the database
        cannot do it, and whatever the function raises.
        """

        def transaction() -> T:
            with clear_errors(), self._engine.begin() as connection:
                return function(connection, *args, **kwargs)

        return await self._run(transaction)

    async def hold(self, account: str) -> bool:
        """Be the one process that sends for a chat account. False while another one is.

        The database lets go of it when this process or the way to it is gone, so it is to be
        asked again before each use. Raises `StoreError` when the database cannot be reached.
        """
        if self._accounts is None:  # an SQLite file has one process anyway
            return True
        return await self._run(self._accounts.hold, account)

    async def close(self) -> None:
        """Finish what was begun and let go of the database."""
        await self._run(self._close)
        self._thread.shutdown()

    def _close(self) -> None:
        if self._accounts is not None:
            self._accounts.release()
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    async def _run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        call = partial(function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)


def migrate(url: str) -> None:
    """Bring the tables of the database to this version's. Raises `StoreError`."""
    engine, lock = _open(url)
    engine.dispose()
    lock.release()


def _open(url: str) -> tuple[sa.Engine, FileLock]:
    parsed = parse(url)
    lock = FileLock(parsed)
    try:
        engine = connect(parsed)
        with clear_errors(), engine.begin() as connection:
            _migrate(connection)
    except BaseException:
        lock.release()
        raise
    return engine, lock


def _open_beside(url: str) -> tuple[sa.Engine, None]:
    """Keeps no lock: a bot that starts meanwhile must not find the file in use. The tables of
    a bot that runs are not ours to change."""
    try:
        engine, lock = _open(url)
    except FileInUse:
        parsed = parse(url)
        engine = connect(parsed)
        with clear_errors(), engine.begin() as connection:
            there = MigrationContext.configure(connection).get_current_revision()
        if there != ScriptDirectory.from_config(_migrations()).get_current_head():
            raise StoreError(
                f"{parsed.database} is in use by a bot of another version: restart that one, "
                "or tell it in its chat what it should do"
            ) from None
    else:
        lock.release()
    return engine, None


def _migrate(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Of several processes that start at once, one migrates and the others wait.
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtext('igf-bot migrate'))"))
    config = _migrations()
    config.attributes["connection"] = connection
    with _ALEMBIC:
        command.upgrade(config, "head")


def _migrations() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
