"""Questions that the bot could not answer, as a list to fix: never who asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import unanswered

LONGEST = 200
"""Characters of a question that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A question, how often it was asked, and when last."""

    text: str
    language: str
    times: int
    last: datetime


def note(connection: sa.Connection, text: str, language: str, now: datetime) -> None:
    """Count a question that had no answer."""
    plain = " ".join(text.split()).lower()[:LONGEST]
    row = insert(connection, unanswered).values(text=plain, language=language, times=1, last=now)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[unanswered.c.text],
            set_={"times": unanswered.c.times + 1, "last": now, "language": language},
        )
    )


def most_asked(connection: sa.Connection, limit: int = 50) -> list[Unanswered]:
    """The questions most often left without an answer."""
    rows = connection.execute(
        sa.select(unanswered)
        .order_by(unanswered.c.times.desc(), unanswered.c.last.desc())
        .limit(limit)
    )
    return [Unanswered(**row._mapping) for row in rows]


def solved(connection: sa.Connection, text: str) -> bool:
    """Take a question off the list. False if it is not on it."""
    gone = connection.execute(sa.delete(unanswered).where(unanswered.c.text == text))
    return gone.rowcount > 0
