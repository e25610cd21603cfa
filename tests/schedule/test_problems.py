"""How problems are shown to people, programs and pull requests."""

from __future__ import annotations

import json

from bot.schedule.problems import (
    MOST,
    Format,
    Place,
    Problem,
    Report,
    Severity,
    closest,
    quoted,
    show,
)
from tests.schedule.files import told

PROBLEM = Problem(
    path="schedules/igf-2018.yaml",
    line=31,
    column=11,
    severity=Severity.ERROR,
    rule="no-room",
    message="there is no room 'sale-x'",
    cure="did you mean 'salle-x'?",
    source="    room: sale-x",
)


def _at(source: str, column: int) -> list[str]:
    report = Report("a.yaml", [source])
    report.warning("rule", Place(1, column), "this is so")
    return show(report.problems, Format.TEXT).splitlines()


def test_text_shows_the_place_the_line_and_a_caret() -> None:
    """A person sees where it is without opening the file."""
    assert show([PROBLEM], Format.TEXT).splitlines() == [
        "schedules/igf-2018.yaml:31:11: there is no room 'sale-x' — did you mean 'salle-x'?",
        "        room: sale-x",
        "              ^",
    ]


def test_a_warning_says_that_it_is_one() -> None:
    """Errors stop a publication, warnings do not: they look different."""
    assert _at("room: x", 7) == ["a.yaml:1:7: warning: this is so", "    room: x", "          ^"]


def test_the_caret_stands_right_under_wide_characters_and_accents() -> None:
    """Columns count characters, terminals count cells."""
    assert _at("title: 互联网 x", 12)[2] == "    " + " " * 7 + "  " * 3 + " " + "^"
    assert _at("e\u0301 x", 4)[2] == "    " + "  " + "^"


def test_a_very_long_line_is_shown_around_its_place() -> None:
    """Nobody reads two megabytes to find a caret."""
    source = "a" * 5000 + "!" + "b" * 5000
    _, line, caret = _at(source, 5001)
    assert len(line) < 120
    assert line[caret.index("^")] == "!"


def test_json_has_every_field() -> None:
    """A program gets what people get, in parts."""
    (found,) = json.loads(show([PROBLEM], Format.JSON))
    assert found["line"] == 31
    assert found["severity"] == "error"
    assert found["rule"] == "no-room"
    assert found["cure"] == "did you mean 'salle-x'?"


def test_github_puts_the_problem_beside_its_line() -> None:
    """Commas, colons and line ends cannot break out of an annotation."""
    assert show([PROBLEM], Format.GITHUB) == (
        "::error file=schedules/igf-2018.yaml,line=31,col=11,title=no-room"
        "::there is no room 'sale-x' — did you mean 'salle-x'?"
    )
    report = Report("a,b:c.yaml", ["x"])
    report.error("rule", Place(1, 1), "100%\n::warning::x")
    assert show(report.problems, Format.GITHUB) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=rule::100%25%0A::warning::x"
    )


def test_problems_come_in_the_order_of_the_file() -> None:
    """People mend a file from the top."""
    report = Report("a.yaml", ["one", "two"])
    for line, column in ((2, 1), (1, 3), (1, 1)):
        report.error("rule", Place(line, column), "this is so")
    assert [(each.line, each.column) for each in report.problems] == [(1, 1), (1, 3), (2, 1)]


def test_a_name_is_shown_on_one_line_and_cut() -> None:
    """A whole paragraph in the place of a name does not fill the screen."""
    assert quoted("a\n  b") == "'a b'"
    assert len(quoted("x" * 5000)) < 50


def test_the_closest_name_is_found_whatever_the_case() -> None:
    """Slips of a letter and of the shift key are the usual ones."""
    assert closest("Sale-X", ["salle-x", "salle-ix", "library"]) == "salle-x"
    assert closest("garden", ["salle-x", "library"]) is None


def test_more_than_so_many_problems_are_not_told() -> None:
    """The last line says that there is more."""
    text = "event:\n" + "  nothing: 1\n" * (MOST + 50)
    found = told(text)
    assert len(found) == MOST + 1
    assert found[-1].endswith("there is more")
