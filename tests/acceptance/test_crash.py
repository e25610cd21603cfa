"""Killed with -9 at random instants of a broadcast: nothing is lost, hardly anything doubled."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bot.delivery.outbox import FEWEST
from tests.acceptance.crashing import Campaign
from tests.telegram.emulator import Telegram

KILLS, READERS = 20, 300


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_killed_at_random_instants(database: str, tmp_path: Path) -> None:
    """Everyone is reminded. What comes again because of a kill was in flight then. (The long form
    is `python -m benchmarks.crash`.)"""
    async with Telegram() as telegram:
        campaign = Campaign(tmp_path / "bot", telegram, database, readers=READERS)
        await campaign.begins()
        await campaign.is_killed_at_random(KILLS, Random(1), longest=1.0)
        life = campaign.starts()
        await campaign.reaches_all()
        assert await life.ends() == 0
    assert await campaign.counts() == {"sent": READERS}
    assert max(campaign.doubled) <= FEWEST
    assert campaign.doubled[KILLS] == 0
