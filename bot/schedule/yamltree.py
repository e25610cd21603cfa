"""From bytes to a tree of texts, each with its place: YAML as a schedule needs it.

No scalar gets a type here: YAML would read `9:30` as 570 and `no` as false, so each field
types its own text (`kinds`). Aliases, tags, control characters, endless nesting and endless
files are refused before they cost anything; the nodes are built from the parser's events, so
nothing of YAML's own object building runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bot.schedule.problems import START, Place, Report, quoted

LARGEST = 2_000_000
"""Bytes that a file may have: more than 5,000 sessions."""
DEEPEST = 12
"""Levels that a file may nest; the format needs five."""
MOST_NODES = 100_000
"""Texts, lists and mappings that a file may have."""
_MOST_MENDED = 20  # stray colons that are passed over

# Neither editors nor people see these; some end a line for YAML, some turn the text around.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]"
)
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it was built


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `plain`: it stands without quotes."""

    text: str
    at: Place
    plain: bool


@dataclass(frozen=True, slots=True)
class List:
    """A list, written with dashes or in brackets."""

    items: tuple[Node, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Map:
    """Names and their values. `inline`: it stands in braces. No name is given twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    at: Place
    inline: bool


@dataclass(frozen=True, slots=True)
class Hole:
    """Where something stood that was refused; it is reported already."""

    at: Place


Node = Scalar | List | Map | Hole


class Refused(Exception):
    """The file cannot be read any further; the report says why."""


def decode(content: bytes, report: Report) -> str:
    """The text of a file, with line ends of one kind. Raises `Refused`."""
    if len(content) > LARGEST:
        report.error(
            "too-large", START, "the file is larger than 2 MB", "shorten its texts, or split it"
        )
        raise Refused
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        report.lines = content.decode("utf-8-sig", "replace").split("\n")
        report.error(
            "not-utf-8", _place(before), "this is not UTF-8 text", "save the file as UTF-8"
        )
        raise Refused from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    report.lines = text.split("\n")
    for unseen in _UNSEEN.finditer(text):
        _report_unseen(unseen[0], _place(text[: unseen.start()]), report)
    if report.failed:
        raise Refused
    return text


def _report_unseen(character: str, at: Place, report: Report) -> None:
    message = f"there is an invisible character here (U+{ord(character):04X})"
    report.error("control-character", at, message, "delete it")


def _place(before: str) -> Place:
    """The place that follows the text `before`."""
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _place_of(mark: Any) -> Place:
    """The place of a mark of the parser; a few of its errors have none."""
    return Place(mark.line + 1, mark.column + 1) if mark else START


def grow(text: str, report: Report) -> Node:
    """The tree of a YAML text. Raises `Refused`.

    A colon that ends a file for YAML (`title: Tools: a talk`) is reported and passed over, so
    that the rest of the file is checked in the same run.
    """
    for _ in range(_MOST_MENDED):
        attempt = Report(report.path, report.lines)
        try:
            return _Growth(text, attempt).tree()
        except yaml.YAMLError as error:
            colon = _stray_colon(text, error)
            if colon is None:
                _explain(error, attempt)
                raise Refused from None
            attempt = Report(report.path, report.lines)  # what it found is found again
            _explain(error, attempt)
            text = f"{text[:colon]}·{text[colon + 1 :]}"
        finally:
            report.include(attempt)
    raise Refused


class _Growth:
    """One pass over the events of a text."""

    def __init__(self, text: str, report: Report) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._report = report
        self._nodes = 0

    def tree(self) -> Node:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse("documents", event, "a second document starts here", "delete ---")
                root = self._node(next(self._events), 1)
        return root or Map((), START, inline=False)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        at = _place_of(event.start_mark)
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._refuse("too-large", event, f"there are more than {MOST_NODES:,} entries")
        if depth > DEEPEST:
            self._refuse("too-deep", event, f"this is nested more than {DEEPEST} levels deep")
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._report.error(
                "alias", at, "aliases are not used here", "write the value, or use 'defaults:'"
            )
            return Hole(at)
        if event.anchor is not None:
            self._report.error(
                "alias", at, "anchors are not used here", f"delete &{quoted(event.anchor)[1:-1]}"
            )
        if event.tag is not None:
            self._report.error(
                "tag", at, "tags are not used here", "put quotes around a text that starts with !"
            )
        if isinstance(event, yaml.ScalarEvent):
            for unseen in _UNSEEN.findall(event.value):  # written as \0 in quotes
                _report_unseen(unseen, at, self._report)
            plain = event.style is None or event.style == ""
            return Scalar("" if plain and event.value in _NULLS else event.value, at, plain)
        if isinstance(event, yaml.SequenceStartEvent):
            return List(tuple(self._children(yaml.SequenceEndEvent, depth)), at)
        return Map(tuple(self._pairs(depth)), at, inline=bool(event.flow_style))

    def _children(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), end):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, int] = {}
        children = self._children(yaml.MappingEndEvent, depth)
        for key in children:
            value = next(children)
            if isinstance(key, Hole):
                continue
            if not isinstance(key, Scalar):
                self._report.error("not-a-name", key.at, "a name is a text, not a list or mapping")
            elif key.text in first:
                self._report.error(
                    "twice",
                    key.at,
                    f"{quoted(key.text)} is given twice (first on line {first[key.text]})",
                    "delete one of them",
                )
            else:
                first[key.text] = key.at.line
                yield key, value

    def _refuse(self, rule: str, event: yaml.Event, message: str, cure: str = "") -> None:
        self._report.error(rule, _place_of(event.start_mark), message, cure)
        raise Refused


def _stray_colon(text: str, error: yaml.YAMLError) -> int | None:
    """Where a colon stands in a text without quotes, if that is the whole trouble."""
    if "mapping values are not allowed" not in str(error):
        return None
    at = _place_of(getattr(error, "problem_mark", None))
    *above, line = text.split("\n")[: at.line]
    before = line[: at.column - 1].rstrip()
    if ": " not in before or before.endswith(("'", '"')):
        return None
    return sum(len(each) + 1 for each in above) + at.column - 1


# Parts of what the parser says, in words for people, with the usual cure.
_EXPLAINED = (
    ("mapping values are not", "a text with ': ' in it needs quotes", "put quotes around it"),
    (
        "cannot start any token",
        "no text starts with this character",
        "put quotes around the text",
    ),
    ("unexpected end of stream", "the quotes that open here are never closed", "close them"),
    ("unknown escape", "a backslash has a meaning in double quotes", "use single quotes"),
    ("',' or ']'", "the bracket that opens here is never closed", "close it"),
    ("',' or '}'", "the brace that opens here is never closed", "close it"),
    (
        "did not find expected key",
        "this does not belong to what stands before",
        "put quotes around the whole text, or check the indentation",
    ),
    ("'-' indicator", "this is no entry of the list above", "check the indentation"),
    ("could not find expected ':'", "there is no ':' behind a name", "write 'name: value'"),
)


def _explain(error: yaml.YAMLError, report: Report) -> None:
    """Report what YAML's parser says, at the most telling place."""
    problem = getattr(error, "problem", None) or "it cannot be read"
    opens = "end of stream" in problem or "',' or" in problem  # quotes or brackets, at `context`
    mark = getattr(error, "context_mark" if opens else "problem_mark", None)
    at = _place_of(mark)
    line = report.line(at)
    sentence, cure = problem, "check quotes and indentation"
    for part, known, usual in _EXPLAINED:
        if part in problem:
            sentence, cure = known, usual
    if "\t" in line[: len(line) - len(line.lstrip())]:
        sentence, cure = "a tab stands before the text", "indent with spaces, not tabs"
    elif line.count(": ") < 2 and "mapping values" in problem:
        sentence, cure = "this line is indented too far", "indent it as its neighbours"
    report.error("not-yaml", at, f"not valid YAML: {sentence}", cure)
