"""The terminal as a chat: for trying the bot out, and for seeing what a schedule would do.

Coloured on a terminal and plain in a pipe. Buttons are numbered choices: typing the number presses
the button. Reminders appear while something is being typed, above the line. A file is saved, and
its place is shown.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
from pathlib import Path
from typing import TextIO

try:
    import readline
except ImportError:  # Windows: what is being typed is not shown again after a reminder
    readline = None  # type: ignore[assignment]  # mypy knows only the module

from bot.clock import Clock
from bot.messages import Address, Attachment, Button, Line, Message, Reply, Respond, Span, Urgency

_BOLD, _DIM, _BLUE, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"
_CLEAR_LINE = "\r\x1b[K"
_PROMPT = "> "


class ConsoleChat:
    """One person at a terminal (or a pipe). At the end of the input `run` returns. Files are saved
    in `folder`."""

    platform = "console"
    address = Address(platform="console", chat="you")

    def __init__(
        self,
        *,
        source: TextIO,
        sink: TextIO,
        clock: Clock,
        colour: bool,
        folder: Path = Path("data"),
    ) -> None:
        self._source = source
        self._sink = sink
        self._clock = clock
        self._colour = colour
        self._folder = folder
        self._typing = source.isatty() and sink.isatty()
        self._reading = False  # a prompt stands on the terminal
        self._choices: dict[str, str] = {}
        self._ids = itertools.count(1)

    async def run(self, respond: Respond) -> None:
        """Answer line after line until the input ends."""
        while (line := await self._next_line()) is not None:
            text = line.strip()
            if not self._typing and text:
                self._print(_PROMPT + text)
            if text:
                await self._answer(text, respond)

    async def send(self, address: Address, reply: Reply, key: str, urgency: Urgency) -> str:
        """Print above the line that is being typed. Never fails."""
        if self._reading:
            self._print(_CLEAR_LINE, end="")
        self._show(reply)
        if self._reading:
            self._print(_PROMPT + _typed_so_far(), end="")
        return str(next(self._ids))

    async def close(self) -> None:
        """Nothing is held open."""

    def say(self, text: str) -> None:
        """Print a line that belongs to no conversation (what is being replayed, a bad save)."""
        self._print(self._styled(text, _DIM))

    async def _answer(self, text: str, respond: Respond) -> None:
        action = self._choices.get(text)
        message = Message(
            address=self.address,
            id=str(next(self._ids)),
            sender=self.address.chat,
            text="" if action else text,
            action=action,
            sent=self._clock(),
            admin=True,
        )
        reply = await respond(message)
        if reply is not None:
            self._choices.clear()
            self._show(reply)

    def _show(self, reply: Reply) -> None:
        text = "\n".join(self._line(line) for line in reply.lines)
        if reply.attachment:
            text += "\n" + self._styled(f"📎 {self._save(reply.attachment)}", _BLUE)
        choices = [
            self._choice(button)
            for row in reply.buttons
            for button in row
            if button.link is None or button.link not in text  # a link is shown once
        ]
        foot = ("\n" + self._styled("   ".join(choices), _BLUE)) if choices else ""
        self._print(f"{text}{foot}\n")

    def _save(self, file: Attachment) -> str:
        """Where a file was saved, or why it was not."""
        place = self._folder / file.name
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content)
        except OSError as error:
            return f"{place}: {error.strerror}"
        return str(place)

    def _choice(self, button: Button) -> str:
        if button.link:
            return f"{button.label}: {button.link}"
        number = str(len(self._choices) + 1)
        self._choices[number] = button.action
        return f"[{number}] {button.label}"

    def _line(self, line: Line) -> str:
        return "".join(self._span(span) for span in line)

    def _span(self, span: Span) -> str:
        text = self._styled(span.text, _BOLD) if span.bold else span.text
        return text if span.link is None or span.link in span.text else f"{text} ({span.link})"

    def _styled(self, text: str, style: str) -> str:
        return f"{style}{text}{_OFF}" if self._colour else text

    def _print(self, text: str, end: str = "\n") -> None:
        print(text, end=end, file=self._sink, flush=True)

    def _next_line(self) -> asyncio.Future[str | None]:
        """The next line of the source; None at its end.

        Read in a daemon thread: a blocking read cannot be cancelled, and must not keep the
        process alive.
        """
        loop = asyncio.get_running_loop()
        line: asyncio.Future[str | None] = loop.create_future()
        self._reading = self._typing

        def read() -> None:
            try:
                text = input(_PROMPT) if self._typing else self._source.readline()
            except EOFError:
                text = ""
            else:
                text += "\n" if self._typing else ""
            with contextlib.suppress(RuntimeError):  # the loop has closed meanwhile
                loop.call_soon_threadsafe(settle, text or None)

        def settle(text: str | None) -> None:
            self._reading = False
            if not line.done():
                line.set_result(text)

        threading.Thread(target=read, name="console", daemon=True).start()
        return line


def _typed_so_far() -> str:
    """What stands on the input line; `input` keeps it in readline, where there is one."""
    return readline.get_line_buffer() if readline else ""
