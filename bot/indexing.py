"""Keeps the index of what is published up to date: by words at once, by meaning when the vectors
are there. Vectors are kept in the store by the hash of their text, and made off the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import numpy as np
import structlog

from bot.questions.index import Index
from bot.questions.meaning import Meaning, available
from bot.questions.understand import understand
from bot.schedule.model import Programme
from bot.store import Store, StoreError, vectors

MODEL = "usem3"
AT_ONCE = 128
"""Texts that are embedded between two looks at the rest of the world."""

log = structlog.get_logger()


class Indexing:
    """`index` is what answers are given from. `take` each programme; `run` does the rest."""

    def __init__(
        self, *, store: Store, on_progress: Callable[[int, int], None] = lambda done, of: None
    ) -> None:
        """`on_progress` is told how many of how many texts have their vectors."""
        self.index = Index(Programme())
        self._store = store
        self._on_progress = on_progress
        self._meaning: Meaning | None = None
        self._programme = Programme()
        self._taken = asyncio.Event()

    def take(self, programme: Programme) -> None:
        """Answer from this programme as soon as it is indexed."""
        self._programme = programme
        self._taken.set()

    async def by_words(self) -> None:
        """Index what was taken, without meaning, and have the languages' words read, so that
        nobody's question waits for them."""
        programme = self._programme

        def build() -> Index:
            index = Index(programme)
            understand("hello", index, now=datetime.now(UTC))
            return index

        self.index = await asyncio.to_thread(build)

    async def run(self) -> None:
        """Index whatever is taken, by words and then by meaning, until cancelled."""
        if not available():
            log.warning("searching by words only", cure="install the extra 'meaning'")
        while True:
            await self._taken.wait()
            self._taken.clear()
            try:
                if self.index.programme is not self._programme:
                    await self.by_words()
                if available():
                    await self.by_meaning()
            except StoreError as error:
                log.error("vectors cannot be kept", cause=str(error))
            except Exception:
                log.exception("searching by words only")

    async def by_meaning(self) -> None:
        """Index what was taken, with meaning: seconds for vectors that are not kept yet."""
        programme = self._programme
        if self._meaning is None:
            self._meaning = await asyncio.to_thread(Meaning)
        index = await asyncio.to_thread(Index, programme, self._meaning)
        found = await self._vectors(self._meaning, index.texts_to_embed())
        index = await asyncio.to_thread(index.with_vectors, found)
        if self._programme is programme:
            self.index = index

    async def _vectors(self, meaning: Meaning, texts: Mapping[str, str]) -> dict[str, bytes]:
        found = await self._store.do(vectors.load, MODEL, texts)
        missing = [key for key in texts if key not in found]
        for at in range(0, len(missing), AT_ONCE):
            keys = missing[at : at + AT_ONCE]
            rows = await asyncio.to_thread(meaning.embed, [texts[key] for key in keys])
            made = {
                key: np.asarray(row, np.float32).tobytes()
                for key, row in zip(keys, rows, strict=True)
            }
            await self._store.do(vectors.save, MODEL, made)
            found |= made
            self._on_progress(len(found), len(texts))
        return found
