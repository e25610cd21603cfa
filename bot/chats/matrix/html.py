"""A reply as the content of a Matrix event: HTML of the specification's tags, and plain text.

The rule that lives here: both say the same. Buttons are a numbered list, and typing the number
presses the button; what each number does travels in the event itself (`actions_of`), so that it
outlasts any restart and is encrypted with the message.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from bot.chats.matrix.server import JsonObject
from bot.messages import Button, Line, Reply, Span

ACTIONS = "org.igf-bot.actions"
BELL = "🔔"

Hint = Callable[[str, str], str]
"""Tells people to type a number: from a language and the choices (`1–3`) to a sentence."""

_LONGEST = 12_000  # bytes of text in one event: five times as much, encrypted, is under 64 kB
_SCHEMES = ("https://", "http://", "mailto:")
_RIGHT_TO_LEFT = "\u200f"


def contents(reply: Reply, *, notice: bool, hint: Hint) -> list[JsonObject]:
    """The event's content; more than one for a very long reply. `notice`: nobody's phone rings."""
    buttons = [button for row in reply.buttons for button in row]
    choices = _range(buttons)
    choose = hint(reply.language, choices) if choices else ""
    actions = [button.action for button in buttons if not button.link]
    parts = list(_parts(reply.lines))
    return [
        _content(
            [*map(_plain_line, part), *(_plain_foot(buttons, choose) if last else ())],
            [*map(_html_line, part), *(_html_foot(buttons, choose) if last else ())],
            notice=notice,
            right_to_left=reply.right_to_left,
        )
        | ({ACTIONS: actions} if last and actions else {})
        for part, last in ((part, part is parts[-1]) for part in parts)
    ]


def actions_of(content: JsonObject) -> list[str]:
    """What the numbers under an own message do, from 1 on."""
    actions = content.get(ACTIONS)
    return [each for each in actions if isinstance(each, str)] if isinstance(actions, list) else []


def _content(plain: list[str], rich: list[str], *, notice: bool, right_to_left: bool) -> JsonObject:
    mark = _RIGHT_TO_LEFT if right_to_left else ""
    return {
        "msgtype": "m.notice" if notice else "m.text",
        "body": "\n".join(mark + line if line else line for line in plain),
        "format": "org.matrix.custom.html",
        "formatted_body": "<br>".join(mark + line if line else line for line in rich),
        "m.mentions": {},
    }


def _parts(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    part: list[Line] = []
    size = 0
    for line in lines:
        length = len(_html_line(line).encode())
        if part and size + length > _LONGEST:
            yield part
            part, size = [], 0
        part.append(line)
        size += length
    yield part


def _plain_line(line: Line) -> str:
    return Reply(lines=(line,)).plain


def _html_line(line: Line) -> str:
    return "".join(map(_html_span, line))


def _html_span(span: Span) -> str:
    text = html.escape(span.text, quote=False).replace("\n", "<br>")
    if span.bold:
        text = f"<strong>{text}</strong>"
    if span.link and span.link.startswith(_SCHEMES):
        return f'<a href="{html.escape(span.link)}">{text}</a>'
    if span.link is None or span.link in span.text:
        return text
    return f"{text} ({html.escape(span.link, quote=False)})"


def _plain_foot(buttons: list[Button], choose: str) -> Iterator[str]:
    if buttons:
        yield ""
    for label, link in _choices(buttons):
        yield f"{label}: {link}" if link else label
    if choose:
        yield choose


def _html_foot(buttons: list[Button], choose: str) -> Iterator[str]:
    if buttons:
        yield ""
    for label, link in _choices(buttons):
        yield _html_span(Span(text=label, link=link))
    if choose:
        yield f"<em>{html.escape(choose, quote=False)}</em>"


def _choices(buttons: list[Button]) -> Iterator[tuple[str, str | None]]:
    """Label and link of each button that needs a line: not of one that is only a number, since
    the text above has that number already."""
    number = 0
    for button in buttons:
        if button.link:
            yield button.label, button.link
            continue
        number += 1
        if button.label.startswith(f"{number}. "):
            yield button.label, None
        elif button.label != str(number):
            yield f"{number}. {button.label}", None


def _range(buttons: list[Button]) -> str:
    count = sum(not button.link for button in buttons)
    return "1" if count == 1 else f"1–{count}" if count else ""
