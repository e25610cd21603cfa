"""Embedding vectors, so that a text is embedded once for each model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from bot.store.insert import insert
from bot.store.tables import vector


def load(connection: sa.Connection, model: str, contents: Iterable[str]) -> dict[str, bytes]:
    """The vectors of that model that are there, by the hash of the text that they stand for."""
    wanted = set(contents)
    rows = connection.execute(
        sa.select(vector.c.content, vector.c.vector).where(vector.c.model == model)
    )
    return {row.content: row.vector for row in rows if row.content in wanted}


def save(connection: sa.Connection, model: str, vectors: Mapping[str, bytes]) -> None:
    """Keep vectors of that model, by the hash of the text."""
    rows = [{"model": model, "content": each, "vector": vectors[each]} for each in vectors]
    if rows:
        connection.execute(insert(connection, vector).on_conflict_do_nothing(), rows)


def keep_only(connection: sa.Connection, model: str) -> None:
    """Drop the vectors of every other model."""
    connection.execute(sa.delete(vector).where(vector.c.model != model))
