"""The terminal chat: plain in a pipe, numbered choices, reminders above the line."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from bot.chats.console import ConsoleChat
from bot.messages import Attachment, Button, Message, Reply, Span, Urgency

NOW = datetime(2018, 11, 13, 7, 30, tzinfo=UTC)


def console(typed: str, *, colour: bool = False) -> tuple[ConsoleChat, io.StringIO]:
    sink = io.StringIO()
    chat = ConsoleChat(source=io.StringIO(typed), sink=sink, clock=lambda: NOW, colour=colour)
    return chat, sink


def line(text: str, **style: object) -> Reply:
    return Reply(lines=((Span(text=text, **style),),))  # type: ignore[arg-type]  # test shorthand


async def test_it_answers_line_by_line_and_ends_with_the_input() -> None:
    """What is piped in is echoed, so that the output reads as a conversation."""
    chat, sink = console("hello\n\n  bye  \n")

    async def respond(message: Message) -> Reply:
        return line(f"you said {message.text}")

    await chat.run(respond)
    assert sink.getvalue() == "> hello\nyou said hello\n\n> bye\nyou said bye\n\n"


async def test_a_number_presses_the_button_with_that_number() -> None:
    """Buttons are numbered; a number that names none is just text."""
    chat, sink = console("ask\n2\n7\n")
    heard: list[tuple[str, str | None]] = []

    async def respond(message: Message) -> Reply:
        heard.append((message.text, message.action))
        row = (Button(label="Yes", action="y"), Button(label="No", action="n"))
        return Reply(lines=((Span(text="Sure?"),),), buttons=(row,))

    await chat.run(respond)
    assert heard == [("ask", None), ("", "n"), ("7", None)]
    assert "[1] Yes   [2] No" in sink.getvalue()


async def test_a_reminder_does_not_take_a_number_away() -> None:
    """A reminder that comes between an answer and the choice continues the numbers."""
    chat, _ = console("ask\n1\n")
    actions: list[str | None] = []

    async def respond(message: Message) -> Reply:
        actions.append(message.action)
        reminder = Reply(lines=(), buttons=((Button(label="Later", action="z"),),))
        await chat.send(chat.address, reminder, "k", Urgency.REMINDER)
        return Reply(lines=(), buttons=((Button(label="Yes", action="y"),),))

    await chat.run(respond)
    assert actions == [None, "y"]


async def test_colour_and_links() -> None:
    """Bold is bold on a terminal only; a link that the text hides is written out."""
    reply = Reply(lines=((Span(text="DC-PAL", bold=True), Span(text=" page", link="https://x")),))
    for colour, shown in (
        (True, "\x1b[1mDC-PAL\x1b[0m page (https://x)"),
        (False, "DC-PAL page (https://x)"),
    ):
        chat, sink = console("", colour=colour)
        await chat.send(chat.address, reply, "k", Urgency.ANSWER)
        assert sink.getvalue().startswith(shown)


async def test_a_file_is_saved_and_its_place_shown(tmp_path: Path) -> None:
    """To be opened from there; what prevents it is said."""
    file = Attachment(name="dc-pal.ics", media_type="text/calendar", content=b"BEGIN")
    reply = Reply(lines=((Span(text="For your calendar"),),), attachment=file)
    for folder, says in (
        (tmp_path / "data", f"📎 {tmp_path}/data/dc-pal.ics\n"),
        (tmp_path / "data" / "dc-pal.ics", "dc-pal.ics: File exists\n"),
    ):
        sink = io.StringIO()
        chat = ConsoleChat(
            source=io.StringIO(), sink=sink, clock=lambda: NOW, colour=False, folder=folder
        )
        await chat.send(chat.address, reply, "k", Urgency.ANSWER)
        assert sink.getvalue().startswith("For your calendar\n📎 ")
        assert says in sink.getvalue()
    assert (tmp_path / "data" / "dc-pal.ics").read_bytes() == b"BEGIN"
