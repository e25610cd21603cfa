"""A folder with the real schedule, as an operator has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.acceptance.process import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With `schedules/igf-2018.yaml` to edit."""
    (tmp_path / "schedules").mkdir()
    shutil.copy(ROOT / "schedules" / "igf-2018.yaml", tmp_path / "schedules")
    return tmp_path
