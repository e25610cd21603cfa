"""The documentation names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli import main
from bot.schedule.targets import TargetKind

ROOT = Path(__file__).parent.parent
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_architecture_names_every_room() -> None:
    """Each module and package of the bot stands in the picture of its rooms."""
    picture = (ROOT / "docs" / "architecture.md").read_text()
    for path in (ROOT / "bot").iterdir():
        if path.name.startswith("__") and path.name != "__main__.py":
            continue
        name = f"{path.name}/" if path.is_dir() else path.name
        assert re.search(rf"(?<!\w){re.escape(name)}", picture), name


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """No link to a file that is not there."""
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text()):
        assert (path.parent / link).exists(), link


def test_the_glossary_knows_everything_that_can_be_followed() -> None:
    """One name for one thing, and every thing has its name."""
    glossary = (ROOT / "docs" / "glossary.md").read_text().lower()
    for kind in set(TargetKind) - {TargetKind.QUERY}:
        assert kind.value in glossary, kind


def test_the_commands_of_the_readme_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """Each `python -m bot COMMAND` in the documentation is a command."""
    with pytest.raises(SystemExit):
        main(["--help"])
    known = capsys.readouterr().out
    for path in DOCS:
        for command in re.findall(r"python -m bot ([a-z]+)", path.read_text()):
            assert re.search(rf"^    {command}\b", known, re.MULTILINE), (path.name, command)
