"""Keeps the index of what is published up to date: by words at once, by meaning when the vectors
are there; and with it, which sessions people's saved questions select. Vectors are kept in the
store by the hash of their text, and made off the event loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

import numpy as np
import structlog

from bot.questions.index import Index
from bot.questions.meaning.encoder import Meaning, available
from bot.questions.selection import Selection
from bot.questions.understand import understand
from bot.reminders.notices import Targets
from bot.schedule.model import Programme, Schedule, Session
from bot.schedule.targets import Target
from bot.store import Store, StoreError, subscriptions, vectors

MODEL = "usem3"
AT_ONCE = 128
"""Texts that are embedded between two looks at the rest of the world."""

AGAIN = 10.0
"""Seconds after which it is tried again if the store failed."""

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
        self._whole = False
        self._changed = asyncio.Event()
        self._decided = self.index
        self._questions: set[Target] = set()
        self._selection = self._before = Selection(self.index)

    def take(self, programme: Programme) -> None:
        """Answer from this programme as soon as it is indexed."""
        self._programme = programme
        self._taken.set()
        self._tell(whole=False)

    def targets(self, session: Session) -> tuple[Target, ...]:
        """By which targets a session is followed, saved questions included. One that is gone, or
        is not as it was, is followed by what selected it before, too."""
        return _followed(session, self._selection, self._before, self._decided.programme)

    async def foresee(self, before: Schedule, after: Schedule) -> Targets:
        """By which targets sessions are followed when `after` comes into force after `before`:
        what `targets` will say then. Raises `StoreError`."""
        questions = await self._store.do(subscriptions.saved_questions)
        asked = [each for each in questions if each.event == after.event.id]
        then, now = Programme(schedules=(before,)), Programme(schedules=(after,))
        return partial(
            _followed,
            now=await self._select(now, asked),
            before=await self._select(then, asked),
            programme=now,
        )

    async def decide(self, programme: Programme) -> None:
        """Settle what selects the sessions of a programme that was taken; nothing, if another was
        taken meanwhile. Whom a saved question concerns is known when all vectors are there, and
        what was decided without them would be lost to those people. Raises `StoreError`."""
        questions = await self._store.do(subscriptions.saved_questions)
        while not self._whole and (questions or self.index.programme is not programme):
            if self._programme is not programme:
                return
            await self._changed.wait()
        index = self.index
        if index is self._decided and questions == self._questions:
            return
        known = self._selection.found if index is self._decided else {}
        selection = await asyncio.to_thread(Selection, index, questions, known)
        if index.programme is not self._decided.programme:
            self._before = self._selection
        self._selection, self._decided, self._questions = selection, index, questions

    async def by_words(self) -> None:
        """Index what was taken, without meaning, and have the languages' words read, so that
        nobody's question waits for them."""
        programme = self._programme

        def build() -> Index:
            index = Index(programme)
            understand("hello", index, now=datetime.now(UTC))
            return index

        self.index = await asyncio.to_thread(build)
        self._tell(whole=False)

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
                log.error("searching by words only for now", cause=str(error))
                asyncio.get_running_loop().call_later(AGAIN, self._taken.set)
            except Exception:
                log.exception("searching by words only")
            self._tell(whole=not self._taken.is_set())

    async def by_meaning(self) -> None:
        """Index what was taken, with meaning: seconds for vectors that are not kept yet."""
        programme = self._programme
        index = await self._with_meaning(programme)
        if self._programme is programme:
            self.index = index

    async def _with_meaning(self, programme: Programme) -> Index:
        if self._meaning is None:
            self._meaning = await asyncio.to_thread(Meaning)
            await self._store.do(vectors.keep_only, MODEL)
        index = await asyncio.to_thread(Index, programme, self._meaning)
        found = await self._vectors(self._meaning, index.texts_to_embed())
        return await asyncio.to_thread(index.with_vectors, found)

    async def _select(self, programme: Programme, questions: Sequence[Target]) -> Selection:
        if questions and available():
            index = await self._with_meaning(programme)
        else:
            index = await asyncio.to_thread(Index, programme)
        return await asyncio.to_thread(Selection, index, questions)

    def _tell(self, *, whole: bool) -> None:
        """Wake those who wait for an index; it is `whole` when nothing more is made."""
        self._whole = whole
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

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


def _followed(
    session: Session, now: Selection, before: Selection, programme: Programme
) -> tuple[Target, ...]:
    """By which targets a session is followed: one that is as it is in the programme, by what
    selects it now; another one by what selected it before, too."""
    found = now(session)
    if programme.session(session.key) == session:
        return found
    return tuple(dict.fromkeys((*found, *before(session))))
