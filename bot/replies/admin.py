"""What the bot says to those who run it: saves that were refused, what was published, and what
a publication would change. Problems stay in English, as they are in the log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.messages import Button, Line, Reply, Span
from bot.replies import actions
from bot.replies.moments import Reader
from bot.replies.naming import called, lead, moment, told
from bot.replies.notices import headline
from bot.schedule.diff import SessionChange, What
from bot.schedule.model import Schedule

IN_FULL = 8  # so many changes are named in a preview
Counts = Mapping[What, int]
"""How many sessions something happened to."""


def refused(reader: Reader, file: str, problems: str, count: int) -> Reply:
    """That a saved file was not taken over, with its problems (`file:line:col`, source, cure)."""
    lines: list[Line] = [(Span(text=line),) for line in problems.splitlines()]
    return reader.wording.reply(
        [reader.wording.line("admin-refused", file=file, count=count)], lines
    )


def published(
    reader: Reader,
    schedule: Schedule,
    changes: Counts,
    *,
    rest: int = 0,
    told_on: Mapping[str, int] | None = None,
    undo: str | None = None,
) -> Reply:
    """That a schedule is in force. `rest` counts what changed around the sessions; `told_on`
    is how many people on which chat will be told; `undo` is an action."""
    say, event = reader.wording, called(schedule.event, reader.wording)
    buttons = [_button(reader, "undo-publish", undo)] if undo else []
    if not any(changes.values()) and not rest:
        return say.reply([say.line("admin-unchanged", event=event)], buttons=buttons)
    said = say.line("admin-published", event=event, changes=_counts(changes, rest, reader))
    return say.reply([said, *_told(told_on, reader)], buttons=buttons)


def undone(
    reader: Reader,
    schedule: Schedule,
    since: datetime,
    *,
    unsaved: bool,
    told_on: Mapping[str, int],
    undo: str,
) -> Reply:
    """That the programme published at `since` is in force again, and whether the saved file
    says otherwise (`unsaved`)."""
    say = reader.wording
    when = moment(since, schedule.event.timezone, reader)
    lines = [say.line("admin-undone", moment=when), *_told(told_on, reader)]
    lines += [say.line("admin-unsaved")] if unsaved else []
    return say.reply(lines, buttons=[_button(reader, "undo-publish", undo)])


def preview(
    reader: Reader,
    schedule: Schedule,
    changes: Counts,
    told_on: Mapping[str, int],
    buttons: Mapping[str, str],
    *,
    rest: int = 0,
    named: Sequence[SessionChange] = (),
    wait: timedelta | None = None,
    held: bool = False,
    first: str | None = None,
) -> Reply:
    """What would change and how many people on which chat would be told. `buttons` are actions
    by what they do: `publish`, `publish-silent`, `hold`. `named` are the changes that are told;
    `wait` is in what time it is published by itself; `first` is a message to say before all."""
    say = reader.wording
    event = called(schedule.event, say)
    said = say.line("admin-preview", event=event, changes=_counts(changes, rest, reader))
    names = [headline(change, schedule, reader) for change in named[:IN_FULL]]
    more = len(named) - IN_FULL
    names += [(Span(text=say.say("and-more", count=more)),)] if more > 0 else []
    last = [say.line("admin-waits", span=_about(wait, reader))] if wait else []
    return say.reply(
        [say.line(first)] if first else [],
        [said, *_told(told_on, reader)],
        names,
        [say.line("admin-held")] if held else last,
        buttons=[_button(reader, does, action) for does, action in buttons.items()],
    )


def declined(reader: Reader, reason: str, event: str, *, undo: str | None) -> Reply:
    """Why a decision was not carried out; `undo` is an action."""
    say = reader.wording
    buttons = [_button(reader, "undo-publish", undo)] if undo else []
    return say.reply([say.line(f"admin-{reason}", event=event)], buttons=buttons)


def which(reader: Reader, events: Mapping[str, str]) -> Reply:
    """Asks which event is meant; `events` are actions by their names."""
    buttons = [actions.step(name, action) for name, action in events.items()]
    return reader.wording.reply([reader.wording.line("admin-which")], buttons=buttons)


def only(reader: Reader) -> Reply:
    """That this is for those who run the bot."""
    return told(reader, "admins-only")


def _about(span: timedelta, reader: Reader) -> str:
    """Some time to come, in minutes unless it is short."""
    minute = timedelta(minutes=1)
    return lead(round(span / minute) * minute if span > 2 * minute else span, reader)


def _button(reader: Reader, does: str, action: str) -> tuple[Button, ...]:
    return actions.step(reader.wording.say(f"button-{does}"), action)


def _told(told_on: Mapping[str, int] | None, reader: Reader) -> list[Line]:
    say = reader.wording
    if told_on is None:
        return []
    if not any(told_on.values()):
        return [say.line("admin-told-nobody")]
    each = [
        say.line("admin-told-on", count=number, chat=chat.capitalize())
        for chat, number in told_on.items()
    ]
    count = sum(told_on.values())
    return [say.line("admin-told", count=count, chats=say.join("comma", each))]


def _counts(changes: Counts, rest: int, reader: Reader) -> Line:
    """`1 cancelled, 2 moved earlier`."""
    say = reader.wording
    counted = [say.line(f"changes-{kind}", count=changes[kind]) for kind in What if kind in changes]
    counted += [say.line("changes-rest", count=rest)] if rest else []
    return say.join("comma", counted) or say.line("changes-none")
