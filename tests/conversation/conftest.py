"""A bot over the real programme, on a still clock, with a store of its own for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import StillClock
from bot.questions.index import Index
from bot.store import Store
from tests.dialogue import IGF, MAPAS, Talk, programme_of


@pytest.fixture(scope="session")
def igf() -> Index:
    """The real programme, searched by words."""
    return Index(programme_of(IGF))


@pytest.fixture(scope="session")
def both_events() -> Index:
    """The real programme and the made-up event at once."""
    return Index(programme_of(IGF, MAPAS))


@pytest.fixture
async def bot(igf: Index, tmp_path: Path) -> AsyncIterator[Talk]:
    """On the morning of 13 November 2018 in Paris."""
    store = await Store.open(f"sqlite:///{tmp_path / 'bot.db'}")
    clock = StillClock(datetime(2018, 11, 13, 7, 30, tzinfo=UTC))
    yield Talk(store=store, index=igf, clock=clock)
    await store.close()
