"""Published schedules: every text that was in force, numbered 1, 2, 3, ... for each event; and
the saved texts that admins hold back.

The next number is free for one publisher only, so two of them cannot cross.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import held as held_table
from bot.store.tables import publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One text of a schedule file. `version` is the hash of the text, and `told` whether those
    whom it concerns have been told (or need not be). Of a `silent` one nobody is told."""

    event: str
    number: int
    version: str
    text: bytes
    published: datetime
    told: bool = True
    silent: bool = False


def current(connection: sa.Connection, event: str) -> Publication | None:
    """What is in force."""
    rows = sa.select(publication).where(publication.c.event == event)
    latest = rows.order_by(publication.c.number.desc()).limit(1)
    row = connection.execute(latest).one_or_none()
    return None if row is None else Publication(**row._mapping)


def numbers(connection: sa.Connection) -> dict[str, int]:
    """The number of what is in force, of each event."""
    latest = sa.func.max(publication.c.number)
    rows = connection.execute(sa.select(publication.c.event, latest).group_by(publication.c.event))
    return {row[0]: row[1] for row in rows}


def find(connection: sa.Connection, event: str, number: int) -> Publication | None:
    """A text that is or was in force."""
    row = connection.execute(sa.select(publication).where(_is(event, number))).one_or_none()
    return None if row is None else Publication(**row._mapping)


def publish(
    connection: sa.Connection,
    new: Publication,
    *,
    hold: str | None = None,
    unless_held: bool = False,
) -> bool:
    """Put a text in force. From then on, of the event's saved texts the one of version `hold`
    is held. False if somebody else has published meanwhile, or has had it held (`unless_held`).
    """
    _wait_for_others(connection, new.event, new.number - 1)
    if unless_held and held(connection, new.event) == new.version:
        return False
    row = insert(connection, publication).values(asdict(new))
    published = row.on_conflict_do_nothing().returning(publication.c.number)
    if connection.execute(published).first() is None:
        return False
    let_go(connection, new.event)
    if hold is not None:
        connection.execute(sa.insert(held_table).values(event=new.event, version=hold))
    return True


def hold(connection: sa.Connection, event: str, version: str, number: int) -> bool:
    """Keep a saved text from being published by itself. False if `number` is not in force any
    more: somebody has published meanwhile."""
    _wait_for_others(connection, event, number)
    if numbers(connection).get(event) != number:
        return False
    let_go(connection, event)
    connection.execute(sa.insert(held_table).values(event=event, version=version))
    return True


def held(connection: sa.Connection, event: str) -> str | None:
    """The version of the event's text that is held, if one is."""
    rows = sa.select(held_table.c.version).where(held_table.c.event == event)
    return connection.execute(rows).scalar_one_or_none()


def let_go(connection: sa.Connection, event: str) -> None:
    """Hold nothing of the event any more."""
    connection.execute(sa.delete(held_table).where(held_table.c.event == event))


def untold(connection: sa.Connection) -> list[Publication]:
    """The publications of which people are still to be told, oldest first."""
    rows = connection.execute(
        sa.select(publication)
        .where(~publication.c.told)
        .order_by(publication.c.published, publication.c.number)
    )
    return [Publication(**row._mapping) for row in rows]


def set_told(connection: sa.Connection, event: str, number: int) -> None:
    """All whom a publication concerns have been told: their notices are planned."""
    connection.execute(sa.update(publication).where(_is(event, number)).values(told=True))


def _is(event: str, number: int) -> sa.ColumnElement[bool]:
    return sa.and_(publication.c.event == event, publication.c.number == number)


def _wait_for_others(connection: sa.Connection, event: str, number: int) -> None:
    """One decision about a publication at a time: PostgreSQL locks its row, SQLite the file."""
    row = sa.select(publication.c.number).where(_is(event, number))
    connection.execute(row.with_for_update()).first()
