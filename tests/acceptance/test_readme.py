"""The README shows what really comes out."""

from __future__ import annotations

import re
from pathlib import Path

from tests.acceptance.process import ROOT, bot


def test_the_transcript_is_what_the_bot_says(folder: Path) -> None:
    """What is typed in the README gets the README's answers, word for word, the day of the
    checkout apart."""
    readme = (ROOT / "README.md").read_text()
    transcript = readme.partition("```text\n")[2].partition("```")[0]
    typed = "".join(line[2:] + "\n" for line in transcript.splitlines() if line.startswith("> "))
    assert typed
    said = bot(folder, "run", typed=typed).stdout
    assert _undated(said).strip() == _undated(transcript).strip()


def test_the_two_commands_exist() -> None:
    """`make run` and `make test` are targets of the Makefile, and CI calls the second."""
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"run", "test"} <= set(targets)
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("make test")


def _undated(text: str) -> str:
    return re.sub(r"Programme as of .*", "Programme as of a day", text)
