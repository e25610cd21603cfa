"""Published schedules: every text that was in force, numbered 1, 2, 3, ... for each event."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One text of a schedule file. `version` is the hash of the text, and `told` whether those
    whom it concerns have been told (or need not be)."""

    event: str
    number: int
    version: str
    text: bytes
    published: datetime
    told: bool = True


def current(connection: sa.Connection, event: str) -> Publication | None:
    """What is in force."""
    rows = sa.select(publication).where(publication.c.event == event)
    latest = rows.order_by(publication.c.number.desc()).limit(1)
    row = connection.execute(latest).one_or_none()
    return None if row is None else Publication(**row._mapping)


def find(connection: sa.Connection, event: str, number: int) -> Publication | None:
    """A text that is or was in force."""
    row = connection.execute(
        sa.select(publication).where(publication.c.event == event, publication.c.number == number)
    ).one_or_none()
    return None if row is None else Publication(**row._mapping)


def publish(connection: sa.Connection, new: Publication) -> bool:
    """Put a text in force. False if that number is taken: somebody else published meanwhile."""
    row = insert(connection, publication).values(asdict(new))
    published = row.on_conflict_do_nothing().returning(publication.c.number)
    return connection.execute(published).first() is not None


def untold(connection: sa.Connection) -> list[Publication]:
    """The publications of which people are still to be told, oldest first."""
    rows = connection.execute(
        sa.select(publication).where(~publication.c.told).order_by(publication.c.published)
    )
    return [Publication(**row._mapping) for row in rows]


def set_told(connection: sa.Connection, event: str, number: int) -> None:
    """All whom a publication concerns have been told: their notices are planned."""
    connection.execute(
        sa.update(publication)
        .where(publication.c.event == event, publication.c.number == number)
        .values(told=True)
    )
