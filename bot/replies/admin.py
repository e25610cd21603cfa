"""What the bot says to those who run it: saves that were refused, what was published, and what
a publication would change. Problems stay in English, as they are in the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.messages import Line, Reply, Span
from bot.replies import actions
from bot.replies.moments import Reader
from bot.replies.naming import called, told
from bot.schedule.diff import What
from bot.schedule.model import Schedule


def refused(reader: Reader, file: str, problems: str, count: int) -> Reply:
    """That a saved file was not taken over, with its problems (`file:line:col`, source, cure)."""
    lines: list[Line] = [(Span(text=line),) for line in problems.splitlines()]
    return reader.wording.reply(
        [reader.wording.line("admin-refused", file=file, count=count)], lines
    )


def published(reader: Reader, schedule: Schedule, changes: Mapping[What, int]) -> Reply:
    """That a schedule is in force. `changes` are how many sessions it happened to."""
    say, event = reader.wording, called(schedule.event, reader.wording)
    if not any(changes.values()):
        return told(reader, "admin-unchanged", event=event)
    return say.reply([say.line("admin-published", event=event, changes=_counts(changes, reader))])


def preview(
    reader: Reader,
    schedule: Schedule,
    changes: Mapping[What, int],
    told_on: Mapping[str, int],
    buttons: Mapping[str, str],
) -> Reply:
    """What would change and how many people on which chat would be told. `buttons` are actions
    by what they do: `publish`, `publish-silent`, `hold`."""
    say = reader.wording
    event = called(schedule.event, say)
    lines = [
        say.line("admin-preview", event=event, changes=_counts(changes, reader)),
        _told(told_on, reader),
    ]
    rows = [actions.step(say.say(f"button-{does}"), action) for does, action in buttons.items()]
    return say.reply(lines, buttons=rows)


def _told(told_on: Mapping[str, int], reader: Reader) -> Line:
    say, count = reader.wording, sum(told_on.values())
    if not count:
        return say.line("admin-told-nobody")
    each = [say.line("admin-told-on", count=number, chat=chat) for chat, number in told_on.items()]
    return say.line("admin-told", count=count, chats=say.join("comma", each))


def _counts(changes: Mapping[What, int], reader: Reader) -> Line:
    """`1 cancelled, 2 moved earlier`."""
    say = reader.wording
    counted: Iterable[Line] = (
        say.line(f"changes-{kind}", count=count) for kind, count in changes.items() if count
    )
    return say.join("comma", counted)
