"""One file with fifteen faults of different kinds: one run tells them all, each at its place."""

from __future__ import annotations

from pathlib import Path

from bot.schedule.problems import Severity
from bot.schedule.yamlfile import load

FILE = Path(__file__).with_name("fifteen-faults.yaml")

FAULTS = [
    (3, 7, "file-name", "the event's id 'fifteen-fault' and the file's name 'fifteen-faults'"),
    (5, 13, "time-zone", "there is no time zone 'Paris' — did you mean 'Europe/Paris'?"),
    (9, 37, "unknown", "'adress' is not known in room 'library' — did you mean 'address'?"),
    (10, 22, "unit", "'90' needs a unit — write 90m or 90h"),
    (12, 12, "message", "{titel} is not known in a message — did you mean {title}?"),
    (17, 10, "order", "it ends before it starts — if it ends after midnight write the full end"),
    (19, 9, "id-twice", "the id 'opening' is used twice (first on line 14) — people's reminders"),
    (20, 12, "empty", "'title' is empty: text after # is a comment — put quotes around it"),
    (21, 12, "date", "'13/11/2018' is not a date — write it like 2018-11-13"),
    (22, 11, "no-room", "there is no room 'sale-x' — did you mean 'salle-x'?"),
    (23, 9, "id", "'DC PAL' may have only a-z, 0-9 and - — write 'dc-pal'"),
    (24, 21, "not-yaml", "not valid YAML: a text with ': ' in it needs quotes"),
    (25, 12, "no-date", "'9:30' has no date — write it like 2018-11-14 9:30"),
    (26, 15, "not-a-list", "this is not a list — write a list: [Don Means]"),
    (30, 13, "choice", "'canceled' is not a status — did you mean 'cancelled'?"),
]  # fmt: skip


def test_one_run_finds_fifteen_problems_each_at_its_line_and_column() -> None:
    """Nobody mends a file fifteen times to hear of fifteen faults."""
    loaded = load(FILE.read_bytes(), str(FILE))
    found = [(each.line, each.column, each.rule) for each in loaded.problems]
    assert found == [(line, column, rule) for line, column, rule, _ in FAULTS]
    assert len(found) == len({rule for _, _, rule, _ in FAULTS}) == 15
    for problem, (*_, sentence) in zip(loaded.problems, FAULTS, strict=True):
        assert problem.sentence.startswith(sentence)
        assert problem.severity is Severity.ERROR
    assert loaded.schedule is None
