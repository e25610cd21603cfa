"""The rehearsal that the documentation shows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.acceptance.process import ROOT, bot


def test_the_documented_day_is_what_the_bot_does(folder: Path) -> None:
    """Who is told what and when, word for word. If the bot speaks otherwise now, put the output of
    the command in `docs/rehearsal.md` in the place of the old one."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    text = (ROOT / "docs" / "rehearsal.md").read_text()
    script, shown = (part.partition("\n```")[0] for part in text.split("```")[1::2])
    saved = (ROOT / "docs" / "rehearsal.yaml").read_text()
    assert script.removeprefix("yaml\n").strip() == saved.strip()
    command, _, transcript = shown.removeprefix("text\n$ python -m bot ").partition("\n")
    done = bot(folder, *command.split())
    assert done.stderr == ""
    assert done.stdout.strip() == transcript.strip()
