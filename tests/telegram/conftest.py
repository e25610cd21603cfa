"""An emulated Telegram for each test; a broken rule of the Bot API fails the test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.telegram.emulator import Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram() as emulated:
        yield emulated
