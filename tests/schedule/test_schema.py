"""The schema for editors says what the loader says, as far as a schema can."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.schedule.schema import schema, schema_text
from tests.schedule.files import file, session

ROOT = Path(__file__).parents[2]
EDITOR = jsonschema.Draft7Validator(schema())


def _underlined(text: str) -> list[str]:
    """Where an editor underlines something, as names joined by dots. It reads YAML 1.2, which
    knows `true` and numbers, but neither dates nor hours."""
    texts = yaml.load(text, Loader=yaml.BaseLoader)
    tree = json.loads(json.dumps(texts).replace('"true"', "true"))
    return [".".join(map(str, error.path)) for error in EDITOR.iter_errors(tree)]


def test_the_file_for_editors_is_in_step_with_the_loader() -> None:
    """`python -m bot.schedule.schema > schema/schedule.schema.json` writes it anew."""
    path = ROOT / "schema" / "schedule.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("path", sorted((ROOT / "schedules").glob("*.yaml")), ids=lambda p: p.name)
def test_an_editor_underlines_nothing_in_a_sound_schedule(path: Path) -> None:
    """Schema and loader agree on what is right."""
    assert _underlined(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ("titel: x", "sessions.0"),
        ("start: 9:30", "sessions.0.start"),
        ("duration: '30'", "sessions.0.duration"),
        ("status: canceled", "sessions.0.status"),
        ("join: example.org", "sessions.0.join"),
        ("speakers: Don Means", "sessions.0.speakers"),
        ("room: Salle X", "sessions.0.room"),
    ],
)
def test_an_editor_underlines_what_the_loader_refuses(lines: str, where: str) -> None:
    """Faults of a value show while it is typed."""
    assert _underlined(session(lines)) == [where]
    assert _underlined(file()) == []
