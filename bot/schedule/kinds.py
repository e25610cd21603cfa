"""The kinds of values in a schedule file: how each is read from its text, and what an editor
is told about it.

A kind's `read` gives the value, or reports what is wrong with it and gives None. Its `schema`
is the piece of JSON Schema that says the same, as far as JSON Schema can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import Formatter
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from babel import Locale

from bot.schedule.model import Contributor, Text
from bot.schedule.problems import Place, Report, closest, did_you_mean, quoted
from bot.schedule.yamltree import Hole, List, Map, Node, Scalar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Schema = Mapping[str, object]

# An editor's YAML turns 2018 and no into a number and a truth value; here they stay texts.
_ANY_TEXT: Schema = {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True)
class ValueKind(Generic[T]):
    """How a value of this kind is read, and its JSON Schema."""

    read: Callable[[Node, Report], T | None]
    schema: Schema


class Fault(Exception):
    """A text is not what its field needs: the rule it breaks, a sentence, and the cure."""

    def __init__(self, rule: str, message: str, cure: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.cure = cure


def texts(parse: Callable[[str], T], schema: Schema = _ANY_TEXT) -> ValueKind[T]:
    """The kind of one text that `parse` turns into a value, or raises `Fault`."""

    def read(node: Node, report: Report) -> T | None:
        if isinstance(node, Hole):
            return None
        if not isinstance(node, Scalar):
            shape = "a list" if isinstance(node, List) else "a block of names and values"
            report.error("shape", node.at, f"one text is needed here, not {shape}")
            return None
        if not node.text.strip():
            report_empty(node, report)
            return None
        try:
            return parse(node.text.strip())
        except Fault as fault:
            report.error(fault.rule, node.at, fault.message, fault.cure)
            return None

    return ValueKind(read, schema)


def report_empty(node: Scalar, report: Report, name: str = "") -> None:
    """Say that a value is empty; after a bare # YAML sees a comment."""
    message = f"{quoted(name)} is empty" if name else "this is empty"
    before = report.line(node.at)[: node.at.column - 1]
    comment = re.match(r"\s*#", report.line(node.at)[len(before) :]) if node.plain else None
    if comment and (before + comment[0]).endswith((" #", "\t#")):
        at = Place(node.at.line, len(before) + len(comment[0]))
        report.error("empty", at, f"{message}: text after # is a comment", "put quotes around it")
    else:
        report.error("empty", node.at, message, "write a value, or leave the line out")


# Texts


def _one_line(text: str) -> str:
    return " ".join(text.split())


LINE = texts(_one_line)
PROSE = texts(str)


def _slug(longest: int) -> ValueKind[str]:
    def parse(text: str) -> str:
        if not re.fullmatch(r"[a-z0-9-]+", text):
            plain = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:longest]
            cure = f"write {quoted(plain)}" if plain else ""
            raise Fault("id", f"{quoted(text)} may have only a-z, 0-9 and -", cure)
        if len(text) > longest:
            raise Fault("id", f"{quoted(text)} has more than {longest} characters", "shorten it")
        return text

    return texts(
        parse,
        {"type": ["string", "integer"], "pattern": f"^[a-z0-9-]{{1,{longest}}}$"},
    )


EVENT_ID = _slug(20)
ID = _slug(39)  # an event, a slash and an id fit into the 64 bytes of a button's action
REFERENCE = texts(_one_line, ID.schema)  # to an id of the file; `entries` looks for it


def _web_address(text: str) -> str:
    cure = "write it like https://example.org/page"
    if text.startswith("www."):
        cure = f"write https://{text}"
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"]", text):
        raise Fault("web-address", f"{quoted(text)} is not a web address", cure)
    return text


WEB_ADDRESS = texts(_web_address, {"type": "string", "pattern": '^https?://[^\\s<>"]+$'})


def choice(choices: type[E], noun: str) -> ValueKind[E]:
    """One of an enumeration's words; `noun` says with its article what it names."""
    names = [str(each) for each in choices]

    def parse(text: str) -> E:
        if text not in names:
            cure = did_you_mean(text, names) or f"choose one of {', '.join(names)}"
            raise Fault("choice", f"{quoted(text)} is not {noun}", cure)
        return choices(text)

    return texts(parse, {"enum": names})


def _yes_no(text: str) -> bool:
    if text.casefold() not in ("true", "false", "yes", "no"):
        raise Fault("choice", f"{quoted(text)} is neither true nor false", "write true or false")
    return text.casefold() in ("true", "yes")


