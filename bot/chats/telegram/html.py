"""A reply as Telegram's HTML, in pages that Telegram accepts. Pure.

The rules that live here: nothing in a title can become markup; a page has at most 4096 UTF-16
units and 100 marked pieces, and ends between lines (a longer line ends between words); a moment
keeps its words, and the reader sees it in their own zone by touching it.

Sources: Bot API, "Formatting options", "Date-time entity formatting" and `sendMessage`; the 100 is
`MESSAGE_ENTITIES` of python-telegram-bot: beyond it Telegram drops formatting in silence.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.messages import Line, Reply, Span

MOST_UNITS = 4096
MOST_MARKS = 100
MOST_CAPTION_UNITS = 1024

_RIGHT_TO_LEFT = Span(text="\u200f")
_LINK = re.compile(r"(https?|tg)://\S+|(mailto|tel):\S+")
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}  # control and format characters, blanks
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # cannot be encoded


@dataclass(frozen=True, kw_only=True)
class Page:
    """One message: as HTML, and plain for a server that does not know all of the markup."""

    html: str
    plain: str

    @property
    def is_caption(self) -> bool:
        """Whether it may stand under a file."""
        return _units(self.plain) <= MOST_CAPTION_UNITS


def pages(reply: Reply) -> tuple[Page, ...]:
    """The messages that say the reply, in order; none if it has no visible text."""
    mark = (_RIGHT_TO_LEFT,) if reply.right_to_left else ()
    lines = [tuple(map(_sendable, line)) for line in reply.lines]
    pieces = (piece for line in lines for piece in _pieces((*mark, *line) if line else line))
    return tuple(_page(page) for page in _packed(pieces) if any(map(_is_visible, page)))


def is_link(target: str) -> bool:
    """Whether Telegram can open it."""
    return _LINK.fullmatch(target) is not None


def _sendable(span: Span) -> Span:
    """The span with only what Telegram can carry; a link that it cannot open is shown."""
    text, link = _LONE_SURROGATE.sub("\ufffd", span.text), span.link
    if link and not is_link(link):
        text, link = (text if link in text else f"{text} ({link})"), None
    moment = span.moment if span.moment and span.moment.timestamp() >= 0 else None
    return replace(span, text=text, link=link, moment=moment)


def _page(lines: list[Line]) -> Page:
    plain = Reply(lines=tuple(lines)).plain
    if _units(plain) > MOST_UNITS:  # because of the links, which the HTML hides
        plain = "\n".join(map(_text, lines))
    return Page(html="\n".join("".join(map(_markup, line)) for line in lines), plain=plain)


def _markup(span: Span) -> str:
    text = html.escape(span.text, quote=False)
    if span.link:  # nothing but bold and its like may be combined with a link
        text = f'<a href="{html.escape(span.link)}">{text}</a>'
    elif span.moment:  # without a format Telegram leaves the words as they are
        text = f'<tg-time unix="{int(span.moment.timestamp())}">{text}</tg-time>'
    return f"<b>{text}</b>" if span.bold else text


def _packed(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Page after page, each as full as can be."""
    page: list[Line] = []
    units = marks = 0
    for line in lines:
        more_units, more_marks = _units(_text(line)) + 1, sum(map(_marks, line))
        if page and (units + more_units - 1 > MOST_UNITS or marks + more_marks > MOST_MARKS):
            yield page
            page, units, marks = [], 0, 0
        if page or _is_visible(line):  # no page begins with a blank line
            page.append(line)
            units, marks = units + more_units, marks + more_marks
    yield page


def _pieces(line: Line) -> Iterator[Line]:
    """The line, cut between words if it is too long for any page."""
    piece: list[Span] = []
    left = MOST_UNITS
    for span in line:
        rest = span.text
        while _units(rest) > left:
            head, rest = _cut(rest, left)
            yield (*piece, replace(span, text=head))
            piece, left = [], MOST_UNITS
        piece.append(replace(span, text=rest))
        left -= _units(rest)
    yield tuple(piece)


def _cut(text: str, most: int) -> tuple[str, str]:
    """At most so many units, up to a blank if there is one; nothing if the next page could
    take more of a word."""
    head = text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore")
    end = head.rfind(" ") + 1 or (len(head) if most == MOST_UNITS else 0)
    return text[:end], text[end:]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _text(line: Line) -> str:
    return "".join(span.text for span in line)


def _marks(span: Span) -> int:
    return bool(span.text) * (span.bold + bool(span.link or span.moment))


def _is_visible(line: Line) -> bool:
    return any(unicodedata.category(character) not in _INVISIBLE for character in _text(line))
