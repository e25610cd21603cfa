"""Problems in a file: where, what, and the cure; shown as text, JSON or GitHub annotations.

A problem reads `schedules/igf-2018.yaml:31:12: there is no room 'sale-x' — did you mean
'salle-x'?`. An error keeps the file from being published, a warning does not.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

MOST = 200
"""So many problems of one file are told; more only hide the first ones."""

_WIDEST = 100  # columns of a source line that are shown


class Place(NamedTuple):
    """A place in a file; lines and columns (in characters) count from 1."""

    line: int
    column: int


START = Place(1, 1)
"""Where a file begins."""


class Severity(StrEnum):
    """Whether a problem keeps a file from being published."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault. `rule` is its short name, `source` the line of the file it is in."""

    path: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    cure: str = ""
    source: str = ""

    @property
    def sentence(self) -> str:
        """The message and its cure."""
        return f"{self.message} — {self.cure}" if self.cure else self.message

    def __str__(self) -> str:
        warning = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.path}:{self.line}:{self.column}: {warning}{self.sentence}"


class TooManyProblems(Exception):
    """A file has more than `MOST` problems; the report has the first ones."""


class Report:
    """Collects the problems of one file."""

    def __init__(self, path: str, lines: Sequence[str] = ()) -> None:
        self.path = path
        self.lines = lines
        self._found: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, in the order of the file."""
        return tuple(sorted(self._found, key=lambda each: (each.line, each.column)))

    @property
    def failed(self) -> bool:
        """Whether there is an error among the problems."""
        return any(each.severity is Severity.ERROR for each in self._found)

    def line(self, at: Place) -> str:
        """The line of the file that a place is in."""
        return self.lines[at.line - 1] if at.line <= len(self.lines) else ""

    def error(self, rule: str, at: Place, message: str, cure: str = "") -> None:
        """Note a fault that keeps the file from being published. Raises `TooManyProblems`."""
        self._add(Severity.ERROR, rule, at, message, cure)

    def warning(self, rule: str, at: Place, message: str, cure: str = "") -> None:
        """Note what may be a mistake. Raises `TooManyProblems`."""
        self._add(Severity.WARNING, rule, at, message, cure)

    def include(self, other: Report) -> None:
        """Take over what another report on the same file has found."""
        self._found += other.problems

    def _add(self, severity: Severity, rule: str, at: Place, message: str, cure: str) -> None:
        if len(self._found) > MOST:
            raise TooManyProblems
        if len(self._found) == MOST:
            severity, rule, message, cure = Severity.ERROR, "too-many", "there is more", ""
        self._found.append(
            Problem(
                path=self.path,
                line=at.line,
                column=at.column,
                severity=severity,
                rule=rule,
                message=message,
                cure=cure,
                source=self.line(at),
            )
        )


def quoted(text: str) -> str:
    """A text of the file within a sentence: one line, not endless."""
    text = " ".join(text.split())
    return f"'{text[:39]}…'" if len(text) > 40 else f"'{text}'"


def closest(word: str, among: Iterable[str], *, cutoff: float = 0.7) -> str | None:
    """The name among those that `word` most likely is a slip of, if any."""
    names = {name.casefold(): name for name in among}
    close = get_close_matches(word[:60].casefold(), names, n=1, cutoff=cutoff)
    return names[close[0]] if close else None


def did_you_mean(word: str, among: Iterable[str]) -> str:
    """The cure for a misspelt name, or nothing."""
    name = closest(word, among)
    return f"did you mean {quoted(name)}?" if name else ""


class Format(StrEnum):
    """How problems are shown: to people, to programs, or beside the lines of a pull request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def show(problems: Iterable[Problem], format: Format) -> str:
    """The problems in one of the formats."""
    return {Format.TEXT: as_text, Format.JSON: as_json, Format.GITHUB: as_github}[format](problems)


def as_text(problems: Iterable[Problem]) -> str:
    """For people: each problem with its source line and a caret under the place."""
    return "\n".join(map(_block, problems))


def _block(problem: Problem) -> str:
    if not problem.source.strip():
        return str(problem)
    first = max(0, problem.column - 1 - _WIDEST // 2)
    before = problem.source[first : problem.column - 1]
    shown = problem.source[first : first + _WIDEST]
    return f"{problem}\n    {shown}\n    {''.join(map(_blank, before))}^"


def _blank(character: str) -> str:
    """A blank as wide as the character stands in a terminal."""
    if character == "\t":
        return "\t"
    if unicodedata.combining(character):
        return ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "


def as_json(problems: Iterable[Problem]) -> str:
    """For programs: a list of objects with the fields of `Problem`."""
    fields = ("path", "line", "column", "severity", "rule", "message", "cure", "source")
    found = [{field: getattr(problem, field) for field in fields} for problem in problems]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """For GitHub: workflow commands that put each problem beside its line in a pull request."""
    return "\n".join(
        f"::{problem.severity} file={_property(problem.path)},line={problem.line},"
        f"col={problem.column},title={_property(problem.rule)}::{_data(problem.sentence)}"
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