YES_NO = texts(_yes_no, {"enum": [True, False, "yes", "no"]})


# Languages

_LANGUAGES: Mapping[str, str] = Locale("en").languages


def is_language(code: str) -> bool:
    """Whether `code` begins with a language's code: `fr`, `pt-BR`, `zh-Hans`."""
    found = re.fullmatch(r"([a-z]{2,3})(-[A-Za-z0-9]{2,8})*", code)
    return found is not None and found[1] in _LANGUAGES


def language_meant(name: str) -> str | None:
    """The code of a language that is written out in English."""
    names = {english: code for code, english in _LANGUAGES.items()}
    meant = closest(name, names, cutoff=0.85)
    return names[meant].replace("_", "-") if meant else None


def _in_languages(kind: ValueKind[str]) -> ValueKind[Text]:
    """One text, or a text for each language code: the first one is the original."""

    def read(node: Node, report: Report) -> Text | None:
        if not isinstance(node, Map):
            text = kind.read(node, report)
            return None if text is None else Text(text)
        texts = []
        for key, value in node.pairs:
            if not is_language(key.text):
                meant = language_meant(key.text)
                report.error(
                    "language",
                    key.at,
                    f"{quoted(key.text)} is not a language code",
                    f"did you mean {meant}?" if meant else "write a text, or texts by language",
                )
            elif (text := kind.read(value, report)) is not None:
                texts.append((key.text, text))
        if not node.pairs:
            report.error("empty", node.at, "this is empty", "write a text")
        if not texts:
            return None
        (language, original), *others = texts
        return Text(original, tuple(others), language)

    by_language = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
        "additionalProperties": _ANY_TEXT,
    }
    return ValueKind(read, {"anyOf": [_ANY_TEXT, by_language]})


TITLE = _in_languages(LINE)
TEXT = _in_languages(PROSE)


# Lists


def list_of(kind: ValueKind[T]) -> ValueKind[tuple[T, ...]]:
    """A list of values of one kind; each faulty entry is reported."""

    def read(node: Node, report: Report) -> tuple[T, ...] | None:
        if isinstance(node, Hole):
            return None
        if not isinstance(node, List):
            cure = "write a list"
            if isinstance(node, Scalar) and node.plain:
                cure = f"write a list: [{_one_line(node.text)[:60]}]"
            report.error("not-a-list", node.at, "this is not a list", cure)
            return None
        read = [kind.read(item, report) for item in node.items]
        return tuple(value for value in read if value is not None)

    return ValueKind(read, {"type": "array", "items": kind.schema})


LINES = list_of(LINE)
WEB_ADDRESSES = list_of(WEB_ADDRESS)


def _contributor(text: str) -> Contributor:
    """`Name (affiliation; role)`: details are what stands in the brackets at the end."""
    text = _one_line(text)
    depth, opened = 0, None
    for index, character in enumerate(text):
        if character == "(":
            opened = index if depth == 0 else opened
            depth += 1
        elif character == ")":
            depth -= 1
        if depth < 0:
            break
    if depth:
        raise Fault(
            "bracket",
            f"a bracket is missing in {quoted(text)}",
            "put quotes around a name with a comma in its brackets",
        )
    if not opened or not text.endswith(")"):
        return Contributor(name=text)
    details = tuple(part.strip() for part in text[opened + 1 : -1].split(";"))
    return Contributor(name=text[:opened].strip(), details=tuple(filter(None, details)))


CONTRIBUTORS = list_of(texts(_contributor))


# Reminders

MESSAGE_FIELDS = ("title", "room", "join", "url", "event")


def _message(text: str) -> str:
    try:
        fields = [
            f"{field}{'!' if convert else ''}{':' if form else ''}"  # plain names alone are known
            for _, field, form, convert in Formatter().parse(text)
            if field is not None
        ]
    except ValueError:
        cure = "write {title}, or {{ for a brace"
        raise Fault("message", "a brace is missing its pair", cure) from None
    for field in fields:
        if field not in MESSAGE_FIELDS:
            known = ", ".join(f"{{{each}}}" for each in MESSAGE_FIELDS)
            meant = closest(field, MESSAGE_FIELDS)
            raise Fault(
                "message",
                f"{{{field[:40]}}} is not known in a message",
                f"did you mean {{{meant}}}?" if meant else f"there are {known}",
            )
    return _one_line(text)


MESSAGE = texts(_message)
