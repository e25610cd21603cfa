"""What goes between a chat and the bot: messages in, replies out, and how sending can fail.

A reply is neutral: lines of spans and buttons. Each chat turns it into its own form
(Telegram HTML, Matrix HTML and plain text, terminal colours).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where someone can be reached: a chat of a platform (`telegram`, `matrix`, `console`)."""

    platform: str
    chat: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.chat}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What someone wrote, or the action of a button they pressed (then `text` is empty).

    `language` is the code that the platform tells, if any. `admin` says whether the operator
    named the sender as an admin; `moderates` whether the sender may speak for the group.
    """

    address: Address
    id: str
    sender: str
    text: str
    sent: datetime
    action: str | None = None
    group: bool = False
    language: str | None = None
    admin: bool = False
    moderates: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text. `moment` is the instant that the text names, for chats that can show it
    in the reader's own zone; the text reads right without that."""

    text: str
    bold: bool = False
    link: str | None = None
    moment: datetime | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Offers one step. `action` (at most 64 bytes) comes back as a message's action; a button
    with a `link` opens it instead."""

    label: str
    action: str = ""
    link: str | None = None

    def __post_init__(self) -> None:
        if len(self.action.encode()) > 64 or bool(self.action) == bool(self.link):
            raise ValueError(f"a button has an action of 1 to 64 bytes or a link: {self!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that comes with a reply. `name` is a plain file name."""

    name: str
    media_type: str
    content: bytes = field(repr=False)

    @property
    def is_picture(self) -> bool:
        """Whether it is to be looked at in the chat itself."""
        return self.media_type in ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the bot says: lines of text, rows of buttons under them, perhaps a file. `language` is
    the code of the one it is in, for what a chat adds in its own words."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    right_to_left: bool = False
    language: str = "en"
    attachment: Attachment | None = None

    @property
    def plain(self) -> str:
        """The text alone; a link that its text does not show follows in brackets."""
        return "\n".join("".join(map(_plain, line)) for line in self.lines)


def joined(replies: Sequence[Reply]) -> Reply:
    """Several replies as one, an empty line between them; of the files the last."""
    first, *rest = replies
    for each in rest:
        first = replace(
            each,
            lines=(*first.lines, (), *each.lines),
            buttons=(*first.buttons, *each.buttons),
            attachment=each.attachment or first.attachment,
        )
    return first


def _plain(span: Span) -> str:
    shown = span.link is None or span.link in span.text
    return span.text if shown else f"{span.text} ({span.link})"


class Urgency(IntEnum):
    """What leaves first. An answer never waits behind a broadcast."""

    ANSWER = 0
    REMINDER = 1
    NOTICE = 2
    DIGEST = 3
    BROADCAST = 4


class Failure(StrEnum):
    """Why a send failed, as far as the next step depends on it."""

    GONE = "gone"  # blocked, kicked, deleted: this address is never tried again
    REFUSED = "refused"  # this text will never be accepted: the delivery is dead
    BUSY = "busy"  # the server asks to wait `retry_after` seconds; nothing was sent
    UNREACHABLE = "unreachable"  # no connection; nothing was sent
    AMBIGUOUS = "ambiguous"  # the call broke off: it may have been sent
    MOVED = "moved"  # the chat has a new address, `moved_to`; nothing was sent


class ChatError(Exception):
    """A message could not be sent. Carries the decision, never an address of a server or a
    secret, so that it can be logged and shown as it is."""

    def __init__(
        self,
        failure: Failure,
        reason: str,
        *,
        retry_after: float | None = None,
        moved_to: Address | None = None,
    ) -> None:
        super().__init__(reason)
        self.failure = failure
        self.retry_after = retry_after
        self.moved_to = moved_to


class AccountError(Exception):
    """A chat's account cannot be used; the message says why and what the operator can do."""


Respond = Callable[[Message], Awaitable[Reply | None]]


class Chat(Protocol):
    """One chat account. It translates, sends, classifies errors and keeps the platform's pace."""

    platform: str

    async def run(self, respond: Respond) -> None:
        """Hand every message to `respond` and send what it returns, until cancelled or at the
        end of the input."""

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Send, and return the platform's id of the message. `key` names the delivery: sending
        it twice shows once where the platform can do that. Raises `ChatError`."""

    async def close(self) -> None:
        """Let go of connections."""
