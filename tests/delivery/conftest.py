"""A stage before session `a`, with followers to come."""

from __future__ import annotations

import pytest

from bot.clock import StillClock
from bot.store import Store
from tests.delivery.stage import Stage
from tests.programmes import HOUR, NINE, programme, session


@pytest.fixture
async def stage(store: Store) -> Stage:
    """Two hours before session `a`, whose reminders leave an hour and ten minutes before."""
    stage = Stage(store, StillClock(NINE - 2 * HOUR), programme(session("a", featured=True)))
    await stage.courier.step()
    return stage
