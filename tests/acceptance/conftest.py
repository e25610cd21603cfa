"""A folder with the real schedule, as an operator has it, and a Telegram."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.process import ROOT
from tests.telegram.emulator import Telegram

if sys.version_info >= (3, 13):
    # As in tests/matrix: the other client is not there.
    collect_ignore = ["test_matrix.py", "test_two_chats.py"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With `schedules/igf-2018.yaml` to edit."""
    (tmp_path / "schedules").mkdir()
    shutil.copy(ROOT / "schedules" / "igf-2018.yaml", tmp_path / "schedules")
    return tmp_path


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """An emulated Telegram that checks every request."""
    async with Telegram() as emulated:
        yield emulated
