"""Wording: what the bot says, by message id, in one language.

The rule that lives here: code names a message and gives its facts; the sentence, its plurals and
its commas are data (Project Fluent, `bot/languages/<code>/wording.ftl`). Facts come from outside
and are put in as they are, never read as markup. In a right-to-left language each of them is
isolated, so that Latin titles and hours do not turn the line around.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

import bot
from bot.messages import Attachment, Button, Line, Reply, Span
from bot.schedule.model import Text

FOLDER = Path(bot.__file__).parent / "languages"
ORIGINAL = "en"  # what no other language has is said in this one

Part = str | int | Span | Line
"""What fills a gap of a message: a fact as text, a number (chooses the plural), or spans."""

Rows = tuple[tuple[Button, ...], ...]

_GAP = re.compile("\x02(.*?)\x03")
_BREAKS = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_ISOLATE, _POP, _RIGHT_TO_LEFT_MARK = "\u2068", "\u2069", "\u200f"


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that the bot speaks, English first."""
    found = sorted(path.parent.name for path in FOLDER.glob("*/wording.ftl"))
    return (ORIGINAL, *(code for code in found if code != ORIGINAL))


def wording(language: str) -> Wording:
    """The wording of a language code such as `pt` or `pt-BR`; English for one not spoken."""
    return _wording(spoken(language) or ORIGINAL)


def spoken(language: str | None) -> str | None:
    """The language of a code such as `pt` or `pt-BR`, if the bot speaks it."""
    code = re.split("[-_]", (language or "").lower())[0]
    return code if code in languages() else None


@cache
def _wording(code: str) -> Wording:
    return Wording(code)


class Wording:
    """Says messages in one language; made by `wording`, which keeps one of each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(language)
        self.right_to_left = self.locale.text_direction == "rtl"
        self._bundles = [self._bundle(code) for code in dict.fromkeys((language, ORIGINAL))]
        self._pieces = lru_cache(4096)(self._resolve)

    def _bundle(self, code: str) -> FluentBundle:
        bundle = FluentBundle([code], use_isolating=self.right_to_left)
        text = (FOLDER / code / "wording.ftl").read_text(encoding="utf-8")
        bundle.add_resource(FluentResource(text))
        return bundle

    def line(self, id: str, **parts: Part) -> Line:
        """The message as spans, with spans among the parts kept as they are."""
        spans: list[Span] = []
        for at, piece in enumerate(self._pieces(id, tuple(parts), _numbers(parts))):
            part = parts[piece] if at % 2 else piece
            if isinstance(part, tuple):
                spans += part
            elif isinstance(part, Span):
                spans.append(part)
            else:
                spans.append(Span(text=clean(str(part)) if at % 2 else str(part)))
        return _merged(spans)

    def say(self, id: str, **parts: str | int) -> str:
        """The message as text alone."""
        pieces = self._pieces(id, tuple(parts), _numbers(parts))
        return "".join(
            clean(str(parts[piece])) if at % 2 else piece for at, piece in enumerate(pieces)
        )

    def lines(self, id: str, **parts: Part) -> tuple[Line, ...]:
        """A message of several lines."""
        whole = self.line(id, **parts)
        lines: list[list[Span]] = [[]]
        for span in whole:
            if span.link or span.bold or span.moment or "\n" not in span.text:
                lines[-1].append(span)
                continue
            first, *others = span.text.split("\n")
            lines[-1].append(Span(text=first))
            lines += [[Span(text=text)] for text in others]
        return tuple(tuple(span for span in line if span.text) for line in lines)

    def _resolve(
        self, id: str, names: tuple[str, ...], numbers: tuple[tuple[str, int], ...]
    ) -> Sequence[str]:
        """The message cut at its gaps: text, name of a part, text, name, ..., text."""
        bundle = next((each for each in self._bundles if each.has_message(id)), None)
        if bundle is None:
            raise LookupError(f"no message {id!r} in wording.ftl")
        gaps = {name: f"\x02{name}\x03" for name in names}
        pattern = bundle.get_message(id).value
        assert pattern is not None, "every message has a text"
        text, errors = bundle.format_pattern(pattern, gaps | dict(numbers))
        if errors:
            raise LookupError(f"message {id!r} in {self.language!r}: {errors[0]}")
        return _GAP.split(str(text))

    def fact(self, text: str | Text) -> str:
        """A text of the schedule, in this language where the schedule has it."""
        return clean(text.in_language(self.language) if isinstance(text, Text) else text)

    def join(self, separator: str, parts: Iterable[str | Text | Line | None]) -> Line:
        """Facts and lines one after the other, with a message (`comma`, `dot`) between them.
        What is empty is left out; in a right-to-left language each is isolated."""
        opening, closing = (_ISOLATE, _POP) if self.right_to_left else ("", "")
        between = Span(text=closing + self.say(separator) + opening)
        said = (
            part if isinstance(part, tuple) else (Span(text=self.fact(part)),)
            for part in parts
            if part
        )
        spans = [Span(text=opening)]
        for line in said:
            if any(span.text for span in line):
                spans += [between, *line] if len(spans) > 1 else line
        return _merged([*spans, Span(text=closing)]) if len(spans) > 1 else ()

    def alone(self, part: str | Text | Line | None) -> Line:
        """One fact as a line of its own."""
        return self.join("dot", [part])

    def reply(
        self,
        *blocks: Iterable[Line],
        buttons: Iterable[Sequence[Button]] = (),
        attachment: Attachment | None = None,
    ) -> Reply:
        """Blocks of lines as a reply, an empty line between them. A mark at the head of each
        line makes it read from the right where the language does, whatever letter comes first."""
        mark = (Span(text=_RIGHT_TO_LEFT_MARK),) if self.right_to_left else ()
        lines: list[Line] = []
        for block in blocks:
            said: list[Line] = [_merged((*mark, *line)) for line in block if line]
            lines += [(), *said] if lines and said else said
        rows = tuple(tuple(row) for row in buttons if row)
        return Reply(
            lines=tuple(lines),
            buttons=rows,
            right_to_left=self.right_to_left,
            language=self.language,
            attachment=attachment,
        )


def _numbers(parts: Mapping[str, Part] | Mapping[str, str | int]) -> tuple[tuple[str, int], ...]:
    return tuple((name, part) for name, part in parts.items() if isinstance(part, int))


def _merged(spans: Iterable[Span]) -> Line:
    """The spans without empty ones, neighbours of plain text in one."""
    merged: list[Span] = []
    for span in spans:
        plain = not (span.bold or span.link or span.moment)
        last = merged[-1] if merged else None
        if plain and last and not (last.bold or last.link or last.moment):
            merged[-1] = Span(text=last.text + span.text)
        elif span.text:
            merged.append(span)
    return tuple(merged)


def clean(text: str) -> str:
    """The text on one line, without control characters, and without marks of direction that
    are opened and not closed, or closed and not opened: they would turn what follows."""
    text = _BREAKS.sub(" ", text)
    depth = 0
    for mark in _TURNS.findall(text):
        depth += 1 if mark in _OPENING else -1
        if depth < 0:
            break
    return (_TURNS.sub("", text) if depth else text).strip()


def capital(line: Line) -> Line:
    """The line with a capital at its head: a phrase that begins a line."""
    head, *rest = line
    text = head.text[:1].upper() + head.text[1:]
    return (Span(text=text, bold=head.bold, link=head.link, moment=head.moment), *rest)
