"""How a database is reached: URLs, SQLite's settings, the lock on its file, clear errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa

BUSY = 5000
"""Milliseconds that SQLite waits for a lock of another program."""


class StoreError(Exception):
    """The database could not do what was asked. Says the cause and the cure, and no password."""


class FileInUse(StoreError):
    """Another process of the bot has the SQLite file."""


def parse(url: str) -> sa.URL:
    """An SQLAlchemy URL of a database that the bot can use.

    `postgres://` and `postgresql://` are understood too. Raises `StoreError`, which never
    repeats the URL: it may hold a password.
    """
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise StoreError(
            "the database URL is not one; write for example sqlite:///data/igf-bot.db"
        ) from None
    if parsed.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in ("sqlite", "sqlite+pysqlite"):
        return parsed
    raise StoreError(f"the database is sqlite or postgresql, not {parsed.drivername!r}")


def connect(url: sa.URL) -> sa.Engine:
    """An engine for one thread. Raises `StoreError`."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return sa.create_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True)
    except ModuleNotFoundError:
        raise StoreError(
            "PostgreSQL needs psycopg; install it with: pip install 'psycopg[binary]'"
        ) from None


def _sqlite(url: sa.URL) -> sa.Engine:
    # One connection for good: an in-memory database lives in it.
    engine = sa.create_engine(url, poolclass=sa.StaticPool)

    @sa.event.listens_for(engine, "connect")
    def settings(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # SQLAlchemy begins, not the driver
        for pragma in (
            f"busy_timeout = {BUSY}",
            "journal_mode = WAL",
            "synchronous = FULL",  # NORMAL may lose the last commits when the power fails
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class FileLock:
    """Keeps a second process off an SQLite file, until released or the process ends.

    It is itself an SQLite lock, on an empty file next to the database: that works wherever
    SQLite does, and the system drops it with the process. Nothing is locked for PostgreSQL.
    """

    def __init__(self, url: sa.URL) -> None:
        """Take it. Raises `StoreError`; `FileInUse` if another process has it."""
        self._held: sqlite3.Connection | None = None
        path = url.database
        if url.get_backend_name() != "sqlite" or not path or path == ":memory:":
            return
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._held = sqlite3.connect(
                f"{path}-lock", timeout=0, isolation_level=None, check_same_thread=False
            )
            self._held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self.release()
            if "locked" in str(error):
                raise FileInUse(
                    f"{path} is in use by another process of the bot; stop that one first, or "
                    "use PostgreSQL to run several"
                ) from None
            raise StoreError(f"{path} cannot be opened: {error}") from None
        except OSError as error:
            raise StoreError(f"{path} cannot be opened: {error.strerror}") from None

    def release(self) -> None:
        """Let another process have the file."""
        if self._held is not None:
            self._held.close()
            self._held = None


class AccountLocks:
    """Makes this process the only one that sends for a chat account, on PostgreSQL.

    The locks belong to one connection, and the database drops them with it: at once when the
    process ends, and within half a minute when its machine is gone.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = sa.create_engine(engine.url, poolclass=sa.NullPool)
        self._connection: sa.Connection | None = None
        self._held: set[str] = set()

    def hold(self, account: str) -> bool:
        """Whether the account is ours, as far as it can be had. Raises `StoreError`."""
        try:
            with clear_errors():
                if self._connection is None:
                    self._connection = self._connect()
                if account in self._held:
                    self._connection.exec_driver_sql("SELECT 1")
                    return True
                took = sa.select(sa.func.pg_try_advisory_lock(sa.func.hashtext(f"send {account}")))
                if self._connection.execute(took).scalar_one():
                    self._held.add(account)
                return account in self._held
        except StoreError:
            self._drop()
            raise

    def release(self) -> None:
        """Let others have the accounts, at once."""
        with suppress(StoreError), clear_errors():
            if self._connection is not None:
                self._connection.exec_driver_sql("SELECT pg_advisory_unlock_all()")
        self._drop()

    def _drop(self) -> None:
        self._held.clear()
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _connect(self) -> sa.Connection:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        for setting in ("idle = 10", "interval = 5", "count = 3"):
            connection.exec_driver_sql(f"SET tcp_keepalives_{setting}")
        return connection


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what the database cannot do into `StoreError`; mistakes in our SQL stay as they are."""
    try:
        yield
    except (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError):
        raise
    except sa.exc.DBAPIError as error:
        raise StoreError(_say(error)) from error


def _say(error: sa.exc.DBAPIError) -> str:
    cause = str(error.orig).strip().partition("\n")[0]
    lower = cause.lower()
    if "disk is full" in lower or "no space left" in lower:
        return "the database's disk is full: free some space; what was there is kept"
    if "disk i/o error" in lower:
        return "the database's disk cannot be read or written: look after the disk"
    if "database is locked" in lower:
        return "the database is locked by another program: close it (a backup, an SQL shell)"
    if "readonly" in lower or "read-only" in lower:
        return "the database cannot be written: give the bot the right to write its file and folder"
    if "not a database" in lower or "malformed" in lower:
        return f"the database file is damaged or not one ({cause}): put a backup in its place"
    if error.connection_invalidated or "connect" in lower:
        return f"no connection to the database: {cause}"
    return f"the database refused: {cause}"
